"""The cards of the keys of a text, in the order of the text; of many keys, those that matter."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from medusa_console.domain.leak_answers import Case
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, read_in_order
from medusa_console.ui.kit.theme_tokens import SIXTEEN
from medusa_console.ui.leaks.card import LeakCard
from medusa_console.ui.words.leak_counts import leak_counts

_FEW = 5
"""Of so many keys, each has its card at once. Of more, those have one that a store knows."""
_MOST = 40
"""So many are built because a store knows the key; the others when they are chosen."""
_AT_ONCE = 1


class CaseColumn(QWidget):
    """A card keeps its widget and its place while its case changes.

    Signals:
        growing: a card is about to be added.
    """

    growing = Signal()

    def __init__(self, make: Callable[[Case], LeakCard]) -> None:
        super().__init__()
        self.setObjectName("leaks.cards")
        self._make = make
        self._cases: dict[str, Case] = {}
        self._order: dict[str, int] = {}
        self._cards: dict[str, LeakCard] = {}
        self._built: list[int] = []  # the places in the text of the cards, ascending
        self._waiting: list[str] = []
        self._left = PlainLabel(role="muted", wrap=True, name="leaks.cards.left")
        self._lines = column(self._left, spacing=SIXTEEN)
        self.setLayout(self._lines)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._build_some)
        self.hide()

    @property
    def cards(self) -> tuple[LeakCard, ...]:
        """The cards that are there, from top to bottom."""
        by_place = {self._order[key_id]: card for key_id, card in self._cards.items()}
        return tuple(by_place[place] for place in self._built)

    def show_cases(self, cases: Sequence[Case]) -> None:
        """Show the keys of another text; the first card is there at once."""
        for card in self._cards.values():
            self._lines.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards, self._built = {}, []
        self._cases = {case.key.id: case for case in cases}
        self._order = {case.key.id: place for place, case in enumerate(cases)}
        self._waiting = [case.key.id for case in cases] if len(cases) <= _FEW else []
        self.setVisible(bool(cases))
        self._build_some()

    def update_cases(self, cases: Iterable[Case]) -> None:
        """Show what is known now of some of the keys."""
        for case in cases:
            key_id = case.key.id
            self._cases[key_id] = case
            if (card := self._cards.get(key_id)) is not None:
                card.show_case(case)
            elif _is_known(case) and key_id not in self._waiting:
                self._waiting.append(key_id)
        if self._waiting:
            self._later.start()

    def card(self, key_id: str) -> LeakCard:
        """The card of one key, which is built if it is not there."""
        if key_id not in self._cards:
            self._build(key_id)
            self._show_left()
        return self._cards[key_id]

    def _build_some(self) -> None:
        for key_id in self._waiting[:_AT_ONCE]:  # more would hold up the window
            if key_id not in self._cards and len(self._cards) < _MOST:
                self._build(key_id)
        del self._waiting[:_AT_ONCE]
        if self._waiting:
            self._later.start()
        self._show_left()

    def _build(self, key_id: str) -> None:
        self.growing.emit()
        card = self._make(self._cases[key_id])
        place = self._order[key_id]
        insort(self._built, place)
        number = self._built.index(place)
        self._cards[key_id] = card
        self._lines.insertWidget(number, card)
        read_in_order(self._lines)
        card.show()  # at once, not when Qt lays out: else it takes no focus
        before = self._built[number - 1] if number else None
        for other, other_place in self._order.items():
            if other_place == before:
                card.come_after(self._cards[other])

    def _show_left(self) -> None:
        left = 0 if self._waiting else len(self._cases) - len(self._cards)
        self._left.setVisible(left > 0)
        if left > 0:
            self._left.setText(leak_counts.cards_left(left))


def _is_known(case: Case) -> bool:
    return any(one.accepted_at is not None or one.listed for one in case.answers)
