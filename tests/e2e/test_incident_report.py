"""Every id and every time of an incident report is what the real Medusa says."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
from PySide6.QtWidgets import QApplication

from medusa_console.domain.incident_report import Incident
from medusa_console.domain.leak_answers import ProofState
from medusa_console.domain.markdown import as_markdown
from medusa_console.services.incidents import gather
from medusa_console.services.trace_looks import TraceLook
from medusa_console.ui.leaks.report_pdf import text_of
from medusa_console.ui.words.incident import document
from tests.contract.backends import Backend, unique
from tests.contract.conftest import real
from tests.contract.making import Record, invite, join, make_customer, make_key
from tests.e2e.leak_desks import Desk, at, desk_of, end_other_keys
from tests.real_medusa import MedusaServer

ROUTES = {
    "apk": "api-keys",
    "user": "users",
    "cus": "customers",
    "cusgroup": "customer-groups",
    "invite": "invites",
}
EXACT = re.compile(r"`([^`]+)`")
ID = re.compile(r"([a-z]+)_[0-9A-Z]{26}")
PRECISE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
SECONDS = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)Z")
NORTH, SOUTH = "Northwind", "Southwind"


async def now(admin: httpx.AsyncClient) -> datetime:
    """The server's time, to the second."""
    return parsedate_to_datetime((await admin.get("/admin/users/me")).headers["date"])


async def do_much(backend: Backend, key: Record) -> None:
    """What a thief does with a key where roles are off."""
    theirs = backend.holding(key["token"])
    child = await make_key(theirs, unique())
    await make_key(backend.holding(child["token"]), unique())
    for _ in range(3):
        await make_customer(theirs, email=f"{unique()}@example.com")
    group = await theirs.post("/admin/customer-groups", json={"name": unique()})
    assert group.is_success
    await invite(theirs, f"{unique()}@example.com")
    await join(backend)


async def reported(desk: Desk, name: str, *, people: bool) -> Incident:
    (entry,) = [one for one in desk.desk.all_stores if one.store.id == name]
    others = [one.store for one in desk.desk.all_stores]
    return await gather(desk.desk.cases, entry, others, seconds=60, practice=False, people=people)


async def read_again(desk: Desk, name: str, markdown: str, since: datetime) -> set[str]:
    """Every id of the report is a record's, every precise time is one that such a record has, and
    every other one lies between `since` and now. Returns the ids."""
    admin = desk.admins[name]
    texts = EXACT.findall(markdown)
    ids = {match[0] for text in texts for match in [*ID.finditer(text)]}
    times: set[str] = set()
    for one in ids:
        answer = await admin.get(f"/admin/{ROUTES[one.partition('_')[0]]}/{one}")
        assert answer.status_code == 200, one
        (record,) = answer.json().values()
        assert record["id"] == one
        moments = ("created_at", "updated_at", "revoked_at")
        times |= {str(record[moment]) for moment in moments if record.get(moment)}
    precise = {text for text in texts if PRECISE.fullmatch(text)}
    assert precise
    assert precise <= times
    until = await now(admin) + timedelta(seconds=1)
    for text in texts:
        if match := SECONDS.fullmatch(text):
            at = datetime.fromisoformat(match[1]).replace(tzinfo=UTC)
            assert since - timedelta(seconds=62) <= at <= until, text
    return ids


def shown_of(record: dict[str, Any]) -> str:
    return f"`revoked_at` `{record['revoked_at']}` and `revoked_by` `{record['revoked_by']}`"


async def test_every_id_and_time_of_a_report_can_be_read_again_with_roles_on_and_off(
    medusa_plain: MedusaServer, medusa_rbac: MedusaServer, qapp: QApplication
) -> None:
    end_other_keys(medusa_plain, medusa_rbac)
    async with desk_of(real(NORTH, medusa_plain), real(SOUTH, medusa_rbac)) as desk:
        since = {name: await now(admin) for name, admin in desk.admins.items()}
        made = {name: await make_key(admin, unique()) for name, admin in desk.admins.items()}
        await do_much(desk.stores[NORTH], made[NORTH])
        text = "\n".join(f"MEDUSA_API_KEY={key['token']}" for key in made.values())
        await desk.paste(text)
        for name, key in made.items():
            (case,) = [one for one in desk.desk.cases if at(one, name).named == key["id"]]
            services = next(e for e in desk.desk.all_stores if e.store.id == name).services
            assert services is not None
            await services.permissions.learn()
            proof = await desk.desk.revoke(case.key.id, name, key["id"])
            assert proof is not None
            assert proof.state is ProofState.DEAD

        for name in made:
            told = await reported(desk, name, people=False)
            await check(desk, name, made, told, since[name])
            assert "Nobody looked for what the key did." in as_markdown(document(told, most=None))

        (entry,) = [one for one in desk.desk.all_stores if one.store.id == NORTH]
        assert entry.services is not None
        trace = await entry.services.traces.trace(made[NORTH]["id"], None, lambda _: None)
        entry.services.looks.keep(TraceLook(trace, trace.since))
        told = await reported(desk, NORTH, people=False)
        ids = await check(desk, NORTH, made, told, since[NORTH])
        kinds = {one.partition("_")[0] for one in ids}
        assert kinds == set(ROUTES)
        named = as_markdown(document(await reported(desk, NORTH, people=True), most=None))
        assert f"`{medusa_plain.email}`" in named
        assert made[SOUTH]["id"] not in named


async def check(
    desk: Desk, name: str, made: dict[str, Record], told: Incident, since: datetime
) -> set[str]:
    """The report is true, and tells of nobody and of no other store."""
    markdown = as_markdown(document(told, most=None))
    key = made[name]
    record = (await desk.admins[name].get(f"/admin/api-keys/{key['id']}")).json()["api_key"]
    assert shown_of(record) in markdown
    assert f"Revoked by `{record['revoked_by']}` at `{record['revoked_at']}`, from" in markdown
    assert ("Roles (RBAC): off" in markdown) is (name == NORTH)
    assert ("Everybody sets a new password" in markdown) is (name == NORTH)
    for row, status in (("presented: refused", 401), ("accepted our own session", 200)):
        assert re.search(rf"`[^`]+Z` \| .*{row} \| `{status}` \|", markdown)
    (other,) = [one for one in desk.admins if one != name]
    laid_out = text_of(document(told, most=200)).toPlainText()
    for text in (markdown, laid_out):
        for untold in (
            *(one["token"] for one in made.values()),
            made[other]["id"],
            desk.admins[other].base_url.netloc.decode(),
            "@",
        ):
            assert untold not in text
    ids = await read_again(desk, name, markdown, since)
    assert all(one in laid_out for one in ids)
    return ids
