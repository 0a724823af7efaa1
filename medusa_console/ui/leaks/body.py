"""What the page shows of one text, from top to bottom, and what the stores say of its keys."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from medusa_console.domain.leak_answers import Case, Finding
from medusa_console.services.leaks import LeakDesk
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.empty_state import EmptyState
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import EIGHT, SIXTEEN, TWELVE
from medusa_console.ui.leaks.asked_stores import AskedStores, not_asked
from medusa_console.ui.leaks.card import LeakCard
from medusa_console.ui.leaks.case_column import CaseColumn
from medusa_console.ui.leaks.hidden_text import HiddenText
from medusa_console.ui.leaks.holding_area import HoldingArea
from medusa_console.ui.leaks.keys_found import KeysFound
from medusa_console.ui.leaks.many import ManyKeys
from medusa_console.ui.leaks.others import Others
from medusa_console.ui.leaks.well import Well
from medusa_console.ui.words import leak_page as words
from medusa_console.ui.words.leak_counts import leak_counts


class Body(QWidget):
    """Signals:
    sign_in_requested(store_id)
    connect_requested: add a store, while there is none.
    practice_requested
    updated: what the stores say has changed.
    """

    sign_in_requested = Signal(str)
    connect_requested = Signal()
    practice_requested = Signal()
    updated = Signal()

    def __init__(
        self,
        desk: LeakDesk,
        tasks: TaskScope,
        make_card: Callable[[Case], LeakCard],
        heads: Sequence[QWidget],
    ) -> None:
        """`heads` stand above all of it, and scroll with it: a window may be low."""
        super().__init__()
        self._desk = desk
        self._changed: set[str] = set()
        self.well = Well()
        self.text = HiddenText(tasks)
        self.text.closed.connect(self.well.focus_show)
        self.well.show_requested.connect(self._show_text)
        self.asked = AskedStores()
        self.asked.sign_in_requested.connect(self.sign_in_requested)
        self.asked.again_requested.connect(desk.look_again)
        self.asked.rest_requested.connect(desk.read_on)
        self._none = PlainLabel(role="card", wrap=True, name="leaks.none")
        self._gone = PlainLabel(
            self.tr("The keys are no longer in memory. Paste the text again to check them."),
            role="caution",
            wrap=True,
            name="leaks.gone",
        )
        self.found = KeysFound()
        self.found.chosen.connect(self.go_to_card)
        self.many = ManyKeys(desk, tasks)
        self.many.sign_in_requested.connect(self.sign_in_requested)
        self.cards = CaseColumn(make_card)
        self.others = Others()
        self._nobody = self._build_nobody()
        self.practice = push_button(
            self.tr("Practice"), self.practice_requested.emit, name="leaks.practise"
        )
        self._offer_title = self.tr("Try it before you need it")
        self._offer = EmptyState(
            "shield-alert",
            self._offer_title,
            "",
            self.practice,
            name="leaks.empty",
        )
        self.show_best(None)
        lines = column(
            *heads,
            self.well,
            self.text,
            self._nobody,
            self._none,
            self._gone,
            self.asked,
            self.found,
            self.many,
            self.cards,
            self.others,
            self._offer,
            None,
            spacing=SIXTEEN,
        )
        self._area = HoldingArea(lines)
        self.cards.growing.connect(self._hold)
        self.many.run_begun.connect(lambda: self._area.reveal(self.many))
        self.setLayout(column(self._area))
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show_changed)

    def show_best(self, seconds: float | None) -> None:
        """Offer a practice, and tell the best time of those before."""
        text = self.tr(
            "Practice stages a leak in the demo store and takes the time. Nothing else is asked."
        )
        if seconds is not None:
            text = f"{text}\n{leak_counts.best_time(math.floor(seconds))}"
        self._offer.show_words(self._offer_title, text)

    def show_all(self) -> None:
        """Show another text, or none."""
        reading = self._desk.reading
        cases = self._desk.cases
        self._changed.clear()
        self.text.close_text()
        self.well.say("")
        self.well.show_taken(taken=reading is not None, can_show=bool(reading and reading.excerpt))
        self.found.show_cases(cases, reading.key_count if reading else 0)
        self.cards.show_cases(cases)
        self.others.show_others(
            reading.others if reading else (), reading.other_count if reading else 0
        )
        self._none.setVisible(reading is not None and not cases)
        self._none.setText(words.no_key(others=bool(reading and reading.others)))
        self._gone.hide()
        self._offer.setVisible(reading is None)
        self.show_stores()
        self._show_asked()

    def refuse(self, text: str) -> None:
        """Tell where it is seen why nothing was taken in."""
        self.well.refuse(text)
        self._area.reveal(self.well)

    def show_stores(self) -> None:
        """Say whether any store can be asked."""
        stores = self._desk.stores
        nobody = not any(entry.signed_in for entry in stores)
        # Of a text with keys, each store that was not asked is named beside them.
        unsaid = self._desk.reading is None or (bool(self._desk.cases) and not stores)
        self._nobody.setVisible(nobody and unsaid)
        title, text = self._signed_out if stores else self._no_store
        self._nobody_title.setText(title)
        self._nobody_text.setText(text)
        self._connect.setVisible(not stores)

    def show_forgotten(self) -> None:
        """Show that the keys have left memory; what was found stays."""
        self._gone.setVisible(bool(self._desk.cases))
        self.text.close_text()
        self._changed.update(case.key.id for case in self._desk.cases)
        self._later.start()

    def note_changed(self, key_id: str) -> None:
        """Show what is said now of one key, together with all that changes in this moment."""
        self._changed.add(key_id)
        if not self._later.isActive():
            self._later.start()

    def ask_again(self) -> None:
        """Ask the stores again that gave no answer."""
        for answer in not_asked(self._desk.cases):
            if answer.finding is not Finding.NOT_READ_TO_THE_END:
                self._desk.look_again(answer.store.id)

    def go_to_card(self, key_id: str) -> None:
        """Focus the card of one key."""
        card = self.cards.card(key_id)
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.reveal(card)

    def go_to_first_card(self) -> bool:
        """Focus the first card, or the list while there is none; False without any key."""
        first = next(iter(self.cards.cards), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.reveal(first)
        elif self._desk.cases:
            self.found.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(self._desk.cases)

    def panes(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through."""
        lists = (self.asked, self.found, self.many, self.cards, self.others)
        return (self.well, self.text, self._nobody, *lists, self._offer)

    def _show_text(self) -> None:
        if (reading := self._desk.reading) is not None:
            self.text.show_text(reading.excerpt)
            self._area.reveal(self.text)

    def _hold(self) -> None:
        self._area.hold((self.found, self.many, *self.cards.cards))

    def _show_changed(self) -> None:
        ids, self._changed = self._changed, set()
        cases = [case for key_id in ids if (case := self._desk.case(key_id)) is not None]
        self._hold()
        self.found.update_cases(cases)
        self.cards.update_cases(cases)
        self._show_asked()

    def _show_asked(self) -> None:
        self.asked.show_answers(not_asked(self._desk.cases))
        self.updated.emit()

    def _build_nobody(self) -> QFrame:
        part = QFrame()
        part.setObjectName("leaks.nobody")
        set_style(part, ground="caution")
        self._signed_out = (
            self.tr("You are not signed in to any store"),
            self.tr(
                "Keys are found here all the same. Sign in to a store to learn whether it accepts "
                "them."
            ),
        )
        self._no_store = (
            self.tr("No store is connected yet"),
            self.tr(
                "Keys are found here all the same. Connect your store to learn whether it accepts "
                "them."
            ),
        )
        self._nobody_title = PlainLabel(role="strong", wrap=True, name="leaks.nobody.title")
        self._nobody_text = PlainLabel(wrap=True, name="leaks.nobody.text")
        self._connect = push_button(
            self.tr("Connect your store"), self.connect_requested.emit, name="leaks.connect"
        )
        lines = column(
            self._nobody_title, self._nobody_text, row(self._connect, None), spacing=EIGHT
        )
        lines.setContentsMargins(SIXTEEN, TWELVE, SIXTEEN, TWELVE)
        part.setLayout(lines)
        return part
