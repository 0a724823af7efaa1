"""Small parts of an incident report: times, people, places, ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final

from medusa_console.domain.document import Line, Run, email, exact, ours, said, strangers
from medusa_console.domain.leaks import Place
from medusa_console.domain.moments import is_known, iso
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels

Names = Mapping[str, tuple[str, str]]
"""The name and the email of people by their ids; "" for what is not known or not to be told."""

NOBODY: Final[Names] = {}


def moment(value: datetime | None) -> Run:
    """A time of a record, as the store has it: to be read again there."""
    if value is None:
        return Run("–")
    return exact(iso(value)) if is_known(value) else Run(translate("incident", "unknown date"))


def second(value: datetime) -> Run:
    """A time that is known to the second alone, as of a header `Date`."""
    if not is_known(value):
        return Run(translate("incident", "unknown date"))
    return exact(f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")


def about(value: datetime) -> Line:
    """A time that this computer has estimated by the store's clock."""
    return said(translate("incident", "about {time}"), time=second(value))


def who(actor_id: str, names: Names) -> Line:
    """An account or a key by its id, with name and email where they are to be told."""
    if not actor_id:
        return ours(translate("incident", "nobody known"))
    name, address = names.get(actor_id, ("", ""))
    named = [strangers(name)] if name and name != address else []
    named += [email(address)] if address else []
    if not named:
        return (exact(actor_id),)
    inside = [named[0]] if len(named) == 1 else [named[0], Run(", "), named[1]]
    return (exact(actor_id), Run(" ("), *inside, Run(")"))


def place(where: Place) -> Line:
    """Where a key stood."""
    parts: list[Run] = [strangers(text) for text in (where.repository, where.file) if text]
    if where.line:
        line = translate("incident", "line {number}")
        parts.append(Run(line.format(number=labels.number(where.line))))
    others = (where.name, where.commit, where.author, where.date)
    parts += [strangers(text) for text in others if text]
    return joined((part,) for part in parts)


def joined(lines: Iterable[Line]) -> Line:
    """`lines` in one, with commas between."""
    runs: list[Run] = []
    for line in lines:
        runs += [Run(", "), *line] if runs else line
    return tuple(runs)


def sentences(*lines: Line) -> Line:
    """Sentences, one after the other."""
    runs: list[Run] = []
    for line in lines:
        runs += [Run(" "), *line] if runs else line
    return tuple(runs)
