"""What one store says of a found key, under that store's own bar."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from medusa_console.clock import Clock
from medusa_console.domain import policy
from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.errors import Forbidden, ReadOnly, SignInNeeded
from medusa_console.domain.leak_answers import REVOCABLE, Case, Finding, ProofState, StoreAnswer
from medusa_console.domain.leaks import FoundKey
from medusa_console.domain.policy import Action, Denial
from medusa_console.domain.store import Store
from medusa_console.services.desk_stores import DeskStore
from medusa_console.services.store_services import StoreServices
from medusa_console.ui.kit.button import GuardedButton, Kind
from medusa_console.ui.kit.enter import control_enter
from medusa_console.ui.kit.environment_bar import EnvironmentBar
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, read_in_order, row
from medusa_console.ui.kit.sign import Sign
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, TWELVE, TWENTY_FOUR
from medusa_console.ui.leaks.card_after import AfterPart
from medusa_console.ui.leaks.card_proof import ProofPanel
from medusa_console.ui.leaks.card_record import RecordPart, facts_of, put_away, whose
from medusa_console.ui.words import leaks as words
from medusa_console.ui.words.counts import counts
from medusa_console.ui.words.permissions import why_not

MOST_RECORDS = 20
_SIGN = 20
_WORKS = ("triangle-alert", attrgetter("danger"))
_REFUSES = ("info", attrgetter("muted"))
_UNKNOWN = ("triangle-alert", attrgetter("caution"))
_WAITS = ("clock", attrgetter("muted"))
_SIGNS = {
    Finding.THIS_KEY: _WORKS,
    Finding.ACCEPTED: _WORKS,
    Finding.ANOTHER_KEY: _REFUSES,
    Finding.REVOKED_ALIKE: _REFUSES,
    Finding.REFUSED: _REFUSES,
    Finding.PUBLISHABLE: ("globe", attrgetter("muted")),
    Finding.LISTING: _WAITS,
    Finding.ASKING: _WAITS,
}
_WORKING = {Finding.THIS_KEY, Finding.ACCEPTED}
_FAILS = {
    *(Finding.CANDIDATES, Finding.ANOTHER_KEY, Finding.REVOKED_ALIKE, Finding.REFUSED),
    *(Finding.PUBLISHABLE, Finding.CANNOT_LIST, Finding.NOT_READ_TO_THE_END),
    *(Finding.UNREACHABLE, Finding.IN_TROUBLE),
}
"""With these somebody may wonder why it fails. A key that leaked and works is to be revoked."""
_SEVERAL = {Finding.ACCEPTED, Finding.CANDIDATES}
_LIST_IT = {Finding.LISTED, Finding.ASKING, Finding.THIS_KEY, Finding.ACCEPTED}


class StoreSection(QWidget):
    """One store's bar, its answer, its records, the proof of a revoke, and what can be done.

    Signals:
        revoke_wanted(str): revoke the record of that id.
        again_wanted(str): the same once more, after a revoke that did not end the key.
        ask_wanted: present the key to this store, which lists it.
        check_wanted: present the key to this store, which may not be listed.
        sign_in_wanted, read_on_wanted, try_wanted: sign in; list the rest; list again.
        copy_wanted(str): copy a request about the record of that id.
        replace_wanted(str): make a successor of that record first.
        trace_wanted(str): show what the key of that record did.
        why_wanted: say why the key fails in this store.
    """

    revoke_wanted = Signal(str)
    again_wanted = Signal(str)
    ask_wanted = Signal()
    check_wanted = Signal()
    sign_in_wanted = Signal()
    read_on_wanted = Signal()
    try_wanted = Signal()
    copy_wanted = Signal(str)
    replace_wanted = Signal(str)
    trace_wanted = Signal(str)
    why_wanted = Signal()

    def __init__(self, origin: str, clock: Clock, *, replaces: bool) -> None:
        """`replaces`: a key that works may be replaced by a successor first."""
        super().__init__()
        self._replaces = replaces
        self.origin = origin
        self._clock = clock
        self._parts: dict[str, RecordPart] = {}
        self._order: tuple[str, ...] = ()
        self._ended: dict[str, ApiKey] = {}  # the records whose revoke is settled
        self._record_id = ""
        self._why_denied = ""
        self._request_copied = False
        self.setObjectName("leak.store")
        self._bar = EnvironmentBar()
        self._sign = Sign(scaled(_SIGN))
        self._headline = PlainLabel(role="title", wrap=True, name="leak.headline")
        self._text = PlainLabel(wrap=True, name="leak.finding")
        self._proof = ProofPanel()
        self.after = AfterPart()
        self._more = PlainLabel(role="muted", wrap=True, name="leak.more")
        self._denied = PlainLabel(role="muted", wrap=True, name="leak.denied")
        self._records = column(spacing=TWENTY_FOUR)
        top = row(self._sign, self._headline, spacing=EIGHT)
        top.setStretch(1, 1)
        top.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        self._said = QWidget()
        self._said.setLayout(column(top, self._text, spacing=FOUR))
        self._buttons = self._build_buttons()
        body = column(
            self._said,
            self._proof,
            self._denied,
            # What the key did comes before the report, which tells of it.
            Flow(tuple(self._buttons.values()), ()),
            self.after,
            self._records,
            self._more,
            spacing=EIGHT,
        )
        body.setContentsMargins(0, TWELVE, 0, TWELVE)
        self.setLayout(column(self._bar, body, spacing=0))

    def _build_buttons(self) -> dict[str, GuardedButton]:
        def build(
            name: str, text: str, run: Callable[[], object], icon: str = "", kind: Kind = "plain"
        ) -> GuardedButton:
            button = GuardedButton(text, self._clock, kind=kind, icon=icon, name=f"leak.{name}")
            button.confirmed.connect(run)
            button.hide()
            return button

        return {
            "again": build(
                "again",
                self.tr("Revoke again"),
                lambda: self.again_wanted.emit(self._record_id),
                kind="destroy",
            ),
            "prove": build(
                "prove",
                self.tr("Check again"),
                lambda: self.again_wanted.emit(self._record_id),
                "refresh-cw",
            ),
            "ask": build("ask", self.tr("Ask this store"), self.ask_wanted.emit),
            "check": build("check", self.tr("Check here"), self.check_wanted.emit),
            "signIn": build("signIn", self.tr("Sign in here"), self.sign_in_wanted.emit, "log-in"),
            "readOn": build("readOn", self.tr("Read the rest"), self.read_on_wanted.emit),
            "try": build("try", self.tr("Try again"), self.try_wanted.emit, "refresh-cw"),
            "copy": build(
                "copy",
                self.tr("Copy request"),
                self._on_copy,
                "copy",
            ),
            "why": build("why", self.tr("Why does this key fail?"), self.why_wanted.emit, "info"),
        }

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What takes the focus, in reading order."""
        parts = (self._parts[key_id] for key_id in self._order if key_id in self._parts)
        of_records = (control for part in parts for control in part.controls)
        return (*self._buttons.values(), *self.after.controls, *of_records)

    @property
    def offers(self) -> tuple[RecordPart, ...]:
        """The records that can be revoked."""
        return tuple(part for part in self._parts.values() if part.offers)

    def show_answer(
        self, case: Case, answer: StoreAnswer, entry: DeskStore | None, seconds: int
    ) -> None:
        """Show what the store says now. `entry` is the store as it is open, `seconds` have passed
        since the paste."""
        store = entry.store if entry is not None else answer.store
        services = entry.signed_in if entry is not None else None
        self._bar.show_store(store)
        self._show_finding(case, answer, services)
        self._proof.show_proof(store, case, answer, seconds)
        self.after.show_answer(answer)
        denial = _denial(answer, services)
        self._show_records(case, answer, store, services, may=denial is None)
        self._show_buttons(case.key, answer, services, denial)

    def _show_finding(
        self, case: Case, answer: StoreAnswer, services: StoreServices | None
    ) -> None:
        proven = answer.proof is not None
        works, revoked_by = True, ""
        if answer.records:
            first = answer.records[0]
            if services is not None:
                works = services.keys.state(first).works
            revoked_by = whose(services, first.revoked_by) if first.revoked_by else ""
        listing = sum(one.finding in _LIST_IT for one in case.answers)
        self._sign.show_icon(_SIGNS.get(answer.finding, _UNKNOWN))
        self._headline.setText(words.headline(answer, works=works))
        text = words.finding(answer, case.key, listing=listing, revoked_by=revoked_by)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        # A key that works stands on the ground, and in the place, of the proof that follows.
        works_now = answer.finding in _WORKING
        set_style(self._said, ground="danger" if works_now else "")
        side = scaled(TWELVE) if works_now else 0
        self._said.setContentsMargins(side, side, side, side)
        # Once a revoke has begun, its proof answers whether the key works.
        self._said.setVisible(not proven)

    def _show_records(
        self,
        case: Case,
        answer: StoreAnswer,
        store: Store,
        services: StoreServices | None,
        *,
        may: bool,
    ) -> None:
        records = answer.records[:MOST_RECORDS]
        alone = answer.finding in (Finding.THIS_KEY, Finding.PUBLISHABLE)
        once = answer.proof is None or (answer.finding in _SEVERAL and not answer.proof.running)
        revocable = answer.revocable if services is not None and once else ()
        for record_id in tuple(self._parts):
            if all(record.id != record_id for record in records):
                part = self._parts.pop(record_id)
                put_away(part)
                self._records.removeWidget(part)
                part.deleteLater()
        self._order = tuple(record.id for record in records)
        proof = answer.proof
        if proof is not None and proof.settled:
            self._ended[proof.record.id] = proof.record
        for number, listed in enumerate(records):
            part = self._parts.get(listed.id) or self._add_part(listed.id, number)
            record = self._ended.get(listed.id, listed)
            of_proof = proof is not None and proof.record.id == listed.id
            if proof is not None and of_proof:
                record = proof.record
            part.show_facts(
                facts_of(record, case.key, services, alone=alone, untouched=not of_proof)
            )
            of_proof = of_proof or listed.id in self._ended
            offered = may and not of_proof and listed in revocable
            part.offer(*self._offer(case, answer, listed, store) if offered else ("",))
            part.put_first(answer.finding is Finding.THIS_KEY)
            part.offer_replacement(self._may_replace(case, answer, listed, services))
            # Of another key that only looks the same, nothing leaked.
            leaked = answer.finding is not Finding.ANOTHER_KEY and listed.type is KeyType.SECRET
            part.offer_trace(leaked and services is not None)
            part.show()
        rest = len(answer.records) - len(records)
        self._more.setText(counts.more_keys_alike(rest) if rest else "")
        self._more.setVisible(rest > 0)

    def _may_replace(
        self, case: Case, answer: StoreAnswer, record: ApiKey, services: StoreServices | None
    ) -> bool:
        """Whether `record` is the key itself and works, and the account may make its successor."""
        works = answer.finding is Finding.THIS_KEY and answer.proof is None
        if not (self._replaces and works and services is not None):
            return False
        denial = policy.denial(
            Action.ROTATE_KEY, services.permissions.value, read_only=services.store.read_only
        )
        return case.key.secret is not None and record.type is KeyType.SECRET and denial is None

    def _add_part(self, record_id: str, number: int) -> RecordPart:
        part = self._parts[record_id] = RecordPart(record_id, self._clock)
        part.revoke_wanted.connect(lambda: self.revoke_wanted.emit(record_id))
        part.replace_wanted.connect(lambda: self.replace_wanted.emit(record_id))
        part.trace_wanted.connect(lambda: self.trace_wanted.emit(record_id))
        self._records.insertWidget(number, part)
        read_in_order(self._records)
        for below in (self._more, self._denied, *self._buttons.values()):
            below.raise_()
        return part

    def _offer(
        self, case: Case, answer: StoreAnswer, record: ApiKey, store: Store
    ) -> tuple[str, str]:
        if record.type is KeyType.PUBLISHABLE:
            return self.tr("Revoke…"), ""
        sure = case.certain
        keys = (
            control_enter() if sure is not None and sure.store.origin == answer.store.origin else ""
        )
        return words.revoke(record, store), keys

    def _show_buttons(
        self,
        key: FoundKey,
        answer: StoreAnswer,
        services: StoreServices | None,
        denial: Denial | None,
    ) -> None:
        proof = answer.proof
        finding = answer.finding
        self._record_id = proof.record.id if proof is not None else ""
        if not self._record_id and answer.records:
            self._record_id = answer.records[0].id
        secret = key.type is KeyType.SECRET and key.secret is not None
        known = answer.records and finding in REVOCABLE
        state = proof.state if proof is not None and denial is None and services else None
        ended = proof is not None and not proof.running
        signed_out = services is None and bool(known or finding in (Finding.LISTED, Finding.ASKING))
        over = isinstance(answer.error, SignInNeeded) or (
            proof is not None and isinstance(proof.error, SignInNeeded)
        )
        wanted = {
            "again": state in (ProofState.STILL_WORKS, ProofState.NOT_REVOKED),
            "prove": state is ProofState.NOT_PROVEN and ended and key.secret is not None,
            "ask": finding is Finding.LISTED
            and (answer.why_not is not None or answer.presented)
            and secret
            and services is not None,
            "check": finding is Finding.CANNOT_LIST and secret and services is not None,
            "signIn": finding is Finding.NOT_SIGNED_IN or signed_out or over,
            "readOn": finding is Finding.NOT_READ_TO_THE_END,
            "try": finding in (Finding.UNREACHABLE, Finding.IN_TROUBLE),
            "copy": bool(known) and denial is not None,
            "why": finding in _FAILS and proof is None,
        }
        for name, button in self._buttons.items():
            if wanted[name]:
                button.show()
                # Several cards may stand on the page, each with buttons of this name.
                name = self.tr("{action}: {store}").format(
                    action=button.text(), store=answer.store.name
                )
                button.setAccessibleDescription(shown(name))
            else:
                put_away(button)
        told = proof is not None and isinstance(proof.error, Forbidden | ReadOnly)
        self._why_denied = why_not((denial,)) if denial is not None and known and not told else ""
        self._show_denied(may_ask=wanted["copy"])

    def _show_denied(self, *, may_ask: bool) -> None:
        parts = [self._why_denied]
        if may_ask and self._request_copied:
            parts.append(self.tr("Request copied. Paste it into a chat or an email."))
        elif may_ask:
            parts.append(self.tr("Copy a request for somebody who may revoke this key."))
        text = " ".join(part for part in parts if part)
        self._denied.setText(text)
        self._denied.setVisible(bool(text))

    def _on_copy(self) -> None:
        self.copy_wanted.emit(self._record_id)
        self._request_copied = True
        self._show_denied(may_ask=True)


def _denial(answer: StoreAnswer, services: StoreServices | None) -> Denial | None:
    """Why the account may not revoke here; None if it may as far as is known."""
    if answer.proof is not None:
        match answer.proof.error:
            case Forbidden(required=required):
                return Denial(missing=required)
            case ReadOnly():
                return Denial(read_only=True)
    if services is None:
        return None
    return policy.denial(
        Action.REVOKE_KEY, services.permissions.value, read_only=services.store.read_only
    )


def has_something_to_say(answer: StoreAnswer) -> bool:
    """Whether a store has a section of its own, and not a word in a line about several stores."""
    return answer.finding not in (Finding.NOT_LISTED, Finding.LISTING)
