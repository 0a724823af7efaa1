"""Finds resources, and draws icons.

No other module knows these paths. Icons are single-colour drawings, tinted when they are painted,
so that they follow a change of appearance.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtSvg import QSvgRenderer

from medusa_console.resource_folder import resource_folder


class Tint(Enum):
    """The colour of an icon, as a role of the application's palette."""

    TEXT = QPalette.ColorRole.WindowText
    MUTED = QPalette.ColorRole.PlaceholderText
    ON_ACCENT = QPalette.ColorRole.HighlightedText
    DANGER = QPalette.ColorRole.BrightText


def read_text(name: str) -> str:
    """The text of the resource `name` (`app.qss`). Raises FileNotFoundError."""
    return _path(name).read_text(encoding="utf-8")


def translations() -> Path:
    """The folder of the compiled translations; it may not exist."""
    return _path("i18n")


def icon(name: str, tint: Tint = Tint.TEXT) -> QIcon:
    """The icon `name` (a file of resources/icons without `.svg`). Raises FileNotFoundError.

    Do not add pixmaps to the icon: PySide frees a cloned engine too early.
    """
    _drawing(name)
    return QIcon(_TintedEngine(name, tint))


def pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """The icon `name` in `colour`, `size` logical pixels square for a screen of `ratio`."""
    return _rendered(name, QColor(colour).name(), size, size, ratio)


def program_icon() -> QIcon:
    """The icon of the windows and the task bar."""
    return QIcon(str(_path("icons/medusa-console.svg")))


class _TintedEngine(QIconEngine):
    """Paints one drawing in the palette's current colour."""

    def __init__(self, name: str, tint: Tint) -> None:
        super().__init__()
        self._name = name
        self._tint = tint

    # Qt overrides

    def clone(self) -> QIconEngine:
        return _TintedEngine(self._name, self._tint)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        palette = QGuiApplication.palette()
        if mode is QIcon.Mode.Disabled:
            colour = palette.color(QPalette.ColorGroup.Disabled, Tint.TEXT.value)
        else:
            colour = palette.color(QPalette.ColorGroup.Active, self._tint.value)
        return _rendered(self._name, colour.name(), size.width(), size.height(), scale)


def _path(name: str) -> Path:
    return resource_folder() / name


@cache
def _drawing(name: str) -> str:
    return read_text(f"icons/{name}.svg")


def _rendered(name: str, colour: str, width: int, height: int, ratio: float) -> QPixmap:
    """Any `width` beyond `height` stays empty after the drawing: a gap before a button's text."""
    key = f"{name} {colour} {width} {height} {ratio} {QGuiApplication.layoutDirection()}"
    known = QPixmap()
    if QPixmapCache.find(key, known):
        return known
    drawing = _drawing(name).replace("currentColor", colour)
    target = QPixmap(round(width * ratio), round(height * ratio))
    target.fill(Qt.GlobalColor.transparent)
    side = min(target.width(), target.height())
    area = QRectF(0, 0, side, side)
    if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        area.moveRight(target.width())
    painter = QPainter(target)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, area)
    painter.end()
    target.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, target)
    return target
