"""Search, account and group: what the customers page asks the server for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from medusa_console.domain.customer import CustomerGroup
from medusa_console.domain.query import AccountFilter, CustomerQuery
from medusa_console.domain.tokens import TokenKind, TokenMatch
from medusa_console.ui.kit.text import tooltip
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.records.filter_bar import Choice, FilterBar
from medusa_console.ui.records.search_field import SearchField
from medusa_console.ui.words import labels

_CHARACTERS = 6
_POPUP_WIDTH = 240


class CustomerFilters(FilterBar[CustomerQuery]):
    """Signals:
    key_pasted: a whole key was pasted; it is neither looked for nor kept.
    """

    key_pasted = Signal()

    def __init__(self, query: CustomerQuery) -> None:
        accounts = tuple(AccountFilter)
        search = SearchField(translate("CustomerFilters", "Search name or email"))
        # Until the groups are known, the one that is asked for has no name.
        groups = (
            {"": translate("CustomerFilters", "any"), query.group: "…"}
            if query.group
            else {"": translate("CustomerFilters", "any")}
        )
        super().__init__(
            query,
            search,
            (
                Choice(
                    "account",
                    "filterAccount",
                    translate("CustomerFilters", "Account"),
                    accounts,
                    [labels.account_filter(kind) for kind in accounts],
                ),
                Choice(
                    "group",
                    "filterGroup",
                    translate("CustomerFilters", "Group"),
                    (*groups,),
                    (*groups.values(),),
                ),
            ),
        )
        menu = self._menus["group"]
        # The width of a name that comes later would push the search aside.
        menu.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        menu.setMinimumContentsLength(_CHARACTERS)
        menu.view().setMinimumWidth(_POPUP_WIDTH)
        search.searched.connect(lambda text: self.ask(text=text))
        search.found.connect(self._on_found)

    def show_groups(self, groups: Sequence[CustomerGroup]) -> None:
        """Offer these groups; one that is asked for and not among them is asked for no more."""
        ids = ["", *(group.id for group in groups)]
        if self.query.group not in ids:
            self.ask(group="")
        self._fill(
            "group",
            ids,
            [translate("CustomerFilters", "any"), *(group.name or group.id for group in groups)],
        )
        self._show()
        self._allow_groups("")

    def refuse_groups(self, why: str) -> None:
        """The groups may not be read: `why`."""
        self.show_groups(())
        self._allow_groups(why)

    def _allow_groups(self, not_because: str) -> None:
        menu = self._menus["group"]
        menu.setEnabled(not not_because)
        menu.setToolTip(tooltip(not_because))
        menu.setAccessibleDescription(not_because)

    def _on_found(self, match: TokenMatch) -> None:
        if match.kind is TokenKind.KEY_ID:
            self.ask(text=match.shown)
            return
        self.search.show_text("")
        self.ask(text="")
        self.key_pasted.emit()
