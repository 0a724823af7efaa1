"""A leak desk before real Medusas, the demo store and a store that lies, and what leaked."""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, quote, urlsplit

import httpx
from pydantic import SecretStr

from medusa_console.domain import tokens
from medusa_console.domain.leak_answers import Case, Finding, StoreAnswer
from medusa_console.domain.leaks import Reading
from medusa_console.services.desk_stores import DeskStore
from medusa_console.services.leak_reading import read_text
from medusa_console.services.leaks import LeakDesk
from medusa_console.tasks import TaskScope
from medusa_console.ui.words import leaks as words
from tests.contract.backends import Backend, Place
from tests.contract.desks import opened
from tests.contract.making import Record, make_key, revoke
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, USER_ID, key_record, login_token
from tests.faults.server import Exchange, FaultServer
from tests.real_medusa import MedusaServer
from tests.services.conftest import MAYA, opening
from tests.services.ports import MemoryJournal, MemoryRevokes, MemoryVault
from tests.ui.standins import Clock
from tests.waiting import until

F = Finding
LIAR = "Liar"


class Liar:
    """Lists whatever it is asked for, names ids of others, and answers as Medusa does."""

    def __init__(self) -> None:
        self.server = FaultServer()
        self.server.on("POST", "/auth/user/emailpass", faults.json_answer({"token": login_token()}))
        self.server.on("GET", "/admin/api-keys", self._list)
        self.server.on("GET", "/admin/users/me", self._me)

    def _list(self, exchange: Exchange) -> None:
        asked = dict(parse_qsl(urlsplit(exchange.request.target).query))
        words = {value for name, value in asked.items() if name not in ("fields", "order")}
        rows = [
            key_record(id=f"apk_01M{number:023d}", redacted=word)
            for number, word in enumerate(sorted(words))
        ]
        faults.json_answer({"api_keys": rows, "count": len(rows)})(exchange)

    def _me(self, exchange: Exchange) -> None:
        if exchange.request.headers["authorization"].startswith("Basic"):
            message = f"User with id: {key_record()['id']} was not found"
            faults.refusal(404, message, "not_found")(exchange)
        else:
            faults.json_answer({"user": {"id": USER_ID, "email": MAYA}})(exchange)

    @property
    def received(self) -> str:
        """All that it ever got."""
        return "\n".join(
            f"{one.method} {one.target} {one.headers} {one.body!r}" for one in self.server.requests
        )


@dataclass
class Desk:
    """The desk, what was opened for it, and what it keeps."""

    desk: LeakDesk
    clock: Clock
    journal: MemoryRevokes
    liar: Liar
    stores: dict[str, Backend]
    admins: dict[str, httpx.AsyncClient] = field(default_factory=dict)

    async def settled(self) -> None:
        """All stores have said all that they say by themselves."""
        busy = (Finding.LISTING, Finding.ASKING)
        await until(
            lambda: all(
                answer.finding not in busy
                and not (answer.finding is F.LISTED and answer.why_not is None)
                for case in self.desk.cases
                for answer in case.answers
            )
        )

    async def paste(self, text: str) -> Reading:
        """Read a text, look for its keys, and wait for the stores."""
        reading = await read_text(text)
        self.desk.begin(reading)
        await self.settled()
        return reading


@asynccontextmanager
async def desk_of(*places: Place) -> AsyncIterator[Desk]:
    """A desk before these places and a liar, signed in everywhere."""
    clock, journal, liar = Clock(), MemoryRevokes(), Liar()
    faults_told: list[BaseException] = []
    tasks = TaskScope(lambda error, doing=None, again=None: faults_told.append(error), clock.value)
    entries: list[DeskStore] = []
    async with AsyncExitStack() as stack:
        stack.callback(liar.server.close)
        stores: dict[str, Backend] = {}
        admins: dict[str, httpx.AsyncClient] = {}
        for place in places:
            transport: httpx.AsyncBaseTransport = (
                httpx.AsyncHTTPTransport()
                if place.asgi is None
                else httpx.ASGITransport(place.asgi, raise_app_exceptions=False)
            )
            backend = Backend(place, await stack.enter_async_context(transport))
            token = await backend.admin_token()
            services = await stack.enter_async_context(opened(backend, token))
            entries.append(DeskStore(replace(services.store, id=place.name), services))
            stores[place.name], admins[place.name] = backend, backend.bearing(token)
        lying = replace(entries[0].store, id=LIAR, name=LIAR, origin=liar.server.origin)
        opened_liar = await stack.enter_async_context(
            opening(lying, MemoryVault(), MemoryJournal())
        )
        session = opened_liar.services.session
        await session.restore(kept=False)
        await session.sign_in(MAYA, SecretStr(PASSWORD), keep=False)
        entries.insert(1, DeskStore(lying, opened_liar.services))
        stack.push_async_callback(tasks.aclose)
        desk = LeakDesk(lambda: entries, journal, lambda _: None, tasks)
        yield Desk(desk, clock, journal, liar, stores, admins)
        desk.clear()
    assert faults_told == []


