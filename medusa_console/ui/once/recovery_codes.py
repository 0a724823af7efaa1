"""Shows new recovery codes once, so that they can be copied or saved."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import SecretStr
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from medusa_console.domain.errors import ExportUnwritable
from medusa_console.domain.store import Store
from medusa_console.services.export_file import write_file
from medusa_console.services.secret_copy import SecretCopy
from medusa_console.services.session import SessionService
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import tasks_of
from medusa_console.ui.kit.button import GuardedButton, push_button, style_button
from medusa_console.ui.kit.check_box import CheckBox
from medusa_console.ui.kit.copy_status import CopyStatus
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.frame import bring_into_view, fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.room import keep_two_lines, keep_width
from medusa_console.ui.kit.save_file import file_to_write
from medusa_console.ui.kit.secret_field import SecretField
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import FOUR
from medusa_console.ui.once.masked_secret import MaskedSecret
from medusa_console.ui.once.until_lock import answer_until_lock
from medusa_console.ui.words.problem_line import ProblemLine

_SHOWN_FOR_MS = 120_000  # whoever writes them down by hand needs a while


class RecoveryCodes(QDialog):
    """Shows `codes` of `account` at `store`, and forgets them when it closes, and at a lock: others
    can be made. Copied codes stay on the clipboard for `seconds`."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        account: str,
        codes: Sequence[SecretStr],
        *,
        copy: SecretCopy,
        seconds: int,
        session: SessionService,
        tasks: TaskScope,
        first: bool = False,
    ) -> None:
        """`first`: two-step sign-in has just been turned on, and there were no codes before."""
        super().__init__(parent)
        self._first = first
        self._store = store
        self._session = session
        self._account = account
        self._codes: tuple[SecretStr, ...] = tuple(codes)
        self._tasks = tasks_of(self, tasks)
        self._status = CopyStatus(copy, seconds)
        self._is_kept = False
        self.setObjectName("recoveryCodes")
        self.setWindowTitle(self.tr("Save these recovery codes now"))
        self._build()
        self._copy.setFocus()

    async def ask(self) -> bool:
        """Open the dialog and wait until it closes. Returns False if a lock or the end of the
        session has closed it, or came before it."""
        return await answer_until_lock(self, self._session)

    def _build(self) -> None:
        clock = self._tasks.clock
        rows = len(self._codes)
        field = SecretField(
            "\n".join(["***"] * rows), hidden=self.tr("Recovery codes, hidden"), rows=rows
        )
        self._masked = MaskedSecret(
            self, field, lambda: self._text or None, milliseconds=_SHOWN_FOR_MS
        )
        self._copy = GuardedButton(
            self.tr("Copy and hide"), clock, kind="primary", icon="copy", name="copyCodes"
        )
        keep_width(self._copy, self.tr("Copy again"))
        self._copy.confirmed.connect(self._on_copy)
        self._save = push_button(self.tr("Save to a file…"), self._on_save, name="saveCodes")
        self._saved = PlainLabel(wrap=True, name="codes.saved")
        self._saved.hide()
        self._problem = ProblemLine("codesProblem")
        keep_two_lines(self._problem)
        self._stored = CheckBox(self.tr("I have saved these codes"))
        self._stored.setObjectName("stored")
        self._stored.toggled.connect(self._refresh)
        self._done = GuardedButton(self.tr("Done"), clock, name="done")
        self._done.confirmed.connect(self.accept)
        for button in (self._copy, self._save, self._done):
            button.setAutoDefault(False)  # Enter must neither copy nor close
        told = self.tr(
            "Each of these codes signs you in once, without your phone. Medusa won't show them "
            "again."
        )
        if self._first:
            told = " ".join((self.tr("Two-step sign-in is on."), told))
        else:
            told = " ".join((told, self.tr("Earlier ones no longer work.")))
        heading = PlainLabel(self.tr("Save these recovery codes now"), role="title", wrap=True)
        body = (
            column(heading, PlainLabel(told, role="muted", wrap=True), spacing=FOUR),
            field,
            Flow((self._copy, self._masked.button, self._save), (), from_start=True),
            self._saved,
            self._status,
            self._problem,
        )
        fill(self, self._store, body, right=(self._done,), pinned=(row(self._stored, None),))
        self._refresh()

    @property
    def _text(self) -> str:
        return "\n".join(code.get_secret_value() for code in self._codes)

    def _on_copy(self) -> None:
        if self._codes:
            self._copy.setText(self.tr("Copy again"))
            self._status.copy(SecretStr(self._text))
            self._keep()
            bring_into_view(self, self._status)

    def _on_save(self) -> None:
        self._tasks.start(self._save_to_file(), replacing="saveCodes")

    async def _save_to_file(self) -> None:
        chosen = QFileDialog(self, self.tr("Save recovery codes"))
        chosen.setNameFilters([self.tr("Text (*.txt)")])
        chosen.setDefaultSuffix("txt")
        chosen.selectFile("recovery-codes")
        path = await file_to_write(chosen, self, self._store, self._tasks.clock)
        if path is None or not self._codes:
            return
        heading = self.tr("Recovery codes of {account} at {store}. Each works once.").format(
            account=shown(self._account), store=shown(self._store.name)
        )
        content = SecretStr(f"{heading}\n\n{self._text}\n")
        try:
            await write_file(path, lambda: content.get_secret_value().encode())
        except ExportUnwritable as error:
            self._problem.explain(error)
            bring_into_view(self, self._problem)
            return
        told = self.tr("Saved to {file}.").format(file=shown(path.name))
        self._saved.setText(told)
        self._saved.show()
        announce(self._saved, told)
        self._keep()

    def _keep(self) -> None:
        """The codes are in another place, too."""
        self._is_kept = True
        self._done.setAutoDefault(True)  # Enter on it means it now
        self._masked.mask()
        self._problem.hide()
        self._refresh()
        style_button(self._copy, "plain", "copy")
        style_button(self._done, "primary")
        self._stored.setFocus()

    def _refresh(self) -> None:
        self._done.setEnabled(self._may_close)

    @property
    def _may_close(self) -> bool:
        return self._is_kept or self._stored.isChecked()

    # Qt overrides

    def reject(self) -> None:
        if self._may_close:
            self.accept()
        else:
            self._problem.say(
                self.tr("Copy or save the codes, or tick “I have saved these codes”.")
            )
            bring_into_view(self, self._problem)

    def done(self, result: int) -> None:
        self._status.end()
        self._masked.mask()
        self._codes = ()
        super().done(result)
