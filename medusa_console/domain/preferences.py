"""What the person has chosen, and where they were; holds nothing secret and no search text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.query import KeyQuery, KeySort, StateFilter

SHORTEST_CLIPBOARD_SECONDS = 5
LONGEST_CLIPBOARD_SECONDS = 120


class Appearance(StrEnum):
    """Light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Density(StrEnum):
    """Row heights."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


@dataclass(frozen=True)
class LastView:
    """Where the person was in a store: page, filters and order. What they searched is not kept."""

    page: str = "api_keys"
    type: KeyType | None = None
    state: StateFilter = StateFilter.ALL
    sort: KeySort = KeySort.CREATED
    descending: bool = True

    @classmethod
    def of(cls, page: str, query: KeyQuery) -> LastView:
        """The view of `query` on `page`, without its search."""
        return cls(page, query.type, query.state, query.sort, query.descending)

    @property
    def query(self) -> KeyQuery:
        """The query that opens this view again."""
        return KeyQuery(
            type=self.type, state=self.state, sort=self.sort, descending=self.descending
        )


@dataclass(frozen=True)
class Preferences:
    """Settings and window state.

    `clipboard_seconds` is how long a secret stays on the clipboard. `geometry` holds Qt's base64
    by screen layout, `window_state` Qt's base64; `last_store` is a store's id, `views` are by
    store id.
    """

    clipboard_seconds: Annotated[
        int, Field(ge=SHORTEST_CLIPBOARD_SECONDS, le=LONGEST_CLIPBOARD_SECONDS)
    ] = 30
    appearance: Appearance = Appearance.SYSTEM
    density: Density = Density.COMFORTABLE
    geometry: Mapping[str, str] = field(default_factory=dict)
    window_state: str = ""
    last_store: str = ""
    views: Mapping[str, LastView] = field(default_factory=dict)
