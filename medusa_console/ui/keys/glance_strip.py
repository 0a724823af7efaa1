"""What deserves a look at the keys, as filters with their counts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from medusa_console.domain.key_health import KeyMark
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import EIGHT, SMALL_CONTROL_HEIGHT
from medusa_console.ui.words import key_marks


class GlanceStrip(QWidget):
    """A chip for each mark that is true of a key, and what is to be said of the reading.

    Keeps the room of a line from the beginning, so that no row moves under the mouse when the chips
    arrive, or when the last one goes; see `fold`.

    Signals:
        chosen(mark): only keys with this KeyMark are wanted, or all again (None).
        pressed: the button beside what is said of the reading.
    """

    chosen = Signal(object)
    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("glance")
        self._chips = {mark: self._chip(mark) for mark in KeyMark}
        self._said = PlainLabel(role="secondary", name="glance.said")
        self._button = push_button("", self.pressed.emit, kind="link", name="glance.button")
        layout = Flow((*self._chips.values(), self._said, self._button), (), from_start=True)
        layout.setSpacing(EIGHT)
        self.setLayout(layout)
        self.setMinimumHeight(scaled(SMALL_CONTROL_HEIGHT))
        self._used = False
        for part in (*self._chips.values(), self._said, self._button):
            part.hide()  # what is shown before it has a parent opens a window

    def show_marks(self, numbers: Mapping[KeyMark, int], days: int, chosen: KeyMark | None) -> None:
        """Show how many keys have each mark; a secret key is old after `days` days. The `chosen`
        chip stays even if no key has its mark any more, because it hides rows."""
        for mark, chip in self._chips.items():
            number = numbers.get(mark, 0)
            text = key_marks.with_count(mark, days, number)
            chip.setText(text)
            chip.setAccessibleName(text)
            chip.setChecked(mark is chosen)
            chip.setVisible(bool(number) or mark is chosen)
        self._show()

    def say(self, text: str, action: str) -> None:
        """Say `text` after the chips, with a button `action`; "" for none."""
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._show()

    def fold(self) -> None:
        """Give the room away if there has been nothing to show until now."""
        self.setVisible(self._used)

    def _chip(self, mark: KeyMark) -> QPushButton:
        chip = push_button("", partial(self._on_pressed, mark), name=f"glance.{mark.name.lower()}")
        set_style(chip, kind="chip")
        chip.setCheckable(True)
        chip.setAccessibleDescription(self.tr("Shows only these keys"))
        return chip

    def _on_pressed(self, mark: KeyMark) -> None:
        self.chosen.emit(mark if self._chips[mark].isChecked() else None)

    def _show(self) -> None:
        parts = (*self._chips.values(), self._said, self._button)
        if not all(part.isHidden() for part in parts):
            self._used = True
            self.show()
