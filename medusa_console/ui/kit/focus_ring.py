"""A ring around the focused widget: 2 px of accent, 2 px outside the widget."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid

_WIDTH = 2
_GAP = 2
_RADIUS = 9
_HEADINGS = ("title", "card")
_MARGINS = (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin)


class FocusRing(QObject):
    """Follows the focus of the whole application.

    Tables and lists mark their current row themselves, a widget with the property `ownFocus` draws
    its own focus, and a heading is no control.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._style = _RingStyle()
        self._style.setParent(self)  # Python would destroy it while Qt still uses it
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.setWidget(None)  # type: ignore[arg-type]  # until Qt deletes the ring
            self._ring.deleteLater()
        self._ring = None
        if new is None or isinstance(new, QAbstractItemView) or new.property("ownFocus"):
            return
        if new.focusPolicy() == Qt.FocusPolicy.NoFocus or new.property("role") in _HEADINGS:
            return
        self._ring = _Ring(new.window())
        self._ring.setStyle(self._style)
        self._ring.setWidget(new)


class _RingStyle(QProxyStyle):
    """Tells QFocusFrame where the ring lies; an own style, because the application's is asked
    often."""

    # Qt overrides

    def pixelMetric(  # noqa: N802
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in _MARGINS:
            return _WIDTH + _GAP
        return super().pixelMetric(metric, option, widget)

    def styleHint(  # noqa: N802
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return True
        return super().styleHint(hint, option, widget, returned)


class _Ring(QFocusFrame):
    """Lies over everything in its window, so it leaves out what covers its widget."""

    def _covered(self) -> QRegion:
        """Where the ring lies over what covers its widget, or covers what holds the widget."""
        covered = QRegion()
        part = self.widget()
        while (holder := part.parentWidget()) is not None and not part.isWindow():
            beside = [one for one in holder.children() if isinstance(one, QWidget)]
            for one in beside[beside.index(part) + 1 :]:
                overlaps = one.isVisible() and one.geometry().intersects(part.geometry())
                if overlaps and one is not self and not one.isWindow():
                    place = self.mapFromGlobal(one.mapToGlobal(QPoint()))
                    covered += QRect(place, one.size())
            part = holder
        return covered

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setClipRegion(QRegion(self.rect()) - self._covered())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), _WIDTH))
        half = _WIDTH / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), _RADIUS, _RADIUS
        )
