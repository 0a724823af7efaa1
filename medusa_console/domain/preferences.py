"""What the person has chosen, and where they were; holds nothing secret and no search text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.query import (
    AccountFilter,
    CustomerQuery,
    CustomerSort,
    KeyQuery,
    KeySort,
    StateFilter,
)

SHORTEST_CLIPBOARD_SECONDS = 5
LONGEST_CLIPBOARD_SECONDS = 120
LONGEST_IDLE_MINUTES = 240


class Appearance(StrEnum):
    """Light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Density(StrEnum):
    """Row heights."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class PageName(StrEnum):
    """The pages of a store."""

    API_KEYS = "api_keys"
    CUSTOMERS = "customers"


@dataclass(frozen=True)
class CustomersView:
    """Filters and order of the customers page; `group` is a group's id, "" for any."""

    account: AccountFilter = AccountFilter.ALL
    group: str = ""
    sort: CustomerSort = CustomerSort.CREATED
    descending: bool = True


@dataclass(frozen=True)
class LastView:
    """Where the person was in a store: page, filters and order. What they searched is not kept.

    `page` is a PageName, or another word if a newer version has written it. `type` to `descending`
    are the keys page's.
    """

    page: str = PageName.API_KEYS
    type: KeyType | None = None
    state: StateFilter = StateFilter.ALL
    sort: KeySort = KeySort.CREATED
    descending: bool = True
    customers: CustomersView = CustomersView()

    def remember(self, query: KeyQuery | CustomerQuery) -> LastView:
        """This view with the filters and the order of `query` on its page."""
        if isinstance(query, KeyQuery):
            return replace(
                self,
                type=query.type,
                state=query.state,
                sort=query.sort,
                descending=query.descending,
            )
        customers = CustomersView(query.account, query.group, query.sort, query.descending)
        return replace(self, customers=customers)

    @property
    def key_query(self) -> KeyQuery:
        """The query that opens the keys page again."""
        return KeyQuery(
            type=self.type, state=self.state, sort=self.sort, descending=self.descending
        )

    @property
    def customer_query(self) -> CustomerQuery:
        """The query that opens the customers page again."""
        kept = self.customers
        return CustomerQuery(
            account=kept.account, group=kept.group, sort=kept.sort, descending=kept.descending
        )


@dataclass(frozen=True)
class Preferences:
    """Settings, and where the windows were.

    `clipboard_seconds` is how long a secret stays on the clipboard. After `idle_minutes` without
    a key or a mouse the stores are locked, 0 for never. `geometry` holds Qt's base64
    by screen layout; `last_store` is a store's id, `views` are by store id.
    """

    clipboard_seconds: Annotated[
        int, Field(ge=SHORTEST_CLIPBOARD_SECONDS, le=LONGEST_CLIPBOARD_SECONDS)
    ] = 30
    idle_minutes: Annotated[int, Field(ge=0, le=LONGEST_IDLE_MINUTES)] = 15
    appearance: Appearance = Appearance.SYSTEM
    density: Density = Density.COMFORTABLE
    geometry: Mapping[str, str] = field(default_factory=dict)
    last_store: str = ""
    views: Mapping[str, LastView] = field(default_factory=dict)
