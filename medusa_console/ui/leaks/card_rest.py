"""What still speaks against a dead key: stores that accept it, and stores that were not asked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from medusa_console.domain.leak_answers import Case, Finding, ProofState, StoreAnswer
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import FOUR, TWELVE
from medusa_console.ui.words import leaks as words

_LISTS_IT = {Finding.LISTED, Finding.ASKING}
_IN_VAIN = {ProofState.STILL_WORKS, ProofState.NOT_REVOKED}


class RestPanel(QWidget):
    """As large as the proof beneath which it stands, so that no proof is read alone."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("leak.rest")
        self._accepted = PlainLabel(role="title", wrap=True, name="leak.rest.accepted")
        self._not_asked = PlainLabel(role="title", wrap=True, name="leak.rest.notAsked")
        lines = column(self._accepted, self._not_asked, spacing=FOUR)
        lines.setContentsMargins(TWELVE, TWELVE, TWELVE, TWELVE)
        self.setLayout(lines)
        self.hide()

    def show_rest(self, case: Case, proven: StoreAnswer) -> None:
        """Show what other stores than that of `proven` say."""
        others = [answer for answer in case.answers if answer.store.origin != proven.store.origin]
        accepted = [answer.store for answer in others if _still_accepts(answer)]
        not_asked = [answer for answer in others if _not_asked(answer)]
        self._accepted.setText(words.still_accepted(accepted) if accepted else "")
        self._accepted.setVisible(bool(accepted))
        self._not_asked.setText(words.not_asked(not_asked) if not_asked else "")
        self._not_asked.setVisible(bool(not_asked))
        set_style(self, ground="danger" if accepted else "caution")
        self.setVisible(bool(accepted or not_asked))


def _still_accepts(answer: StoreAnswer) -> bool:
    if answer.proof is not None:
        return answer.works and answer.proof.state in _IN_VAIN
    return answer.may_work if answer.finding is Finding.PUBLISHABLE else answer.works


def _not_asked(answer: StoreAnswer) -> bool:
    return answer.proof is None and (not answer.asked or answer.finding in _LISTS_IT)
