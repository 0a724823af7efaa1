"""What a page offers to do, as buttons and menu actions, and why some of it cannot be done."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from medusa_console.domain.policy import DANGEROUS, Action, Denial, denial
from medusa_console.services.store_services import StoreServices
from medusa_console.topic import Observable
from medusa_console.ui.kit.text import tooltip
from medusa_console.ui.words.permissions import why_not


class ActionGate:
    """One for each page: alone decides which of its buttons and menu actions are enabled.

    What the person may not do stays to be seen, disabled, with the reason as its tooltip and
    accessible description.
    """

    def __init__(self, services: StoreServices, held: Observable[bool]) -> None:
        """While `held`, no dangerous action is enabled; whoever changes `held` calls `look`."""
        self._services = services
        self._held = held
        self._parts: list[tuple[Action, QPushButton | QAction]] = []
        self._unfit: set[Action] = set()

    def add(self, action: Action, part: QPushButton | QAction) -> None:
        """`part` does `action`."""
        self._parts.append((action, part))
        self._dress(action, part)

    def allow_for_row(self, action: Action, *, fits: bool) -> None:
        """Whether what is selected is something to do `action` with."""
        if fits:
            self._unfit.discard(action)
        else:
            self._unfit.add(action)
        self.look(action)

    def look(self, *actions: Action) -> None:
        """Something may be in the way of `actions` now, or no more; without any, of all."""
        for action, part in self._parts:
            if not actions or action in actions:
                self._dress(action, part)

    def why_not(self, *actions: Action) -> str:
        """What stands in the way of `actions`, in words; "" when nothing does."""
        return why_not(filter(None, map(self._denial, actions)))

    def _denial(self, action: Action) -> Denial | None:
        return denial(
            action, self._services.permissions.value, read_only=self._services.store.read_only
        )

    def _dress(self, action: Action, part: QPushButton | QAction) -> None:
        reason = self.why_not(action)
        held = self._held.value and action in DANGEROUS
        part.setEnabled(not (reason or held or action in self._unfit))
        part.setToolTip(tooltip(reason))
        if isinstance(part, QPushButton):
            part.setAccessibleDescription(reason)
