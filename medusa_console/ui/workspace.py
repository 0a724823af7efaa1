"""The signed-in half of one store: sidebar, pages, and the work they have under way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from medusa_console.domain.preferences import LastView
from medusa_console.domain.query import KeyQuery
from medusa_console.services.desk import Desk
from medusa_console.services.secret_copy import SecretCopy
from medusa_console.services.session import SignedIn
from medusa_console.services.stores import PreferenceBook
from medusa_console.tasks import OnError, TaskScope
from medusa_console.ui.pages.api_keys import ApiKeysPage
from medusa_console.ui.style import mark
from medusa_console.ui.theme import scaled
from medusa_console.ui.theme_tokens import EIGHT, FOUR, SIXTEEN, TWELVE
from medusa_console.ui.widgets.button import push_button
from medusa_console.ui.widgets.label import ElidedLabel

_SIDEBAR = 232
_RAIL = 56
_RAIL_BELOW = 1100


class Workspace(QWidget):
    """Built when somebody signs in, destroyed when they sign out: nothing of them survives.

    Signals:
        sign_out_requested, settings_requested: from the sidebar.
    """

    sign_out_requested = Signal()
    settings_requested = Signal()

    def __init__(
        self,
        desk: Desk,
        copy: SecretCopy,
        preferences: PreferenceBook,
        on_error: OnError,
        *,
        notify: Callable[..., None],
    ) -> None:
        super().__init__()
        self.setObjectName("workspace")
        self.desk = desk
        self._tasks = TaskScope(on_error)
        self._preferences = preferences
        view = preferences.value.views.get(desk.store.id, LastView())
        self.keys = ApiKeysPage(
            desk, copy, preferences, self._tasks, query=view.query, notify=notify
        )
        self.keys.query_changed.connect(self._remember_view)
        self.keys.answered.connect(self._on_answered)
        self._texts: dict[QPushButton, str] = {}
        self._side = self._build_side()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._side)
        layout.addWidget(self.keys, 1)

    def begin(self) -> None:
        """Somebody is signed in: load what there is to see."""
        if isinstance(self.desk.session.state, SignedIn):
            self._email.setText(self.desk.session.state.session.email)
            self._who.setText(self.tr("Signed in"))
        self.keys.begin()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through, in reading order."""
        return (self._side, *self.keys.panes())

    async def aclose(self) -> None:
        """Stop the pages' work; call it from outside."""
        self.keys.release()
        await self._tasks.aclose()

    def _build_side(self) -> QFrame:
        side = QFrame()
        side.setObjectName("sidebar")
        mark(side, ground="side", line="right")
        self._store = QFrame()
        mark(self._store, ground="card")
        host = self.tr("built in") if self.desk.store.is_demo else self.desk.store.host
        card = QVBoxLayout(self._store)
        card.setContentsMargins(TWELVE, EIGHT, TWELVE, EIGHT)
        card.setSpacing(0)
        card.addWidget(ElidedLabel(self.desk.store.name, role="strong", name="storeName"))
        card.addWidget(ElidedLabel(host, role="secondary", name="storeHost"))
        self._keys_page = push_button(self.tr("API keys"), kind="page", icon="key", name="pageKeys")
        mark(self._keys_page, current=True)
        settings = push_button(
            self.tr("Settings"),
            self.settings_requested.emit,
            kind="page",
            icon="settings",
            name="settings",
        )
        self._who = ElidedLabel(role="strong", name="who")
        self._email = ElidedLabel(role="secondary", name="whoEmail")
        sign_out = push_button(
            self.tr("Sign out"),
            self.sign_out_requested.emit,
            kind="page",
            icon="log-out",
            name="signOut",
        )
        layout = self._side_column = QVBoxLayout(side)
        layout.setContentsMargins(TWELVE, SIXTEEN, TWELVE, TWELVE)
        layout.setSpacing(FOUR)
        layout.addWidget(self._store)
        layout.addSpacing(EIGHT)
        layout.addWidget(self._keys_page)
        layout.addWidget(settings)
        layout.addStretch(1)
        layout.addWidget(self._who)
        layout.addWidget(self._email)
        layout.addWidget(sign_out)
        for button in (self._keys_page, settings, sign_out):
            button.setAccessibleName(button.text())
            self._texts[button] = button.text()
        return side

    def _on_answered(self) -> None:
        # Not before: the server answers one request after the other, and the keys come first.
        self._tasks.start(self._learn_name(), replacing="me")

    async def _learn_name(self) -> None:
        user = await self.desk.users.me()
        self._who.setText(user.name)
        self._email.setText(user.email)

    def _remember_view(self, query: KeyQuery) -> None:
        views = dict(self._preferences.value.views)
        views[self.desk.store.id] = LastView.of("api_keys", query)
        self._preferences.change(replace(self._preferences.value, views=views))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        rail = self.width() < scaled(_RAIL_BELOW)
        self._side.setFixedWidth(scaled(_RAIL if rail else _SIDEBAR))
        edge = EIGHT if rail else TWELVE
        self._side_column.setContentsMargins(edge, SIXTEEN, edge, TWELVE)
        for button, text in self._texts.items():
            button.setText("" if rail else text)
            mark(button, rail=rail)
            button.setToolTip(text if rail else "")
        for part in (self._store, self._who, self._email):
            part.setHidden(rail)
        super().resizeEvent(event)
