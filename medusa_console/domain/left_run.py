"""A run over many keys that was cut off, as its file of receipts tells it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from pydantic import TypeAdapter

from medusa_console.domain.key_bulk import MOST_AT_ONCE, BulkAction, Outcome, Receipt

_LONGEST_HEAD: Final = 4_000
_BEGINNING: Final = '{"id": "'
_OUTCOME: Final = '"outcome": "'
_TOLD: Final = '{"told": '
_RECEIPT: Final = TypeAdapter(Receipt)


@dataclass(frozen=True)
class RunHead:
    """What the first line of the file `name` tells: `by` is the id of the account, `store` the
    origin."""

    name: str
    store: str
    by: str
    action: BulkAction
    keys: int
    at: datetime


@dataclass(frozen=True)
class LeftRun:
    """A run whose receipts are fewer than its keys; `settled` is their number."""

    head: RunHead
    settled: int


def head_of(line: str) -> RunHead | None:
    """The head in `line`, None if it is none."""
    try:
        found = json.loads(line[:_LONGEST_HEAD])
        head = RunHead(
            str(found["run"]),
            str(found["store"]),
            str(found["by"]),
            BulkAction(found["action"]),
            int(found["keys"]),
            datetime.fromisoformat(found["at"]).astimezone(UTC),
        )
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None
    return head if 0 < head.keys <= MOST_AT_ONCE else None


def left_of(head: RunHead, lines: Iterable[str]) -> LeftRun | None:
    """The run of `head` if it was cut off and nobody was told; `lines` follow the head."""
    settled = set()
    for line in lines:
        if line.startswith(_TOLD):
            return None
        if line.startswith(_BEGINNING) and _OUTCOME in line:
            settled.add(line[len(_BEGINNING) :].partition('"')[0])
    return LeftRun(head, len(settled)) if len(settled) < head.keys else None


@dataclass(frozen=True)
class LeftReceipts:
    """What is on disk of a run that was cut off: its `lines`, and the last receipt of each key by
    its id."""

    lines: tuple[str, ...]
    receipts: dict[str, Receipt]


def left_receipts(lines: Iterable[str]) -> LeftReceipts:
    """The receipts in `lines`; what is none is passed over."""
    kept = tuple(line.rstrip("\n") for line in lines)
    found = (_receipt_in(line) for line in kept if line.startswith(_BEGINNING) and _OUTCOME in line)
    return LeftReceipts(kept, {one.id: one for one in found if one is not None})


def _receipt_in(line: str) -> Receipt | None:
    try:
        one = _RECEIPT.validate_json(line)
        Outcome(one.outcome)
        for moment in (one.at, one.revoked_at or one.at):
            datetime.fromisoformat(moment).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return one


def told_line(at: datetime) -> str:
    """The line after which a run that was cut off is not told again."""
    return json.dumps({"told": at.astimezone(UTC).isoformat(timespec="seconds")})
