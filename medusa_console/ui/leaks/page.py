"""The leak desk's page: what leaked, the keys that were found, and a card for each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from medusa_console.domain.clipboard_text import ClipboardText
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.leak_answers import Case
from medusa_console.domain.leaks import Reading
from medusa_console.domain.store import DEMO_STORE
from medusa_console.services.leak_reading import Stop, read_file, read_text
from medusa_console.services.leaks import LeakDesk
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import chosen_file
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.environment_bar import EnvironmentBar
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import tokens
from medusa_console.ui.kit.theme_tokens import EIGHT, FRAME_WIDTH
from medusa_console.ui.leaks.asked_stores import asked
from medusa_console.ui.leaks.body import Body
from medusa_console.ui.leaks.card import LeakCard
from medusa_console.ui.leaks.clear_question import may_forget
from medusa_console.ui.leaks.diagnose import diagnose
from medusa_console.ui.leaks.input_watch import InputWatch
from medusa_console.ui.leaks.practice_strip import PracticeStrip
from medusa_console.ui.words import labels
from medusa_console.ui.words import leak_page as words
from medusa_console.ui.words.errors import explain

_Read = Callable[[Stop], Awaitable[Reading]]
_READ = "read a text"
_CHOOSE = "choose a file"
_NAME = 24
"""Characters of a store's name on the button that leads back."""


