"""The layout of every dialog of a store: the store's bar, a body that scrolls, fixed buttons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QWidget

from medusa_console.domain.store import Store
from medusa_console.ui.kit.environment_bar import EnvironmentBar
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.layout import Part, column
from medusa_console.ui.kit.scroll_area import ScrollArea
from medusa_console.ui.kit.style import set_style, settle
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import SIXTEEN, TALLEST_SHARE, TWELVE, TWENTY_FOUR

_WIDTH = 560
_LOWEST = 320
"""A dialog may be as high as this, however low the window is."""


def fill(
    dialog: QDialog,
    store: Store | None,
    body: Sequence[Part],
    *,
    left: Sequence[QWidget] = (),
    right: Sequence[QWidget] = (),
    pinned: Sequence[Part] = (),
    width: int = _WIDTH,
) -> None:
    """Lay out `dialog`: `body` from top to bottom, which scrolls, then what is always in sight:
    `pinned`, and the buttons at both ends of a row, or in several rows where they have no room.

    `width` is the dialog's, in logical pixels at the design's font size.
    """
    content = QWidget()
    set_style(content, ground="surface")
    lines = column(*body, None)
    lines.setContentsMargins(TWENTY_FOUR, TWENTY_FOUR, TWENTY_FOUR, TWELVE)
    content.setLayout(lines)
    window = _beneath(dialog)
    across = _across(dialog, window, scaled(width))
    scroll = _Body(content, across, window)
    rule = QFrame()
    rule.setFixedHeight(1)
    # A line tells that there is more to see above the buttons.
    scroll.verticalScrollBar().rangeChanged.connect(
        lambda _, most: set_style(rule, line="bottom" if most else "")
    )
    foot = column(*pinned, Flow(left, right))
    foot.setContentsMargins(TWENTY_FOUR, TWELVE, TWENTY_FOUR, TWENTY_FOUR)
    whole = column(EnvironmentBar(store), scroll, rule, foot, spacing=0)
    whole.setStretch(1, 1)
    dialog.setLayout(whole)
    dialog.setMinimumWidth(min(scaled(320), 480))
    scroll.limit(dialog)
    settle(dialog)
    dialog.resize(across, dialog.sizeHint().height())


def _beneath(dialog: QDialog) -> QWidget | None:
    """The window that `dialog` lies over, beneath other dialogs."""
    parent = dialog.parentWidget()
    while parent is not None and isinstance(parent.window(), QDialog):
        parent = parent.window().parentWidget()
    return parent.window() if parent is not None else None


def _across(dialog: QDialog, window: QWidget | None, wanted: int) -> int:
    """The width of `dialog`: as wanted, but inside of screen and window."""
    room = dialog.screen().availableSize().width()
    if window is not None:
        room = min(room, window.width() - 2 * SIXTEEN)
    return min(wanted, max(room, scaled(320)))


def fit(dialog: QDialog) -> None:
    """Resize `dialog` to its visible content, after parts of it were hidden."""
    for body in dialog.findChildren(_Body):
        body.settle()
    dialog.resize(dialog.width(), dialog.sizeHint().height())


def bring_into_view(dialog: QDialog, part: QWidget | None) -> None:
    """Scroll to `part` of the body after layout, if the screen is low."""
    if part is not None and part.isVisibleTo(dialog):
        for body in dialog.findChildren(_Body):
            QTimer.singleShot(0, body, partial(body.ensureWidgetVisible, part))


class _Body(ScrollArea):
    """As high as its content; scrolls when the dialog may not be that high.

    An error or a result that appears later makes the dialog grow, so that the user need not scroll.
    """

    def __init__(self, content: QWidget, width: int, window: QWidget | None) -> None:
        super().__init__()
        self._content = content
        self._width = width
        self._beneath = window
        self.setWidget(content)  # also makes this area the content's event filter
        # The window gets lower, or a line above the focus wraps.
        self.verticalScrollBar().rangeChanged.connect(
            lambda: QTimer.singleShot(0, self, self.show_focus)
        )
        if window is not None:
            window.installEventFilter(self)

    def settle(self) -> None:
        """Update the size hint for changed content."""
        if (layout := self._content.layout()) is not None:
            layout.activate()
        self.updateGeometry()

    def limit(self, dialog: QWidget) -> None:
        """Keep `dialog` lower than its share of the window beneath, or else of the screen."""
        most = dialog.screen().availableSize().height()
        if self._beneath is not None:
            most = min(most, self._beneath.height())
        dialog.setMaximumHeight(max(_LOWEST, int(most * TALLEST_SHARE)))

    def _grow(self) -> None:
        wanted = self._wanted_height(self.viewport().width())
        window = self.window()
        if window.isVisible() and wanted > self.viewport().height():
            height = window.height() + wanted - self.viewport().height()
            window.resize(window.width(), min(height, window.maximumHeight()))

    def _wanted_height(self, width: int) -> int:
        content = self._content
        height = content.heightForWidth(width) if content.hasHeightForWidth() else -1
        return max(height, content.sizeHint().height())

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._grow)
        elif watched is self._beneath and event.type() == QEvent.Type.Resize:
            self.limit(self.window())
            QTimer.singleShot(0, self, self._grow)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        QTimer.singleShot(0, self, self.show_focus)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._width, self._wanted_height(self._width))
