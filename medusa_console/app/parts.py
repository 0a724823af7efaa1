"""What every open store is given."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from medusa_console.ports import PendingKeys, ProxyPasswords, SessionVault
from medusa_console.services.secret_copy import SecretCopy
from medusa_console.services.stores import PreferenceBook, Stores
from medusa_console.tasks import OnError, TaskScope
from medusa_console.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from medusa_console.demo import DemoStore


@dataclass(frozen=True)
class Parts:
    """One of each for the whole program; `demo` opens the demo store, `report` takes failures that
    are about no open store."""

    window: MainWindow
    tasks: TaskScope
    copy: SecretCopy
    preferences: PreferenceBook
    stores: Stores
    vault: SessionVault
    proxies: ProxyPasswords
    journal: PendingKeys
    demo: Callable[[], Awaitable[DemoStore]]
    report: OnError
