"""A store that tells what a leaked key left, on a socket, and whose every answer can be spoiled."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.faults import server as faults
from tests.faults.medusa import USER_ID, key_record, stamp
from tests.faults.server import Behaviour, Exchange, FaultServer

LISTS = {
    "api-keys": "api_keys",
    "users": "users",
    "invites": "invites",
    "customers": "customers",
    "customer-groups": "customer_groups",
    "tax-regions": "tax_regions",
}
START = datetime.now(UTC).replace(microsecond=0) - timedelta(days=3)
ROOT = "apk_01M00000000000000000000R00T"


def at(hours: float) -> str:
    """So many hours after the leaked key was made."""
    return stamp(START + timedelta(hours=hours))


@dataclass
class TracedStore:
    """Lists the rows of each route as Medusa does; `asked` is what each request was for."""

    server: FaultServer
    rows: dict[str, list[dict[str, Any]]] = field(
        default_factory=lambda: {name: [] for name in LISTS}
    )
    asked: list[tuple[str, dict[str, list[str]]]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def __post_init__(self) -> None:
        self.key(ROOT, hours=0)
        self.rows["users"].append({"id": USER_ID, "email": "maya@demo.example", **_made(-99)})
        for name in LISTS:
            self.on(name)

    def on(self, name: str, *script: Behaviour) -> None:
        """What happens to the next requests of a list; without a script, it is told honestly."""
        honest: Behaviour = lambda exchange: self.tell(name, exchange)  # noqa: E731
        noted = [self._noted(name, behaviour) for behaviour in script or (honest,)]
        self.server.on("GET", f"/admin/{name}", *noted)

    def key(self, key_id: str, maker: str = USER_ID, hours: float = 1, **fields: Any) -> None:
        """One more key."""
        facts = {"id": key_id, "title": key_id, "created_by": maker, **_made(hours), **fields}
        self.rows["api-keys"].append(key_record(**facts))

    def record(self, name: str, number: int, maker: str | None, hours: float = 1) -> str:
        """One more record of another list."""
        record_id = f"{name[:3]}_{number:026d}"
        self.rows[name].append({"id": record_id, "created_by": maker, **_made(hours)})
        return record_id

    def person(self, user_id: str, hours: float, **fields: Any) -> None:
        """One more admin."""
        self.rows["users"].append({"id": user_id, "email": "x@demo.example"} | _made(hours))
        self.rows["users"][-1] |= fields

    def tell(self, name: str, exchange: Exchange, *, filters: bool = True) -> None:
        """A page of the list."""
        query = parse_qs(urlsplit(exchange.request.target).query)
        with self._lock:
            rows = list(self.rows[name])
        for field_, wanted in query.items():
            if field_ == "id" or (field_ == "created_by" and filters):
                rows = [row for row in rows if row[field_] in wanted]
        order = query.get("order", ["id"])[0]
        by = order.removeprefix("-")
        rows.sort(key=lambda row: (row[by], row["id"]), reverse=order.startswith("-"))
        offset, limit = int(query.get("offset", ["0"])[0]), int(query["limit"][0])
        page = rows[offset : offset + limit]
        answer = {LISTS[name]: page, "count": len(rows), "offset": offset, "limit": limit}
        faults.json_answer(answer)(exchange)

    def _noted(self, name: str, behaviour: Behaviour) -> Behaviour:
        def behave(exchange: Exchange) -> None:
            query = parse_qs(urlsplit(exchange.request.target).query)
            with self._lock:
                self.asked.append((name, query))
            behaviour(exchange)

        return behave


def _made(hours: float) -> dict[str, str]:
    return {"created_at": at(hours), "updated_at": at(hours)}
