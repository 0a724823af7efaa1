"""Draws what a style sheet cannot (check marks, combo boxes), and sets properties for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QLayout,
    QProxyStyle,
    QSpinBox,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)

from medusa_console.ui.kit import resources
from medusa_console.ui.kit.drawing import own_direction
from medusa_console.ui.kit.theme_tokens import EIGHT, RADIUS

_LEFT_TO_RIGHT = Qt.TextFlag.TextForceLeftToRight
_RIGHT_TO_LEFT = Qt.TextFlag.TextForceRightToLeft
_CHECK_BOX = QStyle.PrimitiveElement.PE_IndicatorCheckBox
_RADIO = QStyle.PrimitiveElement.PE_IndicatorRadioButton
_FOCUS = QStyle.PrimitiveElement.PE_FrameFocusRect
_LINE_GROUND = QStyle.PrimitiveElement.PE_PanelLineEdit
_CHECKED = QStyle.StateFlag.State_On
_PARTLY = QStyle.StateFlag.State_NoChange
_ENABLED = QStyle.StateFlag.State_Enabled
_COMBO_TEXT = QStyle.SubControl.SC_ComboBoxEditField
_SPIN_TEXT = QStyle.SubControl.SC_SpinBoxEditField
_ARROW_ROOM = 12
"""Around the arrow, which is as high as a line of text."""
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


def settle(part: QWidget) -> None:
    """Lay out `part`, which has just come into its window, anew: what was measured before has not
    the sizes of the style sheet, and Qt drops the changes of what is not shown yet."""
    widgets = (part, *part.findChildren(QWidget))
    for widget in widgets:
        widget.ensurePolished()
    for widget in widgets:
        widget.updateGeometry()
    for layout in part.findChildren(QLayout):
        layout.invalidate()


def when_styled(widget: QWidget, measure: Callable[[], object]) -> None:
    """Call `measure` now and whenever the style of `widget` changes: before it is in its window,
    its sizes are not those of the style sheet."""
    widget.installEventFilter(_Restyled(widget, measure))


class _Restyled(QObject):
    def __init__(self, widget: QWidget, measure: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._measure = measure
        self._measuring = False
        self._do()

    def _do(self) -> None:
        if not self._measuring:  # to polish is to change the style
            self._measuring = True
            self._widget.ensurePolished()
            self._measure()
            self._measuring = False

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.Polish):
            self._do()
        return super().eventFilter(watched, event)


class ConsoleStyle(QProxyStyle):
    """Fusion with check boxes, radio buttons, combo and number boxes of our own.

    All colours come from the palette. Its roles mean: Mid the edge of a control, Accent the accent,
    HighlightedText the text on the accent. FocusRing draws the focus, so there is no focus
    rectangle.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    # Qt overrides

    def drawPrimitive(  # noqa: N802
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _FOCUS or (
            element == _LINE_GROUND and widget and isinstance(widget.parent(), QSpinBox)
        ):
            return  # a number box and its line are one field of one ground
        if element in (_CHECK_BOX, _RADIO):
            _draw_indicator(option, painter, radio=element == _RADIO)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawItemText(  # noqa: N802
        self,
        painter: QPainter,
        rect: QRect,
        flags: int,
        palette: QPalette | Qt.GlobalColor | QColor,
        enabled: bool,
        text: str,
        role: QPalette.ColorRole = QPalette.ColorRole.NoRole,
    ) -> None:
        super().drawItemText(
            painter, rect, _own_way(flags, text, painter), palette, enabled, text, role
        )

    def subControlRect(  # noqa: N802
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if part == _COMBO_TEXT and control == QStyle.ComplexControl.CC_ComboBox:
            room = option.fontMetrics.height() + _ARROW_ROOM
            text = option.rect.adjusted(_TEXT_INSET, 2, -room, -2)
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
                size.width() + 2 * _TEXT_INSET + option.fontMetrics.height() + _ARROW_ROOM,
                size.height() + _COMBO_PADDING,
            )
        if kind == QStyle.ContentsType.CT_SpinBox:
            return QSize(size.width() + 2 * _TEXT_INSET, size.height() + 2)
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


def _own_way(flags: int, text: str, painter: QPainter) -> int:
    """`flags` for `text` to run as its own first letter does, at the side where it would lie."""
    direction = painter.layoutDirection()
    if flags & int(_RIGHT_TO_LEFT):
        direction = Qt.LayoutDirection.RightToLeft
    elif flags & int(_LEFT_TO_RIGHT):
        direction = Qt.LayoutDirection.LeftToRight
    sides = int(Qt.AlignmentFlag.AlignHorizontal_Mask)
    side = QStyle.visualAlignment(direction, Qt.AlignmentFlag(flags & sides))
    rest = flags & ~(sides | int(_LEFT_TO_RIGHT) | int(_RIGHT_TO_LEFT))
    return rest | int(side) | int(own_direction(text))


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
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    if arrow:
        room = option.rect.adjusted(EIGHT, 0, -EIGHT, 0)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        line = option.fontMetrics.height()
        place = QStyle.alignedRect(option.direction, side, QSize(line, line), room)
        colour = option.palette.color(group, QPalette.ColorRole.PlaceholderText)
        _draw_icon("chevron-down", colour, painter, place)
    painter.restore()


def _draw_indicator(option: QStyleOption, painter: QPainter, *, radio: bool) -> None:
    enabled = bool(option.state & _ENABLED)
    group = QPalette.ColorGroup.Active if enabled else QPalette.ColorGroup.Disabled
    partly = bool(option.state & _PARTLY)
    on = partly or bool(option.state & _CHECKED)
    size = min(option.rect.width(), option.rect.height())
    place = QRect(0, 0, size, size)
    place.moveCenter(option.rect.center())
    box = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
    accent = option.palette.color(group, QPalette.ColorRole.Accent)
    edge = accent if on else option.palette.color(group, QPalette.ColorRole.Mid)
    ground = accent if on else option.palette.color(group, QPalette.ColorRole.Button)
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
            painter.drawEllipse(box.center(), size * 0.19, size * 0.19)
    else:
        painter.drawRoundedRect(box, 4, 4)
        if on:
            _draw_icon("minus" if partly else "check", ink, painter, place)
    painter.restore()


def _draw_icon(name: str, colour: QColor, painter: QPainter, place: QRect) -> None:
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(place, resources.pixmap(name, colour.name(), place.width(), ratio))
