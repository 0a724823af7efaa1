"""The drawer of one colleague or invite."""

from __future__ import annotations

from medusa_console.domain.colleague import Colleague
from medusa_console.ui.colleagues.facts import ColleagueFacts
from medusa_console.ui.records.drawer import Drawer


class ColleagueDetail(Drawer):
    """Shows who somebody is, and what may be done."""

    def __init__(self, facts: ColleagueFacts) -> None:
        super().__init__()
        self._facts_of = facts

    def show_colleague(self, colleague: Colleague) -> None:
        """Show `colleague`."""
        title = self._facts_of.name(colleague) or colleague.name
        self.show_facts(title, self._facts_of.facts(colleague))
