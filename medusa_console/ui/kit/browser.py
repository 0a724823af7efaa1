"""Opens pages in the user's own browser."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_page(address: str) -> bool:
    """Show `address`, which whoever calls has looked at, in the system's default browser. Returns
    whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromEncoded(address.encode()))
