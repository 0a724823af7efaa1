"""Replaces a file at once: before and after a power cut, the old or the new text is there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def replace_file(
    file: Path,
    text: bytes,
    *,
    mode: int | None = None,
    check: Callable[[], None] = lambda: None,
) -> None:
    """Write `text` to `file`, readable for its owner only, or with the permissions `mode`. `check`
    runs last before the old file goes, and may raise. Blocks on the disk. Raises OSError, and what
    `check` raises, and then leaves the old file and no draft."""
    descriptor, draft = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())
        if mode is not None:
            os.chmod(draft, mode)
        check()
        os.replace(draft, file)
    except BaseException:
        os.unlink(draft)
        raise
