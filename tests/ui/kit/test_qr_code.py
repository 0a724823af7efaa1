"""A QR code on the screen: what a camera finds there, and what stays away from everything else."""

from __future__ import annotations

import segno
from pydantic import SecretStr
from PySide6.QtGui import QColor, QImage

from medusa_console.ui.kit.qr_code import QrCode
from tests.waiting import until

ADDRESS = "otpauth://totp/Northwind%20EU:maya@demo.example?secret=JBSWY3DPEHPK3PXP&issuer=x"


def seen(image: QImage, modules: int) -> list[list[int]]:
    """What a camera makes of `image`: the dark modules within the margin."""
    ratio = image.devicePixelRatio()
    left, right = _dark_columns(image)
    size = (right - left + 1) / modules
    top = next(y for y in range(image.height()) if _is_dark(image, left, y))
    assert ratio == 1
    return [
        [
            int(_is_dark(image, int(left + (x + 0.5) * size), int(top + (y + 0.5) * size)))
            for x in range(modules)
        ]
        for y in range(modules)
    ]


def _dark_columns(image: QImage) -> tuple[int, int]:
    columns = [
        x for x in range(image.width()) if any(_is_dark(image, x, y) for y in range(image.height()))
    ]
    return columns[0], columns[-1]


def _white(image: QImage, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [place for place in places if image.pixelColor(*place) == QColor("white")]


def _length(places: list[tuple[int, int]]) -> int:
    """Of a straight line of places, with both ends."""
    (left, top), (right, bottom) = places[0], places[-1]
    return max(right - left, bottom - top) + 1


def _is_dark(image: QImage, x: int, y: int) -> bool:
    return image.pixelColor(x, y) == QColor("black")


async def test_a_camera_finds_the_text_on_white_in_every_appearance(qapp: object) -> None:
    code = QrCode("QR code for the app")
    code.setStyleSheet("background: black")
    code.resize(code.sizeHint())
    code.show()
    await code.show_text(SecretStr(ADDRESS))
    wanted = [list(row) for row in segno.make(ADDRESS, error="m", micro=False).matrix]
    image = code.grab().toImage()
    across = _white(image, [(x, image.height() // 2) for x in range(image.width())])
    down = _white(image, [(image.width() // 2, y) for y in range(image.height())])
    inner = image.copy(across[0][0], down[0][1], _length(across), _length(down))
    assert seen(inner, len(wanted)) == wanted
    left, right = _dark_columns(inner)
    module = (right - left + 1) / len(wanted)
    assert left >= 4 * module
    assert inner.width() - 1 - right >= 4 * module - 1
    code.close()


async def test_what_is_drawn_stands_in_no_text_and_is_gone_when_forgotten(qapp: object) -> None:
    code = QrCode("QR code for the app")
    code.resize(code.sizeHint())
    code.show()
    empty = code.grab().toImage()
    await code.show_text(SecretStr(ADDRESS))
    assert code.grab().toImage() != empty
    told = (code.accessibleName(), code.accessibleDescription(), code.toolTip(), repr(vars(code)))
    assert not any("JBSWY" in text for text in told)
    code.forget()
    await until(lambda: code.grab().toImage() == empty)
    code.close()
