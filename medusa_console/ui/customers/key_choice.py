"""Which publishable key a customer is registered with, or why there is none to choose."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import ConsoleError, SignInNeeded
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR
from medusa_console.ui.words.errors import explain

_LONGEST_TITLE = 60


class KeyChoice(QWidget):
    """Asks `find` for the keys, the best one first, and preselects that one.

    Signals:
        create_requested: there is none, and the person wants one.
        looked: the look has begun or ended, see `looking`.
    """

    create_requested = Signal()
    looked = Signal()

    def __init__(self, tasks: TaskScope, find: Callable[[], Awaitable[Sequence[ApiKey]]]) -> None:
        super().__init__()
        self._tasks = tasks
        self._find = find
        self._keys: tuple[ApiKey, ...] = ()
        self.looking = False
        self.combo = QComboBox()
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.combo.currentIndexChanged.connect(self._on_chosen)
        self.field = Field(self.tr("Publishable key"), self.combo, name="publishableKey")
        self._note = PlainLabel(role="secondary", wrap=True, name="publishableKey.note")
        self._create = push_button(
            self.tr("Create publishable key"),
            self.create_requested.emit,
            icon="plus",
            name="createPublishableKey",
        )
        self._again = push_button(
            self.tr("Look again"), self.load, icon="refresh-cw", name="lookAgain"
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(EIGHT)
        for button in (self._create, self._again):
            button.setAutoDefault(False)
            button.hide()
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(FOUR)
        layout.addWidget(self.field)
        layout.addWidget(self._note)
        layout.addLayout(buttons)

    @property
    def value(self) -> ApiKey | None:
        """The key that is chosen, if there is one."""
        index = self.combo.currentIndex()
        return self._keys[index] if 0 <= index < len(self._keys) else None

    def load(self, select: str = "") -> None:
        """Look for the keys and preselect the one with the id `select`, else the first."""
        self._tasks.start(self._load(select), replacing="publishableKeys")

    async def _load(self, select: str) -> None:
        self._set_looking(looking=True)
        self._tell(self.tr("Looking for publishable keys …"))
        try:
            keys = tuple(await self._find())
        except ConsoleError as error:
            self._set_looking(looking=False)
            self._tell(explain(error).sentence, failed=True)
            if isinstance(error, SignInNeeded):
                raise  # the session asks for the password over this form
        else:
            self._set_looking(looking=False)
            self._show(keys, select)

    def _set_looking(self, *, looking: bool) -> None:
        self.looking = looking
        self.looked.emit()

    def _show(self, keys: tuple[ApiKey, ...], select: str) -> None:
        self._keys = ()  # what fills the box chooses nothing
        self.combo.clear()
        self.combo.addItems(
            [f"{shown(key.title, limit=_LONGEST_TITLE)} · {shown(key.redacted)}" for key in keys]
        )
        self._keys = keys
        ids = [key.id for key in keys]
        self.combo.setCurrentIndex(ids.index(select) if select in ids else 0)
        self.field.clear_error()
        if keys:
            self._on_chosen()
            if select:
                self.combo.setFocus()
            return
        self._tell(
            self.tr(
                "This store has no publishable key that works, and nobody can register without one."
            ),
            none=True,
        )

    def _on_chosen(self) -> None:
        key = self.value
        if key is None:
            return
        self.field.clear_error()
        self._tell(
            ""
            if key.sales_channels
            else self.tr(
                "This key has no sales channel: registering works, but a storefront that uses it "
                "shows no products."
            )
        )

    def _tell(self, text: str, *, none: bool = False, failed: bool = False) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self.combo.setEnabled(bool(self._keys) and not (none or failed))
        self._create.setVisible(none)
        self._again.setVisible(failed)
        if none or failed:
            announce(self._note, text)
