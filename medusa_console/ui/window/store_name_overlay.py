"""Shows the name of the store that has come to the front in large letters for a moment."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from medusa_console.domain.store import Store
from medusa_console.tasks import TaskScope
from medusa_console.topic import Observable
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.environment_bar import paint_environment_glyph
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import scaled, tokens
from medusa_console.ui.kit.theme_tokens import CARD_RADIUS, TWELVE, TWENTY_FOUR
from medusa_console.ui.words import labels

SHOWN_SECONDS = 0.8
_MOMENT = "store name"
_GLYPH = 28
_NAME_SIZE = 28
_WIDTH = 360


class StoreNameOverlay(QWidget):
    """Covers `area` without taking mouse or keyboard events.

    `held` is true while a name is shown: nothing dangerous can be pressed until the name has been
    read.
    """

    def __init__(self, area: QWidget, tasks: TaskScope) -> None:
        super().__init__(area)
        self._tasks = tasks
        self._area = area
        self.setObjectName("storeFlash")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._store: Store | None = None
        self.held = Observable(False)
        area.installEventFilter(self)
        self.hide()

    def show_store(self, store: Store) -> None:
        """Show the name of `store` for 0.8 s from now."""
        self._store = store
        words = f"{shown(store.name)}, {labels.environment(store.environment)}"
        self.setAccessibleName(words)
        self.setGeometry(self._area.rect())
        self.show()
        self.raise_()
        self.held.value = True
        announce(self, words, assertive=True)
        self._tasks.start(self._pass(), replacing=_MOMENT)

    def stop(self) -> None:
        """Hide the name at once."""
        self._tasks.cancel(_MOMENT)
        self._end()

    async def _pass(self) -> None:
        await self._tasks.clock.sleep(SHOWN_SECONDS)
        self._end()

    def _end(self) -> None:
        self.hide()
        self.held.value = False

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._area and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._area.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if self._store is None:
            return
        ink = tokens().environment(self._store.environment)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(scaled(_NAME_SIZE))
        painter.setFont(font)
        metrics = painter.fontMetrics()
        glyph, gap, edge = scaled(_GLYPH), scaled(TWELVE), scaled(TWENTY_FOUR)
        room = self.width() - 4 * edge - glyph - gap
        name = metrics.elidedText(shown(self._store.name), Qt.TextElideMode.ElideRight, room)
        inside = glyph + gap + metrics.horizontalAdvance(name)
        width = min(max(scaled(_WIDTH), inside + 2 * edge), self.width() - 2 * edge)
        height = max(metrics.height(), glyph) + 2 * edge
        card = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        line = QRectF(card.center().x() - inside / 2, card.top(), inside, height)
        shape = QPainterPath()
        shape.addRoundedRect(card, CARD_RADIUS, CARD_RADIUS)
        painter.fillPath(shape, QColor(ink.ground))
        sign = QRectF(line.left(), line.center().y() - glyph / 2, glyph, glyph)
        words = line.adjusted(glyph + gap, 0, 0, 0)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            sign.moveRight(line.right())
            words.moveLeft(line.left())
        paint_environment_glyph(painter, sign, self._store.environment, ink.text)
        painter.setPen(QColor(ink.text))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(words, int(flags | Qt.TextFlag.TextDontClip), name)
