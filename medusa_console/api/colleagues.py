"""The list of /admin/users, as the page of colleagues shows it. Source: contract, section 2."""

from __future__ import annotations

import re

from medusa_console.api.client import AdminClient
from medusa_console.api.records import Filters, Records, route, searched
from medusa_console.domain.colleague import JoinedPerson
from medusa_console.domain.query import ColleagueQuery

_ID = re.compile(r"(?:user|invite)_[0-9A-Z]{26}")
_FIELDS = "id,email,first_name,last_name,created_at"
_ROUTE = route(JoinedPerson, "users", "user", "users", _FIELDS)


class Colleagues(Records[ColleagueQuery, JoinedPerson]):
    """The users (admins) of one store, searched and sorted by the server. Every list raises
    Forbidden without user:read."""

    def __init__(self, client: AdminClient) -> None:
        super().__init__(client, _ROUTE, by_text)


def by_text(query: ColleagueQuery) -> Filters:
    """The filters of `query` that users and invites have alike."""
    if _ID.fullmatch(query.text):
        return [("id", query.text)]
    return [("q", searched(query.text))] if query.text else []
