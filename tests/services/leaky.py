"""Stores with keys, on sockets, whose every answer can be spoiled; and a leak desk before them."""

from __future__ import annotations

import base64
import itertools
import json
import re
import threading
import weakref
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import formatdate
from functools import partial
from typing import Any
from urllib.parse import parse_qs, urlsplit

from pydantic import SecretStr

from medusa_console.domain import tokens
from medusa_console.domain.leak_answers import Case, Finding, Proof, StoreAnswer
from medusa_console.domain.leaks import FoundKey, Reading
from medusa_console.domain.pending_revoke import PendingRevoke
from medusa_console.domain.store import Environment, Store
from medusa_console.domain.tokens import Form, TokenKind
from medusa_console.services.desk_stores import DeskStore
from medusa_console.services.leaks import LeakDesk
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, USER_ID, key_record, login_token, stamp
from tests.faults.server import Behaviour, Exchange, FaultServer
from tests.services.conftest import MAYA, REFRESH, SIGN_IN, opening
from tests.services.ports import MemoryJournal, MemoryRevokes, MemoryVault
from tests.ui.standins import Clock, turns
from tests.waiting import until

KEYS = "/admin/api-keys"
ME = "/admin/users/me"
UNAUTHORIZED = faults.refusal(401, "Unauthorized")
FORBIDDEN = faults.refusal(403, "Forbidden", "forbidden")
BROKEN = faults.refusal(500, "An unknown error occurred.", "unknown_error")
NO_VALID_KEY = faults.refusal(
    400, "A valid publishable key is required to proceed with the request", "not_allowed"
)
_numbers = itertools.count(1)


def token(prefix: str = "sk", *, like: str = "") -> str:
    """A key of its own; `like` another one in the redacted form alone."""
    number = next(_numbers)
    if like:
        return f"{like[:6]}{number:058x}{like[-3:]}"
    return f"{prefix}_{number % 4096:03x}{'a1' * 29}{number // 4096:03x}"


def found(key: str, **fields: Any) -> FoundKey:
    """A whole key as a text holds it; `sk_abc***xyz` and `sk_abcdef12` as well."""
    kind = TokenKind.SECRET if key.startswith("sk_") else TokenKind.PUBLISHABLE
    if tokens.kind_of(key) is not None:
        shown, form, secret = tokens.redact(key), Form.WHOLE, SecretStr(key)
    else:
        form = Form.REDACTED if "***" in key else Form.CUT
        shown, secret = (key if form is Form.REDACTED else key[:6]), None
    return FoundKey(f"found {key[:20]} {hash(key)}", kind, form, shown, secret, **fields)


def reading(*keys: str | FoundKey, **fields: Any) -> Reading:
    """A text that holds these keys."""
    all_keys = tuple(found(key) if isinstance(key, str) else key for key in keys)
    return Reading(all_keys, **{"key_count": len(all_keys), **fields})


