"""The choice to stay signed in, with the keyring that keeps the session or why none can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from medusa_console.domain.errors import KeyringFault, VaultUnavailable
from medusa_console.domain.store import Store
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.check_box import CheckBox
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import row
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.words import labels, reasons

if TYPE_CHECKING:
    from medusa_console.services.store_services import StoreServices


class KeepChoice(CheckBox):
    """`consequence` is the line that says what the choice leads to.

    Signals:
        help_requested: the user wants to know how to get a keyring.
    """

    help_requested = Signal()

    def __init__(self, tasks: TaskScope) -> None:
        super().__init__()
        self._tasks = tasks
        self._services: StoreServices | None = None
        self._is_demo = False
        self._keyring: str | None = None  # the name of the one that would keep a session
        self.setText(self.tr("Keep me signed in on this computer"))
        self.setObjectName("keep")
        self.clicked.connect(self._on_clicked)
        self.toggled.connect(self._show_keyring)
        self._place = PlainLabel(role="secondary", wrap=True, name="keep.place")
        self._fix = push_button(
            self.tr("How to fix"), self.help_requested.emit, kind="link", name="keep.fix"
        )
        self._fix.hide()
        self.consequence = QWidget()
        line = row(self._place, self._fix, spacing=EIGHT)
        line.setStretch(0, 1)
        line.setAlignment(self._fix, Qt.AlignmentFlag.AlignTop)
        self.consequence.setLayout(line)

    @property
    def wanted(self) -> bool:
        """Whether the session is to be kept."""
        return self.isChecked()

    def show_store(self, store: Store) -> None:
        """Show the last choice for `store`; the demo store keeps no session."""
        self._tasks.cancel("keeping place")
        self._services = None
        self._keyring = None
        self.setChecked(store.keep_signed_in)
        self.setDisabled(store.is_demo)
        self._is_demo = store.is_demo
        self._fix.hide()
        self._say("")
        self.tell_filled_in(filled_in=True)

    def tell_filled_in(self, *, filled_in: bool) -> None:
        """Say of the demo store that its email and password are `filled_in`; without their fields
        there is nothing to say."""
        if self._is_demo:
            self._say(self.tr("The demo sign-in is filled in. Press Enter.") if filled_in else "")

    def show_place(self, services: StoreServices, *, again: bool = False) -> None:
        """Show where the keyring would keep a session of the open store, or why it cannot; with
        `again`, also after a failure."""
        self._services = services
        if not services.store.is_demo:
            self._tasks.start(self._ask(services, again=again), replacing="keeping place")

    async def _ask(self, services: StoreServices, *, again: bool) -> None:
        try:
            place = await services.session.keeping_place(again=again)
        except VaultUnavailable as error:
            missing = error.fault is KeyringFault.NO_KEYRING
            text = self.tr("{reason} You will need your password next time.").format(
                reason=reasons.keyring(error)
            )
            if not missing:
                try_again = self.tr("Tick the box to try again.")
                text = f"{text} {try_again}"
            self._keyring = None
            self.setChecked(False)
            self.setDisabled(missing)
            self._say(text)
            self._fix.setVisible(missing)
        else:
            self.setEnabled(True)
            self._fix.hide()
            self._keyring = place
            self._show_keyring()

    def _show_keyring(self) -> None:
        if self._keyring is not None:
            text = (
                self.tr("Your session will be saved, encrypted, in {place}.")
                if self._keyring
                else self.tr("Your session will be saved, encrypted, in the system keyring.")
            )
            self._say(text.format(place=labels.keyring(self._keyring)) if self.wanted else "")

    def _say(self, text: str) -> None:
        self._place.setText(text)
        self.setAccessibleDescription(text)

    def _on_clicked(self) -> None:
        if self._services is not None and self.wanted:
            self.show_place(self._services, again=True)
