"""A text that may be a leak, read from the clipboard or a file."""

from __future__ import annotations

import asyncio
import codecs
import os
import sys
import threading
from pathlib import Path

import pytest

from medusa_console.domain.clipboard_text import LONGEST_CLIPBOARD
from medusa_console.domain.errors import LeakFault, UnusableLeak
from medusa_console.domain.leaks import Reading
from medusa_console.services.leak_reading import (
    LARGEST_FILE,
    Stop,
    read_file,
    read_text,
)
from tests.domain.scanner_samples import reports

HEX = "0123456789abcdef" * 4
SECRET = f"sk_{HEX}"
TEXT = f"Grüße 🎉\r\nMEDUSA_API_KEY={SECRET}\r\n"


class InStep(Stop):
    """Lets no second piece be read before the loop has been told of the first one."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = 0
        self.told = threading.Event()

    def __bool__(self) -> bool:
        self.pieces += 1
        return (self.pieces == 1 or self.told.wait(60)) and super().__bool__()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "app.log"


def put(file: Path, content: bytes) -> int:
    """The number of bytes written."""
    return file.write_bytes(content)


def ignore(_: float) -> None:
    """For a reading whose progress nobody looks at."""


async def read(file: Path) -> Reading:
    return await asyncio.wait_for(read_file(file, ignore, Stop()), 60)


def is_told(reading: Reading, line: int = 2) -> bool:
    """Whether the key was found whole, in its line, with its name."""
    (key,) = reading.keys
    (place,) = key.places
    whole = key.secret is not None and key.secret.get_secret_value() == SECRET
    return whole and (place.line, place.name) == (line, "MEDUSA_API_KEY")


async def test_a_pasted_text_is_read() -> None:
    reading = await read_text(TEXT)
    assert is_told(reading)
    assert (reading.name, reading.lines, reading.size) == ("", 2, len(TEXT.encode()))
    assert is_told(await read_text(f"\ud800\0\n{TEXT.partition(chr(10))[2]}"))


@pytest.mark.parametrize(
    "text", ["x" * (LONGEST_CLIPBOARD + 1), "é" * (LONGEST_CLIPBOARD // 2 + 1)]
)
async def test_a_text_that_is_too_long_to_paste_is_not_read(text: str) -> None:
    with pytest.raises(UnusableLeak) as caught:
        await read_text(text)
    assert caught.value.fault is LeakFault.LONG_TEXT


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
        TEXT.encode("utf-32-le"),
        TEXT.encode("utf-32-be"),
        TEXT.encode("latin-1", "replace"),
        b"\xff\xc3\x28\0\0\n" + TEXT.encode().partition(b"\n")[2],
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le") + b"x",
    ],
)
async def test_a_file_is_read_in_whatever_encoding_it_has(content: bytes, file: Path) -> None:
    put(file, content)
    reading = await read(file)
    assert is_told(reading)
    assert (reading.name, reading.size) == ("app.log", len(content))


async def test_what_a_shell_of_windows_appends_in_another_encoding_is_read(file: Path) -> None:
    put(file, b"Hello\n" * 2_000 + TEXT.partition("\n")[2].encode("utf-16-le"))
    assert is_told(await read(file), line=2_001)


async def test_a_sign_that_is_divided_between_two_pieces_is_read(file: Path) -> None:
    for encoding in ("utf-8", "utf-16", "utf-32"):
        put(file, ("é🎉x" * 60_000 + f"\n{TEXT}").encode(encoding))
        assert is_told(await read(file), line=3)


async def test_the_report_of_a_scanner_is_told_by_its_shape_not_by_its_name(file: Path) -> None:
    for name, text in reports(SECRET).items():
        for encoding in ("utf-8", "utf-8-sig", "utf-16"):  # as PowerShell's > writes it
            put(file, text.encode(encoding))
            for reading in (await read(file), await read_text(text)):
                assert reading.report is not None
                assert reading.report.value == name
                assert reading.keys[0].places[0].file == "deploy/.env"


async def test_an_empty_file_holds_nothing(file: Path) -> None:
    put(file, b"")
    reading = await read(file)
    assert (reading.keys, reading.key_count, reading.lines, reading.size) == ((), 0, 0, 0)


async def test_how_much_is_read_is_told_on_this_thread(file: Path) -> None:
    put(file, b"x" * 700_000)
    told: list[float] = []
    threads: set[threading.Thread] = set()

    def progress(share: float) -> None:
        told.append(share)
        threads.add(threading.current_thread())

    await read_file(file, progress, Stop())
    assert told == sorted(told)
    assert len(told) > 4
    assert told[-1] == 1
    assert threads == {threading.current_thread()}


async def test_a_reading_that_is_stopped_holds_what_was_found_until_then(file: Path) -> None:
    put(file, TEXT.encode() + b"x" * 5_000_000 + TEXT.encode())
    stop = InStep()

    def leave(_: float) -> None:
        stop.ask()
        stop.told.set()

    reading = await read_file(file, leave, stop)
    assert reading.stopped
    assert is_told(reading)
    assert reading.size < 5_000_000


async def test_a_reading_that_nobody_waits_for_any_more_ends(file: Path) -> None:
    put(file, b"x" * 5_000_000)
    stop = InStep()

    def leave(_: float) -> None:
        reading.cancel()
        stop.told.set()

    reading = asyncio.ensure_future(read_file(file, leave, stop))
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert stop


async def test_what_is_no_file_of_bearable_size_is_not_read(tmp_path: Path, file: Path) -> None:
    pipe, large = tmp_path / "pipe", tmp_path / "large"
    loop, dangling = tmp_path / "loop", tmp_path / "dangling"
    os.mkfifo(pipe)
    with large.open("wb") as content:
        content.truncate(LARGEST_FILE + 1)
    loop.symlink_to(loop)
    dangling.symlink_to(tmp_path / "nowhere")
    put(file, b"")
    for place, fault in {
        pipe: LeakFault.NO_FILE,
        Path("/dev/zero"): LeakFault.NO_FILE,
        tmp_path: LeakFault.FOLDER,
        large: LeakFault.TOO_LARGE,
        tmp_path / "nowhere": LeakFault.MISSING,
        file / "below": LeakFault.MISSING,
        dangling: LeakFault.MISSING,
        loop: LeakFault.UNREADABLE,
    }.items():
        with pytest.raises(UnusableLeak) as caught:
            await read(place)
        assert caught.value.fault is fault, place


async def test_a_file_without_permission_is_not_read(file: Path) -> None:
    put(file, TEXT.encode())

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and arguments[0] == str(file) and refused:
            raise PermissionError

    refused = True
    sys.addaudithook(refuse)  # root may read everything
    with pytest.raises(UnusableLeak) as caught:
        await read(file)
    refused = False
    assert caught.value.fault is LeakFault.NOT_ALLOWED


async def test_a_link_leads_to_its_file(tmp_path: Path, file: Path) -> None:
    put(file, TEXT.encode())
    link = tmp_path / "link"
    link.symlink_to(file)
    assert is_told(await read(link))


async def test_a_file_that_shrinks_is_not_taken_for_read(file: Path) -> None:
    put(file, TEXT.encode() + b"x" * 9_000_000)
    stop = InStep()

    def shrink(_: float) -> None:
        os.truncate(file, 1_000)
        stop.told.set()

    with pytest.raises(UnusableLeak) as caught:
        await read_file(file, shrink, stop)
    assert caught.value.fault is LeakFault.SHRUNK


async def test_a_file_that_grows_is_read_to_the_end_that_it_had(file: Path) -> None:
    size = put(file, TEXT.encode() + b"x" * 2_000_000)

    stop = InStep()

    def grow(_: float) -> None:
        with file.open("ab") as end:
            end.write(b"x" * 100_000)
        stop.told.set()

    reading = await asyncio.wait_for(read_file(file, grow, stop), 60)
    assert is_told(reading)
    assert (reading.size, reading.stopped) == (size, False)


async def test_a_key_in_a_files_name_is_not_given_away(tmp_path: Path) -> None:
    place = tmp_path / f"{SECRET}.log"
    with pytest.raises(UnusableLeak) as caught:
        await read(place)
    put(place, b"")
    assert HEX[6:] not in f"{caught.value} {(await read(place)).name}"


async def test_the_disk_is_not_waited_for_on_the_thread_of_the_window(file: Path) -> None:
    put(file, TEXT.encode())
    opened: set[threading.Thread] = set()

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and arguments[0] == str(file):
            opened.add(threading.current_thread())

    sys.addaudithook(watch)
    await read(file)
    assert opened
    assert threading.main_thread() not in opened
