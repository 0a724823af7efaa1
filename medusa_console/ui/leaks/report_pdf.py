"""Writes a document as a PDF that holds text alone: no link, no script, nothing from elsewhere."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QLocale, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)

from medusa_console.domain.document import (
    Bullets,
    Document,
    Heading,
    Line,
    Paragraph,
    Run,
    Table,
    Written,
)
from medusa_console.domain.escaping import in_chat, plain

_TEXT: Final = 10.0
_CELL: Final = 8.0
"""So small that a time and an ID stand on one line each, on A4 and on Letter."""
_TITLES: Final = (18.0, 13.0, 11.0)
_AFTER: Final = 6
_BEFORE: Final = 14
_INK, _RULE, _HEAD = QColor(20, 20, 20), QColor(190, 190, 190), QColor(240, 240, 240)
_MONOSPACED: Final = ("DejaVu Sans Mono", "Menlo", "Consolas", "monospace")
"""None that draws several signs as one: an ID is read sign by sign."""


def as_pdf(document: Document, title: str) -> bytes:
    """`document` as a PDF named `title`. Takes long: to be run on a thread, which then has an event
    dispatcher of Qt's."""
    QEventLoop()  # the layout starts timers, which a thread of Python's own has no room for
    laid_out = text_of(document)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    metric = QLocale().measurementSystem() is QLocale.MeasurementSystem.MetricSystem
    paper = QPageSize.PageSizeId.A4 if metric else QPageSize.PageSizeId.Letter
    writer.setPageSize(QPageSize(paper))
    writer.setTitle(title)
    writer.setCreator("Medusa Console")
    laid_out.print_(writer)
    return bytes(buffer.data().data())


def text_of(document: Document) -> QTextDocument:
    """`document` as Qt lays it out."""
    return _Filling().fill(document)


class _Closed(QTextDocument):
    """Loads nothing, whatever it is asked for."""

    def loadResource(self, _kind: int, _url: QUrl | str) -> Any:  # noqa: N802
        return None


class _Filling:
    """Fills one text from top to bottom; nothing in it is read as HTML."""

    def __init__(self) -> None:
        self._text = _Closed()
        self._text.setUndoRedoEnabled(False)
        self._cursor = QTextCursor(self._text)
        self._empty = True

    def fill(self, document: Document) -> QTextDocument:
        for block in document:
            match block:
                case Heading(level=level, line=line):
                    self._begin(_spaced(_BEFORE if level > 1 else 0))
                    self._write(line, size=_TITLES[min(level, len(_TITLES)) - 1], strong=True)
                case Paragraph(line=line):
                    self._begin(_spaced(_AFTER // 2))
                    self._write(line)
                case Bullets(lines=lines):
                    self._list(lines)
                case Table() as table:
                    self._table(table)
        return self._text

    def _begin(self, how: QTextBlockFormat) -> None:
        if self._empty:
            self._cursor.setBlockFormat(how)
        else:
            self._cursor.insertBlock(how)
        self._cursor.setBlockCharFormat(_of_size(_TEXT))  # which the bullets of a list follow
        self._empty = False

    def _list(self, lines: tuple[Line, ...]) -> None:
        how = QTextListFormat()
        how.setStyle(QTextListFormat.Style.ListDisc)
        made = None
        for line in lines:
            self._begin(_spaced(0, _AFTER // 2))
            if made is None:
                made = self._cursor.createList(how)
            else:
                made.add(self._cursor.block())
            self._write(line)

    def _table(self, table: Table) -> None:
        how = QTextTableFormat()
        how.setBorderBrush(_RULE)
        how.setBorder(0.5)
        how.setBorderCollapse(True)
        how.setCellPadding(4)
        how.setCellSpacing(0)
        how.setHeaderRowCount(1)
        how.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        made = self._cursor.insertTable(len(table.rows) + 1, len(table.titles), how)
        for column, title in enumerate(table.titles):
            cell = made.cellAt(0, column)
            ground = cell.format()
            ground.setBackground(_HEAD)
            cell.setFormat(ground)
            self._cursor = cell.firstCursorPosition()
            self._write((Run(title),), size=_CELL, strong=True)
        for number, cells in enumerate(table.rows, 1):
            for column, line in enumerate(cells):
                self._cursor = made.cellAt(number, column).firstCursorPosition()
                self._write(line, size=_CELL)
        self._cursor = QTextCursor(self._text)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._empty = True  # Qt has put a paragraph behind the table

    def _write(self, line: Line, *, size: float = _TEXT, strong: bool = False) -> None:
        for run in line:
            how = _of_size(size)
            if strong or run.strong:
                how.setFontWeight(QFont.Weight.Bold)
            if run.written is Written.EXACT:
                how.setFontFamilies(list(_MONOSPACED))
            self._cursor.insertText(_harmless(run), how)


def _spaced(above: int, below: int = _AFTER) -> QTextBlockFormat:
    how = QTextBlockFormat()
    how.setTopMargin(above)
    how.setBottomMargin(below)
    return how


def _of_size(size: float) -> QTextCharFormat:
    how = QTextCharFormat()
    how.setFontPointSize(size)
    how.setForeground(_INK)
    return how


def _harmless(run: Run) -> str:
    """What a reader of PDF makes nothing of: some make links of what looks like one."""
    match run.written:
        case Written.OURS:
            return run.text
        case Written.STRANGERS:
            return in_chat(run.text)
        case Written.EXACT:
            return plain(run.text)
