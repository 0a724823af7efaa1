"""What the actions of every page have in common."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from medusa_console.services.secret_copy import SecretCopy
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.banner import Notice


class PageActions(QObject):
    """Coroutines for the page to start; `clipboard_seconds` is asked when it is needed."""

    def __init__(
        self,
        page: QWidget,
        services: StoreServices,
        copy: SecretCopy,
        clipboard_seconds: Callable[[], int],
        tasks: TaskScope,
        notify: Callable[[Notice], None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._services = services
        self._copy = copy
        self._clipboard_seconds = clipboard_seconds
        self._tasks = tasks
        self._notify = notify
        # One question at a time: two that lie on each other get each other's answers.
        self._asking = asyncio.Lock()
