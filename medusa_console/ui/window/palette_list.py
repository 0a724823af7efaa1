"""The lines of the palette in their sections, and how they are painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from medusa_console.domain.store import Environment
from medusa_console.ui.kit import resources
from medusa_console.ui.kit.drawing import drawing, own_direction
from medusa_console.ui.kit.environment_bar import paint_environment_glyph
from medusa_console.ui.kit.theme import body_size, scaled, tokens
from medusa_console.ui.kit.theme_tokens import ACCENT_BAR, EIGHT, SIXTEEN, TWELVE

_ENTRY = Qt.ItemDataRole.UserRole
_ICON = 16
_LINE_HEIGHT = 36
_HEAD_HEIGHT = 28
_PAGE = 8
_MOST_NOTE = 0.4
_TextDirection = Qt.LayoutDirection


@dataclass(frozen=True)
class Entry:
    """A line that can be chosen. `detail` follows the text; `note` stands at the other end: a state
    or a shortcut. An `environment` is a store's. `name` is what is remembered of a used action.
    `destroys`: choosing it opens a question before something is deleted. `current`: it is in front
    already."""

    text: str
    run: Callable[[], object]
    detail: str = ""
    note: str = ""
    icon: str = ""
    environment: Environment | None = None
    name: str = ""
    destroys: bool = False
    current: bool = False

    @property
    def spoken(self) -> str:
        """The whole line, for a screen reader."""
        return ", ".join(part for part in (self.text, self.detail, self.note) if part)


@dataclass(frozen=True)
class Section:
    """Lines below a heading; `message` stands in their place."""

    title: str
    entries: Sequence[Entry] = ()
    message: str = ""


class PaletteList(QListWidget):
    """Takes no focus: the field above passes the keys on."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_LineDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.filling = False

    @property
    def current(self) -> Entry | None:
        """The selected line."""
        item = self.currentItem()
        return _entry(item) if item is not None else None

    def show_sections(self, sections: Sequence[Section], chosen: Entry | None) -> None:
        """List `sections`. Select `chosen`, or else the first line that is neither in front already
        nor destroys anything; without such a line, the first that does not destroy."""
        self.filling = True
        at = self.verticalScrollBar().value()
        self._fill(sections)
        harmless = [row for row in self._rows() if not self._at(row).destroys]
        elsewhere = [row for row in harmless if not self._at(row).current]
        same = [row for row in self._rows() if chosen is not None and self._at(row) is chosen]
        self.setCurrentRow((same or elsewhere or harmless or [-1])[0])
        self.verticalScrollBar().setValue(at if same else 0)
        self.filling = False

    def _fill(self, sections: Sequence[Section]) -> None:
        self.clear()
        for section in sections:
            if section.entries or section.message:
                self._add(section.title, None, heading=True)
            for entry in section.entries:
                self._add(entry.text, entry)
            if section.message:
                self._add(section.message, None)

    def move_by(self, key: Qt.Key) -> None:
        """Select another line, as `key` says; beyond an end, the line at the other end."""
        rows = self._rows()
        if not rows:
            return
        here = rows.index(self.currentRow()) if self.currentRow() in rows else None
        last = len(rows) - 1
        match key:
            case Qt.Key.Key_Down:
                place = 0 if here in (None, last) else here + 1
            case Qt.Key.Key_Up:
                place = last if here in (None, 0) else here - 1
            case Qt.Key.Key_PageDown:
                place = min(last, (here or 0) + _PAGE)
            case _:
                place = max(0, (here or 0) - _PAGE)
        self.setCurrentRow(rows[place])
        if place == 0:
            self.scrollToTop()  # with the heading

    def _rows(self) -> list[int]:
        return [row for row in range(self.count()) if _entry(self.item(row)) is not None]

    def _at(self, row: int) -> Entry:
        entry: Entry = self.item(row).data(_ENTRY)
        return entry

    def _add(self, text: str, entry: Entry | None, *, heading: bool = False) -> None:
        item = QListWidgetItem(text)
        if entry is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setData(_ENTRY, heading)
        else:
            item.setData(_ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.spoken)
        self.addItem(item)


