"""Shows a failure in the dialog whose request failed."""

from __future__ import annotations

from medusa_console.domain.errors import ConsoleError
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.words.errors import explain


class ProblemLine(PlainLabel):
    """Hidden while empty; a screen reader reads the text at once."""

    def __init__(self, name: str) -> None:
        super().__init__(role="danger", wrap=True, name=name)
        self.hide()

    def explain(self, error: ConsoleError, *, password_unsent: bool = False) -> None:
        """Show the words for `error`; see errors.explain."""
        self.say(explain(error, password_unsent=password_unsent).sentence)

    def say(self, text: str) -> None:
        """Show `text`."""
        self.setText(text)
        self.show()
        announce(self, text, assertive=True)
