"""A key in words: its state, its row and its facts in the drawer."""

from __future__ import annotations

from medusa_console.domain.api_key import ApiKey, KeyType, StateKind
from medusa_console.services.store_services import StoreServices
from medusa_console.ui.kit.fact_list import Fact
from medusa_console.ui.kit.status_pill import Pill, PillKind
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import NARROW, NARROWEST
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.records.column import CellStyle, Column
from medusa_console.ui.words import labels

_PILLS = {
    StateKind.ACTIVE: PillKind.ACTIVE,
    StateKind.WORKS_UNTIL: PillKind.WORKS_UNTIL,
    StateKind.REVOKED: PillKind.REVOKED,
}
_ICONS = {KeyType.SECRET: "key", KeyType.PUBLISHABLE: "globe"}


class KeyFacts:
    """The words for the keys of one store."""

    def __init__(self, services: StoreServices) -> None:
        self._services = services

    def pill(self, key: ApiKey) -> Pill:
        """Whether the key works; a key whose revoke has no proof counts as not confirmed."""
        state = self._services.keys.state(key)
        if self._services.keys.unconfirmed(key.id) and state.works:
            return Pill(PillKind.NOT_CONFIRMED, translate("KeyFacts", "Not confirmed"))
        return Pill(_PILLS[state.kind], labels.state(state))

    def creator(self, key: ApiKey) -> str:
        """The creator's name."""
        return labels.creator(self._services.creators.creator(key.created_by))

    def columns(self) -> tuple[Column[ApiKey], ...]:
        """The columns of the keys table; the server sorts by all but the sales channels."""
        return (
            Column(
                "title",
                translate("KeyFacts", "Title"),
                lambda key: key.title or translate("KeyFacts", "(no title)"),
                sort="title",
                style=CellStyle.STRONG,
                icon=lambda key: _ICONS[key.type],
                tooltip=lambda key: key.title,
                characters=26,
                stretch=True,
            ),
            Column(
                "type",
                translate("KeyFacts", "Type"),
                lambda key: labels.key_type(key.type),
                sort="type",
                characters=12,
                from_width=NARROW,
                beside_drawer=False,
            ),
            Column(
                "redacted",
                translate("KeyFacts", "Key"),
                lambda key: key.redacted,
                sort="redacted",
                style=CellStyle.CODE,
                characters=13,
                from_width=NARROWEST,
            ),
            Column(
                "state",
                translate("KeyFacts", "State"),
                lambda key: self.pill(key).text,
                sort="revoked_at",
                pill=self.pill,
                tooltip=self._state_tooltip,
                characters=21,
            ),
            Column(
                "created",
                translate("KeyFacts", "Created"),
                lambda key: labels.ago(key.created_at),
                sort="created_at",
                tooltip=lambda key: labels.to_the_second(key.created_at),
                characters=12,
                from_width=NARROWEST,
            ),
            Column(
                "created_by",
                translate("KeyFacts", "Created by"),
                self.creator,
                sort="created_by",
                characters=16,
                from_width=NARROW,
            ),
            Column(
                "channels",
                translate("KeyFacts", "Sales channels"),
                labels.channels,
                tooltip=labels.channels,
                characters=16,
                from_width=NARROW,
                beside_drawer=False,
            ),
        )

    def sentence(self, key: ApiKey) -> str:
        """The row as a screen reader says it."""
        return translate(
            "KeyFacts", "{title}, {type}, {state}, {redacted}, created {ago} by {creator}"
        ).format(
            title=shown(key.title),
            type=labels.key_type(key.type).lower(),
            state=self.pill(key).text.lower(),
            redacted=key.redacted.replace("_", " ").replace("***", " … "),
            ago=labels.ago(key.created_at),
            creator=self.creator(key),
        )

    def facts(self, key: ApiKey) -> list[Fact]:
        """All facts of the key, for the drawer."""
        facts = [
            Fact(translate("KeyFacts", "State"), "", pill=self.pill(key)),
            Fact(translate("KeyFacts", "Type"), labels.key_type(key.type)),
            Fact(translate("KeyFacts", "Key"), key.redacted, code=True, copies=True),
            Fact(translate("KeyFacts", "Id"), key.id, code=True, copies=True),
        ]
        if key.token is not None:
            facts.append(
                Fact(
                    translate("KeyFacts", "Whole key"),
                    key.token.get_secret_value(),
                    code=True,
                    copies=True,
                )
            )
        if key.type is KeyType.PUBLISHABLE:
            facts.append(Fact(translate("KeyFacts", "Sales channels"), labels.channels(key)))
        facts += [
            Fact(translate("KeyFacts", "Created"), labels.exact(key.created_at)),
            Fact(translate("KeyFacts", "Created by"), self.creator(key)),
            Fact(
                translate("KeyFacts", "Last used"), translate("KeyFacts", "Not recorded by Medusa")
            ),
        ]
        state = self._services.keys.state(key)
        if state.at is not None:
            word = (
                translate("KeyFacts", "Works until")
                if state.works
                else translate("KeyFacts", "Revoked")
            )
            facts.append(Fact(word, labels.to_the_second(state.at)))
        if key.revoked_by is not None:
            by = labels.creator(self._services.creators.creator(key.revoked_by))
            facts.append(Fact(translate("KeyFacts", "Revoked by"), by))
        if self._services.keys.not_stored(key.id):
            facts.append(
                Fact(
                    translate("KeyFacts", "Storing"),
                    translate("KeyFacts", "Copied, storing not confirmed"),
                )
            )
        return facts

    def _state_tooltip(self, key: ApiKey) -> str:
        state = self._services.keys.state(key)
        return labels.to_the_second(state.at) if state.at is not None else ""
