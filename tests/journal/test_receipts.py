"""Receipts: private files that grow line by line, and go when they are old."""

from __future__ import annotations

import os
import resource
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from medusa_console.domain import key_bulk
from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.errors import ReceiptsUnwritable
from medusa_console.domain.key_bulk import BulkAction, Outcome
from medusa_console.domain.left_run import told_line
from medusa_console.journal.receipts import KEPT_FOR, ReceiptFolder, remove_old

NAME = "20260301-101500-revoke-0a1b2c3d.jsonl"


async def test_lines_are_added_to_a_file_that_only_its_owner_can_read(tmp_path: Path) -> None:
    receipts = ReceiptFolder(tmp_path)
    await receipts.append(NAME, ["one", "two"])
    await receipts.append(NAME, ["three"])
    file = tmp_path / "receipts" / NAME
    assert file.read_text() == "one\ntwo\nthree\n"
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    for name in ("../out.jsonl", "other", f"{NAME}\n"):
        with pytest.raises(ReceiptsUnwritable):
            await receipts.append(name, ["x"])
    assert os.listdir(tmp_path) == ["receipts"]


@pytest.mark.skipif(os.name == "nt", reason="links and limits as POSIX has them")
async def test_a_full_disk_leaves_whole_lines_and_a_link_is_not_followed(tmp_path: Path) -> None:
    receipts, file = ReceiptFolder(tmp_path), tmp_path / "receipts" / NAME
    await receipts.append(NAME, ["a whole line"])
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40, before[1]))  # as a disk that is full
    try:
        with pytest.raises(ReceiptsUnwritable):
            await receipts.append(NAME, ["x" * 100])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert file.read_text() == "a whole line\n"
    await receipts.append(NAME, ["x" * 100])
    assert len(file.read_text().splitlines()) == 2

    file.unlink()
    (tmp_path / "elsewhere").write_text("mine")
    file.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ReceiptsUnwritable):
        await receipts.append(NAME, ["x"])
    assert (tmp_path / "elsewhere").read_text() == "mine"


async def test_the_last_run_of_an_account_is_left_until_it_is_whole_or_told(tmp_path: Path) -> None:
    store, me, at = "https://shop.example", "user_1", datetime(2026, 3, 1, 10, 15, tzinfo=UTC)
    receipts = ReceiptFolder(tmp_path)
    assert await receipts.left(store, me) is None, "there is no folder yet"

    async def write(name: str, keys: int, *lines: str, by: str = me) -> None:
        head = key_bulk.head_line(name, store, BulkAction.REVOKE, by, keys, at)
        await receipts.append(name, [head, *lines])

    one, other = '{"id": "apk_1", "outcome": "refused"}', '{"id": "apk_2", "outcome": "done"}'
    row = '{"before deleting": {"id": "apk_3", "outcome": "x"}}'
    older = NAME.replace("20260301", "20260228")
    await write(older, 9)
    await write(NAME, 3, one, other, one, row)
    left = await receipts.left(store, me)
    assert left is not None
    assert (left.head.name, left.head.keys, left.settled) == (NAME, 3, 2)
    assert (left.head.action, left.head.at) == (BulkAction.REVOKE, at)
    for their_store, account in ((f"{store}:8443", me), (store, "user_2")):
        assert await receipts.left(their_store, account) is None
    # What nobody can read, and what is no file of receipts, is passed over.
    newer = NAME.replace("20260301", "20260302")
    file = tmp_path / "receipts" / newer
    for text in ("", "{", "[" * 100_000, '{"run": 1}', "\x00" * 5_000_000, "null\n" * 9):
        file.write_text(text)
        assert await receipts.left(store, me) == left
    file.unlink()
    file.mkdir()
    assert await receipts.left(store, me) == left
    assert await receipts.read(newer) is None, "no file"
    assert await receipts.read("../journal.sqlite3") is None
    await receipts.append(NAME, [told_line(at)])
    assert await receipts.left(store, me) is None, "told, and so is what came before"
    last = NAME.replace("20260301", "20260303")
    await write(last, 2, one, other)
    assert await receipts.left(store, me) is None, "whole"


def test_old_receipts_go_and_other_files_stay(tmp_path: Path) -> None:
    now = datetime(2027, 6, 1, tzinfo=UTC)
    folder = tmp_path / "receipts"
    folder.mkdir()
    remove_old(tmp_path / "nowhere", now)

    def name(age: timedelta) -> str:
        return f"{now - age:%Y%m%d-%H%M%S}-delete-0a1b2c3d.jsonl"

    old, young = name(KEPT_FOR + timedelta(seconds=1)), name(KEPT_FOR - timedelta(seconds=1))
    for one in (old, young, "notes.txt", "20200101-000000-x.jsonl"):
        (folder / one).write_text("x")
    remove_old(tmp_path, now)
    assert set(os.listdir(folder)) == {young, "notes.txt", "20200101-000000-x.jsonl"}


async def test_a_title_of_any_length_makes_no_run_look_cut_off(tmp_path: Path) -> None:
    store, me, at = "https://shop.example", "user_1", datetime(2026, 3, 1, 10, 15, tzinfo=UTC)
    key = ApiKey(
        id="apk_1",
        title="\U0001f511" * 99_000,
        type=KeyType.SECRET,
        redacted="sk_abc***xyz",
        created_at=at,
    )
    head = key_bulk.head_line(NAME, store, BulkAction.REVOKE, me, 1, at)
    one = key_bulk.receipt(key, BulkAction.REVOKE, Outcome.DONE, at)
    receipts = ReceiptFolder(tmp_path)
    await receipts.append(NAME, [head, key_bulk.receipt_line(one)])
    assert await receipts.left(store, me) is None
    assert "🔑🔑" in one.title
