"""Finding parts of a widget by the names that they are known by."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def find(within: QWidget, kind: type[W], name: str) -> W:
    """The one part of `within` that has that objectName."""
    found = within.findChild(kind, name)
    assert found is not None, f"there is no {name}"
    return found
