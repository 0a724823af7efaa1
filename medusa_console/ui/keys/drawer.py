"""The drawer of one key."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.policy import Action
from medusa_console.services.store_services import StoreServices
from medusa_console.ui.keys.facts import KeyFacts
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import TWELVE
from medusa_console.ui.records.drawer import Drawer
from medusa_console.ui.words import labels
from medusa_console.ui.words.errors import explain


class KeyDetail(Drawer):
    """Shows a warning above the actions while a revoke is not confirmed."""

    def __init__(self, facts: KeyFacts, services: StoreServices) -> None:
        super().__init__()
        self._facts_of = facts
        self._services = services
        self._warning = QWidget()
        set_style(self._warning, ground="caution")
        self._warning_title = PlainLabel(role="strong", wrap=True, name="notConfirmed.title")
        self._warning_text = PlainLabel(wrap=True, name="notConfirmed.text")
        lines = column(self._warning_title, self._warning_text)
        lines.setContentsMargins(TWELVE, TWELVE, TWELVE, TWELVE)
        self._warning.setLayout(lines)
        self._warning.hide()
        self._actions.addWidget(self._warning)

    def show_key(self, key: ApiKey) -> None:
        """Show everything about `key`."""
        works = self._services.keys.state(key).works
        unconfirmed = self._services.keys.unconfirmed(key.id) if works else None
        self.show_facts(shown(key.title) or self.tr("(no title)"), self._facts_of.facts(key))
        self._warning.setVisible(unconfirmed is not None)
        if unconfirmed is not None:
            self._warning_title.setText(self.tr("Not confirmed: this key may still work"))
            self._warning_text.setText(
                self.tr(
                    "{store} did not confirm the revoke ({why}, {time}). Treat the key as working."
                ).format(
                    store=self._services.store.name,
                    why=explain(unconfirmed.cause).title,
                    time=labels.clock(unconfirmed.at),
                )
            )
        self._buttons[Action.REVOKE_KEY].setText(
            self.tr("Revoke again") if unconfirmed is not None else self.tr("Revoke…")
        )
