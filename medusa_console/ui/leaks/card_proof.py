"""Shows how far the revoke of one record is proven: large, in steps, and how long it took."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from medusa_console.domain.leak_answers import Case, Proof, ProofState, StoreAnswer
from medusa_console.domain.store import Store
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.sign import Sign
from medusa_console.ui.kit.step_list import StepList, StepWords
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, TWELVE
from medusa_console.ui.leaks.card_rest import RestPanel
from medusa_console.ui.words import leak_proof as proof_words
from medusa_console.ui.words import leaks as words
from medusa_console.ui.words.counts import counts

_SIGN = 20
_FAILED = (ProofState.NOT_PROVEN, ProofState.STILL_WORKS, ProofState.NOT_REVOKED)
_SIGNS = {
    "good": ("circle-check", attrgetter("good")),
    "caution": ("triangle-alert", attrgetter("caution")),
    "danger": ("triangle-alert", attrgetter("danger")),
    "": ("clock", attrgetter("muted")),
    "neutral": ("circle-check", attrgetter("muted")),
}


class ProofPanel(QWidget):
    """Hidden until a revoke begins."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("leak.proof")
        self._sign = Sign(scaled(_SIGN))
        self._title = PlainLabel(role="title", wrap=True, name="leak.proof.title")
        self._elapsed = PlainLabel(role="secondary", name="leak.proof.elapsed")
        self._which = PlainLabel(role="strong", wrap=True, name="leak.proof.which")
        self._text = PlainLabel(wrap=True, name="leak.proof.text")
        self._again = PlainLabel(role="muted", wrap=True, name="leak.proof.again")
        self._rest = RestPanel()
        self._unwritten = PlainLabel(
            self.tr(
                "The data folder could not be written: if the program ends before the proof, the "
                "next start does not tell of this revoke."
            ),
            role="caution",
            wrap=True,
            name="leak.proof.unwritten",
        )
        self._steps = StepList()
        self._step: tuple[tuple[StepWords, ...], int] | None = None
        self._state: ProofState | None = None
        top = row(self._sign, self._title, self._elapsed, spacing=EIGHT)
        top.setStretch(1, 1)
        top.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        whole = column(
            top,
            self._which,
            self._text,
            self._rest,
            self._again,
            self._unwritten,
            self._steps,
            spacing=FOUR,
        )
        whole.setContentsMargins(TWELVE, TWELVE, TWELVE, TWELVE)
        self.setLayout(whole)
        self.hide()

    def show_proof(self, store: Store, case: Case, answer: StoreAnswer, seconds: int) -> None:
        """Show the proof of `answer`, and what in other stores speaks against the key being dead.
        `seconds` have passed since the paste."""
        proof = answer.proof
        if proof is None:
            self.hide()
            return
        whole = case.dead
        ground = _ground(proof, whole=whole)
        self._sign.show_icon(_SIGNS[ground])
        set_style(self, ground=ground)
        self._title.setText(proof_words.title(store, proof))
        self._elapsed.setText(counts.seconds_since_paste(seconds))
        several = len(answer.records) > 1
        for label, text in (
            (self._which, words.quoted(proof.record) if several else ""),
            (self._text, proof_words.text_of(store, proof)),
            (self._again, proof_words.trying_again(proof)),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._rest.show_rest(case, answer)
        self._unwritten.setVisible(proof.unwritten and proof.state is not ProofState.DEAD)
        self.show()
        self._show_steps(store, answer, proof, at_hand=case.key.secret is not None)
        self._steps.show_good(whole)

    def _show_steps(
        self, store: Store, answer: StoreAnswer, proof: Proof, *, at_hand: bool
    ) -> None:
        if proof.state is self._state:
            return  # each new state is spoken once
        self._state = proof.state
        accepted = self._accepted(store, answer)
        by_record = proof.state is ProofState.BY_RECORD or not at_hand
        proving = () if by_record else (self._proving(),)
        steps = (*accepted, self._revoking(), *proving)
        if proof.state in (ProofState.DEAD, ProofState.BY_RECORD):
            self._enter(steps, len(steps) - 1)
            self._steps.finish()
            self._step = None
            return
        revoking = proof.state in (ProofState.REVOKING, ProofState.NOT_REVOKED)
        self._enter(steps, len(accepted) + (0 if revoking else len(proving)))
        if proof.state in _FAILED:
            not_proven = proof.state is ProofState.NOT_PROVEN
            self._steps.fail(unknown=not_proven or proof_words.unsure(proof))

    def _enter(self, steps: tuple[StepWords, ...], number: int) -> None:
        if self._step != (steps, number):
            self._step = (steps, number)
            self._steps.enter(steps, number)

    def _accepted(self, store: Store, answer: StoreAnswer) -> tuple[StepWords, ...]:
        if answer.accepted_at is None:
            return ()
        text = self.tr("{store} accepted it at {time}").format(
            store=shown(store.name), time=words.utc(answer.accepted_at)
        )
        return (StepWords(text, text, text, text, text, text),)

    def _revoking(self) -> StepWords:
        done = self.tr("Revoked, and the record shows it")
        return StepWords(
            waiting=self.tr("Revoke it"),
            running=self.tr("Revoking…"),
            done=done,
            existed=done,
            failed=self.tr("Not revoked"),
            unknown=self.tr("Revoke not confirmed"),
        )

    def _proving(self) -> StepWords:
        done = self.tr("Refused twice, and your own session accepted in between")
        return StepWords(
            waiting=self.tr("Check that the store refuses it"),
            running=self.tr("Checking that the store refuses it…"),
            done=done,
            existed=done,
            failed=self.tr("The store still accepts it"),
            unknown=self.tr("Not proven that the store refuses it"),
        )


def _ground(proof: Proof, *, whole: bool) -> str:
    match proof.state:
        case ProofState.DEAD:
            return "good" if whole else "neutral"
        case ProofState.BY_RECORD:
            return "neutral"
        case ProofState.STILL_WORKS:
            return "danger"
        case ProofState.NOT_REVOKED:
            return "danger"
        case ProofState.NOT_PROVEN:
            return "caution"
        case _:
            return ""
