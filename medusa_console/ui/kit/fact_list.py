"""A list of facts: each line has a label, a value, and perhaps a button that copies the value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import icon_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import laid_out_once
from medusa_console.ui.kit.status_pill import Pill, StatusPill
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import fixed_font, scaled
from medusa_console.ui.kit.theme_tokens import FOUR, TWELVE

_LONGEST_VALUE = 13_000  # 30 entries of metadata
_LABELS = 68
_LONGEST_LABEL = 104  # what is longer breaks, and leaves room for the value
_LINE = 24
_MOST_SPARE = 8


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
        self._lines: list[_Line] = []
        self._spare: list[_Line] = []  # out of sight
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(TWELVE)
        self._grid.setVerticalSpacing(FOUR)
        self._grid.setColumnMinimumWidth(0, scaled(_LABELS))
        self._grid.setColumnStretch(1, 1)
        self.show_facts(facts)

    @property
    def copies(self) -> list[QToolButton]:
        """The buttons, from top to bottom."""
        return [line.copy for line in self._lines if line.copy is not None]

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show `facts` in place of the earlier ones. A line whose value alone is another stays, and
        its button keeps the focus. A line that goes is kept for the next facts of its kind."""
        rest, lines = self._lines + self._spare, list[_Line]()
        for fact in facts:
            line = next((one for one in rest if one.has_room_for(fact)), None)
            if line is None:
                line = _Line(fact, self._copy_button(fact) if fact.copies else None)
            else:
                rest = [one for one in rest if one is not line]
                line.tell(fact)
            lines.append(line)
        if lines != self._lines:
            with laid_out_once(self):
                self._arrange(lines)
        for line in rest[_MOST_SPARE:]:
            line.delete()
        self._spare = rest[:_MOST_SPARE]

    def _arrange(self, lines: list[_Line]) -> None:
        same = [old is new for old, new in zip(self._lines, lines, strict=False)]
        first = [*same, False].index(False)  # the lines above it stay as they are
        for line in self._lines[first:]:
            for part in line.parts:
                self._grid.removeWidget(part)
            if line not in lines:
                line.hide()
        self._lines = lines
        for row, line in enumerate(lines[first:], start=first):
            line.add_to(self._grid, row)
            line.align()
            for part in line.parts:
                part.show()  # at once, not when Qt lays out: else the new button takes no focus
                part.raise_()  # a screen reader reads from top to bottom

    def _copy_button(self, fact: Fact) -> QToolButton:
        words = fact.copy_text or self.tr("Copy {what}").format(what=fact.label)
        copy = icon_button("copy", words, name="fact.copy")
        copy.clicked.connect(lambda: self._copy(copy))
        # While lines come and go, a layout may leave less for a moment, and Qt cannot draw into it.
        copy.setMinimumSize(scaled(_LINE), scaled(_LINE))
        return copy

    def _copy(self, button: QToolButton) -> None:
        fact = next(line.fact for line in self._lines if line.copy is button)
        QGuiApplication.clipboard().setText(fact.value)
        announce(self, self.tr("{what} copied").format(what=fact.label))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            for line in (*self._lines, *self._spare):
                line.align()


class _Line:
    """The widgets of one fact, which can tell another value of it."""

    def __init__(self, fact: Fact, copy: QToolButton | None) -> None:
        self.fact = fact
        self.copy = copy
        self._label = PlainLabel(fact.label, role="secondary", wrap=not fact.beneath)
        self._value = _value(fact)
        if fact.beneath:
            self.parts: tuple[QWidget, ...] = (_block(self._label, self._value, copy),)
            return
        self._label.setMinimumHeight(scaled(_LINE))
        self._label.setMaximumWidth(scaled(_LONGEST_LABEL))
        if fact.pill is None:
            self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.parts = (self._label, self._value, *((copy,) if copy is not None else ()))

    def has_room_for(self, fact: Fact) -> bool:
        """Whether `fact` differs from what is told at most in its value."""
        return _without_value(fact) == _without_value(self.fact)

    def tell(self, fact: Fact) -> None:
        """Tell the value of `fact` in place of the earlier one."""
        if fact == self.fact:
            return
        self.fact = fact
        if isinstance(self._value, StatusPill):
            assert fact.pill is not None  # noqa: S101  # see has_room_for
            self._value.show_pill(fact.pill)
        else:
            self._value.setText(_text(fact))

    def add_to(self, grid: QGridLayout, row: int) -> None:
        """Put the parts into that row."""
        if self.fact.beneath:
            grid.addWidget(self.parts[0], row, 0, 1, 3)
            return
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._label, row, 0, top)
        # A value without a button has the button's room as well.
        grid.addWidget(self._value, row, 1, 1, 1 if self.copy is not None else 2)
        if self.copy is not None:
            grid.addWidget(self.copy, row, 2, top)

    def hide(self) -> None:
        """Take the parts out of sight, and the value out of them."""
        self.tell(replace(self.fact, value=""))
        for part in self.parts:
            part.hide()

    def delete(self) -> None:
        """Delete the parts, which are out of sight."""
        for part in self.parts:
            part.deleteLater()

    def align(self) -> None:
        """Put label and the first line of its value on one baseline."""
        if self.fact.beneath or self.fact.pill is not None:
            return
        pair = (self._label, self._value)
        for part in pair:
            part.ensurePolished()
        ascents = [part.fontMetrics().ascent() for part in pair]
        for part, ascent in zip(pair, ascents, strict=True):
            part.setContentsMargins(0, FOUR + max(ascents) - ascent, 0, 0)


def _without_value(fact: Fact) -> tuple[object, ...]:
    has_pill = fact.pill is not None
    kind = (fact.code, fact.copies, fact.lines, fact.beneath, has_pill)
    return (fact.label, fact.copy_text, *kind)


def _block(label: QLabel, value: QLabel, copy: QToolButton | None) -> QWidget:
    block = QWidget()
    grid = QGridLayout(block)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(0, 1)
    grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    grid.addWidget(value, 1, 0, 1, 2)
    if copy is not None:
        grid.addWidget(copy, 0, 1)
    return block


def _text(fact: Fact) -> str:
    return fact.value if fact.lines else shown(fact.value, limit=_LONGEST_VALUE)


def _value(fact: Fact) -> QLabel:
    if fact.pill is not None:
        return StatusPill(fact.pill)
    value = PlainLabel(_text(fact), wrap=True, limit=_LONGEST_VALUE)
    value.setMinimumHeight(0 if fact.beneath else scaled(_LINE))
    value.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    if fact.code:
        value.setFont(fixed_font())
    return value
