"""The question before many leaked keys are revoked: which, whose, how old, in which store."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.leak_answers import Finding
from medusa_console.domain.store import Store
from medusa_console.services.leak_bulk import Choice, emptied, services_of
from medusa_console.services.leaks import LeakDesk
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import answer, only_with_control, tasks_of
from medusa_console.ui.kit.button import GuardedButton, push_button
from medusa_console.ui.kit.enter import show_control_enter
from medusa_console.ui.kit.environment_bar import EnvironmentBar
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import fill, fit
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import Part, column
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.leaks.card_record import whose
from medusa_console.ui.leaks.many_rows import fit_rows, many_rows
from medusa_console.ui.words import labels
from medusa_console.ui.words.leak_counts import many_counts
from medusa_console.ui.words.leaks import copied, in_store, title

_CHOICE = Qt.ItemDataRole.UserRole


class ManyQuestion(QDialog):
    """Asks about `choices`, which stay as they were when it was opened. A key that this program put
    on the clipboard itself is not ticked. Where a live store would be left without a working secret
    key, it says so and takes the store's name.
    """

    def __init__(
        self, parent: QWidget, desk: LeakDesk, choices: Sequence[Choice], tasks: TaskScope
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choices = tuple(choices)
        self._tasks = tasks_of(self, tasks)
        self.setObjectName("manyQuestion")
        self._title = PlainLabel(role="title", wrap=True, name="many.title")
        self._told = PlainLabel(wrap=True, name="many.told")
        self._stores = {one.store.origin: one.store for one in self._choices}
        self._lists = {origin: self._build_list(origin) for origin in self._stores}
        self._empties = {origin: LeftEmpty(store) for origin, store in self._stores.items()}
        self._keep = push_button(self.tr("Keep keys"), self.reject, name="many.keep")
        self._keep.setDefault(True)
        self._act = GuardedButton(
            self.tr("Revoke"), tasks.clock, kind="destroy", name="many.action"
        )
        self._act.confirmed.connect(self.accept)
        only_with_control(self, self._act)
        consequence = self.tr(
            "Anything that uses these keys stops working immediately. This cannot be undone."
        )
        body: list[Part] = [self._title, self._told]
        for origin, store in self._stores.items():
            parts = [self._lists[origin], self._empties[origin]]
            if len(self._stores) > 1:
                body.append(column(EnvironmentBar(store), *parts, spacing=EIGHT))
            else:
                body += parts
            self._empties[origin].changed(self._refresh)
        body += [
            PlainLabel(consequence, role="strong", wrap=True, name="many.consequence"),
            PlainLabel(
                self.tr("Medusa does not record where a key is used."),
                role="muted",
                wrap=True,
                name="many.note",
            ),
        ]
        only = next(iter(self._stores.values())) if len(self._stores) == 1 else None
        fill(self, only, body, right=(self._keep, self._act))
        self._refresh()
        self._keep.setFocus()
        self._tasks.start(self._learn_names())

    async def ask(self) -> tuple[Choice, ...]:
        """Open the dialog and wait; returns what is to be revoked, nothing if the user keeps it."""
        code = await answer(self)
        return self.chosen if code == QDialog.DialogCode.Accepted else ()

    @property
    def chosen(self) -> tuple[Choice, ...]:
        """What is ticked, in the order of the text."""
        ticked = {
            row.data(_CHOICE).id
            for rows in self._lists.values()
            for row in map(rows.item, range(rows.count()))
            if row.checkState() is Qt.CheckState.Checked
        }
        return tuple(one for one in self._choices if one.id in ticked)

    def _build_list(self, origin: str) -> QListWidget:
        store = in_store(self._stores[origin])
        rows = many_rows(self.tr("Keys in {store}").format(store=store), name="many.keys")
        for one in self._choices:
            if one.store.origin == origin:
                row = QListWidgetItem(self._words(one))
                row.setData(_CHOICE, one)
                row.setFlags(
                    Qt.ItemFlag.ItemIsEnabled
                    | Qt.ItemFlag.ItemIsSelectable
                    | Qt.ItemFlag.ItemIsUserCheckable
                )
                on = one.copied_ago is None
                row.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
                rows.addItem(row)
        fit_rows(rows)
        rows.itemChanged.connect(lambda _: self._refresh())
        return rows

    def _words(self, one: Choice) -> str:
        record = one.record
        made = self.tr("{form} · created {ago} by {creator}").format(
            form=record.redacted,
            ago=labels.ago(record.created_at),
            creator=whose(services_of(self._desk, one.store), record.created_by),
        )
        lines = [title(record), made]
        if one.copied_ago is not None:
            lines.append(copied(one.copied_ago))
        return "\n".join(lines)

    async def _learn_names(self) -> None:
        for origin, store in self._stores.items():
            services = services_of(self._desk, store)
            if services is None:
                continue
            mine = [one for one in self._choices if one.store.origin == origin]
            try:
                await services.creators.learn({one.record.created_by for one in mine})
            except ConsoleError:
                continue  # the ends of the ids stay
            rows = self._lists[origin]
            rows.blockSignals(True)
            for row in map(rows.item, range(rows.count())):
                row.setText(self._words(row.data(_CHOICE)))
            rows.blockSignals(False)

    def _refresh(self) -> None:
        chosen = self.chosen
        number = len(chosen)
        heading = many_counts.question(number)
        self.setWindowTitle(heading)
        self._title.setText(heading)
        public = sum(
            any(answer.finding is Finding.PUBLISHABLE for answer in case.answers)
            for case in self._desk.cases
        )
        told = [many_counts.secret_keys(number)]
        if public:
            told.append(many_counts.public_keys(public))
        self._told.setText(" · ".join(told))
        left = {store.origin for store in emptied(self._desk, chosen)}
        for origin, part in self._empties.items():
            here = [one for one in chosen if one.store.origin == origin]
            part.show_number(len(here) if origin in left else 0)
        confirmed = all(part.confirmed for part in self._empties.values())
        show_control_enter(self._act, many_counts.action(number))
        self._act.setEnabled(bool(chosen) and confirmed)
        if self.isVisible():
            fit(self)


class LeftEmpty(QWidget):
    """Says that all working secret keys of a live store are chosen, and takes its name."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._said = PlainLabel(role="danger", wrap=True, name="many.empties")
        self._edit = LineEdit()
        label = self.tr("Type “{name}” to confirm").format(name=shown(store.name))
        self._field = Field(label, self._edit, name="many.name")
        self.setLayout(column(self._said, self._field, spacing=EIGHT))
        self.hide()

    def changed(self, slot: object) -> None:
        """Call `slot` when the user types."""
        self._edit.textChanged.connect(slot)

    def show_number(self, number: int) -> None:
        """Show the warning about so many keys; 0 hides it."""
        if number:
            self._said.setText(many_counts.empties(number, in_store(self._store)))
        self.setVisible(number > 0)

    @property
    def confirmed(self) -> bool:
        """Whether nothing has to be typed, or the name was."""
        typed, name = self._edit.text(), self._store.name
        return self.isHidden() or typed.strip().casefold() == name.strip().casefold()
