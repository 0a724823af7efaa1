"""The question before something is done to many keys: which, whose, how old, what they break."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.key_bulk import BulkAction, concerns, in_parts
from medusa_console.domain.store import Environment
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from medusa_console.ui.keys.end_field import EndField, for_a_working_key, longer
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer, only_with_control, tasks_of
from medusa_console.ui.kit.button import GuardedButton, Kind, push_button
from medusa_console.ui.kit.enter import show_control_enter
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import fill, fit
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.records.lines import Line, LinesList
from medusa_console.ui.words import key_many as words
from medusa_console.ui.words import labels, leak_evidence
from medusa_console.ui.words.many_counts import many_keys
from medusa_console.ui.words.problem_line import ProblemLine

_AT_A_TIME = 500
_WIDTH = 640
_STOPS = (BulkAction.REVOKE, BulkAction.SCHEDULE)


@dataclass(frozen=True)
class Confirmed:
    """What the user wants done to which keys; `until` is their end, by the server's clock."""

    keys: tuple[ApiKey, ...]
    until: datetime | None


class ManyQuestion(QDialog):
    """Reads the keys of `ids` anew, and asks about those that `action` concerns. They stay as they
    are now, whatever the list does later.

    `notes` are told besides. A live store takes their number; where all working keys of a type are
    among them, the store's name as well.
    """

    def __init__(
        self,
        parent: QWidget,
        services: StoreServices,
        action: BulkAction,
        ids: Sequence[str],
        tasks: TaskScope,
        notes: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._action = action
        self._ids = tuple(ids)
        self._keys: tuple[ApiKey, ...] = ()
        self._end: EndField | None = None
        self._tasks = tasks_of(self, tasks)
        self.setObjectName("manyKeys")
        self._title = PlainLabel(role="title", wrap=True, name="many.title")
        self._told = PlainLabel(wrap=True, name="many.told")
        self._bar = QProgressBar()
        self._bar.setObjectName("many.bar")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setRange(0, max(1, len(self._ids)))
        self._rows = LinesList(self.tr("Keys"), self._line, name="many.keys", most=4)
        self._end_place = column()
        self._breaks = PlainLabel(role="strong", wrap=True, name="many.consequence")
        unknown_use = self.tr("Medusa does not record where a key is used.")
        self._note = PlainLabel(
            "\n".join((unknown_use, *notes)),
            role="muted",
            wrap=True,
            name="many.note",
        )
        self._all = PlainLabel(role="danger", wrap=True, name="many.empties")
        name = shown(services.store.name)
        self._name = LineEdit()
        self._name_field = Field(
            self.tr("Type “{name}” to confirm").format(name=name), self._name, name="many.name"
        )
        self._number = LineEdit()
        self._number_field = Field("", self._number, name="many.number")
        self._problem = ProblemLine("formProblem")
        self._keep = push_button(self.tr("Cancel"), self.reject, name="many.keep")
        self._keep.setDefault(True)
        at_once = action in (BulkAction.REVOKE, BulkAction.DELETE)
        kind: Kind = "destroy" if at_once else "primary"
        self._act = GuardedButton("", tasks.clock, kind=kind, name="many.action")
        self._act.confirmed.connect(self._on_confirmed)
        only_with_control(self, self._act)
        for edit in (self._name, self._number):
            edit.textChanged.connect(self._refresh)
        body = (
            self._title,
            self._bar,
            self._told,
            self._rows,
            self._end_place,
            column(self._breaks, self._note, spacing=EIGHT),
            self._all,
            self._name_field,
            self._number_field,
            self._problem,
        )
        fill(self, services.store, body, right=(self._keep, self._act), width=_WIDTH)
        self._show_reading()
        self._keep.setFocus()
        self._tasks.start(self._read())

    async def ask(self) -> Confirmed | None:
        """Open the dialog and wait; None if the user keeps everything as it is."""
        if await answer(self) != QDialog.DialogCode.Accepted:
            return None
        return Confirmed(self._keys, self._end.end if self._end is not None else None)

    # Reading

    def _show_reading(self) -> None:
        heading = many_keys.reading(len(self._ids))
        self.setWindowTitle(heading)
        self._title.setText(heading)
        for part in (
            self._told,
            self._rows,
            self._breaks,
            self._note,
            self._all,
            self._name_field,
            self._number_field,
            self._act,
        ):
            part.hide()

    async def _read(self) -> None:
        bulk, permissions = self._services.bulk, self._services.permissions
        try:
            read = await permissions.read(lambda: bulk.read(self._ids, self._bar.setValue))
            keys = await self._concerned(read)
            emptied = await bulk.left_without(keys) if self._action in _STOPS else ()
        except ConsoleError as error:
            self._bar.hide()
            self._problem.explain(error)
            fit(self)
            return
        if self._action is BulkAction.DELETE:
            await self._services.evidence.load()
        self._keys = keys
        self._bar.hide()
        self._show_keys(len(read) - len(keys), emptied)
        await self._learn_names()

    async def _concerned(self, read: Sequence[ApiKey]) -> tuple[ApiKey, ...]:
        """Those of `read` that the action concerns, in slices: they may be 20,000."""
        state, found = self._services.keys.state, list[ApiKey]()
        for some in in_parts(read, _AT_A_TIME):
            found += [key for key in some if concerns(self._action, state(key))]
            await asyncio.sleep(0)
        return tuple(found)

    async def _learn_names(self) -> None:
        actors = {key.created_by for key in self._keys}
        try:
            await self._services.creators.learn(actors)
        except ConsoleError:
            return  # the ends of the ids stay
        self._rows.viewport().update()

    # Asking

    def _show_keys(self, others: int, emptied: tuple[KeyType, ...]) -> None:
        number = len(self._keys)
        heading = words.question(self._action)(number)
        self.setWindowTitle(heading)
        self._title.setText(heading)
        counted = Counter(key.type for key in self._keys)
        told = [many_keys.secret(counted[KeyType.SECRET])] if counted[KeyType.SECRET] else []
        if counted[KeyType.PUBLISHABLE]:
            told.append(many_keys.publishable(counted[KeyType.PUBLISHABLE]))
        if others:
            told.append(many_keys.left_out(others))
        self._told.setText(" · ".join(told))
        self._told.setVisible(bool(told))
        if not number:
            fit(self)
            return
        self._rows.show()
        self._rows.show_number(number)
        self._show_end()
        kinds = frozenset(kind for kind in KeyType if counted[kind])
        self._breaks.setText("\n".join((*words.breaks(self._action, kinds), *self._evidence())))
        self._breaks.show()
        self._note.setVisible(self._action in _STOPS)
        self._all.setText(words.everything(emptied, self._action) if emptied else "")
        self._all.setVisible(bool(emptied))
        self._name_field.setVisible(bool(emptied))
        label = many_keys.type_number(number)
        self._number_field.label.setText(label)
        self._number.setAccessibleName(label)
        self._number_field.setVisible(self._services.store.environment is Environment.LIVE)
        self._act.show()
        show_control_enter(self._act, words.button(self._action)(number))
        self._refresh()
        fit(self)
        first = next((f.widget for f in self._fields if not f.isHidden()), self._keep)
        if self._keep.hasFocus():
            first.setFocus()
        announce(self, ". ".join((heading, self._told.text(), self._all.text())), assertive=True)

    def _evidence(self) -> list[str]:
        """What is said of leaked keys among those whose records are to be deleted."""
        if self._action is not BulkAction.DELETE:
            return []
        held = [self._services.evidence.holds(key.id) for key in self._keys]
        text = leak_evidence.of_many(held.count(True), unknown=None in held)
        return [text] if text else []

    @property
    def _fields(self) -> tuple[Field, ...]:
        end = (self._end,) if self._end is not None else ()
        return (*end, self._name_field, self._number_field)

    def _show_end(self) -> None:
        now = self._services.clock.now
        if self._action is BulkAction.SCHEDULE:
            self._end = for_a_working_key(now, self.tr("Revoke them"))
        elif self._action is BulkAction.EXTEND:
            ends = [key.revoked_at for key in self._keys if key.revoked_at is not None]
            self._end = longer(now, max(ends), self.tr("Let them work"))
        if self._end is not None:
            self._end_place.addWidget(self._end)
            self._end.show()
            parts = (self._rows, *self._end.controls, self._name, self._number)
            for one, following in pairwise((*parts, self._keep, self._act)):
                QWidget.setTabOrder(one, following)

    def _refresh(self) -> None:
        named = self._name_field.isHidden() or _same(self._name.text(), self._services.store.name)
        digits = re.sub(r"\D", "", self._number.text())
        counted = self._number_field.isHidden() or digits == str(len(self._keys))
        self._act.setEnabled(bool(self._keys) and named and counted)

    def _on_confirmed(self) -> None:
        if self._end is None or self._end.check():
            self.accept()

    def _line(self, number: int) -> Line:
        key = self._keys[number]
        creators, notes = self._services.creators, self._services.notes
        parts = [
            self.tr("created {ago} by {creator}").format(
                ago=labels.ago(key.created_at),
                creator=shown(labels.creator(creators.creator(key.created_by))),
            ),
        ]
        note = notes.note(key.id)
        parts.append(
            self.tr("used: {note}").format(note=shown(note)) if note else self.tr("use not noted")
        )
        if key.revoked_at is not None:
            parts.append(labels.state(self._services.keys.state(key)))
        title = shown(key.title or self.tr("(no title)"))
        icon = "key" if key.type is KeyType.SECRET else "globe"
        return Line(f"{title} · {key.redacted}\n{' · '.join(parts)}", icon)


def _same(typed: str, name: str) -> bool:
    return typed.strip().casefold() == name.strip().casefold()
