"""The program's single objects, handed down as one value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from medusa_console.app.demo_host import DemoHost
from medusa_console.ports import PendingKeys, Presence, ProxyPasswords, SessionVault
from medusa_console.services.secret_copy import SecretCopy
from medusa_console.services.stores import PreferenceBook, Stores
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.theme import Theme
from medusa_console.ui.window.main_window import MainWindow
from medusa_console.ui.words.reporter import Reporter


@dataclass(frozen=True)
class Context:
    """`folder` is the data folder; `reporter` shows failures that belong to no open store."""

    window: MainWindow
    reporter: Reporter
    theme: Theme
    tasks: TaskScope
    stores: Stores
    preferences: PreferenceBook
    vault: SessionVault
    proxies: ProxyPasswords
    journal: PendingKeys
    copy: SecretCopy
    presence: Presence
    demo: DemoHost
    folder: Path
