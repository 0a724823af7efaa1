"""The dialog of Ctrl+K: finds stores and menu actions by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from medusa_console.domain.store import Store
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.choice_list import Choice, ChoiceList
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.no_keys import NoKeys
from medusa_console.ui.kit.text import shown
from medusa_console.ui.stores.list import where
from medusa_console.ui.words import labels

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def store_choice(store: Store, state: str, run: Callable[[], object]) -> Choice:
    """The line of a store; `state` is the state of its session in words, "" when signed out."""
    parts = (labels.environment(store.environment), where(store), store.group, store.email, state)
    detail = " · ".join(shown(part) for part in parts if part)
    return Choice(shown(store.name), run, detail, store.environment)


def _fits(words: Sequence[str], text: str) -> bool:
    return all(word in text.casefold() for word in words)


class Switcher(QDialog):
    """Accepted: `chosen` is the choice to run.

    The typed words are found in any order; lines that match by name come first. The first line is
    selected, so that Enter runs it.
    """

    def __init__(self, parent: QWidget, choices: Sequence[Choice]) -> None:
        super().__init__(parent)
        self.chosen: Choice | None = None
        self._choices = tuple(choices)
        heading = self.tr("Switch store")
        self.setObjectName("switcher")
        self.setWindowTitle(heading)
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Type a store or a command"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._search.installEventFilter(self)
        field = Field(self.tr("Store or command"), self._search, name="switcherSearch")
        no_keys = NoKeys(self)
        no_keys.refused.connect(
            lambda: field.show_error(self.tr("This is a key: look on the API keys page")),
            Qt.ConnectionType.QueuedConnection,
        )
        self._search.setValidator(no_keys)
        self._search.textChanged.connect(field.clear_error)
        self._list = ChoiceList()
        self._list.setObjectName("switcherList")
        self._list.setAccessibleName(self.tr("Stores and commands"))
        self._list.itemClicked.connect(lambda _: self._on_go())
        self._list.currentItemChanged.connect(lambda *_: self._say_current())
        self._none = PlainLabel(self.tr("Nothing fits."), role="muted", name="switcherNone")
        go = push_button(self.tr("Go"), self._on_go, kind="primary", name="submit")
        go.setDefault(True)
        cancel = push_button(self.tr("Cancel"), self.reject, name="cancel")
        cancel.setAutoDefault(False)
        body = (PlainLabel(heading, role="title"), field, self._none, self._list)
        fill(self, None, body, right=(cancel, go))
        self._filter("")
        self._search.setFocus()

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        by_name = [c for c in self._choices if _fits(words, c.text)]
        rest = [c for c in self._choices if c not in by_name]
        rest = [c for c in rest if _fits(words, f"{c.text} {c.detail}")]
        self._list.show_choices([*by_name, *rest])
        self._none.setVisible(not self._list.count())
        if not self._list.count():
            announce(self, self._none.text())

    def _say_current(self) -> None:
        """Announce the selected line to a screen reader, because the focus stays in the field."""
        if self.isVisible() and (choice := self._list.current) is not None:
            announce(self, f"{choice.text}, {choice.detail}")

    def _on_go(self) -> None:
        if (choice := self._list.current) is not None:
            self.chosen = choice
            self.accept()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if (
            watched is self._search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _MOVES
        ):
            QApplication.sendEvent(self._list, event)
            return True
        return super().eventFilter(watched, event)
