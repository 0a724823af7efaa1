"""Finds the key that a creation without an answer may have made, and offers to revoke it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from medusa_console.domain.api_key import ApiKey, PendingKey
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.store import Store
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer, only_with_control, tasks_of
from medusa_console.ui.kit.button import GuardedButton, Kind, push_button
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels
from medusa_console.ui.words.problem_line import ProblemLine

_SECOND_SEARCH_AFTER = 30.0
_KEY = Qt.ItemDataRole.UserRole


def knowledge(line: PendingKey) -> str:
    """What is known of the secret of an unsettled creation, in words."""
    if line.key_id is None:
        return translate(
            "knowledge", "The store did not answer, so its secret never reached this computer."
        )
    if line.copied:
        return translate("knowledge", "It was copied, so somebody may be using it.")
    if line.shown:
        return translate("knowledge", "It was shown, so somebody may have it.")
    return translate("knowledge", "It was neither shown nor copied, so nobody has it.")


class LostKey(QDialog):
    """Searches for the key that `line` describes, whose secret nobody has: at once, and again after
    30 s.

    `candidates` returns the keys on the server that fit. `revoke` returns with proof that the key
    is dead, or raises.
    """

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        line: PendingKey,
        *,
        candidates: Callable[[], Awaitable[Sequence[ApiKey]]],
        revoke: Callable[[ApiKey], Awaitable[None]],
        tasks: TaskScope,
    ) -> None:
        super().__init__(parent)
        self._candidates = candidates
        self._revoke = revoke
        self._tasks = tasks_of(self, tasks)
        self._may_create = False
        self._create_again = False
        self.setObjectName("lostKey")
        self._line = line
        heading = (
            self.tr("Was the key created? No answer came")
            if line.key_id is None
            else self.tr("Nobody has this key")
        )
        self.setWindowTitle(heading)
        what = self.tr("“{title}”, {type}").format(
            title=shown(line.title), type=labels.key_type(line.type)
        )
        self._text = PlainLabel(role="muted", wrap=True, name="lost.text")
        self._list = QListWidget()
        self._list.setObjectName("lost.keys")
        self._list.setAccessibleName(self.tr("Keys that fit"))
        self._list.currentItemChanged.connect(self._refresh)
        self._problem = ProblemLine("formProblem")
        self._again = self._button(self.tr("Create again"), "createAgain", self._on_create_again)
        self._revokes = (
            self._button(
                self.tr("Revoke and create again"),
                "revokeAndAgain",
                lambda: self._on_revoke(create_again=True),
                kind="danger",
            ),
            self._button(
                self.tr("Revoke only"),
                "revokeOnly",
                lambda: self._on_revoke(create_again=False),
                kind="danger",
            ),
        )
        only_with_control(self, self._revokes[-1])
        self._keep = push_button(self.tr("Keep"), self.reject, name="keep")
        self._search_again = push_button(
            self.tr("Try again"), self._on_search_again, name="searchAgain"
        )
        self._search_again.setAutoDefault(False)
        self._search_again.hide()
        body = (
            PlainLabel(heading, role="title", wrap=True),
            PlainLabel(what, role="strong", wrap=True),
            self._text,
            self._list,
            self._problem,
        )
        right = (self._search_again, self._again, self._keep)
        fill(self, store, body, left=self._revokes, right=right)
        self._show([])
        self._keep.setFocus()
        self._tasks.start(self._search())

    async def ask(self) -> bool:
        """Open the dialog and wait; returns whether the user wants the key created again."""
        await answer(self)
        return self._create_again

    def _button(
        self, text: str, name: str, on_confirmed: Callable[[], None], *, kind: Kind = "plain"
    ) -> GuardedButton:
        button = GuardedButton(text, self._tasks.clock, kind=kind, name=name)
        button.setAutoDefault(False)
        button.confirmed.connect(on_confirmed)
        return button

    async def _search(self) -> None:
        self._text.setText(self.tr("Looking for it in the list …"))
        for last in (False, True):
            try:
                found = list(await self._candidates())
            except ConsoleError as error:
                self._problem.explain(error)
                self._tell_unread(last=last)
                found = []
            else:
                self._problem.hide()
                self._may_create = last and not found
                self._tell(found, last=last)
            self._show(found)
            if found or last:
                return
            await self._tasks.clock.sleep(_SECOND_SEARCH_AFTER)

    def _tell_unread(self, *, last: bool) -> None:
        now = labels.now_clock()
        text = (
            self.tr("The list could not be read at {time}.")
            if last
            else self.tr("The list could not be read at {time}. Checking again in 30 s.")
        )
        self._text.setText(text.format(time=now))
        self._search_again.setVisible(last)

    def _tell(self, found: Sequence[ApiKey], *, last: bool) -> None:
        now = labels.now_clock()
        if len(found) == 1:
            text = (
                self.tr(
                    "It exists, but its secret never reached this computer, so it is of no use to "
                    "you."
                )
                if self._line.key_id is None
                else knowledge(self._line)
            )
        elif found:
            text = self.tr("%Ln key(s) fit. Choose which to revoke.", "", len(found))
        elif last:
            text = self.tr("Not in the list at {time} either. It was not created.").format(time=now)
        else:
            text = self.tr("Not in the list at {time}. Checking again in 30 s.").format(time=now)
        self._text.setText(text)
        announce(self._text, text)

    def _show(self, found: Sequence[ApiKey]) -> None:
        self._list.clear()
        for key in found:
            item = QListWidgetItem(
                f"{shown(key.redacted)} · {shown(key.title)} · "
                f"{labels.to_the_second(key.created_at)}"
            )
            item.setData(_KEY, key)
            self._list.addItem(item)
        if len(found) == 1:
            self._list.setCurrentRow(0)
        self._list.setVisible(bool(found))
        self._refresh()

    def _refresh(self) -> None:
        any_found = self._list.count() > 0
        for button in self._revokes:
            button.setVisible(any_found)
            button.setEnabled(self._list.currentItem() is not None)
        self._again.setVisible(not any_found)
        self._again.setEnabled(self._may_create)

    def _on_search_again(self) -> None:
        self._problem.hide()
        self._search_again.hide()
        self._keep.setFocus()
        self._tasks.start(self._search())

    def _on_create_again(self) -> None:
        self._create_again = True
        self.accept()

    def _on_revoke(self, *, create_again: bool) -> None:
        if (item := self._list.currentItem()) is not None:
            self._tasks.start(self._do_revoke(item.data(_KEY), create_again=create_again))

    async def _do_revoke(self, key: ApiKey, *, create_again: bool) -> None:
        self.setDisabled(True)
        try:
            await self._revoke(key)
        except Exception as error:
            self.setDisabled(False)
            if not isinstance(error, ConsoleError):
                raise
            self._problem.explain(error)
        else:
            self._create_again = create_again
            self.accept()

    # Qt overrides

    def reject(self) -> None:
        if self.isEnabled():  # closing would cancel a revoke under way
            super().reject()
