"""What a look at a leaked key does not cover, and what roles that are off mean."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from medusa_console.domain.key_trace import NEVER_LOOKED, Trace
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, TWELVE
from medusa_console.ui.words import what_it_did as words


class PasswordsPart(QWidget):
    """Says that everybody needs a new password; hidden where roles are on."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("did.passwords")
        set_style(self, ground="caution")
        title = PlainLabel(
            self.tr("Everybody sets a new password"),
            role="card",
            wrap=True,
            name="did.passwords.title",
        )
        title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._why = PlainLabel(wrap=True, name="did.passwords.why")
        lines = column(title, self._why, spacing=FOUR)
        lines.setContentsMargins(TWELVE, TWELVE, TWELVE, TWELVE)
        self.setLayout(lines)
        self.hide()

    def show_trace(self, trace: Trace) -> None:
        """Show it unless the store told that roles are on."""
        off = self.tr(
            "Roles are off in this store, so the key could fetch the token with which any admin "
            "sets a new password. That leaves no trace."
        )
        unknown = self.tr(
            "The store did not tell what roles allow a key. If they are off, the key could fetch "
            "the token with which any admin sets a new password. That leaves no trace."
        )
        self._why.setText(off if trace.roles is False else unknown)
        self.setVisible(trace.roles is not True)


class NotLookedPart(QWidget):
    """Names what was not looked at, each with its reason.

    Signals:
        again_wanted: look once more.
    """

    again_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("did.notLooked")
        title = PlainLabel(self.tr("Not looked at"), role="card", name="did.notLooked.title")
        title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._failed = PlainLabel(role="caution", wrap=True, name="did.notLooked.failed")
        self._again = push_button(
            self.tr("Look again"),
            self.again_wanted.emit,
            icon="refresh-cw",
            name="did.notLooked.again",
        )
        set_style(self._again, size="small")
        never = PlainLabel(
            "\n".join((*words.not_looked(NEVER_LOOKED), words.no_list_leads_to())),
            role="muted",
            wrap=True,
            name="did.notLooked.never",
        )
        # Whoever has no mouse scrolls to the end of the text with it.
        never.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        lines = column(title, self._failed, self._again, never, spacing=EIGHT)
        lines.setAlignment(self._again, Qt.AlignmentFlag.AlignLeading)
        self.setLayout(lines)

    def show_trace(self, trace: Trace) -> None:
        """Show what could not be read this time."""
        failed = trace.failed
        self._failed.setText("\n".join(words.not_looked(failed)))
        self._failed.setVisible(bool(failed))
        self._again.setVisible(bool(failed))
