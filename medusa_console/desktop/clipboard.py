"""The desktop's clipboard, for secrets. They never go into the selection (middle click)."""

from __future__ import annotations

import sys

from pydantic import SecretStr
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard

_NO = (0).to_bytes(4, "little")
_YES = (1).to_bytes(4, "little")


def secret_formats(platform: str) -> dict[str, bytes]:
    """What tells clipboard managers on `platform` that the text is a password, by MIME type.

    Seen to arrive on X11 only. Qt hands the type for macOS on under a name of its own, since
    PySide6 has no QUtiMimeConverter.
    """
    if platform == "win32":
        return {
            _windows("ExcludeClipboardContentFromMonitorProcessing"): _YES,
            _windows("CanIncludeInClipboardHistory"): _NO,
            _windows("CanUploadToCloudClipboard"): _NO,
        }
    if platform == "darwin":
        return {"org.nspasteboard.ConcealedType": b""}
    return {"x-kde-passwordManagerHint": b"secret"}


def _windows(name: str) -> str:
    return f'application/x-qt-windows-mime;value="{name}"'


class SystemClipboard:
    """Implements ports.Clipboard; for the GUI thread."""

    def __init__(self, clipboard: QClipboard) -> None:
        self._clipboard = clipboard

    def copy_secret(self, secret: SecretStr) -> None:
        """Put it there as plain text, marked as a password for clipboard managers."""
        data = QMimeData()
        data.setText(secret.get_secret_value())
        for name, value in secret_formats(sys.platform).items():
            data.setData(name, value)
        self._clipboard.setMimeData(data, QClipboard.Mode.Clipboard)

    def holds(self, secret: SecretStr) -> bool:
        """Whether the clipboard's text is this secret."""
        return self._clipboard.text(QClipboard.Mode.Clipboard) == secret.get_secret_value()

    def clear(self) -> None:
        """Empty it."""
        self._clipboard.clear(QClipboard.Mode.Clipboard)

    def overwrite(self, text: str) -> None:
        """Put a neutral text there, for a clipboard manager that brings the secret back."""
        self._clipboard.setText(text, QClipboard.Mode.Clipboard)
