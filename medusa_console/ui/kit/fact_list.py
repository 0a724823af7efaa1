"""A list of facts: each line has a label, a value, and perhaps a button that copies the value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import icon_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.status_pill import Pill, StatusPill
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import fixed_font, scaled
from medusa_console.ui.kit.theme_tokens import FOUR, TWELVE

_LONGEST_VALUE = 13_000  # 30 entries of metadata
_LABELS = 68


@dataclass(frozen=True)
class Fact:
    """One line: `value` under or beside `label`. `code` is for keys and ids. With `lines`, the line
    breaks of `value` are the program's own; else a line break is written out.

    `copies` adds a button that copies the value to the clipboard: never for a secret.
    """

    label: str
    value: str
    code: bool = False
    copies: bool = False
    lines: bool = False
    pill: Pill | None = None


class FactList(QWidget):
    """One line for each fact. `copies` are the buttons that copy a value to the clipboard."""

    def __init__(self, facts: Sequence[Fact] = ()) -> None:
        super().__init__()
        self._facts: tuple[Fact, ...] = ()
        self.copies: list[QToolButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(TWELVE)
        self._grid.setVerticalSpacing(FOUR)
        self._grid.setColumnMinimumWidth(0, scaled(_LABELS))  # aligns lists below each other
        self._grid.setColumnStretch(1, 1)
        self.show_facts(facts)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Replace all facts; the focus stays on the same button."""
        if self._facts == tuple(facts):
            return
        self._facts = tuple(facts)
        focused = next((b.accessibleName() for b in self.copies if b.hasFocus()), None)
        before = []
        while (item := self._grid.takeAt(0)) is not None:
            before.append(item.widget())
        self.copies = []
        for row, fact in enumerate(facts):
            self._add(row, fact)
        for button in self.copies:
            if button.accessibleName() == focused:
                button.setFocus()
        for part in before:
            if part is not None:
                part.hide()
                part.deleteLater()

    def _add(self, row: int, fact: Fact) -> None:
        label = PlainLabel(fact.label, role="secondary")
        label.setMinimumHeight(scaled(24))
        parts: list[QWidget] = [label, _value(fact)]
        if fact.copies:
            copy = icon_button(
                "copy",
                self.tr("Copy {what}").format(what=fact.label),
                partial(self._copy, fact),
                name="fact.copy",
            )
            self.copies.append(copy)
            parts.append(copy)
        for column, part in enumerate(parts):
            top = Qt.AlignmentFlag.AlignTop if column != 1 else Qt.AlignmentFlag(0)
            self._grid.addWidget(part, row, column, top)
            part.show()

    def _copy(self, fact: Fact) -> None:
        QGuiApplication.clipboard().setText(fact.value)
        announce(self, self.tr("{what} copied").format(what=fact.label))


def _value(fact: Fact) -> QWidget:
    if fact.pill is not None:
        return StatusPill(fact.pill)
    text = fact.value if fact.lines else shown(fact.value, limit=_LONGEST_VALUE)
    value = PlainLabel(text, wrap=True, limit=_LONGEST_VALUE)
    value.setMinimumHeight(scaled(24))
    value.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    value.setContentsMargins(0, FOUR, 0, FOUR)
    if fact.code:
        value.setFont(fixed_font())
    return value
