"""Writes a new secret into a file of environment variables, after showing what will change."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import SecretStr
from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QWidget

from medusa_console.domain.env_file import DEFAULT_NAME, LONGEST_NAME, Line, Mark
from medusa_console.domain.errors import EnvFault, UnusableEnvFile
from medusa_console.domain.store import Store
from medusa_console.ports import Commands
from medusa_console.services import hand_over_file
from medusa_console.services.hand_over_file import EnvPlace
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer, chosen_file, only_with_control, tasks_of
from medusa_console.ui.kit.button import GuardedButton, push_button
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import bring_into_view, fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.line_edit import LineEdit, PathEdit
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import fixed_font
from medusa_console.ui.kit.theme_tokens import FOUR, SIXTEEN, TWELVE
from medusa_console.ui.once.seen_first import SeenFirst
from medusa_console.ui.words import hand_over as words
from medusa_console.ui.words.problem_line import ProblemLine

_PAUSE = 0.6
_LONGEST_PATH = 4_096
_LONGEST_LINE = 80
_MARKS = {Mark.KEPT: " ", Mark.REMOVED: "-", Mark.ADDED: "+"}


class WriteToFile(QDialog):
    """Asks for the file and the variable, shows the change, and writes `secret()`; `redacted` is
    what is shown of it. `commands` are asked for git."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        redacted: str,
        commands: Commands,
        secret: Callable[[], SecretStr | None],
        tasks: TaskScope,
    ) -> None:
        super().__init__(parent)
        self._redacted = redacted
        self._commands = commands
        self._secret = secret
        self._tasks = tasks_of(self, tasks)
        self._place: EnvPlace | None = None
        self._name_is_typed = False
        self._busy = False
        self._written = ""
        self.setObjectName("writeToFile")
        self.setWindowTitle(self.tr("Write to a file"))
        self._build(store)
        self._refresh()

    async def ask(self) -> str:
        """Open the dialog and wait; the path of the file that was written, else ""."""
        await answer(self)
        return self._written

    @property
    def is_writing(self) -> bool:
        """Whether the file may have the secret, though nothing says so yet."""
        return self._busy

    def _build(self, store: Store) -> None:
        self._path = PathEdit()
        self._path.setMaxLength(_LONGEST_PATH)
        self._path.setPlaceholderText(self.tr("e.g. /srv/shop/.env"))
        self._path.textChanged.connect(self._on_path)
        choose = push_button(
            self.tr("Choose…"),
            lambda: self._tasks.start(self._choose(), replacing="choose"),
            name="envPath.choose",
        )
        choose.setAutoDefault(False)
        self._path_field = Field(self.tr("File"), self._path, name="envPath", beside=(choose,))
        self._name = LineEdit(DEFAULT_NAME)
        self._name.setMaxLength(LONGEST_NAME)
        self._name.setFont(fixed_font())
        self._name.textEdited.connect(self._on_name)
        self._name_field = Field(self.tr("Variable"), self._name, name="envName")
        self._about = PlainLabel(role="muted", wrap=True, name="env.about")
        self._warning = PlainLabel(role="caution", wrap=True, name="env.warning")
        self._change = _Change()
        self._problem = ProblemLine("envProblem")
        cancel = push_button(self.tr("Cancel"), self.reject, name="cancel")
        cancel.setAutoDefault(False)
        self._write = GuardedButton(
            self.tr("Write the key"), self._tasks.clock, kind="primary", name="write"
        )
        self._write.confirmed.connect(self._on_write)
        only_with_control(self, self._write)
        self._seen_first = SeenFirst(self, self._change, self._write)
        told = self.tr("Sets one variable in a file such as .env. All else in it stays as it is.")
        body = (
            column(
                PlainLabel(self.tr("Write to a file"), role="title"),
                PlainLabel(told, role="muted", wrap=True),
                spacing=FOUR,
            ),
            self._path_field,
            self._name_field,
            self._about,
            self._change,
            self._warning,
            self._problem,
        )
        fill(self, store, body, right=(cancel, self._write))
        self._path.setFocus()

    def _on_path(self) -> None:
        self._place = None
        self._problem.hide()
        self._refresh()
        self._tasks.start(self._look(_PAUSE), replacing="look")

    def _on_name(self) -> None:
        self._name_is_typed = True
        self._problem.hide()
        self._refresh()

    async def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a file"))
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing else is replaced
        dialog.setFilter(QDir.Filter.Files | QDir.Filter.AllDirs | QDir.Filter.Hidden)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Choose"))
        if (path := await chosen_file(dialog)) is not None:
            self._path.setText(str(path))

    async def _look(self, pause: float = 0) -> None:
        if not (path := self._path.text().strip()):
            return
        if pause:
            await self._tasks.clock.sleep(pause)
        try:
            place = await hand_over_file.read(path, self._commands, self._tasks.clock)
        except UnusableEnvFile as error:
            self._path_field.show_error(words.env_file(error))
            return
        self._place = place
        if not self._name_is_typed and place.name != self._name.text():
            self._name.setText(place.name)
            if self._name.hasFocus():
                self._name.selectAll()  # as it was when the focus came
        self._refresh()
        if self._write.isEnabled():
            announce(self._change, self._change.accessibleName())
        bring_into_view(self, self._warning if place.warnings else self._change)

    def _refresh(self) -> None:
        place = self._place
        lines: tuple[Line, ...] = ()
        self._name_field.clear_error()
        if place is not None:
            try:
                lines = place.file.change(self._name.text(), self._redacted)
            except UnusableEnvFile as error:
                self._name_field.show_error(words.env_file(error))
        self._change.show_lines(lines)
        self._about.setText(self._facts(place) if place is not None else "")
        self._about.setVisible(bool(self._about.text()))
        warnings = place.warnings if place is not None else ()
        self._warning.setText("\n".join(map(words.warning, warnings)))
        self._warning.setVisible(bool(warnings))
        self._write.setEnabled(bool(lines) and not self._busy)

    def _facts(self, place: EnvPlace) -> str:
        if place.is_new:
            return self.tr("A new file, which only you can read.")
        if place.is_link:
            text = self.tr("This is a link. The file that it points to is changed: {file}")
            return text.format(file=shown(str(place.target)))
        return self.tr("This changes in the file. Values are hidden.")

    def _on_write(self) -> None:
        place, name = self._place, self._name.text()
        if place is not None and self._seen_first.allows((place, name)):
            self._tasks.start(self._do_write(place, name), replacing="write")

    async def _do_write(self, place: EnvPlace, name: str) -> None:
        if (secret := self._secret()) is None:
            return
        self._set_busy(busy=True)
        try:
            await hand_over_file.write(place, name, secret)
        except UnusableEnvFile as error:
            self._set_busy(busy=False)
            if error.fault is EnvFault.CHANGED:
                await self._look()  # the change is to be seen again before it is written
            self._problem.say(words.env_file(error))
            bring_into_view(self, self._problem)
        else:
            self._written = shown(str(place.target))
            self.accept()
        finally:
            del secret

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._path.setReadOnly(busy)
        self._name.setReadOnly(busy)
        self._refresh()

    # Qt overrides

    def reject(self) -> None:
        if not self._busy:  # what is being written is told
            super().reject()


class _Change(QFrame):
    """The lines of a change, in the fixed font; hidden without any."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("env.change")
        set_style(self, ground="card")
        self._text = PlainLabel(wrap=True, name="env.lines")
        self._text.setFont(fixed_font())
        self._text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # the columns stay columns
        lines = column(self._text)
        lines.setContentsMargins(SIXTEEN, TWELVE, SIXTEEN, TWELVE)
        self.setLayout(lines)
        self.hide()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show `lines`, each with its mark and its number."""
        wide = len(str(lines[-1].number)) if lines else 0
        texts = [
            f"{_MARKS[one.mark]} {one.number:>{wide}}  {shown(one.text, limit=_LONGEST_LINE)}"
            for one in lines
        ]
        self._text.setText("\n".join(texts))
        self.setAccessibleName(
            ", ".join(self._spoken(one) for one in lines if one.mark is not Mark.KEPT)
        )
        self.setVisible(bool(lines))

    def _spoken(self, line: Line) -> str:
        text = self.tr("Removed: {line}") if line.mark is Mark.REMOVED else self.tr("Added: {line}")
        return text.format(line=shown(line.text, limit=_LONGEST_LINE))
