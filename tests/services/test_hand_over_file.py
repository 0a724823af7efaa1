"""A key is written into a file of variables, or the file stays as it is and the reason is told."""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import SecretStr

from medusa_console.desktop.commands import SystemCommands
from medusa_console.domain.command_line import Command, Finished
from medusa_console.domain.env_file import MOST_BYTES
from medusa_console.domain.errors import EnvFault, UnusableCommand, UnusableEnvFile
from medusa_console.ports import Commands
from medusa_console.services.hand_over_file import EnvPlace, EnvWarning, read, write
from tests.system import full_disk
from tests.ui.standins import Clock
from tests.waiting import until

KEY = "sk_" + "a1" * 32
SECRET = SecretStr(KEY)
NO_GIT = SystemCommands({})


async def opened(path: Path, commands: Commands = NO_GIT) -> EnvPlace:
    return await read(str(path), commands, Clock().value)  # however long git takes


async def test_a_new_file_is_private_and_an_old_one_keeps_its_permissions(tmp_path: Path) -> None:
    new, old = tmp_path / ".env", tmp_path / "old.env"
    place = await opened(new)
    assert (place.is_new, place.is_link, place.warnings) == (True, False, ())
    await write(place, "KEY", SECRET)
    assert new.read_text() == f"KEY={KEY}\n"
    assert new.stat().st_mode & 0o777 == 0o600
    old.write_bytes(b"A=\xff\r\nKEY='x'\r\n")
    old.chmod(0o640)
    place = await opened(old)
    assert place.warnings == (EnvWarning.READABLE, EnvWarning.NOT_UTF8)
    assert KEY not in repr(place)
    await write(place, "KEY", SECRET)
    assert old.read_bytes() == f"A=@\r\nKEY='{KEY}'\r\n".encode().replace(b"@", b"\xff")
    assert old.stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(tmp_path)) == [".env", "old.env"], "a draft or a copy is left"


async def test_a_link_is_written_through_and_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "shared.env", tmp_path / ".env"
    target.write_text("KEY=x\n")
    link.symlink_to(target.name)
    place = await opened(link)
    assert (place.is_link, place.target) == (True, target)
    await write(place, "KEY", SECRET)
    assert link.is_symlink()
    assert target.read_text() == f"KEY={KEY}\n"
    target.chmod(0o600)
    (tmp_path / "other-name").hardlink_to(target)
    assert (await opened(link)).warnings == (EnvWarning.OTHER_NAME,)


async def test_what_is_no_file_to_write_to_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large").write_bytes(b"#" * 5_000_000)
    (tmp_path / "grows").write_bytes(b"#" * MOST_BYTES)
    (tmp_path / "utf16").write_text("KEY=x\n", encoding="utf-16")
    (tmp_path / "read-only").write_text("KEY=x\n")
    (tmp_path / "read-only").chmod(0o400)
    (tmp_path / "dangling").symlink_to("nothing")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "to-pipe").symlink_to("pipe")
    cases = {
        "folder": EnvFault.FOLDER,
        "pipe": EnvFault.NO_FILE,
        "to-pipe": EnvFault.NO_FILE,
        "large": EnvFault.TOO_LARGE,
        "utf16": EnvFault.NO_TEXT,
        "read-only": EnvFault.READ_ONLY,
        "dangling": EnvFault.BROKEN_LINK,
        "loop": EnvFault.BROKEN_LINK,
        "nowhere/.env": EnvFault.NO_PLACE,
        "large/.env": EnvFault.NO_PLACE,
    }
    for name, fault in cases.items():
        with pytest.raises(UnusableEnvFile) as caught:
            await opened(tmp_path / name)
        assert caught.value.fault is fault, name
    assert (await opened(tmp_path / "grows")).is_new is False
    with pytest.raises(UnusableEnvFile) as caught:
        await opened(tmp_path / ("x" * 300))
    assert caught.value.fault is EnvFault.UNREADABLE
    for path in ("", ".env", "~no-such-account/.env", f"{tmp_path}/\0.env"):
        with pytest.raises(UnusableEnvFile) as caught:
            await read(path, NO_GIT, Clock().value)
        assert caught.value.fault is EnvFault.RELATIVE


