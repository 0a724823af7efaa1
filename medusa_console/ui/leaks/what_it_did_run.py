"""The run that revokes what a leaked key made: how far it is, and what became of each key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.key_bulk import BulkAction, Outcome
from medusa_console.services.bulk import Hold, ItemState, RunState
from medusa_console.services.key_run import KeyRun
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import tasks_of
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.resources import Tint
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT, SIXTEEN, TWELVE
from medusa_console.ui.records.lines import Line, LinesList
from medusa_console.ui.words import key_many, labels, many
from medusa_console.ui.words import what_it_did as words
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.many_counts import many_keys

_SETTLED_MS = 100
_STEPS = 10
"""So many times a screen reader is told how far it is."""
_BAD = (Outcome.REFUSED, Outcome.NOT_DONE, Outcome.UNKNOWN)


class RunPart(QWidget):
    """Hidden until a run has begun. The run is the store's own, and goes on without this part: it
    stands above the list of keys, too, with its receipts.

    Signals:
        ended: nothing is left to do, also after failed keys were tried again.
        sign_in_requested: the session has ended, and keys are left.
    """

    ended = Signal()
    sign_in_requested = Signal()

    def __init__(self, services: StoreServices, tasks: TaskScope) -> None:
        """`tasks` own the run, and outlive this part."""
        super().__init__()
        self.setObjectName("did.run")
        set_style(self, ground="card")
        self._services = services
        self._tasks = tasks
        self._names = tasks_of(self, tasks)
        self._run: KeyRun | None = None
        self._before: RunState | None = None
        self._step = 0
        self._ends: list[Callable[[], None]] = []
        self._title = PlainLabel(role="card", wrap=True, name="did.run.title")
        self._told = PlainLabel(wrap=True, name="did.run.told")
        self._bar = QProgressBar()
        self._bar.setObjectName("did.run.bar")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._why = PlainLabel(role="caution", wrap=True, name="did.run.hold")
        self._rows = LinesList(self.tr("Results"), self._line, name="did.run.rows")
        self._sign_in = push_button(
            self.tr("Sign in again"), self.sign_in_requested.emit, name="did.run.signIn"
        )
        self._again = push_button(self.tr("Try again"), self._on_go_on, name="did.run.again")
        self._retry = push_button(self.tr("Retry failed"), self._on_retry, name="did.run.retry")
        self._pause = push_button(self.tr("Pause"), self._on_pause, name="did.run.pause")
        self._stop = push_button(self.tr("Stop"), self._on_stop, name="did.run.stop")
        buttons = (self._sign_in, self._again, self._retry, self._pause, self._stop)
        lines = column(
            self._title,
            self._told,
            self._bar,
            self._why,
            Flow(buttons, ()),
            self._rows,
            spacing=EIGHT,
        )
        lines.setContentsMargins(SIXTEEN, TWELVE, SIXTEEN, TWELVE)
        self.setLayout(lines)
        self._later = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._later.timeout.connect(self._show)
        self.destroyed.connect(lambda: self._release())
        self.hide()

    @property
    def running(self) -> bool:
        """Whether keys are left of a run that was begun here."""
        return self._run is not None and self._run.state is not RunState.ENDED

    def begin(self, keys: Sequence[ApiKey]) -> None:
        """Revoke `keys` at once; only while the store has no run with keys left."""
        self._release()
        for key in keys:
            self._services.evidence.mark(key.id)
        run = self._run = self._services.bulk.begin(
            self._services, BulkAction.REVOKE, keys, self._tasks
        )
        self._before, self._step = None, 0
        self._ends = [
            run.changed.subscribe(lambda _: self._settle()),
            run.moved.subscribe(lambda _: self._settle()),
        ]
        self._bar.setRange(0, len(keys))
        self._rows.show_number(len(keys))
        self.show()
        run.start_now()  # the preview was the time to think
        self._show()
        self._stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _release(self) -> None:
        while self._ends:
            self._ends.pop()()

    def _settle(self) -> None:
        if not self._later.isActive():
            self._later.start()

    # Showing

    def _show(self) -> None:
        run = self._run
        if run is None:
            return
        state, number = run.state, len(run.bulk.items)
        doing = many_keys.do_revoke(number)
        self._title.setText(
            {
                RunState.WAITING: self.tr("Waiting: {doing}").format(doing=doing),
                RunState.PAUSED: self.tr("Paused: {doing}").format(doing=doing),
                RunState.ENDED: self.tr("Result: {doing}").format(doing=doing),
            }.get(state, key_many.under_way(BulkAction.REVOKE))
        )
        told = self._summary(run)
        self._told.setText(told)
        bad = run.bulk.count(ItemState.FAILED, ItemState.UNKNOWN)
        set_style(self._told, role="danger" if bad else "")
        self._bar.setValue(run.bulk.settled)
        self._bar.setVisible(state is not RunState.ENDED)
        self._rows.viewport().update()
        self._show_why(run)
        self._show_buttons(run)
        self._announce(run, told)
        before, self._before = self._before, state
        if state is RunState.ENDED and before is not RunState.ENDED:
            self._names.start(self._learn_names(run), replacing="names")
            self.ended.emit()

    def _summary(self, run: KeyRun) -> str:
        bulk = run.bulk
        ended = run.state is RunState.ENDED
        done, nothing = bulk.count(ItemState.DONE), run.needed_nothing
        parts = [many_keys.settled(bulk.settled, len(bulk.items))]
        parts += [many_keys.done(done - nothing)] if done > nothing else []
        parts += [many_keys.needed_nothing(nothing)] if nothing else []
        for state, counted in (
            (ItemState.FAILED, many_keys.failed),
            (ItemState.UNKNOWN, many_keys.unknown),
        ):
            parts += [counted(bulk.count(state))] if bulk.count(state) else []
        left = bulk.count(ItemState.UNTOUCHED) if ended else 0
        parts += [many_keys.untouched(left)] if left else []
        return " · ".join(parts)

    def _announce(self, run: KeyRun, told: str) -> None:
        step = _STEPS * run.bulk.settled // max(1, len(run.bulk.items))
        ended = run.state is RunState.ENDED
        if run.state is not self._before and (ended or self._before is None):
            announce(self, f"{self._title.text()}. {told}", assertive=True)
        elif step > self._step and not ended:
            announce(self, told)
        self._step = step

    def _show_why(self, run: KeyRun) -> None:
        told = [many.hold(hold, services.store.name) for services, hold in run.bulk.holds]
        if run.unwritten is not None:
            told.append(
                self.tr("The receipts can't be written. The keys are revoked all the same.")
            )
        why = "\n".join(told)
        if why and why != self._why.text():
            announce(self, why, assertive=True)
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def _show_buttons(self, run: KeyRun) -> None:
        ended, paused = run.state is RunState.ENDED, run.state is RunState.PAUSED
        holds = [hold for _, hold in run.bulk.holds]
        failed = run.bulk.count(ItemState.FAILED, ItemState.UNKNOWN)
        self._pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
        shown_now = {
            self._sign_in: Hold.SIGN_IN in holds,
            self._again: Hold.NO_ANSWER in holds and not paused,
            self._retry: ended and failed > 0,
            self._pause: not ended,
            self._stop: not ended,
        }
        focused = next((one for one in shown_now if one.hasFocus()), None)
        for one, on in shown_now.items():
            one.setVisible(on)
        if focused is not None and not shown_now[focused]:
            target = self._rows if ended else self._pause
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, number: int) -> Line:
        run = self._run
        if run is None:
            return Line("")
        item = run.bulk.items[number]
        key, receipt = item.subject, run.receipts.get(item.id)
        error = run.bulk.result(item).error
        why = explain(error).sentence if error is not None else ""
        by = ""
        if receipt is not None and receipt.revoked_by:
            by = shown(labels.creator(self._services.creators.creator(receipt.revoked_by)))
        text = f"{words.key(key)}\n{key_many.outcome(receipt, by, why)}"
        if receipt is None:
            return Line(text, "clock", Tint.MUTED)
        outcome = Outcome(receipt.outcome)
        if outcome in _BAD:
            return Line(text, "triangle-alert", Tint.DANGER)
        if outcome is Outcome.UNTOUCHED:
            return Line(text, "minus", Tint.MUTED)
        return Line(text, "ban" if outcome is Outcome.DONE else "info", Tint.TEXT)

    async def _learn_names(self, run: KeyRun) -> None:
        actors = {one.revoked_by for one in run.receipts.values() if one.revoked_by}
        try:
            await self._services.creators.learn(actors)
        except ConsoleError:
            return  # the ends of the ids stay
        self._rows.viewport().update()

    # Doing

    def _on_pause(self) -> None:
        if self._run is not None:
            if self._run.state is RunState.PAUSED:
                self._run.go_on()
            else:
                self._run.bulk.pause()

    def _on_stop(self) -> None:
        if self._run is not None:
            self._run.bulk.stop()

    def _on_go_on(self) -> None:
        if self._run is not None:
            self._run.go_on()

    def _on_retry(self) -> None:
        if self._run is not None:
            self._run.retry_failed()
