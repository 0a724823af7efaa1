"""Cards of which one is chosen, each with what it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QWidget

from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, TWELVE

V = TypeVar("V")


@dataclass(frozen=True)
class Choice(Generic[V]):
    """One card: `title` is its radio button's label, `text` says what choosing it means."""

    value: V
    name: str
    title: str
    text: str


class ChoiceCards(QWidget, Generic[V]):
    """`choices` beside each other; the first is chosen. `label` is the group's accessible name.

    Signals:
        changed: another card was chosen.
    """

    changed = Signal()

    def __init__(self, label: str, choices: Sequence[Choice[V]]) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self._choices = tuple(choices)
        self._group = QButtonGroup(self)
        cards = []
        for number, choice in enumerate(choices):
            card = _Card(choice.name, choice.title, choice.text)
            self._group.addButton(card.radio, number)
            cards.append(card)
        cards[0].radio.setChecked(True)
        self._group.idToggled.connect(self._on_toggled)
        self.setLayout(row(*cards, spacing=EIGHT, equal=True))

    @property
    def value(self) -> V:
        """The value of the chosen card."""
        return self._choices[self._group.checkedId()].value

    def _on_toggled(self, _number: int, on: bool) -> None:
        if on:
            self.changed.emit()


class _Card(QFrame):
    def __init__(self, name: str, title: str, text: str) -> None:
        super().__init__()
        self.radio = QRadioButton(title)
        self.radio.setObjectName(name)
        self.radio.setAccessibleDescription(text)
        self.radio.toggled.connect(lambda on: set_style(self, chosen=on))
        told = PlainLabel(text, role="secondary", wrap=True)
        told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        lines = column(row(self.radio, None), told, None, spacing=FOUR)
        lines.setContentsMargins(TWELVE, EIGHT, TWELVE, TWELVE)
        self.setLayout(lines)
        set_style(self, ground="choice", chosen=False)

    # Qt overrides

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.rect().contains(event.position().toPoint()) and self.radio.isEnabled():
            self.radio.click()
            self.radio.setFocus()
        super().mouseReleaseEvent(event)
