"""Answers for records of every kind: filters, search, order, pages, the selected fields."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from starlette.responses import Response

from medusa_console.demo.answers import json_answer, not_found, unknown_error
from medusa_console.demo.bodies import Field, check
from medusa_console.demo.call import Call
from medusa_console.demo.database import Row
from medusa_console.demo.query import Selection, pick_inner, values
from medusa_console.demo.stamps import timestamp

COMPARISONS = {
    "$eq": "{0} is ?",
    "$ne": "{0} is not ? and {0} is not null",
    "$gt": "{0} > ?",
    "$gte": "{0} >= ?",
    "$lt": "{0} < ?",
    "$lte": "{0} <= ?",
}
LARGEST_INTEGER = 2**63 - 1  # of SQLite


@dataclass(frozen=True)
class Condition:
    """A piece of a `where` clause and the values of its question marks."""

    sql: str
    values: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Records:
    """The records of one table, which a list's answer holds under the table's name and a single
    record's answer under `one`. `missing` is the message about an unknown id.

    `fields` are the default fields in the answer's order; a list can be sorted by them. `search`
    are the columns in which `q` searches. `filters` are the columns that are filtered by equality,
    `dates` those with operators; `special` turns the value of any other filter into a condition.
    `relations` are queries for related records by the record's id. `shown` hides what no answer may
    show. `source` is the query that gives the rows where there is no such table.
    """

    table: str
    fields: tuple[str, ...]
    one: str = ""
    missing: str = ""
    search: tuple[str, ...] = ()
    filters: Mapping[str, Field] = field(default_factory=dict)
    dates: frozenset[str] = frozenset({"created_at", "updated_at", "deleted_at"})
    special: Mapping[str, Callable[[Any], Condition]] = field(default_factory=dict)
    relations: Mapping[str, str] = field(default_factory=dict)
    shown: Callable[[Row, Selection], Row] = lambda row, selection: row
    limit: int = 50
    source: str = ""

    def page(self, call: Call) -> Response:
        """Answer with one page. Raises Refusal: 400 for unknown or ill-typed parameters, 500 as the
        real server."""
        query = self._checked(call.query)
        limit, offset = query.get("limit", self.limit), query.get("offset", 0)
        order = self._order(query.get("order"))
        where = self._where(query)
        if limit < 0 or offset < 0:
            raise unknown_error()
        # Only names from this package become part of the SQL; values go through question marks.
        source = self.source or self.table
        found = f"from (select *, null as deleted_at from {source}) where {where.sql}"  # noqa: S608
        [count] = call.database.all(f"select count(*) as n {found}", where.values)
        rows = call.database.all(
            f"select * {found} order by {order} limit ? offset ?", [*where.values, limit, offset]
        )
        selection = Selection.of(query.get("fields"), self.fields)
        shown = [self._pick(call, row, selection) for row in rows]
        return json_answer(
            {self.table: shown, "count": count["n"], "offset": offset, "limit": limit}
        )

    def find(self, call: Call, record_id: str) -> Row | None:
        """The selected fields of a record. Raises Refusal 400 for any parameter but `fields`."""
        query = check(call.query, {"fields": Field()})
        row = call.database.get(self.table, record_id)
        selection = Selection.of(query.get("fields"), self.fields)
        return None if row is None else self._pick(call, row, selection)

    def retrieve(self, call: Call) -> Response:
        """Answer with the record in the route's path."""
        return self.answer(call, call.params["id"])

    def answer(self, call: Call, record_id: str) -> Response:
        """Answer with one record. Raises Refusal as `find`, and 404 for an unknown id."""
        record = self.find(call, record_id)
        if record is None:
            raise not_found(self.missing.format(record_id))
        return json_answer({self.one: record})

    def _pick(self, call: Call, row: Row, selection: Selection) -> Row:
        row = self.shown(row, selection)
        for name, sql in self.relations.items():
            inner = selection.relation(name)
            if inner is not None:
                related = call.database.all(sql, [row["id"]])
                row = {**row, name: [pick_inner(one, inner) for one in related]}
        return selection.pick(row)

    def _checked(self, query: dict[str, Any]) -> dict[str, Any]:
        numbers = {name: _number(query[name]) for name in ("limit", "offset") if name in query}
        return check(
            query | numbers,
            {
                **dict.fromkeys(("q", "fields", "order"), Field()),
                **self.filters,
                **dict.fromkeys(("limit", "offset"), Field("number")),
                **dict.fromkeys(("$and", "$or"), Field("array")),
                **dict.fromkeys(("with_deleted", *self.dates, *self.special), Field("")),
            },
        )

    def _where(self, filters: dict[str, Any]) -> Condition:
        return _join("and", [self._condition(name, wanted) for name, wanted in filters.items()])

    def _condition(self, name: str, wanted: Any) -> Condition:
        if name in ("$or", "$and"):
            return _join(name[1:], [self._where(one) for one in wanted])
        if name == "q":
            return _join("and", [self._contains(word) for word in wanted.split()])
        if name in self.dates:
            return _compared(name, wanted)
        if name in self.special:
            return self.special[name](wanted)
        if name in self.filters:
            return one_of(name, values(wanted))
        return Condition("1")

    def _contains(self, word: str) -> Condition:
        any_column = " or ".join(f"lower({name}) like ? escape '\\'" for name in self.search)
        return Condition(any_column, (f"%{word.lower()}%",) * len(self.search))

    def _order(self, order: str | None) -> str:
        if order is None:
            return "id"
        name = order.removeprefix("-")
        if name not in self.fields or "." in name:
            raise unknown_error()
        direction = "desc nulls first" if order.startswith("-") else "asc nulls last"
        return f"{name} {direction}, id"


def repeatable(*columns: str) -> dict[str, Field]:
    """Filters that may be given several times, for `Records.filters`."""
    return dict.fromkeys(columns, Field("string, array"))


def one_of(column: str, wanted: Sequence[Any]) -> Condition:
    marks = ", ".join("?" for _ in wanted)
    return Condition(f"{column} in ({marks})", tuple(str(value) for value in wanted))


def flag(column: str) -> Callable[[Any], Condition]:
    """A filter by `true` or `false`, for `Records.special`."""
    return lambda wanted: Condition(f"{column} = ?", (wanted == "true",))


def _join(glue: str, parts: list[Condition]) -> Condition:
    sql = f" {glue} ".join(f"({part.sql})" for part in parts) or "1"
    return Condition(sql, tuple(value for part in parts for value in part.values))


def _number(given: Any) -> Any:
    """The number that JavaScript's parseInt reads (`1.5` is 1), or `given` if there is none."""
    match = re.match(r"\s*([+-]?[0-9]+)", given) if isinstance(given, str) else None
    return given if match is None else min(int(match[1]), LARGEST_INTEGER)


def _compared(column: str, wanted: Any) -> Condition:
    """`created_at=x`, `created_at[$gte]=x`; unknown operators filter nothing."""
    compared = wanted if isinstance(wanted, dict) else {"$eq": wanted}
    return _join(
        "and",
        [
            Condition(COMPARISONS[operator].format(column), (_moment(value),))
            for operator, value in compared.items()
            if operator in COMPARISONS
        ],
    )


def _moment(value: Any) -> str | None:
    """A date as it is stored; None for the word `null`. Raises the server's 500 for garbage."""
    if value == "null":
        return None
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise unknown_error() from error
    return timestamp(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
