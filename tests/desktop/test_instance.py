"""The second start brings the first to the front; a killed one is in nobody's way."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from medusa_console.desktop.instance import SingleInstance, Wish
from tests.waiting import until

Start = Callable[[Path], SingleInstance]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts of the program, all ended afterwards."""
    started: list[SingleInstance] = []

    def start(folder: Path) -> SingleInstance:
        started.append(SingleInstance(folder))
        return started[-1]

    yield start
    for instance in started:
        instance.release()


def raises_of(instance: SingleInstance) -> list[bool]:
    heard: list[bool] = []
    instance.raise_requested.connect(lambda: heard.append(True))
    return heard


def server_of(instance: SingleInstance) -> QLocalServer:
    server = instance.findChild(QLocalServer)
    assert server is not None
    return server


async def test_a_second_start_brings_the_first_to_the_front(start: Start, tmp_path: Path) -> None:
    first, second = start(tmp_path / "data"), start(tmp_path / "data")
    heard = raises_of(first)
    assert first.acquire()
    assert not second.acquire()
    assert second.raise_other()
    await until(lambda: heard)


@pytest.mark.parametrize("wish", Wish)
async def test_a_second_start_says_what_it_is_for(wish: Wish, start: Start, tmp_path: Path) -> None:
    first, second = start(tmp_path), start(tmp_path)
    heard: list[Wish] = []
    first.raise_requested.connect(heard.append)
    assert first.acquire()
    assert not second.acquire()
    assert second.raise_other(wish)
    await until(lambda: heard)
    assert heard == [wish]


async def test_when_the_first_has_ended_the_next_one_starts(start: Start, tmp_path: Path) -> None:
    first, second = start(tmp_path), start(tmp_path)
    heard = raises_of(second)
    assert first.acquire()
    first.release()
    assert second.acquire()
    assert start(tmp_path).raise_other()
    await until(lambda: heard)


async def test_another_data_folder_is_another_program(start: Start, tmp_path: Path) -> None:
    assert start(tmp_path / "a").acquire()
    assert start(tmp_path / "b").acquire()


async def test_nobody_hears_when_nobody_runs(start: Start, tmp_path: Path) -> None:
    assert not start(tmp_path).raise_other()


@pytest.mark.parametrize("message", [b"quit", b"raise and more", b"raise" * 1000, b"\x00"])
async def test_any_other_message_is_dropped(message: bytes, start: Start, tmp_path: Path) -> None:
    first = start(tmp_path)
    heard = raises_of(first)
    assert first.acquire()
    stranger = QLocalSocket()
    stranger.connectToServer(server_of(first).serverName())
    assert stranger.waitForConnected(1000)
    stranger.write(message)
    await until(lambda: stranger.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert heard == []
    assert start(tmp_path).raise_other()
    await until(lambda: heard)


async def test_only_the_same_user_can_reach_it(start: Start, tmp_path: Path) -> None:
    first = start(tmp_path)
    assert first.acquire()
    assert os.stat(server_of(first).fullServerName()).st_mode & 0o077 == 0


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="root alone gives a file away")
async def test_a_socket_of_another_account_is_told_nothing(start: Start, tmp_path: Path) -> None:
    first, stranger = start(tmp_path), QLocalServer()
    assert first.acquire()
    place = server_of(first).fullServerName()
    server_of(first).close()
    assert stranger.listen(place)
    os.chown(place, 65534, 65534)
    try:
        assert not start(tmp_path).raise_other(Wish.LEAK_DESK)
    finally:
        stranger.close()


RUNNING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from medusa_console.desktop.instance import SingleInstance

qt = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
print(instance.acquire(), flush=True)
sys.stdin.read()
"""


async def test_a_killed_program_does_not_block_the_next(start: Start, tmp_path: Path) -> None:
    with subprocess.Popen(  # noqa: ASYNC220  # it answers at once
        [sys.executable, "-c", RUNNING, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "True\n"
        assert not start(tmp_path).acquire()
        running.kill()
    after = start(tmp_path)
    heard = raises_of(after)
    assert after.acquire()
    assert start(tmp_path).raise_other()
    await until(lambda: heard)


async def test_a_program_that_runs_for_weeks_is_still_the_only_one(
    start: Start, tmp_path: Path
) -> None:
    assert start(tmp_path).acquire()
    os.utime(tmp_path / "instance.lock", (0, 0))
    assert not start(tmp_path).acquire()


async def test_a_folder_without_room_for_a_lock_stops_nobody(
    start: Start, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "file"
    file.touch()
    assert start(file).acquire()
    assert "no lock can be made" in caplog.text


async def test_whoever_was_taken_over_from_leaves_the_lock_to_the_other(
    start: Start, tmp_path: Path
) -> None:
    first, second = SingleInstance(tmp_path), start(tmp_path)
    assert first.acquire()
    assert not second.acquire()
    assert second.take_over()
    heard = raises_of(second)
    first.release()
    third = start(tmp_path)
    assert not third.acquire()
    assert third.raise_other()
    await until(lambda: heard)


async def test_a_lock_that_cannot_be_removed_does_not_stop_the_start(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = start(tmp_path), start(tmp_path)
    assert first.acquire()

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "unlink", refuse)
    assert second.take_over()
