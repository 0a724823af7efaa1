"""The preview before what a leaked key made is revoked: all of it, and what is ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.errors import ConsoleError, TooManyKeys
from medusa_console.domain.key_trace import MOST_REVOKED
from medusa_console.domain.query import KeyQuery, StateFilter
from medusa_console.domain.store import Environment
from medusa_console.domain.trace_order import Proposed
from medusa_console.services.store_services import StoreServices
from medusa_console.services.trace_looks import TraceLook
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import answer, only_with_control, tasks_of
from medusa_console.ui.kit.button import GuardedButton, push_button
from medusa_console.ui.kit.enter import show_control_enter
from medusa_console.ui.kit.frame import fill, fit
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.leaks.check_list import CheckList
from medusa_console.ui.leaks.many_question import LeftEmpty
from medusa_console.ui.words import what_it_did as words
from medusa_console.ui.words.leak_counts import many_counts
from medusa_console.ui.words.problem_line import ProblemLine
from medusa_console.ui.words.trace_counts import trace_counts

_WIDTH = 680


class RevokePreview(QDialog):
    """Shows every key of `rows`, in their order, and asks about those that are ticked. Where a live
    store would be left without a working secret key, it takes the store's name."""

    def __init__(
        self,
        parent: QWidget,
        services: StoreServices,
        rows: Sequence[Proposed],
        look: TraceLook,
        name: Callable[[str], str],
        tasks: TaskScope,
    ) -> None:
        """`name` tells what the key of an id is called."""
        super().__init__(parent)
        self._services = services
        self._keys = tuple(rows)
        self._look = look
        self._name = name
        self._working: frozenset[str] | None = None
        self._tasks = tasks_of(self, tasks)
        self.setObjectName("did.preview")
        self._title = PlainLabel(role="title", wrap=True, name="did.preview.title")
        self._list = CheckList(self.tr("Keys made by it"), name="did.preview.keys")
        self._list.changed.connect(self._refresh)
        self._too_many = PlainLabel(role="danger", wrap=True, name="did.preview.tooMany")
        self._empties = LeftEmpty(services.store)
        self._empties.changed(self._refresh)
        self._problem = ProblemLine("formProblem")
        keep = push_button(self.tr("Keep keys"), self.reject, name="did.preview.keep")
        keep.setDefault(True)
        self._act = GuardedButton("", tasks.clock, kind="destroy", name="did.preview.action")
        self._act.confirmed.connect(self.accept)
        only_with_control(self, self._act)
        body = (
            self._title,
            column(*self._told(), spacing=EIGHT),
            self._list,
            self._too_many,
            PlainLabel(
                self.tr(
                    "Anything that uses these keys stops working immediately. This cannot be "
                    "undone."
                ),
                role="strong",
                wrap=True,
                name="did.preview.consequence",
            ),
            self._empties,
            self._problem,
        )
        fill(self, services.store, body, right=(keep, self._act), width=_WIDTH)
        on = {number for number, row in enumerate(self._keys) if row.on}
        self._list.show_lines(self._line, [row.may for row in self._keys], on)
        self._refresh()
        keep.setFocus()
        if services.store.environment is Environment.LIVE:
            self._tasks.start(self._learn_working())

    async def ask(self) -> tuple[ApiKey, ...]:
        """Open the dialog and wait; returns what is to be revoked, nothing if the user keeps it."""
        code = await answer(self)
        return self.chosen if code == QDialog.DialogCode.Accepted else ()

    @property
    def chosen(self) -> tuple[ApiKey, ...]:
        """The keys that are ticked."""
        return tuple(self._keys[number].made.key for number in self._list.chosen)

    def _told(self) -> list[QWidget]:
        texts = [trace_counts.made(len(self._keys))]
        new = sum(row.new for row in self._keys)
        if new:
            texts.append(trace_counts.new_since_preview(new))
        told = [PlainLabel(" · ".join(texts), wrap=True, name="did.preview.told")]
        if not any(row.may for row in self._keys):
            why = self.tr("None of these is a secret key that still works.")
        elif self._look.leaked_at is None:
            why = self.tr("The leak's date is unknown, so nothing is ticked for you.")
        else:
            why = self.tr("Ticked are the secret keys made after the leak that still work.")
        told.append(PlainLabel(why, role="muted", wrap=True, name="did.preview.why"))
        if any(row.made.key.type is KeyType.PUBLISHABLE for row in self._keys):
            public = self.tr(
                "Publishable keys cannot be ticked here: they are public by design, and a "
                "storefront would stop. Look at each in the list of keys."
            )
            told.append(PlainLabel(public, role="muted", wrap=True, name="did.preview.public"))
        return list(told)

    def _line(self, number: int) -> str:
        row = self._keys[number]
        state = row.made.key.state(self._look.trace.as_of)
        return words.previewed(row, state, self._look.leaked_at, self._name)

    async def _learn_working(self) -> None:
        """Ask which secret keys of the live store work, for the last question."""
        query = KeyQuery(type=KeyType.SECRET, state=StateFilter.WORKING)
        find = self._services.bulk.ids
        try:
            working = await self._services.permissions.read(lambda: find(query))
        except TooManyKeys:
            self._working = frozenset()  # a round of 500 leaves some
        except ConsoleError as error:
            self._problem.explain(error)
            fit(self)
            return
        else:
            self._working = frozenset(working)
        self._refresh()

    def _refresh(self) -> None:
        chosen = self._list.chosen
        number = len(chosen)
        heading = many_counts.question(number) if number else self.tr("Revoke what it made?")
        self.setWindowTitle(heading)
        self._title.setText(heading)
        too_many = number > MOST_REVOKED
        self._too_many.setText(trace_counts.at_most(MOST_REVOKED) if too_many else "")
        self._too_many.setVisible(too_many)
        live = self._services.store.environment is Environment.LIVE
        ids = {self._keys[one].made.key.id for one in chosen}
        empties = bool(live and self._working and self._working <= ids)
        self._empties.show_number(len(self._working or ()) if empties else 0)
        known = not live or self._working is not None
        show_control_enter(self._act, many_counts.action(number))
        self._act.setEnabled(bool(number) and not too_many and known and self._empties.confirmed)
        if self.isVisible():
            fit(self)
