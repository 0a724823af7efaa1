"""The order in which a trace is read: keys beneath their makers, and split at the leak's date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.key_trace import MadeKey, Trace, ticked

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Split(Generic[T]):
    """What is of the time after the leak, and what before, each in the order it had. Without a date
    of the leak, everything is `undated`."""

    after: tuple[T, ...] = ()
    before: tuple[T, ...] = ()
    undated: tuple[T, ...] = ()


def split(
    records: Sequence[T], made_at: Callable[[T], datetime], leaked_at: datetime | None
) -> Split[T]:
    """`records` split at `leaked_at`."""
    if leaked_at is None:
        return Split(undated=tuple(records))
    after: list[T] = []
    before: list[T] = []
    for one in records:  # as in after_leak, which 20,000 calls would make slow
        (after if made_at(one) >= leaked_at else before).append(one)
    return Split(tuple(after), tuple(before))


def as_tree(made: Sequence[MadeKey]) -> tuple[MadeKey, ...]:
    """`made` with each key's own keys right beneath it. The makers of keys of depth 1 are not
    among `made`. Takes long for many, so on a thread."""
    beneath: dict[str, list[MadeKey]] = defaultdict(list)
    for one in made:
        beneath[one.maker].append(one)
    tops = [one for one in made if one.depth == 1]
    ordered: list[MadeKey] = []
    left = tops[::-1]
    while left:
        one = left.pop()
        ordered.append(one)
        # Each list is taken once: records that name each other in a ring do not go on for ever.
        left.extend(reversed(beneath.pop(one.key.id, [])))
    return tuple(ordered)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A made key in the preview of a revoke. `may` tells whether it can be ticked there at all,
    `on` whether it is ticked at first, `new` whether an earlier preview did not show it."""

    made: MadeKey
    may: bool
    on: bool
    new: bool


def proposed(
    trace: Trace, leaked_at: datetime | None, seen: frozenset[str] | None
) -> tuple[Proposed, ...]:
    """All made keys, those to be ticked first, then those that can be, each in the order of the
    trace. `seen` are the ids of an earlier preview, None before the first. Takes long for many, so
    on a thread."""
    on = {key.id for key in ticked(trace, leaked_at)}
    rows = [
        Proposed(
            made,
            made.key.type is KeyType.SECRET and made.key.state(trace.as_of).works,
            made.key.id in on,
            seen is not None and made.key.id not in seen,
        )
        for made in trace.made_keys
    ]
    return tuple(sorted(rows, key=lambda row: (not row.on, not row.may)))
