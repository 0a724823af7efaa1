"""A ring around the focused widget: 2 px of accent, 2 px outside the widget."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

_WIDTH = 2
_GAP = 2
_REACH = _WIDTH + _GAP
_RADIUS = 9
_MOVING = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.ZOrderChange,
}


class FocusRing(QObject):
    """Follows the focus of the whole application.

    Tables and lists mark their current row themselves, and a widget with the property `ownFocus`
    draws its own focus.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._target: QWidget | None = None
        self._followed: list[QWidget] = []
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._let_go()
        if new is None or isinstance(new, QAbstractItemView) or new.property("ownFocus"):
            return
        if new.isWindow() or new.focusPolicy() == Qt.FocusPolicy.NoFocus:
            return
        self._target = new
        widget: QWidget | None = new
        while widget is not None:
            widget.installEventFilter(self)
            self._followed.append(widget)
            widget = None if widget.isWindow() else widget.parentWidget()
        self._ring = _Ring(new.window())
        self._place()

    def _let_go(self) -> None:
        for widget in self._followed:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._followed.clear()
        self._target = None
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None

    def _place(self) -> None:
        target, ring = self._target, self._ring
        if target is None or ring is None or not isValid(target) or not isValid(ring):
            return
        if not target.isVisible():
            ring.hide()
            return
        window = target.window()
        area = QRect(target.mapTo(window, QPoint()), target.size())
        ring.surround(area, _seen_part(target, window))

    # -- Qt ---------------------------------------------------------------------------------

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in _MOVING:
            self._place()
        return False


def _seen_part(target: QWidget, window: QWidget) -> QRect:
    """The part of `window` in which the scroll areas around `target` leave it visible."""
    seen = window.rect()
    widget = target.parentWidget()
    while widget is not None and widget is not window:
        area = widget.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is widget:
            seen = seen.intersected(QRect(widget.mapTo(window, QPoint()), widget.size()))
        widget = area
    return seen


class _Ring(QWidget):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("focus.ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def surround(self, area: QRect, seen: QRect) -> None:
        """Surround `area` of the window, as far as it is within `seen`."""
        around = area.adjusted(-_REACH, -_REACH, _REACH, _REACH)
        visible = around.intersected(seen)
        if visible.isEmpty():
            self.hide()
            return
        self.setGeometry(around)
        self.setMask(visible.translated(-around.topLeft()))
        self.show()
        self.raise_()

    # -- Qt ---------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), _WIDTH))
        half = _WIDTH / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), _RADIUS, _RADIUS
        )
