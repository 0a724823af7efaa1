"""Who is newer than a leaked key: people, who can be removed, and invites, which can be deleted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from medusa_console.clock import Clock
from medusa_console.domain.colleague import JoinedPerson, OpenInvite
from medusa_console.domain.key_trace import Trace, TraceKind, after_leak
from medusa_console.services.trace_looks import TraceLook
from medusa_console.ui.kit.button import GuardedButton, push_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row, take_out_all
from medusa_console.ui.kit.sign import Sign
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, SIXTEEN, TWELVE
from medusa_console.ui.words import what_it_did as words
from medusa_console.ui.words.trace_counts import trace_counts

_AT_A_TIME = 20
_NEWER = ("triangle-alert", attrgetter("danger"))
_OLDER = ("user", attrgetter("muted"))


@dataclass(frozen=True)
class Allowed:
    """Why people cannot be removed and invites cannot be deleted here; "" where they can."""

    no_removal: str = ""
    no_deletion: str = ""


class JoinedPart(QWidget):
    """The people and open invites of a look. So many rows are built at a time.

    Signals:
        remove_wanted(JoinedPerson): ask whether to remove somebody.
        delete_wanted(OpenInvite): delete an invite.
    """

    remove_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.setObjectName("did.joined")
        self._clock = clock
        self._waiting: list[JoinedPerson | OpenInvite] = []
        self._built: dict[str, _Row] = {}
        self._look: TraceLook | None = None
        self._allowed = Allowed()
        self._title = PlainLabel(self.tr("Joined since"), role="card", name="did.joined.title")
        self._title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._count = PlainLabel(wrap=True, name="did.joined.count")
        self._why = PlainLabel(
            self.tr(
                "People and invites newer than the key. Medusa does not record who let them in."
            ),
            role="muted",
            wrap=True,
            name="did.joined.why",
        )
        self._rows = column(spacing=EIGHT)
        self._more = push_button("", self._build_some, kind="link", name="did.joined.more")
        self._done = PlainLabel(role="strong", wrap=True, name="did.joined.done")
        # Above the rows, of which there may be many: what was done shows without scrolling.
        lines = column(self._title, self._count, self._why, self._done, self._rows, self._more)
        lines.setSpacing(EIGHT)
        lines.setAlignment(self._more, Qt.AlignmentFlag.AlignLeading)
        self.setLayout(lines)

    def show_look(self, look: TraceLook, allowed: Allowed) -> None:
        """Show who joined as another look found it."""
        self._look, self._allowed = look, allowed
        take_out_all(self._rows)
        self._built = {}
        trace = look.trace
        self._waiting = [*trace.people, *trace.invites]
        self._build_some()
        self.show_changed(look)

    def show_changed(self, look: TraceLook) -> None:
        """Show what the user has done or said since about the same people."""
        self._look = look
        gone = {one.person.id for one in look.removals} | {one.id for one in look.deleted}
        left = _without(look.trace, gone)
        dates = [one.created_at for one in left.people]
        dates += [one.created_at for one in left.invites]
        newer = sum(bool(after_leak(date, look.leaked_at)) for date in dates)
        self._count.setText(_counted(left, newer))
        set_style(self._count, role="danger-strong" if newer else "strong")
        for built in self._built.values():
            built.show_date(look)
        self._leave([built for one, built in self._built.items() if one in gone])
        done = words.done(look)
        self._done.setText(done)
        self._done.setVisible(bool(done))

    def tell(self, record_id: str, text: str) -> None:
        """Say beside a person or an invite what became of an attempt; "" says nothing."""
        if (built := self._built.get(record_id)) is not None:
            built.tell(text)

    def set_busy(self, record_id: str, busy: bool) -> None:
        """Let nothing more be asked of a record while an answer is awaited."""
        if (built := self._built.get(record_id)) is not None:
            built.set_busy(busy)

    def _leave(self, gone: Sequence[_Row]) -> None:
        leaving = [built for built in gone if not built.isHidden()]
        focus = self.window().focusWidget()
        for built in leaving:
            if focus is not None and built.isAncestorOf(focus):
                # Not the next row's button, which a second press would press.
                self._title.setFocus(Qt.FocusReason.OtherFocusReason)
            built.hide()
        if leaving:
            for other in self._built.values():
                other.guard()

    def _build_some(self) -> None:
        look = self._look
        if look is None:
            return
        now, self._waiting = self._waiting[:_AT_A_TIME], self._waiting[_AT_A_TIME:]
        for one in now:
            built = self._built[one.id] = self._build(one, look)
            self._rows.addWidget(built)
            built.show()
        self._more.setText(trace_counts.more(len(self._waiting)))
        self._more.setVisible(bool(self._waiting))

    def _build(self, one: JoinedPerson | OpenInvite, look: TraceLook) -> _Row:
        if isinstance(one, JoinedPerson):
            mine = one.id == look.trace.user_id
            why = self._allowed.no_removal
            if mine:
                why = self.tr("This is you. Let another admin look at your account.")
            name = self.tr("Remove person…")
            built = _Row(one, self._clock, name, why)
            built.wanted.connect(lambda: self.remove_wanted.emit(one))
        else:
            name = self.tr("Delete invite")
            built = _Row(one, self._clock, name, self._allowed.no_deletion)
            built.wanted.connect(lambda: self.delete_wanted.emit(one))
        built.show_date(look)
        return built


class _Row(QWidget):
    """One person or invite.

    Signals:
        wanted: the button was pressed deliberately.
    """

    wanted = Signal()

    def __init__(
        self, record: JoinedPerson | OpenInvite, clock: Clock, action: str, why_not: str
    ) -> None:
        super().__init__()
        self.setObjectName("did.joined.row")
        self._record = record
        self._busy = False
        self._sign = Sign(scaled(SIXTEEN))
        self._when = PlainLabel(wrap=True, name="did.joined.when")
        self._told = PlainLabel(role="caution", wrap=True, name="did.joined.told")
        self._told.hide()
        named = words.person(record) if isinstance(record, JoinedPerson) else words.invite(record)
        name = PlainLabel(named, role="strong", wrap=True, name="did.joined.name")
        texts = column(name, self._when, self._told, spacing=FOUR)
        line = row(self._sign, texts, spacing=TWELVE)
        line.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        self._button: GuardedButton | None = None
        if why_not:
            texts.addWidget(PlainLabel(why_not, role="muted", wrap=True, name="did.joined.whyNot"))
        else:
            person = isinstance(record, JoinedPerson)
            self._button = GuardedButton(
                action, clock, kind="danger", name="did.remove" if person else "did.deleteInvite"
            )
            # Otherwise Enter would press the dialog's own button, and close it.
            self._button.setAutoDefault(True)
            self._button.setAccessibleDescription(named)
            set_style(self._button, size="small")
            self._button.confirmed.connect(self._on_pressed)
            line.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    def show_date(self, look: TraceLook) -> None:
        """Show when it came, and what that means for a leak of that date."""
        record, leaked_at = self._record, look.leaked_at
        newer = bool(after_leak(record.created_at, leaked_at))
        self._sign.show_icon(_NEWER if newer else _OLDER)
        if isinstance(record, JoinedPerson):
            self._when.setText(words.joined(record, leaked_at))
        else:
            self._when.setText(words.invited(record, leaked_at, look.trace.as_of))
        set_style(self._when, role="danger" if newer else "muted")

    def tell(self, text: str) -> None:
        """Say what became of an attempt; "" says nothing."""
        self._told.setText(text)
        self._told.setVisible(bool(text))

    def guard(self) -> None:
        """Take no press for a moment, in which the row may come under a pointer that clicks."""
        if self._button is not None:
            self._button.guard()

    def set_busy(self, busy: bool) -> None:
        """Take no press while `busy`. The button stays enabled: the focus would go on to the next
        row's, which a second press would press."""
        self._busy = busy
        self.tell(self.tr("Asking the store…") if busy else "")

    def _on_pressed(self) -> None:
        if not self._busy:
            self.wanted.emit()


def _without(trace: Trace, gone: Collection[str]) -> Trace:
    """`trace` without the people and invites of the ids `gone`."""
    people = tuple(one for one in trace.people if one.id not in gone)
    invites = tuple(one for one in trace.invites if one.id not in gone)
    return replace(trace, people=people, invites=invites)


def _counted(trace: Trace, newer: int) -> str:
    missing = {one.kind for one in trace.failed}
    if not (trace.people or trace.invites or missing & {TraceKind.USERS, TraceKind.INVITES}):
        return words.nobody_joined()
    parts = []
    if trace.people or TraceKind.USERS not in missing:
        parts.append(trace_counts.people(len(trace.people)))
    if trace.invites or TraceKind.INVITES not in missing:
        parts.append(trace_counts.invites(len(trace.invites)))
    if newer:
        parts.append(trace_counts.newer_than_leak(newer))
    if not parts:
        return words.not_known()
    return " · ".join(parts)
