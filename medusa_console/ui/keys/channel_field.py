"""The field of the create form in which a publishable key's sales channel is chosen."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox

from medusa_console.domain.api_key import SalesChannel
from medusa_console.domain.errors import ConsoleError, SignInNeeded
from medusa_console.services.sales_channels import FoundChannels
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words.channels import channel_name
from medusa_console.ui.words.errors import explain


class ChannelField(Field):
    """Offers the channels that `read` answers; where that fails, says why and offers none. Reads
    them when the field is first seen: secret keys have no channel.

    `denied` is why the account may not give channels to keys, "" if it may.
    """

    def __init__(
        self, read: Callable[[], Awaitable[FoundChannels]], tasks: TaskScope, denied: str
    ) -> None:
        self._menu = QComboBox()
        # As wide as the form, however long the name of a channel is.
        self._menu.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        super().__init__(translate("ChannelField", "Sales channel"), self._menu, name="keyChannel")
        self._read = read
        self._offered: tuple[SalesChannel | None, ...] = (None,)
        self._all = True
        self._known = asyncio.Event()
        self._menu.addItem(translate("ChannelField", "Loading…"))
        self._menu.setEnabled(False)
        self._menu.currentIndexChanged.connect(self._on_chosen)
        self._tasks = tasks
        self._denied = denied
        self._is_begun = False
        self._locked = False

    async def chosen(self) -> SalesChannel | None:
        """The chosen channel, once the channels are known."""
        await self._known.wait()
        return self._offered[self._menu.currentIndex()]

    def lock(self, locked: bool) -> None:
        """Let nothing be chosen while the form is being sent."""
        self._locked = locked
        self._menu.setEnabled(not locked and self._known.is_set() and len(self._offered) > 1)

    async def _learn(self) -> None:
        try:
            found = await self._read()
        except Exception as error:
            self._offer_none(explain(error).sentence)
            if not isinstance(error, ConsoleError) or isinstance(error, SignInNeeded):
                raise
            return
        self._all = found.count <= len(found.channels)
        # None comes last: a storefront needs a channel.
        self._offer((*found.channels, None), found.offered)

    def _offer_none(self, why: str) -> None:
        self._offer((None,), None)
        later = translate("ChannelField", "The key will have no sales channel for now.")
        self.show_note(translate("ChannelField", "{why} {later}").format(why=why, later=later))

    def _offer(
        self, channels: tuple[SalesChannel | None, ...], chosen: SalesChannel | None
    ) -> None:
        self._offered = channels
        self._menu.clear()
        for channel in channels:
            name = translate("ChannelField", "None") if channel is None else channel_name(channel)
            self._menu.addItem(name)
        self._menu.setCurrentIndex(channels.index(chosen))
        self._known.set()
        self.lock(self._locked)
        self._on_chosen(self._menu.currentIndex())

    def _on_chosen(self, index: int) -> None:
        if not self._known.is_set() or len(self._offered) == 1 or index < 0:
            return
        if self._offered[index] is None:
            note = translate(
                "ChannelField", "Without a sales channel, storefront requests will fail."
            )
        elif not self._all:
            note = translate(
                "ChannelField",
                "Not all channels are listed here. You can search them once the key is created.",
            )
        else:
            note = ""
        self.show_note(note)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._is_begun:
            return
        self._is_begun = True
        if self._denied:
            self._offer_none(self._denied)
        else:
            self._tasks.start(self._learn())
