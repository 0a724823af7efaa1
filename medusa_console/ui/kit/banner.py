"""Messages that stay until the user closes them or their cause is gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import icon_button, push_button, style_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, read_in_order, row
from medusa_console.ui.kit.sign import Sign
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import fixed_font, scaled
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, NOTICE_HEIGHT, TWELVE

_MOST_VISIBLE = 2
_ICON_SIZE = 18
_TEXT_WIDTH = 280
"""The least width of a text beside its buttons; with less, the buttons go below the text."""
_LINE_GAP = 2


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
    what the notice is about: the id of a record, or the words for an action that failed. A notice
    is `pressing` if a key may work that should not, or may be lost."""

    kind: NoticeKind
    title: str
    text: str = ""
    details: str = ""
    actions: tuple[NoticeAction, ...] = ()
    stays: bool = False
    about: str = ""
    pressing: bool = False


class Banner(QWidget):
    """The notices of one page or window: first those that are pressing, then the newest.

    A notice about the same thing as an older one replaces it; of notices about nothing, one with
    the same words does. Pressing notices are all visible. Of the others, notices with one title
    share a card, and two cards are visible; a button shows the rest.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._cards: list[_Card] = []
        self._unfolded = False
        self._rest = _Rest()
        self._rest.clicked.connect(self._on_rest)
        self._layout = column(spacing=EIGHT)
        self._layout.addWidget(self._rest, 0, Qt.AlignmentFlag.AlignLeading)
        self.setLayout(self._layout)
        self._arrange()

    def set_spacing(self, spacing: int) -> None:
        """Set the distance between the notices."""
        self._layout.setSpacing(spacing)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """All open notices, in the order in which they are shown."""
        return tuple(card.notice for card in self._cards)

    def add(self, notice: Notice) -> None:
        """Show `notice` above the others of its rank, and announce it to a screen reader."""
        self._drop(
            lambda old: (
                old.about == notice.about
                and (notice.about != "" or (old.title, old.text) == (notice.title, notice.text))
            )
        )
        card = _Card(notice)
        card.closed.connect(lambda: self.remove(notice))
        card.like_this.clicked.connect(self._on_rest)
        above = 0 if notice.pressing else sum(one.notice.pressing for one in self._cards)
        self._cards.insert(above, card)
        self._layout.insertWidget(above, card)
        read_in_order(self._layout)
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
        """Focus the first action of the first notice."""
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
        groups: dict[object, list[_Card]] = {}
        for card in self._cards:
            alone = card.notice.pressing or self._unfolded
            key = card if alone else (card.notice.kind, card.notice.title)
            groups.setdefault(key, []).append(card)
        folded = 0
        room = _MOST_VISIBLE
        for first, *others in groups.values():
            alone = first.notice.pressing or self._unfolded
            seen = alone or room > 0
            room -= not alone
            first.setVisible(seen)
            first.show_like_this(len(others))
            for card in others:
                card.hide()
            folded += 0 if seen else 1 + len(others)
        one_by_one = len({(card.notice.kind, card.notice.title) for card in self._cards})
        foldable = one_by_one < len(self._cards) or len(self._cards) > _MOST_VISIBLE
        self._unfolded = self._unfolded and foldable
        self._rest.show_folded(folded)
        self._rest.setVisible(folded > 0 or self._unfolded)
        self.setVisible(bool(self._cards))

    def _on_rest(self) -> None:
        self._unfolded = not self._unfolded
        self._arrange()


class _Rest(QPushButton):
    """Has no subclass, so that Qt finds its plural forms."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner.rest")
        style_button(self, "plain")
        set_style(self, size="small")

    def show_folded(self, number: int) -> None:
        """Offer to show `number` folded notices, or to fold them again."""
        self.setText(self.tr("%Ln more", "", number) if number else self.tr("Show fewer"))


class _Card(QWidget):
    closed = Signal()

    def __init__(self, notice: Notice) -> None:
        super().__init__()
        self.notice = notice
        set_style(self, ground=notice.kind.value)
        self.setMinimumHeight(scaled(NOTICE_HEIGHT))
        title = PlainLabel(notice.title, role="strong", wrap=True, name="banner.title")
        text = PlainLabel(notice.text, wrap=True, name="banner.text")
        if not notice.text:
            text.hide()
        words = column(None, title, text, None, spacing=_LINE_GAP)
        self.like_this = push_button("", kind="quiet", name="banner.like_this")
        self.like_this.hide()
        self._button_parts = (*self._build_buttons(notice), self.like_this)
        self._buttons = row(*self._button_parts, None, spacing=EIGHT)
        self._words = row(spacing=TWELVE)
        self._words.addLayout(words, 1)
        self._words.addLayout(self._buttons)
        sign = Sign(scaled(_ICON_SIZE))
        sign.show_icon(_SIGNS[notice.kind])
        close = icon_button("x", self.tr("Close"), self.closed.emit, name="banner.close")
        self._ends = (sign, close)
        self._line = row(sign, self._words, close)
        self._line.setStretchFactor(self._words, 1)
        self._details = self._details_part(notice.details)
        whole = column(self._line, self._details, spacing=FOUR)
        whole.setStretch(0, 1)
        side, edge = scaled(TWELVE), scaled(EIGHT)
        whole.setContentsMargins(side, edge, edge, edge)
        self.setLayout(whole)
        close.setVisible(not notice.stays)

    def show_like_this(self, number: int) -> None:
        """Say that this card stands for `number` more notices of the same kind."""
        self.like_this.setText(self.tr("%Ln more like this", "", number))
        self.like_this.setVisible(number > 0)

    def _build_buttons(self, notice: Notice) -> Sequence[QPushButton]:
        buttons = [
            push_button(action.text, partial(self._run, action), name="banner.action")
            for action in notice.actions
        ]
        if notice.details:
            toggle = push_button(self.tr("Details"), kind="quiet", name="banner.details")
            toggle.setCheckable(True)
            toggle.toggled.connect(lambda on: self._details.setVisible(on))
            buttons.append(toggle)
        for button in (*buttons, self.like_this):
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

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        shown = [part for part in self._button_parts if not part.isHidden()]
        needed = sum(part.sizeHint().width() + EIGHT for part in shown)
        ends = sum(part.sizeHint().width() for part in self._ends)
        room = self.width() - ends - 4 * TWELVE
        beside = room >= needed + scaled(_TEXT_WIDTH)
        directions = QBoxLayout.Direction
        self._words.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._words.setSpacing(TWELVE if beside else FOUR)
        for part in self._ends:  # beside the title of a card of many lines
            top = Qt.AlignmentFlag.AlignTop
            self._line.setAlignment(part, Qt.AlignmentFlag.AlignVCenter if beside else top)
        in_line = room >= needed
        self._buttons.setDirection(directions.LeftToRight if in_line else directions.TopToBottom)
        super().resizeEvent(event)
