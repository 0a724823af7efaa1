"""A proof is the user's once it was copied or saved, as it was then, of that store alone."""

from __future__ import annotations

from dataclasses import replace

from medusa_console.domain.leak_answers import Doubt, Proof, ProofState
from medusa_console.services.taken_proofs import TakenProofs
from tests.ui.leaks.incidents import AT, HERE, ME, THERE, case, dead, record


def test_what_was_taken_of_one_store_says_nothing_of_another() -> None:
    taken, both = TakenProofs(), case(dead(), dead(store=THERE))
    assert taken.missing([both]) == 2
    taken.take([both], HERE.origin)
    assert taken.missing([both]) == 1
    taken.take([both], THERE.origin)
    assert taken.missing([both]) == 0
    taken.forget()
    assert taken.missing([both]) == 2


def test_a_proof_that_changed_since_is_missing_again() -> None:
    unsure = Proof(ProofState.NOT_PROVEN, record(revoked_at=AT, revoked_by=ME), doubt=Doubt.CACHE)
    taken, before = TakenProofs(), case(dead(proof=unsure))
    taken.take([before], HERE.origin)
    assert taken.missing([before]) == 0
    assert taken.missing([replace(before, answers=(dead(),))]) == 1


def test_what_was_not_revoked_is_no_proof() -> None:
    for state in (ProofState.REVOKING, ProofState.NOT_REVOKED, ProofState.STILL_WORKS):
        assert TakenProofs().missing([case(dead(proof=Proof(state, record())))]) == 0
    assert TakenProofs().missing([case(dead(proof=None))]) == 0
