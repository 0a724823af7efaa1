"""Finds the data folder, and whether this version may use it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from medusa_console.journal import database
from medusa_console.profile import profile
from medusa_console.profile.folders import NoHomeFolder, data_folder
from medusa_console.ui.window import cannot_start


def usable_folder(override: str | None) -> Path | Callable[[], str]:
    """The data folder, or else what returns the words why there is none: the account has no home,
    or a newer version has used the folder. `override` is the command line's. Creates and changes
    nothing; reads the beginning of two files."""
    try:
        folder = data_folder(override)
    except NoHomeFolder:
        return cannot_start.no_home
    if profile.is_newer(folder) or database.is_newer(folder):
        return partial(cannot_start.newer_data, folder)
    return folder
