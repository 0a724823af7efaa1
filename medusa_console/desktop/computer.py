"""Tells this computer from others."""

from __future__ import annotations

from PySide6.QtCore import QSysInfo


def computer_id() -> str:
    """What identifies this installation of the system; "" where the system does not say."""
    return bytes(QSysInfo.machineUniqueId().data()).decode(errors="replace")