@dataclass
class KeyStore:
    """A store that behaves, until a test gives it a `script` for one kind of request: `list`,
    `get`, `create`, `revoke`, `key` (a secret key is presented), `us` (our session on the same
    route) and `front` (a publishable key is presented). As in FaultServer, a script's last
    behaviour stays; None is the store's honest answer."""

    name: str
    environment: Environment = Environment.LIVE
    server: FaultServer = field(default_factory=FaultServer)
    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    scripts: dict[str, list[Behaviour | None]] = field(default_factory=dict)
    presented: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)  # the kinds of requests, in order
    ahead: timedelta = timedelta()  # so far its clock is ahead of ours
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def __post_init__(self) -> None:
        self.server.on("POST", SIGN_IN, lambda exchange: self._serve("sign_in", exchange))
        self.server.on("POST", REFRESH, lambda exchange: self._serve("refresh", exchange))
        self.server.on("GET", KEYS, lambda exchange: self._serve("list", exchange))
        self.server.on("POST", KEYS, lambda exchange: self._serve("create", exchange))
        self.server.on("GET", ME, lambda exchange: self._serve(_who(exchange), exchange))
        flags = {"rbac": False, "rbac_filter_fields": False}
        self.server.on("GET", "/admin/feature-flags", faults.json_answer({"feature_flags": flags}))
        self.server.on("GET", "/store/regions", lambda exchange: self._serve("front", exchange))

    @property
    def store(self) -> Store:
        name = self.name.lower()
        return Store(name, self.name, self.server.origin, self.environment, email=MAYA)

    def add(self, key: str, title: str = "ERP nightly sync", **fields: Any) -> str:
        """A record of `key`; returns its id."""
        key_id = f"apk_01M{next(_numbers):023d}"
        public = key.startswith("pk_")
        self.records[key_id] = key_record(
            id=key_id,
            title=title,
            redacted=tokens.redact(key),
            type="publishable" if public else "secret",
            token=key if public else "",
            **fields,
        )
        self.tokens[key_id] = key
        one = f"{KEYS}/{key_id}"
        self.server.on("GET", one, lambda exchange: self._serve("get", exchange))
        self.server.on("POST", f"{one}/revoke", lambda exchange: self._serve("revoke", exchange))
        return key_id

    def script(self, kind: str, *behaviours: Behaviour | None) -> None:
        """What happens to the next requests of that kind."""
        with self.lock:
            self.scripts[kind] = list(behaviours)

    def accepts(self, key: str) -> str:
        """The id of the working record of `key`; "" if there is none."""
        for key_id, known in list(self.tokens.items()):  # others may add one meanwhile
            if known == key and key_id in self.records and not self._is_revoked(key_id):
                return key_id
        return ""

    def revoke(self, key_id: str, seconds: float = 0) -> None:
        """The record is revoked from now on, or in so many seconds, whoever did it."""
        at = stamp(self.now() + timedelta(seconds=seconds))
        self.records[key_id] |= {"revoked_at": at, "revoked_by": USER_ID}

    def now(self) -> datetime:
        """What its clock shows."""
        return datetime.now(UTC) + self.ahead

    def _is_revoked(self, key_id: str) -> bool:
        revoked_at = self.records[key_id]["revoked_at"]
        return revoked_at is not None and revoked_at <= stamp(self.now())

    def _serve(self, kind: str, exchange: Exchange) -> None:
        with self.lock:
            script = self.scripts.get(kind) or [None]
            behaviour = script.pop(0) if len(script) > 1 else script[0]
            if kind in ("key", "front"):
                self.presented.append(presented(exchange))
            self.asked.append(kind)  # last: whoever sees it may change the script
        dated = _Dated(exchange.request, exchange.socket, exchange.closing, now=self.now)
        (behaviour or getattr(self, f"_{kind}"))(dated)
        exchange.keep_open = dated.keep_open

    def _sign_in(self, exchange: Exchange) -> None:
        day = login_token(age=-int(self.ahead.total_seconds()))
        faults.json_answer({"token": day})(exchange)

    _refresh = _sign_in

    def _list(self, exchange: Exchange) -> None:
        query = parse_qs(urlsplit(exchange.request.target).query)
        rows = sorted(self.records.values(), key=lambda one: str(one["id"]))
        offset, limit = int(query.get("offset", ["0"])[0]), int(query["limit"][0])
        page = rows[offset : offset + limit]
        answer = {"api_keys": page, "count": len(rows), "offset": offset, "limit": limit}
        faults.json_answer(answer)(exchange)

    def _create(self, exchange: Exchange) -> None:
        faults.json_answer({"api_key": self.create(exchange)})(exchange)

    def create(self, exchange: Exchange) -> dict[str, Any]:
        """What the request asks for; the answer, which alone holds the secret."""
        wanted = json.loads(exchange.request.body)
        key = token("sk" if wanted["type"] == "secret" else "pk")
        key_id = self.add(key, wanted["title"], created_at=stamp(self.now()))
        answer = self.records[key_id] | {"token": key, "deleted_at": None}
        del answer["sales_channels"]
        return answer

    def _get(self, exchange: Exchange) -> None:
        record = self.records.get(exchange.request.path.split("/")[3])
        if record is None:
            faults.refusal(404, "API Key was not found", "not_found")(exchange)
        else:
            faults.json_answer({"api_key": record})(exchange)

    def _revoke(self, exchange: Exchange) -> None:
        key_id = exchange.request.path.split("/")[3]
        if key_id not in self.records:
            faults.json_answer({})(exchange)
        elif self._is_revoked(key_id):
            faults.refusal(400, "Already revoked.", "invalid_data")(exchange)
        else:
            self.revoke(key_id, json.loads(exchange.request.body or b"{}").get("revoke_in", 0))
            faults.json_answer({"api_key": self.records[key_id]})(exchange)

    def _key(self, exchange: Exchange) -> None:
        if key_id := self.accepts(presented(exchange)):
            names(key_id)(exchange)
        else:
            UNAUTHORIZED(exchange)

    def _us(self, exchange: Exchange) -> None:
        faults.json_answer({"user": {"id": USER_ID, "email": MAYA}})(exchange)

    def _front(self, exchange: Exchange) -> None:
        if self.accepts(presented(exchange)):
            faults.json_answer({"regions": [], "count": 0, "offset": 0, "limit": 1})(exchange)
        else:
            NO_VALID_KEY(exchange)


def presented(exchange: Exchange) -> str:
    """The key with which the request came."""
    headers = exchange.request.headers
    if front := headers.get("x-publishable-api-key"):
        return front
    pair = headers["authorization"].partition(" ")[2]
    return base64.b64decode(pair).decode().rstrip(":")


def names(key_id: str) -> Behaviour:
    """Medusa's answer to a living key."""
    return faults.refusal(404, f"User with id: {key_id} was not found", "not_found")


