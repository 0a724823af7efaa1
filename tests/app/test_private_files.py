"""Files of an older version, a copy or a backup are for their owner alone from the start on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.ui.running import Start

OURS = (
    *("stores.json", "stores.json.damaged", "preferences.json", ".stores.json.x1y2"),
    *("journal.sqlite3", "journal.sqlite3-journal", "journal.sqlite3-wal", "demo.sqlite3"),
    *("medusa-console.log", "medusa-console.log.2", "instance.lock"),
)


def mode_of(path: Path) -> int:
    return path.lstat().st_mode & 0o777


def modes_in(folder: Path) -> dict[str, int]:
    return {path.name: mode_of(path) for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that everybody may read."""
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(0o755)
    for name in OURS:
        (folder / name).write_text("{}" if name.endswith("json") else "")
        (folder / name).chmod(0o666)
    return folder


async def test_what_is_there_becomes_private(folder: Path, start: Start) -> None:
    await start()
    assert modes_in(folder) == dict.fromkeys(OURS, 0o600)
    assert mode_of(folder) == 0o700


async def test_a_folder_with_other_things_in_it_stays_open_and_only_the_programs_files_close(
    folder: Path, start: Start
) -> None:
    (folder / "holiday.jpg").touch()
    (folder / "holiday.jpg").chmod(0o644)
    await start()
    assert mode_of(folder) == 0o755
    assert mode_of(folder / "holiday.jpg") == 0o644
    assert mode_of(folder / "stores.json") == 0o600


async def test_a_link_is_not_followed_and_not_broken(
    folder: Path, tmp_path: Path, start: Start
) -> None:
    public = tmp_path / "public.html"
    public.write_text("{}")
    public.chmod(0o644)
    for name in ("stores.json", "preferences.json.damaged", "journal.sqlite3.old"):
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(public)
    os.mkfifo(folder / "medusa-console.log.1")  # opening it to read would wait for a writer
    await start()
    assert mode_of(public) == 0o644
    assert (folder / "stores.json").readlink() == public