class LeaksPage(QWidget):
    """A page of the window, not of a store: it asks all stores.

    Signals:
        back_requested: to what was in front before.
        sign_in_requested(str): sign in to the store of that id, and then go on here.
        replace_requested(str, str, str): make a successor of the found key of that id, in the store
            of that id, where it is that record; and then go on here.
        connect_requested: add a store, while there is none.
        updated: what the stores say has changed.
        practice_requested: make a key in the demo store, and call `practise`.
        practice_ended: the user stops, or another text came.
    """

    back_requested = Signal()
    sign_in_requested = Signal(str)
    replace_requested = Signal(str, str, str)
    connect_requested = Signal()
    updated = Signal()
    practice_requested = Signal()
    practice_ended = Signal()

    def __init__(
        self, desk: LeakDesk, tasks: TaskScope, read_clipboard: Callable[[], ClipboardText]
    ) -> None:
        """`read_clipboard` returns what is on the clipboard now."""
        super().__init__()
        self.setObjectName("leaksPage")
        self._desk = desk
        self._tasks = tasks
        self._read_clipboard = read_clipboard
        self._stop = Stop()
        self._staged = False  # a practice that has not begun yet
        self._pasted_at = 0.0
        self._taken_at = ""
        self._current = True  # whether the cards are those of what was pasted last
        self._asks = False
        self._input = InputWatch(self)
        self._input.happened.connect(desk.touch)
        self._build()
        self._actions = self._build_actions()
        ends = (
            desk.begun.subscribe(lambda _: self._on_begun()),
            desk.changed.subscribe(self._body.note_changed),
            desk.forgotten.subscribe(lambda _: self._on_forgotten()),
        )
        self.destroyed.connect(lambda: [end() for end in ends])
        self._on_begun()

    # For the window

    @property
    def menu_title(self) -> str:
        """The text of the page's menu in the menu bar."""
        return self.tr("&Leak desk")

    def fill_menu(self, menu: QMenu) -> None:
        """Add the page's actions to its menu in the menu bar."""
        menu.addActions(self._actions)

    def show_back(self, where: str) -> None:
        """Name what `back_requested` leads to: a store, or "" for the sign-in page."""
        name = where if len(where) <= _NAME else f"{where[:_NAME]}…"
        text = self.tr("Back to {store}").format(store=name) if where else self.tr("Back")
        self._back.setText(text.replace("&", "&&"))
        self._body.show_stores()

    @property
    def asked(self) -> int | None:
        """How many stores were asked about the keys; None while they are being asked."""
        return asked(self._desk.cases)

    def paste(self, taken: ClipboardText | None = None) -> None:
        """Look for keys in what was `taken` from the clipboard, or else in what is there now, in
        place of the text before."""
        self._desk.touch()
        self._look_away()
        if taken is None:
            taken = self._read_clipboard()
        if taken.text is None:
            self._body.refuse(words.instead_of_text(taken.content))
        else:
            self._body.well.say("")
            text = taken.text.get_secret_value()
            self._take_in(lambda _stop: read_text(text))

    def stop_reading(self) -> None:
        """Take in nothing of a text that is being read, or that waits for an answer."""
        self._tasks.cancel(_READ)
        self._stop.ask()
        self._body.well.show_progress(None)

    def practise(self, text: str) -> None:
        """Look for the key of the staged `text` in the demo store alone."""
        self._look_away()
        self._staged = True
        self._take_in(lambda _stop: read_text(text), practice=True)

    def show_practice(self, seconds: float | None, best: float | None) -> None:
        """Show how long this practice took, once it has ended, and the best time so far."""
        if seconds is not None:
            self._practice.finish(seconds, best)
        self._body.show_best(best)

    def focus_first(self) -> None:
        """Focus the first card, or else where a text is pasted."""
        if not self._body.go_to_first_card():
            self._body.well.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_to_revoke(self, key_id: str, origin: str, record_id: str) -> None:
        """Ask on the card of that key whether to revoke a record of the store at `origin`."""
        if self._desk.case(key_id) is not None:
            self._body.cards.card(key_id).ask_to_revoke(origin, record_id)

    def focus_title(self) -> None:
        """Focus the title, so that a screen reader reads it after a change of page."""
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Focus the list of the keys that were found, or else where a text is pasted."""
        listed = self._body.found
        part = listed.table if listed.isVisible() else self._body.well
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """F5: ask the stores again that could not be asked."""
        self._body.ask_again()

    def panes(self) -> tuple[QWidget, ...]:
        """The panes that F6 goes through, in reading order."""
        return (self._title, *self._body.panes())

    # Built once

    def _build(self) -> None:
        self._title = PlainLabel(self.tr("Leak desk"), role="title", name="leaks.title")
        self._title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # F6 focuses the title, Tab does not
        self._title.setProperty("ownFocus", True)  # a heading is read, and has no ring
        self._summary = PlainLabel(role="muted", wrap=True, name="leaks.summary")
        self._clear = push_button(self.tr("Clear"), self._on_clear, name="leaks.clear")
        self._back = push_button(self.tr("Back"), self.back_requested.emit, name="leaks.back")
        self._practice = PracticeStrip(self._tasks)
        self._practice.stop_requested.connect(self._on_clear)
        head = QWidget()
        top = row(self._title, None, self._clear, self._back, spacing=EIGHT)
        head.setLayout(column(top, self._summary, spacing=0))
        heads = (self._practice, head)
        self._body = Body(self._desk, self._tasks, self._make_card, heads)
        self._body.sign_in_requested.connect(self.sign_in_requested)
        self._body.practice_requested.connect(self.practice_requested)
        self._body.updated.connect(self._show_summary)
        self._body.updated.connect(self.updated)
        self._body.connect_requested.connect(self.connect_requested)
        well = self._body.well
        well.paste_requested.connect(self.paste)
        well.choose_requested.connect(self._on_choose)
        well.dropped.connect(self._on_dropped)
        well.file_dropped.connect(self._on_file)
        well.card_requested.connect(self._body.go_to_first_card)
        well.stop_requested.connect(lambda: self._stop.ask())
        content = QWidget()
        set_style(content, ground="window")  # covers the demo store's colour of the frame
        self._demo = EnvironmentBar(replace(DEMO_STORE, name=labels.demo_store()))
        self._demo.hide()
        lines = column(self._demo, self._body, spacing=0)
        lines.setStretch(1, 1)
        content.setLayout(lines)
        self._frame = column(content)
        self.setLayout(self._frame)

    def _build_actions(self) -> list[QAction]:
        return [
            self._action("leaks.pasteAction", self.tr("Paste from clipboard"), self.paste),
            self._action("leaks.chooseAction", self.tr("Choose file…"), self._on_choose),
            self._action("leaks.clearAction", self.tr("Clear"), self._on_clear),
            self._action("leaks.practiceAction", self.tr("Practice"), self.practice_requested.emit),
            self._action("leaks.backAction", self.tr("Back"), self.back_requested.emit),
        ]

    def _action(self, name: str, text: str, run: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.triggered.connect(lambda: run())
        return action

    def _make_card(self, case: Case) -> LeakCard:
        card = LeakCard(
            case,
            self._desk,
            self._tasks,
            armed=lambda: self._current and self._input.released(),
            pasted_at=self._pasted_at,
        )
        card.sign_in_requested.connect(self.sign_in_requested)
        card.replace_requested.connect(
            lambda store, record: self.replace_requested.emit(card.key_id, store, record)
        )
        card.why_requested.connect(lambda origin: self._on_why(card, origin))
        return card

    def _on_why(self, card: LeakCard, origin: str) -> None:
        self._desk.touch()
        work = diagnose(card, self._desk, card.key_id, origin, self._read_clipboard, self._tasks)
        self._tasks.start(work, replacing="why")

    # Taking in

    def _on_choose(self) -> None:
        self._tasks.start(self._choose(), replacing=_CHOOSE)

    async def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a file that may hold keys"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        if (path := await chosen_file(dialog)) is not None:
            self._on_file(path)

    def _look_away(self) -> None:
        """The user means another text from now on, whatever becomes of it: a card of the text
        before asks."""
        self._input.begin()
        self._current = False

    def _on_dropped(self, text: str) -> None:
        self._look_away()
        self._take_in(lambda _stop: read_text(text))

    def _on_file(self, path: Path) -> None:
        self._look_away()
        self._body.well.say("")
        self._take_in(lambda stop: read_file(path, partial(self._show_progress, stop), stop))

    def _take_in(self, read: _Read, *, practice: bool = False) -> None:
        if not practice:
            self._end_practice()
        self._stop.ask()  # a file that is being read
        self._stop = Stop()
        self._body.well.show_progress(None)
        reading = self._read(read, self._stop, self._tasks.clock.seconds(), practice=practice)
        self._tasks.start(reading, replacing=_READ)

    def _show_progress(self, stop: Stop, share: float) -> None:
        """Show how much was read; what comes late of another reading does not count."""
        if stop is self._stop and not stop:
            self._body.well.show_progress(share)

    async def _read(self, read: _Read, stop: Stop, at: float, *, practice: bool) -> None:
        try:
            reading = await read(stop)
        except ConsoleError as error:
            self._body.refuse(explain(error).text)
            return
        finally:
            if stop is self._stop:
                self._body.well.show_progress(None)
        if await self._may_end():
            self._staged = False
            self._pasted_at = at
            self._desk.begin(reading, practice=practice)
        elif practice:
            self._end_practice()  # nobody looks for its key

    async def _may_end(self) -> bool:
        """Whether the text before may be forgotten; asks if something of it would be lost."""
        if self._desk.practising:
            return True
        self._asks = True
        try:
            return await may_forget(self, self._desk, self._tasks.clock)
        finally:
            self._asks = False

    def _on_clear(self) -> None:
        self._tasks.start(self._clear_all(), replacing=_READ)

    async def _clear_all(self) -> None:
        self._stop.ask()
        self._body.well.show_progress(None)
        if await self._may_end():
            self._end_practice()
            self._desk.clear()
            self._body.well.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_practice(self) -> None:
        if self._desk.practising:
            self._desk.clear()
        elif not self._staged:
            return
        self._staged = False
        self.practice_ended.emit()

    # Showing

    def _on_begun(self) -> None:
        self._current = True
        reading = self._desk.reading
        self._taken_at = labels.short_moment(datetime.now(UTC))
        self._body.show_all()
        self._clear.setEnabled(reading is not None)
        framed = FRAME_WIDTH if self._desk.practising else 0
        self._demo.setVisible(self._desk.practising)
        if self._desk.practising:
            self._practice.begin()
        else:
            self._practice.end()
        self._frame.setContentsMargins(framed, framed, framed, framed)
        self.update()
        self._show_summary()
        if reading is not None:
            announce(self, self._summary.text())
            if self.isVisible() and not self._input.acted:
                self._body.go_to_first_card()

    def _on_forgotten(self) -> None:
        if self._asks:
            self.stop_reading()  # the text that waits for the answer holds keys, too
        self._body.show_forgotten()

    def _show_summary(self) -> None:
        reading = self._desk.reading
        if reading is None:
            text = self.tr(
                "Paste or drop anything. Keys are found on this computer; one is sent only to a "
                "store that already lists it."
            )
        else:
            text = words.summary(reading, self._taken_at, asked(self._desk.cases))
        self._summary.setText(text)
        self._title.setAccessibleDescription(text)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self._input.note(event)
        if event.matches(QKeySequence.StandardKey.Paste) and not event.isAutoRepeat():
            self.paste()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._body.text.isVisible():
            self._body.text.close_text()
        else:
            self.back_requested.emit()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self._input.note(event)
        super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._input.note(event)
        super().mousePressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._input.watch(shown=True)
        self._body.show_stores()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._input.watch(shown=False)
        self._body.text.close_text()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if self._desk.practising:
            QPainter(self).fillRect(self.rect(), QColor(tokens().demo.ground))
