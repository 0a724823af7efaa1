"""One record that a found key is, or may be: whose it is, and the button that revokes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from medusa_console.clock import Clock
from medusa_console.domain.api_key import ApiKey, StateKind
from medusa_console.domain.leaks import FoundKey
from medusa_console.services.creators import Creator, CreatorKind
from medusa_console.services.store_services import StoreServices
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import GUARD_SECONDS, GuardedButton, style_button
from medusa_console.ui.kit.enter import control_enter
from medusa_console.ui.kit.fact_list import Fact, FactList
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.text import shown, tooltip
from medusa_console.ui.kit.theme_tokens import EIGHT, TWELVE
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels
from medusa_console.ui.words import leaks as words
from medusa_console.ui.words.key_notes import used_by

_ICON = "ban"
_WIDEST = 680


class RecordPart(QWidget):
    """Facts and buttons of one record. The record never changes to another one, so that a press
    means what was read.

    Signals:
        revoke_wanted: the button was pressed deliberately.
        replace_wanted: make a successor of the record first.
        trace_wanted: show what the key of the record did.
    """

    revoke_wanted = Signal()
    replace_wanted = Signal()
    trace_wanted = Signal()

    def __init__(self, record_id: str, clock: Clock) -> None:
        super().__init__()
        self.record_id = record_id
        self._clock = clock
        self._offered_at = clock.seconds()
        self.setObjectName("leak.record")
        self._facts = FactList()
        self._revoke = GuardedButton("", clock, kind="danger", icon=_ICON, name="leak.revoke")
        self._revoke.confirmed.connect(self.revoke_wanted)
        self._revoke.hide()
        self._early = PlainLabel(
            self.tr("This card has just changed. Press {keys} again.").format(keys=control_enter()),
            role="caution",
            wrap=True,
            name="leak.early",
        )
        self._early.hide()
        self._revoke.confirmed.connect(self._early.hide)
        self._full = ""
        self._first = False
        self._solid = False
        replace = self.tr("Replace, then revoke…")
        self._replace = GuardedButton(replace, clock, icon="rotate-cw", name="leak.replace")
        self._replace.confirmed.connect(self.replace_wanted)
        self._replace.hide()
        self._trace = GuardedButton(self.tr("What it did…"), clock, icon="search", name="leak.did")
        self._trace.confirmed.connect(self.trace_wanted)
        self._trace.hide()
        offered = Flow((self._revoke, self._replace, self._trace), ())
        buttons = column(offered, self._early, spacing=EIGHT)
        self._lines = column(self._facts, buttons, spacing=TWELVE)
        self.setLayout(self._lines)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show whose the record is."""
        self._facts.show_facts(facts)

    def offer(self, text: str, keys: str = "") -> None:
        """Offer to revoke the record with a button of that text; "" offers nothing. A button that
        shows its `keys` is solid: with them no question is asked."""
        if not text:
            put_away(self._revoke)
            self._early.hide()
            return
        if self._solid != bool(keys):
            self._solid = bool(keys)
            style_button(self._revoke, "destroy" if keys else "danger", _ICON)
        full = f"{text}   {keys}" if keys else text
        self._full = full.replace("&", "&&")
        self._fit()
        self._revoke.setAccessibleName(text)
        self._revoke.setAccessibleDescription(keys)
        self._revoke.setToolTip(tooltip(text))
        if self._revoke.isHidden():
            self._offered_at = self._clock.seconds()
            self._revoke.show()

    def offer_replacement(self, offered: bool) -> None:
        """Offer to make a successor first, or do not."""
        if offered:
            self._replace.show()
        else:
            put_away(self._replace)

    def offer_trace(self, offered: bool) -> None:
        """Offer to show what the key did, or do not."""
        if offered:
            self._trace.show()
        else:
            put_away(self._trace)

    def put_first(self, first: bool) -> None:
        """Put the button above the facts, where it is in sight in the lowest window as well."""
        if first != self._first:
            self._first = first
            directions = QBoxLayout.Direction
            self._lines.setDirection(directions.BottomToTop if first else directions.TopToBottom)

    def _fit(self) -> None:
        """Break the button's text where it has no room in one line."""
        self._revoke.setText(self._full)
        beyond = self._revoke.sizeHint().width() - self.width()
        if not beyond > 0 < self.width():
            return
        metrics = self._revoke.fontMetrics()
        room = metrics.horizontalAdvance(self._full) - beyond
        lines = [""]
        for word in self._full.split(" "):
            longer = f"{lines[-1]} {word}".lstrip()
            if lines[-1] and metrics.horizontalAdvance(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        self._revoke.setText("\n".join(line.rstrip() for line in lines))

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What takes the focus, in reading order."""
        copies = self._facts.copies
        buttons = (self._revoke, self._replace, self._trace)
        return (*buttons, *copies) if self._first else (*copies, *buttons)

    @property
    def offers(self) -> bool:
        """Whether the record can be revoked."""
        return not self._revoke.isHidden()

    def comes_early(self) -> bool:
        """Whether the offer stands for so short a time that no press of its keys can mean it, which
        is then told."""
        early = self._clock.seconds() - self._offered_at < GUARD_SECONDS
        self._early.setVisible(early)
        if early:
            announce(self, self._early.text(), assertive=True)
        return early

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self._full:
            self._fit()


def put_away(part: QWidget) -> None:
    """Hide `part`. The focus in it goes to the card, not to whatever Qt finds next: that may be the
    button of another key."""
    # The window's own: it may not be active, as after a question.
    focus = part.window().focusWidget()
    if focus is not None and (focus is part or part.isAncestorOf(focus)):
        keeper = part.parentWidget()
        while keeper is not None and not keeper.property("keepsFocus"):
            keeper = keeper.parentWidget()
        if keeper is not None:
            keeper.setFocus(Qt.FocusReason.OtherFocusReason)
    part.hide()


def whose(services: StoreServices | None, actor_id: str) -> str:
    """The name of a creator, as far as it is known."""
    known = services.creators.creator(actor_id) if services is not None else None
    if known is None or known.kind is CreatorKind.NOT_YET:
        kind = CreatorKind.UNKNOWN if actor_id else CreatorKind.MEDUSA
        known = Creator(kind, actor_id)
    return shown(labels.creator(known))


def identity(record: ApiKey, services: StoreServices | None, *, redacted: bool) -> list[Fact]:
    """Which record it is, beside its title; with `redacted`, also its shortened form."""
    facts = []
    if redacted:
        facts.append(Fact(translate("leaks", "Key"), record.redacted, code=True))
    facts.append(Fact(translate("leaks", "ID"), record.id, code=True, copies=True))
    now = services.clock.now() if services is not None else None  # by the store's clock
    made = translate("leaks", "{ago} by {creator}").format(
        ago=labels.ago(record.created_at, now), creator=whose(services, record.created_by)
    )
    facts.append(Fact(translate("leaks", "Created"), made))
    if services is not None:
        facts.append(used_by(services.notes, record.id))
    return facts


def facts_of(
    record: ApiKey, key: FoundKey, services: StoreServices | None, *, alone: bool, untouched: bool
) -> list[Fact]:
    """What is known of `record`, in the order of the questions: whose is it, and what can it do?
    `alone`: it is this key, not one of several. `untouched`: it was not revoked from here."""
    facts = [
        Fact(translate("leaks", "Title"), words.title(record)),
        *identity(record, services, redacted=record.redacted != key.shown),
    ]
    if services is None:
        return facts
    state = services.keys.state(record)
    if state.kind is not StateKind.ACTIVE:
        facts.append(Fact(translate("leaks", "State"), labels.state(state)))
    if untouched and (changed := words.changed(record, services.clock.now())):
        facts.append(Fact(translate("leaks", "Changed"), changed))
    if alone and state.works:
        facts.append(Fact(translate("leaks", "Can do"), words.can(services, key)))
    return facts
