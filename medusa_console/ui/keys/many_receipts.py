"""The receipts of a run: a line for each key, to be saved as a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.key_bulk import Outcome, Receipt
from medusa_console.domain.left_run import LeftReceipts, LeftRun
from medusa_console.services.bulk import Item
from medusa_console.services.key_run import KeyRun, save_receipts
from medusa_console.tasks import TaskScope
from medusa_console.topic import Topic
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import tasks_of
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.resources import Tint
from medusa_console.ui.kit.save_file import file_to_write
from medusa_console.ui.kit.text import shown
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.records.lines import Line, LinesList
from medusa_console.ui.words import key_many as words
from medusa_console.ui.words import labels
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.many_counts import many_keys
from medusa_console.ui.words.problem_line import ProblemLine

_SETTLED_MS = 200
_SIGNS = {
    Outcome.DONE: ("circle-check", Tint.TEXT),
    Outcome.BY_OTHERS: ("info", Tint.TEXT),
    Outcome.GONE: ("info", Tint.TEXT),
    Outcome.LATER: ("info", Tint.TEXT),
    Outcome.SOONER: ("info", Tint.TEXT),
    Outcome.REFUSED: ("triangle-alert", Tint.DANGER),
    Outcome.NOT_DONE: ("triangle-alert", Tint.DANGER),
    Outcome.UNKNOWN: ("triangle-alert", Tint.DANGER),
    Outcome.UNTOUCHED: ("minus", Tint.MUTED),
}


@dataclass(frozen=True)
class ToldRun:
    """What the dialog works with: `receipts` (by the ids of the `keys`) and `lines` may grow, which
    `changed` announces. `why` says in words why a key was not done. `missing` keys have no receipt
    and are not known."""

    keys: Sequence[ApiKey | Receipt]
    receipts: Mapping[str, Receipt]
    lines: Sequence[str]
    why: Callable[[str], str]
    changed: Topic[Item[ApiKey]]
    missing: int = 0


def of_run(run: KeyRun) -> ToldRun:
    """A run of now."""
    items = {item.id: item for item in run.bulk.items}

    def why(key_id: str) -> str:
        error = run.bulk.result(items[key_id]).error
        return explain(error).sentence if error is not None else ""

    keys = tuple(item.subject for item in run.bulk.items)
    return ToldRun(keys, run.receipts, run.lines, why, run.changed)


def of_left(run: LeftRun, left: LeftReceipts) -> ToldRun:
    """A run that was cut off."""

    def why(key_id: str) -> str:
        return shown(left.receipts[key_id].why.partition(": ")[2])  # without the error's own name

    keys, missing = tuple(left.receipts.values()), run.head.keys - len(left.receipts)
    return ToldRun(keys, left.receipts, left.lines, why, Topic(), max(0, missing))


class ReceiptsDialog(QDialog):
    """Shows what became of each key of `run`, failures first when it was opened."""

    def __init__(self, parent: QWidget, context: PageContext, run: ToldRun) -> None:
        super().__init__(parent)
        self._services = context.services
        self._run = run
        self._tasks: TaskScope = tasks_of(self, context.tasks)
        self.setObjectName("receipts")
        heading = self.tr("Receipts")
        self.setWindowTitle(heading)
        self._keys = sorted(run.keys, key=lambda key: self._rank(key.id))
        self._place = {key.id: number for number, key in enumerate(self._keys)}
        self._stale: set[int] = set()
        self._rows = LinesList(heading, self._line, name="receipts.rows")
        told = PlainLabel(
            self.tr(
                "They are kept for 400 days in the folder “receipts” of the data folder. They hold "
                "no key, but can name people: titles and account IDs are personal data."
            ),
            role="muted",
            wrap=True,
            name="receipts.told",
        )
        self._problem = ProblemLine("formProblem")
        save = push_button(self.tr("Save receipts…"), self._on_save, name="receipts.save")
        close = push_button(self.tr("Close"), self.accept, name="receipts.close")
        close.setDefault(True)
        title = PlainLabel(heading, role="title", name="receipts.title")
        body: list[QWidget] = [title, self._rows, told, self._problem]
        if run.missing:
            words_of = many_keys.without_receipt(run.missing)
            body.insert(2, PlainLabel(words_of, role="caution", wrap=True, name="receipts.missing"))
        fill(
            self,
            self._services.store,
            body,
            left=(save,),
            right=(close,),
        )
        self._rows.show_number(len(self._keys))
        self._later = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._later.timeout.connect(self._show_again)
        end = run.changed.subscribe(lambda item: self._on_changed(item.id))
        self.finished.connect(lambda: end())
        close.setFocus()
        self._tasks.start(self._learn_names())

    def _rank(self, key_id: str) -> int:
        one = self._run.receipts.get(key_id)
        failed = one is not None and _SIGNS[Outcome(one.outcome)][1] is Tint.DANGER
        return 0 if failed else 1

    def _on_changed(self, key_id: str) -> None:
        self._stale.add(self._place[key_id])
        if not self._later.isActive():
            self._later.start()

    def _show_again(self) -> None:
        stale, self._stale = self._stale, set()
        self._rows.show_again(stale)

    async def _learn_names(self) -> None:
        actors = {one.revoked_by for one in self._run.receipts.values() if one.revoked_by}
        try:
            await self._services.creators.learn(actors)
        except ConsoleError:
            return  # the ends of the ids stay
        self._rows.viewport().update()

    def _line(self, number: int) -> Line:
        key = self._keys[number]
        one = self._run.receipts.get(key.id)
        by = ""
        if one is not None and one.revoked_by:
            by = shown(labels.creator(self._services.creators.creator(one.revoked_by)))
        title = shown(key.title or self.tr("(no title)"))
        text = f"{title} · {key.redacted}\n{words.outcome(one, by, self._run.why(key.id))}"
        icon, tint = ("clock", Tint.MUTED) if one is None else _SIGNS[Outcome(one.outcome)]
        return Line(text, icon, tint)

    def _on_save(self) -> None:
        self._tasks.start(self._save(), replacing="save")

    async def _save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save receipts"))
        dialog.setNameFilters([self.tr("Table (*.csv)"), self.tr("JSON lines (*.jsonl)")])
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("receipts.csv")
        path = await file_to_write(dialog, self, self._services.store, self._tasks.clock)
        if path is None:
            return
        try:
            receipts = tuple(self._run.receipts.values())
            await save_receipts(tuple(self._run.lines), receipts, path)
        except ConsoleError as error:
            self._problem.explain(error)
            return
        self._problem.hide()
        announce(self, self.tr("Saved to {file}").format(file=shown(path.name)), assertive=True)
