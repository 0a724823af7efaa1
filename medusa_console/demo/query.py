"""Query strings as Express reads them, and what the `fields` parameter asks for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

_KEY = re.compile(r"^([^\[\]]+)((?:\[[^\[\]]*\])*)$")


def parse_query(text: str) -> dict[str, Any]:
    """Nested values: `a=1&a=2`, `a[]=1` and `a[0]=1` are lists, `a[$gt]=1` is a dict."""
    tree: dict[str, Any] = {}
    for key, value in parse_qsl(text, keep_blank_values=True, errors="replace"):
        match = _KEY.match(key)
        if match is None:
            tree[key] = value
            continue
        steps = [match[1], *re.findall(r"\[([^\[\]]*)\]", match[2])]
        _put(tree, steps, value)
    return {key: _lists(value) for key, value in tree.items()}


def _put(tree: dict[str, Any], steps: list[str], value: str) -> None:
    for step in steps[:-1]:
        inner = tree.setdefault(step or str(len(tree)), {})
        if not isinstance(inner, dict):  # `a=1&a[]=2`: one list of both
            inner = {str(place): item for place, item in enumerate(values(inner))}
            tree[step] = inner
        tree = inner
    last = steps[-1] or str(len(tree))
    if last not in tree:
        tree[last] = value
    elif isinstance(tree[last], list):
        tree[last].append(value)
    else:
        tree[last] = [tree[last], value]


def _lists(value: Any) -> Any:
    """Turn dicts whose keys are all numbers into lists."""
    if not isinstance(value, dict):
        return value
    inner = {key: _lists(item) for key, item in value.items()}
    if inner and all(key.isdigit() for key in inner):
        return [inner[key] for key in sorted(inner, key=int)]
    return inner


def values(value: Any) -> list[Any]:
    """A parameter that may be given once or repeated, as a list."""
    return value if isinstance(value, list) else [value]


@dataclass(frozen=True)
class Selection:
    """The fields an answer shows, in order; a relation's own fields are written `name.field`."""

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
        """The relation's fields that were asked for, None if the relation was not."""
        prefix = name + "."
        inner = tuple(field[len(prefix) :] for field in self.names if field.startswith(prefix))
        return inner or None

    def pick(self, row: dict[str, Any]) -> dict[str, Any]:
        """The row with the chosen fields in their order, relations last; unknown ones left out."""
        plain = [name for name in self.names if "." not in name]
        relations = [name.partition(".")[0] for name in self.names if "." in name]
        return {name: row[name] for name in dict.fromkeys([*plain, *relations]) if name in row}


def pick_inner(row: dict[str, Any], fields: tuple[str, ...]) -> dict[str, Any]:
    """A related record with the fields that `Selection.relation` named."""
    if "*" in fields:
        return row
    return {name: row[name] for name in dict.fromkeys([*fields, "id"]) if name in row}
