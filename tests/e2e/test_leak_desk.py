"""The leak desk before two real Medusas, the demo store and a store that lies, all at once."""

from __future__ import annotations

import base64
import json
import logging
import secrets
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, quote, urlsplit

import httpx
import pytest
from pydantic import SecretStr

from medusa_console.domain import tokens
from medusa_console.domain.leak_answers import Case, Finding, ProofState, StoreAnswer, WhyNot
from medusa_console.domain.leaks import Reading
from medusa_console.services.desk_stores import DeskStore
from medusa_console.services.leak_reading import read_text
from medusa_console.services.leaks import LeakDesk
from medusa_console.tasks import TaskScope
from tests.contract.backends import Backend, Place
from tests.contract.conftest import demo, real
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


@pytest.fixture
def demo_place() -> Iterator[Place]:
    with demo("Demo", rbac=True) as place:
        yield place


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


def foreign(kind: str = "sk") -> str:
    return f"{kind}_{secrets.token_hex(32)}"


def forged(redacted: str) -> str:
    """Another key of this redacted form."""
    return f"{redacted[:6]}{secrets.token_hex(29)}{redacted[-3:]}"


async def leaked(desk: Desk, servers: dict[str, MedusaServer]) -> list[Known]:
    """Forty tokens of every kind, and what is true of them."""
    known: list[Known] = []

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


@pytest.fixture
def wire(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """The addresses of all requests of this test, as httpx logs them."""
    caplog.set_level(logging.INFO, "httpx")
    return caplog


async def test_forty_leaked_tokens_are_told_apart_and_those_that_work_are_killed(
    medusa_rbac: MedusaServer,
    medusa_plain: MedusaServer,
    demo_place: Place,
    wire: pytest.LogCaptureFixture,
) -> None:
    servers = {"Roles": medusa_rbac, "Plain": medusa_plain}
    places = [real(name, server) for name, server in servers.items()]
    async with desk_of(*places, demo_place) as desk:
        known = await leaked(desk, servers)
        assert len(known) == 40
        text = "\n".join(f"2026-03-01 worker {n}: {one.text}" for n, one in enumerate(known))
        reading = await desk.paste(text)
        lines = sorted(place.line for key in reading.keys for place in key.places)
        assert lines == list(range(1, 41))
        assert len(reading.keys) == 40
        lists = {name: await every_record(admin) for name, admin in desk.admins.items()}
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
                offered = here and one.finding in (F.THIS_KEY, F.CANDIDATES, F.PUBLISHABLE)
                working = {record.id for record in answer.working}
                assert {record.id for record in answer.revocable} == (working if offered else set())
            assert case.certain is None  # of forty, none is beyond question

        # The liar, who would have listed and accepted anything.
        received = desk.liar.received
        for one in known:
            digits = one.token[3:]
            runs = {digits[start : start + 8] for start in range(len(digits) - 7)}
            assert not any(run in received for run in runs)
            assert tokens.redact(one.token) not in received
            pair = base64.b64encode(f"{one.token}:".encode()).decode()
            assert pair[6:20] not in received
        assert "Basic" not in received

        # What works is killed, where it works, and proven.
        took: list[float] = []
        killed = [one for one in known if one.finding is F.THIS_KEY]
        fronts = [one for one in known if one.finding is F.PUBLISHABLE]
        for one in (*killed, *fronts):
            case = case_of(desk.desk, one)
            (record,) = at(case, one.where).records
            if not at(case, one.where).revocable:
                continue
            began = time.monotonic()
            proof = await desk.desk.revoke(case.key.id, one.where, record.id)
            took.append(time.monotonic() - began)
            assert proof is not None
            assert (proof.state, proof.record.id) == (ProofState.DEAD, record.id)
            assert case_of(desk.desk, one).dead
        assert len(took) == 17
        assert desk.journal.lines == {}
        # Nothing else was touched: the same text again shows all others as they were.
        await desk.paste(text)
        for one in known:
            answers = case_of(desk.desk, one).answers
            if one in killed:
                (answer,) = [answer for answer in answers if answer.finding is not F.NOT_LISTED]
                assert (answer.store.id, answer.finding) == (one.where, F.REVOKED_ALIKE)
            elif one.where and one not in fronts and not one.is_cut:
                assert at(case_of(desk.desk, one), one.where).finding is one.finding
        assert desk.liar.received.count("Basic") == 0

    urls = [record.getMessage() for record in wire.records if record.name == "httpx"]
    assert len(urls) > 100
    for url in urls:
        assert not tokens.may_hold_a_key(url)
        assert "***" not in url
        assert not any(one.token[:6] in url or one.token[3:11] in url for one in known)


async def test_a_staging_restored_from_the_live_database_accepts_what_live_refuses(
    medusa_rbac: MedusaServer, medusa_plain: MedusaServer
) -> None:
    places = (real("Live", medusa_rbac), real("Staging", medusa_plain))
    async with desk_of(*places) as desk:
        key = await make_key(desk.admins["Live"], "ERP nightly sync")
        row = medusa_rbac.sql(f"select to_json(k) from api_key k where id = '{key['id']}'")
        medusa_plain.sql(
            f"insert into api_key select * from json_populate_record(null::api_key, $${row}$$)"
        )
        await desk.paste(f"MEDUSA_API_KEY={key['token']}")
        (case,) = desk.desk.cases
        for name in ("Live", "Staging"):
            assert at(case, name).why_not is WhyNot.SEVERAL_STORES

        async def ask_and_kill(name: str) -> None:
            desk.desk.present(case.key.id, name)
            await until(lambda: at(desk.desk.cases[0], name).finding is F.THIS_KEY)
            proof = await desk.desk.revoke(case.key.id, name, key["id"])
            assert proof is not None
            assert proof.state is ProofState.DEAD

        await ask_and_kill("Live")
        assert not desk.desk.cases[0].dead  # no 'Dead' stands alone
        await ask_and_kill("Staging")
        assert desk.desk.cases[0].dead
        medusa_plain.sql(f"delete from api_key where id = '{key['id']}'")


async def test_a_forged_key_for_every_living_one_gets_no_offer_to_revoke(
    medusa_rbac: MedusaServer, medusa_plain: MedusaServer
) -> None:
    places = (real("Roles", medusa_rbac), real("Plain", medusa_plain))
    async with desk_of(*places) as desk:
        fakes = []
        for admin in desk.admins.values():
            made = [await make_key(admin, "ERP nightly sync") for _ in range(10)]
            fakes += [forged(one["redacted"]) for one in made]
        await desk.paste("\n".join(fakes))
        assert len(desk.desk.cases) == 20
        for case in desk.desk.cases:
            findings = sorted(a.finding.name for a in case.answers)
            assert findings == ["ANOTHER_KEY", "NOT_LISTED", "NOT_LISTED"]
            assert [answer.revocable for answer in case.answers] == [(), (), ()]
            assert case.accepted == ()
