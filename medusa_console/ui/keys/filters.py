"""The filters of the keys page: search, type, state, creator, and what deserves a look."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.query import KeyQuery, StateFilter
from medusa_console.domain.tokens import TokenKind, TokenMatch
from medusa_console.ui.keys.glance_strip import GlanceStrip
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
        self.glance = GlanceStrip()
        self._creator_texts = [_anyone()]
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
                Filter(
                    "creator",
                    "filterCreator",
                    translate("KeyFilters", "Created by"),
                    (None,),
                    [_anyone()],
                ),
            ),
        )
        self._menus["creator"].hide()  # until there is somebody to choose
        if (lines := self.layout()) is not None:
            lines.addWidget(self.glance)
        search.searched.connect(lambda text: self.ask(text=text, key_id=""))
        search.found.connect(self._on_found)

    def show_creators(self, names: Mapping[str, str]) -> None:
        """Offer these creators, by their actor ids; one alone is no choice."""
        found = sorted(names.items(), key=lambda one: (one[1].casefold(), one[0]))
        chosen = self.query.creator
        if chosen is not None and chosen not in dict(found):
            known = dict(zip(self._values["creator"], self._creator_texts, strict=True))
            found.append((chosen, known.get(chosen, chosen)))
        values = (None, *(actor for actor, _ in found))
        texts = [_anyone(), *(name for _, name in found)]
        menu = self._menus["creator"]
        if self._values["creator"] != values or self._creator_texts != texts:
            self._creator_texts = texts
            self._fill("creator", values, texts)
            self._show()
        menu.setVisible(len(found) > 1 or chosen is not None)
        self._arrange()

    def choose_creator(self, actor_id: str, name: str) -> None:
        """List the keys that `actor_id` has made, whatever search and menus say; `name` stands in
        the menu if the creator does not yet."""
        if actor_id not in self._values["creator"]:
            self._creator_texts = [*self._creator_texts, name]
            self._fill("creator", (*self._values["creator"], actor_id), self._creator_texts)
        self._menus["creator"].show()
        self._arrange()
        self.search.show_text("")
        self.ask(
            text="",
            key_id="",
            type=None,
            state=StateFilter.ALL,
            mark=None,
            creator=actor_id,
        )

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
            mark=None,
            creator=None,
        )


def _anyone() -> str:
    return translate("KeyFilters", "Anyone")


def _type_text(kind: KeyType | None) -> str:
    return translate("KeyFilters", "All") if kind is None else labels.key_type(kind)
