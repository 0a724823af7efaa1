"""The drawer of one key: all facts, then what can be done, the dangerous last."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from medusa_console.domain import policy
from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.policy import Action
from medusa_console.services.store_services import StoreServices
from medusa_console.ui.keys.facts import KeyFacts
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import TWELVE
from medusa_console.ui.records.action_gate import ActionGate
from medusa_console.ui.records.drawer import Drawer
from medusa_console.ui.words import labels
from medusa_console.ui.words.errors import explain


class KeyDetail(Drawer):
    """Signals:
    rename_requested, revoke_requested, delete_requested, check_requested: for the shown key.
    """

    rename_requested = Signal()
    revoke_requested = Signal()
    delete_requested = Signal()
    check_requested = Signal()

    def __init__(self, facts: KeyFacts, services: StoreServices, gate: ActionGate) -> None:
        super().__init__()
        self._facts_of = facts
        self._services = services
        self._gate = gate
        self._rename = push_button(
            self.tr("Rename"), self.rename_requested.emit, icon="pencil", name="rename"
        )
        self._check = push_button(
            self.tr("Check now"), self.check_requested.emit, icon="refresh-cw", name="checkNow"
        )
        self._revoke = push_button(
            self.tr("Revoke…"), self.revoke_requested.emit, kind="danger", icon="ban", name="revoke"
        )
        self._delete = push_button(
            self.tr("Delete record…"),
            self.delete_requested.emit,
            kind="danger",
            icon="trash-2",
            name="deleteRecord",
        )
        for button in (self._rename, self._check, self._revoke, self._delete):
            set_style(button, align="left")
        gate.add(Action.RENAME_KEY, self._rename)
        gate.add(Action.REVOKE_KEY, self._revoke)
        gate.add(Action.DELETE_KEY, self._delete)
        self._warning = QWidget(self)
        set_style(self._warning, ground="caution")
        self._warning_title = PlainLabel(role="strong", wrap=True, name="notConfirmed.title")
        self._warning_text = PlainLabel(wrap=True, name="notConfirmed.text")
        layout = QVBoxLayout(self._warning)
        layout.setContentsMargins(TWELVE, TWELVE, TWELVE, TWELVE)
        layout.addWidget(self._warning_title)
        layout.addWidget(self._warning_text)
        for part in (self._warning, self._rename, self._check, self._revoke, self._delete):
            part.setParent(self)  # kept here while it is not among the actions
            part.hide()

    def show_key(self, key: ApiKey) -> None:
        """Show everything about `key` and what may be done with it."""
        state = self._services.keys.state(key)
        unconfirmed = self._services.keys.unconfirmed(key.id) if state.works else None
        self.show_facts(shown(key.title) or self.tr("(no title)"), self._facts_of.facts(key))
        actions: list[QWidget] = []
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
            actions += [self._warning, self._check]
        actions.append(self._rename)
        offered = [Action.RENAME_KEY]
        if policy.may_revoke(state):
            offered.append(Action.REVOKE_KEY)
            self._revoke.setText(
                self.tr("Revoke again") if unconfirmed is not None else self.tr("Revoke…")
            )
            actions.append(self._revoke)
        if policy.may_delete(state):
            offered.append(Action.DELETE_KEY)
            actions.append(self._delete)
        self.set_actions(actions, self._gate.why_not(*offered))
