"""Remembers which proofs the user has: copied, or saved in a report."""

from __future__ import annotations

from collections.abc import Iterable

from medusa_console.domain.leak_answers import Case, Proof, ProofState

_WORTH = frozenset({ProofState.DEAD, ProofState.BY_RECORD, ProofState.NOT_PROVEN})
"""Of these a key is revoked, and what was seen of it cannot be seen again."""


class TakenProofs:
    """The proofs of one text, by found key and store; one that changes is not taken any more."""

    def __init__(self) -> None:
        self._taken: dict[tuple[str, str], Proof] = {}

    def take(self, cases: Iterable[Case], origin: str) -> None:
        """The user has what the store at `origin` says of `cases`."""
        for case in cases:
            for answer in case.answers:
                if answer.store.origin == origin and answer.proof is not None:
                    self._taken[case.key.id, origin] = answer.proof

    def missing(self, cases: Iterable[Case]) -> int:
        """How many proofs of `cases` would be lost with them."""
        return sum(
            answer.proof is not None
            and answer.proof.state in _WORTH
            and self._taken.get((case.key.id, answer.store.origin)) != answer.proof
            for case in cases
            for answer in case.answers
        )

    def forget(self) -> None:
        """Another text, or none."""
        self._taken.clear()
