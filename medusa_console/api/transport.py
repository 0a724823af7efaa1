"""Sends one request: with a deadline, within bounds, to one origin, with safe repeats.

`Transport` has no session: the caller passes the credentials. It follows no redirect, keeps no
cookie, and repeats a request only if the first cannot have changed anything.
"""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any, TypeVar

import httpx
from pydantic import SecretStr, TypeAdapter, ValidationError

from medusa_console.api import failures
from medusa_console.api.body import Body, BodyFault, read_body
from medusa_console.api.bounds import ONE_ANSWER, Bounds, Excess, excess
from medusa_console.api.deadline import within
from medusa_console.api.timestamps import http_date
from medusa_console.api.traffic import Traffic
from medusa_console.clock import Clock
from medusa_console.domain.clock import SECOND, ServerClock
from medusa_console.domain.errors import (
    AddressFault,
    AnswerFault,
    ConsoleError,
    InputFault,
    Intercepted,
    NoAnswer,
    NoSuchRoute,
    NotMedusa,
    NotSendable,
    OutcomeUnknown,
    ReadOnly,
    Redirected,
    Refused,
    ServerFault,
    TooBig,
    TooManyRequests,
    Unreachable,
    Unreadable,
    UnsafeAddress,
)
from medusa_console.domain.leak_steps import Head
from medusa_console.domain.query import AsOf
from medusa_console.domain.store import ProxyKind, Store

T = TypeVar("T")

DEADLINE = 30.0
# Uncompressed: pages are small, and unpacking is one more thing that can fail.
_HEADERS = {"accept": "application/json", "accept-encoding": "identity"}
_SAFE = frozenset({"GET", "HEAD"})
# The POSTs that a read-only store still allows, because they change only who is signed in.
_SIGN_IN = re.compile(
    r"/auth/(customer/emailpass|user/[A-Za-z0-9_-]+(/callback)?|token/refresh"
    r"|mfa/challenges/[A-Za-z0-9_-]+/verify|verification/(request|confirm))"
)
_REPEATS = 2
_PAUSE = (0.1, 0.3)
"""Seconds before the first repeat, at least and at most; before the second, twice that."""
_LONGEST_RETRY_AFTER = 30.0
_FAULTS = {
    BodyFault.BROKEN_ENCODING: AnswerFault.BROKEN_ENCODING,
    BodyFault.CRUMBS: AnswerFault.CRUMBS,
}
# For less, a thread costs more than it saves the window's.
_READ_AT_ONCE = 8 << 10


