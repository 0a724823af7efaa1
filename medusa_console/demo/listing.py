"""What the list routes have in common: filters, search, order, pages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from starlette.responses import Response

from medusa_console.demo.answers import Refusal, invalid_data, json_answer, unknown_error
from medusa_console.demo.bodies import as_javascript
from medusa_console.demo.database import Database, Row
from medusa_console.demo.query import Selection, values
from medusa_console.demo.stamps import timestamp

PAGING = ("fields", "limit", "offset", "order", "with_deleted")
COMPARISONS = {"$gt": ">", "$gte": ">=", "$lt": "<", "$lte": "<="}
LARGEST_INTEGER = 2**63 - 1  # what SQLite can hold


@dataclass(frozen=True)
class Condition:
    """A piece of a `where` clause and the values of its question marks."""

    sql: str
    values: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Page:
    rows: list[Row]
    count: int
    offset: int
    limit: int
    selection: Selection

    def answer(self, name: str, records: list[Row] | None = None) -> Response:
        """The list route's answer; `records` are the rows unless they needed more than picking."""
        shown = [self.selection.pick(row) for row in self.rows] if records is None else records
        paging = {"count": self.count, "offset": self.offset, "limit": self.limit}
        return json_answer({name: shown, **paging})


@dataclass(frozen=True)
class Listing:
    """One list route: its table, the default fields in the answer's order, and its filters.

    `search` are the columns `q` looks in. `equal` are the filters by equality that may be repeated,
    `single` those that may not, `choices` those with fixed values, `dates` those with operators;
    `special` turns any other filter's value into a condition. A list can be sorted by its `fields`
    and by `more_order`.
    """

    table: str
    fields: tuple[str, ...]
    search: tuple[str, ...]
    equal: frozenset[str] = frozenset({"id"})
    single: frozenset[str] = frozenset()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dates: frozenset[str] = frozenset({"created_at", "updated_at", "deleted_at"})
    special: Mapping[str, Callable[[Any], Condition]] = field(default_factory=dict)
    more_order: frozenset[str] = frozenset({"deleted_at"})
    limit: int = 50

    def find(self, database: Database, query: dict[str, Any]) -> Page:
        """One page.

        Raises Refusal: 400 for unknown or ill-typed parameters, 500 as the server.
        """
        self._check(query)
        limit = _number(query, "limit", self.limit)
        offset = _number(query, "offset", 0)
        order = self._order(query.get("order"))
        where = self._all_of(query)
        if limit < 0 or offset < 0:
            raise unknown_error()
        table = f"(select *, null as deleted_at from {self.table})"  # noqa: S608
        # Only names from this package are put into the text; values go through question marks.
        count = database.all(
            f"select count(*) as n from {table} where {where.sql}",  # noqa: S608
            where.values,
        )[0]["n"]
        rows = database.all(
            f"select * from {table} where {where.sql} order by {order} limit ? offset ?",  # noqa: S608
            [*where.values, limit, offset],
        )
        return Page(rows, count, offset, limit, Selection.of(query.get("fields"), self.fields))

    def _check(self, query: dict[str, Any]) -> None:
        known = {"q", "$and", "$or", *PAGING, *self.equal, *self.single, *self.choices}
        known |= {*self.dates, *self.special}
        for name in ("q", "fields", "order", *self.single):
            check_text(name, query.get(name))
        for name, choices in self.choices.items():
            if name in query and query[name] not in choices:
                raise invalid_data(
                    f"Invalid request: Expected: '{', '.join(choices)}' for field '{name}', "
                    f"but got: '{as_javascript(query[name])}'"
                )
        for name in self.equal:
            if isinstance(query.get(name), dict):
                raise wrong_type("string, array", name, query[name])
        if query.get("with_deleted", "true") not in ("true", "false"):
            raise wrong_type("boolean", "with_deleted", query["with_deleted"])
        check_known(query, known)

    def _all_of(self, filters: dict[str, Any]) -> Condition:
        parts = [part for name, wanted in filters.items() for part in self._parts(name, wanted)]
        return _join(parts, " and ")

    def _parts(self, name: str, wanted: Any) -> list[Condition]:
        if name in ("$or", "$and"):
            inner = [self._all_of(one) for one in _alternatives(name, wanted)]
            return [_join(inner, f" {name[1:]} ")]
        if name == "q":
            return [self._contains(word) for word in wanted.split()]
        if name in self.dates:
            return _date_parts(name, wanted)
        if name in self.special:
            return [self.special[name](wanted)]
        if name in self.equal or name in self.single or name in self.choices:
            return [one_of(name, values(wanted))]
        return []

    def _contains(self, word: str) -> Condition:
        any_column = " or ".join(f"lower({name}) like ? escape '\\'" for name in self.search)
        return Condition(f"({any_column})", (f"%{word.lower()}%",) * len(self.search))

    def _order(self, order: str | None) -> str:
        if order is None:
            return "id"
        name = order.removeprefix("-")
        if name not in {*self.fields, *self.more_order} or "." in name:
            raise unknown_error()
        direction = "desc nulls first" if order.startswith("-") else "asc nulls last"
        return f"{name} {direction}, id"


