"""The line above a table: search, menus, refresh button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from medusa_console.domain.query import Q
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button, show_key
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.records.filter_menu import FilterMenu
from medusa_console.ui.records.search_field import SearchField

ORDER = ("sort", "descending")
"""The fields of a query that exclude no record."""

_ROOM_FOR_WORDS, _ROOM_FOR_REFRESH = 500, 360
_LEAST_SEARCH = 130
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


@dataclass(frozen=True)
class Filter:
    """A menu that sets the query's `field`: choosing `texts[n]` sets `values[n]`."""

    field: str
    name: str
    label: str
    values: Sequence[Any]
    texts: Sequence[str]


class FilterBar(QWidget, Generic[Q]):
    """Holds the current `query`, a frozen dataclass whose defaults narrow nothing.

    Signals:
        changed(query): the user has changed the query.
        refresh_requested: the user wants to ask for the same query again.
        down: the user wants to go on to the rows.
    """

    _id_field = "text"
    """The field of the query that may hold an id."""

    changed = Signal(object)
    refresh_requested = Signal()
    down = Signal()

    def __init__(self, query: Q, search: SearchField, filters: Sequence[Filter]) -> None:
        super().__init__()
        self.query: Q = query
        self.search = search
        search.down.connect(self.down)
        search.refused.connect(self._on_refused)
        search.textChanged.connect(self._on_text)
        self._hint = PlainLabel(role="error", wrap=True, name="search.hint")
        self._hint.hide()
        self._values: dict[str, Sequence[Any]] = {}
        self._menus: dict[str, FilterMenu] = {}
        menus = [self._add(one) for one in filters]
        self._refresh = push_button(
            self.tr("Refresh"),
            self.refresh_requested.emit,
            kind="quiet",
            icon="refresh-cw",
            name="refresh",
        )
        self._refresh.setAccessibleName(self.tr("Refresh"))
        self._beside = QWidget()
        beside = Flow((*menus, self._refresh), (), from_start=True)
        beside.setSpacing(EIGHT)
        self._beside.setLayout(beside)
        self._line = row(search, self._beside, spacing=EIGHT)
        self._line.setStretch(0, 1)
        self.setLayout(column(self._line, self._hint, spacing=EIGHT))
        self._show()

    def ask(self, **changes: Any) -> None:
        """Change these fields of the query, and emit `changed` if the query differs."""
        query = replace(self.query, **changes)  # type: ignore[type-var]
        if query != self.query:
            self.query = query
            self._show()
            self.changed.emit(query)

    def sort(self, field: str) -> None:
        """Sort by `field`, the server's name of it; a second time, in reverse order."""
        reverse = field == self.query.sort and not self.query.descending
        self.ask(sort=type(self.query.sort)(field), descending=reverse)

    def clear(self) -> None:
        """Clear search and menus; keep the order."""
        everything = type(self.query)()
        self.search.show_text("")
        self.ask(**{name: value for name, value in vars(everything).items() if name not in ORDER})

    def seek(self, record_id: str) -> None:
        """Search for the record of that id among all."""
        everything = type(self.query)()
        changes = {name: value for name, value in vars(everything).items() if name not in ORDER}
        self.search.show_text(record_id)
        self.ask(**changes | {self._id_field: record_id})

    def _on_refused(self) -> None:
        text = self.tr("That looks like part of a key. Search for its first 6 characters.")
        self._hint.setText(text)
        self._hint.show()
        self.search.setAccessibleDescription(text)
        announce(self.search, text, assertive=True)

    def _on_text(self) -> None:
        self._hint.hide()
        self.search.setAccessibleDescription("")

    def _add(self, added: Filter) -> FilterMenu:
        menu = FilterMenu(added.label)
        menu.setObjectName(added.name)
        # On Linux a screen reader knows a combo box by its label alone.
        label = PlainLabel(added.label)
        label.setParent(self)
        label.setBuddy(menu)
        label.hide()
        menu.activated.connect(
            lambda index: self.ask(**{added.field: self._values[added.field][index]})
        )
        self._menus[added.field] = menu
        self._fill(added.field, added.values, added.texts)
        return menu

    def _fill(self, field: str, values: Sequence[Any], texts: Sequence[str]) -> None:
        """Replace the choices of the menu for `field`."""
        self._values[field] = values
        self._menus[field].show_choices(texts)

    def _show(self) -> None:
        # By index, because Qt turns enums into plain strings when they are an item's data.
        for field, menu in self._menus.items():
            menu.setCurrentIndex(self._values[field].index(getattr(self.query, field)))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a narrow window, the refresh button shows only its icon, then leaves its place to the
        menu's 'Refresh', so that the search has room. Where it still has none, the menus are below
        it."""
        narrow = self.width() < scaled(_ROOM_FOR_WORDS)
        words = self.tr("Refresh")
        self._refresh.setText("" if narrow else words)
        show_key(self._refresh, "F5", name=words if narrow else "")
        self._refresh.setHidden(self.width() < scaled(_ROOM_FOR_REFRESH))
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        """Put the menus beside the search, or below it where it has no room."""
        needed = scaled(_LEAST_SEARCH) + EIGHT + self._beside.sizeHint().width()
        below = needed > self.width()
        self._line.setDirection(_BELOW if below else _BESIDE)
