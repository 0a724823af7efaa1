"""A key in words: its state, its row and its facts in the drawer."""

from __future__ import annotations

from datetime import datetime, timedelta
from operator import itemgetter

from medusa_console.domain.api_key import ApiKey, KeyState, KeyType, StateKind
from medusa_console.domain.key_health import OLDEST_AGE, KeyMark, is_old
from medusa_console.services.creators import CreatorKind
from medusa_console.services.store_services import StoreServices
from medusa_console.ui.keys.timeline import Event, EventKind
from medusa_console.ui.kit.fact_list import Fact
from medusa_console.ui.kit.status_pill import Pill, PillKind
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.records.column import GOES_LAST, CellStyle, Column
from medusa_console.ui.words import key_marks, labels
from medusa_console.ui.words.counts import counts
from medusa_console.ui.words.key_notes import used_by

_PILLS = {
    StateKind.ACTIVE: PillKind.ACTIVE,
    StateKind.WORKS_UNTIL: PillKind.WORKS_UNTIL,
    StateKind.REVOKED: PillKind.REVOKED,
}
_OLD_SIGN = "▵"
_SAME_MOMENT = timedelta(seconds=2)
_ICONS = {KeyType.SECRET: "key", KeyType.PUBLISHABLE: "globe"}


class KeyFacts:
    """The words for the keys of one store."""

    def __init__(self, services: StoreServices) -> None:
        self._services = services

    def pill(self, key: ApiKey) -> Pill:
        """Whether the key works; a key whose revoke has no proof counts as not confirmed."""
        state = self._services.keys.state(key)
        if self._services.keys.unconfirmed(key.id) and state.works:
            words = translate("KeyFacts", "Revoke not confirmed")
            return Pill(PillKind.NOT_CONFIRMED, words, translate("KeyFacts", "Not confirmed"))
        if state.works and self._is_leaked(key):
            words = translate("KeyFacts", "Leaked and working")
            return Pill(PillKind.LEAKED, words, translate("KeyFacts", "Leaked"))
        return Pill(_PILLS[state.kind], labels.state(state), _short_state(state.kind))

    def _is_leaked(self, key: ApiKey) -> bool:
        rotation = self._services.rotations.of_old(key.id)
        return rotation is not None and rotation.leaked

    def creator(self, key: ApiKey) -> str:
        """The creator's name."""
        return labels.creator(self._services.creators.creator(key.created_by))

    def lacks_channel(self, key: ApiKey) -> bool:
        """Whether `key` works, but storefronts that use it get no answers."""
        unused = key.type is KeyType.PUBLISHABLE and not key.sales_channels
        return unused and self._services.keys.state(key).works

    def columns(self) -> tuple[Column[ApiKey], ...]:
        """The columns of the keys table, which can be sorted by all but the sales channels."""
        return (
            Column(
                "title",
                translate("KeyFacts", "Title"),
                lambda key: key.title or translate("KeyFacts", "(no title)"),
                sort="title",
                style=CellStyle.STRONG,
                icon=lambda key: _ICONS[key.type],
                width=240,
                most=420,
            ),
            Column(
                "type",
                translate("KeyFacts", "Type"),
                lambda key: labels.key_type(key.type),
                sort="type",
                width=96,
                gives_way=2,
                samples=lambda: [labels.key_type(kind) for kind in KeyType],
            ),
            Column(
                "redacted",
                translate("KeyFacts", "Key"),
                lambda key: key.redacted,
                sort="redacted",
                style=CellStyle.CODE,
                width=134,
                gives_way=4,
                samples=lambda: ["sk_000***000"],
            ),
            Column(
                "state",
                translate("KeyFacts", "State"),
                lambda key: self.pill(key).text,
                sort="revoked_at",
                pill=self.pill,
                mark=self._mark,
                tooltip=self._state_tooltip,
                width=190,
                samples=labels.longest_states,
                short_samples=lambda: [_short_state(kind) for kind in StateKind],
            ),
            Column(
                "ends",
                translate("KeyFacts", "Ends in"),
                self._ends,
                sort="ends_in",
                tooltip=self._ends_tooltip,
                width=84,
                gives_way=2,
                samples=labels.longest_waits,
            ),
            Column(
                "created",
                translate("KeyFacts", "Created"),
                self._age,
                sort="created_at",
                tooltip=self._age_tooltip,
                width=112,
                gives_way=GOES_LAST,
                samples=lambda: [*labels.longest_ages(), _old(OLDEST_AGE)],
            ),
            Column(
                "created_by",
                translate("KeyFacts", "Created by"),
                self.creator,
                sort="created_by",
                tooltip=self._creator_tooltip,
                width=120,
                gives_way=3,
            ),
            Column(
                "channels",
                translate("KeyFacts", "Sales channels"),
                lambda key: self._mark(key) or (labels.channels(key) if key.sales_channels else ""),
                style=lambda key: CellStyle.CAUTION if self._mark(key) else CellStyle.QUIET,
                width=140,
                takes_rest=True,
                gives_way=1,
                samples=lambda: [translate("KeyFacts", "No sales channel")],
            ),
        )

    def sentence(self, key: ApiKey) -> str:
        """The row as a screen reader says it."""
        text = (
            translate(
                "KeyFacts",
                "{title}, {type}, {state}, no sales channel, {redacted}, "
                "created {ago} by {creator}",
            )
            if self.lacks_channel(key)
            else translate(
                "KeyFacts", "{title}, {type}, {state}, {redacted}, created {ago} by {creator}"
            )
        )
        return text.format(
            title=shown(key.title),
            type=labels.key_type(key.type).lower(),
            state=labels.inside(self.pill(key).text),
            redacted=key.redacted.replace("_", " ").replace("***", " … "),
            ago=self._age_told(key),
            creator=self.creator(key),
        )

    def facts(self, key: ApiKey) -> list[Fact]:
        """The facts of the key, for the drawer; its times are its `events`."""
        facts = [
            Fact(translate("KeyFacts", "State"), "", pill=self.pill(key)),
            Fact(translate("KeyFacts", "Type"), labels.key_type(key.type)),
            Fact(
                translate("KeyFacts", "Key"),
                key.redacted,
                code=True,
                copies=True,
                copy_text=translate("KeyFacts", "Copy redacted form"),
            ),
        ]
        if key.type is KeyType.PUBLISHABLE:
            none = translate("KeyFacts", "None. Storefront requests will fail.")
            channels = labels.channels(key) if key.sales_channels else none
            facts.append(Fact(translate("KeyFacts", "Sales channels"), channels))
        facts.append(Fact(translate("KeyFacts", "Created by"), self.creator(key)))
        if key.revoked_by is not None:
            by = labels.creator(self._services.creators.creator(key.revoked_by))
            works = self._services.keys.state(key).works
            scheduled = translate("KeyFacts", "Scheduled by")
            facts.append(Fact(scheduled if works else translate("KeyFacts", "Revoked by"), by))
        facts.append(used_by(self._services.notes, key.id))
        facts.append(
            Fact(
                translate("KeyFacts", "Last used"), translate("KeyFacts", "Not recorded by Medusa")
            )
        )
        if self._services.keys.not_saved(key.id):
            facts.append(
                Fact(
                    translate("KeyFacts", "Saved?"),
                    translate("KeyFacts", "Copied, not confirmed as saved"),
                )
            )
        if key.token is not None:
            facts.append(
                Fact(
                    translate("KeyFacts", "Full key"),
                    key.token.get_secret_value(),
                    code=True,
                    copies=True,
                    copy_text=translate("KeyFacts", "Copy full key"),
                    beneath=True,
                )
            )
        facts.append(
            Fact(
                translate("KeyFacts", "ID"),
                key.id,
                code=True,
                copies=True,
                copy_text=translate("KeyFacts", "Copy ID"),
                beneath=True,
            )
        )
        return facts

    def events(self, key: ApiKey) -> list[Event]:
        """What is known of the key's life, in the order of time."""
        state, changed = self._services.keys.state(key), key.updated_at
        events = [
            (
                key.created_at,
                Event(
                    EventKind.PAST,
                    translate("KeyFacts", "Created"),
                    labels.to_the_second(key.created_at),
                    labels.ago(key.created_at),
                ),
            )
        ]
        # Creating and revoking change the record, too; neither is told twice.
        known = filter(None, (key.created_at, key.revoked_at))
        if changed is not None and all(abs(changed - one) > _SAME_MOMENT for one in known):
            events.append(
                (
                    changed,
                    Event(
                        EventKind.PAST,
                        translate("KeyFacts", "Last changed"),
                        labels.to_the_second(changed),
                        labels.ago(changed),
                        translate("KeyFacts", "Medusa does not say what"),
                    ),
                )
            )
        if state.at is not None:
            events.append((state.at, _end(state, state.at)))
        return [event for _, event in sorted(events, key=itemgetter(0))]

    def _ends(self, key: ApiKey) -> str:
        state = self._services.keys.state(key)
        if state.at is None or not state.works:
            return ""
        return labels.ends_in(state.at, self._services.clock.now())

    def _ends_tooltip(self, key: ApiKey) -> str:
        at = self._services.keys.state(key).at
        return labels.with_weekday(at) if at is not None and self._ends(key) else ""

    def _state_tooltip(self, key: ApiKey) -> str:
        state = self._services.keys.state(key)
        if state.at is not None:
            return labels.to_the_second(state.at)
        if self.lacks_channel(key):
            return translate("KeyFacts", "No sales channel. Storefront requests will fail.")
        return ""

    def _old_for(self, key: ApiKey) -> int:
        """How many days old `key` is, if it is older than the store's policy allows; else 0."""
        now = self._services.clock.latest()
        old = is_old(key, now, self._services.store.key_age_days)
        return (now - key.created_at).days if old else 0

    def _policy(self) -> str:
        return key_marks.mark(KeyMark.OLD, self._services.store.key_age_days)

    def _age(self, key: ApiKey) -> str:
        days = self._old_for(key)
        return _old(days) if days else labels.ago(key.created_at)

    def _age_told(self, key: ApiKey) -> str:
        days = self._old_for(key)
        if not days:
            return labels.ago(key.created_at)
        return counts.old_for(days, labels.inside(self._policy()))

    def _age_tooltip(self, key: ApiKey) -> str:
        created = labels.to_the_second(key.created_at)
        return f"{created} · {self._policy()}" if self._old_for(key) else created

    def _creator_tooltip(self, key: ApiKey) -> str:
        unnamed = self._services.creators.creator(key.created_by).kind is CreatorKind.UNKNOWN
        return key.created_by if unnamed else self.creator(key)

    def _mark(self, key: ApiKey) -> str:
        return translate("KeyFacts", "No sales channel") if self.lacks_channel(key) else ""


def _old(days: int) -> str:
    return f"{counts.days_old(days)} {_OLD_SIGN}"


def _short_state(kind: StateKind) -> str:
    match kind:
        case StateKind.ACTIVE:
            return translate("KeyFacts", "Active")
        case StateKind.WORKS_UNTIL:
            return translate("KeyFacts", "Works until…")
        case StateKind.REVOKED:
            return translate("KeyFacts", "Revoked")


def _end(state: KeyState, at: datetime) -> Event:
    when = labels.to_the_second(at)
    if state.works:
        what, ago = translate("KeyFacts", "Works until"), labels.ahead(at)
        return Event(EventKind.FUTURE, what, when, ago)
    return Event(EventKind.END, translate("KeyFacts", "Revoked"), when, labels.ago(at))
