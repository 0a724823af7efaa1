"""Messages in the page, which stay until the user closes them or their cause is gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import icon_button, push_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.sign import Sign
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import fixed_font
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, TWELVE

_MOST_VISIBLE = 3
_ICON_SIZE = 18


class NoticeKind(Enum):
    """The severity of a notice; the value is the style sheet's background."""

    DANGER = "danger"
    CAUTION = "caution"
    INFO = "info"


_SIGNS = {
    NoticeKind.DANGER: ("triangle-alert", attrgetter("danger")),
    NoticeKind.CAUTION: ("triangle-alert", attrgetter("caution")),
    NoticeKind.INFO: ("info", attrgetter("accent")),
}


@dataclass(frozen=True)
class NoticeAction:
    """A button of a notice. With `closes`, pressing the button also closes the notice."""

    text: str
    run: Callable[[], object]
    closes: bool = True


@dataclass(frozen=True)
class Notice:
    """A message: `title` tells what happened, `text` what it means and what to do; `details` are
    technical and hold no secret. A notice that `stays` is removed only with its cause. `about` is
    what the notice is about: the id of a record, or the words for an action that failed."""

    kind: NoticeKind
    title: str
    text: str = ""
    details: str = ""
    actions: tuple[NoticeAction, ...] = ()
    stays: bool = False
    about: str = ""


class Banner(QWidget):
    """The notices of one page or window, newest first; three are visible, the rest are counted.

    A notice about the same thing as an older one replaces it; of notices about nothing, one with
    the same words does.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._cards: list[_Card] = []
        self._rest = PlainLabel(role="secondary", name="banner.rest")
        self._layout = column(self._rest, spacing=EIGHT)
        self.setLayout(self._layout)
        self._arrange()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """All open notices, newest first."""
        return tuple(card.notice for card in self._cards)

    def add(self, notice: Notice) -> None:
        """Show `notice` above all others and announce it to a screen reader."""
        self._drop(
            lambda old: (
                old.about == notice.about
                and (notice.about != "" or (old.title, old.text) == (notice.title, notice.text))
            )
        )
        card = _Card(notice)
        card.closed.connect(lambda: self.remove(notice))
        self._cards.insert(0, card)
        self._layout.insertWidget(0, card)
        self._arrange()
        urgent = notice.kind is NoticeKind.DANGER
        if self.window().isVisible():  # the pages of a locked store are in no window
            announce(self, f"{notice.title}. {notice.text}", assertive=urgent)

    def remove(self, notice: Notice) -> None:
        """Remove `notice`, if it is still shown."""
        self._drop(lambda old: old is notice)
        self._arrange()

    def dismiss(self, about: str) -> None:
        """Remove the notice about that, because its cause is gone."""
        self._drop(lambda old: old.about == about)
        self._arrange()

    def clear(self) -> None:
        """Remove all notices."""
        self._drop(lambda _old: True)
        self._arrange()

    def focus_action(self) -> None:
        """Focus the first action of the newest notice."""
        if self._cards and (button := self._cards[0].findChild(QPushButton, "banner.action")):
            button.setFocus()

    def _drop(self, unwanted: Callable[[Notice], bool]) -> None:
        for card in tuple(self._cards):
            if unwanted(card.notice):
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
        words = column(title, text, spacing=FOUR)
        buttons = self._buttons(notice)
        if buttons:
            words.addSpacing(FOUR)
            words.addLayout(row(*buttons, None, spacing=EIGHT))
        self._details = self._details_part(notice.details)
        words.addWidget(self._details)
        sign = Sign(_ICON_SIZE)
        sign.show_icon(_SIGNS[notice.kind])
        close = icon_button("x", self.tr("Close"), self.closed.emit, name="banner.close")
        line = row(sign, words, close)
        line.setContentsMargins(TWELVE, TWELVE, EIGHT, TWELVE)
        line.setStretchFactor(words, 1)
        for part in (sign, close):
            line.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        close.setVisible(not notice.stays)

    def _buttons(self, notice: Notice) -> list[QPushButton]:
        buttons = [
            push_button(action.text, partial(self._run, action), name="banner.action")
            for action in notice.actions
        ]
        if notice.details:
            toggle = push_button(self.tr("Details"), kind="quiet", name="banner.details")
            toggle.setCheckable(True)
            toggle.toggled.connect(lambda on: self._details.setVisible(on))
            buttons.append(toggle)
        for button in buttons:
            set_style(button, size="small")
        return buttons

    def _details_part(self, details: str) -> QWidget:
        label = PlainLabel(details, wrap=True, name="banner.details.text")
        label.setFont(fixed_font())
        copy = icon_button(
            "copy",
            self.tr("Copy details"),
            lambda: QGuiApplication.clipboard().setText(details),
            name="banner.details.copy",
        )
        line = row(label, copy, spacing=EIGHT)
        line.setContentsMargins(0, FOUR, 0, 0)
        line.setStretch(0, 1)
        line.setAlignment(copy, Qt.AlignmentFlag.AlignTop)
        part = QWidget()
        part.setLayout(line)
        part.hide()
        return part

    def _run(self, action: NoticeAction) -> None:
        if action.closes:
            self.closed.emit()
        action.run()
