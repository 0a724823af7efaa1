"""A copied secret is marked as one, and goes to the clipboard only."""

from __future__ import annotations

import sys

import pytest
from pydantic import SecretStr
from PySide6.QtGui import QClipboard, QGuiApplication

from medusa_console.desktop.clipboard import SystemClipboard, secret_formats

SECRET = SecretStr("sk_" + "0123456789abcdef" * 4)


@pytest.mark.parametrize(
    ("platform", "formats"),
    [
        ("linux", {"x-kde-passwordManagerHint": b"secret"}),
        (
            "win32",
            {
                'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"':
                    b"\x01\x00\x00\x00",
                'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"':
                    b"\x00\x00\x00\x00",
                'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"':
                    b"\x00\x00\x00\x00",
            },
        ),
        ("darwin", {"org.nspasteboard.ConcealedType": b""}),
    ],
)  # fmt: skip
def test_clipboard_managers_are_told_that_it_is_a_password(
    platform: str, formats: dict[str, bytes]
) -> None:
    assert secret_formats(platform) == formats


async def test_a_copied_secret_is_plain_text_with_the_mark_and_nothing_else() -> None:
    qt = QGuiApplication.clipboard()
    clipboard = SystemClipboard(qt)
    clipboard.copy_secret(SECRET)
    data = qt.mimeData()
    assert data.text() == SECRET.get_secret_value()
    assert set(data.formats()) == {"text/plain", *secret_formats(sys.platform)}
    for name, value in secret_formats(sys.platform).items():
        assert data.data(name).data() == value
    assert qt.text(QClipboard.Mode.Selection) == ""
    assert clipboard.holds(SECRET)

    clipboard.clear()
    assert qt.text() == ""
    assert not clipboard.holds(SECRET)


async def test_overwriting_leaves_a_text_without_the_mark() -> None:
    qt = QGuiApplication.clipboard()
    clipboard = SystemClipboard(qt)
    clipboard.copy_secret(SECRET)
    clipboard.overwrite("Cleared")
    assert qt.text() == "Cleared"
    assert set(qt.mimeData().formats()) == {"text/plain"}
    assert not clipboard.holds(SECRET)
