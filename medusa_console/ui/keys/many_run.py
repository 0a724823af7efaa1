"""A run over many keys, above the table: how far it is, its buttons, and what became of each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from medusa_console.domain.key_bulk import BulkAction
from medusa_console.services.bulk import Hold, ItemState, RunState
from medusa_console.services.key_run import KeyRun
from medusa_console.ui.keys.many_receipts import ReceiptsDialog, of_run
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import EIGHT, SIXTEEN, TWELVE
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.words import key_many as words
from medusa_console.ui.words import many
from medusa_console.ui.words.many_counts import many_keys

_STEPS = 10
"""So many times a screen reader is told how far it is."""
_SETTLED_MS = 250


class ManyRun(QWidget):
    """Shows the run of a store's keys; hidden without one.

    Signals:
        begun: there is another run, and its first button has the focus.
        sign_in_requested: the session has ended, and keys are left.
        closed: the user has seen the result.
    """

    begun = Signal()
    sign_in_requested = Signal()
    closed = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setObjectName("many.run")
        set_style(self, ground="card")
        self._context = context
        self._services = context.services
        self._run: KeyRun | None = None
        self._step = 0
        self._before: RunState | None = None
        self._title = PlainLabel(role="card", wrap=True, name="many.heading")
        self._told = PlainLabel(wrap=True, name="many.progress")
        self._bar = QProgressBar()
        self._bar.setObjectName("many.bar")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._why = PlainLabel(role="caution", wrap=True, name="many.hold")
        self._now = push_button(self.tr("Start now"), self._on_now, name="many.now")
        self._cancel = push_button(self.tr("Cancel"), self._on_cancel, name="many.cancel")
        self._pause = push_button(self.tr("Pause"), self._on_pause, name="many.pause")
        self._stop = push_button(self.tr("Stop"), self._on_stop, name="many.stop")
        self._sign_in = push_button(
            self.tr("Sign in again"), self.sign_in_requested.emit, name="many.signIn"
        )
        self._again = push_button(self.tr("Try again"), self._on_go_on, name="many.again")
        self._retry = push_button(self.tr("Retry failed"), self._on_retry, name="many.retry")
        self._receipts = push_button(self.tr("Receipts…"), self._on_receipts, name="many.receipts")
        self._close = push_button(self.tr("Close"), self._on_close, name="many.close")
        buttons = (
            self._sign_in,
            self._again,
            self._retry,
            self._now,
            self._cancel,
            self._pause,
            self._stop,
            self._receipts,
            self._close,
        )
        lines = column(
            self._title, self._told, self._bar, self._why, Flow(buttons, ()), spacing=EIGHT
        )
        lines.setContentsMargins(SIXTEEN, TWELVE, SIXTEEN, TWELVE)
        self.setLayout(lines)
        self._later = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._later.timeout.connect(self._show)
        self._ends = [self._services.bulk.changed.subscribe(lambda _: self._on_other())]
        self._run_ends: list[Callable[[], None]] = []
        self.destroyed.connect(lambda: self.release())
        self.hide()

    def release(self) -> None:
        """Hear of no run any more."""
        for ends in (self._ends, self._run_ends):
            while ends:
                ends.pop()()

    def _on_other(self) -> None:
        while self._run_ends:
            self._run_ends.pop()()
        run = self._services.bulk.run
        if run is None:
            self._run = None
            self.hide()
            return
        self._run, self._step, self._before = run, 0, None
        self._run_ends = [
            run.changed.subscribe(lambda _: self._settle()),
            run.moved.subscribe(lambda _: self._settle()),
        ]
        self._bar.setRange(0, len(run.bulk.items))
        self.show()
        self._show()
        self.begun.emit()
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        if not self._later.isActive():
            self._later.start()

    # Showing

    def _show(self) -> None:
        run = self._run
        if run is None:
            return
        number = len(run.bulk.items)
        state = run.state
        doing = words.button(run.action)(number)
        heading = {
            RunState.READY: doing,
            RunState.RUNNING: words.under_way(run.action),
            RunState.WAITING: self.tr("Waiting: {doing}").format(doing=doing),
            RunState.PAUSED: self.tr("Paused: {doing}").format(doing=doing),
            RunState.ENDED: self.tr("Result: {doing}").format(doing=doing),
        }[state]
        self._title.setText(heading)
        told = self._summary(run)
        self._told.setText(told)
        bad = run.bulk.count(ItemState.FAILED, ItemState.UNKNOWN)
        set_style(self._told, role="danger" if bad else "")
        self._bar.setValue(run.bulk.settled)
        self._bar.setVisible(state is not RunState.ENDED)
        self._announce(run, heading, told)
        self._show_why(run)
        self._show_buttons(run)
        self._before = state

    def _summary(self, run: KeyRun) -> str:
        if run.called_off:
            return self.tr("Called off. Nothing was changed.")
        if run.state is RunState.READY:
            return many_keys.starts_in(run.seconds_left)
        bulk = run.bulk
        ended = run.state is RunState.ENDED
        done, nothing = bulk.count(ItemState.DONE), run.needed_nothing
        parts = [many_keys.settled(bulk.settled, len(bulk.items))]
        parts += [many_keys.done(done - nothing)] if done > nothing else []
        parts += [many_keys.needed_nothing(nothing)] if nothing else []
        for state, words_of in (
            (ItemState.FAILED, many_keys.failed),
            (ItemState.UNKNOWN, many_keys.unknown),
        ):
            parts += [words_of(bulk.count(state))] if bulk.count(state) else []
        left = bulk.count(ItemState.UNTOUCHED) if ended else 0
        parts += [many_keys.untouched(left)] if left else []
        return " · ".join(parts)

    def _announce(self, run: KeyRun, heading: str, told: str) -> None:
        step = _STEPS * run.bulk.settled // max(1, len(run.bulk.items))
        ended = run.state is RunState.ENDED
        if run.state is not self._before and (ended or self._before is None):
            announce(self, f"{heading}. {told}", assertive=True)
        elif step > self._step and not ended:
            announce(self, told)
        self._step = step

    def _show_why(self, run: KeyRun) -> None:
        told = [many.hold(hold, services.store.name) for services, hold in run.bulk.holds]
        if run.unwritten is not None:
            told.append(
                self.tr(
                    "The receipts can't be written, so no more records are deleted. Free some "
                    "space, then go on."
                )
                if run.action is BulkAction.DELETE
                else self.tr(
                    "The receipts can't be written. Save them with “Receipts…” before you quit."
                )
            )
        why = "\n".join(told)
        if why and why != self._why.text():
            announce(self, why, assertive=True)
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def _show_buttons(self, run: KeyRun) -> None:
        ready = run.state is RunState.READY
        ended = run.state is RunState.ENDED
        paused = run.state is RunState.PAUSED
        holds = [hold for _, hold in run.bulk.holds]
        failed = run.bulk.count(ItemState.FAILED, ItemState.UNKNOWN)
        self._pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
        shown_now = {
            self._sign_in: Hold.SIGN_IN in holds and not ready,
            self._again: Hold.NO_ANSWER in holds and not paused,
            self._retry: ended and failed > 0,
            self._now: ready,
            self._cancel: ready,
            self._pause: not ended and not ready,
            self._stop: not ended and not ready,
            self._receipts: not ready and not run.called_off,
            self._close: ended,
        }
        focused = next((one for one in shown_now if one.hasFocus()), None)
        for one, on in shown_now.items():
            one.setVisible(on)
        if focused is not None and not shown_now[focused]:
            target = self._close if ended else self._pause
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    # Doing

    def _on_now(self) -> None:
        if self._run is not None:
            self._run.start_now()

    def _on_cancel(self) -> None:
        if self._run is not None:
            self._run.call_off()
            announce(self, self.tr("Called off. Nothing was changed."), assertive=True)
            self._on_close()

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

    def _on_receipts(self) -> None:
        if self._run is not None:
            dialog = ReceiptsDialog(self, self._context, of_run(self._run))
            self._context.tasks.start(_open(dialog), replacing="receipts")

    def _on_close(self) -> None:
        self._services.bulk.forget()
        self.closed.emit()


async def _open(dialog: ReceiptsDialog) -> None:
    await answer(dialog)
