"""A line of a customer's details."""

from __future__ import annotations

from medusa_console.ui.kit.line_edit import LineEdit

_LONGEST = 200


class DetailEdit(LineEdit):
    """Edits `text`; a text that is longer than `longest` characters is kept whole."""

    def __init__(self, text: str = "", *, longest: int = _LONGEST) -> None:
        super().__init__()
        self._original = text
        self.setMaxLength(max(longest, len(text)))
        self.setText(text)
        self._shown = self.text()  # may differ from `text`: a QLineEdit has no line breaks

    @property
    def value(self) -> str:
        """The text without spaces around it; exactly the original one while it is unedited."""
        text = self.text()
        return self._original if text == self._shown else text.strip()
