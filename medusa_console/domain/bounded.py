"""The bounds of what strangers write. What a Medusa may have stored is cut, never refused, so that
nobody can make a list unreadable."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated, Any, Final, TypeVar

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    FailFast,
    Field,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

from medusa_console.domain import tokens
from medusa_console.domain.moments import EARLIEST, LATEST, clamped

T = TypeVar("T")

# Medusa takes no request of more than 100 KB.
LONGEST: Final = 100_000

_LONGEST_NAME = 200
# A key that begins before the cut ends this many characters later at most. So does a token of
# usual length; of a longer one, the signature is cut off.
_LONGEST_SECRET = 8_192

# JavaScript writes years beyond 9999 and before 0 with six digits and a sign.
_FAR = re.compile(r"([+-])[0-9]{6}-")


def masked(text: str, most: int) -> str:
    """The first `most` characters of `text`, with every key and token masked, also one that the
    cut divides. No more is looked at than is needed."""
    return tokens.mask(text[: most + _LONGEST_SECRET])[:most]


Many = Annotated[tuple[T, ...], FailFast()]
"""Stops at the first fault: a message about each of a million would fill the memory."""


def _without_gaps(records: Any) -> Any:
    if not isinstance(records, list):
        return records
    return [record for record in records if record is not None]


Linked = Annotated[Many[T], BeforeValidator(_without_gaps)]
"""Records that another one names. In place of one that is deleted, Medusa answers null."""

Identifier = Annotated[str, Field(max_length=_LONGEST_NAME), AfterValidator(tokens.mask)]
"""Refused when it is longer, because only the server chooses it, and a cut one names another."""

Email = Annotated[str, AfterValidator(lambda text: tokens.mask_prefixed(text[:LONGEST]))]
"""Masked only where a key stands with its prefix: some shops keep hashes as emails, and a customer
signs in with no other text."""

Name = Annotated[str, AfterValidator(lambda text: masked(text, _LONGEST_NAME))]
Text = Annotated[str, AfterValidator(lambda text: masked(text, LONGEST))]
"""Texts in which everything that may be a key is masked."""


def _clamp(value: Any, read: ValidatorFunctionWrapHandler) -> datetime:
    if isinstance(value, str) and (far := _FAR.match(value)):
        return LATEST if far[1] == "+" else EARLIEST
    return clamped(read(value))


Moment = Annotated[AwareDatetime, WrapValidator(_clamp)]
"""A time of an answer."""

Created = Annotated[Moment, BeforeValidator(lambda told: EARLIEST if told is None else told)]
"""When a record was made. Of a time beyond all times, which PostgreSQL has, Medusa makes null."""
