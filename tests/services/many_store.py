"""A live store on a socket with many keys, which others may change and which may misbehave."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.faults import server as faults
from tests.faults.medusa import USER_ID, ago, key_record, stamp
from tests.faults.server import Behaviour, Exchange, FaultServer
from tests.ui.northwind import KEYS, behave

_Script = list[Behaviour | None]


class ManyStore:
    """Answers as Medusa does, until a test gives it a `script` for `list`, `get`, `revoke` or
    `delete`: its last behaviour stays, and None is the honest answer. `asked` are the kinds of
    requests with the ids they were about, in order."""

    def __init__(self, server: FaultServer) -> None:
        self._server = server
        self._lock = threading.RLock()
        self._scripts: dict[str, _Script] = {}
        self.records: dict[str, dict[str, Any]] = {}
        self.asked: list[tuple[str, str]] = []
        behave(server)
        server.on("GET", KEYS, partial(self._serve, "list", ""))

    def add(self, number: int, title: str = "Bulk", **fields: Any) -> list[str]:
        """So many keys with titles that begin so; returns their ids."""
        ids = []
        for _ in range(number):
            count = len(self.records) + 1
            key_id = f"apk_01M{count:023d}"
            record = key_record(
                id=key_id, title=f"{title} {count}", redacted=f"sk_{count:03d}***abc"
            )
            self.records[key_id] = record | {"created_at": ago(minutes=count)} | fields
            path = f"{KEYS}/{key_id}"
            self._server.on("GET", path, partial(self._serve, "get", key_id))
            self._server.on("DELETE", path, partial(self._serve, "delete", key_id))
            self._server.on("POST", f"{path}/revoke", partial(self._serve, "revoke", key_id))
            ids.append(key_id)
        return ids

    def script(self, kind: str, *behaviours: Behaviour | None) -> None:
        with self._lock:
            self._scripts[kind] = list(behaviours)

    def count(self, kind: str) -> int:
        """How often it was asked."""
        with self._lock:
            return sum(one == kind for one, _ in self.asked)

    def revoke(self, key_id: str, by: str = USER_ID) -> None:
        """The record is revoked from now on, whoever did it."""
        with self._lock:
            now = stamp(datetime.now(UTC) - timedelta(seconds=1))
            self.records[key_id] |= {"revoked_at": now, "revoked_by": by}

    @property
    def working(self) -> list[str]:
        """The ids of the keys without an end."""
        with self._lock:
            return [one["id"] for one in self.records.values() if one["revoked_at"] is None]

    def _serve(self, kind: str, key_id: str, exchange: Exchange) -> None:
        with self._lock:
            self.asked.append((kind, key_id))
            script = self._scripts.get(kind)
            behaviour = script.pop(0) if script and len(script) > 1 else (script or [None])[0]
        (behaviour or self.honest(kind, key_id))(exchange)

    def done_but_lost(self, exchange: Exchange) -> None:
        """Revokes or deletes the key, and answers as a gateway does that waited for too long."""
        _, _, _, key_id, *_ = exchange.request.path.split("/")
        with self._lock:
            kind = "delete" if exchange.request.method == "DELETE" else "revoke"
            self._answer(kind, key_id, exchange)
        faults.answer(504)(exchange)

    def honest(self, kind: str, key_id: str) -> Behaviour:
        """What Medusa does."""

        def behaviour(exchange: Exchange) -> None:
            with self._lock:
                answer = self._answer(kind, key_id, exchange)
            answer(exchange)

        return behaviour

    def _answer(self, kind: str, key_id: str, exchange: Exchange) -> Behaviour:
        record = self.records.get(key_id)
        if kind == "list":
            return self._list(exchange)
        if kind == "delete":
            self.records.pop(key_id, None)
            return faults.json_answer({"id": key_id, "object": "api_key", "deleted": True})
        if kind == "revoke":
            if record is None:
                return faults.json_answer({})
            self.revoke(key_id)
            body = exchange.request.json() if exchange.request.body else {}
            if seconds := body.get("revoke_in", 0):
                end = datetime.now(UTC) + timedelta(seconds=seconds)
                self.records[key_id] |= {"revoked_at": stamp(end)}
            record = self.records[key_id]
        if record is None:
            return faults.refusal(404, f"API Key with id: {key_id} was not found", "not_found")
        return faults.json_answer({"api_key": record})

    def _list(self, exchange: Exchange) -> Behaviour:
        query = parse_qs(urlsplit(exchange.request.target).query)
        found = list(self.records.values())
        if "id" in query:
            found = [one for one in found if one["id"] in query["id"]]
        if text := query.get("q", [""])[0].casefold():
            found = [one for one in found if text in one["title"].casefold()]
        if "type" in query:
            found = [one for one in found if one["type"] == query["type"][0]]
        now = stamp(datetime.now(UTC))
        end = {one["id"]: one["revoked_at"] for one in found}
        if "$or[0][revoked_at][$eq]" in query:
            found = [one for one in found if end[one["id"]] is None or end[one["id"]] > now]
        if "revoked_at[$lt]" in query:
            found = [one for one in found if end[one["id"]] is not None and end[one["id"]] <= now]
        if "revoked_at[$gte]" in query:
            found = [one for one in found if end[one["id"]] is not None and end[one["id"]] > now]
        start, most = int(query.get("offset", ["0"])[0]), int(query.get("limit", ["20"])[0])
        page = {"api_keys": found[start : start + most], "count": len(found)}
        return faults.json_answer({**page, "offset": start, "limit": most})
