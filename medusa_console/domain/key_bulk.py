"""Many keys at once: what is done to them, to which of them, and what its receipts say."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final, TypeVar

from medusa_console.domain import tokens
from medusa_console.domain.api_key import ApiKey, KeyState, StateKind
from medusa_console.domain.escaping import in_csv

T = TypeVar("T")

MOST_AT_ONCE: Final = 25_000
_LONGEST_WHY: Final = 300
_LONGEST_TITLE: Final = 1_000  # thousands of receipts stay in the memory


class BulkAction(StrEnum):
    """What is done to many keys; the values stand in the receipts."""

    REVOKE = "revoke"
    SCHEDULE = "schedule"
    EXTEND = "extend"
    DELETE = "delete"


class Outcome(StrEnum):
    """What became of one key; the values stand in the receipts."""

    DONE = "done"
    BY_OTHERS = "done by others"  # somebody else had revoked it meanwhile: nothing was sent
    GONE = "gone"  # somebody else has deleted its record, so the key is dead
    LATER = "ends later already"
    SOONER = "ends sooner already"  # others have set that end meanwhile: it is not moved
    REFUSED = "refused"
    NOT_DONE = "not done"  # the answer was lost, and the key was read: it is not done
    UNKNOWN = "unknown"  # the answer was lost, and nobody could read the key
    UNTOUCHED = "not touched"


@dataclass(frozen=True)
class Receipt:
    """What became of the key `id`, whose title may be cut. Holds no whole key.

    `at` is the server's time. `revoked_at` and `revoked_by` are the key's, as the store showed them
    afterwards. `why` tells a refusal in the store's words, masked. `checked`: the answer was lost,
    and the outcome was read afterwards.
    """

    id: str
    title: str
    redacted: str
    type: str
    created_at: str
    created_by: str
    action: str
    outcome: str
    at: str
    revoked_at: str = ""
    revoked_by: str = ""
    why: str = ""
    checked: bool = False


def concerns(action: BulkAction, state: KeyState) -> bool:
    """Whether `action` changes anything about a key in that state."""
    match action:
        case BulkAction.REVOKE:
            return state.works
        case BulkAction.SCHEDULE:
            return state.kind is StateKind.ACTIVE
        case BulkAction.EXTEND:
            return state.kind is StateKind.WORKS_UNTIL
        case BulkAction.DELETE:
            return state.kind is StateKind.REVOKED


def receipt(
    key: ApiKey,
    action: BulkAction,
    outcome: Outcome,
    at: datetime,
    *,
    after: ApiKey | None = None,
    why: str = "",
    checked: bool = False,
) -> Receipt:
    """The receipt of `key`; `after` is the key as the store showed it afterwards."""
    return Receipt(
        id=key.id,
        title=_cut(key.title),
        redacted=key.redacted,
        type=key.type.value,
        created_at=_iso(key.created_at),
        created_by=key.created_by,
        action=action.value,
        outcome=outcome.value,
        at=_iso(at),
        revoked_at=_iso(after.revoked_at) if after is not None and after.revoked_at else "",
        revoked_by=(after.revoked_by or "") if after is not None else "",
        why=tokens.mask(why[:_LONGEST_WHY]),
        checked=checked,
    )


def head_line(run: str, origin: str, action: BulkAction, by: str, number: int, at: datetime) -> str:
    """The first line of a file of receipts: `by` is the id of the account."""
    head = {"run": run, "store": origin, "action": action.value, "by": by, "keys": number}
    return _json({**head, "at": _iso(at)})


def row_line(key: ApiKey, at: datetime) -> str:
    """The full row of a record, to be written before it is deleted; no token, also no publishable
    one."""
    row = key.model_dump(mode="json", exclude={"token"})
    return _json({"before deleting": row, "at": _iso(at)})


def receipt_line(one: Receipt) -> str:
    """`one` as a line of JSON."""
    return _json(vars(one))


def as_csv(receipts: Sequence[Receipt]) -> str:
    """`receipts` as CSV of which no program makes a formula."""
    rows = [",".join(in_csv(str(value)) for value in vars(one).values()) for one in receipts]
    names = ",".join(f'"{name}"' for name in Receipt.__dataclass_fields__)
    return "".join(f"{row}\r\n" for row in (names, *rows))


def in_parts(many: Sequence[T], size: int) -> Iterable[Sequence[T]]:
    """`many` in parts of at most `size`."""
    return (many[start : start + size] for start in range(0, len(many), size))


def _cut(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…"


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=True)
