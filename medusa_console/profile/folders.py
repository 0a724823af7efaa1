"""Finds the data folder."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def data_folder(override: str | None = None) -> Path:
    """`override` (the command line), else MEDUSA_CONSOLE_DATA, else the system's default folder.

    Creates nothing.
    """
    chosen = override or os.environ.get("MEDUSA_CONSOLE_DATA")
    if chosen:
        return Path(chosen).expanduser().absolute()
    return platformdirs.user_data_path("medusa-console", appauthor=False)
