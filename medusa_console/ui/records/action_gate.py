"""Enables and disables the buttons and menu actions of a page."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton

from medusa_console.domain.policy import DANGEROUS, Action, denial
from medusa_console.services.store_services import StoreServices
from medusa_console.topic import Observable
from medusa_console.ui.kit.button import key_text
from medusa_console.ui.kit.text import tooltip
from medusa_console.ui.words.permissions import why_not


class ActionGate:
    """Decides alone which buttons and menu actions of one page are enabled.

    A forbidden action stays visible but disabled; tooltip and accessible description tell why.
    """

    def __init__(self, services: StoreServices, held: Observable[bool]) -> None:
        """While `held`, no dangerous action is enabled; whoever changes `held` calls `update`."""
        self._services = services
        self._held = held
        self._parts: list[tuple[Action, QPushButton | QAction, str]] = []
        self._not_allowed: set[Action] = set()

    def add(self, action: Action, part: QPushButton | QAction, key: str = "") -> None:
        """Enable and disable `part`, which does `action`. A button tells its `key`."""
        self._parts.append((action, part, key))
        self._update(action, part, key)

    def allow_for_row(self, action: Action, *, allowed: bool) -> None:
        """Enable `action` only while it is `allowed` for the selected row."""
        if allowed is (action not in self._not_allowed):
            return
        if allowed:
            self._not_allowed.discard(action)
        else:
            self._not_allowed.add(action)
        self.update(action)

    def update(self, *actions: Action) -> None:
        """Update `actions`, or without arguments all actions, after a reason has come or gone."""
        for action, part, key in self._parts:
            if not actions or action in actions:
                self._update(action, part, key)

    def why_not(self, *actions: Action) -> str:
        """Why `actions` are forbidden, in words; "" if all are allowed."""
        permissions, store = self._services.permissions.value, self._services.store
        denials = (denial(one, permissions, read_only=store.read_only) for one in actions)
        return why_not(filter(None, denials))

    def _update(self, action: Action, part: QPushButton | QAction, key: str) -> None:
        reason = self.why_not(action)
        held = self._held.value and action in DANGEROUS
        part.setEnabled(not (reason or held or action in self._not_allowed))
        told = reason or key_text(QKeySequence(key))
        part.setToolTip(tooltip(told))
        if isinstance(part, QPushButton):
            part.setAccessibleDescription(told)