@dataclass(frozen=True)
class Known:
    """What a test knows of a token: `where` it is, what the desk must find there, and of which
    records. `text` is how it stands in the leaked text."""

    token: str
    where: str
    finding: Finding
    records: tuple[str, ...]
    text: str

    @property
    def shown(self) -> str:
        return self.token[:6] if self.is_cut else tokens.redact(self.token)

    @property
    def is_cut(self) -> bool:
        return self.token in self.text and len(self.token) < 67


def sql_of(server: MedusaServer, key_id: str, redacted: str) -> None:
    """Give the record of another key this redacted form."""
    server.sql(f"update api_key set redacted = '{redacted}' where id = '{key_id}'")


def end_other_keys(*servers: MedusaServer) -> None:
    """Let the secret keys of other tests end, and what has an end. A Medusa hashes a key that is
    presented with the salt of each working one: a hundred of them make a refusal take seconds. Of
    ends, the program reminds. What tests share in these stores is made anew by whoever is next."""
    for server in servers:
        server.kept.clear()
        server.sql(
            "update api_key set revoked_at = now(), revoked_by = '' where revoked_at > now() "
            "or (type = 'secret' and revoked_at is null)"
        )


def foreign(kind: str = "sk") -> str:
    return f"{kind}_{secrets.token_hex(32)}"


def forged(redacted: str) -> str:
    """Another key of this redacted form."""
    return f"{redacted[:6]}{secrets.token_hex(29)}{redacted[-3:]}"


async def leaked(desk: Desk, servers: dict[str, MedusaServer]) -> list[Known]:
    """Forty tokens of every kind, and what is true of them."""
    known: list[Known] = []
    cut_to: set[str] = set()

    def add(token: str, where: str, finding: Finding, *records: Record, text: str = "") -> None:
        ids = tuple(sorted(str(record["id"]) for record in records))
        known.append(Known(token, where, finding, ids, text or f"MEDUSA_KEY={token}"))

    for name, admin in desk.admins.items():

        async def make(
            title: str, kind: str = "secret", admin: httpx.AsyncClient = admin
        ) -> Record:
            return await make_key(admin, title, kind)

        plain, basic, escaped, planned, dead, gone, cut, shown = [
            await make("ERP nightly sync") for _ in range(8)
        ]
        while cut["token"][:6] in cut_to:  # two cut to the same are one to the desk
            cut = await make("ERP nightly sync")
        cut_to.add(cut["token"][:6])
        front, old_front = [await make("Webshop", "publishable") for _ in range(2)]
        await revoke(admin, planned, 3600)
        for one in (dead, gone, old_front):
            await revoke(admin, one)
        await admin.delete(f"/admin/api-keys/{gone['id']}")
        add(plain["token"], name, F.THIS_KEY, plain)
        pair = base64.b64encode(f"{basic['token']}:".encode()).decode()
        add(basic["token"], name, F.THIS_KEY, basic, text=f"Authorization: Basic {pair}")
        add(escaped["token"], name, F.THIS_KEY, escaped, text=quote(f'"{escaped["token"]}"'))
        add(planned["token"], name, F.THIS_KEY, planned)
        add(dead["token"], name, F.REVOKED_ALIKE, dead)
        add(gone["token"], "", F.NOT_LISTED)
        add(cut["token"][:30], name, F.CANDIDATES, cut, text=cut["token"][:30])
        add(shown["token"], name, F.CANDIDATES, shown, text=tokens.redact(shown["token"]))
        add(front["token"], name, F.PUBLISHABLE, front, text=json.dumps({"key": front["token"]}))
        add(old_front["token"], name, F.PUBLISHABLE, old_front)
        if (server := servers.get(name)) is None:
            continue
        # Twins in the redacted form, as 20,000 keys have a dozen of.
        live, twin_of_live, dead, twin_of_dead, twin = [await make("Twin") for _ in range(5)]
        await revoke(admin, dead)
        sql_of(server, twin_of_live["id"], live["redacted"])
        sql_of(server, twin_of_dead["id"], dead["redacted"])
        stranger = foreign()
        sql_of(server, twin["id"], tokens.redact(stranger))
        add(live["token"], name, F.THIS_KEY, live)
        add(dead["token"], name, F.REVOKED_ALIKE, dead)
        add(stranger, name, F.ANOTHER_KEY, twin)
    add(foreign(), "", F.NOT_LISTED)
    of_curl = foreign()
    add(of_curl, "", F.NOT_LISTED, text=f"curl -u {of_curl}: https://shop.example")
    add(foreign("pk"), "", F.NOT_LISTED)
    add(foreign("pk"), "", F.NOT_LISTED)
    return known


