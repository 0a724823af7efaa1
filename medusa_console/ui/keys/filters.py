"""The filters of the keys page: search, type and state."""

from __future__ import annotations

from PySide6.QtCore import Signal

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.query import KeyQuery, StateFilter
from medusa_console.domain.tokens import TokenKind, TokenMatch
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.records.filter_bar import Filter, FilterBar
from medusa_console.ui.records.search_field import SearchField
from medusa_console.ui.words import labels


class KeyFilters(FilterBar[KeyQuery]):
    """Signals:
    found: the user pasted a full key or an id, which is the query now.
    """

    found = Signal()

    _id_field = "key_id"

    def __init__(self, query: KeyQuery) -> None:
        types = (None, *KeyType)
        states = tuple(StateFilter)
        search = SearchField(translate("KeyFilters", "Search, or paste a full key"))
        super().__init__(
            query,
            search,
            (
                Filter(
                    "type",
                    "filterType",
                    translate("KeyFilters", "Type"),
                    types,
                    [_type_text(t) for t in types],
                ),
                Filter(
                    "state",
                    "filterState",
                    translate("KeyFilters", "State"),
                    states,
                    [labels.state_filter(state) for state in states],
                ),
            ),
        )
        search.searched.connect(lambda text: self.ask(text=text, key_id=""))
        search.found.connect(self._on_found)

    def _on_found(self, match: TokenMatch) -> None:
        """Search a pasted key among all keys, whatever the menus say."""
        is_id = match.kind is TokenKind.KEY_ID
        announce(self, self.tr("Looking for {key}").format(key=match.shown))
        self.found.emit()
        self.ask(
            text="" if is_id else match.shown,
            key_id=match.shown if is_id else "",
            type=None,
            state=StateFilter.ALL,
        )


def _type_text(kind: KeyType | None) -> str:
    return translate("KeyFilters", "All") if kind is None else labels.key_type(kind)
