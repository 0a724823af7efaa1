"""Replaces a file at once: before and after a power cut, the old or the new text is there."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def replace_file(file: Path, text: bytes) -> None:
    """Write `text` to `file`, readable for its owner only. Blocks on the disk. Raises OSError, and
    then leaves the old file and no draft."""
    descriptor, draft = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())
        os.replace(draft, file)
    except BaseException:
        os.unlink(draft)
        raise
