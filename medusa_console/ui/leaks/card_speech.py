"""Tells a screen reader what is new on a card."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from medusa_console.domain.leak_answers import Case, Finding, ProofState, StoreAnswer
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.words import leak_proof as proof_words
from medusa_console.ui.words import leaks as words

_AT_ONCE = {
    ProofState.DEAD,
    ProofState.NOT_PROVEN,
    ProofState.STILL_WORKS,
    ProofState.NOT_REVOKED,
}
_ON_THE_WAY = {Finding.LISTING, Finding.ASKING}


class Speech:
    """Each state is told once, however often it is shown."""

    def __init__(self, card: QWidget) -> None:
        self._card = card
        self._told: dict[str, object] = {}

    def tell(self, case: Case, *, near: bool) -> None:
        """Tell what is new. What a store says of a key is told only if the user is `near`: a text
        may hold many keys."""
        for answer in case.answers:
            proof = answer.proof
            state = answer.finding if proof is None else (proof.state, proof.record.id)
            if self._told.get(answer.store.origin) == state:
                continue
            self._told[answer.store.origin] = state
            self._announce(answer, near=near)

    def _announce(self, answer: StoreAnswer, *, near: bool) -> None:
        proof = answer.proof
        if proof is None:
            if near and answer.finding not in _ON_THE_WAY:
                announce(self._card, words.headline(answer))
            return
        at_once = proof.state in _AT_ONCE
        if at_once or not proof.running:  # the steps of a proof under way are told by themselves
            announce(self._card, proof_words.title(answer.store, proof), assertive=at_once)
