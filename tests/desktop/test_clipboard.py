"""A copied secret is marked as one, and goes to the clipboard only."""

from __future__ import annotations

import sys

import pytest
from pydantic import SecretStr
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

from medusa_console.desktop.clipboard import SystemClipboard, secret_formats
from medusa_console.domain.clipboard_text import LONGEST_CLIPBOARD, Content

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


def copied(**formats: bytes) -> QMimeData:
    """What another program puts on the clipboard, under the names of MIME types without a slash."""
    data = QMimeData()
    for name, value in formats.items():
        data.setData(name.replace("_", "/", 1).replace("_", "-"), value)
    return data


async def test_a_plain_text_alone_is_read_whatever_else_there_is() -> None:
    qt = QGuiApplication.clipboard()
    clipboard = SystemClipboard(qt)
    page = b"<b>leaked</b>"
    for data, content in (
        (QMimeData(), Content.NOTHING),
        (copied(text_plain=b""), Content.NOTHING),
        (copied(text_plain=b"leaked"), Content.TEXT),
        (copied(text_plain=b"leaked", text_html=page, image_png=b"PNG"), Content.TEXT),
        (copied(text_html=page), Content.FORMATTED),
        (copied(image_png=b"PNG", text_html=page), Content.PICTURE),
        (copied(text_uri_list=b"file:///srv/worker/.env\r\n", text_plain=b"/x"), Content.FILES),
        (copied(text_uri_list=b"https://example.com/\r\n", text_plain=b"leaked"), Content.TEXT),
        (copied(application_pdf=b"%PDF"), Content.OTHER),
        (copied(text_plain=b"x" * LONGEST_CLIPBOARD), Content.TEXT),
        (copied(text_plain=b"x" * (LONGEST_CLIPBOARD + 1)), Content.TOO_LONG),
        (copied(text_plain="ä".encode() * (LONGEST_CLIPBOARD // 2 + 1)), Content.TOO_LONG),
    ):
        formats = data.formats()
        qt.setMimeData(data)
        read = clipboard.read()
        assert read.content is content, formats
        assert (read.text is not None) == (content is Content.TEXT)
        assert "leaked" not in repr(read)
    qt.clear()


async def test_a_clipboard_that_was_emptied_holds_nothing() -> None:
    qt = QGuiApplication.clipboard()
    qt.clear()
    assert SystemClipboard(qt).read().content is Content.NOTHING


async def test_where_the_length_is_told_the_text_is_not_fetched_to_be_measured() -> None:
    qt = QGuiApplication.clipboard()
    for length, content in (
        (LONGEST_CLIPBOARD + 1, Content.TOO_LONG),
        (LONGEST_CLIPBOARD, Content.TEXT),
    ):
        data = copied(text_plain=b"leaked", LENGTH=length.to_bytes(4, sys.byteorder))
        qt.setMimeData(data)
        assert SystemClipboard(qt).read().content is content
    qt.clear()
