"""All that a look at a leaked key has found, in the order of what to do first."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from medusa_console.clock import Clock
from medusa_console.services.trace_looks import TraceLook
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, rule
from medusa_console.ui.kit.theme_tokens import SIXTEEN
from medusa_console.ui.leaks.what_it_did_joined import Allowed, JoinedPart
from medusa_console.ui.leaks.what_it_did_made import MadePart, Ordered
from medusa_console.ui.leaks.what_it_did_rest import NotLookedPart, PasswordsPart
from medusa_console.ui.words import what_it_did as words


class FoundPart(QWidget):
    """Hidden until there was a look. `joined` has the people and invites.

    Signals:
        again_wanted: look once more at what could not be read.
    """

    again_wanted = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.setObjectName("did.found")
        self._missing = PlainLabel(role="caution", wrap=True, name="did.missing")
        self.joined = JoinedPart(clock)
        self._passwords = PasswordsPart()
        self._made = MadePart()
        self._rest = NotLookedPart()
        self._rest.again_wanted.connect(self.again_wanted)
        parts = (self._missing, self.joined, self._passwords, rule(), self._made, rule())
        self.setLayout(column(rule(), *parts, self._rest, spacing=SIXTEEN))
        self.hide()

    def show_look(self, look: TraceLook, ordered: Ordered, allowed: Allowed) -> None:
        """Show another look, and what may be done about people."""
        self._missing.setText(words.missing(look.trace))
        self._missing.setVisible(bool(look.trace.failed))
        self.joined.show_look(look, allowed)
        self._passwords.show_trace(look.trace)
        self._made.show_look(look, ordered)
        self._rest.show_trace(look.trace)
        self.show()

    def show_date(self, look: TraceLook, ordered: Ordered) -> None:
        """Split the same look at another date of the leak."""
        self.joined.show_changed(look)
        self._made.show_look(look, ordered)
