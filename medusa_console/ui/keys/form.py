"""The form that creates or renames a key."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain import tokens
from medusa_console.domain.api_key import KeyType, SalesChannel
from medusa_console.domain.errors import ConsoleError, Invalid, OutcomeUnknown
from medusa_console.domain.store import Store
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.keys.channel_field import ChannelField
from medusa_console.ui.keys.end_field import EndField
from medusa_console.ui.keys.glance_note import NoteField
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.choice_cards import Choice, ChoiceCards
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import bring_into_view, fill, fit
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.submission import Accepted, Lost, Stopped, Submission
from medusa_console.ui.words import labels
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.problem_line import ProblemLine

_LONGEST_TITLE = 200

T = TypeVar("T")


@dataclass(frozen=True)
class Wanted:
    """What was filled in."""

    title: str
    type: KeyType
    channel: SalesChannel | None = None
    note: str = ""
    end: datetime | None = None


class KeyForm(QDialog, Generic[T]):
    """Asks for a title, among several `types` for one, and for a publishable key's sales channel.

    The form stays open until `submit` has succeeded, and what was typed survives every failure.
    A failure stands in the form. A lost answer ends the form, because sending it again would make a
    second key. `channels` makes the field for the sales channel, None for a form without one;
    `end` is the field for the key's end, `end_notes` what is told of ends. With `asks_use`, the
    form asks where the key is used.
    """

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        submit: Callable[[Wanted], Awaitable[T]],
        tasks: TaskScope,
        *,
        heading: str,
        action: str,
        title: str = "",
        types: Sequence[KeyType] = (KeyType.SECRET, KeyType.PUBLISHABLE),
        channels: Callable[[TaskScope], ChannelField] | None = None,
        asks_use: bool = False,
        end: EndField | None = None,
        end_notes: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._submit = submit
        self._tasks = tasks_of(self, tasks)
        self._answer: Accepted[T] | Lost | Stopped[Wanted] | None = None
        self.setObjectName("keyForm")
        self.setWindowTitle(heading)
        self._title = LineEdit(title)
        self._title.setMaxLength(_LONGEST_TITLE)
        self._title.setPlaceholderText(self.tr("e.g. ERP nightly sync"))
        self._title.textChanged.connect(self._on_typed)
        self._title_field = Field(self.tr("Title"), self._title, name="keyTitle")
        self._type = ChoiceCards(self.tr("Type"), [self._card(kind) for kind in types])
        self._type.changed.connect(self._on_type)
        type_field = Field(self.tr("Type"), self._type, name="keyType")
        if len(types) == 1:
            type_field.hide()
        self._channel = channels(self._tasks) if channels is not None else None
        self._use = NoteField() if asks_use else None
        self._end = end
        self._end_notes = [PlainLabel(note, role="secondary", wrap=True) for note in end_notes]
        self._problem = ProblemLine("formProblem")
        self._submission = Submission(
            self,
            self._tasks,
            action,
            self._on_submit,
            waiting=self.tr("Sending…"),
            lock=self._lock,
            refuse=self._refuse,
        )
        heading_label = PlainLabel(heading, role="title", wrap=True)
        body: list[QWidget] = [heading_label, self._title_field, type_field]
        if self._channel is not None:
            body.append(self._channel)
            self._channel.setVisible(self._type.value is KeyType.PUBLISHABLE)
        if end is not None:
            end.changed.connect(self._on_end)
            body += [end, *self._end_notes]
            self._on_end()
        if self._use is not None:
            body.append(self._use)
        body.append(self._problem)
        fill(self, store, body, right=(self._submission.cancel, self._submission.button))
        self._title.setFocus()
        self._title.selectAll()

    async def ask(self) -> Accepted[T] | Lost | Stopped[Wanted] | None:
        """Open the form and wait for its end; None: the user cancelled."""
        await answer(self)
        return self._answer

    @property
    def _value(self) -> Wanted:
        note = self._use.note if self._use is not None else ""
        end = self._end.end if self._end is not None else None
        return Wanted(self._title.text().strip(), self._type.value, note=note, end=end)

    def _card(self, kind: KeyType) -> Choice[KeyType]:
        if kind is KeyType.SECRET:
            text = self.tr("Full access to the Admin API. Shown only once.")
        else:
            text = self.tr("For storefronts. Can be viewed any time.")
        return Choice(kind, f"keyType.{kind}", labels.key_type(kind), text)

    def _on_type(self) -> None:
        if self._channel is not None:
            self._channel.setVisible(self._type.value is KeyType.PUBLISHABLE)
            fit(self)
            bring_into_view(self, self._channel)

    def _on_end(self) -> None:
        for note in self._end_notes:
            note.setVisible(self._end is not None and self._end.is_with_end)
        if self._end is not None and self._end.is_with_end:
            bring_into_view(self, self._end)

    def _on_typed(self) -> None:
        self._title_field.clear_error()
        self._problem.hide()

    def _on_submit(self) -> None:
        wanted = self._value
        if not wanted.title:
            self._title_field.show_error(
                self.tr("Enter a title so that people can tell keys apart.")
            )
            self._title.setFocus()
            return
        if tokens.may_hold_a_key(wanted.title):
            self._title_field.show_error(
                self.tr("That looks like a key. Every admin can see titles.")
            )
            self._title.setFocus()
            return
        if self._use is not None and self._use.holds_secret():
            return
        if self._end is not None and not self._end.check():
            return
        self._submission.start(
            self._send(wanted), doing=Doing(self.windowTitle(), self.objectName())
        )

    async def _send(self, wanted: Wanted) -> None:
        if self._channel is not None and wanted.type is KeyType.PUBLISHABLE:
            wanted = replace(wanted, channel=await self._channel.chosen())
        try:
            self._answer = Accepted(await self._submit(wanted))
        except OutcomeUnknown as error:
            self._answer = Lost(error)
        self.accept()

    def _refuse(self, error: ConsoleError) -> None:
        if isinstance(error, Invalid):
            self._title_field.show_error(explain(error).text or explain(error).title)
        else:
            self._problem.explain(error)

    def _lock(self, locked: bool) -> None:
        self._title.setReadOnly(locked)
        self._type.setDisabled(locked)
        if self._use is not None:
            self._use.lock(locked)
        if self._channel is not None:
            self._channel.lock(locked)
        if self._end is not None:
            self._end.lock(locked)

    # Qt overrides

    def reject(self) -> None:
        # A request that was sent goes on: the caller then looks for its result.
        if self._submission.busy:
            self._answer = Stopped(self._value)
        super().reject()
