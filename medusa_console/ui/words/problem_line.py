"""What went wrong, said in the dialog that asked."""

from __future__ import annotations

from medusa_console.domain.errors import ConsoleError
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.words.errors import explain


class ProblemLine(PlainLabel):
    """Hidden until there is something to say; a screen reader says it at once."""

    def __init__(self, name: str) -> None:
        super().__init__(role="danger", wrap=True, name=name)
        self.hide()

    def explain(self, error: ConsoleError, *, password_unsent: bool = False) -> None:
        """Say what `error` means; see messages.explain."""
        self.say(explain(error, password_unsent=password_unsent).sentence)

    def say(self, text: str) -> None:
        """Say `text`."""
        self.setText(text)
        self.show()
        announce(self, text, assertive=True)
