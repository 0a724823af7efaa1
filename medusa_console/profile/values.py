"""Reads frozen dataclasses from what JSON holds, exactly as their types and limits say, and writes
them. The library that could do it takes longer to import than all else before the first paint."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from medusa_console.domain.limits import NOT_KEPT, Limit

T = TypeVar("T")


def read(kind: type[T], value: object) -> T:
    """`value` as a `kind`: a dataclass, whose fields hold dataclasses, mappings, tuples, enums of
    words, texts, numbers and None. Names of no field mean nothing. Raises ValueError."""
    found: T = _read(kind, value)
    return found


def written(value: object) -> Any:
    """`value` as JSON holds it, without the fields that are not kept."""
    kind: Any = type(value)
    if is_dataclass(value):
        return {name: written(getattr(value, name)) for name in _kept(kind)}
    if isinstance(value, Mapping):
        return {name: written(one) for name, one in value.items()}
    if isinstance(value, tuple):
        return [written(one) for one in value]
    return value.value if isinstance(value, Enum) else value


def _read(kind: Any, value: object) -> Any:
    marks: tuple[object, ...] = ()
    if get_origin(kind) is Annotated:
        kind, *others = get_args(kind)
        marks = tuple(others)
    found = _plain(kind, value)
    for mark in marks:
        if isinstance(mark, Limit):
            mark.check(found)
    return found


def _plain(kind: Any, value: object) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        if value is None:
            return None
        (some,) = (one for one in get_args(kind) if one is not NoneType)
        return _read(some, value)
    if origin is tuple:
        item, _ = get_args(kind)
        return tuple(_read(item, one) for one in _exact(list, value))
    if origin is Mapping:
        name, item = get_args(kind)
        return {_read(name, one): _read(item, two) for one, two in _exact(dict, value).items()}
    if is_dataclass(kind):
        return _record(kind, _exact(dict, value))
    if issubclass(kind, Enum):
        return kind(_exact(str, value))
    return _number(value) if kind is float else _exact(kind, value)


def _record(kind: Any, content: Mapping[str, object]) -> Any:
    found = {
        name: _read(field, content[name]) for name, field in _kept(kind).items() if name in content
    }
    try:
        return kind(**found)
    except TypeError:
        raise ValueError("a field is missing") from None


@cache
def _kept(kind: Any) -> dict[str, Any]:
    """The fields that files hold, with the types in their annotations."""
    hints = get_type_hints(kind, include_extras=True)
    names = (field.name for field in fields(kind))
    return {name: hints[name] for name in names if NOT_KEPT not in get_args(hints[name])}


def _exact(kind: Any, value: object) -> Any:
    if type(value) is not kind:
        raise ValueError(f"no {kind.__name__}")
    if isinstance(value, str):
        value.encode()  # half a character, which no screen can show, is a UnicodeEncodeError
    return value


def _number(value: object) -> float:
    if type(value) not in (int, float):
        raise ValueError("no number")
    try:
        number = float(value)  # type: ignore[arg-type]
    except OverflowError:
        raise ValueError("too large") from None
    if not math.isfinite(number):
        raise ValueError("no number")
    return number
