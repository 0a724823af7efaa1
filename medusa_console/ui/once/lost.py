"""Finds the key that a creation without an answer may have made, and offers to revoke it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QListWidget, QListWidgetItem, QPushButton, QWidget

from medusa_console.domain.api_key import ApiKey, KeyType, PendingKey
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.store import Store
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer, only_with_control, tasks_of
from medusa_console.ui.kit.button import GuardedButton, Kind, push_button
from medusa_console.ui.kit.frame import fill, fit
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import fixed_font
from medusa_console.ui.kit.theme_tokens import FOUR, SIXTEEN, TWELVE
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels
from medusa_console.ui.words.counts import counts
from medusa_console.ui.words.problem_line import ProblemLine

_SECOND_SEARCH_AFTER = 30
_MOST_ROWS = 4
_GAP = 2
_KEY = Qt.ItemDataRole.UserRole


class LostAnswer(Enum):
    """What the user chose about a key whose creation had no answer."""

    LEFT = "left"
    FOUND = "found"
    REVOKED = "revoked"
    CREATE_AGAIN = "create again"


def knowledge(line: PendingKey) -> str:
    """What is known of the secret of an unsettled creation, in words."""
    if line.key_id is None:
        return translate(
            "knowledge", "The store didn't answer, so its secret never reached this computer."
        )
    if line.copied:
        return translate("knowledge", "It was copied, so somebody may be using it.")
    if line.shown:
        return translate("knowledge", "It was shown, so somebody may have it.")
    return translate("knowledge", "It was neither shown nor copied, so nobody has it.")


class LostKey(QDialog):
    """Searches for the key that `line` describes, whose secret nobody has: at once, and again after
    30 s. The heading says what is known.

    `candidates` returns the keys on the server that match. `revoke` returns with proof that the key
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
        self._line = line
        self._found: tuple[ApiKey, ...] = ()
        self._may_create = False
        self._answer = LostAnswer.LEFT
        self.setObjectName("lostKey")
        self._heading = PlainLabel(role="title", wrap=True, name="lost.heading")
        what = self.tr("“{title}”, {type}").format(
            title=shown(line.title), type=labels.key_type(line.type).lower()
        )
        self._what = PlainLabel(what, role="strong", wrap=True, name="lost.what")
        self._text = PlainLabel(wrap=True, name="lost.text")
        self._card = _Card()
        self._list = QListWidget()
        self._list.setObjectName("lost.keys")
        self._list.setAccessibleName(self.tr("Matching keys"))
        self._list.setSpacing(_GAP)
        set_style(self._list, list="cards")
        self._list.currentItemChanged.connect(self._refresh)
        self._problem = ProblemLine("formProblem")
        body = (self._heading, self._what, self._text, self._card, self._list, self._problem)
        fill(self, store, body, right=self._build_buttons())
        self._head(
            self.tr("Was the key created? The store didn't answer")
            if line.key_id is None
            else self.tr("Nobody has this key")
        )
        self._show(())
        self._keep.setFocus()
        self._tasks.start(self._search())

    async def ask(self) -> LostAnswer:
        """Open the dialog and wait for what the user chose."""
        await answer(self)
        return self._answer

    @property
    def found(self) -> ApiKey | None:
        """The one key that was found."""
        return self._found[0] if len(self._found) == 1 else None

    def _build_buttons(self) -> tuple[QPushButton, ...]:
        self._keep = push_button(self.tr("Close"), self.reject, name="keep")
        self._search_again = push_button(
            self.tr("Try again"), self._on_search_again, name="searchAgain"
        )
        self._search_again.setAutoDefault(False)
        self._search_again.hide()
        self._again = self._button(self.tr("Create again"), "createAgain", self._on_create_again)
        self._revokes = (
            self._button(
                self.tr("Revoke only"),
                "revokeOnly",
                lambda: self._on_revoke(LostAnswer.REVOKED),
                kind="danger",
            ),
            self._button(
                self.tr("Revoke and create again"),
                "revokeAndAgain",
                lambda: self._on_revoke(LostAnswer.CREATE_AGAIN),
                kind="destroy",
            ),
        )
        only_with_control(self, self._revokes[0])
        return (self._keep, self._search_again, self._again, *self._revokes)

    def _button(
        self, text: str, name: str, on_confirmed: Callable[[], None], *, kind: Kind = "plain"
    ) -> GuardedButton:
        button = GuardedButton(text, self._tasks.clock, kind=kind, name=name)
        button.setAutoDefault(False)
        button.confirmed.connect(on_confirmed)
        return button

    async def _search(self) -> None:
        self._text.setText(self.tr("Looking for it in the list…"))
        for last in (False, True):
            try:
                found = tuple(await self._candidates())
            except ConsoleError as error:
                self._problem.explain(error)
                found, so_far = (), self.tr("The list could not be read at {time}.")
                self._search_again.setVisible(last)
            else:
                self._problem.hide()
                self._may_create = last and not found
                so_far = self.tr("Not in the list at {time}.")
            self._show(found)
            if found:
                self._tell(self._known(found))
                return
            so_far = so_far.format(time=labels.now_clock())
            if last:
                self._tell(self._final(so_far))
                return
            announce(self._text, so_far)
            await self._count_down(so_far)

    async def _count_down(self, so_far: str) -> None:
        clock = self._tasks.clock
        end = clock.seconds() + _SECOND_SEARCH_AFTER
        while (left := end - clock.seconds()) > 0:
            # Only shown: a screen reader would be read a number every second.
            checking = self.tr("Checking again in {seconds} s.").format(seconds=round(left))
            self._text.setText(self.tr("{so_far} {next}").format(so_far=so_far, next=checking))
            await clock.sleep(min(1.0, left))

    def _known(self, found: Sequence[ApiKey]) -> str:
        """What is known of the keys that were found; the heading says the most important."""
        if len(found) > 1:
            self._head(self.tr("The key may be one of these"))
            return counts.keys_match_choose(len(found))
        if self._line.key_id is not None:
            return knowledge(self._line)
        if self._line.type is KeyType.PUBLISHABLE:
            self._head(self.tr("The key was created"))
            return self.tr("The store didn't answer, but a publishable key can be viewed any time.")
        self._head(self.tr("The key was created, but its secret is lost"))
        return self.tr("It was created, but its secret never arrived and can't be recovered.")

    def _final(self, so_far: str) -> str:
        if not self._may_create:
            return so_far
        self._head(self.tr("The key was not created"))
        text = self.tr("Still not there at {time}. The key was not created.")
        return text.format(time=labels.now_clock())

    def _head(self, heading: str) -> None:
        self.setWindowTitle(heading)
        self._heading.setText(heading)

    def _tell(self, text: str) -> None:
        self._text.setText(text)
        announce(self._text, text)

    def _show(self, found: Sequence[ApiKey]) -> None:
        self._found = tuple(found)
        self._list.clear()
        for key in found if len(found) > 1 else ():
            item = QListWidgetItem(_identity(key))
            item.setData(_KEY, key)
            self._list.addItem(item)
        row = self._list.sizeHintForRow(0) + 2 * _GAP
        self._list.setFixedHeight(min(len(found), _MOST_ROWS) * row)
        self._list.setVisible(len(found) > 1)
        self._card.setVisible(len(found) == 1)
        self._what.setVisible(len(found) != 1)
        if len(found) == 1:
            self._card.show_key(found[0])
        self._keep.setText(self.tr("Keep key") if found else self.tr("Close"))
        self._refresh()
        fit(self)

    def _refresh(self) -> None:
        for button in self._revokes:
            button.setVisible(bool(self._found))
            button.setEnabled(self._chosen() is not None)
        self._again.setVisible(not self._found)
        self._again.setEnabled(self._may_create)

    def _chosen(self) -> ApiKey | None:
        item = self._list.currentItem()
        return self.found or (item.data(_KEY) if item is not None else None)

    def _on_search_again(self) -> None:
        self._problem.hide()
        self._search_again.hide()
        self._keep.setFocus()
        self._tasks.start(self._search())

    def _on_create_again(self) -> None:
        self._answer = LostAnswer.CREATE_AGAIN
        self.accept()

    def _on_revoke(self, then: LostAnswer) -> None:
        if (key := self._chosen()) is not None:
            self._tasks.start(self._do_revoke(key, then))

    async def _do_revoke(self, key: ApiKey, then: LostAnswer) -> None:
        self.setDisabled(True)
        try:
            await self._revoke(key)
        except Exception as error:
            self.setDisabled(False)
            if not isinstance(error, ConsoleError):
                raise
            self._problem.explain(error)
        else:
            self._answer = then
            self.accept()

    # Qt overrides

    def reject(self) -> None:
        if self.isEnabled():  # closing would cancel a revoke under way
            if self.found is not None:
                self._answer = LostAnswer.FOUND
            super().reject()


class _Card(QFrame):
    """The one key that was found."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lost.key")
        set_style(self, ground="card")
        self._title = PlainLabel(role="strong", wrap=True, name="lost.key.title")
        self._key = PlainLabel(name="lost.key.redacted")
        self._key.setFont(fixed_font())
        self._created = PlainLabel(role="secondary", wrap=True, name="lost.key.created")
        lines = column(self._title, self._key, self._created, spacing=FOUR)
        lines.setContentsMargins(SIXTEEN, TWELVE, SIXTEEN, TWELVE)
        self.setLayout(lines)

    def show_key(self, key: ApiKey) -> None:
        """Show `key`."""
        self._title.setText(shown(key.title))
        self._key.setText(key.redacted)
        created = self.tr("Created {when}").format(when=labels.to_the_second(key.created_at))
        self._created.setText(created)


def _identity(key: ApiKey) -> str:
    return f"{shown(key.redacted)} · {shown(key.title)} · {labels.to_the_second(key.created_at)}"
