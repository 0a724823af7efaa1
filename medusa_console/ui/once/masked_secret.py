"""Shows the secret of a once-only dialog on request, and masks it when nobody may be looking."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.room import keep_width
from medusa_console.ui.kit.secret_field import SecretField

SHOWN_FOR_MS = 30_000


class MaskedSecret(QObject):
    """The button 'Show' of `dialog`, and what `field` shows. The secret stays with the dialog.

    'Show' shows what `secret` returns, for `milliseconds` at most; None is nothing to show. The
    secret is masked again as soon as the dialog hides, which a lock does as well, is minimised, is
    no longer in front, or comes to another screen.

    Signals:
        revealing: the screen is about to show the secret.
    """

    revealing = Signal()

    def __init__(
        self,
        dialog: QDialog,
        field: SecretField,
        secret: Callable[[], str | None],
        *,
        milliseconds: int = SHOWN_FOR_MS,
    ) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._field = field
        self._secret = secret
        self._is_shown = False
        self.button = push_button(self.tr("Show"), self._on_show, icon="eye", name="showSecret")
        self.button.setAutoDefault(False)  # Enter must show nothing
        keep_width(self.button, self.tr("Hide"))
        self._hide_again = QTimer(self, singleShot=True, interval=milliseconds)
        self._hide_again.timeout.connect(self.mask)
        dialog.installEventFilter(self)

    def mask(self) -> None:
        """Remove the secret from the screen."""
        self._hide_again.stop()
        self._is_shown = False
        self._field.conceal()
        self.button.setText(self.tr("Show"))

    def _on_show(self) -> None:
        secret = self._secret()
        if self._is_shown or secret is None:
            self.mask()
            return
        self.revealing.emit()
        self._is_shown = True
        self.button.setText(self.tr("Hide"))
        self._field.reveal(secret)
        self._hide_again.start()

    # Qt overrides

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if not isValid(self._dialog):
            return False  # destroyed with its parent, the field included
        match event.type():
            case QEvent.Type.Show:
                if (window := self._dialog.windowHandle()) is not None:
                    window.screenChanged.connect(self.mask, Qt.ConnectionType.UniqueConnection)
            case QEvent.Type.Hide:
                self.mask()
            case QEvent.Type.ActivationChange | QEvent.Type.WindowStateChange:
                if not self._dialog.isActiveWindow() or self._dialog.isMinimized():
                    self.mask()
        return False
