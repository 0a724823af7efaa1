"""The desktop's clipboard, for secrets. A secret never goes into the selection (middle click)."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard

from medusa_console.domain.clipboard_text import (
    LONGEST_CLIPBOARD,
    ClipboardText,
    Content,
    is_too_long,
)

if TYPE_CHECKING:
    from pydantic import SecretStr

_PLAIN = "text/plain"
_FILES = "text/uri-list"
# A target of X11's conventions (ICCCM 2.6.2).
_LENGTH = "LENGTH"
_LENGTH_BYTES = 4
_FORMATTED = ("text/html", "text/rtf", "application/rtf")
_NO = (0).to_bytes(4, "little")
_YES = (1).to_bytes(4, "little")


def secret_formats(platform: str) -> dict[str, bytes]:
    """The MIME types that mark a text as a password for clipboard managers on `platform`.

    Only the types on X11 were seen to arrive. For macOS, Qt passes the type on under a name of its
    own, because PySide6 has no QUtiMimeConverter.
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
        """Copy the secret as plain text, marked as a password for clipboard managers."""
        data = QMimeData()
        data.setText(secret.get_secret_value())
        for name, value in secret_formats(sys.platform).items():
            data.setData(name, value)
        self._clipboard.setMimeData(data, QClipboard.Mode.Clipboard)

    def holds(self, secret: SecretStr) -> bool:
        """Whether the clipboard's text is this secret."""
        return self._clipboard.text(QClipboard.Mode.Clipboard) == secret.get_secret_value()

    def read(self) -> ClipboardText:
        """The plain text that any program has copied, or what there is instead.

        The formats are looked at first, so that no picture is fetched, and the length, where the
        other program tells it: most do not, and then the text has to be fetched to be measured (on
        X11 about 10 ms for each MiB). Qt waits up to 5 s for a program that does not answer.
        """
        data = self._clipboard.mimeData(QClipboard.Mode.Clipboard)
        if data is None:  # an emptied clipboard, against PySide's hints
            return ClipboardText(Content.NOTHING)
        formats = data.formats()
        if _FILES in formats and any(url.isLocalFile() for url in data.urls()):
            return ClipboardText(Content.FILES)
        if _PLAIN not in formats:
            return ClipboardText(_instead(formats))
        told = data.data(_LENGTH).data()[:_LENGTH_BYTES] if _LENGTH in formats else b""
        if int.from_bytes(told, sys.byteorder) > LONGEST_CLIPBOARD:
            return ClipboardText(Content.TOO_LONG)
        text = data.text()
        if not text:
            return ClipboardText(Content.NOTHING)
        if is_too_long(text):
            return ClipboardText(Content.TOO_LONG)
        from pydantic import SecretStr  # would delay the first paint

        return ClipboardText(Content.TEXT, SecretStr(text))

    def clear(self) -> None:
        """Empty the clipboard."""
        self._clipboard.clear(QClipboard.Mode.Clipboard)

    def overwrite(self, text: str) -> None:
        """Replace the clipboard by a neutral text, when a clipboard manager restores the secret."""
        self._clipboard.setText(text, QClipboard.Mode.Clipboard)


def _instead(formats: Sequence[str]) -> Content:
    """What a clipboard without plain text holds."""
    if not formats:
        return Content.NOTHING
    if any(name.startswith("image/") or name == "application/x-qt-image" for name in formats):
        return Content.PICTURE
    if any(name in _FORMATTED for name in formats):
        return Content.FORMATTED
    return Content.OTHER
