"""Search, type and state: what the keys page asks the server for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.query import KeyQuery, KeySort, StateFilter
from medusa_console.domain.tokens import Sighting, TokenKind
from medusa_console.ui import labels
from medusa_console.ui.theme_tokens import EIGHT
from medusa_console.ui.widgets.announce import announce
from medusa_console.ui.widgets.button import push_button
from medusa_console.ui.widgets.key_search import KeySearch
from medusa_console.ui.widgets.label import PlainLabel

# Qt turns these into plain strings when they are an item's data, so the index tells them.
_TYPES = (None, *KeyType)
_STATES = tuple(StateFilter)


class KeyFilters(QWidget):
    """Signals:
    changed: the KeyQuery that is asked for from now on.
    found: a whole key or an id was pasted, and is what is asked for now.
    refresh_requested: the same again.
    down: the person wants to go on to the rows.
    """

    changed = Signal(object)
    found = Signal()
    refresh_requested = Signal()
    down = Signal()

    def __init__(self, query: KeyQuery) -> None:
        super().__init__()
        self.query = query
        self.search = KeySearch()
        self.search.searched.connect(lambda text: self._ask(text=text, key_id=""))
        self.search.found.connect(self._on_found)
        self.search.down.connect(self.down)
        self._type = _menu("filterType", self.tr("Type"), [_type_text(kind) for kind in _TYPES])
        self._type.activated.connect(lambda index: self._ask(type=_TYPES[index]))
        self._state = _menu(
            "filterState", self.tr("State"), [labels.state_filter(kind) for kind in _STATES]
        )
        self._state.activated.connect(lambda index: self._ask(state=_STATES[index]))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(EIGHT)
        layout.addWidget(self.search, 1)
        for menu in (self._type, self._state):
            label = PlainLabel(menu.accessibleName(), role="muted")
            label.setBuddy(menu)
            layout.addWidget(label)
            layout.addWidget(menu)
        self._refresh = push_button(
            self.tr("Refresh"),
            self.refresh_requested.emit,
            kind="quiet",
            icon="refresh-cw",
            name="refresh",
        )
        layout.addWidget(self._refresh)
        self._show()

    def sort(self, field: str, *, descending: bool) -> None:
        """Ask for another order."""
        self._ask(sort=KeySort(field), descending=descending)

    def clear(self) -> None:
        """Ask for all keys, in the order of now."""
        self.search.show_text("")
        self._ask(text="", key_id="", type=None, state=StateFilter.ALL)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave more room for the search: the refresh button shows its icon only."""
        self._refresh.setText("" if narrow else self.tr("Refresh"))
        self._refresh.setAccessibleName(self.tr("Refresh"))

    def _on_found(self, sighting: Sighting) -> None:
        """A pasted key is looked for among all keys, whatever the menus say."""
        is_id = sighting.kind is TokenKind.KEY_ID
        announce(self, self.tr("Looking for {key}").format(key=sighting.shown))
        self.found.emit()
        self._ask(
            text="" if is_id else sighting.shown,
            key_id=sighting.shown if is_id else "",
            type=None,
            state=StateFilter.ALL,
        )

    def _ask(self, **changes: object) -> None:
        query = replace(self.query, **changes)  # type: ignore[arg-type]
        if query != self.query:
            self.query = query
            self._show()
            self.changed.emit(query)

    def _show(self) -> None:
        self._type.setCurrentIndex(_TYPES.index(self.query.type))
        self._state.setCurrentIndex(_STATES.index(self.query.state))


def _menu(name: str, label: str, texts: Sequence[str]) -> QComboBox:
    menu = QComboBox()
    menu.setObjectName(name)
    menu.setAccessibleName(label)
    menu.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    menu.addItems(texts)
    return menu


def _type_text(kind: KeyType | None) -> str:
    return labels.state_filter(StateFilter.ALL) if kind is None else labels.key_type(kind).lower()
