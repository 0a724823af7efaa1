"""The layout of every dialog of a store: the store's bar, a body that scrolls, fixed buttons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

from medusa_console.domain.store import Store
from medusa_console.ui.kit.environment_bar import EnvironmentBar
from medusa_console.ui.kit.layout import Part, column, row
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import SIXTEEN, TWELVE, TWENTY_FOUR

_WIDTH = 560
_TALLEST_SHARE = 0.9


def fill(
    dialog: QDialog,
    store: Store | None,
    body: Sequence[Part],
    *,
    left: Sequence[QWidget] = (),
    right: Sequence[QWidget] = (),
    width: int = _WIDTH,
) -> None:
    """Lay out `dialog`: `body` from top to bottom, then the buttons at both ends of a row.

    `width` is the dialog's, in logical pixels at the design's font size.
    """
    content = QWidget()
    set_style(content, ground="surface")
    lines = column(*body, None)
    lines.setContentsMargins(TWENTY_FOUR, TWENTY_FOUR, TWENTY_FOUR, TWELVE)
    content.setLayout(lines)
    scroll = _Body(content, scaled(width))
    buttons = row(*left, None, *right)
    buttons.setContentsMargins(TWENTY_FOUR, SIXTEEN, TWENTY_FOUR, TWENTY_FOUR)
    whole = column(EnvironmentBar(store), scroll, buttons, spacing=0)
    whole.setStretch(1, 1)
    dialog.setLayout(whole)
    dialog.setMinimumWidth(min(scaled(320), 480))
    available = dialog.screen().availableSize()
    dialog.setMaximumHeight(int(available.height() * _TALLEST_SHARE))
    dialog.resize(min(scaled(width), available.width()), dialog.sizeHint().height())


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


class _Body(QScrollArea):
    """As high as its content; scrolls when the screen has less space.

    An error or a result that appears later makes the dialog grow, so that the user need not scroll.
    """

    def __init__(self, content: QWidget, width: int) -> None:
        super().__init__()
        self._content = content
        self._width = width
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)  # also makes this area the content's event filter

    def settle(self) -> None:
        """Update the size hint for changed content."""
        if (layout := self._content.layout()) is not None:
            layout.activate()
        self.updateGeometry()

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
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._width, self._wanted_height(self._width))
