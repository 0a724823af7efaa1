"""Opens the program's demo store when it is first needed."""

from __future__ import annotations

import asyncio
import importlib
import logging
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from medusa_console.ui.kit.banner import Notice, NoticeKind
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from medusa_console.demo import DemoStore

log = logging.getLogger(__name__)


class DemoHost:
    """Owns the demo store. If the data folder is not writable, the store lives in memory and
    `window` says so."""

    def __init__(self, folder: Path, window: MainWindow) -> None:
        self._folder = folder
        self._window = window
        self._demo: DemoStore | None = None
        self._opening = asyncio.Lock()

    async def open(self) -> DemoStore:
        """The demo store; every call returns the same one."""
        async with self._opening:
            if self._demo is None:
                self._demo = await self._start()
            return self._demo

    async def reset(self) -> None:
        """Replace the content by new examples; every session there ends."""
        if self._demo is not None:
            await self._demo.reset()

    async def aclose(self) -> None:
        """End the demo store's thread and close its file."""
        if self._demo is not None:
            await self._demo.aclose()

    async def _start(self) -> DemoStore:
        demo = await asyncio.to_thread(importlib.import_module, "medusa_console.demo")
        kept: DemoStore = demo.DemoStore(self._folder)
        try:
            await kept.start()
        except (OSError, sqlite3.Error):
            log.warning("the demo store cannot be kept", exc_info=True)
            await kept.aclose()
            self._say_not_kept()
            in_memory: DemoStore = demo.DemoStore(None)
            return in_memory
        except BaseException:
            await kept.aclose()
            raise
        return kept

    def _say_not_kept(self) -> None:
        self._window.notices.add(
            Notice(
                NoticeKind.CAUTION,
                translate("DemoHost", "Demo changes can't be saved"),
                translate(
                    "DemoHost",
                    "Can't write to the data folder. Changes to the demo store are lost when you "
                    "close the program.",
                ),
            )
        )
