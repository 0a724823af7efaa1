"""Exports and imports lists of stores, and tells the user what came of it."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QWidget

from medusa_console.clock import Clock
from medusa_console.domain.errors import UnusableStoreFile
from medusa_console.services.store_files import Imported, export_stores, import_stores
from medusa_console.services.stores import Stores
from medusa_console.ui.kit.ask import chosen_file
from medusa_console.ui.kit.banner import Banner, Notice, NoticeKind
from medusa_console.ui.kit.save_file import file_to_write
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import reasons
from medusa_console.ui.words.counts import counts
from medusa_console.ui.words.errors import explain

_SUFFIX = "json"
_MOST_LINES = 5


class StoreFileActions:
    """Asks for files over `window`, and shows in `notices` what became of them."""

    def __init__(self, window: QWidget, stores: Stores, notices: Banner, clock: Clock) -> None:
        self._window = window
        self._clock = clock
        self._stores = stores
        self._notices = notices

    async def export(self) -> None:
        """Ask for a file and write all stores to it."""
        dialog = self._ask_for(translate("StoreFileActions", "Export stores"))
        dialog.setDefaultSuffix(_SUFFIX)
        dialog.selectFile(f"medusa-stores.{_SUFFIX}")
        if (path := await file_to_write(dialog, self._window, None, self._clock)) is None:
            return
        try:
            await export_stores(self._stores.all, path)
        except UnusableStoreFile as error:
            self._tell_failure(error)
            return
        title = translate("StoreFileActions", "Stores exported to {file}").format(file=path.name)
        text = translate("StoreFileActions", "The file contains no account, password or session.")
        self._notices.add(Notice(NoticeKind.INFO, title, text))

    async def take_in(self) -> None:
        """Ask for a file and add its stores."""
        dialog = self._ask_for(translate("StoreFileActions", "Import stores"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        if (path := await chosen_file(dialog)) is None:
            return
        try:
            imported = await import_stores(path, self._stores.all)
        except UnusableStoreFile as error:
            self._tell_failure(error)
            return
        if imported.stores:
            self._stores.take_in(imported.stores)
        self._tell(imported)

    def _ask_for(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setNameFilter(translate("StoreFileActions", "Store lists (*.json)"))
        return dialog

    def _tell(self, imported: Imported) -> None:
        problems = [reasons.entry(problem) for problem in imported.problems]
        lines = problems[:_MOST_LINES]
        if (hidden := len(problems) - _MOST_LINES) > 0:
            lines.append(counts.and_more(hidden))
        if imported.unread:
            lines.append(counts.entries_unread(imported.unread))
        if imported.stores:
            text = translate("StoreFileActions", "You confirm each address when you first open it.")
            lines.insert(0, text)
        title = counts.stores_imported(len(imported.stores))
        if left_out := len(problems) + imported.unread:
            title = f"{title}, {counts.entries_skipped(left_out)}"
        kind = NoticeKind.CAUTION if left_out else NoticeKind.INFO
        details = "\n".join(problems) if hidden > 0 else ""
        self._notices.add(Notice(kind, title, "\n".join(lines), details))

    def _tell_failure(self, error: UnusableStoreFile) -> None:
        message = explain(error)
        self._notices.add(Notice(NoticeKind.DANGER, message.title, message.text))
