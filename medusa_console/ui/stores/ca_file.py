"""The file with certificates to trust besides the system's."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import answer
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.field import Field


class CaFile(QWidget):
    """Its path, typed or chosen.

    Signals:
        changed: another path stands there.
    """

    changed = Signal()

    def __init__(self, path: str, tasks: TaskScope) -> None:
        super().__init__()
        self._tasks = tasks
        self._path = QLineEdit(path)
        self._path.setPlaceholderText(self.tr("none"))
        browse = push_button(self.tr("Browse…"), self._on_browse, name="caFile.browse")
        browse.setAutoDefault(False)
        self._field = Field(
            self.tr("CA file"),
            self._path,
            name="caFile",
            hint=self.tr(
                "For a server whose certificate comes from your own authority: its certificate, "
                "trusted for this store besides those of this computer."
            ),
            beside=(browse,),
        )
        self._path.textChanged.connect(self._on_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._field)

    @property
    def path(self) -> str:
        """The path, "" for none."""
        return self._path.text().strip()

    def refuse(self, reason: str) -> None:
        """Say what is wrong with the file."""
        self._field.show_error(reason)
        self._path.setFocus()

    def _on_changed(self) -> None:
        self._field.clear_error()
        self.changed.emit()

    def _on_browse(self) -> None:
        self._tasks.start(self._browse(), replacing="caFile")

    async def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a CA file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Certificates (*.pem *.crt *.cer *.der)"), self.tr("All files (*)")]
        )
        if await answer(dialog) == QFileDialog.DialogCode.Accepted:
            self._path.setText(dialog.selectedFiles()[0])
