"""The timeline of a key: when it was created and changed, and when it ends or ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from medusa_console.ui.kit.drawing import drawing
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, laid_out_once, row
from medusa_console.ui.kit.theme import scaled, tokens
from medusa_console.ui.kit.theme_tokens import EIGHT, TWELVE

_GUTTER = 20
_RADIUS = 4
_LINE_WIDTH = 2
_DASHES = (2.0, 2.0)


class EventKind(Enum):
    """What a moment of a key's life means; the marks differ in shape."""

    PAST = auto()
    FUTURE = auto()
    END = auto()


@dataclass(frozen=True)
class Event:
    """A moment in words: what happened, the exact time, how long ago, and perhaps a note."""

    kind: EventKind
    what: str
    when: str
    ago: str = ""
    note: str = ""


class Timeline(QWidget):
    """Shows events from top to bottom, the earliest first, with a mark for each on one line. The
    words are labels, so that a screen reader reads them; only line and marks are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("timeline")
        self.setAccessibleName(self.tr("Timeline"))
        self._events: tuple[Event, ...] = ()
        self._parts: list[_Part] = []
        self._lines = column(spacing=TWELVE)
        layout = row(spacing=0)
        layout.addSpacing(scaled(_GUTTER))
        layout.addLayout(self._lines)
        self.setLayout(layout)

    def show_events(self, events: Sequence[Event]) -> None:
        """Show `events` in place of the earlier ones."""
        if self._events == tuple(events):
            return
        self._events = tuple(events)
        with laid_out_once(self):
            for _ in events[len(self._parts) :]:
                self._parts.append(_Part(self))
                self._lines.addWidget(self._parts[-1])
            for part, event in zip(self._parts, events, strict=False):
                part.tell(event)
                part.show()
            for spare in self._parts[len(events) :]:  # kept for a key with more events
                spare.hide()
        told = ["\n".join((f"{event.what}: {event.when}", event.note)) for event in events]
        self.setAccessibleDescription("\n".join(text.strip() for text in told))
        self.update()

    def _marks(self) -> list[QPointF]:
        """The middle of each mark: beside the first line of its event."""
        x = scaled(_RADIUS) + 1.5
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            x = self.width() - x
        half = self.fontMetrics().height() / 2
        told = self._parts[: len(self._events)]
        return [QPointF(x, part.y() + half) for part in told]

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        marks, radius, colours = self._marks(), scaled(_RADIUS) + 0.5, tokens()
        painter = QPainter(self)
        with drawing(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for event, start, end in zip(self._events[1:], marks, marks[1:], strict=False):
                pen = QPen(QColor(colours.control), _LINE_WIDTH)
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                if event.kind is EventKind.FUTURE:
                    pen.setDashPattern(_DASHES)
                painter.setPen(pen)
                gap = QPointF(0, radius + 3)
                painter.drawLine(start + gap, end - gap)
            for event, mark in zip(self._events, marks, strict=True):
                self._paint_mark(painter, event.kind, mark, radius)

    def _paint_mark(self, painter: QPainter, kind: EventKind, mark: QPointF, radius: float) -> None:
        colours = tokens()
        colour = QColor(
            {
                EventKind.PAST: colours.accent,
                EventKind.FUTURE: colours.caution,
                EventKind.END: colours.muted,
            }[kind]
        )
        painter.setPen(QPen(colour, _LINE_WIDTH))
        painter.setBrush(colour if kind is EventKind.PAST else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(mark, radius - 1, radius - 1)
        if kind is EventKind.END:
            slant = QPointF(radius - 1, 1 - radius) * 0.7
            painter.drawLine(mark - slant, mark + slant)


class _Part(QWidget):
    """The words of one event."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline)
        self.setObjectName("timeline.event")
        self._what = PlainLabel(role="strong", name="timeline.what")
        self._ago = PlainLabel(role="secondary", name="timeline.ago")
        self._when = PlainLabel(role="secondary", wrap=True, name="timeline.when")
        self._note = PlainLabel(role="secondary", wrap=True, name="timeline.when")
        head = row(self._what, None, self._ago, spacing=EIGHT)
        self.setLayout(column(head, self._when, self._note, spacing=2))

    def tell(self, event: Event) -> None:
        """Tell `event` in place of the earlier one."""
        self._what.setText(event.what)
        self._ago.setText(event.ago)
        self._when.setText(event.when)
        self._note.setText(event.note)
        for below in (self._when, self._note):
            below.setVisible(bool(below.text()))
