"""A run over many leaked keys: how far it is, its buttons, and a line for each key."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidgetItem, QProgressBar, QWidget

from medusa_console.domain.leak_answers import Proof, ProofState
from medusa_console.services.bulk import Bulk, Hold, Item, ItemState, RunState
from medusa_console.services.leak_bulk import Choice, proof_of, revoke_all
from medusa_console.services.leaks import LeakDesk
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit import resources
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.resources import Tint
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import SIXTEEN
from medusa_console.ui.leaks.many_rows import fit_rows, many_rows
from medusa_console.ui.words import many as words
from medusa_console.ui.words.leak_counts import many_counts
from medusa_console.ui.words.leaks import in_store, title

_ITEM = Qt.ItemDataRole.UserRole
_SIGN = Qt.ItemDataRole.UserRole + 1
_STEPS = 10
"""So many times a screen reader is told how far it is."""


class ManyRun(QWidget):
    """A run, and after its end what became of each key; hidden without one.

    Signals:
        sign_in_requested(store_id): the session of a store with keys left has ended.
        closed: the user has seen the result.
    """

    sign_in_requested = Signal(str)
    closed = Signal()

    def __init__(self, desk: LeakDesk, tasks: TaskScope) -> None:
        super().__init__()
        self.setObjectName("many.run")
        set_style(self, ground="card")
        self._desk = desk
        self._tasks = tasks
        self._bulk: Bulk[Choice] | None = None
        self._proofs: dict[str, Proof] = {}
        self._stale: set[str] = set()  # the rows to be shown anew, by the ids of their items
        self._ended = False
        self._step = 0
        self._title = PlainLabel(role="card", wrap=True, name="many.heading")
        self._told = PlainLabel(wrap=True, name="many.progress")
        self._bar = QProgressBar()
        self._bar.setObjectName("many.bar")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._why = PlainLabel(role="caution", wrap=True, name="many.hold")
        self._rows = many_rows(self.tr("Results"), name="many.results")
        self._rows.setIconSize(QSize(scaled(SIXTEEN), scaled(SIXTEEN)))
        self._pause = push_button(self.tr("Pause"), self._on_pause, name="many.pause")
        self._stop = push_button(self.tr("Stop"), self._on_stop, name="many.stop")
        self._sign_in = push_button(self.tr("Sign in again"), self._on_sign_in, name="many.signIn")
        self._again = push_button(self.tr("Try again"), self._on_go_on, name="many.again")
        self._retry = push_button(self.tr("Retry failed"), self._on_retry, name="many.retry")
        self._close = push_button(self.tr("Close"), self._on_close, name="many.close")
        buttons = (self._sign_in, self._again, self._retry, self._pause, self._stop, self._close)
        # The buttons above the list: they are in sight however many keys there are.
        lines = column(self._title, self._told, self._bar, self._why, Flow(buttons, ()), self._rows)
        side = scaled(SIXTEEN)
        lines.setContentsMargins(side, side, side, side)
        self.setLayout(lines)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show)
        end = desk.changed.subscribe(self._on_case)
        self.destroyed.connect(lambda: end())
        self.hide()

    def begin(self, chosen: tuple[Choice, ...]) -> None:
        """Revoke `chosen`."""
        self._end()
        self._bulk = bulk = revoke_all(self._desk, chosen, self._tasks)
        self._proofs, self._step, self._ended = {}, 0, False
        self._rows.clear()
        for item in bulk.items:
            row = QListWidgetItem()
            row.setData(_ITEM, item)
            row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self._show_row(row, item, ended=False)
            self._rows.addItem(row)
        fit_rows(self._rows)
        bulk.changed.subscribe(self._on_item)
        bulk.moved.subscribe(lambda _: self._later.start())
        self._bar.setRange(0, len(bulk.items))
        self.show()
        bulk.start()
        self._show()

    def give_up(self) -> None:
        """Begin no other key of the run. Its results stay where a key was not revoked."""
        if self._bulk is None:
            return
        self._bulk.stop()
        if len(self._bulk.in_state(ItemState.DONE)) == len(self._bulk.items):
            self._on_close()

    def focus_first(self) -> None:
        """Focus the button that a user may need first."""
        self._pause.setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing

    def _on_item(self, item: Item[Choice]) -> None:
        self._stale.add(item.id)
        self._later.start()

    def _on_case(self, key_id: str) -> None:
        if self._bulk is not None:
            self._stale |= {one.id for one in self._bulk.items if one.subject.key_id == key_id}
            self._later.start()

    def _show(self) -> None:
        bulk = self._bulk
        if bulk is None:
            return
        ended = bulk.state is RunState.ENDED
        stale, self._stale = self._stale, set()
        for number, item in enumerate(bulk.items):
            # At the end, what waited is untouched.
            if item.id in stale or ended is not self._ended:
                self._show_row(self._rows.item(number), item, ended=ended)
        self._ended = ended
        self._show_progress(bulk)
        self._show_buttons(bulk)

    def _show_row(self, row: QListWidgetItem, item: Item[Choice], *, ended: bool) -> None:
        one, bulk = item.subject, self._bulk
        if bulk is None:
            return
        result, proof = bulk.result(item), self._proof(item)
        name = self.tr("{title} · {form} · {store}").format(
            title=title(one.record), form=one.record.redacted, store=in_store(one.store)
        )
        text = f"{name}\n{words.line(one, result, proof, ended=ended)}"
        if row.text() != text:
            row.setText(text)
            row.setData(Qt.ItemDataRole.AccessibleTextRole, text.replace("\n", ": "))
        sign = _sign(result.state, proof)
        if row.data(_SIGN) != sign:
            row.setData(_SIGN, sign)
            row.setIcon(resources.icon(*sign))

    def _show_progress(self, bulk: Bulk[Choice]) -> None:
        titles = {
            RunState.READY: self.tr("Revoking…"),
            RunState.RUNNING: self.tr("Revoking…"),
            RunState.WAITING: self.tr("Waiting"),
            RunState.PAUSED: self.tr("Paused"),
            RunState.ENDED: self.tr("Result"),
        }
        self._title.setText(titles[bulk.state])
        told = self._summary(bulk)
        self._told.setText(told)
        self._bar.setValue(bulk.settled)
        self._bar.setVisible(bulk.state is not RunState.ENDED)
        step = _STEPS * bulk.settled // max(1, len(bulk.items))
        ended = bulk.state is RunState.ENDED and self._step <= _STEPS
        if ended:
            self._step = _STEPS + 1
            announce(self, told, assertive=True)
        elif step > self._step:
            self._step = step
            announce(self, told)

    def _summary(self, bulk: Bulk[Choice]) -> str:
        done = bulk.in_state(ItemState.DONE)
        dead = sum(self._is_dead(item) for item in done)
        failed = len(bulk.in_state(ItemState.FAILED))
        unknown = len(bulk.in_state(ItemState.UNKNOWN))
        left = len(bulk.in_state(ItemState.UNTOUCHED)) if bulk.state is RunState.ENDED else 0
        parts = [many_counts.settled(bulk.settled, len(bulk.items))]
        parts += [many_counts.dead(dead)] if dead else []
        parts += [many_counts.unproven(len(done) - dead)] if len(done) > dead else []
        parts += [many_counts.failed(failed)] if failed else []
        parts += [many_counts.unknown(unknown)] if unknown else []
        parts += [many_counts.untouched(left)] if left else []
        return " · ".join(parts)

    def _proof(self, item: Item[Choice]) -> Proof | None:
        """The last that was known of it: another text may be on the desk by now."""
        if (proof := proof_of(self._desk, item.subject)) is not None:
            self._proofs[item.id] = proof
        return self._proofs.get(item.id)

    def _is_dead(self, item: Item[Choice]) -> bool:
        proof = self._proofs.get(item.id)
        return proof is not None and proof.state is ProofState.DEAD

    def _show_buttons(self, bulk: Bulk[Choice]) -> None:
        ended = bulk.state is RunState.ENDED
        holds = bulk.holds
        why = "\n".join(words.hold(hold, services.store.name) for services, hold in holds)
        if why and why != self._why.text():
            announce(self, why, assertive=True)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        paused = bulk.state is RunState.PAUSED
        self._pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
        failed = bool(bulk.in_state(ItemState.FAILED, ItemState.UNKNOWN))
        shown_now = {
            self._sign_in: any(hold is Hold.SIGN_IN for _, hold in holds),
            self._again: any(hold is Hold.NO_ANSWER for _, hold in holds) and not paused,
            self._retry: ended and failed,
            self._pause: not ended,
            self._stop: not ended,
            self._close: ended,
        }
        focused = next((one for one in shown_now if one.hasFocus()), None)
        for button, on in shown_now.items():
            button.setVisible(on)
        if focused is not None and not shown_now[focused]:
            target = self._close if ended else self._pause
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    # Doing

    def _on_pause(self) -> None:
        if self._bulk is not None:
            self._desk.touch()
            if self._bulk.state is RunState.PAUSED:
                self._bulk.go_on()
            else:
                self._bulk.pause()

    def _on_stop(self) -> None:
        if self._bulk is not None:
            self._desk.touch()
            self._bulk.stop()

    def _on_go_on(self) -> None:
        if self._bulk is not None:
            self._desk.touch()
            self._bulk.go_on()

    def _on_retry(self) -> None:
        if self._bulk is not None:
            self._desk.touch()
            self._step = 0
            self._bulk.retry_failed()

    def _on_sign_in(self) -> None:
        if self._bulk is not None:
            over = (services for services, hold in self._bulk.holds if hold is Hold.SIGN_IN)
            if (services := next(over, None)) is not None:
                self.sign_in_requested.emit(services.store.id)

    def _on_close(self) -> None:
        self._end()
        self.hide()
        self.closed.emit()

    def _end(self) -> None:
        if self._bulk is not None:
            self._bulk.close()
            self._bulk = None


def _sign(state: ItemState, proof: Proof | None) -> tuple[str, Tint]:
    """The icon of a line. Only a key that is proven dead has a tick."""
    if state is ItemState.DONE:
        dead = proof is not None and proof.state is ProofState.DEAD
        return "circle-check" if dead else "info", Tint.TEXT
    if state in (ItemState.FAILED, ItemState.UNKNOWN):
        return "triangle-alert", Tint.DANGER
    return "clock" if state is ItemState.UNDER_WAY else "minus", Tint.MUTED
