"""Makes the files of a data folder private."""

from __future__ import annotations

import logging
import os
import re
import stat
from pathlib import Path

log = logging.getLogger(__name__)

_OURS = re.compile(
    r"\.?(stores\.json|preferences\.json|journal\.sqlite3|demo\.(sqlite3|damaged)|"
    r"medusa-console\.log|instance\.lock|receipts)"
)


def make_private(folder: Path) -> None:
    """Take from other accounts what they may do with the program's files in `folder`, and with the
    folder unless other things are in it as well.

    New files are private anyway; this is about copies, backups and older versions. Links are left
    alone, and so is what belongs to somebody else. Blocks on the disk.
    """
    if os.name == "nt":  # a profile folder is private there
        return
    try:
        place = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        log.info("the data folder cannot be made private: %s", error.strerror)
        return
    try:
        names = os.listdir(place)
        for name in filter(_OURS.match, names):
            _make_file_private(name, place)
        if all(map(_OURS.match, names)):
            _restrict(place, "the data folder")
    finally:
        os.close(place)


def _make_file_private(name: str, place: int) -> None:
    try:
        # O_NONBLOCK, because opening a pipe would wait for its writer.
        file = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=place)
    except OSError as error:
        log.info("%s is left as it is: %s", name, error.strerror)
        return
    try:
        if stat.S_ISREG(os.fstat(file).st_mode):
            _restrict(file, name)
    finally:
        os.close(file)


def _restrict(opened: int, name: str) -> None:
    mode = stat.S_IMODE(os.fstat(opened).st_mode)
    if not mode & 0o077:
        return
    try:
        os.fchmod(opened, mode & 0o700)
        log.info("%s was open to other accounts (%o)", name, mode)
    except OSError as error:
        log.warning("%s stays open to other accounts: %s", name, error.strerror)