def _who(exchange: Exchange) -> str:
    scheme = exchange.request.headers.get("authorization", "").partition(" ")[0]
    return "key" if scheme == "Basic" else "us"


@dataclass
class _Dated(Exchange):
    """Sends what is sent with the date of another clock, as it is then: no record is newer."""

    now: Callable[[], datetime] = field(kw_only=True)

    def send(self, data: bytes) -> None:
        date = formatdate(self.now().timestamp(), usegmt=True).encode()
        super().send(re.sub(rb"(?m)^Date: [^\r]*", b"Date: " + date, data, count=1))


@dataclass
class Bench:
    """A leak desk before some stores, and what surrounds it."""

    desk: LeakDesk
    clock: Clock
    journal: MemoryRevokes
    entries: list[DeskStore]
    open: Callable[[Store], Any]
    copied: dict[str, float] = field(default_factory=dict)
    reported: list[BaseException] = field(default_factory=list)

    def services(self, store: KeyStore) -> StoreServices:
        """The open services of a store."""
        (services,) = [e.services for e in self.entries if e.store.origin == store.store.origin]
        assert services is not None
        return services

    def begin(self, *keys: str | FoundKey, **fields: Any) -> tuple[str, ...]:
        """Paste a text with these keys; returns the ids of the cases."""
        self.desk.begin(reading(*keys, **fields))
        return tuple(case.key.id for case in self.desk.cases)

    def case(self, number: int = 0) -> Case:
        return self.desk.cases[number]

    def answer(self, store: KeyStore, number: int = 0) -> StoreAnswer:
        """What a store says of the key of that number."""
        origin = store.store.origin
        (answer,) = [a for a in self.case(number).answers if a.store.origin == origin]
        return answer

    async def settled(self, store: KeyStore, number: int = 0) -> StoreAnswer:
        """What the store says once it is no longer being listed or asked."""
        busy = (Finding.LISTING, Finding.ASKING)
        await until(lambda: self.answer(store, number).finding not in busy)
        return self.answer(store, number)

    async def this_key(self, store: KeyStore, key: str) -> StoreAnswer:
        """Paste `key`, and wait until the store has accepted and named it."""
        self.begin(key)
        await until(lambda: self.answer(store).finding is Finding.THIS_KEY)
        return self.answer(store)

    async def revoke(self, store: KeyStore, record_id: str = "", number: int = 0) -> Proof | None:
        """Press 'Revoke' for a record that the store says may be it."""
        answer = self.answer(store, number)
        record_id = record_id or answer.records[0].id
        return await self.desk.revoke(self.case(number).key.id, answer.store.id, record_id)

    async def proven(self, store: KeyStore, number: int = 0) -> Proof:
        """The proof once it does not go on by itself; its pauses pass at once."""

        def proof() -> Proof:
            found = self.answer(store, number).proof
            assert found is not None
            return found

        while (before := proof()).running:
            await turns(3)
            await self.clock.advance(2)
            await until(partial(_moved, before, proof))
        return proof()

    def line(self) -> PendingRevoke:
        """The only line of the journal."""
        (line,) = self.journal.lines.values()
        return line


@asynccontextmanager
async def bench(
    *stores: KeyStore, sign_in: bool = True, read_only: bool = False
) -> AsyncIterator[Bench]:
    """A desk before these stores, each open and signed in."""
    clock, journal = Clock(), MemoryRevokes()
    entries: list[DeskStore] = []
    reported: list[BaseException] = []
    copied: dict[str, float] = {}
    tasks = TaskScope(lambda error, doing=None, again=None: reported.append(error), clock.value)
    async with AsyncExitStack() as stack:

        async def open_one(store: Store) -> StoreServices:
            opened = await stack.enter_async_context(opening(store, MemoryVault(), MemoryJournal()))
            await opened.services.session.restore(kept=False)
            return opened.services

        for one in stores:
            stack.callback(one.server.close)
            store = replace(one.store, read_only=True) if read_only else one.store
            services = await open_one(store)
            if sign_in:
                await services.session.sign_in(MAYA, SecretStr(PASSWORD), keep=False)
            entries.append(DeskStore(store, services))
        stack.push_async_callback(tasks.aclose)
        desk = LeakDesk(
            lambda: entries, journal, lambda key: copied.get(key.get_secret_value()), tasks
        )
        yield Bench(desk, clock, journal, entries, open_one, copied, reported)
        desk.clear()
    assert reported == []


def watched(bench: Bench) -> list[weakref.ref[SecretStr]]:
    """The keys that the desk holds, without holding them."""
    keys = (case.key.secret for case in bench.desk.cases)
    return [weakref.ref(secret) for secret in keys if secret is not None]


def _moved(before: Proof, proof: Callable[[], Proof]) -> bool:
    return proof().tries > before.tries or not proof().running


def renamed(entry: DeskStore, name: str) -> DeskStore:
    """The entry after its store was renamed."""
    return replace(entry, store=replace(entry.store, name=name))
