"""The temporary folder of one run, and the end of what a killed run left behind.

A run is known by a record in the cache folder, which holds the path of the run's folder and is
locked as long as the run's process lives. A record that can be locked belongs to a dead run.
"""

import fcntl
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import platformdirs
import psutil  # type: ignore[import-untyped]

POSTGRES = "postgres"
NODE_PID = "node.pid"
_PATIENCE_S = 10


def cache_root() -> Path:
    """The folder in the user's cache which all runs on this machine share."""
    return platformdirs.user_cache_path("medusa-console-tests", ensure_exists=True)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file `path` against all other processes; waits for it."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def run_folder() -> Iterator[Path]:
    """Yield an own temporary folder; first clear away the folders and processes of killed runs.

    PostgreSQL's data goes to `<folder>/postgres`, and a Node.js process writes its pid to
    `<folder>/<its folder>/node.pid`: at the end, whatever of these still lives is ended.
    """
    records = cache_root() / "runs"
    records.mkdir(exist_ok=True)
    with locked(cache_root() / "runs.lock"):
        _clear_killed_runs(records)
        # As root, pgserver opens every parent of its data to everybody: no place below a home.
        place = "/tmp" if os.geteuid() == 0 else None  # noqa: S108 (mkdtemp makes it ours)
        folder = Path(tempfile.mkdtemp(prefix="medusa-", dir=place)).resolve()
        record = records / folder.name
        record.write_text(str(folder))
        owner = record.open()
        fcntl.flock(owner, fcntl.LOCK_EX)
    with owner:
        try:
            yield folder
        finally:
            _clear(folder)
            with locked(cache_root() / "runs.lock"):
                record.unlink()


def end_group(leader: int, how: signal.Signals = signal.SIGTERM) -> None:
    """End the process `leader` and those it forked (Medusa's migration does), by `how` or SIGKILL.

    It must lead a process group of its own. Raises RuntimeError if they survive even that.
    """
    try:
        process = psutil.Process(leader)
        family = [process, *process.children(recursive=True)]
        for one in family:
            with suppress(psutil.NoSuchProcess):
                one.resume()  # a killed test may have left its database frozen
        for ending in (how, signal.SIGKILL):
            os.killpg(leader, ending)
            _, alive = psutil.wait_procs(family, timeout=_PATIENCE_S)
            # In some containers nobody ever asks for the exit code of an orphan.
            if all(left.status() == psutil.STATUS_ZOMBIE for left in alive):
                return
    except (psutil.NoSuchProcess, ProcessLookupError):
        return
    raise RuntimeError(f"processes do not end: {alive}")


def _clear_killed_runs(records: Path) -> None:
    for record in records.iterdir():
        with record.open() as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            folder = Path(file.read())
            if folder.name == record.name:  # else the run was killed while it wrote the record
                _clear(folder)
            record.unlink()


def _clear(folder: Path) -> None:
    for pid_file in folder.glob(f"*/{NODE_PID}"):
        _end_recorded(pid_file, folder, signal.SIGTERM)
    # SIGINT: PostgreSQL ends at once, where SIGTERM waits for its clients to leave.
    _end_recorded(folder / POSTGRES / "postmaster.pid", folder, signal.SIGINT)
    if folder.exists():
        shutil.rmtree(folder)


def _end_recorded(pid_file: Path, folder: Path, how: signal.Signals) -> None:
    """End the group of the pid in the file's first line, if its command line names `folder`."""
    if not pid_file.exists():
        return
    lines = pid_file.read_text().splitlines()
    if not lines:
        return  # killed between making and writing the file
    try:
        command_line = psutil.Process(int(lines[0])).cmdline()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return  # it has ended, or its pid now belongs to a process of somebody else
    if any(str(folder) in argument for argument in command_line):
        end_group(int(lines[0]), how)
