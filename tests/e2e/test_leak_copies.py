"""A copy of a store's database, and a database that stands still: no key is called dead early."""

from __future__ import annotations

import select
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from medusa_console.domain.key_doctor import of_desk
from medusa_console.domain.leak_answers import MOST_TRIES, Doubt, Finding, Proof, ProofState, WhyNot
from medusa_console.ui.words import leak_proof
from medusa_console.ui.words.key_doctor import headline
from tests.contract.conftest import real
from tests.contract.making import make_key
from tests.e2e import witness
from tests.e2e.leak_desks import Desk, at, desk_of
from tests.real_medusa import MedusaServer, cluster
from tests.waiting import until

_POOL = 10
"""So many connections a Medusa holds to its database."""


@dataclass(frozen=True)
class Restored:
    """A staging store on a copy of the live store's database, which holds this key."""

    server: MedusaServer
    token: str
    key_id: str


@pytest.fixture(scope="module")
def restored(medusa_rbac: MedusaServer) -> Iterator[Restored]:
    """In a PostgreSQL of its own, so that it may stand still."""
    token, key_id = witness.secret_key(medusa_rbac, "ERP nightly sync")
    with cluster() as own, own.server(rbac=False, copy_of=medusa_rbac, impatient=True) as server:
        yield Restored(server, token, key_id)


async def test_a_staging_restored_from_the_live_database_accepts_what_live_refuses(
    medusa_rbac: MedusaServer, restored: Restored
) -> None:
    async with desk_of(real("Live", medusa_rbac), real("Staging", restored.server)) as desk:
        await desk.paste(f"MEDUSA_API_KEY={restored.token}")
        (case,) = desk.desk.cases
        for name in ("Live", "Staging"):
            assert at(case, name).why_not is WhyNot.SEVERAL_STORES
            why = of_desk(at(case, name), case.key, None, needs_role=False)
            assert why is not None
            assert "Not checked yet" in headline(why, at(case, name).store, slipped=False)

        async def ask(name: str) -> None:
            desk.desk.present(case.key.id, name)
            await until(lambda: at(desk.desk.cases[0], name).finding is Finding.THIS_KEY)

        async def kill(name: str) -> None:
            proof = await desk.desk.revoke(case.key.id, name, restored.key_id)
            assert proof is not None
            assert proof.state is ProofState.DEAD

        await ask("Live")
        await kill("Live")
        assert not desk.desk.cases[0].dead, "the copy was not asked"
        await ask("Staging")
        assert at(desk.desk.cases[0], "Staging").works
        assert not desk.desk.cases[0].dead, "the copy accepts it"
        await kill("Staging")
        assert desk.desk.cases[0].dead


def take_all_connections(desk: Desk, name: str) -> None:
    """Visitors wait for the store's database, which stands still; returns once no connection is
    left, so that whoever comes next is refused when Medusa's own patience ends."""
    admin = desk.admins[name]
    host, port = admin.base_url.host, admin.base_url.port
    lines = ["GET /admin/users/me HTTP/1.1", f"host: {host}", "connection: close"]
    lines += [f"authorization: {admin.headers['authorization']}", "", ""]
    visitors = [socket.create_connection((host, port or 80)) for _ in range(_POOL + 1)]
    for visitor in visitors:
        visitor.sendall("\r\n".join(lines).encode())
    try:
        answered, _, _ = select.select(visitors, [], [], 60)
        assert b" 500 " in answered[0].recv(4096)
    finally:
        for visitor in visitors:
            visitor.close()


async def not_proven(desk: Desk, proofs: list[Proof], *, tries: int) -> None:
    """After so many tries nothing is green."""
    await until(lambda: proofs[-1].tries == tries)
    assert (proofs[-1].state, proofs[-1].doubt) == (ProofState.NOT_PROVEN, Doubt.OUR_SESSION)
    store = desk.stores["Staging"].store
    assert leak_proof.title(store, proofs[-1]) == "Revoked, not proven"
    assert not desk.desk.cases[0].dead


async def test_while_the_database_stands_still_a_revoke_is_not_proven(restored: Restored) -> None:
    """Then Medusa answers a key with its own 401, and so refuses a living one as well."""
    async with desk_of(real("Staging", restored.server)) as desk:
        with ExitStack() as frozen:
            key = await make_key(desk.admins["Staging"], "ERP nightly sync")
            await desk.paste(f"MEDUSA_API_KEY={key['token']}")
            case_id, proofs = desk.desk.cases[0].key.id, list[Proof]()

            def look(_: str) -> None:
                proof = at(desk.desk.cases[0], "Staging").proof
                if proof is None or proof in proofs:
                    return
                proofs.append(proof)
                if proof.state is ProofState.PROVING:  # the record shows the revoke
                    frozen.enter_context(restored.server.database_frozen())
                    take_all_connections(desk, "Staging")

            desk.desk.changed.subscribe(look)
            proof = await desk.desk.revoke(case_id, "Staging", key["id"])
            assert proof is not None
            await not_proven(desk, proofs, tries=1)
            await desk.clock.advance(2)
            await not_proven(desk, proofs, tries=2)
            frozen.close()
            for tries in range(3, MOST_TRIES + 1):
                await desk.clock.advance(2)
                await until(lambda tries=tries: proofs[-1].tries == tries)  # type: ignore[misc]
                if not proofs[-1].running:
                    break
            assert proofs[-1].state is ProofState.DEAD
            assert desk.desk.cases[0].dead
            states = [proof.state for proof in proofs]
            assert states.count(ProofState.DEAD) == 1
