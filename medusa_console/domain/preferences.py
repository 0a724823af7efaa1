"""What the person has chosen, and where they were; holds nothing secret and no search text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from medusa_console.domain.command_line import LONGEST_LINE
from medusa_console.domain.limits import Limit
from medusa_console.domain.query import ColleagueQuery, CustomerQuery, KeyQuery
from medusa_console.domain.reminders import MOST_TOLD

SHORTEST_CLIPBOARD_SECONDS = 5
LONGEST_CLIPBOARD_SECONDS = 120
LONGEST_IDLE_MINUTES = 240
MOST_RECENT_ACTIONS = 10
MOST_SENT_COMMANDS = 5
MOST_STORES_SENT = 200
NARROWEST_COLUMN, WIDEST_COLUMN = 40, 2_000

_LONGEST_NAME = 60
_LONGEST_FOLDER = 4_096

_LANGUAGE = "[A-Za-z_]{0,20}"


class Appearance(StrEnum):
    """Light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Density(StrEnum):
    """Row heights."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class Reminders(StrEnum):
    """What the desktop is told of ends of keys."""

    OFF = "off"
    WITHOUT_NAMES = "without names"
    WITH_NAMES = "with names"


class PageName(StrEnum):
    """The pages of a store."""

    API_KEYS = "api_keys"
    CUSTOMERS = "customers"
    COLLEAGUES = "colleagues"


@dataclass(frozen=True)
class LastView:
    """Where the person was in a store: the page, and of each page what is `kept` of its query.

    `page` is a PageName, or another word if a newer version has written it.
    """

    page: str = PageName.API_KEYS
    keys: KeyQuery = field(default_factory=KeyQuery)
    customers: CustomerQuery = field(default_factory=CustomerQuery)
    colleagues: ColleagueQuery = field(default_factory=ColleagueQuery)


@dataclass(frozen=True)
class SentCommand:
    """A command that a key was sent to, as typed: without the key. `newline`: the key was sent
    with a line break."""

    line: Annotated[str, Limit(longest=LONGEST_LINE)]
    folder: Annotated[str, Limit(longest=_LONGEST_FOLDER)] = ""
    newline: bool = False


_Word = Annotated[str, Limit(longest=40)]
ColumnWidths = Annotated[
    Mapping[_Word, Annotated[int, Limit(least=NARROWEST_COLUMN, most=WIDEST_COLUMN)]],
    Limit(longest=20),
]
"""Widths by column, in pixels at the design's font size."""
_Columns = Annotated[tuple[_Word, ...], Limit(longest=20)]


@dataclass(frozen=True)
class ChosenColumns:
    """The columns of a table as the user has arranged them: `order` is how they follow each other,
    `hidden` are not to be seen. A column that is not in `order` stands where the program puts it;
    names of no column mean nothing."""

    order: _Columns = ()
    hidden: _Columns = ()


@dataclass(frozen=True)
class Preferences:
    """Settings, and where the windows were.

    `language` is a code such as `de`, "" for the system's language.
    `clipboard_seconds` is how long a secret stays on the clipboard. After `idle_minutes` without
    a key or a mouse the stores are locked, 0 for never. `geometry` holds Qt's base64
    by screen layout; `last_store` is a store's id, `views` are by store id. `columns` holds the
    widths that the user has dragged, by table; `chosen_columns` which columns the user wants, by
    table. `unlock_first`: no store has accepted its password since the last lock. `recent_actions`
    are the names of the actions that were chosen last in the palette. `best_practice` is the
    shortest time of a practice at the leak desk, in seconds.
    `told_reminders` are digests of the reminders that were told, the oldest first.
    `sent` are the commands that keys were sent to, by store id, the last one first.
    `told_of_ends`: the user has read how Medusa Admin shows keys with an end.
    """

    clipboard_seconds: Annotated[
        int, Limit(least=SHORTEST_CLIPBOARD_SECONDS, most=LONGEST_CLIPBOARD_SECONDS)
    ] = 30
    idle_minutes: Annotated[int, Limit(least=0, most=LONGEST_IDLE_MINUTES)] = 15
    appearance: Appearance = Appearance.SYSTEM
    density: Density = Density.COMFORTABLE
    language: Annotated[str, Limit(pattern=_LANGUAGE)] = ""
    geometry: Mapping[str, str] = field(default_factory=dict)
    last_store: str = ""
    views: Mapping[str, LastView] = field(default_factory=dict)
    columns: Annotated[Mapping[_Word, ColumnWidths], Limit(longest=20)] = field(
        default_factory=dict
    )
    chosen_columns: Annotated[Mapping[_Word, ChosenColumns], Limit(longest=20)] = field(
        default_factory=dict
    )
    unlock_first: bool = False
    recent_actions: Annotated[
        tuple[Annotated[str, Limit(longest=_LONGEST_NAME)], ...],
        Limit(longest=MOST_RECENT_ACTIONS),
    ] = ()
    reminders: Reminders = Reminders.WITHOUT_NAMES
    told_reminders: Annotated[
        tuple[Annotated[str, Limit(pattern="[0-9a-f]{16}")], ...], Limit(longest=MOST_TOLD)
    ] = ()
    best_practice: Annotated[float, Limit(least=0)] | None = None
    sent: Annotated[
        Mapping[str, Annotated[tuple[SentCommand, ...], Limit(longest=MOST_SENT_COMMANDS)]],
        Limit(longest=MOST_STORES_SENT),
    ] = field(default_factory=dict)
    told_of_ends: bool = False