def one_of(column: str, wanted: list[Any]) -> Condition:
    marks = ", ".join("?" for _ in wanted)
    return Condition(f"{column} in ({marks})", tuple(str(value) for value in wanted))


def flag(column: str) -> Callable[[Any], Condition]:
    """A filter by `true` or `false`, for `Listing.special`."""

    def is_set(wanted: Any) -> Condition:
        if not isinstance(wanted, str):
            raise wrong_type("boolean, string", column, wanted)
        if wanted.lower() not in ("true", "false"):
            raise invalid_data("Invalid request: Invalid input")
        return Condition(f"{column} = ?", (wanted.lower() == "true",))

    return is_set


def wrong_type(expected: str, name: str, value: Any) -> Refusal:
    shown = as_javascript(value)
    return invalid_data(
        f"Invalid request: Expected type: '{expected}' for field '{name}', got: '{shown}'"
    )


def check_known(query: dict[str, Any], known: set[str]) -> None:
    if strangers := [name for name in query if name not in known]:
        raise invalid_data(f"Invalid request: Unrecognized fields: '{', '.join(strangers)}'")


def check_text(name: str, value: Any) -> None:
    if value is not None and not isinstance(value, str):
        raise wrong_type("string", name, value)


def selection(query: dict[str, Any], defaults: tuple[str, ...]) -> Selection:
    """The fields of a single record's route, which knows no other parameter."""
    check_text("fields", query.get("fields"))
    check_known(query, {"fields"})
    return Selection.of(query.get("fields"), defaults)


def _alternatives(name: str, wanted: Any) -> list[dict[str, Any]]:
    if not isinstance(wanted, list):
        raise wrong_type("array", name, wanted)
    for place, one in enumerate(wanted):
        if not isinstance(one, dict):
            raise invalid_data(f"Invalid request: Field '{name}, {place}' is required")
    return wanted


def _join(parts: list[Condition], glue: str) -> Condition:
    if not parts:
        return Condition("1")
    sql = glue.join(f"({part.sql})" for part in parts)
    return Condition(sql, tuple(value for part in parts for value in part.values))


def _number(query: dict[str, Any], name: str, default: int) -> int:
    given = query.get(name, default)
    if isinstance(given, int):
        return given
    digits = "" if not isinstance(given, str) else _leading_integer(given)
    if not digits:
        raise wrong_type("number", name, given)
    return min(int(digits), LARGEST_INTEGER)


def _leading_integer(text: str) -> str:
    """What JavaScript's parseInt would read: `1.5` is 1, `abc` is nothing."""
    text = text.strip()
    sign = "-" if text.startswith("-") else ""
    rest = text.removeprefix("-") if sign else text.removeprefix("+")
    digits = rest[: len(rest) - len(rest.lstrip("0123456789"))]
    return sign + digits if digits else ""


def _date_parts(name: str, wanted: Any) -> list[Condition]:
    """`created_at=x`, `created_at[$gte]=x`. Operators the server does not know are ignored."""
    if not isinstance(wanted, dict):
        moments = [_moment(value) for value in values(wanted)]
        return [_join([_equals(name, moment) for moment in moments], " or ")]
    parts = []
    for operator, value in wanted.items():
        if operator == "$eq":
            parts.append(_equals(name, _moment(value)))
        elif operator == "$ne":
            moment = _moment(value)
            parts.append(
                Condition(f"{name} is not null")
                if moment is None
                else Condition(f"{name} <> ?", (moment,))
            )
        elif operator == "$in":
            parts.append(_join([_equals(name, _moment(one)) for one in values(value)], " or "))
        elif operator in COMPARISONS:
            parts.append(Condition(f"{name} {COMPARISONS[operator]} ?", (_moment(value),)))
    return parts


def _equals(name: str, moment: str | None) -> Condition:
    if moment is None:
        return Condition(f"{name} is null")
    return Condition(f"{name} = ?", (moment,))


def _moment(value: Any) -> str | None:
    """A date as it is stored; None for the word `null`. Raises the server's 500 for garbage."""
    if value == "null":
        return None
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise unknown_error() from error
    return timestamp(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
