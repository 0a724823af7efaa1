"""One request on the wire: deadline, size cap, own origin only, repeats, failures in our own words.

`Wire` knows no session: whoever calls passes the credentials. It follows no redirect, keeps no
cookie, and repeats only what cannot have happened.
"""

from __future__ import annotations

import asyncio
import gc
import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar
from urllib.parse import quote

import httpx
from pydantic import SecretStr, TypeAdapter, ValidationError

from medusa_console.api import failures
from medusa_console.domain import tokens
from medusa_console.domain.clock import SECOND, ServerClock
from medusa_console.domain.errors import (
    ConsoleError,
    NotFound,
    NotMedusa,
    OutcomeUnknown,
    Redirected,
    Refused,
    TooBig,
    TooManyRequests,
    Unreachable,
)
from medusa_console.domain.query import Dated

T = TypeVar("T")

CAP = 8 << 20
DEADLINE = 30.0
_SAFE = frozenset({"GET", "HEAD"})
_REPEATS = 2
_LONGEST_RETRY_AFTER = 30.0
_PASSING_STATUSES = frozenset({502, 503, 504})


def path(*parts: str) -> str:
    """A request path of fixed parts and ids; raises NotFound for an id that cannot be one (N6)."""
    return "/" + "/".join(quote(part, safe="") for part in parts)


def id_part(value: str) -> str:
    """`value` if it may stand in a path; raises NotFound otherwise."""
    if not tokens.is_id(value):
        raise NotFound("this is not an id", status=404)
    return value


@dataclass(frozen=True)
class Call:
    """A request. `query` may repeat names; `json` is the body; neither is ever printed.

    `leaves_nothing` marks a POST whose lost answer needs no looking after (sign-in, refresh).
    """

    method: str
    path: str
    query: Sequence[tuple[str, str]] = field(default=(), repr=False)
    json: Mapping[str, Any] | None = field(default=None, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    leaves_nothing: bool = False

    @property
    def safe(self) -> bool:
        """Whether it changes nothing on the server."""
        return self.method in _SAFE


@dataclass(frozen=True)
class Answer:
    """A 2xx answer: its body and the server's now (the end of its interval)."""

    body: bytes = field(repr=False)
    as_of: datetime


class Wire:
    """Requests to one origin."""

    def __init__(self, client: httpx.AsyncClient, origin: str, clock: ServerClock) -> None:
        self._client = client
        self._origin = origin
        self._host = origin.partition("://")[2]
        self._clock = clock

    async def fetch(
        self, call: Call, into: TypeAdapter[T], *, bearer: SecretStr | None = None
    ) -> Dated[T]:
        """Send `call` and read the answer as `into`.

        Raises Unreachable, UntrustedCertificate, NotMedusa, ServerFault or Refused; for a write
        whose outcome cannot be known from what came back, OutcomeUnknown.
        """
        answer = await self.send(call, bearer=bearer)
        try:
            with _collector_paused():
                value = into.validate_json(answer.body)
        except ValidationError as error:
            raise self._lost(call, NotMedusa(self._host, _what_was_wrong(error))) from None
        return Dated(value, answer.as_of)

    async def send(self, call: Call, *, bearer: SecretStr | None = None) -> Answer:
        """Send `call`, repeating it where that is surely harmless; see `fetch`."""
        attempt = 0
        while True:
            try:
                return await self._attempt(call, bearer)
            except (ConsoleError, _Passing) as error:
                attempt += 1
                pause = _pause_before_repeat(error, call, attempt)
                if pause is None:
                    raise self._final(call, error) from error.__cause__
            await asyncio.sleep(pause)

    async def _attempt(self, call: Call, bearer: SecretStr | None) -> Answer:
        request = self._build(call, bearer)
        try:
            async with asyncio.timeout(DEADLINE):
                response, body = await self._receive(request)
        except TimeoutError:
            raise failures.too_slow(self._host, DEADLINE) from None
        except httpx.HTTPError as error:
            raise failures.from_httpx(error, self._host) from error
        as_of = self._read_clock(response)
        if response.is_success:
            return Answer(body, as_of)
        if response.status_code in _PASSING_STATUSES:
            raise _Passing(response.status_code, failures.retry_after(response))
        raise failures.from_status(response, body, self._origin)

    def _build(self, call: Call, bearer: SecretStr | None) -> httpx.Request:
        if not call.path.startswith("/") or call.path.startswith("//"):
            raise ValueError("only paths of the own origin are sent")
        request = self._client.build_request(
            call.method,
            self._origin + call.path,
            params=list(call.query) or None,
            json=call.json,
            headers={"accept": "application/json", **call.headers},
        )
        if bearer is not None:
            request.headers["authorization"] = f"Bearer {bearer.get_secret_value()}"
        return request

    async def _receive(self, request: httpx.Request) -> tuple[httpx.Response, bytes]:
        response = await self._client.send(request, stream=True)
        try:
            body = bytearray()
            async for part in response.aiter_bytes(1 << 16):
                body += part
                if len(body) > CAP:
                    raise TooBig(self._host, CAP)
            return response, bytes(body)
        finally:
            await response.aclose()

    def _read_clock(self, response: httpx.Response) -> datetime:
        try:
            date = parsedate_to_datetime(response.headers["date"])
        except (KeyError, ValueError):
            return self._clock.latest()
        date = date if date.tzinfo else date.replace(tzinfo=UTC)
        self._clock.observe(date)
        return date + SECOND

    def _final(self, call: Call, error: ConsoleError | _Passing) -> ConsoleError:
        if isinstance(error, _Passing):
            error = failures.server_fault(self._host, error.status)
        return self._lost(call, error)

    def _lost(self, call: Call, error: ConsoleError) -> ConsoleError:
        """What `error` means for `call`: a write that may have happened is an unknown outcome."""
        did_nothing = isinstance(error, Refused | Redirected) or failures.surely_not_sent(error)
        if call.safe or call.leaves_nothing or did_nothing:
            return error
        return OutcomeUnknown(error, at=self._clock.now())


class _Passing(Exception):  # not an error to the caller: decided upon in `send`
    """502, 503, 504: a proxy in front, likely over soon."""

    def __init__(self, status: int, retry_after: float) -> None:
        self.status = status
        self.retry_after = retry_after


def _pause_before_repeat(error: ConsoleError | _Passing, call: Call, attempt: int) -> float | None:
    """Seconds to wait before the next attempt; None to give up."""
    if attempt > _REPEATS:
        return None
    jitter = random.uniform(0.1, 0.3) * attempt  # noqa: S311  # spreads load, guards nothing
    match error:
        case _Passing() | TooManyRequests() if call.safe:
            wait = error.retry_after
            return None if wait > _LONGEST_RETRY_AFTER else max(wait, jitter)
        case Unreachable() if not error.sent and attempt == 1 and failures.may_pass(error):
            return jitter
        case Unreachable() if call.safe and error.sent:
            return jitter
        case _:
            return None


def _what_was_wrong(error: ValidationError) -> str:
    """Places and kinds only: the values may be secret."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    first = found[0]
    place = ".".join(str(part) for part in first["loc"]) or "the whole answer"
    return f"unexpected answer at {place}: {first['type']}"


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Thousands of new models would set off full collections, each of which stalls the window."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
