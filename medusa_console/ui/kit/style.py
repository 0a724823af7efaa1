"""Draws what a style sheet cannot (check marks, combo boxes), and sets properties for it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QStyleOptionComplex, QWidget

from medusa_console.ui.kit.theme_tokens import RADIUS, TWELVE

_CHECK_BOX = QStyle.PrimitiveElement.PE_IndicatorCheckBox
_RADIO = QStyle.PrimitiveElement.PE_IndicatorRadioButton
_FOCUS = QStyle.PrimitiveElement.PE_FrameFocusRect
_CHECKED = QStyle.StateFlag.State_On
_PARTLY = QStyle.StateFlag.State_NoChange
_ENABLED = QStyle.StateFlag.State_Enabled
_COMBO_TEXT = QStyle.SubControl.SC_ComboBoxEditField
_SPIN_TEXT = QStyle.SubControl.SC_SpinBoxEditField
_ARROW_SIZE = 9
_ARROW_ROOM = 28
_TEXT_INSET = 10
_COMBO_PADDING = 8


def set_style(widget: QWidget, **properties: str | bool) -> None:
    """Set properties that the style sheet reads (`kind="primary"`), and restyle `widget`."""
    for name, value in properties.items():
        widget.setProperty(name, value)
        if name == "ground":
            widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


class ConsoleStyle(QProxyStyle):
    """Fusion with check boxes, radio buttons, combo and number boxes of our own.

    All colours come from the palette. Its roles mean: Mid the edge of a control, Accent the accent,
    HighlightedText the text on the accent. FocusRing draws the focus, so there is no focus
    rectangle.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    # -- Qt ---------------------------------------------------------------------------------

    def drawPrimitive(  # noqa: N802
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _FOCUS:
            return
        if element in (_CHECK_BOX, _RADIO):
            _draw_indicator(option, painter, radio=element == _RADIO)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def subControlRect(  # noqa: N802
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if part == _COMBO_TEXT and control == QStyle.ComplexControl.CC_ComboBox:
            text = option.rect.adjusted(_TEXT_INSET, 2, -_ARROW_ROOM, -2)
            return QStyle.visualRect(option.direction, option.rect, text)
        if control == QStyle.ComplexControl.CC_SpinBox:
            # No arrows: they are too small to click, and the keys and the wheel do the same.
            inside = option.rect.adjusted(_TEXT_INSET, 1, -_TEXT_INSET, -1)
            return inside if part == _SPIN_TEXT else QRect()
        # PySide's type hints for these two do not allow a missing widget.
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]

    def sizeFromContents(  # noqa: N802
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        if kind == QStyle.ContentsType.CT_ComboBox:
            return QSize(
                size.width() + 2 * _TEXT_INSET + _ARROW_ROOM, size.height() + _COMBO_PADDING
            )
        return super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]

    def drawComplexControl(  # noqa: N802
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        invalid = bool(widget and widget.property("invalid"))
        if control == QStyle.ComplexControl.CC_ComboBox:
            _draw_input(option, painter, invalid=invalid, arrow=True)
        elif control == QStyle.ComplexControl.CC_SpinBox:
            _draw_input(option, painter, invalid=invalid, arrow=False)
        else:
            super().drawComplexControl(control, option, painter, widget)


def _draw_input(
    option: QStyleOptionComplex, painter: QPainter, *, invalid: bool, arrow: bool
) -> None:
    enabled = bool(option.state & _ENABLED)
    group = QPalette.ColorGroup.Active if enabled else QPalette.ColorGroup.Disabled
    edge = QPalette.ColorRole.Mid
    if invalid:
        edge = QPalette.ColorRole.BrightText
    elif enabled and option.state & QStyle.StateFlag.State_MouseOver:
        edge = QPalette.ColorRole.PlaceholderText
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(option.palette.color(group, edge), 1))
    painter.setBrush(option.palette.color(group, QPalette.ColorRole.Button))
    box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    if arrow:
        place = QRectF(0, 0, _ARROW_SIZE, _ARROW_SIZE)
        place.moveCenter(box.center())
        if option.direction == Qt.LayoutDirection.LeftToRight:
            place.moveRight(box.right() - TWELVE)
        else:
            place.moveLeft(box.left() + TWELVE)
        _draw_arrow(option.palette.color(group, QPalette.ColorRole.PlaceholderText), painter, place)
    painter.restore()


def _draw_indicator(option: QStyleOption, painter: QPainter, *, radio: bool) -> None:
    enabled = bool(option.state & _ENABLED)
    group = QPalette.ColorGroup.Active if enabled else QPalette.ColorGroup.Disabled
    on = bool(option.state & _CHECKED)
    partly = bool(option.state & _PARTLY)
    side = min(option.rect.width(), option.rect.height()) - 1.0
    box = QRectF(0, 0, side, side)
    box.moveCenter(QRectF(option.rect).center())
    accent = option.palette.color(group, QPalette.ColorRole.Accent)
    edge = accent if on or partly else option.palette.color(group, QPalette.ColorRole.Mid)
    ground = accent if on or partly else option.palette.color(group, QPalette.ColorRole.Button)
    ink = option.palette.color(group, QPalette.ColorRole.HighlightedText)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(ground)
    if radio:
        painter.drawEllipse(box)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(box.center(), side * 0.2, side * 0.2)
    else:
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(_stroke(ink))
        if partly:
            middle = box.center()
            painter.drawLine(
                QPointF(box.left() + side * 0.27, middle.y()),
                QPointF(box.right() - side * 0.27, middle.y()),
            )
        elif on:
            painter.drawPolyline(_within(box, (0.25, 0.53), (0.43, 0.71), (0.76, 0.31)))
    painter.restore()


def _draw_arrow(colour: QColor, painter: QPainter, box: QRectF) -> None:
    painter.setPen(_stroke(colour))
    painter.drawPolyline(_within(box, (0.1, 0.32), (0.5, 0.72), (0.9, 0.32)))


def _stroke(colour: QColor) -> QPen:
    return QPen(
        colour, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )


def _within(box: QRectF, *shares: tuple[float, float]) -> QPolygonF:
    return QPolygonF(
        [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in shares]
    )
