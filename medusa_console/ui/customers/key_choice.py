"""Chooses the publishable key for a registration, or says why there is none to choose."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import ConsoleError, SignInNeeded
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR
from medusa_console.ui.words.errors import explain

_LONGEST_TITLE = 60


class KeyChoice(QWidget):
    """Offers the keys that `find` returns, with the first one selected.

    Signals:
        create_requested: the store has no key, and the user wants one.
        loading_changed: see `loading`.
    """

    create_requested = Signal()
    loading_changed = Signal()

    def __init__(self, tasks: TaskScope, find: Callable[[], Awaitable[Sequence[ApiKey]]]) -> None:
        super().__init__()
        self._tasks = tasks
        self._find = find
        self._keys: tuple[ApiKey, ...] = ()
        self.loading = False
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
        for button in (self._create, self._again):
            button.setAutoDefault(False)
            button.hide()
        buttons = row(self._create, self._again, None, spacing=EIGHT)
        self.setLayout(column(self.field, self._note, buttons, spacing=FOUR))

    @property
    def value(self) -> ApiKey | None:
        """The selected key, if there is one."""
        index = self.combo.currentIndex()
        return self._keys[index] if 0 <= index < len(self._keys) else None

    def load(self, select: str = "") -> None:
        """Read the keys and select the one with the id `select`, else the first."""
        self._tasks.start(self._load(select), replacing="publishableKeys")

    async def _load(self, select: str) -> None:
        self._set_loading(loading=True)
        self._show_note(self.tr("Looking for publishable keys…"))
        try:
            keys = tuple(await self._find())
        except ConsoleError as error:
            self._set_loading(loading=False)
            self._show_note(explain(error).sentence, failed=True)
            if isinstance(error, SignInNeeded):
                raise  # the session asks for the password over this form
        else:
            self._set_loading(loading=False)
            self._show(keys, select)

    def _set_loading(self, *, loading: bool) -> None:
        self.loading = loading
        self.loading_changed.emit()

    def _show(self, keys: tuple[ApiKey, ...], select: str) -> None:
        self._keys = ()  # filling the box must not select a key
        self.combo.clear()
        self.combo.addItems(
            [f"{shown(key.title, limit=_LONGEST_TITLE)} · {shown(key.redacted)}" for key in keys]
        )
        self._keys = keys
        ids = [key.id for key in keys]
        self.combo.setCurrentIndex(ids.index(select) if select in ids else 0)
        self.field.clear_error()
        if not keys:
            text = self.tr(
                "This store has no active publishable key. Medusa needs one to register customers."
            )
            self._show_note(text, none=True)
            return
        self._on_chosen()
        if select:
            self.combo.setFocus()

    def _on_chosen(self) -> None:
        if (key := self.value) is None:
            return
        self.field.clear_error()
        text = self.tr(
            "This key has no sales channel. Registering works, but a storefront that uses it "
            "can't load products."
        )
        self._show_note("" if key.sales_channels else text)

    def _show_note(self, text: str, *, none: bool = False, failed: bool = False) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self.combo.setEnabled(bool(self._keys) and not failed)
        self._create.setVisible(none)
        self._again.setVisible(failed)
        if none or failed:
            announce(self._note, text)
