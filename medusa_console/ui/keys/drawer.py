"""The drawer of one key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import ConsoleError, OutcomeUnknown, ServerFault
from medusa_console.services.store_services import StoreServices
from medusa_console.ui.keys.facts import KeyFacts
from medusa_console.ui.keys.rotate_links import RotateLinks
from medusa_console.ui.keys.timeline import Timeline
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, laid_out_once, rule
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, TWELVE
from medusa_console.ui.records.drawer import Drawer
from medusa_console.ui.words import labels
from medusa_console.ui.words.errors import explain

_AGAIN_MS = 30_000  # times are relative


class KeyDetail(Drawer):
    """Shows above the facts what became of a revoke without proof, and below them the timeline."""

    def __init__(self, facts: KeyFacts, services: StoreServices) -> None:
        super().__init__()
        self._facts_of = facts
        self._services = services
        self._key: ApiKey | None = None
        self._warning = QWidget()
        set_style(self._warning, ground="caution")
        self._warning_title = PlainLabel(role="strong", wrap=True, name="notConfirmed.title")
        self._warning_text = PlainLabel(wrap=True, name="notConfirmed.text")
        lines = column(self._warning_title, self._warning_text, spacing=FOUR)
        lines.setContentsMargins(TWELVE, TWELVE, TWELVE, TWELVE)
        self._warning.setLayout(lines)
        self._warning.hide()
        self._above.addWidget(self._warning)
        self.links = RotateLinks(services.rotations)
        self._above.addWidget(self.links)
        self._timeline = Timeline()
        self._below.setContentsMargins(0, EIGHT, 0, 0)
        self._below.addWidget(rule())
        self._below.addWidget(self._timeline)
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._again.timeout.connect(self._on_again)
        self._again.start()

    def show_key(self, key: ApiKey) -> None:
        """Show everything about `key`."""
        self._key = key
        with laid_out_once(self._body):
            self._show(key)

    def _show(self, key: ApiKey) -> None:
        title, text = self._result(key)
        if title and title != self._warning_title.text():
            self.scroll_to_top()
        self._warning.setVisible(bool(title))
        self._warning_title.setText(title)
        self._warning_text.setText(text)
        self._timeline.show_events(self._facts_of.events(key))
        self.links.show_key(key)
        self.show_facts(key.title or self.tr("(no title)"), self._facts_of.facts(key))

    def _buttons_above(self) -> Sequence[QWidget]:
        return self.links.buttons

    def _on_again(self) -> None:
        if self._key is not None and self.isVisible():
            self._timeline.show_events(self._facts_of.events(self._key))

    def _result(self, key: ApiKey) -> tuple[str, str]:
        """What is known of the last revoke of `key`, if the key works still or may, or of the sales
        channel that its creation did not add: two lines."""
        keys = self._services.keys
        if not keys.state(key).works:
            return "", ""
        if (unconfirmed := keys.unconfirmed(key.id)) is not None:
            text = self.tr(
                "No confirmation from {store} at {time} ({why}). Assume the key still works."
            ).format(
                store=shown(self._services.store.name),
                why=self._why(unconfirmed.cause),
                time=labels.clock(unconfirmed.at),
            )
            return self.tr("Not confirmed: this key may still work"), text
        if (checked := keys.found_working(key.id)) is not None:
            text = self.tr("Checked at {time}. The revoke did not go through.")
            return (
                self.tr("“{title}” is still active").format(title=shown(key.title)),
                text.format(time=labels.clock(checked)),
            )
        if (missing := keys.missing_channel(key)) is not None:
            lost = isinstance(missing.cause, OutcomeUnknown)
            text = (
                self.tr("The key was created, but “{channel}” may not have been added ({why}).")
                if lost
                else self.tr("The key was created, but “{channel}” was not added ({why}).")
            )
            cause = missing.cause.cause if isinstance(missing.cause, OutcomeUnknown) else None
            return self.tr("Sales channel missing"), text.format(
                channel=shown(missing.channel.name or missing.channel.id),
                why=self._why(cause or missing.cause).rstrip("."),
            )
        return "", ""

    def _why(self, cause: ConsoleError) -> str:
        if isinstance(cause, ServerFault):
            return self.tr("error {status}").format(status=cause.status)
        return explain(cause).title
