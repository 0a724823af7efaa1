"""The once-only dialog: the one moment in which a new secret can be copied."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QWidget

from medusa_console.domain.api_key import CreatedKey
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.store import Store
from medusa_console.services.secret_copy import SecretCopy
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import confirm, tasks_of
from medusa_console.ui.kit.button import GuardedButton, push_button
from medusa_console.ui.kit.copy_status import CopyStatus
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.secret_field import SecretField
from medusa_console.ui.kit.theme_tokens import TWELVE
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.problem_line import ProblemLine

_SHOWN_FOR_MS = 30_000


class RevealKey(QDialog):
    """Shows a new key once. Accepted: done; `stored` tells whether the person confirmed it.

    `revoke` must prove the key dead or raise; `copied` is told once, when the secret reaches the
    clipboard. The secret leaves the dialog when it closes; `hold` (Unstored.hold) receives what
    closes it for somebody who stays away too long, and `discarded` tells that this happened.
    """

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        created: CreatedKey,
        copy: SecretCopy,
        *,
        seconds: int,
        copied: Callable[[], None],
        revoke: Callable[[], Awaitable[None]],
        hold: Callable[[Callable[[], None]], Callable[[], None]],
        tasks: TaskScope,
    ) -> None:
        super().__init__(parent)
        self.discarded = False
        self._store = store
        self._created: CreatedKey | None = created
        self._title = created.key.title
        self._copy = copy
        self._seconds = seconds
        self._on_copied = copied
        self._revoke = revoke
        self._tasks = tasks_of(self, tasks)
        self._was_copied = False
        self._was_shown = False
        self.setObjectName("revealKey")
        self.setWindowTitle(self.tr("Store this key now"))
        self._build(created)
        self._hide_again = QTimer(self, singleShot=True, interval=_SHOWN_FOR_MS)
        self._hide_again.timeout.connect(self._mask)
        self._release = hold(self._on_kept_too_long)
        self.destroyed.connect(self._release)  # with its parent: there is nothing left to keep
        self._refresh()

    @property
    def stored(self) -> bool:
        """Whether the person said that the key is stored."""
        return self._stored.isChecked()

    def _build(self, created: CreatedKey) -> None:
        self._secret = SecretField(created.key.redacted)
        self._show = push_button(self.tr("Show"), icon="eye", name="showSecret")
        self._show.setCheckable(True)
        self._show.toggled.connect(self._on_show)
        clock = self._tasks.clock
        self._copy_button = GuardedButton(
            self.tr("Copy and hide"), clock, kind="primary", icon="copy", name="copySecret"
        )
        self._copy_button.confirmed.connect(self._on_copy)
        self._status = CopyStatus(self._copy, self._seconds)
        self._problem = ProblemLine("revealProblem")
        self._stored = QCheckBox(self.tr("I have stored this key"))
        self._stored.setObjectName("stored")
        self._stored.toggled.connect(self._refresh)
        self._discard = GuardedButton(
            self.tr("Discard and revoke this key"), clock, kind="danger", icon="ban", name="discard"
        )
        self._discard.confirmed.connect(self._on_discard)
        self._done = GuardedButton(self.tr("Done"), clock, name="done")
        self._done.confirmed.connect(self.accept)
        for button in (self._show, self._copy_button, self._discard, self._done):
            button.setAutoDefault(False)  # Enter must neither copy nor confirm here
        body = (
            PlainLabel(self.tr("Store this key now"), role="title"),
            PlainLabel(
                self.tr("“{title}” is created. Medusa will not show it again.").format(
                    title=self._title
                ),
                role="muted",
                wrap=True,
            ),
            _row(self._secret, self._show, stretch=self._secret),
            _row(self._copy_button),
            self._status,
            self._problem,
            self._stored,
        )
        fill(self, self._store, body, left=(self._discard,), right=(self._done,))
        self._stored.setFocus()

    # What the person does

    def _on_show(self, on: bool) -> None:
        if not on or self._created is None:
            self._mask()
            return
        self._was_shown = True
        self._secret.reveal(self._created.secret.get_secret_value())
        self._hide_again.start()

    def _mask(self) -> None:
        self._hide_again.stop()
        self._secret.conceal()
        self._show.setChecked(False)

    def _on_copy(self) -> None:
        if self._created is None:
            return
        first, self._was_copied = not self._was_copied, True
        self._status.begin()
        self._copy.copy(self._created.secret, self._seconds)
        self._mask()
        self._show.setEnabled(False)
        self._copy_button.setText(self.tr("Copy again"))
        if first:
            self._on_copied()
        self._refresh()

    def _on_discard(self) -> None:
        self._tasks.start(self._discard_key(), replacing="discard")

    async def _discard_key(self) -> None:
        if (self._was_copied or self._was_shown) and not await confirm(
            self,
            self._store,
            self.tr("Discard “{title}”?").format(title=self._title),
            self.tr("It was shown or copied. Whoever has it cannot use it afterwards."),
            action=self.tr("Discard and revoke"),
            keep=self.tr("Keep key"),
            danger=True,
            clock=self._tasks.clock,
        ):
            return
        self._set_busy(busy=True)
        try:
            await self._revoke()
        except Exception as error:
            self._set_busy(busy=False)
            if not isinstance(error, ConsoleError):
                raise
            self._say_not_confirmed(error)
        else:
            self.done(QDialog.DialogCode.Accepted)

    def _say_not_confirmed(self, error: ConsoleError) -> None:
        message = explain(error)
        text = self.tr("Not confirmed: this key may still work. {title}. {text}").format(
            title=message.title, text=message.text
        )
        self._problem.say(text)

    def _set_busy(self, *, busy: bool) -> None:
        self._discard.setDisabled(busy)
        self._done.setDisabled(busy or not self._may_close())

    # Closing

    def _may_close(self) -> bool:
        return self._was_copied or self._stored.isChecked()

    def _refresh(self) -> None:
        self._done.setEnabled(self._may_close())

    def _on_kept_too_long(self) -> None:
        self.discarded = True
        self.done(QDialog.DialogCode.Rejected)

    def _refuse(self) -> None:
        text = self.tr("Copy the key, or tick “I have stored this key”, or discard it.")
        self._problem.say(text)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if (window := self.windowHandle()) is not None:
            window.screenChanged.connect(self._mask, Qt.ConnectionType.UniqueConnection)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self._mask()  # also at a lock
        super().hideEvent(event)

    def reject(self) -> None:
        if not self._discard.isEnabled():
            return  # or the revoke would be broken off
        if self._may_close():
            self.accept()
        else:
            self._refuse()

    def done(self, result: int) -> None:
        self._status.end()
        self._hide_again.stop()
        self._secret.conceal()
        self._created = None
        self._release()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self._created is None or self._may_close():
            super().closeEvent(event)
        else:
            event.ignore()
            self._refuse()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() in (QEvent.Type.ActivationChange, QEvent.Type.WindowStateChange) and (
            not self.isActiveWindow() or self.isMinimized()
        ):
            self._mask()
        super().changeEvent(event)


def _row(*widgets: QWidget, stretch: QWidget | None = None) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(TWELVE)
    for widget in widgets:
        layout.addWidget(widget, 1 if widget is stretch else 0)
    if stretch is None:
        layout.addStretch(1)
    return row
