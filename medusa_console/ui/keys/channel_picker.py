"""Chooses the sales channels of a publishable key, with a search."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from medusa_console.domain.api_key import ApiKey, SalesChannel
from medusa_console.domain.errors import ConsoleError, SignInNeeded
from medusa_console.domain.store import Store
from medusa_console.services.sales_channels import FoundChannels
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.line_edit import LineEdit, Refusal
from medusa_console.ui.kit.style import set_style, when_styled
from medusa_console.ui.kit.submission import Submission
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import FOUR
from medusa_console.ui.words.channels import channel_name
from medusa_console.ui.words.counts import counts
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.problem_line import ProblemLine

_CHANNEL = Qt.ItemDataRole.UserRole
_ROWS_HEIGHT = 180
_PAUSE = 0.15  # between a letter and the search

Find = Callable[[str], Awaitable[FoundChannels]]
Change = Callable[[frozenset[str], frozenset[str]], Awaitable[object]]


class ChannelPicker(QDialog):
    """The channels of `key` are ticked, and `suggested` too. `find` searches the store's channels.

    `change` is called with the ids to add and to remove. A failure stays in the dialog, which can
    be sent again: the same change twice does no harm. `last_goes` asks whether the key may lose its
    last channel.
    """

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        key: ApiKey,
        tasks: TaskScope,
        *,
        find: Find,
        change: Change,
        last_goes: Callable[[QWidget], Awaitable[bool]],
        suggested: Iterable[SalesChannel] = (),
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks_of(self, tasks)
        self._find = find
        self._change = change
        self._last_goes = last_goes
        self._before = frozenset(channel.id for channel in key.sales_channels)
        self._ticked = {channel.id: channel for channel in (*key.sales_channels, *suggested)}
        self._listed: tuple[SalesChannel, ...] = ()
        self.setObjectName("channelPicker")
        heading = self.tr("Sales channels of “{title}”").format(title=shown(key.title))
        self.setWindowTitle(heading)
        self._search = LineEdit()
        self._search.setPlaceholderText(self.tr("Search by name"))
        self._search.installEventFilter(self)
        self._list = QListWidget()
        self._list.setObjectName("channels")
        self._list.setAccessibleName(self.tr("Sales channels"))
        self._list.setFixedHeight(scaled(_ROWS_HEIGHT))
        set_style(self._list, list="rows")
        self._list.itemChanged.connect(self._on_ticked)
        self._told = PlainLabel(role="secondary", wrap=True, name="channels.told")
        when_styled(
            self._told,
            lambda: self._told.setMinimumHeight(self._told.fontMetrics().lineSpacing()),
        )
        self._problem = ProblemLine("formProblem")
        self._submission = Submission(
            self,
            self._tasks,
            self.tr("Save"),
            self._on_submit,
            waiting=self.tr("Saving…"),
            lock=self._lock,
            refuse=self._problem.explain,
        )
        body = (
            PlainLabel(heading, role="title", wrap=True),
            PlainLabel(
                self.tr("Storefronts with this key see the products of these channels."),
                role="muted",
                wrap=True,
            ),
            Field(self.tr("Search"), self._search, name="channelSearch"),
            column(self._list, self._told, spacing=FOUR),
            self._problem,
        )
        fill(self, store, body, right=(self._submission.cancel, self._submission.button))
        # After its field, which takes its error away at every letter.
        self._search.textChanged.connect(self._on_typed)
        self._show(tuple(self._ticked.values()))
        self._told.setText(self.tr("Loading…"))
        self._search.setFocus()
        self._tasks.start(self._learn(""), replacing="find")

    async def ask(self) -> None:
        """Open the dialog and wait until it is saved or closed."""
        await answer(self)

    def _on_typed(self, text: str) -> None:
        if self._search.holds_key(text):  # an assistive program may have written it
            self._search.clear()
            self._search.refused.emit(Refusal.KEY)
            return
        self._tasks.start(self._search_for(text.strip()), replacing="find")

    async def _search_for(self, text: str) -> None:
        await self._tasks.clock.sleep(_PAUSE)
        await self._learn(text)

    async def _learn(self, text: str) -> None:
        try:
            found = await self._find(text)
        except ConsoleError as error:
            self._tell(explain(error).sentence)
            if isinstance(error, SignInNeeded):
                raise
            return
        listed = {channel.id for channel in found.channels}
        # What is ticked stays in sight, unless a search is about other channels.
        others = () if text else tuple(c for c in self._ticked.values() if c.id not in listed)
        self._show((*others, *found.channels))
        if not found.channels:
            self._tell(self.tr("No matching channels.") if text else self.tr("No channels yet."))
        elif found.count > len(found.channels):
            self._tell(counts.channels_of(len(found.channels), found.count))
        else:
            self._tell("")

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        if text:
            announce(self._list, text)

    def _show(self, channels: tuple[SalesChannel, ...]) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        for channel in channels:
            item = QListWidgetItem(channel_name(channel))
            item.setData(_CHANNEL, channel)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            on = channel.id in self._ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._list.blockSignals(False)

    def _on_ticked(self, item: QListWidgetItem) -> None:
        channel: SalesChannel = item.data(_CHANNEL)
        if item.checkState() is Qt.CheckState.Checked:
            self._ticked[channel.id] = channel
        else:
            self._ticked.pop(channel.id, None)
        self._problem.hide()

    def _on_submit(self) -> None:
        if self._before and not self._ticked:
            self._tasks.start(self._ask_first(), replacing="question")
        else:
            self._begin()

    async def _ask_first(self) -> None:
        if await self._last_goes(self):
            self._begin()

    def _begin(self) -> None:
        doing = Doing(self.windowTitle(), self.objectName())
        self._submission.start(self._send(frozenset(self._ticked)), doing=doing)

    async def _send(self, wanted: frozenset[str]) -> None:
        if wanted != self._before:
            await self._change(wanted - self._before, self._before - wanted)
        self.accept()

    def _lock(self, locked: bool) -> None:
        self._search.setReadOnly(locked)
        self._list.setDisabled(locked)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if (
            watched is self._search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and self._list.count()
        ):
            self._list.setFocus()
            self._list.setCurrentRow(0)
            return True
        return super().eventFilter(watched, event)
