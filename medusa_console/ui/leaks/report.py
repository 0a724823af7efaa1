"""The incident report of one store: what it will hold, and the file or clipboard that takes it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QWidget

from medusa_console.domain.errors import ConsoleError, SignInNeeded
from medusa_console.domain.incident_report import Incident
from medusa_console.domain.markdown import as_markdown
from medusa_console.domain.store import Store
from medusa_console.services.export_file import require_place, write_file
from medusa_console.services.single_flight import SingleFlight
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.check_box import CheckBox
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.save_file import file_to_write
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.leaks.report_pdf import as_pdf
from medusa_console.ui.words import incident as words
from medusa_console.ui.words.problem_line import ProblemLine

MOST_LISTED = 200
"""So many records of a kind stand in a PDF and on the clipboard; a file of Markdown has all."""
_WORK = "report"

Gather = Callable[[bool], Awaitable[Incident]]
"""Returns what the report tells; its argument says whether people are told by name."""


async def copy_report(gather: Gather) -> None:
    """Copy the report as Markdown, without names of people."""
    incident = await gather(False)
    text = await asyncio.to_thread(_markdown, incident, MOST_LISTED)
    QGuiApplication.clipboard().setText(text)


class ReportDialog(QDialog):
    """Asks for a file and writes the report into it: a PDF, or Markdown if its name says so."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        gather: Gather,
        tasks: TaskScope,
        writes: SingleFlight,
    ) -> None:
        """`gather` is asked anew for each file. `writes` are what the end of the program waits
        for: Qt must not end before its thread has laid the report out."""
        super().__init__(parent)
        self._store = store
        self._gather = gather
        self._writes = writes
        self._tasks = tasks_of(self, tasks)
        self._writing = self._saved = False
        self.setObjectName("leakReport")
        heading = self.tr("Save the incident report")
        self.setWindowTitle(heading)
        told = self.tr(
            "It tells of this store alone: what was found, done and seen here, with times and IDs, "
            "how anybody can check it, and what is not known. It never holds a key."
        )
        self._people = CheckBox(self.tr("Name people, with their emails"))
        self._people.setObjectName("leakReport.people")
        which = self.tr(
            "Without the tick, people are IDs. Customers are always counts and IDs. What it holds "
            "may be personal data all the same."
        )
        self._bar = QProgressBar()
        self._bar.setObjectName("leakReport.bar")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._told = PlainLabel(wrap=True, name="leakReport.told")
        self._problem = ProblemLine("formProblem")
        self._cancel = push_button(self.tr("Cancel"), self.reject, name="leakReport.cancel")
        self._choose = push_button(
            self.tr("Choose file…"), self._on_choose, kind="primary", name="leakReport.choose"
        )
        self._choose.setDefault(True)
        self._close = push_button(self.tr("Close"), self.accept, name="leakReport.close")
        body = (
            PlainLabel(heading, role="title", wrap=True, name="leakReport.heading"),
            PlainLabel(told, wrap=True, name="leakReport.holds"),
            column(
                self._people,
                PlainLabel(which, role="muted", wrap=True, name="leakReport.which"),
                spacing=EIGHT,
            ),
            column(self._bar, self._told, spacing=EIGHT),
            self._problem,
        )
        for part in (self._bar, self._told, self._close):
            part.hide()
        fill(self, store, body, right=(self._cancel, self._choose, self._close))
        self._choose.setFocus()

    async def ask(self) -> bool:
        """Open the dialog and wait; whether a report was saved."""
        await answer(self)
        return self._saved

    def _on_choose(self) -> None:
        self._tasks.start(self._choose_and_save(), replacing=_WORK)

    async def _choose_and_save(self) -> None:
        chosen = QFileDialog(self, self.windowTitle())
        pdf, markdown = self.tr("PDF (*.pdf)"), self.tr("Markdown (*.md)")
        chosen.setNameFilters([pdf, markdown])
        chosen.setDefaultSuffix("pdf")
        chosen.filterSelected.connect(
            lambda name: chosen.setDefaultSuffix("md" if name == markdown else "pdf")
        )
        chosen.selectFile("incident-report")
        path = await file_to_write(chosen, self, self._store, self._tasks.clock)
        if path is not None:
            await self._save(path)

    async def _save(self, path: Path) -> None:
        self._show_writing(writing=True)
        try:
            await asyncio.to_thread(require_place, path)
            incident = await self._gather(self._people.isChecked())
            make = _pdf_bytes if path.suffix.casefold() == ".pdf" else _markdown_bytes
            write = partial(write_file, path, partial(make, incident))
            await self._writes.once(f"report {path}", write)
        except ConsoleError as error:
            self._show_writing(writing=False)
            self._problem.explain(error)
            if isinstance(error, SignInNeeded):
                raise
            return
        except Exception:
            self._show_writing(writing=False)
            raise
        self._show_saved(path, incident)

    def _show_writing(self, *, writing: bool) -> None:
        self._writing = writing
        self._problem.hide()
        self._bar.setVisible(writing)
        self._told.setText(self.tr("Writing the file…"))
        self._told.setVisible(writing)
        for part in (self._people, self._cancel, self._choose):
            part.setEnabled(not writing)
        if not writing:
            self._choose.setFocus()

    def _show_saved(self, path: Path, incident: Incident) -> None:
        self._show_writing(writing=False)
        self._saved = True
        text = self.tr("Saved as {file}.").format(file=shown(path.name))
        if any(one.not_looked_at for one in incident.keys):
            more = self.tr(
                "Nobody has looked yet for what the keys in it did. Look with “What it did…”, then "
                "save it again."
            )
            text = f"{text} {more}"
        self._told.setText(text)
        self._told.show()
        for part in (self._cancel, self._choose):
            part.hide()
        self._people.setEnabled(False)
        self._close.show()
        self._close.setDefault(True)
        self._close.setFocus()
        announce(self, text, assertive=True)

    # Qt overrides

    def reject(self) -> None:
        """Close, but not while the file is being written: that takes a moment."""
        if not self._writing:
            super().reject()


def _markdown(incident: Incident, most: int | None) -> str:
    return as_markdown(words.document(incident, most=most))


def _markdown_bytes(incident: Incident) -> bytes:
    return _markdown(incident, None).encode()


def _pdf_bytes(incident: Incident) -> bytes:
    return as_pdf(words.document(incident, most=MOST_LISTED), words.heading())
