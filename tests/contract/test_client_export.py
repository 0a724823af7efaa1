"""The program's own client exports the keys that a query finds, and never a token."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import httpx

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.key_table import FIELDS, TableHead
from medusa_console.domain.query import KeyQuery, KeySort
from medusa_console.services.key_export import Format, Wanted, export
from medusa_console.services.store_services import StoreServices
from medusa_console.ui.words import labels

from .backends import unique, with_and_without_rbac
from .making import make_key, revoke


@with_and_without_rbac
async def test_an_export_holds_what_the_list_shows_in_its_order_and_no_token(
    services: StoreServices, admin: httpx.AsyncClient, tmp_path: Path
) -> None:
    title = unique()
    made = [await make_key(admin, f"{title} {n}") for n in range(3)]
    public = await make_key(admin, f"=1+1 {title}", "publishable")
    await revoke(admin, made[0])
    await revoke(admin, made[1], 86_400)
    every = (*made, public)

    def about(head: TableHead) -> str:
        return f"{head.exported} of {head.matching}"

    def wanted(query: KeyQuery) -> Wanted:
        return Wanted(query, tuple(FIELDS), "asked", "order", labels.creator, about)

    told: list[tuple[int, int]] = []
    query = KeyQuery(text=title, sort=KeySort.CREATED, descending=False)
    head = await export(
        services,
        wanted(query),
        tmp_path / "keys.json",
        Format.JSON,
        lambda *read: told.append(read),
    )
    assert (head.matching, head.exported, told[-1]) == (4, 4, (4, 4))
    text = (tmp_path / "keys.json").read_text()
    read = json.loads(text)
    assert read["about"]["matching"] == read["about"]["exported"] == 4
    assert read["about"]["complete"] is True
    rows = {row["id"]: row for row in read["api_keys"]}
    assert list(rows) == [key["id"] for key in every]
    assert [rows[key["id"]]["state"] for key in every] == [
        "revoked",
        "works until",
        "active",
        "active",
    ]
    assert rows[made[1]["id"]]["ends_at"] == rows[made[1]["id"]]["revoked_at"]
    assert rows[made[2]["id"]]["created_by"] == services.session.user_id
    assert rows[public["id"]]["redacted"] == public["redacted"]

    query = KeyQuery(text=title, type=KeyType.PUBLISHABLE)
    await export(services, wanted(query), tmp_path / "keys.csv", Format.CSV, lambda *_: None)
    table = (tmp_path / "keys.csv").read_bytes().decode()
    (line,) = csv.DictReader(table.splitlines(keepends=True), strict=True)
    assert (line["id"], line["type"]) == (public["id"], "publishable")
    assert line["title"] == f"'=1+1 {title}", "no program makes a formula of it"
    assert list(line)[-1] == "1 of 1"
    for key in every:
        assert key["token"] not in text
        assert key["token"] not in table
