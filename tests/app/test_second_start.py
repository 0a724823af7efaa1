"""A second start: hardened like any other, it brings the first to the front and ends."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from medusa_console.desktop.instance import SingleInstance
from tests.waiting import until

# The whole start, up to finding that another program has the folder; then what is in force.
START = """
import ctypes, os, resource, sys
from medusa_console.__main__ import main
ended = main(["--data-folder", sys.argv[1]])
core = resource.getrlimit(resource.RLIMIT_CORE)
print(ended, oct(os.umask(0)), core, ctypes.CDLL(None).prctl(3))
"""


async def started(folder: Path) -> str:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", START, str(folder), stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    return output.decode()


async def test_a_second_start_raises_the_first_and_has_denied_itself_what_it_may_not_do(
    tmp_path: Path,
) -> None:
    first = SingleInstance(tmp_path)
    heard: list[bool] = []
    first.raise_requested.connect(lambda: heard.append(True))
    assert first.acquire()
    try:
        assert await started(tmp_path) == "0 0o77 (0, 0) 0\n"
        await until(lambda: heard)
    finally:
        first.release()
    assert heard == [True]
