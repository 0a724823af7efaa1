"""Runs a command of the user's with a secret on its standard input.

No shell, no environment but a few variables, a process group of its own. The secret is on the
standard input alone, never among the arguments or the variables, which other programs can read.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING

from medusa_console.domain.command_line import LONGEST_OUTPUT, Command, Finished, words_of
from medusa_console.domain.errors import CommandFault, UnusableCommand
from medusa_console.domain.tokens import mask, visible

if TYPE_CHECKING:
    from pydantic import SecretStr

_LOOK = 0.02
# A program that the command left running may hold its output open. Looks, not seconds: a computer
# that sleeps right now has read nothing meanwhile.
_LAST_LOOKS = 25
_CHUNK = 1 << 16
_STOPPED = -1

# What a program needs to find its files, its language, the desktop and an agent that holds keys.
# Whatever else is set may be a token, or may change what a program loads.
_PASSED_ON = (
    *("PATH", "HOME", "USER", "LOGNAME", "SHELL", "TMPDIR", "TZ"),
    *("LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES"),
    *("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"),
    *("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"),
    *("SSH_AUTH_SOCK", "GNUPGHOME", "PASSWORD_STORE_DIR", "KUBECONFIG"),
    *("SYSTEMROOT", "SYSTEMDRIVE", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TEMP", "TMP"),
    *("PROGRAMDATA", "PROGRAMFILES", "PATHEXT"),
)
_SET = {"NO_COLOR": "1", "TERM": "dumb"}
_WINDOWS_ENDS = (".exe", ".com")  # others run through a shell


class SystemCommands:
    """Implements ports.Commands."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._environment = environment

    async def find(self, line: str, folder: str) -> Command:
        """What `line` runs in `folder`; see ports.Commands."""
        return await asyncio.to_thread(self._find, line, folder)

    async def run(self, command: Command, text: SecretStr) -> Finished:
        """Run `command` with `text` on its standard input; see ports.Commands."""
        running = _Running(command, _cleaned(self._environment))
        try:
            return await asyncio.to_thread(running.run, text)
        finally:
            running.stop()

    def _find(self, line: str, folder: str) -> Command:
        name, *arguments = words_of(line)
        place, program = _expanded(folder), _expanded(name)
        if not place.is_absolute() or not os.path.isdir(place):
            raise UnusableCommand(CommandFault.NO_FOLDER)
        if program.is_absolute():
            if not _is_program(program):
                raise UnusableCommand(CommandFault.NOT_A_PROGRAM)
        elif program.name != name:  # a path from a folder that nobody sees
            raise UnusableCommand(CommandFault.RELATIVE)
        else:
            program = self._on_path(name, place)
        return Command(str(program), tuple(arguments), str(place))

    def _on_path(self, name: str, place: Path) -> Path:
        """The program called `name`, never out of the folder that it runs in."""
        ends = ("",) if os.name != "nt" or name.lower().endswith(_WINDOWS_ENDS) else _WINDOWS_ENDS
        here = os.path.realpath(place)
        for entry in self._environment.get("PATH", "").split(os.pathsep):
            folder = Path(entry)
            if not folder.is_absolute() or os.path.realpath(folder) == here:
                continue
            for end in ends:
                if _is_program(folder / f"{name}{end}"):
                    return folder / f"{name}{end}"
        raise UnusableCommand(CommandFault.NOT_FOUND)


class _Running:
    """One run. `run` blocks until the command has ended; `stop` ends it from another thread."""

    def __init__(self, command: Command, environment: dict[str, str]) -> None:
        self._command = command
        self._environment = environment
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._output = bytearray()
        self._cut = False

    def run(self, text: SecretStr) -> Finished:
        """The end of the command. Raises UnusableCommand if the system does not start it."""
        with self._lock:
            if self._stopping.is_set():
                return Finished(_STOPPED, "")
            process = self._process = self._start()
        assert process.stdin is not None  # noqa: S101  # as PIPE says
        assert process.stdout is not None  # noqa: S101
        reader = threading.Thread(target=self._read, args=(process.stdout,), daemon=True)
        reader.start()
        _give(process.stdin, text)
        while not self._has_ended(process):
            self._stopping.wait(_LOOK)
        for _ in range(_LAST_LOOKS):
            reader.join(_LOOK)
        return Finished(process.returncode, _without_keys(bytes(self._output)), self._cut)

    def stop(self) -> None:
        """Kill the command, and what it has started in its process group."""
        with self._lock:
            self._stopping.set()
            process = self._process
            if process is None or process.poll() is not None:
                return
            if os.name == "nt":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)

    def _start(self) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(  # noqa: S603  # the user has typed it and seen what it runs
                [self._command.program, *self._command.arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                bufsize=0,
                cwd=self._command.folder,
                env=self._environment,
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            detail = getattr(error, "strerror", None) or type(error).__name__
            raise UnusableCommand(CommandFault.NOT_STARTED, detail) from None

    def _has_ended(self, process: subprocess.Popen[bytes]) -> bool:
        # Under the lock, so that no number of a process that is gone is ever killed.
        with self._lock:
            return process.poll() is not None

    def _read(self, output: IO[bytes]) -> None:
        with output:
            while chunk := output.read(_CHUNK):
                self._output += chunk
                if len(self._output) > LONGEST_OUTPUT:
                    self._cut = True
                    del self._output[:-LONGEST_OUTPUT]


def _give(stdin: IO[bytes], text: SecretStr) -> None:
    """Write `text`, which is shorter than what a pipe takes without waiting."""
    try:
        with stdin:
            stdin.write(text.get_secret_value().encode())
    except OSError:
        return  # it ended, or closed its input, without reading: its exit code tells more


def _without_keys(output: bytes) -> str:
    text = output.decode(errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    return mask("\n".join(map(visible, text.split("\n"))).strip())


def _cleaned(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: environment[name] for name in _PASSED_ON if name in environment} | _SET


def _expanded(path: str) -> Path:
    """The path with the home folder for a `~`; as it is, if there is no such account."""
    return Path(os.path.expanduser(path))


def _is_program(file: Path) -> bool:
    if os.name == "nt" and file.suffix.lower() not in _WINDOWS_ENDS:
        return False
    return os.path.isfile(file) and os.access(file, os.X_OK)
