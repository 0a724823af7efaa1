"""The little that is kept of each key of a store, for a look at all of them."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from medusa_console.domain.api_key import LONGEST_ACTOR, ApiKey, KeyType
from medusa_console.domain.bounded import Created, Identifier, Moment, masked

# Each text and each time zone is there once, however many keys have it.
_Actor = Annotated[
    str,
    AfterValidator(lambda actor: sys.intern(masked(actor, LONGEST_ACTOR))),
    BeforeValidator(lambda actor: actor or ""),
]
_IN_UTC = AfterValidator(lambda moment: moment.astimezone(UTC))


def _has_any(channels: Any) -> bool:
    """In place of a channel that is deleted, Medusa answers null."""
    return isinstance(channels, list) and any(channel is not None for channel in channels)


@dataclass(frozen=True, slots=True)
class SurveyedKey:
    """What is kept of each of 20,000 keys, as in ApiKey: a tenth of its memory."""

    id: Identifier
    type: KeyType
    created_at: Annotated[Created, _IN_UTC]
    created_by: _Actor = ""
    revoked_at: Annotated[Moment, _IN_UTC] | None = None
    has_channel: Annotated[
        bool, BeforeValidator(_has_any), Field(validation_alias="sales_channels")
    ] = False

    @classmethod
    def of(cls, key: ApiKey) -> SurveyedKey:
        """What is kept of `key`."""
        return cls(
            key.id, key.type, key.created_at, key.created_by, key.revoked_at, key.has_channel
        )
