"""What stands in the log, what never does, and who waits for it."""

from __future__ import annotations

import logging
import os
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from medusa_console.desktop.log_file import log_path, start_logging
from tests.system import full_disk

TOKEN = "sk_" + "0123456789abcdef" * 4
JWT = "eyJhbGciOiJIUzI1NiJ9.eyJhY3Rvcl9pZCI6InVzZXJfMDEifQ.c2lnbmF0dXJlLW9mLWl0"
log = logging.getLogger("medusa_console.somewhere")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def written(folder: Path) -> Iterator[Callable[[], str]]:
    """Logging is on; calling this ends it and returns what was written."""
    stop = start_logging(folder, logging.DEBUG)
    ended: list[bool] = []

    def written() -> str:
        if not ended:
            ended.append(True)
            stop()
        return log_path(folder).read_text() if log_path(folder).exists() else ""

    yield written
    written()


def test_a_record_is_a_line_with_time_level_and_place(written: Callable[[], str]) -> None:
    log.debug("opened %s", "northwind.example")
    (line,) = written().splitlines()
    assert line.endswith(" DEBUG medusa_console.somewhere: opened northwind.example")


@pytest.mark.parametrize("secret", [TOKEN, "pk_" + TOKEN[3:], JWT, JWT[:60], JWT[:20]])
def test_keys_and_sessions_are_masked_wherever_they_come_from(
    secret: str, written: Callable[[], str]
) -> None:
    log.info("text %s", f"Bearer {secret}, and so on")
    log.info("object %s", {"token": secret})
    try:
        raise ValueError(f"refused {secret}")
    except ValueError:
        log.exception("failed with %s", secret)
    text = written()
    assert secret not in text
    assert secret[6:17] not in text
    assert text.count("and so on") == 1


def test_a_text_from_the_server_cannot_pass_for_a_line_of_its_own(
    written: Callable[[], str],
) -> None:
    forged = "x\r\n2026-01-01 00:00:00 INFO medusa_console: all is well\x1b[2J\u2028"
    log.warning("server said %s", forged)
    try:
        raise ValueError(forged)
    except ValueError:
        log.exception("failed")
    lines = written().splitlines()
    starts = [line for line in lines if not line.startswith("  | ")]
    assert len(starts) == 2
    assert r"x\r\n2026-01-01" in starts[0]
    assert not {"\r", "\x1b", "\u2028"} & set("".join(lines))


def test_a_traceback_tells_where_and_not_with_what(written: Callable[[], str]) -> None:
    def fail(password: str) -> None:
        raise RuntimeError("the wire is cut")

    try:
        fail("correct horse battery")
    except RuntimeError:
        log.exception("an action failed", stack_info=True)
    text = written()
    assert "in fail" in text
    assert "  | RuntimeError\n" in text
    assert text.count("Stack (most recent call last)") == 1
    assert "correct horse battery" not in text.replace('fail("correct horse battery")', "")


def test_the_words_of_the_operating_system_stay(written: Callable[[], str]) -> None:
    try:
        Path("/nowhere/anna@example.com").read_text()
    except OSError:
        log.exception("failed")
    text = written()
    assert "  | FileNotFoundError: No such file or directory\n" in text
    assert "anna" not in text


def test_every_part_of_a_group_and_every_cause_is_told(written: Callable[[], str]) -> None:
    first = ValueError("x")
    first.__cause__ = KeyError("x")
    first.__cause__.__context__ = first  # a ring
    try:
        raise ExceptionGroup("x", [first, TypeError("x")])
    except ExceptionGroup:
        log.exception("failed")
    told = [line for line in written().splitlines() if line.startswith("  | ") and "Error" in line]
    assert told[:3] == ["  | KeyError", "  | ValueError", "  | TypeError"]


def test_no_email_is_written(written: Callable[[], str]) -> None:
    log.info("asked for %s, %r", "anna.visser+shop@example.com", ["å@example.com"])
    assert "example" not in written()


def test_libraries_are_heard_only_when_they_warn(written: Callable[[], str]) -> None:
    for name in ("httpx", "httpcore", "httpcore.http11", "asyncio", "qasync"):
        logging.getLogger(name).info("GET https://x.example/admin/customers?q=jane@x.example")
        logging.getLogger(name).warning("%s warns", name)
    text = written()
    assert "jane" not in text
    assert text.count("warns") == 5


def test_only_its_owner_may_read_the_log(written: Callable[[], str], folder: Path) -> None:
    before = os.umask(0o022)
    try:
        log.info("first")
        written()
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(log_path(folder).stat().st_mode) == 0o600


def test_three_files_of_2_mb_are_all_there_ever_is(
    written: Callable[[], str], folder: Path
) -> None:
    for number in range(65):
        log.info("%d %s", number, "x" * 100_000)
    written()
    files = sorted(folder.iterdir())
    assert len(files) == 3
    assert all(file.stat().st_size <= 2_000_000 for file in files)
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert log_path(folder).read_text().splitlines()[-1].find(": 64 xxx") > 0


def test_the_window_does_not_wait_for_the_disk(written: Callable[[], str], folder: Path) -> None:
    opened: set[threading.Thread] = set()

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and str(folder) in str(arguments[0]) and arguments[1] != "r":
            opened.add(threading.current_thread())

    sys.addaudithook(watch)
    log.info("a line")
    assert "a line" in written()
    assert opened
    assert threading.main_thread() not in opened


def test_a_full_disk_is_told_once_and_stops_nothing(
    written: Callable[[], str], capsys: pytest.CaptureFixture[str]
) -> None:
    with full_disk(room=200):
        for _ in range(20):
            log.info("a line of some length, with %s", TOKEN)
        text = written()
    assert len(text) <= 200
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert told.startswith("The log cannot be written: ")
    assert TOKEN not in told
