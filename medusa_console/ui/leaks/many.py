"""Many leaked keys at once: the button that asks, and the run after it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from medusa_console.services.leak_bulk import choices
from medusa_console.services.leaks import LeakDesk
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.button import GuardedButton
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.leaks.many_question import ManyQuestion
from medusa_console.ui.leaks.many_run import ManyRun
from medusa_console.ui.words.leak_counts import many_counts

_FEWEST = 2
_ASK = "ask about many"


class ManyKeys(QWidget):
    """Hidden while fewer than two keys can be revoked at once, and no run is shown.

    Signals:
        sign_in_requested(store_id): the session of a store with keys left has ended.
        run_begun: the user has confirmed, and looks for what happens.
    """

    sign_in_requested = Signal(str)
    run_begun = Signal()

    def __init__(self, desk: LeakDesk, tasks: TaskScope) -> None:
        super().__init__()
        self.setObjectName("leaks.many")
        self._desk = desk
        self._tasks = tasks
        self._open = GuardedButton("", tasks.clock, kind="danger", icon="ban", name="many.open")
        self._open.confirmed.connect(self._on_open)
        self._work = PlainLabel(role="card", wrap=True, name="many.work")
        self._entry = QWidget()
        self._entry.setLayout(Flow((self._work,), (self._open,)))
        self._run = ManyRun(desk, tasks)
        self._run.sign_in_requested.connect(self.sign_in_requested)
        self._run.closed.connect(self._show)
        self.setLayout(column(self._entry, self._run, spacing=EIGHT))
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show)
        ends = (
            desk.begun.subscribe(lambda _: self._on_begun()),
            desk.changed.subscribe(lambda _: self._later.start()),
        )
        self.destroyed.connect(lambda: [end() for end in ends])
        self._show()

    def _on_begun(self) -> None:
        """Another text, or none: what has not begun of the run is given up."""
        self._tasks.cancel(_ASK)
        self._run.give_up()
        self._show()

    def _show(self) -> None:
        number = len(choices(self._desk)) if self._run.isHidden() else 0
        self._open.setText(many_counts.entry(number))
        self._work.setText(many_counts.work(number))
        self._entry.setVisible(number >= _FEWEST)
        self.setVisible(number >= _FEWEST or not self._run.isHidden())

    def _on_open(self) -> None:
        self._desk.touch()
        self._tasks.start(self._ask(), replacing=_ASK)

    async def _ask(self) -> None:
        found = choices(self._desk)
        if len(found) < _FEWEST:
            return
        chosen = await ManyQuestion(self, self._desk, found, self._tasks).ask()
        if chosen:
            self._run.begin(chosen)
            self._show()
            self._run.focus_first()
            self.run_begun.emit()
