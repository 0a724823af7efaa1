"""Sends a new secret to a command on its standard input, after showing what will run."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable
from pathlib import Path

from pydantic import SecretStr
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QWidget

from medusa_console.domain.command_line import LONGEST_LINE, Command, Finished
from medusa_console.domain.errors import CommandFault, UnusableCommand
from medusa_console.domain.preferences import SentCommand
from medusa_console.domain.store import Store
from medusa_console.services.hand_over import LIMIT_SECONDS, HandOver, send
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer, chosen_file, only_with_control, tasks_of
from medusa_console.ui.kit.button import GuardedButton, push_button
from medusa_console.ui.kit.check_box import CheckBox
from medusa_console.ui.kit.fact_list import Fact, FactList
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import bring_into_view, fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.line_edit import LineEdit, PathEdit
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import fixed_font
from medusa_console.ui.kit.theme_tokens import FOUR
from medusa_console.ui.once.seen_first import SeenFirst
from medusa_console.ui.words import hand_over as words

_PAUSE = 0.6
_LONGEST_PATH = 4_096
_MOST_LINES = 12
_MOST_SHOWN = 1_500


class SendToCommand(QDialog):
    """Asks for a command, shows the program, its arguments and its folder, and runs exactly that
    with `secret()`.

    `gone` is called before the command starts. The output is shown until the dialog closes, and
    kept nowhere. What closes the dialog kills the command.
    """

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        means: HandOver,
        secret: Callable[[], SecretStr | None],
        gone: Callable[[], None],
        tasks: TaskScope,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._means = means
        self._secret = secret
        self._gone = gone
        self._tasks = tasks_of(self, tasks)
        self._command: Command | None = None
        self._running = False
        self._result = ""
        self._program = ""
        self.setObjectName("sendToCommand")
        self.setWindowTitle(self.tr("Send to a command"))
        self._build(means.used_at(store))
        self._refresh()
        if self._line.text():
            self._tasks.start(self._look(), replacing="look")

    async def ask(self) -> str:
        """Open the dialog and wait; what became of the last run, in words, or ""."""
        await answer(self)
        return self._result

    def _build(self, used: tuple[SentCommand, ...]) -> None:
        self._used = used
        self._box = QComboBox()
        self._line = LineEdit()
        self._line.setMaxLength(LONGEST_LINE)
        self._box.setLineEdit(self._line)
        self._line.setCompleter(None)  # type: ignore[arg-type]  # what runs is what is typed
        self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._box.addItems([one.line for one in used])
        self._line.setObjectName("commandLine")
        self._line.setAccessibleName(self.tr("Command"))
        self._line.setPlaceholderText(self.tr("e.g. gh secret set MEDUSA_KEY"))
        self._line_field = Field(
            self.tr("Command"),
            self._box,
            name="command",
            hint=self.tr("It runs without a shell and reads the key from its standard input."),
        )
        self._folder = PathEdit(used[0].folder if used else os.path.expanduser("~"))
        self._folder.setMaxLength(_LONGEST_PATH)
        choose = push_button(
            self.tr("Choose…"),
            lambda: self._tasks.start(self._choose(), replacing="choose"),
            name="commandFolder.choose",
        )
        choose.setAutoDefault(False)
        self._folder_field = Field(
            self.tr("Folder"), self._folder, name="commandFolder", beside=(choose,)
        )
        self._newline = CheckBox(self.tr("End the key with a line break"))
        self._newline.setObjectName("commandNewline")
        self._newline.setChecked(bool(used) and used[0].newline)
        self._facts = FactList()
        self._facts.setObjectName("command.facts")
        self._status = PlainLabel(role="strong", wrap=True, name="command.status")
        self._output = PlainLabel(role="muted", wrap=True, name="command.output")
        self._output.setFont(fixed_font())
        for label in (self._status, self._output):
            label.hide()
        self._close = push_button(self.tr("Close"), self.reject, name="cancel")
        self._close.setAutoDefault(False)
        self._run = GuardedButton(
            self.tr("Send the key"), self._tasks.clock, kind="primary", name="send"
        )
        self._run.confirmed.connect(self._on_run)
        only_with_control(self, self._run)
        self._seen_first = SeenFirst(self, self._facts, self._run)
        heading = PlainLabel(self.tr("Send to a command"), role="title")
        body = (
            column(heading, spacing=FOUR),
            self._line_field,
            self._folder_field,
            self._newline,
            self._facts,
            self._status,
            self._output,
        )
        fill(self, self._store, body, right=(self._close, self._run))
        self._line.textChanged.connect(self._on_changed)
        self._folder.textChanged.connect(self._on_changed)
        self._box.activated.connect(self._on_used)
        self._line.setFocus()

    def _on_used(self, number: int) -> None:
        self._folder.setText(self._used[number].folder)
        self._newline.setChecked(self._used[number].newline)

    def _on_changed(self) -> None:
        self._command = None
        self._line_field.clear_error()
        self._status.hide()
        self._output.hide()
        self._refresh()
        self._tasks.start(self._look(_PAUSE), replacing="look")

    async def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a folder"), self._folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        if (path := await chosen_file(dialog)) is not None:
            self._folder.setText(str(path))

    async def _look(self, pause: float = 0) -> None:
        if not self._line.text().strip():
            return
        if pause:
            await self._tasks.clock.sleep(pause)
        try:
            self._command = await self._means.commands.find(
                self._line.text(), self._folder.text().strip()
            )
        except UnusableCommand as error:
            in_folder = error.fault is CommandFault.NO_FOLDER
            field = self._folder_field if in_folder else self._line_field
            field.show_error(words.command(error))
        self._refresh()
        if self._command is not None:
            bring_into_view(self, self._facts)

    def _refresh(self) -> None:
        command = self._command
        facts: list[Fact] = []
        if command is not None:
            arguments = " ".join(map(shlex.quote, command.arguments)) or self.tr("None")
            facts = [
                Fact(self.tr("Program"), command.program, code=True),
                Fact(self.tr("Arguments"), arguments, code=True),
                Fact(self.tr("Runs in"), command.folder, code=True),
            ]
        self._facts.show_facts(facts)
        self._facts.setVisible(bool(facts))
        self._run.setEnabled(command is not None and not self._running)
        self._close.setText(self.tr("Stop") if self._running else self.tr("Close"))
        for field in (self._line, self._folder):
            field.setReadOnly(self._running)
        self._box.setDisabled(self._running)
        self._newline.setDisabled(self._running)

    def _on_run(self) -> None:
        command = self._command
        if command is not None and not self._running and self._seen_first.allows(command):
            self._tasks.start(self._do_run(command), replacing="run")

    async def _do_run(self, command: Command) -> None:
        if (secret := self._secret()) is None:
            return
        newline, self._program = self._newline.isChecked(), command.program
        self._means.remember(self._store, SentCommand(self._line.text(), command.folder, newline))
        self._set_running(running=True)
        self._close.setFocus()
        self._output.hide()
        self._gone()
        self._tasks.start(self._count(), replacing="count")
        try:
            ended = await send(
                self._means.commands, command, secret, newline=newline, clock=self._tasks.clock
            )
        except UnusableCommand as error:
            ended, told = None, words.command(error)
        else:
            told = self._told(ended)
        finally:
            del secret
        self._set_running(running=False)
        self._end(told, ended)

    def _set_running(self, *, running: bool) -> None:
        self._running = running
        self._tasks.cancel("count")
        self._refresh()

    async def _count(self) -> None:
        clock = self._tasks.clock
        began = clock.seconds()
        while True:
            text = self.tr("Running for {seconds} s. It is stopped after {limit} s.")
            passed = round(clock.seconds() - began)
            self._say(text.format(seconds=passed, limit=round(LIMIT_SECONDS)))
            await clock.sleep(1.0)

    def _told(self, ended: Finished | None) -> str:
        if ended is None:
            text = self.tr("Stopped after {limit} s. It may have used the key.")
            return text.format(limit=round(LIMIT_SECONDS))
        if ended.code == 0:
            return self.tr("The command says it worked.")
        text = self.tr("The command failed (exit code {code}). It may have used the key.")
        return text.format(code=ended.code)

    def _end(self, told: str, ended: Finished | None = None) -> None:
        program = shown(Path(self._program).name)
        self._result = self.tr("{program}: {result}").format(program=program, result=told)
        self._say(told)
        announce(self._status, told, assertive=True)
        if ended is not None and ended.output:
            lines = ended.output.splitlines()
            text = "\n".join(lines[-_MOST_LINES:])[-_MOST_SHOWN:]
            if ended.cut or len(text) < len(ended.output):
                text = f"…\n{text}"
            self._output.setText(text)
            self._output.show()
        bring_into_view(self, self._status)

    def _say(self, text: str) -> None:
        self._status.setText(text)
        self._status.show()

    # Qt overrides

    def reject(self) -> None:
        if not self._running:
            super().reject()
            return
        self._tasks.cancel("run")
        self._set_running(running=False)
        self._end(self.tr("Stopped. It may have used the key."))
