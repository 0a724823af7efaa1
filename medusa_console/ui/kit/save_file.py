"""Asks for a file to be written."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from medusa_console.clock import Clock
from medusa_console.domain.store import Store
from medusa_console.ui.kit.ask import chosen_file, confirm
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate


async def file_to_write(
    dialog: QFileDialog, parent: QWidget, store: Store | None, clock: Clock
) -> Path | None:
    """Open `dialog`, and ask over `parent` before a file is replaced; None if nothing is to be
    written."""
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # Qt's own question would hold up the window.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    if (path := await chosen_file(dialog)) is None:
        return None
    if not await asyncio.to_thread(path.is_file):
        return path
    may = await confirm(
        parent,
        store,
        translate("SaveFile", "Replace “{file}”?").format(file=shown(path.name)),
        translate("SaveFile", "The file exists already. Its content is lost."),
        action=translate("SaveFile", "Replace"),
        keep=translate("SaveFile", "Keep file"),
        danger=False,
        clock=clock,
    )
    return path if may else None
