"""An export of more keys than one file takes says which are in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from medusa_console.connect import open_store
from medusa_console.domain.key_table import FIELDS, MOST_EXPORTED, TableHead
from medusa_console.domain.query import KeyQuery
from medusa_console.domain.store import Environment, Store
from medusa_console.services.key_export import Format, Wanted, export
from medusa_console.ui.words import labels
from tests.faults import server as faults
from tests.faults.medusa import key_record
from tests.faults.server import Exchange, FaultServer
from tests.services.conftest import MAYA, PASSWORD_SECRET
from tests.services.ports import MemoryVault, memory_journal
from tests.ui.northwind import KEYS, behave

MORE = 41


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        yield server


class Keys:
    """A live store of so many keys, the newest first."""

    def __init__(self, server: FaultServer, number: int) -> None:
        behave(server)
        ids = [f"apk_01M{n:023d}" for n in range(number)]
        self.records = {
            one: key_record(id=one, title=f"Key {n}", redacted="sk_abc***xyz")
            for n, one in enumerate(ids)
        }
        server.on("GET", KEYS, self._serve)

    def _serve(self, exchange: Exchange) -> None:
        query = parse_qs(urlsplit(exchange.request.target).query)
        if "id" in query:
            rows: list[object] = [self.records[one] for one in query["id"]]
        else:
            rows = [{"id": one} for one in self.records]
        page = {"api_keys": rows, "count": len(rows), "offset": 0, "limit": len(rows)}
        faults.json_answer(page)(exchange)


async def test_of_more_keys_than_a_file_takes_the_first_are_exported_and_that_is_said(
    server: FaultServer, tmp_path: Path
) -> None:
    keys = Keys(server, MOST_EXPORTED + MORE)
    store = Store("s", "Northwind", server.origin, Environment.LIVE, email=MAYA)
    opened = await open_store(store, vault=MemoryVault(), journal=memory_journal())
    services = opened.services
    await services.session.restore(kept=False)
    await services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False)

    def about(head: TableHead) -> str:
        return f"{head.exported} of {head.matching}"

    wanted = Wanted(KeyQuery(), tuple(FIELDS), "all", "newest", labels.creator, about)
    told: list[tuple[int, int]] = []
    file = tmp_path / "keys.json"
    head = await export(services, wanted, file, Format.JSON, lambda *read: told.append(read))
    assert (head.exported, head.matching) == (MOST_EXPORTED, MOST_EXPORTED + MORE)
    assert told == sorted(told)
    assert told[-1] == (MOST_EXPORTED, MOST_EXPORTED)
    read = json.loads(file.read_text())
    assert read["about"]["complete"] is False
    assert [row["id"] for row in read["api_keys"]] == list(keys.records)[:MOST_EXPORTED]
    await opened.aclose()
