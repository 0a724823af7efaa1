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
    """Shows above the actions what became of a revoke without proof."""

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
        self.show_facts(key.title or self.tr("(no title)"), self._facts_of.facts(key))
        title, text = self._result(key)
        self._warning.setVisible(bool(title))
        self._warning_title.setText(title)
        self._warning_text.setText(text)
        self._buttons[Action.REVOKE_KEY].setText(
            self.tr("Revoke again") if title else self.tr("Revoke…")
        )

    def _result(self, key: ApiKey) -> tuple[str, str]:
        """What is known of the last revoke of `key`, if the key works still or may: two lines."""
        keys = self._services.keys
        if not keys.state(key).works:
            return "", ""
        if (unconfirmed := keys.unconfirmed(key.id)) is not None:
            text = self.tr(
                "{store} did not confirm the revoke ({why}, {time}). Treat the key as working."
            ).format(
                store=shown(self._services.store.name),
                why=explain(unconfirmed.cause).title,
                time=labels.clock(unconfirmed.at),
            )
            return self.tr("Not confirmed: this key may still work"), text
        if (checked := keys.found_working(key.id)) is not None:
            text = self.tr("Checked at {time}. The revoke was not done.")
            return (
                self.tr("“{title}” still works").format(title=shown(key.title)),
                text.format(time=labels.clock(checked)),
            )
        return "", ""
