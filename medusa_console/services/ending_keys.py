"""Reads which keys of one store are to end, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from medusa_console.domain.errors import TooBig
from medusa_console.domain.reminders import UpcomingEnd, end_of

if TYPE_CHECKING:
    from medusa_console.api.api_keys import ApiKeys

MOST_ENDS: Final = 500
# Medusa takes titles of 99,000 characters.
_SHORT_PAGE = 40


class EndingKeys:
    """The ends of one store's keys."""

    def __init__(self, api: ApiKeys) -> None:
        self._api = api

    async def read(self) -> tuple[UpcomingEnd, ...]:
        """The next ends, at most 500, in one request. Raises what a list raises."""
        try:
            page = await self._api.ending(MOST_ENDS)
        except TooBig:
            page = await self._api.ending(_SHORT_PAGE)
        ends = (end_of(key, page.as_of) for key in page.rows)
        return tuple(end for end in ends if end is not None)
