"""API keys. Their states are in key_state. Source: contract, section 3.1."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any, Final, NoReturn

from pydantic import BaseModel, ConfigDict, Field, SecretStr, model_validator

from medusa_console.domain import tokens
from medusa_console.domain.bounded import LONGEST, Created, Identifier, Linked, Moment, Name, masked
from medusa_console.domain.key_state import KeyState, KeyType, StateKind
from medusa_console.domain.tokens import TokenKind

__all__ = [
    "ApiKey",
    "CreatedKey",
    "KeyState",
    "KeyType",
    "PendingKey",
    "SalesChannel",
    "StateKind",
]

log = logging.getLogger(__name__)

LONGEST_ACTOR: Final = 100
_LONGEST_END = 1_000_000_000

# Medusa's own values are far shorter, except for titles. An id is refused rather than cut.
_LONGEST = {
    "id": 1_000,
    "title": LONGEST,
    "redacted": 40,
    "created_by": LONGEST_ACTOR,
    "revoked_by": LONGEST_ACTOR,
}


class SalesChannel(BaseModel):
    """A sales channel, to which publishable keys give access. Keys do not tell whether their
    channels are disabled."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    id: Identifier
    name: Name = ""
    is_disabled: bool = False


class ApiKey(BaseModel):
    """One record of `/admin/api-keys`.

    `token` is the whole publishable key (public by design), and None for secret keys. `created_by`
    is a user's id, another key's id, or "" for a key created by Medusa itself. `updated_at` is when
    the record was last changed, in whatever way; None if the store does not tell.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    id: str = Field(max_length=200)
    title: str
    type: KeyType
    redacted: str
    created_at: Created
    created_by: str = ""
    updated_at: Moment | None = None
    revoked_at: Moment | None = None
    revoked_by: str | None = None
    sales_channels: Linked[SalesChannel] = ()
    token: SecretStr | None = Field(default=None, repr=False, max_length=200)

    @model_validator(mode="before")
    @classmethod
    def _keep_no_secret(cls, data: Any) -> Any:
        """Keep no token but a whole publishable key (S13); mask keys in other fields, and cut
        those."""
        if not isinstance(data, dict):
            return data
        kept = dict(data)
        kind = tokens.kind_of(str(kept.get("token") or ""))
        if kept.get("type") != KeyType.PUBLISHABLE or kind is not TokenKind.PUBLISHABLE:
            if kind is not None:
                log.warning("the server sent a whole key in a listing; it was dropped")
            kept["token"] = None
        for name, most in _LONGEST.items():
            value = kept.get(name)
            if isinstance(value, str):
                kept[name] = new = masked(value, most)
                if new is not value and new != value[:most]:
                    log.warning("the server sent a whole key in the field %s; it was masked", name)
        for name in ("token", "created_by", "sales_channels"):
            if not kept.get(name):
                kept.pop(name, None)
        return kept

    @property
    def has_channel(self) -> bool:
        """Whether the key gives access to a sales channel."""
        return bool(self.sales_channels)

    def state(self, now: datetime) -> KeyState:
        """The state at `now`; pass the end of the interval in which the server's now lies."""
        if self.revoked_at is None:
            return KeyState(StateKind.ACTIVE)
        kind = StateKind.REVOKED if self.revoked_at < now else StateKind.WORKS_UNTIL
        return KeyState(kind, self.revoked_at)


class CreatedKey:
    """A key just created: the only value that holds a whole secret key.

    Can be neither printed nor pickled.
    """

    __slots__ = ("key", "secret")

    def __init__(self, key: ApiKey, secret: SecretStr) -> None:
        self.key = key
        self.secret = secret

    def __repr__(self) -> str:
        return f"CreatedKey({self.key.id})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a created key cannot be pickled")


@dataclass(frozen=True)
class PendingKey:
    """A creation that is not settled: requested, but not confirmed as stored.

    Written to the journal before the request, and removed when the user has stored the key or the
    key is revoked. Holds no secret. `newest_before` is the `created_at` of the newest key before
    the request, by the server's clock: no earlier key can be the created one. `key_id` and
    `redacted` are known once the server has answered. `copied`: the secret was on the clipboard.
    `shown`: the secret was on the screen. `ends_in`: the key was to end so many seconds after its
    creation; None for no end.
    """

    id: str
    origin: str
    user_id: str
    title: str
    type: KeyType
    started_at: datetime
    newest_before: datetime | None = None
    key_id: str | None = None
    redacted: str | None = None
    copied: bool = False
    shown: bool = False
    ends_in: Annotated[int, Field(gt=0, le=_LONGEST_END)] | None = None

    @property
    def end(self) -> datetime | None:
        """When the key was to end, by the server's clock; None for no end."""
        return None if self.ends_in is None else self.started_at + timedelta(seconds=self.ends_in)

    @property
    def about(self) -> str:
        """What a message about this creation is about: the key, once its id is known."""
        return self.key_id or self.id

    def key(self) -> ApiKey:
        """The created key as far as the line knows it; `key_id` must be known."""
        return ApiKey(
            id=self.about,
            title=self.title,
            type=self.type,
            redacted=self.redacted or "",
            created_at=self.started_at,
            created_by=self.user_id,
        )

    def may_be(self, key: ApiKey) -> bool:
        """Whether the lost request may have created `key`."""
        return (
            key.title == self.title
            and key.type is self.type
            and key.created_by == self.user_id
            and (self.newest_before is None or key.created_at > self.newest_before)
            and timedelta(minutes=-1) < key.created_at - self.started_at < timedelta(minutes=10)
        )
