"""Queries for lists, and pages of records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Generic, Protocol, TypeVar

from medusa_console.domain.key_health import KeyMark
from medusa_console.domain.key_state import KeyType
from medusa_console.domain.limits import NOT_KEPT

R = TypeVar("R")
_Search = Annotated[str, NOT_KEPT]
"""Not written to any file."""


class KeySort(StrEnum):
    """The fields keys are sorted by; the values are the server's names, but for ENDS, an order that
    is made of two of the server's."""

    TITLE = "title"
    TYPE = "type"
    REDACTED = "redacted"
    CREATED = "created_at"
    CREATED_BY = "created_by"
    STATE = "revoked_at"
    ENDS = "ends_in"


class StateFilter(StrEnum):
    """Filters keys by whether they work."""

    ALL = "all"
    WORKING = "working"
    WORKS_UNTIL = "works until"
    REVOKED = "revoked"


@dataclass(frozen=True)
class KeyQuery:
    """A query for keys.

    `text` is matched against title and redacted form and never holds a whole key: the search field
    turns a key into its redacted form, or into `key_id`, which names one key. The server filters
    neither by `mark` nor by `creator`, an actor id ("" is Medusa itself); None is any.
    """

    text: _Search = ""
    key_id: _Search = ""
    type: KeyType | None = None
    state: StateFilter = StateFilter.ALL
    sort: KeySort = KeySort.CREATED
    descending: bool = True
    mark: Annotated[KeyMark | None, NOT_KEPT] = None
    creator: Annotated[str | None, NOT_KEPT] = None

    @property
    def narrows(self) -> bool:
        """Whether the query has a filter or a search text."""
        return (
            bool(self.text or self.key_id or self.type or self.mark)
            or self.state is not StateFilter.ALL
            or self.creator is not None
        )

    @property
    def kept(self) -> KeyQuery:
        """What may be written down: filters and order, nothing that was searched, and nothing that
        may be true of no key at the next start."""
        return replace(self, text="", key_id="", mark=None, creator=None)


class CustomerSort(StrEnum):
    """The fields customers are sorted by; the values are the server's names."""

    NAME = "first_name"
    EMAIL = "email"
    ACCOUNT = "has_account"
    CREATED = "created_at"


class AccountFilter(StrEnum):
    """Filters customers by whether they can sign in."""

    ALL = "all"
    ACCOUNT = "account"
    GUEST = "guest"


@dataclass(frozen=True, repr=False)
class CustomerQuery:
    """A query for customers; never printed, because `text` may be a name or email.

    All words of `text` are matched against names, email, company and phone; a whole email is first
    searched exactly, and an id finds its customer. `group` is a group's id, "" for any.
    """

    text: _Search = ""
    account: AccountFilter = AccountFilter.ALL
    group: str = ""
    sort: CustomerSort = CustomerSort.CREATED
    descending: bool = True

    @property
    def narrows(self) -> bool:
        """Whether the query has a filter or a search text."""
        return bool(self.text or self.group or self.account is not AccountFilter.ALL)

    @property
    def kept(self) -> CustomerQuery:
        """What may be written down: filters and order, nothing that was searched."""
        return replace(self, text="")


class ColleagueSort(StrEnum):
    """The fields colleagues are sorted by; the values are the server's names."""

    NAME = "first_name"
    EMAIL = "email"
    CREATED = "created_at"


class ColleagueFilter(StrEnum):
    """Filters colleagues by whether they have joined."""

    ALL = "all"
    JOINED = "joined"
    INVITED = "invited"


@dataclass(frozen=True, repr=False)
class ColleagueQuery:
    """A query for colleagues and open invites; never printed, because `text` may be a name or an
    email. All words of `text` are matched against names and emails, those of invites against the
    email alone."""

    text: _Search = ""
    state: ColleagueFilter = ColleagueFilter.ALL
    sort: ColleagueSort = ColleagueSort.CREATED
    descending: bool = True

    @property
    def narrows(self) -> bool:
        """Whether the query has a filter or a search text."""
        return bool(self.text) or self.state is not ColleagueFilter.ALL

    @property
    def kept(self) -> ColleagueQuery:
        """What may be written down: filter and order, nothing that was searched."""
        return replace(self, text="")


class Record(Protocol):
    """A record that can be listed, and read by its id."""

    @property
    def id(self) -> str: ...

    @property
    def created_at(self) -> datetime: ...


class Query(Protocol):
    """A query for records. `sort` is the server's name of the field to sort by; `descending`: the
    largest value comes first. `narrows`: the query excludes records."""

    @property
    def sort(self) -> str: ...

    @property
    def descending(self) -> bool: ...

    @property
    def narrows(self) -> bool: ...


Q = TypeVar("Q", bound=Query)


@dataclass(frozen=True)
class Page(Generic[R]):
    """`rows` from `offset` on, of `count` matching records.

    `as_of` is the server's now of the same answer (the end of its interval). Of a page that is not
    `settled`, rows of equal values may come in another order when it is asked for again.
    """

    rows: tuple[R, ...]
    count: int
    offset: int
    as_of: datetime
    settled: bool = True


@dataclass(frozen=True)
class AsOf(Generic[R]):
    """A value and the server's now of the same answer (the end of its interval)."""

    value: R
    as_of: datetime