async def every_record(admin: httpx.AsyncClient) -> list[Record]:
    """All keys of a store."""
    answer = await admin.get("/admin/api-keys", params={"limit": 10_000})
    records: list[Record] = answer.json()["api_keys"]
    return records


def like(beginning: str, records: list[Record]) -> tuple[str, ...]:
    """The ids of those whose redacted form begins so."""
    return tuple(sorted(one["id"] for one in records if one["redacted"].startswith(beginning)))


def case_of(desk: LeakDesk, one: Known) -> Case:
    (case,) = [
        case
        for case in desk.cases
        if (case.key.secret is not None and case.key.secret.get_secret_value() == one.token)
        or (case.key.secret is None and case.key.shown == one.shown)
    ]
    return case


def at(case: Case, name: str) -> StoreAnswer:
    (answer,) = [answer for answer in case.answers if answer.store.id == name]
    return answer


async def lists_of(desk: Desk) -> dict[str, list[Record]]:
    """All keys of all stores, by the store's name."""
    return {name: await every_record(admin) for name, admin in desk.admins.items()}


def told_apart(desk: Desk, known: list[Known], lists: dict[str, list[Record]]) -> None:
    """The desk has found of each token what is true of it, in every store; it says so, and offers
    to revoke what works and nothing else."""
    for one in known:
        case = case_of(desk.desk, one)
        for answer in case.answers:
            here = answer.store.id == one.where
            expected = (one.finding, one.records) if here else (F.NOT_LISTED, ())
            if one.is_cut:  # six characters may be those of several keys
                ids = like(one.token[:6], lists.get(answer.store.id, []))
                expected = (F.CANDIDATES if ids else F.NOT_LISTED, ids)
                here = bool(ids)
            found = (answer.finding, tuple(sorted(record.id for record in answer.records)))
            assert (answer.store.id, one.text, found) == (answer.store.id, one.text, expected)
            assert _WORDS[answer.finding] in _said(case, answer)
            offered = here and one.finding in (F.THIS_KEY, F.CANDIDATES, F.PUBLISHABLE)
            working = {record.id for record in answer.working}
            assert {record.id for record in answer.revocable} == (working if offered else set())
        assert case.certain is None  # of forty, none is beyond question


_WORDS = {
    F.THIS_KEY: "It works right now: {store} accepted this very key at ",
    F.CANDIDATES: "It is not known whether it works: This is not the secret and does not prove a ",
    F.ANOTHER_KEY: "It does not work here: Refused. “Twin” only looks the same in the shortened "
    "form; it is another key.",
    F.REVOKED_ALIKE: "It does not work here: A revoked key with this shortened form exists: “",
    F.PUBLISHABLE: "Active, and public by design: Every storefront that uses it shows this key to ",
    F.NOT_LISTED: "Not in ",
}


def _said(case: Case, answer: StoreAnswer) -> str:
    """What stands on the card of this store, with its name as `{store}`."""
    if answer.finding is F.NOT_LISTED:
        stores = [one.store for one in case.answers if one.finding is F.NOT_LISTED]
        elsewhere = len(stores) < len(case.answers)
        text = words.nowhere(stores, elsewhere=elsewhere)
        assert elsewhere is not text.endswith(" That does not prove that it is dead.")
        return text
    text = f"{words.headline(answer)}: {words.finding(answer, case.key, listing=1)}"
    return text.replace(answer.store.name, "{store}")
