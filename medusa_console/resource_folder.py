"""Finds the folder of resources in the source tree, an installed wheel or a frozen bundle."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path


@cache
def resource_folder() -> Path:
    """The folder that holds `app.qss`, `icons` and `i18n`. Raises FileNotFoundError."""
    package = Path(str(files("medusa_console")))
    for folder in (package / "_resources", package.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("resources")
