"""Saves a new secret in the operating system's keyring, for other programs."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import SecretStr
from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.errors import VaultUnavailable
from medusa_console.domain.store import Store
from medusa_console.ports import KeyEntries
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.button import GuardedButton, push_button
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import bring_into_view, fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.text import shown
from medusa_console.ui.words import reasons
from medusa_console.ui.words.problem_line import ProblemLine

_LONGEST = 100


class SaveInKeyring(QDialog):
    """Asks for a name, says who can read the entry, and saves `secret()` under it. `gone` is called
    when the keyring may have the secret."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        title: str,
        entries: KeyEntries,
        secret: Callable[[], SecretStr | None],
        gone: Callable[[], None],
        tasks: TaskScope,
    ) -> None:
        super().__init__(parent)
        self._entries = entries
        self._secret = secret
        self._gone = gone
        self._tasks = tasks_of(self, tasks)
        self._busy = False
        self._saved = ""
        self.setObjectName("saveInKeyring")
        self.setWindowTitle(self.tr("Save in the keyring"))
        proposed = self.tr("{store}: {title}").format(store=shown(store.name), title=shown(title))
        self._name = LineEdit(proposed[:_LONGEST])
        self._name.setMaxLength(_LONGEST)
        self._field = Field(self.tr("Name"), self._name, name="entryName")
        self._readers = PlainLabel(self._who_reads(""), wrap=True, name="entry.readers")
        self._problem = ProblemLine("entryProblem")
        cancel = push_button(self.tr("Cancel"), self.reject, name="cancel")
        cancel.setAutoDefault(False)
        self._save = GuardedButton(
            self.tr("Save the key"), self._tasks.clock, kind="primary", name="save"
        )
        self._save.setDefault(True)
        self._save.confirmed.connect(lambda: self._tasks.start(self._do_save(), replacing="save"))
        heading = PlainLabel(self.tr("Save in the keyring"), role="title")
        body = (heading, self._field, self._readers, self._problem)
        fill(self, store, body, right=(cancel, self._save))
        self._name.setFocus()
        self._name.selectAll()
        self._tasks.start(self._find_place())

    async def ask(self) -> str:
        """Open the dialog and wait; the name of the entry that was saved, else ""."""
        await answer(self)
        return self._saved

    @property
    def is_writing(self) -> bool:
        """Whether the keyring may have the secret, though nothing says so yet."""
        return self._busy

    def _who_reads(self, place: str) -> str:
        text = self.tr(
            "Every program that runs under your account can read it from {keyring} while the "
            "keyring is unlocked."
        )
        return text.format(keyring=shown(place) or self.tr("the keyring"))

    async def _find_place(self) -> None:
        try:
            self._readers.setText(self._who_reads(await self._entries.place()))
        except VaultUnavailable as error:
            self._problem.say(reasons.keyring(error))

    async def _do_save(self) -> None:
        if not (name := self._name.text().strip()):
            self._field.show_error(self.tr("Enter a name."))
            return
        if self._busy or (secret := self._secret()) is None:
            return
        self._set_busy(busy=True)
        try:
            saved = await self._entries.save(name, secret)
        except VaultUnavailable as error:
            self._set_busy(busy=False)
            if error.entry:
                self._gone()
            self._problem.say(reasons.keyring(error))
            bring_into_view(self, self._problem)
            return
        finally:
            del secret
        self._set_busy(busy=False)
        if saved:
            self._gone()
            self._saved = shown(name)
            self.accept()
        else:
            self._field.show_error(self.tr("There is an entry of this name. Use another name."))

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._name.setReadOnly(busy)
        self._save.setDisabled(busy)
        if busy:
            self._problem.hide()

    # Qt overrides

    def reject(self) -> None:
        if not self._busy:  # the keyring is answering
            super().reject()
