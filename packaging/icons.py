"""Draws the program's icon from its SVG in the sizes and shapes that systems want."""

from __future__ import annotations

import os
import struct
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
DRAWING = ROOT / "resources/icons/medusa-console.svg"
SYMBOLIC = Path(__file__).resolve().parent / "linux/medusa-console-symbolic.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_ICO_SIZES = (16, 24, 32, 48, 64, 256)
_ICNS_SIZES = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def write_theme(folder: Path) -> None:
    """Write the icons of a freedesktop theme into `folder`, which is its `hicolor`."""
    for size in SIZES:
        file = folder / f"{size}x{size}/apps/medusa-console.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_png(size))
    for name, source in (("scalable", DRAWING), ("symbolic", SYMBOLIC)):
        end = "-symbolic" if source == SYMBOLIC else ""
        file = folder / name / f"apps/medusa-console{end}.svg"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(source.read_bytes())


def write_ico(folder: Path) -> Path:
    """Write the icon for Windows into `folder`."""
    pictures = [(size, _png(size)) for size in _ICO_SIZES]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(head) + 16 * len(pictures)
    for size, data in pictures:
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return _save(folder / "medusa-console.ico", head + b"".join(data for _, data in pictures))


def write_icns(folder: Path) -> Path:
    """Write the icon for macOS into `folder`."""
    body = b""
    for kind, size in _ICNS_SIZES.items():
        data = _png(size)
        body += kind + struct.pack(">I", len(data) + 8) + data
    return _save(folder / "medusa-console.icns", b"icns" + struct.pack(">I", len(body) + 8) + body)


def _save(file: Path, data: bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def _png(size: int) -> bytes:
    _application()
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide6 takes the name as text
    return bytes(data.data())


def _application() -> object:
    return QGuiApplication.instance() or QGuiApplication([])
