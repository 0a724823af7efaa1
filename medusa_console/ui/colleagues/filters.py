"""The filters of the page of colleagues: search, and who has joined."""

from __future__ import annotations

from medusa_console.domain.query import ColleagueFilter, ColleagueQuery
from medusa_console.domain.tokens import TokenKind, TokenMatch
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.records.filter_bar import Filter, FilterBar
from medusa_console.ui.records.search_field import SearchField
from medusa_console.ui.words import colleagues as words


class ColleagueFilters(FilterBar[ColleagueQuery]):
    """Filters the colleagues. A pasted key is neither searched nor kept."""

    def __init__(self, query: ColleagueQuery) -> None:
        states = tuple(ColleagueFilter)
        search = SearchField(translate("ColleagueFilters", "Search name or email"))
        super().__init__(
            query,
            search,
            (
                Filter(
                    "state",
                    "filterState",
                    translate("ColleagueFilters", "State"),
                    states,
                    [words.state_filter(state) for state in states],
                ),
            ),
        )
        search.searched.connect(lambda text: self.ask(text=text))
        search.found.connect(self._on_found)

    def _on_found(self, match: TokenMatch) -> None:
        if match.kind is TokenKind.KEY_ID:
            self.ask(text=match.shown)
            return
        self.search.show_text("")
        self.ask(text="")
        self._on_refused()
