"""Handing on the list of stores, and taking one in, with what the person is told about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from medusa_console.domain.errors import UnusableStoreFile
from medusa_console.services.store_files import Imported, export_stores, import_stores
from medusa_console.services.stores import Stores
from medusa_console.ui.kit.ask import answer
from medusa_console.ui.kit.banner import Banner, Notice, NoticeKind
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import reasons
from medusa_console.ui.words.counts import counts
from medusa_console.ui.words.errors import explain

_SUFFIX = "json"
_MOST_LINES = 5


class StoreFileActions:
    """Asks for files above `window`, and tells in `notices` what became of them."""

    def __init__(self, window: QWidget, stores: Stores, notices: Banner) -> None:
        self._window = window
        self._stores = stores
        self._notices = notices

    async def export(self) -> None:
        """Write all stores to a file the person names."""
        dialog = self._ask_for(translate("StoreFileActions", "Export stores"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_SUFFIX)
        dialog.selectFile(f"medusa-stores.{_SUFFIX}")
        if (path := await _chosen(dialog)) is None:
            return
        try:
            await export_stores(self._stores.all, path)
        except UnusableStoreFile as error:
            self._tell_failure(error)
        else:
            text = translate("StoreFileActions", "No account, password or session is in it.")
            title = translate("StoreFileActions", "The stores are in {file}").format(file=path.name)
            self._notices.add(Notice(NoticeKind.INFO, title, text))

    async def take_in(self) -> None:
        """Add the stores of a file the person names."""
        dialog = self._ask_for(translate("StoreFileActions", "Import stores"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        if (path := await _chosen(dialog)) is None:
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
        come, out = len(imported.stores), len(imported.problems) + imported.unread
        title = counts.stores_came_in(come)
        text = (
            translate("StoreFileActions", "Each asks for its address when it is opened first.")
            if come
            else ""
        )
        if not out:
            self._notices.add(Notice(NoticeKind.INFO, title, text))
            return
        problems = [reasons.entry(problem) for problem in imported.problems]
        lines = [text, *problems[:_MOST_LINES]]
        if (rest := len(problems) - _MOST_LINES) > 0:
            lines.append(counts.and_more(rest))
        if imported.unread:
            lines.append(counts.entries_unread(imported.unread))
        self._notices.add(
            Notice(
                NoticeKind.CAUTION,
                f"{title}, {counts.entries_left_out(out)}",
                "\n".join(line for line in lines if line),
                "\n".join(problems) if rest > 0 else "",
            )
        )

    def _tell_failure(self, error: UnusableStoreFile) -> None:
        message = explain(error)
        self._notices.add(Notice(NoticeKind.DANGER, message.title, message.text))


async def _chosen(dialog: QFileDialog) -> Path | None:
    accepted = await answer(dialog) == QFileDialog.DialogCode.Accepted
    return Path(dialog.selectedFiles()[0]) if accepted else None
