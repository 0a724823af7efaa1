"""The little that is kept of each key of a store, for a look at all of them."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from medusa_console.domain.api_key import LONGEST_ACTOR, ApiKey, KeyType
from medusa_console.domain.bounded import Identifier, Moment, masked

# Each text and each time zone is there once, however many keys have it.
_Actor = Annotated[
    str,
    AfterValidator(lambda actor: sys.intern(masked(actor, LONGEST_ACTOR))),
    BeforeValidator(lambda actor: actor or ""),
]
_Moment = Annotated[Moment, AfterValidator(lambda moment: moment.astimezone(UTC))]


@dataclass(frozen=True, slots=True)
class SurveyedKey:
    """What is kept of each of 20,000 keys, as in ApiKey: a tenth of its memory."""

    id: Identifier
    type: KeyType
    created_at: _Moment
    created_by: _Actor = ""
    revoked_at: _Moment | None = None
    has_channel: Annotated[
        bool, BeforeValidator(bool), Field(validation_alias="sales_channels")
    ] = False

    @classmethod
    def of(cls, key: ApiKey) -> SurveyedKey:
        """What is kept of `key`."""
        return cls(
            key.id, key.type, key.created_at, key.created_by, key.revoked_at, key.has_channel
        )
