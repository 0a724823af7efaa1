"""Reads query strings as Express does, and what the `fields` parameter selects."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

_ALWAYS = ("id", "user_id", "invite_id")
"""What a related record shows whichever fields are selected."""


def parse_query(text: str) -> dict[str, Any]:
    """Nested values: `a=1&a=2`, `a[]=1` and `a[0]=1` are lists, `a[$gt]=1` is a dict."""
    tree: dict[str, Any] = {}
    for key, value in parse_qsl(text, keep_blank_values=True, errors="replace"):
        _put(tree, [key.partition("[")[0], *re.findall(r"\[([^\[\]]*)\]", key)], value)
    return {key: _lists(value) for key, value in tree.items()}


def _put(tree: dict[str, Any], steps: list[str], value: str) -> None:
    for step in steps[:-1]:
        tree = tree.setdefault(step, {})
    last = steps[-1] or str(len(tree))
    tree[last] = [*values(tree[last]), value] if last in tree else value


def _lists(value: Any) -> Any:
    """Turn dicts whose keys are all numbers into lists."""
    if not isinstance(value, dict):
        return value
    inner = {key: _lists(item) for key, item in value.items()}
    if inner and all(key.isdigit() for key in inner):
        return [inner[key] for key in sorted(inner, key=int)]
    return inner


def values(value: Any) -> list[Any]:
    """The values of a parameter that may be given once or repeated."""
    return value if isinstance(value, list) else [value]


@dataclass(frozen=True)
class Selection:
    """The fields that an answer shows, in order; a field of a relation is written `name.field`."""

    names: tuple[str, ...]

    @classmethod
    def of(cls, wanted: str | None, defaults: Sequence[str]) -> "Selection":
        """Apply `fields=`: plain names replace the defaults, `+a` and `-a` change them."""
        if wanted is None:
            return cls(tuple(defaults))
        parts = [part for part in wanted.split(",") if part]
        changes = parts and all(part[0] in "+-* " or part.endswith(".*") for part in parts)
        chosen = list(defaults) if changes else []
        for part in parts:
            name = part.lstrip("+- ").strip()
            if name.startswith("*"):
                name = name[1:] + ".*"
            if changes and part.startswith("-"):
                chosen = [f for f in chosen if f != name and not f.startswith(name + ".")]
            else:
                chosen.append(name)
        return cls(tuple(dict.fromkeys([*chosen, "id"])))

    def relation(self, name: str) -> tuple[str, ...] | None:
        """The selected fields of the relation; None if the relation is not selected."""
        prefix = name + "."
        inner = tuple(field[len(prefix) :] for field in self.names if field.startswith(prefix))
        return inner or None

    def pick(self, row: dict[str, Any]) -> dict[str, Any]:
        """The selected fields of the row in their order, relations last, without unknown ones."""
        plain = [name for name in self.names if "." not in name]
        relations = [name.partition(".")[0] for name in self.names if "." in name]
        return {name: row[name] for name in dict.fromkeys([*plain, *relations]) if name in row}


def pick_inner(row: dict[str, Any], fields: tuple[str, ...]) -> dict[str, Any] | None:
    """A related record with the fields that `Selection.relation` named; None if it was deleted,
    and only the link to it is left."""
    if "id" in row and row["id"] is None:
        return None
    if "*" in fields:
        return row
    return {name: row[name] for name in dict.fromkeys([*fields, *_ALWAYS]) if name in row}
