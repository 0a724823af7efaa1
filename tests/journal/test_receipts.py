"""Receipts: private files that grow line by line, and go when they are old."""

from __future__ import annotations

import os
import resource
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from medusa_console.domain.errors import ReceiptsUnwritable
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
