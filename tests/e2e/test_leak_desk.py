"""The leak desk before two real Medusas, the demo store and a store that lies, all at once."""

from __future__ import annotations

import base64
import logging
import time
from datetime import UTC, datetime

import pytest

from medusa_console.domain import tokens
from medusa_console.domain.leak_answers import Finding, ProofState
from tests.contract.backends import Place
from tests.contract.conftest import real
from tests.contract.making import Record, make_key, revoke
from tests.e2e.leak_desks import (
    at,
    case_of,
    desk_of,
    end_other_keys,
    every_record,
    forged,
    leaked,
    lists_of,
    told_apart,
)
from tests.real_medusa import MedusaServer

F = Finding


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
    end_other_keys(medusa_rbac, medusa_plain)
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
        told_apart(desk, known, await lists_of(desk))

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


def lives(record: Record) -> bool:
    ends = record["revoked_at"]
    return ends is None or datetime.fromisoformat(ends) > datetime.now(UTC)


async def test_a_forged_key_for_every_living_one_gets_no_offer_to_revoke(
    medusa_rbac: MedusaServer, medusa_plain: MedusaServer
) -> None:
    end_other_keys(medusa_rbac, medusa_plain)
    places = (real("Roles", medusa_rbac), real("Plain", medusa_plain))
    async with desk_of(*places) as desk:
        living: list[tuple[str, str]] = []
        for name, admin in desk.admins.items():
            for _ in range(3):
                await make_key(admin, "ERP nightly sync")
            await revoke(admin, await make_key(admin, "ERP nightly sync"), 3600)
            living += [
                (name, one["redacted"])
                for one in await every_record(admin)
                if one["type"] == "secret" and lives(one)
            ]
        forms = sorted({form for _, form in living})
        await desk.paste("\n".join(map(forged, forms)))
        assert len(desk.desk.cases) == len(forms) >= 8
        for case in desk.desk.cases:
            for answer in case.answers:
                lists_it = (answer.store.id, case.key.shown) in living
                assert (answer.finding is not F.NOT_LISTED) or not lists_it
                assert answer.finding in (F.ANOTHER_KEY, F.NOT_LISTED, F.REVOKED_ALIKE)
                assert answer.revocable == ()
            assert (case.accepted, case.certain) == ((), None)
