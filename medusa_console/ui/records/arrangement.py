"""Decides which columns a table has room for, and how wide each of them is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from medusa_console.ui.records.column import GOES_LAST, STAYS


@dataclass(frozen=True)
class Part:
    """One column in pixels. `width` is what the column needs, `short` what it makes do with where
    nothing else helps; `most` is how far the first column grows."""

    key: str
    width: int
    short: int
    most: int = 0
    takes_rest: bool = False
    gives_way: int = STAYS


def arrange(
    parts: Sequence[Part], least_room: int, room: int, chosen: Mapping[str, int]
) -> dict[str, int]:
    """The widths of the columns that are shown, by key; the first of `parts` always is.

    A column gives way if `least_room` is not enough, whatever widths the user has `chosen`; the
    widths then fill `room`. Chosen widths stay as long as the others keep what they need.
    """
    lead = parts[0]
    shown = _shown(parts, least_room)
    sizes = {part.key: chosen.get(part.key, part.width) for part in shown}
    spare = room - sum(sizes.values())
    if spare >= 0:
        _grow(sizes, shown, spare, chosen)
        return sizes
    floors = {part.key: part.width for part in shown if part.key in chosen}
    for step in (
        {key: min(sizes[key], floor) for key, floor in floors.items()},
        {lead.key: min(sizes[lead.key], lead.short)},
        {part.key: min(sizes[part.key], part.short) for part in shown},
    ):
        spare += _shrink(sizes, step, -spare)
        if spare >= 0:
            break
    return sizes


def _shown(parts: Sequence[Part], room: int) -> list[Part]:
    lead, shown = parts[0], list(parts)
    leaving = sorted((p for p in parts if p.gives_way != STAYS), key=lambda p: p.gives_way)
    for part in leaving:
        first = lead.short if part.gives_way == GOES_LAST else lead.width
        others = sum(other.width for other in shown[1:] if other is not part)
        if first + others + part.short <= room:
            break
        shown.remove(part)
    return shown


def _grow(
    sizes: dict[str, int], shown: Sequence[Part], spare: int, chosen: Collection[str]
) -> None:
    lead = shown[0]
    takers = [part.key for part in shown if part.takes_rest and part.key not in chosen]
    if lead.key not in chosen:
        more = max(0, min(spare, lead.most - sizes[lead.key])) if takers else spare
        sizes[lead.key] += more
        spare -= more
    for number, key in enumerate(takers):
        more = spare // (len(takers) - number)
        sizes[key] += more
        spare -= more


def _shrink(sizes: dict[str, int], floors: Mapping[str, int], missing: int) -> int:
    """Shrink towards `floors` by at most `missing` altogether; return by how much."""
    loose = {key: sizes[key] - floor for key, floor in floors.items()}
    whole = sum(loose.values())
    taken = min(missing, whole)
    left = taken
    for number, (key, most) in enumerate(loose.items(), 1):
        share = left if number == len(loose) else min(left, round(most * taken / max(1, whole)))
        share = min(share, most)
        sizes[key] -= share
        left -= share
    return taken - left
