"""The card of one found key: which store's it is, whether it works, and the revoke with proof."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLabel, QWidget

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.leak_answers import REVOCABLE, Case, Finding, StoreAnswer
from medusa_console.domain.leak_date import first_known
from medusa_console.domain.tokens import Form
from medusa_console.services.desk_stores import DeskStore
from medusa_console.services.leaks import LeakDesk
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import tasks_of
from medusa_console.ui.kit.enter import control_enter_shortcuts
from medusa_console.ui.kit.fact_list import Fact, FactList
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, read_in_order, row
from medusa_console.ui.kit.sign import Sign
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import fixed_font, scaled
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, SIXTEEN, TWELVE
from medusa_console.ui.leaks.card_after import After
from medusa_console.ui.leaks.card_beside import Beside
from medusa_console.ui.leaks.card_question import ask_to_check, ask_to_revoke
from medusa_console.ui.leaks.card_record import RecordPart, put_away
from medusa_console.ui.leaks.card_section import MOST_RECORDS, StoreSection, has_something_to_say
from medusa_console.ui.leaks.card_speech import Speech
from medusa_console.ui.leaks.request import copy_request
from medusa_console.ui.words import leaks as words

_STANDS = 1.0
"""Seconds for which a card stands unchanged before Ctrl+Enter revokes without a question."""
_TICK = 1.0
_HAS_IT = REVOCABLE | {Finding.LISTED, Finding.ASKING}
"""Of a key that one store knows, nobody need be told what a store's not listing it means."""


