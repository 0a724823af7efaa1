"""The stores of this computer: opened, put in order, added, changed, handed on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from medusa_console.domain.store import Store, by_group
from medusa_console.services.stores import Stores
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.banner import Banner
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import SIXTEEN
from medusa_console.ui.stores.buttons import StoreButtons
from medusa_console.ui.stores.files import StoreFileActions
from medusa_console.ui.stores.list import StoreList

_LOWEST = 320

OfStore = Callable[[Store], Awaitable[None]]


class StoresDialog(QDialog):
    """Lists the stores, and asks which to open.

    `add`, `edit` and `remove` ask what they have to ask. `state_of` returns the state of a store's
    session in words, "" for none.
    """

    def __init__(
        self,
        parent: QWidget,
        stores: Stores,
        tasks: TaskScope,
        *,
        add: Callable[[], Awaitable[None]],
        edit: OfStore,
        remove: OfStore,
        state_of: Callable[[Store], str],
    ) -> None:
        super().__init__(parent)
        self._stores = stores
        self._tasks = tasks_of(self, tasks)
        self._state_of = state_of
        self._shown: tuple[Store, ...] = ()
        self._chosen: Store | None = None
        heading = self.tr("Stores")
        self.setObjectName("storesDialog")
        self.setWindowTitle(heading)
        self._list = StoreList()
        self._list.setMinimumHeight(scaled(_LOWEST))
        self._list.itemDoubleClicked.connect(self._on_open)
        self._list.currentItemChanged.connect(lambda *_: self._show_what_can_be_done())
        self._buttons = StoreButtons()
        self._buttons.open_wanted.connect(self._on_open)
        self._buttons.edit_wanted.connect(lambda: self._begin_with_current(edit))
        self._buttons.duplicate_wanted.connect(self._on_duplicate)
        self._buttons.move_wanted.connect(self._on_move)
        self._buttons.remove_wanted.connect(lambda: self._begin_with_current(remove))
        self._empty = PlainLabel(
            self.tr("No store yet. Add one, or import a list."), role="muted", wrap=True
        )
        self._middle = QWidget()
        row = QHBoxLayout(self._middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SIXTEEN)
        row.addWidget(self._list, 1)
        row.addWidget(self._buttons)
        notices = Banner()
        files = StoreFileActions(self, stores, notices)
        self._export = push_button(
            self.tr("Export…"), lambda: self._begin(files.export), name="export"
        )
        left = (
            push_button(self.tr("Add…"), lambda: self._begin(add), icon="plus", name="add"),
            push_button(self.tr("Import…"), lambda: self._begin(files.take_in), name="import"),
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

    def _show(self, current_id: str = "") -> None:
        """List what there is; what was selected stays, or else what stands in its place."""
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
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        self._buttons.show_for(self._list.current)

    def _on_open(self) -> None:
        if (store := self._list.current) is not None:
            self._chosen = store
            self.accept()

    def _on_duplicate(self) -> None:
        if (store := self._list.current) is not None:
            self._show(self._stores.duplicate(store).id)

    def _on_move(self, by: int) -> None:
        if (store := self._list.current) is not None:
            self._stores.move(store, by)

    def _begin_with_current(self, work: OfStore) -> None:
        if (store := self._list.current) is not None:
            self._begin(lambda: work(store))

    def _begin(self, work: Callable[[], Awaitable[None]]) -> None:
        """One question at a time: another one ends it."""

        async def do() -> None:
            await work()

        self._tasks.start(do(), replacing="storesDialog")

    # Qt overrides

    def done(self, result: int) -> None:
        self._unsubscribe()
        super().done(result)
