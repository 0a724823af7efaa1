"""One field of a form: label, input, hint and error."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QWidget

from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.line_edit import LineEdit, Refusal
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, TWENTY_FOUR

_SPACING = 6


class Field(QWidget):
    """`label` above `widget` with its buttons `beside` it, an optional `hint` and an error beneath.

    The label is the widget's buddy and its accessible name; `name` becomes its objectName. `aside`
    stands at the end of the label's line. With `across`, the widget stands at the end of the line
    of its label and hint, no wider than it needs to be. Typing into the widget's line clears the
    error. A `still` field keeps a line free for its error, so that the error moves nothing.
    """

    def __init__(
        self,
        label: str,
        widget: QWidget,
        *,
        name: str = "",
        hint: str = "",
        beside: Sequence[QWidget] = (),
        aside: QWidget | None = None,
        across: bool = False,
        still: bool = False,
    ) -> None:
        super().__init__()
        self.widget = widget
        self._is_invalid = False
        if name:
            widget.setObjectName(name)
        widget.setAccessibleName(label)
        if isinstance(widget, QAbstractSpinBox):
            for part in widget.findChildren(QLineEdit):  # a screen reader meets it as well
                part.setAccessibleName(label)
        self.label = PlainLabel(label, name=f"{name}.label" if name else "")
        self.label.setBuddy(widget)
        self._hint = PlainLabel(hint, role="secondary", wrap=True)
        if not hint:  # a label without a parent would open a window
            self._hint.hide()
        self._error = PlainLabel(role="error", wrap=True, name=f"{name}.error" if name else "")
        self._error.hide()
        if still:
            policy = self._error.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            self._error.setSizePolicy(policy)
        widget.setAccessibleDescription(hint)
        if across:
            words = column(self.label, self._hint, spacing=FOUR)
            line = row(words, widget, spacing=TWENTY_FOUR)
            line.setStretch(0, 1)
            self.setLayout(column(line, self._error, spacing=_SPACING))
        else:
            line = row(widget, *beside, spacing=EIGHT)
            line.setStretch(0, 1)
            title = self.label if aside is None else row(self.label, None, aside, spacing=EIGHT)
            self.setLayout(column(title, line, self._hint, self._error, spacing=_SPACING))
        edit = widget if isinstance(widget, LineEdit) else widget.findChild(LineEdit)
        if edit is not None:
            edit.refused.connect(self._on_refused)
            edit.textChanged.connect(self.clear_error)

    @property
    def error(self) -> str:
        """The shown error; "" for none."""
        return self._error.text() if self._is_invalid else ""

    def show_error(self, text: str) -> None:
        """Show an error beneath the field and announce it to a screen reader."""
        self._is_invalid = True
        self._say(text, "error")
        self.widget.setAccessibleDescription(text)
        set_style(self.widget, invalid=True)
        announce(self.widget, text)

    def show_hint(self, text: str) -> None:
        """Show `text` as the hint, "" for none, and read it to a screen reader."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        if not self._is_invalid:
            self.widget.setAccessibleDescription(text)
        if text:
            announce(self.widget, text)

    def show_note(self, text: str) -> None:
        """Show in place of an error what the user should know, "" for nothing."""
        if self._is_invalid:
            return
        self._say(text, "note")
        if text:
            announce(self.widget, text)

    def _say(self, text: str, role: str) -> None:
        set_style(self._error, role=role)
        self._error.setText(text)
        self._error.setVisible(bool(text))

    def _on_refused(self, why: Refusal) -> None:
        texts = {
            Refusal.KEY: self.tr("That looks like a key. It was not entered here."),
            Refusal.LINE_BREAK: self.tr("This password contains a line break."),
            Refusal.NOT_DIGITS: self.tr("A code has only digits."),
            Refusal.NOT_SIX: self.tr("Only codes of six digits can be entered here."),
        }
        self.show_error(texts[why])

    def clear_error(self) -> None:
        """Remove the error."""
        if self._is_invalid:
            self._is_invalid = False
            self._say("", "error")
            self.widget.setAccessibleDescription(self._hint.text())
            set_style(self.widget, invalid=False)
