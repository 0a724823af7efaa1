"""Tells above the rows that a refresh has failed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, TWELVE


class FailedStrip(QWidget):
    """Shows the failure and the button `again`; hidden until `show_words` or `show_age`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("table.strip")
        set_style(self, ground="danger")
        self._title = PlainLabel(role="strong", wrap=True, name="table.strip.title")
        self._text = PlainLabel(wrap=True, name="table.strip.text")
        self.again = push_button(self.tr("Try again"), name="table.strip.again")
        set_style(self.again, size="small")
        line = row(column(self._title, self._text, spacing=FOUR), self.again)
        line.setContentsMargins(TWELVE, EIGHT, TWELVE, EIGHT)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.hide()

    def show_words(self, title: str, text: str) -> None:
        """Show a failure: `title` tells what failed, `text` why."""
        self._title.setText(title)
        self._show(text, ground="danger", whole=True)

    def show_age(self, text: str) -> None:
        """Show only how old the rows are, because another place tells the failure."""
        self._show(text, ground="caution", whole=False)

    def _show(self, text: str, *, ground: str, whole: bool) -> None:
        self._text.setText(text)
        set_style(self, ground=ground)
        self._title.setVisible(whole)
        self.again.setVisible(whole)
        self.show()
