"""A minimal Debian in a folder: no Python, no desktop, nothing of this computer's."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "build/clean-room/base"
_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
_PATIENCE_S = 600.0


class Room:
    """The Debian in `folder`, of which a copy is used up by one run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(
        self,
        *command: str,
        environment: Mapping[str, str] | None = None,
        user: int | None = None,
        check: bool = False,
    ) -> subprocess.CompletedProcess[str]:
        """Run a command in there, with `environment` alone, as root or as the account `user`."""
        return subprocess.run(
            self.command(*command, user=user),
            env={"PATH": _PATH} if environment is None else dict(environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=check,
        )

    def command(self, *command: str, user: int | None = None) -> list[str]:
        """What runs `command` in there, in the process that is started."""
        account = [f"--userspec={user}:{user}"] if user is not None else []
        return ["/usr/sbin/chroot", *account, str(self.folder), *command]

    def apt(self, *words: str) -> str:
        """Run apt-get; what it says."""
        done = self.run(
            "apt-get", "-y", "-qq", "--no-install-recommends", *words,
            environment={"PATH": _PATH, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"},
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    def put(self, file: Path) -> str:
        """Copy `file` in; its path there."""
        shutil.copy(file, self.folder / "srv" / file.name)
        return f"/srv/{file.name}"

    def path(self, inside: str) -> Path:
        """Where a path of the inside is outside."""
        return self.folder / inside.lstrip("/")

    def files(self) -> set[str]:
        """Every file and folder, but for what dpkg and apt keep for themselves."""
        kept = ("/proc", "/var/lib/dpkg", "/var/lib/apt", "/var/log", "/var/cache", "/tmp")
        found = set()
        for folder, folders, names in os.walk(self.folder):
            inside = "/" + str(Path(folder).relative_to(self.folder))
            inside = "" if inside == "/." else inside
            folders[:] = [one for one in folders if not f"{inside}/{one}".startswith(kept)]
            found |= {f"{inside}/{name}" for name in (*folders, *names)}
        return found


@contextmanager
def room(folder: Path) -> Iterator[Room]:
    """A fresh copy of the minimal Debian; its mounts are gone afterwards, and so is the copy."""
    subprocess.run(["cp", "-a", "--reflink=auto", str(BASE), str(folder)], check=True)
    with ExitStack() as stack:
        stack.callback(_remove, folder)
        stack.enter_context(mounted("proc", folder / "proc", "-t", "proc"))
        yield Room(folder)


@contextmanager
def mounted(source: str, place: Path, *options: str) -> Iterator[None]:
    """Mount `source` on `place`, as mount does with `options`."""
    if Path(source).is_dir() or not Path(source).exists():
        place.mkdir(parents=True, exist_ok=True)
    else:
        place.touch()
    subprocess.run(["mount", *options, source, str(place)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def _remove(folder: Path) -> None:
    """Remove a room, but never what is still mounted in it."""
    mounts = Path("/proc/self/mounts").read_text(encoding="utf-8")
    assert f" {folder}/" not in mounts, mounts
    shutil.rmtree(folder)
