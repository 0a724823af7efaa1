"""What a page offers to do, as buttons and menu actions, and why some of it cannot be done."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from medusa_console.domain.policy import DANGEROUS, Action, Denial, denial
from medusa_console.services.store_services import StoreServices
from medusa_console.ui.kit.text import tooltip
from medusa_console.ui.words.permissions import why_not


class ActionGate:
    """One for each page: alone decides which of its buttons and menu actions are enabled.

    What the person may not do stays to be seen, disabled, with the reason as its tooltip and
    accessible description.
    """

    def __init__(self, services: StoreServices) -> None:
        self._services = services
        self._parts: list[tuple[Action, QPushButton | QAction]] = []
        self._not_allowed: set[Action] = set()
        self._held = False

    def add(self, action: Action, part: QPushButton | QAction) -> None:
        """`part` does `action`."""
        self._parts.append((action, part))
        self._update(action, part)

    def allow_for_row(self, action: Action, *, allowed: bool) -> None:
        """Whether what is selected is something to do `action` with."""
        if allowed:
            self._not_allowed.discard(action)
        else:
            self._not_allowed.add(action)
        self.update(action)

    def hold(self, *, held: bool) -> None:
        """While held, nothing that cannot be undone can be done."""
        self._held = held
        self.update(*DANGEROUS)

    def update(self, *actions: Action) -> None:
        """Something may be in the way of `actions` now, or no more; without any, of all."""
        for action, part in self._parts:
            if not actions or action in actions:
                self._update(action, part)

    def why_not(self, *actions: Action) -> str:
        """What stands in the way of `actions`, in words; "" when nothing does."""
        return why_not(filter(None, map(self._denial, actions)))

    def _denial(self, action: Action) -> Denial | None:
        return denial(
            action, self._services.permissions.value, read_only=self._services.store.read_only
        )

    def _update(self, action: Action, part: QPushButton | QAction) -> None:
        reason = self.why_not(action)
        held = self._held and action in DANGEROUS
        part.setEnabled(not (reason or held or action in self._not_allowed))
        part.setToolTip(tooltip(reason))
        if isinstance(part, QPushButton):
            part.setAccessibleDescription(reason)
