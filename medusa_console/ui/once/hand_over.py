"""Hands a new secret over from its once-only dialog: to a file, a command, the keyring, or the
clipboard in another form."""

from __future__ import annotations

import sys
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from pydantic import SecretStr
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMenu, QPushButton

from medusa_console.domain.api_key import ApiKey, CreatedKey
from medusa_console.domain.store import Store
from medusa_console.services.hand_over import HandOver, environment_line, header, unseen_line
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.button import style_button
from medusa_console.ui.once.save_in_keyring import SaveInKeyring
from medusa_console.ui.once.send_to_command import SendToCommand
from medusa_console.ui.once.write_to_file import WriteToFile


class HandOverButton(QPushButton):
    """Opens a menu of the ways in which a key's secret can go, each in a dialog over `parent`.

    `created` is the key, as long as the once-only dialog keeps it. `copy` puts a text that holds
    the secret on the clipboard. `gone` is called as soon as another program may have the secret,
    and `tell` with the words for what was done. `tasks` are those of the once-only dialog: when it
    closes, so does what was opened here, and a command that runs is killed.
    """

    def __init__(
        self,
        parent: QDialog,
        store: Store,
        means: HandOver,
        created: Callable[[], CreatedKey | None],
        *,
        copy: Callable[[SecretStr], None],
        gone: Callable[[], None],
        tell: Callable[[str], None],
        tasks: TaskScope,
    ) -> None:
        super().__init__()
        self._parent = parent
        self._store = store
        self._means = means
        self._created = created
        self._copy = copy
        self._gone = gone
        self._tell = tell
        self._tasks = tasks
        self._dialog: WriteToFile | SaveInKeyring | None = None
        self.setObjectName("handOver")
        self.setText(self.tr("Hand over…"))
        self.setAutoDefault(False)
        style_button(self, "plain")
        self.clicked.connect(lambda: self._open_menu())

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("handOver.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ways = (
            (self.tr("Write to a file…"), "handOver.file", self._write),
            (self.tr("Send to a command…"), "handOver.command", self._send),
            (self.tr("Save in the keyring…"), "handOver.keyring", self._save),
        )
        for text, name, way in ways:
            action = menu.addAction(text, partial(self._start, way))
            action.setObjectName(name)
        menu.addSeparator()
        copies = QMenu(self.tr("Copy as…"), menu)
        copies.setObjectName("handOver.copies")
        copies.addAction(self.tr("Environment line"), lambda: self._copy_as(environment_line))
        copies.addAction(self.tr("Authorization header"), lambda: self._copy_as(header))
        copies.addAction(self.tr("Command line that reads the key unseen"), self._copy_unseen)
        menu.addMenu(copies)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _start(self, way: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._tasks.start(way(), replacing="hand over")

    @property
    def is_writing(self) -> bool:
        """Whether the secret is just being written: its dialog goes with the once-only dialog, the
        writing does not."""
        return self._dialog is not None and self._dialog.is_writing

    def _secret(self) -> SecretStr | None:
        created = self._created()
        return created.secret if created is not None else None

    def _key(self) -> ApiKey | None:
        created = self._created()
        return created.key if created is not None else None

    async def _write(self) -> None:
        if (key := self._key()) is None:
            return
        self._dialog = dialog = WriteToFile(
            self._parent,
            self._store,
            key.redacted,
            self._means.commands,
            self._secret,
            self._tasks,
        )
        if name := await dialog.ask():
            self._gone()
            self._tell(self.tr("Written to {file}.").format(file=name))

    async def _send(self) -> None:
        dialog = SendToCommand(
            self._parent, self._store, self._means, self._secret, self._gone, self._tasks
        )
        if result := await dialog.ask():
            self._tell(result)

    async def _save(self) -> None:
        if (key := self._key()) is None:
            return
        self._dialog = dialog = SaveInKeyring(
            self._parent,
            self._store,
            key.title,
            self._means.entries,
            self._secret,
            self._gone,
            self._tasks,
        )
        if name := await dialog.ask():
            self._tell(self.tr("Saved in the keyring as “{name}”.").format(name=name))

    def _copy_as(self, form: Callable[[SecretStr], SecretStr]) -> None:
        if (secret := self._secret()) is not None:
            self._copy(form(secret))

    def _copy_unseen(self) -> None:
        # It holds no key: nothing has gone, and the clipboard need not be cleared.
        QGuiApplication.clipboard().setText(unseen_line(windows=sys.platform == "win32"))
        self._tell(self.tr("Copied. Run it in a terminal, then paste the key and press Enter."))
