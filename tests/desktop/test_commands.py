"""A command gets a key on its standard input, and nothing of the key anywhere else."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from medusa_console.desktop.commands import SystemCommands
from medusa_console.domain.command_line import LONGEST_OUTPUT
from medusa_console.domain.errors import CommandFault, UnusableCommand
from medusa_console.domain.tokens import redact
from tests.system import runs
from tests.waiting import until

KEY = "sk_" + "a1" * 32
SECRET = SecretStr(KEY)
PYTHON = Path(sys.executable)


def program(folder: Path, name: str, text: str) -> Path:
    """A program in Python that reads nothing of its surroundings."""
    file = folder / name
    file.write_text(f"#!{PYTHON} -I\nimport os, sys, time\n{text}\n")
    file.chmod(0o700)
    return file


async def test_the_key_arrives_unseen_and_the_surroundings_are_clean(tmp_path: Path) -> None:
    look = program(
        tmp_path,
        "look",
        "key = sys.stdin.read()\n"
        "seen = open('/proc/self/environ').read() + open('/proc/self/cmdline').read()\n"
        "print(len(key), key[:3], key in seen, sorted(os.environ), os.getcwd(), sys.argv[1:])\n"
        "print(os.getpgid(0) == os.getpid())",
    )
    folder = tmp_path / "work"
    folder.mkdir()
    environment = {
        "PATH": f"{tmp_path}:/usr/bin",
        "HOME": "/home/somebody",
        "GH_TOKEN": "x",
        "MY_SECRET": "y",
        "LD_PRELOAD": "/evil.so",
        "PYTHONPATH": "/evil",
        "GIT_DIR": "/elsewhere",
    }
    commands = SystemCommands(environment)
    command = await commands.find("look 'two words' $HOME *", str(folder))
    assert (command.program, command.arguments) == (str(look), ("two words", "$HOME", "*"))
    ended = await commands.run(command, SECRET)
    names = ["HOME", "NO_COLOR", "PATH", "TERM"]
    assert ended.code == 0
    told = f"67 sk_ False {names} {folder} ['two words', '$HOME', '*']\nTrue"
    assert ended.output.replace("'LC_CTYPE', ", "") == told


async def test_what_does_not_run_is_refused_with_its_reason(tmp_path: Path) -> None:
    program(tmp_path, "here", "")
    (tmp_path / "text").write_text("no program")
    broken = tmp_path / "broken"
    broken.write_text("#!/no/such/interpreter\n")
    broken.chmod(0o700)
    paths = [".", "", str(tmp_path), "bin"]
    commands = SystemCommands({"PATH": os.pathsep.join(paths)})
    here = str(tmp_path)
    cases = [
        ("", here, CommandFault.EMPTY),
        ("''", here, CommandFault.EMPTY),
        ("gh 'secret", here, CommandFault.QUOTE),
        (f"gh secret set KEY --body {KEY}", here, CommandFault.KEY),
        ("gh " + "'".join(KEY) + "'", here, CommandFault.KEY),
        ("gh " + "''".join("a1" * 32), here, CommandFault.KEY),
        ("gh secret set KEY | cat", here, CommandFault.SHELL),
        ("cat > key.txt", here, CommandFault.SHELL),
        ("gh\u202e set", here, CommandFault.CHARACTER),
        ("gh\0", here, CommandFault.CHARACTER),
        ("x" * 501, here, CommandFault.TOO_LONG),
        ("./here", here, CommandFault.RELATIVE),
        ("bin/here", here, CommandFault.RELATIVE),
        ("here", here, CommandFault.NOT_FOUND),  # only the current folder has it
        ("no-such-program", here, CommandFault.NOT_FOUND),
        (str(tmp_path / "text"), here, CommandFault.NOT_A_PROGRAM),
        (here, here, CommandFault.NOT_A_PROGRAM),
        ("here", "work", CommandFault.NO_FOLDER),
        ("here", "~no-such-account", CommandFault.NO_FOLDER),
        ("~no-such-account/here", here, CommandFault.RELATIVE),
        ("here", "/" + "x" * 5000, CommandFault.NO_FOLDER),
        ("here", str(tmp_path / "nowhere"), CommandFault.NO_FOLDER),
    ]
    before = Path.cwd()
    os.chdir(tmp_path)  # what `.` and an empty entry would mean
    try:
        for line, folder, fault in cases:
            with pytest.raises(UnusableCommand) as caught:
                await commands.find(line, folder)
            assert caught.value.fault is fault, line
            assert KEY not in str(caught.value)
        with pytest.raises(UnusableCommand) as caught:  # what `.` means to the program itself
            await SystemCommands({"PATH": "."}).find("here", "/")
        assert caught.value.fault is CommandFault.NOT_FOUND
    finally:
        os.chdir(before)
    command = await commands.find(str(broken), here)
    with pytest.raises(UnusableCommand) as caught:
        await commands.run(command, SECRET)
    assert caught.value.fault is CommandFault.NOT_STARTED


async def test_whatever_a_command_does_its_end_is_told_without_the_key(tmp_path: Path) -> None:
    cases = {
        "echo": ("sys.stdout.write('\\x1b[31mgot ' + sys.stdin.read())", 0, f"got {redact(KEY)}"),
        "parted": ("print('\\n'.join(sys.stdin.read()))", 0, "***"),
        "fails": ("print('no', file=sys.stderr); sys.exit(1)", 1, "no"),
        "deaf": ("sys.stdin.close(); print('ok')", 0, "ok"),
        "killed": ("os.kill(os.getpid(), 9)", -9, ""),
        "binary": ("sys.stdout.buffer.write(b'\\xff\\x00\\x07end')", 0, "\ufffdend"),
    }
    commands = SystemCommands({})
    for name, (text, code, output) in cases.items():
        file = program(tmp_path, name, text)
        ended = await commands.run(await commands.find(str(file), "/"), SECRET)
        assert (ended.code, ended.output) == (code, output), name
        assert KEY not in repr(ended)


async def test_a_flood_of_output_is_read_to_its_end_and_little_of_it_kept(tmp_path: Path) -> None:
    flood = program(
        tmp_path,
        "flood",
        "line = b'x' * 99 + b'\\n'\nfor _ in range(1000): os.write(1, line * 1000)\n"
        "print('at last')",
    )
    commands = SystemCommands({})
    ended = await commands.run(await commands.find(str(flood), "/"), SECRET)
    assert ended.code == 0
    assert ended.cut
    assert len(ended.output) <= LONGEST_OUTPUT
    assert ended.output.endswith("at last")


async def test_a_command_that_hangs_is_killed_with_what_it_started(tmp_path: Path) -> None:
    note = tmp_path / "pids"
    hang = program(
        tmp_path,
        "hang",
        "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nchild = os.fork()\n"
        f"if child: open({str(note)!r} + '.new', 'w').write(f'{{os.getpid()}} {{child}}')\n"
        f"if child: os.rename({str(note)!r} + '.new', {str(note)!r})\n"
        "while True: time.sleep(100)",
    )
    commands = SystemCommands({})
    command = await commands.find(str(hang), "/")
    running = asyncio.ensure_future(commands.run(command, SECRET))
    await until(note.exists)
    pids = [int(pid) for pid in note.read_text().split()]
    assert all(map(runs, pids))
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    await until(lambda: not any(map(runs, pids)))


async def test_what_a_command_leaves_running_keeps_nobody_waiting(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    leaves = program(
        tmp_path,
        "leaves",
        "child = os.fork()\nif not child: time.sleep(100)\n"
        f"open({str(note)!r}, 'w').write(str(child))\nprint('done', flush=True)\nos._exit(0)",
    )
    commands = SystemCommands({})
    ended = await commands.run(await commands.find(str(leaves), "/"), SECRET)
    assert (ended.code, ended.output) == (0, "done")
    left = int(note.read_text())
    assert runs(left), "it was not asked to end"
    os.kill(left, 9)
