"""The objects that every page needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from medusa_console.services.secret_copy import SecretCopy
from medusa_console.services.store_services import StoreServices
from medusa_console.services.stores import PreferenceBook
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.banner import Notice


@dataclass(frozen=True)
class PageContext:
    """The objects of one open store's pages. `tasks` end with the pages; `notify` shows a notice
    above all pages."""

    services: StoreServices
    copy: SecretCopy
    preferences: PreferenceBook
    tasks: TaskScope
    notify: Callable[[Notice], None]
