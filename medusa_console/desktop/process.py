"""Hardens the process: private files, and no access to its memory."""

from __future__ import annotations

import ctypes
import logging
import os
import sys
from collections.abc import Callable, Mapping

log = logging.getLogger(__name__)

_PR_SET_DUMPABLE = 4


def harden_process() -> None:
    """Make new files private, prevent core dumps, and keep other programs from reading the memory.

    Call it before any secret is loaded. A step that the system refuses is logged, and the rest go
    on.
    """
    for step in steps(sys.platform, os.environ):
        try:
            step()
        except (OSError, ValueError, AttributeError) as error:
            log.warning("%s is not in force: %s", step.__name__, error)


def steps(platform: str, environment: Mapping[str, str]) -> tuple[Callable[[], None], ...]:
    """The steps of `harden_process` on `platform` (as sys.platform names it)."""
    if platform == "win32":
        return (private_files,)
    if platform != "linux":
        return (private_files, no_core_file)
    if "FLATPAK_ID" in environment or "SNAP" in environment:
        # Desktop portals look the program up in /proc, which not_dumpable closes.
        return (private_files, no_core_file)
    return (private_files, no_core_file, not_dumpable)


def private_files() -> None:
    """Make new files and folders accessible to their owner only."""
    os.umask(0o077)


def no_core_file() -> None:
    """Prevent a core dump on disk after a crash."""
    import resource  # not available on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def not_dumpable() -> None:
    """Keep the user's other programs, and crash handlers, from reading the memory."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
