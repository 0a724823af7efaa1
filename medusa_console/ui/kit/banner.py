"""Messages in the page, which stay until the user closes them or their cause is gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from medusa_console.ui.kit import resources
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import icon_button, push_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import fixed_font, tokens
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, TWELVE

_MOST_VISIBLE = 3
_ICON_SIZE = 18


class NoticeKind(Enum):
    """The severity of a notice; the value is the style sheet's background."""

    DANGER = "danger"
    CAUTION = "caution"
    INFO = "info"


@dataclass(frozen=True)
class NoticeAction:
    """A button of a notice. With `closes`, pressing the button also closes the notice."""

    text: str
    run: Callable[[], object]
    closes: bool = True


@dataclass(frozen=True)
class Notice:
    """A message: `title` tells what happened, `text` what it means and what to do; `details` are
    technical and hold no secret. A notice that `stays` is removed only with its cause."""

    kind: NoticeKind
    title: str
    text: str = ""
    details: str = ""
    actions: tuple[NoticeAction, ...] = ()
    stays: bool = False


class Banner(QWidget):
    """The notices of one page or window, newest first; three are visible, the rest are counted.

    A notice with the same words as an older one replaces it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._cards: list[_Card] = []
        self._rest = PlainLabel(role="secondary", name="banner.rest")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(EIGHT)
        self._layout.addWidget(self._rest)
        self._arrange()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """All open notices, newest first."""
        return tuple(card.notice for card in self._cards)

    def add(self, notice: Notice) -> None:
        """Show `notice` above all others and announce it to a screen reader."""
        for card in list(self._cards):
            if (card.notice.title, card.notice.text) == (notice.title, notice.text):
                self._drop(card)
        card = _Card(notice)
        card.closed.connect(lambda: self.remove(notice))
        self._cards.insert(0, card)
        self._layout.insertWidget(0, card)
        self._arrange()
        urgent = notice.kind is NoticeKind.DANGER
        announce(self, f"{notice.title}. {notice.text}", assertive=urgent)

    def remove(self, notice: Notice) -> None:
        """Remove `notice`, if it is still shown."""
        for card in list(self._cards):
            if card.notice is notice:
                self._drop(card)
        self._arrange()

    def clear(self) -> None:
        """Remove all notices."""
        for card in list(self._cards):
            self._drop(card)
        self._arrange()

    def focus_action(self) -> None:
        """Focus the first action of the newest notice."""
        if self._cards and (button := self._cards[0].findChild(QPushButton, "banner.action")):
            button.setFocus()

    def _drop(self, card: _Card) -> None:
        self._cards.remove(card)
        self._layout.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _arrange(self) -> None:
        for number, card in enumerate(self._cards):
            card.setVisible(number < _MOST_VISIBLE)
        rest = len(self._cards) - _MOST_VISIBLE
        self._rest.setVisible(rest > 0)
        if rest > 0:
            self._rest.setText(self.tr("%Ln more message(s)", "", rest))
        self.setVisible(bool(self._cards))


class _Card(QWidget):
    closed = Signal()

    def __init__(self, notice: Notice) -> None:
        super().__init__()
        self.notice = notice
        set_style(self, ground=notice.kind.value)
        title = PlainLabel(notice.title, role="strong", wrap=True, name="banner.title")
        text = PlainLabel(notice.text, wrap=True, name="banner.text")
        if not notice.text:
            text.hide()
        words = QVBoxLayout()
        words.setSpacing(FOUR)
        words.addWidget(title)
        words.addWidget(text)
        buttons = self._buttons(notice)
        if buttons.count():
            words.addSpacing(FOUR)
            words.addLayout(buttons)
        self._details = self._details_part(notice.details)
        words.addWidget(self._details)
        row = QHBoxLayout(self)
        row.setContentsMargins(TWELVE, TWELVE, EIGHT, TWELVE)
        row.setSpacing(TWELVE)
        row.addWidget(_Sign(notice.kind), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if not notice.stays:
            close = icon_button("x", self.tr("Close"), self.closed.emit, name="banner.close")
            row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def _buttons(self, notice: Notice) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(EIGHT)
        for action in notice.actions:
            button = push_button(action.text, partial(self._run, action), name="banner.action")
            set_style(button, size="small")
            buttons.addWidget(button)
        if notice.details:
            toggle = push_button(self.tr("Details"), kind="quiet", name="banner.details")
            toggle.setCheckable(True)
            toggle.toggled.connect(lambda on: self._details.setVisible(on))
            set_style(toggle, size="small")
            buttons.addWidget(toggle)
        if buttons.count():
            buttons.addStretch(1)
        return buttons

    def _details_part(self, details: str) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, FOUR, 0, 0)
        row.setSpacing(EIGHT)
        label = PlainLabel(details, wrap=True, name="banner.details.text")
        label.setFont(fixed_font())
        copy = icon_button(
            "copy",
            self.tr("Copy details"),
            lambda: QGuiApplication.clipboard().setText(details),
            name="banner.details.copy",
        )
        row.addWidget(label, 1)
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        part.hide()
        return part

    def _run(self, action: NoticeAction) -> None:
        if action.closes:
            self.closed.emit()
        action.run()


class _Sign(QLabel):
    """The notice's icon, in the colour of its kind."""

    def __init__(self, kind: NoticeKind) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(_ICON_SIZE, _ICON_SIZE)

    # -- Qt ---------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        colours = tokens()
        name, colour = {
            NoticeKind.DANGER: ("triangle-alert", colours.danger),
            NoticeKind.CAUTION: ("triangle-alert", colours.caution),
            NoticeKind.INFO: ("info", colours.accent),
        }[self._kind]
        ratio = self.devicePixelRatioF()
        QPainter(self).drawPixmap(0, 0, resources.pixmap(name, colour, _ICON_SIZE, ratio))
