"""Says in large lines which stores were not asked, and offers what lets them be asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from medusa_console.domain.leak_answers import Case, Finding, StoreAnswer
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row, take_out_all
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, SIXTEEN, TWELVE
from medusa_console.ui.words import leak_page as words
from medusa_console.ui.words.leak_counts import leak_counts

_MOST = 6
_NOT_ASKED = (
    Finding.NOT_SIGNED_IN,
    Finding.CANNOT_LIST,
    Finding.UNREACHABLE,
    Finding.NOT_READ_TO_THE_END,
)


def not_asked(cases: Sequence[Case]) -> tuple[StoreAnswer, ...]:
    """One answer for each store that could not say of some key whether it knows it."""
    left: dict[str, StoreAnswer] = {}
    for case in cases:
        for answer in case.answers:
            if answer.finding in _NOT_ASKED or _in_trouble(answer):
                left.setdefault(answer.store.origin, answer)
    return tuple(left.values())


def _in_trouble(answer: StoreAnswer) -> bool:
    """Whether not even a list came. Where one key alone got an odd answer, its card says so."""
    return answer.finding is Finding.IN_TROUBLE and not (answer.records or answer.presented)


def asked(cases: Sequence[Case]) -> int | None:
    """How many stores have said of every key whether they know it; None while one may yet."""
    if any(answer.finding is Finding.LISTING for case in cases for answer in case.answers):
        return None
    stores = {answer.store.origin for case in cases for answer in case.answers}
    silent = {answer.store.origin for case in cases for answer in case.not_asked}
    return len(stores - silent)


class AskedStores(QFrame):
    """Hidden while every store was asked.

    Signals:
        sign_in_requested(store_id)
        again_requested(store_id): ask the store again.
        rest_requested(store_id): list the rest of its keys.
    """

    sign_in_requested = Signal(str)
    again_requested = Signal(str)
    rest_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("leaks.asked")
        set_style(self, ground="caution")
        self._answers: tuple[StoreAnswer, ...] = ()
        self._title = PlainLabel(role="card", wrap=True, name="leaks.asked.title")
        self._lines = column(spacing=FOUR)
        lines = column(self._title, self._lines, spacing=EIGHT)
        lines.setContentsMargins(SIXTEEN, TWELVE, SIXTEEN, TWELVE)
        self.setLayout(lines)
        self.hide()

    def show_answers(self, answers: tuple[StoreAnswer, ...]) -> None:
        """Name the stores of `answers`; the focus stays on the button of the same store."""
        told = [(answer.store, answer.finding) for answer in answers]
        if told == [(answer.store, answer.finding) for answer in self._answers]:
            return
        focused = next((b.objectName() for b in self.findChildren(QPushButton) if b.hasFocus()), "")
        self._answers = answers
        take_out_all(self._lines)
        self._title.setText(leak_counts.not_asked(len(answers)))
        self._title.setVisible(len(answers) > 1)
        for answer in answers[:_MOST]:
            self._lines.addWidget(self._line(answer, alone=len(answers) == 1))
        if len(answers) > _MOST:
            self._lines.addWidget(PlainLabel(leak_counts.not_named(len(answers) - _MOST)))
        self.setVisible(bool(answers))
        for button in self.findChildren(QPushButton):
            if focused and button.objectName() == focused and button.isEnabled():
                button.setFocus()

    def _line(self, answer: StoreAnswer, *, alone: bool) -> QWidget:
        store = answer.store
        text = self.tr("{store}: {why}")
        if alone:
            text = self.tr("{store} was not asked. {why}")
        text = text.format(store=shown(store.name), why=words.why_not_asked(answer))
        button = self._button(answer.finding, store.id)
        role = "card" if alone else ""
        line = row(PlainLabel(text, role=role, wrap=True, name="leaks.asked.store"))
        line.setStretch(0, 1)
        if button is not None:
            line.addWidget(button)
            name = self.tr("{action}: {store}").format(action=button.text(), store=store.name)
            button.setAccessibleDescription(shown(name))
        part = QWidget()
        part.setLayout(line)
        return part

    def _button(self, finding: Finding, store_id: str) -> QPushButton | None:
        match finding:
            case Finding.NOT_SIGNED_IN:
                text, signal = self.tr("Sign in here"), self.sign_in_requested
            case Finding.UNREACHABLE | Finding.IN_TROUBLE:
                text, signal = self.tr("Try again"), self.again_requested
            case Finding.NOT_READ_TO_THE_END:
                text, signal = self.tr("Read the rest"), self.rest_requested
            case _:
                return None
        button = push_button(text, partial(signal.emit, store_id), name=f"leaks.ask.{store_id}")
        set_style(button, size="small")
        return button
