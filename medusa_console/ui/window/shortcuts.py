"""The list of keyboard shortcuts, in two columns or, where it is narrow, in one; with a search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QWidget

from medusa_console.ui.kit import resources
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.frame import fill, fit
from medusa_console.ui.kit.key_caps import KeyCaps
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.resources import Tint
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import EIGHT, TWENTY_FOUR
from medusa_console.ui.window.pages import AnyActions, pages

_WIDTH = 760
_NARROW = 560

_Rows = Sequence[tuple[str, Sequence[str]]]


class ShortcutsDialog(QDialog):
    """Lists every shortcut under the name that the menus use."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        heading = self.tr("Keyboard shortcuts")
        self.setObjectName("shortcuts")
        self.setWindowTitle(heading)
        everywhere = (
            (self.tr("Search everything"), ("Ctrl+K",)),
            (self.tr("Go to stores 1 to 9"), ("Alt+1", "Alt+9")),
            (self.tr("Lock"), ("Ctrl+L",)),
            *((page.title, (page.key,)) for page in pages()),
            (self.tr("Leak desk"), ("Ctrl+3",)),
            (self.tr("Check the clipboard for leaked keys"), ("Ctrl+Shift+V",)),
            (self.tr("Search this page"), ("Ctrl+F", "/")),
            (self.tr("Refresh"), ("F5", "Ctrl+R")),
            (self.tr("Next area"), ("F6",)),
            (self.tr("Previous area"), ("Shift+F6",)),
            (self.tr("Settings"), ("Ctrl+,",)),
            (self.tr("Keyboard shortcuts"), ("F1",)),
            (self.tr("Quit"), ("Ctrl+Q",)),
        )
        anywhere = (
            (self.tr("Open the selected row"), ("Enter",)),
            (self.tr("Confirm a question"), ("Ctrl+Enter",)),
            (self.tr("Go back one step"), ("Esc",)),
        )
        sections = [
            _Section(self.tr("Everywhere"), everywhere),
            _Section(self.tr("Lists and questions"), anywhere),
            *(_Section(page.title, _keys_of(page.actions())) for page in pages()),
        ]
        self._sections = [section for section in sections if section.lines]
        self._search = LineEdit()
        self._search.setObjectName("shortcutSearch")
        self._search.setPlaceholderText(self.tr("Search shortcuts"))
        self._search.setAccessibleName(self.tr("Search shortcuts"))
        glass = resources.icon("search", Tint.MUTED)
        self._search.addAction(glass, LineEdit.ActionPosition.LeadingPosition)
        self._search.textChanged.connect(self._filter)
        self._nothing = PlainLabel(self.tr("No results"), role="muted", name="shortcuts.nothing")
        self._nothing.hide()
        # The first column is the longest: what is the same on every page.
        first, *others = self._sections
        self._columns = both = row(
            column(first, None), column(*others, None, spacing=TWENTY_FOUR), equal=True
        )
        close = push_button(self.tr("Close"), self.accept, name="close")
        both.setContentsMargins(0, EIGHT, 0, 0)
        body = (PlainLabel(heading, role="title"), self._search, self._nothing, both)
        fill(self, None, body, right=(close,), width=_WIDTH)
        self._arrange()
        fit(self)
        self._search.setFocus()

    def _arrange(self) -> None:
        narrow = self.width() < scaled(_NARROW)
        box = QBoxLayout.Direction
        self._columns.setDirection(box.TopToBottom if narrow else box.LeftToRight)
        self._columns.setSpacing(TWENTY_FOUR if narrow else 2 * TWENTY_FOUR)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for section in self._sections:
            section.filter(wanted)
        self._nothing.setVisible(all(section.isHidden() for section in self._sections))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()


class _Section(QWidget):
    def __init__(self, title: str, rows: _Rows) -> None:
        super().__init__()
        self.lines = [_Line(what, keys) for what, keys in rows]
        self.setLayout(column(PlainLabel(title, role="card"), *self.lines, spacing=EIGHT))

    def filter(self, wanted: Sequence[str]) -> None:
        """Hide the lines that do not hold every one of the `wanted` words."""
        for line in self.lines:
            line.setVisible(all(word in line.words for word in wanted))
        self.setHidden(all(line.isHidden() for line in self.lines))


class _Line(QWidget):
    def __init__(self, what: str, keys: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("shortcut")
        caps = KeyCaps([QKeySequence(key) for key in keys])
        label = PlainLabel(what, wrap=True)
        self.words = f"{what} {caps.text}".casefold()
        line = row(label, caps)
        line.setStretch(0, 1)
        line.setAlignment(caps, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)


def _keys_of(actions: AnyActions) -> _Rows:
    return [(action.text, (action.key,)) for action in actions if action.key]
