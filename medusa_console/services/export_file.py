"""Writes a file where the user wants it, and tells why it cannot."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from medusa_console.domain.errors import ExportFault, ExportUnwritable
from medusa_console.replacing import replace_file

_FAULTS: Final = {
    errno.ENOENT: ExportFault.NO_PLACE,
    errno.ENOTDIR: ExportFault.NO_PLACE,
    errno.EISDIR: ExportFault.FOLDER,
    errno.EACCES: ExportFault.NOT_ALLOWED,
    errno.EPERM: ExportFault.NOT_ALLOWED,
    errno.EROFS: ExportFault.NOT_ALLOWED,
    errno.ENOSPC: ExportFault.FULL,
    errno.EDQUOT: ExportFault.FULL,
}


def require_place(path: Path) -> None:
    """Raise ExportUnwritable if no file can be written to `path`. Blocks on the disk."""
    if not path.parent.is_dir():
        raise ExportUnwritable(path.name, ExportFault.NO_PLACE)
    if path.is_dir():
        raise ExportUnwritable(path.name, ExportFault.FOLDER)
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise ExportUnwritable(path.name, ExportFault.NOT_ALLOWED)


async def write_file(path: Path, content: Callable[[], bytes]) -> None:
    """Write what `content` makes, on a thread, to `path`, at once and readable for its owner only.
    Raises ExportUnwritable; an earlier file is then as it was."""
    await asyncio.to_thread(_write, path, content)


def _write(path: Path, content: Callable[[], bytes]) -> None:
    try:
        replace_file(path, content())
    except OSError as error:
        fault = _FAULTS.get(error.errno or 0, ExportFault.OTHER)
        raise ExportUnwritable(path.name, fault, error.strerror or "") from error
