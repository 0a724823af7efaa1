"""A list of facts: each line has a label, a value, and perhaps a button that copies the value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import icon_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.status_pill import Pill, StatusPill
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import fixed_font, scaled
from medusa_console.ui.kit.theme_tokens import FOUR, TWELVE

_LONGEST_VALUE = 13_000  # 30 entries of metadata
_LABELS = 68
_LONGEST_LABEL = 104  # what is longer breaks, and leaves room for the value
_LINE = 24


@dataclass(frozen=True)
class Fact:
    """One line: `value` beside `label`, or with `beneath` below it over the whole width. `code` is
    for keys and ids. With `lines`, the line breaks of `value` are the program's own; else a line
    break is written out.

    `copies` adds a button that copies the value to the clipboard, never a secret; `copy_text` is
    what the button says.
    """

    label: str
    value: str
    code: bool = False
    copies: bool = False
    copy_text: str = ""
    lines: bool = False
    beneath: bool = False
    pill: Pill | None = None


class FactList(QWidget):
    """One line for each fact. `copies` are the buttons that copy a value to the clipboard."""

    def __init__(self, facts: Sequence[Fact] = ()) -> None:
        super().__init__()
        self._facts: tuple[Fact, ...] = ()
        self._pairs: list[tuple[QLabel, QLabel]] = []
        self.copies: list[QToolButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(TWELVE)
        self._grid.setVerticalSpacing(FOUR)
        self._grid.setColumnMinimumWidth(0, scaled(_LABELS))
        self._grid.setColumnStretch(1, 1)
        self.show_facts(facts)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Replace all facts; the focus stays on the same button."""
        if self._facts == tuple(facts):
            return
        self._facts = tuple(facts)
        focused = next((b.accessibleName() for b in self.copies if b.hasFocus()), None)
        before = self._parts()
        for part in before:
            self._grid.removeWidget(part)
        self.copies, self._pairs = [], []
        for row, fact in enumerate(facts):
            if fact.beneath:
                self._grid.addWidget(self._block(fact), row, 0, 1, 3)
            else:
                self._add(row, fact)
        self._align()
        for part in self._parts():
            part.show()  # at once, not when Qt lays out: else the new button takes no focus
        for button in self.copies:
            if button.accessibleName() == focused:
                button.setFocus()
        for part in before:
            part.hide()
            part.deleteLater()

    def _parts(self) -> list[QWidget]:
        items = (self._grid.itemAt(number) for number in range(self._grid.count()))
        return [part for item in items if item and (part := item.widget())]

    def _add(self, row: int, fact: Fact) -> None:
        label, value = PlainLabel(fact.label, role="secondary", wrap=True), _value(fact)
        label.setMinimumHeight(scaled(_LINE))
        label.setMaximumWidth(scaled(_LONGEST_LABEL))
        top = Qt.AlignmentFlag.AlignTop
        if fact.pill is None:
            label.setAlignment(top | Qt.AlignmentFlag.AlignLeading)
            self._pairs.append((label, value))
        self._grid.addWidget(label, row, 0, top)
        # A value without a button has the button's room as well.
        self._grid.addWidget(value, row, 1, 1, 1 if fact.copies else 2)
        if fact.copies:
            self._grid.addWidget(self._copy_button(fact), row, 2, top)

    def _block(self, fact: Fact) -> QWidget:
        block = QWidget()
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        label = PlainLabel(fact.label, role="secondary")
        grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(_value(fact), 1, 0, 1, 2)
        if fact.copies:
            grid.addWidget(self._copy_button(fact), 0, 1)
        return block

    def _copy_button(self, fact: Fact) -> QToolButton:
        words = fact.copy_text or self.tr("Copy {what}").format(what=fact.label)
        copy = icon_button("copy", words, partial(self._copy, fact), name="fact.copy")
        # While lines come and go, a layout may leave less for a moment, and Qt cannot draw into it.
        copy.setMinimumSize(scaled(_LINE), scaled(_LINE))
        self.copies.append(copy)
        return copy

    def _copy(self, fact: Fact) -> None:
        QGuiApplication.clipboard().setText(fact.value)
        announce(self, self.tr("{what} copied").format(what=fact.label))

    def _align(self) -> None:
        """Put each label and the first line of its value on one baseline."""
        for label, value in self._pairs:
            ascents = []
            for part in (label, value):
                part.ensurePolished()
                ascents.append(part.fontMetrics().ascent())
            for part, ascent in zip((label, value), ascents, strict=True):
                part.setContentsMargins(0, FOUR + max(ascents) - ascent, 0, 0)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._align()


def _value(fact: Fact) -> QLabel:
    if fact.pill is not None:
        return StatusPill(fact.pill)
    text = fact.value if fact.lines else shown(fact.value, limit=_LONGEST_VALUE)
    value = PlainLabel(text, wrap=True, limit=_LONGEST_VALUE)
    value.setMinimumHeight(0 if fact.beneath else scaled(_LINE))
    value.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    if fact.code:
        value.setFont(fixed_font())
    return value
