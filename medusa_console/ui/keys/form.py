"""The forms of a key: create one, or give one another title."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget
from shiboken6 import isValid

from medusa_console.domain import tokens
from medusa_console.domain.api_key import KeyType
from medusa_console.domain.errors import ConsoleError, Invalid, OutcomeUnknown, SignInNeeded
from medusa_console.domain.store import Store
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import tasks_of
from medusa_console.ui.kit.button import GuardedButton, push_button
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.words import labels
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.problem_line import ProblemLine

LONGEST_TITLE = 200
# Qt turns these into plain strings when they are an item's data, so the index tells them.
_TYPES = (KeyType.SECRET, KeyType.PUBLISHABLE)

Submit = Callable[[str, KeyType], Awaitable[None]]


class KeyForm(QDialog):
    """Asks for a title, and for a new key its type; stays open until `submit` has succeeded.

    What was typed survives every failure. A failure the form can show (the input was not
    accepted, the store cannot be reached) stands in the form; a lost answer ends it, because
    sending it again would make a second key: see `lost`. `stopped` says that the person did not
    wait for the answer.
    """

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        submit: Submit,
        tasks: TaskScope,
        *,
        heading: str,
        action: str,
        title: str = "",
        with_type: bool = True,
    ) -> None:
        super().__init__(parent)
        self._submit = submit
        self._tasks = tasks_of(self, tasks)
        self._action = action
        self.lost: OutcomeUnknown | None = None
        self.stopped = False
        self._busy = False
        self.setObjectName("keyForm")
        self.setWindowTitle(heading)
        self._title = QLineEdit(title)
        self._title.setMaxLength(LONGEST_TITLE)
        self._title.setPlaceholderText(self.tr("What uses it, like “ERP nightly sync”"))
        self._title.textChanged.connect(self._on_typed)
        self._title_field = Field(self.tr("Title"), self._title, name="keyTitle")
        self._type = QComboBox()
        self._type.addItems([labels.key_type(kind) for kind in _TYPES])
        type_hint = self.tr(
            "A secret key opens the whole admin API and is shown once. "
            "A publishable key belongs in a storefront and can be read again."
        )
        type_field = Field(self.tr("Type"), self._type, name="keyType", hint=type_hint)
        if not with_type:
            type_field.hide()
        self._problem = ProblemLine("formProblem")
        self._ok = GuardedButton(action, tasks.clock, kind="primary", name="submit")
        self._ok.setDefault(True)
        self._ok.confirmed.connect(self._on_submit)
        self._cancel = push_button(self.tr("Cancel"), self.reject, name="cancel")
        self._cancel.setAutoDefault(False)
        heading_label = PlainLabel(heading, role="title", wrap=True)
        body = (heading_label, self._title_field, type_field, self._problem)
        fill(self, store, body, right=(self._cancel, self._ok))
        self._title.setFocus()
        self._title.selectAll()

    @property
    def value(self) -> tuple[str, KeyType]:
        """Title and type as they are in the form."""
        return self._title.text().strip(), _TYPES[self._type.currentIndex()]

    def _on_typed(self) -> None:
        self._title_field.clear_error()
        self._problem.hide()

    def _on_submit(self) -> None:
        title = self._title.text().strip()
        if not title:
            self._title_field.show_error(
                self.tr("Enter a title: it is how people tell keys apart.")
            )
            self._title.setFocus()
            return
        if tokens.mask(title) != title:
            self._title_field.show_error(self.tr("This is a key. Titles are visible to everybody."))
            self._title.setFocus()
            return
        self._tasks.start(self._send(title), doing=self.windowTitle(), replacing="submit")

    async def _send(self, title: str) -> None:
        self._set_busy(busy=True)
        try:
            await self._submit(title, _TYPES[self._type.currentIndex()])
        except SignInNeeded:
            raise  # the session asks for the password over this form, which stays as it is
        except OutcomeUnknown as error:
            self.lost = error
            self.done(QDialog.DialogCode.Rejected)
        except Invalid as error:
            self._title_field.show_error(explain(error).text or explain(error).title)
        except ConsoleError as error:
            self._problem.explain(error)
        else:
            self.accept()
        finally:
            if isValid(self):
                self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._cancel.setText(self.tr("Stop waiting") if busy else self.tr("Cancel"))
        self._ok.setDisabled(busy)
        self._ok.setText(self.tr("Sending …") if busy else self._action)
        self._title.setReadOnly(busy)
        self._type.setDisabled(busy)

    # Qt overrides

    def reject(self) -> None:
        # What has left cannot be called back: who stops waiting is told to look.
        self.stopped = self._busy
        super().reject()
