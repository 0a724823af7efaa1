"""The command lines that ask the store about a key and do not hold it."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.check_command import in_powershell, in_sh
from medusa_console.domain.store import Store
from medusa_console.ui.kit.fact_list import Fact, FactList
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.words import key_doctor as words


class CommandLines(QWidget):
    """A command line for each shell, to be copied; the one of this system first."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._lines = FactList()
        self._lines.setObjectName("doctor.commands")
        self._how = PlainLabel(wrap=True, name="doctor.commands.how")
        told = PlainLabel(
            self.tr(
                "Run it in a terminal, paste the key and press Enter: nothing shows while you "
                "paste. The command line does not hold the key, and no history keeps it."
            ),
            wrap=True,
            name="doctor.commands.told",
        )
        self.setLayout(column(told, self._lines, self._how, spacing=EIGHT))
        self.show_type(KeyType.SECRET)

    def show_type(self, key_type: KeyType) -> None:
        """Show the command lines for a key of that type."""
        facts = [
            Fact(
                self.tr("bash, zsh"),
                in_sh(self._store, key_type),
                code=True,
                copies=True,
                copy_text=self.tr("Copy the line for bash and zsh"),
                beneath=True,
            ),
            Fact(
                self.tr("PowerShell"),
                in_powershell(self._store, key_type),
                code=True,
                copies=True,
                copy_text=self.tr("Copy the line for PowerShell"),
                beneath=True,
            ),
        ]
        if sys.platform == "win32":
            facts.reverse()
        self._lines.show_facts(facts)
        self._how.setText(words.how_to_read(key_type))
