"""The form that creates or renames a key."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from medusa_console.domain import tokens
from medusa_console.domain.api_key import KeyType
from medusa_console.domain.errors import ConsoleError, Invalid, OutcomeUnknown
from medusa_console.domain.store import Store
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.submission import Accepted, Lost, Stopped, Submission
from medusa_console.ui.words import labels
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.problem_line import ProblemLine

_LONGEST_TITLE = 200

T = TypeVar("T")
Sent = tuple[str, KeyType]


class KeyForm(QDialog, Generic[T]):
    """Asks for a title and, among several `types`, for one.

    The form stays open until `submit` has succeeded, and what was typed survives every failure.
    A failure stands in the form. A lost answer ends the
    form, because sending it again would make a second key.
    """

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        submit: Callable[[str, KeyType], Awaitable[T]],
        tasks: TaskScope,
        *,
        heading: str,
        action: str,
        title: str = "",
        types: Sequence[KeyType] = (KeyType.SECRET, KeyType.PUBLISHABLE),
    ) -> None:
        super().__init__(parent)
        self._submit = submit
        self._types = types
        self._tasks = tasks_of(self, tasks)
        self._answer: Accepted[T] | Lost | Stopped[Sent] | None = None
        self.setObjectName("keyForm")
        self.setWindowTitle(heading)
        self._title = LineEdit(title)
        self._title.setMaxLength(_LONGEST_TITLE)
        self._title.setPlaceholderText(self.tr("What uses it, like “ERP nightly sync”"))
        self._title.textChanged.connect(self._on_typed)
        self._title_field = Field(self.tr("Title"), self._title, name="keyTitle")
        self._type = QComboBox()
        self._type.addItems([labels.key_type(kind) for kind in types])
        type_hint = self.tr(
            "A secret key opens the whole admin API and is shown once. "
            "A publishable key belongs in a storefront and can be read again."
        )
        type_field = Field(self.tr("Type"), self._type, name="keyType", hint=type_hint)
        if len(types) == 1:
            type_field.hide()
        self._problem = ProblemLine("formProblem")
        self._submission = Submission(
            self,
            self._tasks,
            action,
            self._on_submit,
            waiting=self.tr("Sending …"),
            lock=self._lock,
            refuse=self._refuse,
        )
        heading_label = PlainLabel(heading, role="title", wrap=True)
        body = (heading_label, self._title_field, type_field, self._problem)
        fill(self, store, body, right=(self._submission.cancel, self._submission.button))
        self._title.setFocus()
        self._title.selectAll()

    async def ask(self) -> Accepted[T] | Lost | Stopped[Sent] | None:
        """Open the form and wait for its end; None: the user cancelled."""
        await answer(self)
        return self._answer

    @property
    def _value(self) -> Sent:
        # The index, because Qt turns enums into plain strings when they are an item's data.
        return self._title.text().strip(), self._types[self._type.currentIndex()]

    def _on_typed(self) -> None:
        self._title_field.clear_error()
        self._problem.hide()

    def _on_submit(self) -> None:
        title, kind = self._value
        if not title:
            self._title_field.show_error(
                self.tr("Enter a title: it is how people tell keys apart.")
            )
            self._title.setFocus()
            return
        if tokens.may_hold_a_key(title):
            self._title_field.show_error(
                self.tr("That looks like a key. Every admin can see titles.")
            )
            self._title.setFocus()
            return
        self._submission.start(
            self._send(title, kind), doing=Doing(self.windowTitle(), self.objectName())
        )

    async def _send(self, title: str, kind: KeyType) -> None:
        try:
            self._answer = Accepted(await self._submit(title, kind))
        except OutcomeUnknown as error:
            self._answer = Lost(error)
        self.accept()

    def _refuse(self, error: ConsoleError) -> None:
        if isinstance(error, Invalid):
            self._title_field.show_error(explain(error).text or explain(error).title)
        else:
            self._problem.explain(error)

    def _lock(self, locked: bool) -> None:
        self._title.setReadOnly(locked)
        self._type.setDisabled(locked)

    # Qt overrides

    def reject(self) -> None:
        # A request that was sent goes on: the caller then looks for its result.
        if self._submission.busy:
            self._answer = Stopped(self._value)
        super().reject()
