"""The filters of the customers page: search, account and group."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from medusa_console.domain.customer import CustomerGroup
from medusa_console.domain.query import AccountFilter, CustomerQuery
from medusa_console.domain.tokens import TokenKind, TokenMatch
from medusa_console.ui.kit.text import tooltip
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.records.filter_bar import Filter, FilterBar
from medusa_console.ui.records.search_field import SearchField
from medusa_console.ui.words import labels


class CustomerFilters(FilterBar[CustomerQuery]):
    """Filters the customers.

    Signals:
        key_pasted: the user pasted a whole key, which is neither searched nor kept.
    """

    key_pasted = Signal()

    def __init__(self, query: CustomerQuery) -> None:
        accounts = tuple(AccountFilter)
        groups = {"": translate("CustomerFilters", "Any")}
        if query.group:
            groups[query.group] = "…"  # until `show_groups` brings the name
        search = SearchField(translate("CustomerFilters", "Search name or email"))
        super().__init__(
            query,
            search,
            (
                Filter(
                    "account",
                    "filterAccount",
                    translate("CustomerFilters", "Account"),
                    accounts,
                    [labels.account_filter(kind) for kind in accounts],
                ),
                Filter(
                    "group",
                    "filterGroup",
                    translate("CustomerFilters", "Group"),
                    tuple(groups),
                    tuple(groups.values()),
                ),
            ),
        )
        self._group = self._menus["group"]
        search.searched.connect(lambda text: self.ask(text=text))
        search.found.connect(self._on_found)

    def show_groups(self, groups: Sequence[CustomerGroup], *, refusal: str = "") -> None:
        """Offer `groups`, and drop a filter for any other group. With `refusal`, the menu is
        disabled and says so."""
        names = {"": translate("CustomerFilters", "Any")}
        names |= {group.id: group.name or group.id for group in groups}
        if self.query.group not in names:
            self.ask(group="")
        self._fill("group", tuple(names), tuple(names.values()))
        self._show()
        self._group.setEnabled(not refusal)
        self._group.setToolTip(tooltip(refusal))
        self._group.setAccessibleDescription(refusal)

    def _on_found(self, match: TokenMatch) -> None:
        if match.kind is TokenKind.KEY_ID:
            self.ask(text=match.shown)
            return
        self.search.show_text("")
        self.ask(text="")
        self.key_pasted.emit()
