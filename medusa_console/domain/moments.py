"""Times as strangers may write them. What no store can have is clamped, so that no arithmetic ends
in an error, and is an unknown date in words."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated, Any, Final

from pydantic import AwareDatetime, ValidatorFunctionWrapHandler, WrapValidator

EARLIEST: Final = datetime(1970, 1, 1, tzinfo=UTC)
LATEST: Final = datetime(2200, 1, 1, tzinfo=UTC)

# JavaScript writes years beyond 9999 and before 0 with six digits and a sign.
_FAR = re.compile(r"([+-])[0-9]{6}-")


def clamped(moment: datetime) -> datetime:
    """`moment`, or the nearest one from `EARLIEST` to `LATEST`."""
    if EARLIEST <= moment <= LATEST:  # as nearly all of a list
        return moment
    return EARLIEST if moment < EARLIEST else LATEST


def is_known(moment: datetime) -> bool:
    """Whether a store may have meant `moment`."""
    return EARLIEST < moment < LATEST


def _clamp(value: Any, read: ValidatorFunctionWrapHandler) -> datetime:
    if isinstance(value, str) and (far := _FAR.match(value)):
        return LATEST if far[1] == "+" else EARLIEST
    return clamped(read(value))


Moment = Annotated[AwareDatetime, WrapValidator(_clamp)]
"""A time of an answer."""
