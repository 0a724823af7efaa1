"""Lists the stores of this computer, to be opened, ordered, changed, exported and imported."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from medusa_console.domain.store import Store, by_group
from medusa_console.services.stores import Stores
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.banner import Banner
from medusa_console.ui.kit.button import key_text, push_button
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import EIGHT, SIXTEEN
from medusa_console.ui.stores.files import StoreFileActions
from medusa_console.ui.stores.list import StoreList

_LOWEST = 320

Work = Coroutine[Any, Any, None]


class StoresDialog(QDialog):
    """Lists the stores, and asks which one to open.

    `add`, `edit` and `remove` ask what they have to ask. `state_of` returns the state of a store's
    session in words, "" for none.
    """

    def __init__(
        self,
        parent: QWidget,
        stores: Stores,
        tasks: TaskScope,
        *,
        add: Callable[[], Work],
        edit: Callable[[Store], Work],
        remove: Callable[[Store], Work],
        state_of: Callable[[Store], str],
    ) -> None:
        super().__init__(parent)
        self._stores = stores
        self._tasks = tasks_of(self, tasks)
        self._edit = edit
        self._remove = remove
        self._state_of = state_of
        self._shown: tuple[Store, ...] = ()
        self._chosen: Store | None = None
        heading = self.tr("Stores")
        self.setObjectName("storesDialog")
        self.setWindowTitle(heading)
        self._list = StoreList()
        self._list.setMinimumHeight(scaled(_LOWEST))
        self._list.itemDoubleClicked.connect(self._on_open)
        self._list.currentItemChanged.connect(self._on_selected)
        self._empty = PlainLabel(
            self.tr("No store yet. Add one, or import a list."), role="muted", wrap=True
        )
        self._middle = QWidget()
        self._middle.setLayout(
            row(self._list, column(*self._store_buttons(), None, spacing=EIGHT), spacing=SIXTEEN)
        )
        notices = Banner()
        files = StoreFileActions(self, stores, notices, tasks.clock)
        self._export = push_button(
            self.tr("Export…"), lambda: self._start(files.export()), name="export"
        )
        left = (
            push_button(self.tr("Add…"), lambda: self._start(add()), icon="plus", name="add"),
            push_button(self.tr("Import…"), lambda: self._start(files.take_in()), name="import"),
            self._export,
        )
        close = push_button(self.tr("Close"), self.reject, name="close")
        body = (PlainLabel(heading, role="title"), notices, self._empty, self._middle)
        fill(self, None, body, left=left, right=(close,))
        self._unsubscribe = stores.changed.subscribe(lambda _: self._show())
        self._show()
        self._list.setFocus()

    async def ask(self) -> Store | None:
        """Open the dialog and wait for the store to open; None when the user closes the dialog."""
        await answer(self)
        return self._chosen

    def _store_buttons(self) -> tuple[QPushButton, ...]:
        """The buttons for the selected store, from top to bottom."""
        first = push_button(self.tr("Open"), self._on_open, kind="primary", name="open")
        first.setDefault(True)
        self._edit_button = push_button(self.tr("Edit…"), self._on_edit, icon="pencil", name="edit")
        duplicate = push_button(
            self.tr("Duplicate"), self._on_duplicate, icon="copy", name="duplicate"
        )
        up = self._mover(self.tr("Move up"), -1, "chevron-up", "moveUp", Qt.Key.Key_Up)
        down = self._mover(self.tr("Move down"), 1, "chevron-down", "moveDown", Qt.Key.Key_Down)
        remove = push_button(
            self.tr("Remove…"), self._on_remove, kind="danger", icon="trash-2", name="remove"
        )
        self._for_any = (first, remove)
        self._movers = (up, down)
        self._for_own = (self._edit_button, duplicate)
        return (first, self._edit_button, duplicate, up, down, remove)

    def _mover(self, text: str, by: int, icon: str, name: str, key: Qt.Key) -> QPushButton:
        button = push_button(text, lambda: self._on_move(by), icon=icon, name=name)
        button.setShortcut(QKeySequence(Qt.KeyboardModifier.AltModifier | key))
        button.setToolTip(key_text(button.shortcut()))
        return button

    def _show(self, current_id: str = "") -> None:
        """List the stores. The selection stays; after a removal, the next store is selected."""
        before = self._list.current
        place = self._shown.index(before) if before in self._shown else 0
        self._shown = tuple(one for _, group in by_group(self._stores.all) for one in group)
        wanted = current_id or (before.id if before is not None else "")
        if self._shown and all(store.id != wanted for store in self._shown):
            wanted = self._shown[min(place, len(self._shown) - 1)].id
        self._list.show_stores(self._shown, wanted, state_of=self._state_of)
        self._empty.setVisible(not self._shown)
        self._middle.setVisible(bool(self._shown))
        self._export.setEnabled(any(not store.is_demo for store in self._shown))
        self._on_selected()

    def _on_selected(self) -> None:
        store = self._list.current
        for button in self._for_any:
            button.setEnabled(store is not None)
        for button in self._for_own:
            button.setEnabled(store is not None and not store.is_demo)
        up, down = self._movers
        group = next((group for _, group in by_group(self._shown) if store in group), ())
        self._let_move(up, allowed=bool(group) and store != group[0])
        self._let_move(down, allowed=bool(group) and store != group[-1])
        locked = store is not None and store.locked
        self._edit_button.setToolTip(self.tr("Unlock this store first.") if locked else "")
        if locked:
            self._edit_button.setEnabled(False)

    def _let_move(self, mover: QPushButton, *, allowed: bool) -> None:
        if mover.hasFocus() and not allowed:
            self._list.setFocus()  # Qt would take the next button, which may be "Remove…"
        mover.setEnabled(allowed)

    def _on_open(self) -> None:
        if (store := self._list.current) is not None:
            self._chosen = store
            self.accept()

    def _on_edit(self) -> None:
        if (store := self._list.current) is not None:
            self._start(self._edit(store))

    def _on_duplicate(self) -> None:
        if (store := self._list.current) is not None:
            name = self.tr("{store} copy").format(store=store.name)
            self._show(self._stores.duplicate(store, name).id)

    def _on_move(self, by: int) -> None:
        if (store := self._list.current) is not None:
            self._stores.move(store, by)

    def _on_remove(self) -> None:
        if (store := self._list.current) is not None:
            self._start(self._remove(store))

    def _start(self, work: Work) -> None:
        self._tasks.start(work, replacing="storesDialog")  # one question at a time

    # Qt overrides

    def done(self, result: int) -> None:
        if self.isVisible():  # a lock may close the dialog twice
            self._unsubscribe()
        super().done(result)
