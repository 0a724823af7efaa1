"""The palette of Ctrl+K: finds stores, actions, keys and customers by typing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain import tokens
from medusa_console.domain.errors import ConsoleError, Forbidden
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import tasks_of
from medusa_console.ui.kit.button import key_text
from medusa_console.ui.kit.enter import ENTER
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, rule
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, SIXTEEN, TALLEST_SHARE
from medusa_console.ui.window.matching import contains, nearly_contains
from medusa_console.ui.window.palette_list import Entry, PaletteList, Section
from medusa_console.ui.words.counts import counts
from medusa_console.ui.words.errors import explain

_WIDTH, _HEIGHT = 560, 460
_FROM_TOP = 0.14
_LONGEST = 200
_SHORTEST_SEARCH = 2
_PAUSE = 0.15
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Search:
    """A section that is found on the server."""

    title: str
    find: Callable[[str], Awaitable[Sequence[Entry]]]


class Palette(QDialog):
    """Accepted: `chosen` is the entry to run.

    The typed words are found in any order. Entries that match by name come first; of the actions,
    those used last come first, and those that destroy come last. If nothing matches, one letter may
    be wrong, but not for what destroys. What may hold a key is never searched, and what was
    typed is forgotten.
    """

    def __init__(
        self,
        parent: QWidget,
        stores: Sequence[Entry],
        actions: Sequence[Entry],
        searches: Sequence[Search],
        recent: Sequence[str],
        tasks: TaskScope,
    ) -> None:
        """`recent` are the names of the actions used last."""
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.chosen: Entry | None = None
        self._stores = stores
        last_used = {name: place for place, name in enumerate(recent)}
        self._actions = sorted(
            actions, key=lambda one: (one.destroys, last_used.get(one.name, len(recent)))
        )
        self._searches = searches
        self._found: Sequence[Section] = ()
        self._tasks = tasks_of(self, tasks)
        self.setObjectName("switcher")
        self.setWindowTitle(self.tr("Search everything"))
        self._build()
        self._place(parent.window())
        parent.installEventFilter(self)
        self._filter("")

    def _build(self) -> None:
        words = self.tr("Search stores, actions, keys, customers")
        self._search = LineEdit()
        self._search.setObjectName("switcherSearch")
        self._search.setPlaceholderText(words)
        self._search.setAccessibleName(words)
        self._search.setMaxLength(_LONGEST)
        self._search.setProperty("ownFocus", True)  # nothing else takes the focus here
        set_style(self._search, kind="palette")
        self._search.textChanged.connect(self._on_text)
        self._search.refused.connect(self._say_key)
        self._search.installEventFilter(self)
        self._list = PaletteList()
        self._list.setObjectName("switcherList")
        self._list.setAccessibleName(self.tr("Results"))
        self._list.itemClicked.connect(lambda _: self._choose())
        self._list.currentItemChanged.connect(lambda *_: self._say_current())
        self._none = PlainLabel(self.tr("No results"), role="muted", name="switcherNone")
        edge, line = scaled(SIXTEEN), scaled(EIGHT)
        self._none.setContentsMargins(edge, line, edge, line)
        self._keys = self.tr("↑ ↓ Choose   ↵ Open   Esc Close")
        self._hint = PlainLabel(self._keys, role="secondary", wrap=True, name="switcherHint")
        self._hint.setContentsMargins(edge, line, edge, line)
        lines = column(self._search, rule(), self._none, self._list, rule(), self._hint, spacing=0)
        lines.setStretchFactor(self._list, 1)
        lines.setContentsMargins(1, FOUR, 1, 1)
        frame = QWidget()
        set_style(frame, ground="palette")
        frame.setLayout(lines)
        self.setLayout(column(frame))
        self._search.setFocus()

    def _place(self, window: QWidget) -> None:
        """Lie in the middle of the window's upper third, within the window."""
        top = round(window.height() * _FROM_TOP)
        width = min(scaled(_WIDTH), window.width() - 2 * SIXTEEN)
        room = min(window.height() - top - SIXTEEN, round(window.height() * TALLEST_SHARE))
        height = min(scaled(_HEIGHT), room)
        self.setFixedSize(width, height)
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, top)))

    def _on_text(self, text: str) -> None:
        if tokens.may_hold_a_key(text):  # an assistive program may have written it
            self._search.clear()
            self._say_key()
        else:
            self._filter(text)

    def _filter(self, text: str) -> None:
        self._hint.setText(self._keys)
        set_style(self._hint, role="secondary")
        words = text.casefold().split()
        self._local = (
            Section(self.tr("Stores"), _matching(words, self._stores)),
            Section(self.tr("Actions"), _matching(words, self._actions)),
        )
        if not any(section.entries for section in self._local):
            self._local = (
                Section(self.tr("Stores"), _nearly_matching(words, self._stores)),
                Section(self.tr("Actions"), _nearly_matching(words, self._actions)),
            )
        searched = " ".join(text.split())
        if len(searched) >= _SHORTEST_SEARCH and self._searches:
            waiting = self.tr("Searching…")
            self._found = [Section(one.title, message=waiting) for one in self._searches]
            self._tasks.start(self._find(searched), replacing="search")
        else:
            self._tasks.cancel("search")
            self._found = ()
        self._show(select=True)
        self._say_results()

    async def _find(self, text: str) -> None:
        await self._tasks.clock.sleep(_PAUSE)
        # Shown together: a section that came later would push the other one down.
        answers = await asyncio.gather(
            *(one.find(text) for one in self._searches), return_exceptions=True
        )
        self._found = [
            self._section(one.title, answer)
            for one, answer in zip(self._searches, answers, strict=True)
        ]
        self._show(select=False)
        self._say_results()

    def _section(self, title: str, answer: Sequence[Entry] | BaseException) -> Section:
        match answer:
            case Forbidden():
                return Section(title)
            case ConsoleError():
                log.info("searching for the palette: %s", type(answer).__name__)
                text = self.tr("Couldn't search: {reason}").format(reason=explain(answer).title)
                return Section(title, message=text)
            case BaseException():
                raise answer
            case _:
                return Section(title, answer)

    def _show(self, *, select: bool) -> None:
        """Show all sections; without `select`, the selected line stays selected."""
        chosen = None if select else self._list.current
        self._list.show_sections([*self._local, *self._found], chosen)
        self._none.setVisible(not self._list.count())

    def _say_results(self) -> None:
        """Tell a screen reader how many results there are, and which is selected."""
        if not self.isVisible():
            return
        number = sum(len(section.entries) for section in (*self._local, *self._found))
        waiting = any(section.message for section in self._found)
        announce(self, counts.results(number) if number or waiting else self._none.text())
        self._say_current()

    def _say_current(self) -> None:
        """Announce the selected line, because the focus stays in the field."""
        if self.isVisible() and not self._list.filling and (entry := self._list.current):
            announce(self, entry.spoken)

    def _say_key(self) -> None:
        text = self.tr(
            "That looks like a key. Search for it on the API keys page ({keys})."
        ).format(keys=key_text(QKeySequence("Ctrl+F")))
        self._hint.setText(text)
        set_style(self._hint, role="error")
        announce(self._search, text, assertive=True)

    def _choose(self) -> None:
        if (entry := self._list.current) is not None:
            self.chosen = entry
            self.accept()

    # Qt overrides

    def done(self, code: int) -> None:
        super().done(code)
        self._search.blockSignals(True)
        self._search.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if (
            watched is self._search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() in _MOVES:
                self._list.move_by(Qt.Key(event.key()))
                return True
            if event.key() in ENTER:
                if not event.isAutoRepeat():
                    self._choose()
                return True
        parent = self.parentWidget()
        if parent is not None and watched is parent and event.type() == QEvent.Type.Resize:
            self._place(parent.window())
        return super().eventFilter(watched, event)


def _matching(
    words: Sequence[str],
    entries: Sequence[Entry],
    matches: Callable[[Sequence[str], str], bool] = contains,
) -> Sequence[Entry]:
    found = [one for one in entries if matches(words, f"{one.text} {one.detail} {one.note}")]
    return sorted(found, key=lambda one: not matches(words, one.text))


def _nearly_matching(words: Sequence[str], entries: Sequence[Entry]) -> Sequence[Entry]:
    return _matching(words, [one for one in entries if not one.destroys], nearly_contains)