def _entry(item: QListWidgetItem) -> Entry | None:
    entry = item.data(_ENTRY)
    return entry if isinstance(entry, Entry) else None


class _LineDelegate(QStyledItemDelegate):
    # Qt overrides

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        heading = index.data(_ENTRY) is True
        return QSize(scaled(120), scaled(_HEAD_HEIGHT if heading else _LINE_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry = index.data(_ENTRY)
        option_: Any = option
        line = _Line(painter, QRectF(option_.rect), option_.direction)
        with drawing(painter):
            if isinstance(entry, Entry):
                _paint_entry(line, entry, option_.state)
            else:
                _paint_words(line, str(index.data()), heading=entry is True)


@dataclass
class _Line:
    """One line: what is drawn takes its room from the start or from the end, which right-to-left
    writing exchanges."""

    painter: QPainter
    room: QRectF
    direction: Qt.LayoutDirection

    def take(self, width: float, *, at_end: bool = False) -> QRectF:
        """So much room of the start or the end, which is then gone."""
        taken = QRectF(self.room)
        taken.setWidth(width)
        at_left = (self.direction is _TextDirection.LeftToRight) is not at_end
        if at_left:
            self.room.setLeft(self.room.left() + width)
        else:
            taken.moveRight(self.room.right())
            self.room.setRight(self.room.right() - width)
        return taken

    def write(
        self, text: str, colour: str, font: QFont, *, at_end: bool = False, most: float = 1.0
    ) -> None:
        """Write `text` at the start or the end, cut to the room or to `most` of it."""
        self.painter.setFont(font)
        metrics = self.painter.fontMetrics()
        room = int(max(0.0, self.room.width() * most))
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        place = self.take(min(metrics.horizontalAdvance(cut) + 1.0, room), at_end=at_end)
        self.painter.setPen(QColor(colour))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter
        kind = int(Qt.TextFlag.TextSingleLine) | int(own_direction(cut))
        self.painter.drawText(place, int(flags) | kind, cut)


def _font(*, strong: bool = False, share: float = 1.0) -> QFont:
    font = QFont()
    font.setPixelSize(round(body_size() * share))
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _paint_words(line: _Line, text: str, *, heading: bool) -> None:
    line.take(scaled(TWELVE))
    if heading:
        line.room.setTop(line.room.top() + scaled(EIGHT))
    small = _font(strong=heading, share=12 / 13)
    line.write(text, tokens().muted, small if heading else _font())


def _paint_entry(line: _Line, entry: Entry, state: QStyle.StateFlag) -> None:
    colours, painter = tokens(), line.painter
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRectF(line.room)
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(whole, QColor(colours.accent_soft))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(whole, QColor(colours.hover))
    bar = line.take(ACCENT_BAR)
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(bar, QColor(colours.accent))
    line.take(scaled(TWELVE) - ACCENT_BAR)
    line.take(scaled(TWELVE), at_end=True)
    side = scaled(_ICON)
    sign = line.take(side)
    sign = QRectF(sign.left(), sign.center().y() - side / 2, side, side)
    if entry.environment is not None:
        inset = side / 6
        glyph = sign.adjusted(inset, inset, -inset, -inset)
        paint_environment_glyph(painter, glyph, entry.environment, colours.muted)
    elif entry.icon:
        tint = colours.danger if entry.destroys else colours.muted
        ratio = painter.device().devicePixelRatioF()
        picture = resources.pixmap(entry.icon, tint, side, ratio)
        painter.drawPixmap(sign.topLeft(), picture)
    line.take(scaled(EIGHT))
    if entry.note:
        line.write(entry.note, colours.muted, _font(), at_end=True, most=_MOST_NOTE)
        line.take(scaled(SIXTEEN), at_end=True)
    ink = colours.danger if entry.destroys else colours.text
    line.write(entry.text, ink, _font(strong=entry.current))
    if entry.detail:
        line.take(scaled(TWELVE))
        line.write(entry.detail, colours.muted, _font())
