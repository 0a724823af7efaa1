"""Writes record ids and timestamps as Medusa does."""

import secrets
from datetime import UTC, datetime

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def now() -> datetime:
    return datetime.now(UTC)


def timestamp(moment: datetime) -> str:
    """ISO 8601 in UTC with milliseconds and `Z`; such texts sort as their moments do."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Ids:
    """Makes ULIDs: `<prefix>_` and 26 characters that sort in the order of creation."""

    def __init__(self) -> None:
        self._latest = 0

    def new(self, prefix: str) -> str:
        """An id for now, which sorts after every earlier result of `new`."""
        self._latest = max(self._latest + 1, int(now().timestamp() * 1000))
        return _ulid(prefix, self._latest)

    def at(self, prefix: str, moment: datetime) -> str:
        """An id for a record created at `moment`."""
        return _ulid(prefix, int(moment.timestamp() * 1000))


def _ulid(prefix: str, milliseconds: int) -> str:
    number = milliseconds << 80 | secrets.randbits(80)
    return f"{prefix}_" + "".join(
        CROCKFORD[number >> 5 * place & 31] for place in range(25, -1, -1)
    )
