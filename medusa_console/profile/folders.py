"""Finds the data folder."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


class NoHomeFolder(Exception):
    """The account has no home folder, in which the data folder would be."""


def data_folder(override: str | None = None) -> Path:
    """`override` (the command line), else MEDUSA_CONSOLE_DATA, else the system's default folder.

    Creates nothing. Raises NoHomeFolder.
    """
    chosen = override or os.environ.get("MEDUSA_CONSOLE_DATA")
    try:
        if chosen:
            return Path(chosen).expanduser().absolute()
        folder = platformdirs.user_data_path("medusa-console", appauthor=False)
    except RuntimeError as error:
        raise NoHomeFolder from error
    if not folder.is_absolute():  # it would be another one at every start
        raise NoHomeFolder
    return folder