class LeakCard(QFrame):
    """Shows one Case in place: an answer that arrives takes neither focus nor place.

    Signals:
        sign_in_requested(str): sign in to the store of that id, and go on here.
        replace_requested(str, str): in the store of that id, make a successor of that record.
        why_requested(str): say why the key fails in the store at that address.
    """

    sign_in_requested = Signal(str)
    replace_requested = Signal(str, str)
    why_requested = Signal(str)

    def __init__(
        self,
        case: Case,
        desk: LeakDesk,
        tasks: TaskScope,
        *,
        armed: Callable[[], bool],
        pasted_at: float,
    ) -> None:
        """`armed` returns whether Ctrl and Enter were both released since the paste, which was at
        `pasted_at`, in the clock's seconds."""
        super().__init__()
        self.key_id = case.key.id
        self._case = case
        self._desk = desk
        self._clock = tasks.clock
        self._tasks = tasks_of(self, tasks)
        self._page_tasks = tasks
        self._armed = armed
        self._pasted_at = pasted_at
        self._since = self._clock.seconds()
        self._sections: dict[str, StoreSection] = {}
        self._ended: dict[str, float] = {}
        self._controls: list[QWidget] = []
        self._speech = Speech(self)
        self._beside = Beside(self, self._refresh, self._tasks)
        self._asking = False
        self._after = After(self, lambda: self._case, desk, self._tasks, pasted_at)
        self.setObjectName("leak.card")
        self.setProperty("keepsFocus", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_style(self, ground="card")
        self._build(case)
        for shortcut in control_enter_shortcuts(self):
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_control_enter)
        # The card keeps no key longer than the desk does.
        self.destroyed.connect(desk.forgotten.subscribe(lambda _: self._refresh()))
        self._show(case)

    def _build(self, case: Case) -> None:
        sign = Sign(scaled(SIXTEEN))
        publishable = case.key.type is KeyType.PUBLISHABLE
        sign.show_icon(("globe" if publishable else "key", lambda tokens: tokens.muted))
        form = PlainLabel(case.key.shown, role="card", name="leak.key")
        form.setFont(fixed_font())
        kind = PlainLabel(words.kind(case.key), role="muted", wrap=True, name="leak.kind")
        head = row(sign, form, kind, spacing=EIGHT)
        head.setStretch(2, 1)
        self._copied = PlainLabel(role="strong", wrap=True, name="leak.copied")
        self._middle = column(spacing=TWELVE)
        self._nowhere = PlainLabel(wrap=True, name="leak.nowhere")
        self._nowhere_names = PlainLabel(role="secondary", wrap=True, name="leak.nowhere.stores")
        self._reading = PlainLabel(role="muted", wrap=True, name="leak.reading")
        self._gone = PlainLabel(
            self.tr("The key is no longer in memory. Paste it again to check it."),
            role="caution",
            wrap=True,
            name="leak.gone",
        )
        self._problem = PlainLabel(role="danger", wrap=True, name="leak.problem")
        self._problem.hide()
        found_in = "\n".join(words.place_lines(case.key))
        places = FactList([Fact(self.tr("Found in"), found_in, lines=True)])
        if not case.key.places:  # it has no parent yet: shown now, it would be a window
            places.hide()
        whole = column(
            head,
            self._copied,
            self._middle,
            column(self._nowhere, self._nowhere_names, spacing=FOUR),
            self._reading,
            self._gone,
            self._problem,
            places,
        )
        side = scaled(SIXTEEN)
        whole.setContentsMargins(side, side, side, side)
        self.setLayout(whole)
        self._whole = whole
        self._below = (
            *(self._nowhere, self._nowhere_names, self._reading, self._gone, self._problem),
            places,
        )
        self.setAccessibleName(f"{case.key.shown}, {words.kind(case.key)}")

    @property
    def case(self) -> Case:
        """What the card shows."""
        return self._case

    def come_after(self, card: LeakCard) -> None:
        """Let Tab lead from the end of `card` to this one."""
        QWidget.setTabOrder((card, *card._controls)[-1], self)
        self._chain()

    # Showing

    def show_case(self, case: Case) -> None:
        """Show what the stores say now."""
        if case != self._case:
            self._since = self._clock.seconds()
            self._problem.hide()
        self._show(case)

    def _refresh(self) -> None:
        """Show the case as it is now, with what has changed beside it."""
        before = self._look()
        self._show(self._desk.case(self.key_id) or self._case)
        if self._look() != before:
            self._since = self._clock.seconds()

    def _show(self, case: Case) -> None:
        # At each part that appears, Qt would lay out all cards; once at the end is enough.
        self._whole.setEnabled(False)
        try:
            self._show_all(case)
        finally:
            self._whole.setEnabled(True)
            self._whole.update()

    def _show_all(self, case: Case) -> None:
        self._case = case
        self._copied.setText(words.copied(case.copied_ago) if case.copied_ago is not None else "")
        self._copied.setVisible(case.copied_ago is not None)
        said = [answer for answer in case.answers if has_something_to_say(answer)]
        for origin in self._sections.keys() - {answer.store.origin for answer in said}:
            section = self._sections.pop(origin)
            put_away(section)
            self._middle.removeWidget(section)
            section.deleteLater()
        for number, answer in enumerate(said):
            self._show_answer(case, answer, number)
        self._show_lines(case)
        self._order_focus([answer.store.origin for answer in said])
        self._speech.tell(case, near=case.alone or self._has_focus())
        if case.proving:
            self._tasks.start(self._tick(), replacing="tick")
        else:
            self._tasks.cancel("tick")

    def _show_answer(self, case: Case, answer: StoreAnswer, number: int) -> None:
        entry = self._entry(answer.store.origin)
        if entry is not None and entry.signed_in is not None and answer.records:
            self._beside.follow(entry.signed_in, answer.records[:MOST_RECORDS])
        section = self._sections.get(answer.store.origin) or self._add_section(answer, number)
        section.show_answer(case, answer, entry, self._seconds_of(answer))
        section.show()

    def _add_section(self, answer: StoreAnswer, number: int) -> StoreSection:
        origin = answer.store.origin
        # Practice leaves nothing behind in the demo store.
        section = self._sections[origin] = StoreSection(
            origin, self._clock, replaces=not self._desk.practising
        )
        section.replace_wanted.connect(
            lambda record: self.replace_requested.emit(self._store_id(origin), record)
        )
        section.trace_wanted.connect(lambda record: self._start_trace(origin, record))
        section.revoke_wanted.connect(lambda record: self.ask_to_revoke(origin, record))
        section.again_wanted.connect(lambda record: self._start_revoke(origin, record))
        section.ask_wanted.connect(lambda: self._desk.present(self.key_id, self._store_id(origin)))
        section.check_wanted.connect(lambda: self._start(self._check(origin), "check"))
        section.sign_in_wanted.connect(lambda: self.sign_in_requested.emit(self._store_id(origin)))
        section.read_on_wanted.connect(lambda: self._desk.read_on(self._store_id(origin)))
        section.try_wanted.connect(lambda: self._try_again(origin))
        section.why_wanted.connect(lambda: self.why_requested.emit(origin))
        section.copy_wanted.connect(lambda record: self._copy_request(origin, record))
        self._after.serve(section.after, origin)
        self._middle.insertWidget(number, section)
        read_in_order(self._middle)
        for part in self._below:
            part.raise_()
        return section

    def _seconds_of(self, answer: StoreAnswer) -> int:
        """The seconds from the paste to the proof, or to now while there is none."""
        now = self._clock.seconds()
        if answer.proof is None or answer.proving:
            self._ended.pop(answer.store.origin, None)
        else:
            now = self._ended.setdefault(answer.store.origin, now)
        return int(now - self._pasted_at)

    async def _tick(self) -> None:
        await self._clock.sleep(_TICK)
        self._show(self._case)

    def _order_focus(self, stores: list[str]) -> None:
        """Let Tab go through the card as it is read: its parts come and go in any order."""
        parts = (self._sections[origin].controls for origin in stores)
        controls = [control for part in parts for control in part]
        if controls != self._controls:
            self._controls = controls
            self._chain()

    def _chain(self) -> None:
        for before, control in pairwise((self, *self._controls)):
            QWidget.setTabOrder(before, control)

    def _show_lines(self, case: Case) -> None:
        def those(finding: Finding) -> list[StoreAnswer]:
            return [answer for answer in case.answers if answer.finding is finding]

        nowhere = [answer.store for answer in those(Finding.NOT_LISTED)]
        elsewhere = any(answer.finding in _HAS_IT for answer in case.answers)
        self._nowhere.setText(words.nowhere(nowhere, elsewhere=elsewhere) if nowhere else "")
        self._nowhere.setVisible(bool(nowhere))
        self._nowhere_names.setText(words.names(nowhere))
        self._nowhere_names.setVisible(len(nowhere) > 1 and not elsewhere)
        listing = [answer.store for answer in those(Finding.LISTING)]
        self._reading.setText(words.reading(listing) if listing else "")
        self._reading.setVisible(bool(listing))
        was_whole = case.key.form is Form.WHOLE and case.key.secret is None
        self._gone.setVisible(was_whole and not case.dead)

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    # Doing

    def _on_control_enter(self) -> None:
        self._desk.touch()
        choice = self._chosen()
        if choice is None:
            return
        section, part = choice
        if part.comes_early():
            return
        if self._needs_no_question(section, part):
            self._start_revoke(section.origin, part.record_id)
        else:
            self.ask_to_revoke(section.origin, part.record_id)

    def _chosen(self) -> tuple[StoreSection, RecordPart] | None:
        """The record that has the focus, or the only one; of candidates, none is chosen by
        itself."""
        focus = QApplication.focusWidget()
        offers = [(section, part) for section in self._sections.values() for part in section.offers]
        for section, part in offers:
            if focus is not None and part.isAncestorOf(focus):
                return section, part
        if len(offers) == 1 and self._answer(offers[0][0].origin).finding is Finding.THIS_KEY:
            return offers[0]
        return None

    def _needs_no_question(self, section: StoreSection, part: RecordPart) -> bool:
        sure = self._case.certain
        current = self._desk.case(self.key_id)
        return (
            sure is not None
            and current == self._case
            and sure.store.origin == section.origin
            and [record.id for record in sure.records] == [part.record_id]
            and self._has_focus()
            and self._clock.seconds() - max(self._since, self._case.since) >= _STANDS
            and self._armed()
        )

    def ask_to_revoke(self, origin: str, record_id: str) -> None:
        """Ask whether to revoke that record of the store at `origin`; revoke and prove it then."""
        self._start(self._ask(origin, record_id), "ask")

    def _start_revoke(self, origin: str, record_id: str) -> None:
        record = self._record(origin, record_id)
        if record is not None:
            self._start(self._revoke(origin, record), f"revoke {record_id}")

    def _start(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._desk.touch()
        doing = Doing(self.tr("Leak desk"), f"leak {self.key_id} {name}")
        self._tasks.start(work, doing=doing)

    async def _ask(self, origin: str, record_id: str) -> None:
        record, entry = self._record(origin, record_id), self._entry(origin)
        services = entry.signed_in if entry is not None else None
        if self._asking:
            return
        if record is None or services is None:
            self._tell_changed()
            return
        case, answer = self._case, self._answer(origin)
        self._asking = True
        try:
            sure = await ask_to_revoke(self, case, answer, record, services, self._clock)
        finally:
            self._asking = False
        if sure:
            await self._revoke(origin, record)

    async def _revoke(self, origin: str, record: ApiKey) -> None:
        proof = await self._desk.revoke(self.key_id, self._store_id(origin), record.id)
        if proof is None:
            self._tell_changed()

    def _tell_changed(self) -> None:
        text = self.tr("Nothing was revoked: what this card shows has changed. Check it again.")
        self._problem.setText(text)
        self._problem.show()
        announce(self, text, assertive=True)

    async def _check(self, origin: str) -> None:
        if not self._asking:
            self._asking = True
            try:
                sure = await ask_to_check(self, self._answer(origin).store, self._clock)
            finally:
                self._asking = False
            if sure:
                self._desk.present(self.key_id, self._store_id(origin))

    def _copy_request(self, origin: str, record_id: str) -> None:
        record = self._record(origin, record_id)
        if record is not None:
            copy_request(self, self._case, self._answer(origin), record)
            self._desk.taken.take((self._case,), origin)

    def _start_trace(self, origin: str, record_id: str) -> None:
        record, entry = self._record(origin, record_id), self._entry(origin)
        if record is not None and entry is not None and entry.signed_in is not None:
            self._start(self._trace(origin, record, entry.signed_in), "trace")

    async def _trace(self, origin: str, record: ApiKey, services: StoreServices) -> None:
        from medusa_console.ui.leaks.what_it_did import Leak, open_what_it_did  # seldom needed

        leak = Leak(record, first_known(self._case.key.places, services.clock.now()))
        await open_what_it_did(
            self,
            services,
            leak,
            self._page_tasks,  # a run of revokes outlives this card
            lambda: self.sign_in_requested.emit(self._store_id(origin)),
        )

    def _try_again(self, origin: str) -> None:
        answer = self._answer(origin)
        if answer.records and answer.askable:
            self._desk.present(self.key_id, self._store_id(origin))  # its list is there
        else:
            self._desk.look_again(self._store_id(origin))

    # Small parts

    def _entry(self, origin: str) -> DeskStore | None:
        return next((one for one in self._desk.stores if one.store.origin == origin), None)

    def _store_id(self, origin: str) -> str:
        return self._answer(origin).store.id

    def _answer(self, origin: str) -> StoreAnswer:
        return next(answer for answer in self._case.answers if answer.store.origin == origin)

    def _record(self, origin: str, record_id: str) -> ApiKey | None:
        answer = self._answer(origin)
        proven = (answer.proof.record,) if answer.proof is not None else ()
        return next((one for one in (*answer.records, *proven) if one.id == record_id), None)

    def _look(self) -> tuple[str, ...]:
        """All that stands on the card."""
        parts = self.findChildren(QWidget)
        return tuple(
            part.text()
            for part in parts
            if isinstance(part, QLabel | QAbstractButton) and part.isVisibleTo(self)
        )

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        self._since = self._clock.seconds()
        super().showEvent(event)