@dataclass(frozen=True)
class Call:
    """A request. `query` may repeat names; `json` is the body; neither is ever printed.

    `leaves_nothing` marks a POST whose lost answer does not matter (sign-in, refresh). `bounds`
    are those of the answer. `gives_way`: nobody waits for the answer, so the request waits until
    the store is at rest; see Traffic. `heard` is told the head of each answer that comes.
    """

    method: str
    path: str
    query: Sequence[tuple[str, str]] = field(default=(), repr=False)
    json: Mapping[str, Any] | None = field(default=None, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    leaves_nothing: bool = False
    gives_way: bool = field(default=False, repr=False)
    bounds: Bounds = field(default=ONE_ANSWER, repr=False)
    heard: Callable[[Head], None] = field(default=lambda _: None, repr=False)

    @property
    def safe(self) -> bool:
        """Whether the request changes nothing on the server."""
        return self.method in _SAFE

    @property
    def leaves_though_read_only(self) -> bool:
        """Whether the request may be sent to a store that is read-only on this computer."""
        return self.safe or (self.method == "POST" and bool(_SIGN_IN.fullmatch(self.path)))


class Transport:
    """Requests to one origin.

    `latest` returns the store as edited, and is called before each request: the origin must be the
    first one still, and a read-only store gets no write. `proxy` tells through whose proxy `client`
    reaches the origin. `deadline` is in seconds, for one request from connecting to the last byte.
    `traffic` knows what is under way.
    """

    def __init__(
        self,
        client: httpx.AsyncClient,
        latest: Callable[[], Store],
        clock: ServerClock,
        *,
        proxy: ProxyKind = ProxyKind.NONE,
        traffic: Traffic | None = None,
        deadline: float = DEADLINE,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._client = client
        self._latest = latest
        self.origin = latest().origin
        self.clock = clock
        self.host = latest().host
        self._proxy = proxy
        self.traffic = traffic or Traffic(Clock())
        self._deadline = deadline
        self._sleep = sleep

    def use(self, client: httpx.AsyncClient, *, proxy: ProxyKind) -> None:
        """Send all further requests to the same origin through `client`."""
        self._client = client
        self._proxy = proxy

    async def fetch(
        self,
        call: Call,
        into: TypeAdapter[T],
        *,
        bearer: SecretStr | None = None,
        still_valid: Callable[[], bool] = lambda: True,
    ) -> AsOf[T]:
        """Send `call` and read the answer as `into`. Before a repeat, `still_valid`
        says whether `bearer` may still be used.

        Raises Unreachable, UntrustedCertificate, NotMedusa, ServerFault or Refused; OutcomeUnknown
        for a write whose outcome is not proven; ReadOnly for a write that was not sent because the
        store is read-only here; UnsafeAddress when the store's address was edited meanwhile.
        """
        if call.gives_way:
            return await self._fetch(call, into, bearer, still_valid)
        with self.traffic.awaited():
            return await self._fetch(call, into, bearer, still_valid)

    async def send(self, call: Call) -> bytes:
        """Send `call`, whose answer is no JSON, and return the answer's body. Raises as `fetch`."""
        with self.traffic.awaited():
            body, _ = await self._send(call, None, lambda: True)
        return body

    async def _fetch(
        self,
        call: Call,
        into: TypeAdapter[T],
        bearer: SecretStr | None,
        still_valid: Callable[[], bool],
    ) -> AsOf[T]:
        body, as_of = await self._send(call, bearer, still_valid)
        try:
            if len(body) > _READ_AT_ONCE:
                value = await asyncio.to_thread(_build, body, into, call.bounds)
            else:
                value = _build(body, into, call.bounds)
        except _TooMuch:
            raise self._lost(call, TooBig(self.host, call.bounds.size)) from None
        except _NotBuilt as error:
            raise self._lost(call, NotMedusa(self.host, str(error))) from None
        return AsOf(value, as_of)

    async def _send(
        self, call: Call, bearer: SecretStr | None, still_valid: Callable[[], bool]
    ) -> tuple[bytes, datetime]:
        """The body of a 2xx answer and the server's now (the end of its interval); repeats `call`
        if that is harmless. Raises as `fetch`."""
        for attempt in count(1):
            store = self._latest()
            if store.origin != self.origin:
                raise UnsafeAddress(AddressFault.MOVED)
            if store.read_only and not call.leaves_though_read_only:
                raise ReadOnly(store.name or self.host)
            try:
                return await self._attempt(call, bearer)
            except ConsoleError as error:
                failed = error
            pause = _pause_before_repeat(failed, call, attempt)
            if pause is not None:
                await self._sleep(pause)
            # Locked or signed out meanwhile: a forgotten token is not sent.
            if pause is None or not still_valid():
                break
        raise self._lost(call, failed) from failed.__cause__

    async def _attempt(self, call: Call, bearer: SecretStr | None) -> tuple[bytes, datetime]:
        request = self._build(call, bearer)
        try:
            response, body = await within(self._deadline, self._receive(request, call.bounds))
        except TimeoutError:
            if failures.waits_for_proxy(request, self._proxy):
                raise failures.no_proxy(self.host, "TimeoutError", self._proxy) from None
            raise Unreachable(
                self.host, NoAnswer.TIMEOUT, sent=True, seconds=self._deadline
            ) from None
        except httpx.HTTPError as error:
            raise failures.from_httpx(error, self.host, proxy=self._proxy) from error
        except OSError as error:
            # Not translated by httpx: a TLS alert after the handshake, for example.
            raise Unreachable(
                self.host, NoAnswer.DISCONNECTED, sent=True, detail=type(error).__name__
            ) from error
        as_of = self._read_clock(response)
        call.heard(Head(response.status_code, http_date(response.headers.get("date", ""))))
        if not response.is_success:
            raise failures.from_status(response, body.data, self.origin, as_of - SECOND)
        if body.fault is BodyFault.TOO_LONG:
            raise TooBig(self.host, call.bounds.size)
        if body.fault is not None:
            raise Unreadable(self.host, _FAULTS[body.fault], body.encoding)
        if body.encoding and body.data.lstrip()[:1] not in (b"{", b"["):
            raise Unreadable(self.host, AnswerFault.ENCODED, body.encoding)
        return body.data, as_of

    def _build(self, call: Call, bearer: SecretStr | None) -> httpx.Request:
        if not call.path.startswith("/") or call.path.startswith("//"):
            raise ValueError("only paths of the own origin are sent")
        try:
            request = self._client.build_request(
                call.method,
                self.origin + call.path,
                params=list(call.query) or None,
                json=call.json,
                headers={**_HEADERS, **call.headers},
            )
        except UnicodeEncodeError:
            raise NotSendable(InputFault.HALF_CHARACTER) from None
        except httpx.InvalidURL:
            raise NotSendable(InputFault.TOO_LONG) from None
        if bearer is not None:
            request.headers["authorization"] = f"Bearer {bearer.get_secret_value()}"
        return request

    async def _receive(self, request: httpx.Request, bounds: Bounds) -> tuple[httpx.Response, Body]:
        response = await self._client.send(request, stream=True)
        try:
            if not response.is_success:
                return response, await read_body(response, failures.LONGEST_PAGE)
            if int(response.headers.get("content-length", 0)) > bounds.size:
                return response, Body(b"", BodyFault.TOO_LONG, "")
            return response, await read_body(response, bounds.size)
        finally:
            await response.aclose()

    def _read_clock(self, response: httpx.Response) -> datetime:
        """The end of the interval of the server's now. A cache's answer does not tell it."""
        date = http_date(response.headers.get("date", ""))
        if date is None or response.headers.get("age", "").strip().strip("0"):
            return self.clock.latest()
        self.clock.observe(date)
        return date + SECOND

    def unproven(self, detail: str) -> OutcomeUnknown:
        """The error for a write whose answer does not prove that the write happened."""
        return self.unknown(NotMedusa(self.host, detail))

    def unknown(self, cause: ConsoleError) -> OutcomeUnknown:
        """The error for a write about which `cause` proves nothing."""
        return OutcomeUnknown(cause, at=self.clock.now())

    def _lost(self, call: Call, error: ConsoleError) -> ConsoleError:
        """The error for `call`: OutcomeUnknown for a write that may have happened."""
        did_nothing = isinstance(
            error, Refused | Redirected | NoSuchRoute
        ) or failures.was_not_sent(error)
        if call.safe or call.leaves_nothing or did_nothing:
            return error
        return self.unknown(error)


def _pause_before_repeat(error: ConsoleError, call: Call, attempt: int) -> float | None:
    """Seconds to wait before the next attempt; None to give up."""
    if attempt > _REPEATS:
        return None
    jitter = random.uniform(*_PAUSE) * attempt  # noqa: S311  # spreads load, guards nothing
    match error:
        # 502, 503 and 504 are from a proxy in front, and likely over soon, as are 408 and 425.
        case (
            ServerFault(status=408 | 425 | 502 | 503 | 504)
            | TooManyRequests()
            | Intercepted(status=429)
        ):
            wait = error.retry_after
            return max(wait, jitter) if call.safe and wait <= _LONGEST_RETRY_AFTER else None
        case Unreachable() if failures.is_transient(error):
            return jitter if (call.safe if error.sent else attempt == 1) else None
        case _:
            return None


class _TooMuch(Exception):
    """The body has more values than its bounds allow."""


class _NotBuilt(Exception):
    """Says what was wrong with a body, without quoting it."""


def _build(body: bytes, into: TypeAdapter[T], bounds: Bounds) -> T:
    """`body` as `into` reads it. Raises _TooMuch and _NotBuilt."""
    match excess(body, bounds):
        case Excess.VALUES:
            raise _TooMuch
        case Excess.ROWS | Excess.DEPTH as found:
            raise _NotBuilt(f"the answer has {found.value}")
    try:
        return into.validate_json(body)
    except ValidationError as error:
        raise _NotBuilt(_what_was_wrong(error)) from None


def _what_was_wrong(error: ValidationError) -> str:
    """Names only fields and error types, because the values may be secret."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    first = found[0]
    place = ".".join(str(part) for part in first["loc"]) or "the whole answer"
    return f"unexpected answer at {place}: {first['type']}"
