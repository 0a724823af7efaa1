"""The objects of the program, and of one open store, handed down as one value each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from medusa_console.app.demo_host import DemoHost
from medusa_console.domain.defaults import Defaults
from medusa_console.ports import (
    Clipboard,
    Commands,
    Journal,
    KeyEntries,
    Notifier,
    Presence,
    ProxyPasswords,
    SessionVault,
)
from medusa_console.services.lock_bar import LockBar
from medusa_console.services.secret_copy import SecretCopy
from medusa_console.services.stores import PreferenceBook, Stores
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.banner import Banner
from medusa_console.ui.kit.theme import Theme
from medusa_console.ui.kit.translations import Languages
from medusa_console.ui.window.main_window import MainWindow
from medusa_console.ui.words.reporter import Reporter

if TYPE_CHECKING:
    from medusa_console.services.store_services import StoreServices


@dataclass(frozen=True)
class Context:
    """`defaults` are the administrator's; `folder` is the data folder; `languages` are those to
    choose from; `reporter` shows failures that belong to no open store. `journal` makes the
    journal's tables at its first call: their code would delay the first paint."""

    window: MainWindow
    reporter: Reporter
    theme: Theme
    tasks: TaskScope
    stores: Stores
    defaults: Defaults
    preferences: PreferenceBook
    bar: LockBar
    vault: SessionVault
    proxies: ProxyPasswords
    journal: Callable[[], Journal]
    clipboard: Clipboard
    copy: SecretCopy
    commands: Commands
    entries: KeyEntries
    presence: Presence
    notifier: Notifier
    demo: DemoHost
    folder: Path
    languages: Languages


@dataclass(frozen=True)
class StoreContext:
    """`tasks` end with the store. `notices` returns the notices of the store's pages, which
    wait behind a lock, or of the sign-in page; `refresh` loads the pages anew."""

    services: StoreServices
    window: MainWindow
    tasks: TaskScope
    notices: Callable[[], Banner]
    refresh: Callable[[], None]
