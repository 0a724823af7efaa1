"""Replaces a page that the account may not see."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from medusa_console.domain.errors import Forbidden
from medusa_console.services.session import SignedIn
from medusa_console.services.store_services import StoreServices
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.empty_state import EmptyState
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words.errors import explain

# Everything this program needs; a request for a role names it all.
_ALL_PERMISSIONS = (
    *("api_key:read", "api_key:create", "api_key:update", "api_key:delete"),
    *("customer:read", "customer:create", "customer:update", "customer:delete"),
    *("customer_group:read", "user:read"),
)


class NoPermission(EmptyState):
    """Names the missing permissions, and offers to copy a request for them.

    Signals:
        refresh_permissions_requested: a role may have been granted meanwhile.
    """

    refresh_permissions_requested = Signal()

    def __init__(self, services: StoreServices) -> None:
        again = push_button(
            translate("NoPermission", "Refresh permissions"), kind="primary", name="refreshRights"
        )
        copy = push_button(
            translate("NoPermission", "Copy request"), self._copy_request, name="copyRequest"
        )
        super().__init__("lock", "", "", again, copy, name="noRight")
        self._services = services
        self._again = again
        self._permissions: tuple[str, ...] = _ALL_PERMISSIONS
        again.clicked.connect(lambda: self.refresh_permissions_requested.emit())

    def show_refusal(self, error: Forbidden) -> None:
        """Show what is missing."""
        self._permissions = error.required or _ALL_PERMISSIONS
        if error.required:
            told = explain(error)
            self.show_words(told.title, told.text)
        elif self._services.permissions.value.granted == frozenset():
            self.show_words(
                translate("NoPermission", "Your account has no role in this store"),
                translate(
                    "NoPermission",
                    "You are signed in but can't view anything yet. Ask an admin for a role, "
                    "then choose Refresh permissions.",
                ),
            )
        else:
            self.show_words(
                translate("NoPermission", "The store doesn't let you view this"),
                translate(
                    "NoPermission",
                    "It doesn't say which permission is missing. Ask an admin for a role that "
                    "allows this, then choose Refresh permissions.",
                ),
            )

    def focus_first(self) -> None:
        """Focus what can be done once a role was granted."""
        self._again.setFocus()

    def _copy_request(self) -> None:
        """Copy a request to the clipboard, for an admin who can grant the permissions."""
        store = self._services.store
        state = self._services.session.state
        email = state.session.email if isinstance(state, SignedIn) else ""
        request = (
            translate(
                "NoPermission",
                "Please give my account {email} a role in the Medusa store {name} ({origin}).",
            )
            if self._permissions == _ALL_PERMISSIONS
            else translate(
                "NoPermission", "Please change the role of my account {email} in {name} ({origin})."
            )
        )
        permissions = translate("NoPermission", "I need: {permissions}.").format(
            permissions=", ".join(self._permissions)
        )
        about = request.format(email=email, name=store.name, origin=store.origin)
        QGuiApplication.clipboard().setText(f"{about} {permissions}")
        announce(self, translate("NoPermission", "Copied"))
