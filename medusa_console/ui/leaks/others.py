"""What a text holds besides keys, and what to do about each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from medusa_console.domain.leaks import OtherSecret
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row, take_out_all
from medusa_console.ui.kit.sign import Sign
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, SIXTEEN, TWELVE, Tokens
from medusa_console.ui.words import leak_page as words
from medusa_console.ui.words.leak_counts import leak_counts

_FIRST = 10
_SIGN = 16


class Others(QFrame):
    """Hidden while there are none. The first ten are shown; a button shows the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("leaks.others")
        set_style(self, ground="card")
        self._others: Sequence[OtherSecret] = ()
        self._title = PlainLabel(
            self.tr("Also found, and not ended by revoking a key"),
            role="card",
            wrap=True,
            name="leaks.others.title",
        )
        self._title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._count = PlainLabel(role="muted", name="leaks.others.count")
        self._lines = column(spacing=TWELVE)
        self._more = push_button("", self._show_rest, kind="link", name="leaks.others.more")
        lines = column(self._title, self._count, self._lines, self._more)
        lines.setAlignment(self._more, Qt.AlignmentFlag.AlignLeading)
        lines.setContentsMargins(SIXTEEN, SIXTEEN, SIXTEEN, SIXTEEN)
        self.setLayout(lines)
        self.hide()

    def show_others(self, others: Sequence[OtherSecret], count: int) -> None:
        """Show the other secrets of another text, which holds `count`."""
        take_out_all(self._lines)
        self._others = others
        self._count.setText(leak_counts.keys_shown(len(others), count))
        self._count.setVisible(count > len(others))
        self._add(others[:_FIRST])
        left = len(others) - _FIRST
        self._more.setVisible(left > 0)
        if left > 0:
            self._more.setText(leak_counts.others_left(left))
        self.setVisible(bool(others))

    def _show_rest(self) -> None:
        self._more.hide()
        self._add(self._others[_FIRST:])
        self._title.setFocus()

    def _add(self, others: Sequence[OtherSecret]) -> None:
        for other in others:
            self._lines.addWidget(_line(other))


def _line(other: OtherSecret) -> QWidget:
    sign = Sign(scaled(_SIGN))
    sign.show_icon(("triangle-alert", _caution))
    name = PlainLabel(words.other_name(other), role="strong", wrap=True, name="leaks.other")
    place = PlainLabel(words.other_line(other), role="secondary", wrap=True)
    advice = PlainLabel(words.other_advice(other.kind), wrap=True)
    line = row(sign, column(name, place, advice, spacing=FOUR), spacing=EIGHT)
    line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
    line.setStretch(1, 1)
    part = QWidget()
    part.setLayout(line)
    return part


def _caution(tokens: Tokens) -> str:
    return tokens.caution