async def test_a_file_that_changed_since_it_was_read_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    times = (1_700_000_000, 1_700_000_000)

    def same_size_and_time() -> None:
        file.write_text("KEY=z\n")
        os.utime(file, times)

    def another_file() -> None:
        other = tmp_path / "other"
        other.write_text("KEY=x\n")
        os.utime(other, times)
        other.replace(file)

    changes: list[Callable[[], object]] = [
        lambda: file.write_text("KEY=longer\n"),
        same_size_and_time,
        another_file,
        file.unlink,
    ]
    for change in changes:
        file.write_text("KEY=x\n")
        os.utime(file, times)
        place = await opened(file)
        change()
        after = file.read_bytes() if file.exists() else None
        with pytest.raises(UnusableEnvFile) as caught:
            await write(place, "KEY", SECRET)
        assert caught.value.fault is EnvFault.CHANGED
        assert (file.read_bytes() if file.exists() else None) == after
    place = await opened(file)
    file.write_text("somebody else's\n")
    with pytest.raises(UnusableEnvFile) as caught:
        await write(place, "KEY", SECRET)
    assert caught.value.fault is EnvFault.CHANGED
    assert sorted(os.listdir(tmp_path)) == [".env"], "a draft is left"


async def test_no_failure_keeps_the_content_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("KEY=x\n")
    place = await opened(file)
    with full_disk(room=16), pytest.raises(UnusableEnvFile) as caught:
        await write(place, "KEY", SECRET)
    assert caught.value.fault is EnvFault.NOT_WRITTEN
    assert file.read_text() == "KEY=x\n"
    assert os.listdir(tmp_path) == [".env"], "a draft is left"
    error: BaseException | None = caught.value
    while error is not None:
        frame = error.__traceback__
        while frame is not None:
            if "tests" not in frame.tb_frame.f_code.co_filename:
                assert KEY not in repr(frame.tb_frame.f_locals)
                assert b"KEY=x" not in frame.tb_frame.f_locals.values()
            frame = frame.tb_next
        error = error.__context__


async def test_a_work_tree_that_does_not_ignore_the_file_is_warned_of(tmp_path: Path) -> None:
    tree = tmp_path / "shop"
    (tree / "api").mkdir(parents=True)
    for words in (["init", "--quiet"], ["config", "core.fsmonitor", f"touch {tmp_path}/ran"]):
        command = ["git", "-C", str(tree), *words]
        await asyncio.to_thread(subprocess.run, command, check=True, timeout=240)
    (tree / ".gitignore").write_text(".env\n")
    git = SystemCommands({"PATH": os.environ["PATH"], "GIT_DIR": "/nowhere"})
    assert (await opened(tree / "api" / ".env", git)).warnings == ()
    assert (await opened(tree / "api" / "-env", git)).warnings == (EnvWarning.NOT_IGNORED,)
    assert (await opened(tree / ".env")).warnings == (EnvWarning.GIT_UNKNOWN,)
    (tree / ".git" / "config").write_text("[broken")
    assert (await opened(tree / ".env", git)).warnings == (EnvWarning.GIT_UNKNOWN,)
    assert (await opened(tmp_path / ".env", git)).warnings == ()
    assert not (tmp_path / "ran").exists()


async def test_git_is_waited_for_three_seconds(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    clock, asked = Clock(), asyncio.Event()

    class Hanging:
        async def find(self, line: str, folder: str) -> Command:
            return Command(line, (), folder)

        async def run(self, _command: Command, _text: SecretStr) -> Finished:
            asked.set()
            raise await asyncio.Future[UnusableCommand]()

    reading = asyncio.ensure_future(read(str(tmp_path / ".env"), Hanging(), clock.value))
    await until(asked.is_set)
    await clock.advance(3)
    assert (await reading).warnings == (EnvWarning.GIT_UNKNOWN,)


async def test_folders_that_are_copied_to_other_computers_are_warned_of(tmp_path: Path) -> None:
    for name in ("Dropbox (Work)", "OneDrive - Northwind", "Nextcloud", "Google Drive"):
        (tmp_path / name / "shop").mkdir(parents=True)
        assert (await opened(tmp_path / name / "shop" / ".env")).warnings == (EnvWarning.SYNCED,)
    for number, mark in enumerate((".dropbox", ".sync_ab12.db", ".nextcloudsync.log")):
        folder = tmp_path / f"plain{number}"
        (folder / "shop").mkdir(parents=True)
        assert (await opened(folder / "shop" / ".env")).warnings == ()
        (folder / mark).touch()
        assert (await opened(folder / "shop" / ".env")).warnings == (EnvWarning.SYNCED,)
    mac = tmp_path / "Library" / "Mobile Documents" / "shop"
    mac.mkdir(parents=True)
    assert (await opened(mac / ".env")).warnings == (EnvWarning.SYNCED,)
