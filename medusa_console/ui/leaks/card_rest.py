"""What still speaks against a dead key: stores that accept it, and stores that were not asked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from medusa_console.domain.api_key import ApiKey, KeyType, StateKind
from medusa_console.domain.leak_answers import Case, Finding, ProofState, StoreAnswer
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import FOUR, TWELVE
from medusa_console.ui.words import leaks as words

_LISTS_IT = {Finding.LISTED, Finding.ASKING}


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

    def show_rest(self, case: Case) -> None:
        """Show what is left of `case`."""
        accepted = [answer.store for answer in case.answers if _still_accepts(answer)]
        not_asked = [answer for answer in case.answers if _not_asked(answer)]
        self._accepted.setText(words.still_accepted(accepted) if accepted else "")
        self._accepted.setVisible(bool(accepted))
        self._not_asked.setText(words.not_asked(not_asked) if not_asked else "")
        self._not_asked.setVisible(bool(not_asked))
        set_style(self, ground="danger" if accepted else "caution")
        self.setVisible(bool(accepted or not_asked))


def stands_alone(case: Case) -> bool:
    """Whether nothing speaks against the key being dead: it is proven dead wherever it was
    accepted, and no other store lists it."""
    proven = [answer for answer in case.answers if answer.proof is not None]
    return (
        bool(proven)
        and all(answer.proof.state is ProofState.DEAD for answer in proven if answer.proof)
        and not any(answer.works for answer in case.answers)
        and not any(
            _still_accepts(answer) or answer.finding in _LISTS_IT for answer in case.answers
        )
    )


def _still_accepts(answer: StoreAnswer) -> bool:
    """Whether the store accepts the key and nothing was begun against that."""
    if answer.proof is not None:
        return False
    if answer.finding is Finding.PUBLISHABLE:
        return any(_works(record, answer) for record in answer.records)
    return answer.works


def _works(record: ApiKey, answer: StoreAnswer) -> bool:
    if record.type is not KeyType.PUBLISHABLE or answer.as_of is None:
        return False
    return record.state(answer.as_of).kind is not StateKind.REVOKED


def _not_asked(answer: StoreAnswer) -> bool:
    return answer.proof is None and (not answer.asked or answer.finding in _LISTS_IT)
