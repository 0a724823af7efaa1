"""Exports what the list of keys shows: what the file will hold, and how far it is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import ConsoleError, SignInNeeded
from medusa_console.domain.key_table import TableHead
from medusa_console.domain.query import KeyQuery
from medusa_console.services.key_export import Format, Wanted, export
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.fact_list import Fact, FactList
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.save_file import file_to_write
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.records.column import Column
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.words import key_export as words
from medusa_console.ui.words import labels
from medusa_console.ui.words.export_counts import exports
from medusa_console.ui.words.problem_line import ProblemLine

_WORK = "export"


@dataclass(frozen=True)
class Listed:
    """What the list shows: its query, and the chosen columns in their order."""

    query: KeyQuery
    columns: Sequence[Column[ApiKey]]
    sorted_by: str
    """The title of the column that the list is sorted by."""


class ExportActions(QObject):
    """Exports what the list shows. While `asking` is locked, a question of the page is open."""

    def __init__(
        self,
        page: QWidget,
        context: PageContext,
        asking: asyncio.Lock,
        listed: Callable[[], Listed],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._services = context.services
        self._tasks = context.tasks
        self._asking = asking
        self._listed = listed

    async def export(self) -> None:
        """Ask for a file, and write every key of the list's query into it."""
        if self._asking.locked():
            return
        async with self._asking:
            dialog = ExportDialog(self._page, self._services, self._listed(), self._tasks)
            await answer(dialog)


class ExportDialog(QDialog):
    """Tells what the file will hold, and exports when a file is chosen. Esc stops an export."""

    def __init__(
        self, parent: QWidget, services: StoreServices, listed: Listed, tasks: TaskScope
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks_of(self, tasks)
        self._wanted = self._described(listed)
        self._under_way = self._writing = False
        self.setObjectName("exportKeys")
        heading = self.tr("Export keys")
        self.setWindowTitle(heading)
        titles = (self.tr("ID"), *(one.title for one in listed.columns))
        facts = (
            Fact(self.tr("Keys"), self._wanted.asked),
            Fact(self.tr("Order"), self._wanted.order),
            Fact(self.tr("Columns"), ", ".join(titles)),
        )
        told = self.tr(
            "The file holds no key, only the redacted forms. It can name people: titles and who "
            "created a key are personal data."
        )
        formulas = self.tr(
            "In a CSV file, a field that begins like a formula gets a ' in front, so that no "
            "spreadsheet computes it. A JSON file holds it unchanged."
        )
        self._bar = QProgressBar()
        self._bar.setObjectName("export.bar")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._told = PlainLabel(wrap=True, name="export.progress")
        self._missing = PlainLabel(role="caution", wrap=True, name="export.leftOut")
        self._problem = ProblemLine("formProblem")
        self._cancel = push_button(self.tr("Cancel"), self.reject, name="export.cancel")
        self._choose = push_button(
            self.tr("Choose file…"), self._on_choose, kind="primary", name="export.choose"
        )
        self._choose.setDefault(True)
        self._stop = push_button(self.tr("Stop"), self.reject, name="export.stop")
        self._close = push_button(self.tr("Close"), self.accept, name="export.close")
        body = (
            PlainLabel(heading, role="title", name="export.title"),
            FactList(facts),
            column(
                PlainLabel(told, wrap=True, name="export.personal"),
                PlainLabel(formulas, role="muted", wrap=True, name="export.formulas"),
                spacing=EIGHT,
            ),
            column(self._bar, self._told, self._missing, spacing=EIGHT),
            self._problem,
        )
        for part in (self._bar, self._told, self._missing, self._stop, self._close):
            part.hide()
        buttons = (self._cancel, self._choose, self._stop, self._close)
        fill(self, services.store, body, right=buttons)
        self._choose.setFocus()

    def _described(self, listed: Listed) -> Wanted:
        query = listed.query
        creator = ""
        if query.creator is not None:
            creator = labels.creator(self._services.creators.creator(query.creator))
        return Wanted(
            query,
            [one.key for one in listed.columns],
            words.asked(query, creator, self._services.store.key_age_days),
            words.order(listed.sorted_by, descending=query.descending),
            labels.creator,
            words.about,
        )

    def _on_choose(self) -> None:
        self._tasks.start(self._choose_and_export(), replacing=_WORK)

    async def _choose_and_export(self) -> None:
        chosen = QFileDialog(self, self.tr("Export keys"))
        table, json = self.tr("Table (*.csv)"), self.tr("JSON (*.json)")
        chosen.setNameFilters([table, json])
        chosen.setDefaultSuffix(Format.CSV)
        chosen.filterSelected.connect(
            lambda name: chosen.setDefaultSuffix(Format.JSON if name == json else Format.CSV)
        )
        chosen.selectFile(f"api-keys-{self._services.clock.now():%Y-%m-%d}")
        path = await file_to_write(chosen, self, self._services.store, self._tasks.clock)
        if path is None:
            return
        is_json = path.suffix.casefold() == ".json"
        await self._export(path, Format.JSON if is_json else Format.CSV)

    async def _export(self, path: Path, kind: Format) -> None:
        self._show_under_way(under_way=True)
        try:
            head = await export(self._services, self._wanted, path, kind, self._on_progress)
        except ConsoleError as error:
            self._show_under_way(under_way=False)
            self._problem.explain(error)
            if isinstance(error, SignInNeeded):
                raise
            return
        self._show_done(path, head)

    def _show_under_way(self, *, under_way: bool) -> None:
        self._under_way, self._writing = under_way, False
        self._problem.hide()
        self._missing.hide()
        self._bar.setRange(0, 0)
        self._bar.setVisible(under_way)
        self._told.setText(self.tr("Reading…"))
        self._told.setVisible(under_way)
        self._stop.setEnabled(True)
        self._stop.setVisible(under_way)
        for button in (self._cancel, self._choose):
            button.setHidden(under_way)
        (self._stop if under_way else self._choose).setFocus()

    def _on_progress(self, read: int, count: int) -> None:
        self._bar.setRange(0, max(1, count))
        self._bar.setValue(read)
        self._writing = read == count
        self._stop.setDisabled(self._writing)
        writing = self.tr("Writing the file…")
        self._told.setText(writing if self._writing else exports.read(read, count))

    def _show_done(self, path: Path, head: TableHead) -> None:
        self._under_way = self._writing = False
        text = exports.done(head.exported).format(file=shown(path.name))
        self._told.setText(text)
        missing = words.left_out(head)
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))
        self._bar.hide()
        self._stop.hide()
        self._close.show()
        self._close.setDefault(True)
        self._close.setFocus()
        announce(self, f"{text} {missing}".strip(), assertive=True)

    # Qt overrides

    def reject(self) -> None:
        """Stop the export that is under way, but for its last moment; else close."""
        if self._writing:
            return
        if not self._under_way:
            super().reject()
            return
        self._tasks.cancel(_WORK)
        self._show_under_way(under_way=False)
        text = self.tr("Stopped. No file was written.")
        self._told.setText(text)
        self._told.show()
        announce(self, text, assertive=True)
