"""One field of a form: label, input, hint and error."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.line_edit import LineEdit, Refusal
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import EIGHT

_SPACING = 6


class Field(QWidget):
    """`label` above `widget` with its buttons `beside` it, an optional `hint` and an error beneath.

    The label is the widget's buddy and its accessible name; `name` becomes its objectName. Typing
    into the widget's line clears the error.
    """

    def __init__(
        self,
        label: str,
        widget: QWidget,
        *,
        name: str = "",
        hint: str = "",
        beside: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self.widget = widget
        if name:
            widget.setObjectName(name)
        widget.setAccessibleName(label)
        self.label = PlainLabel(label, name=f"{name}.label" if name else "")
        self.label.setBuddy(widget)
        self._hint = PlainLabel(hint, role="secondary", wrap=True)
        if not hint:  # a label without a parent would open a window
            self._hint.hide()
        self._error = PlainLabel(role="error", wrap=True, name=f"{name}.error" if name else "")
        self._error.hide()
        widget.setAccessibleDescription(hint)
        line = row(widget, *beside, spacing=EIGHT)
        line.setStretch(0, 1)
        self.setLayout(column(self.label, line, self._hint, self._error, spacing=_SPACING))
        edit = widget if isinstance(widget, LineEdit) else widget.findChild(LineEdit)
        if edit is not None:
            edit.refused.connect(self._on_refused)
            edit.textChanged.connect(self.clear_error)

    @property
    def error(self) -> str:
        """The shown error; "" for none."""
        return self._error.text() if not self._error.isHidden() else ""

    def show_error(self, text: str) -> None:
        """Show an error beneath the field and announce it to a screen reader."""
        self._error.setText(text)
        self._error.show()
        self.widget.setAccessibleDescription(text)
        set_style(self.widget, invalid=True)
        announce(self.widget, text)

    def _on_refused(self, why: Refusal) -> None:
        texts = {
            Refusal.KEY: self.tr("That looks like a key. It was not entered here."),
            Refusal.LINE_BREAK: self.tr("This password has a line break in it."),
        }
        self.show_error(texts[why])

    def clear_error(self) -> None:
        """Remove the error."""
        if not self._error.isHidden():
            self._error.hide()
            self.widget.setAccessibleDescription(self._hint.text())
            set_style(self.widget, invalid=False)
