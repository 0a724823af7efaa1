"""Runs the tests: `python -m tests` all of them in two processes, `python -m tests [pytest
arguments]` those asked for, in one.

On Debian it first installs what the tests need beyond Python (as root), or prints the line that
does and stops. Standard library only, so that it can say what is missing before anything fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# A file stays in one process, since its tests share what takes long to start. Files go out in the
# order of the folders: by their number of tests, the few that start whole desktops and servers
# would come last, and one process would wait for the other.
IN_TWO_PROCESSES = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]

PACKAGES = [
    "libgl1",
    "libegl1",
    "libglib2.0-0",
    "libdbus-1-3",
    "libfontconfig1",
    "libfreetype6",
    "libx11-6",
    "libx11-xcb1",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-shape0",
    "libxcb-xkb1",
    "xvfb",
    "xauth",
    "openbox",
    "xclip",
    "xdotool",
    "x11-utils",
    "dbus",
    "gnome-keyring",
    "at-spi2-core",
    "gir1.2-atspi-2.0",
    "python3-gi",
    "fonts-inter",
    "fonts-jetbrains-mono",
    "imagemagick",
    "curl",
]


def missing_packages() -> list[str]:
    """Those of PACKAGES that Debian's package database does not call installed."""
    found = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package}\t${db:Status-Status}\n", *PACKAGES],
        capture_output=True,
        text=True,
        check=False,  # a package it has never heard of is one more that is missing
    )
    installed = {
        line.split("\t")[0] for line in found.stdout.splitlines() if line.endswith("\tinstalled")
    }
    return [package for package in PACKAGES if package not in installed]


def install(packages: list[str]) -> None:
    """Install them as root; otherwise print the exact line and stop."""
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        sys.exit(
            "The tests need Debian packages that are not installed. As root:\n  " + " ".join(line)
        )
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=environment)
    subprocess.run([*line, "-qq"], check=True, env=environment)


def main() -> int:
    """Install what is missing, then run pytest with the given arguments."""
    arguments = sys.argv[1:] or IN_TWO_PROCESSES
    desktop = shutil.which("dpkg-query") is not None
    if desktop:
        if missing := missing_packages():
            install(missing)
    else:
        arguments = [*arguments, "-m", "not desktop"]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    code = subprocess.call([sys.executable, "-m", "pytest", *arguments], cwd=ROOT, env=environment)
    if not desktop:
        print("NOT RUN: the tests marked 'desktop' (real window, clipboard, keyring) need Debian.")
    return code


if __name__ == "__main__":
    sys.exit(main())
