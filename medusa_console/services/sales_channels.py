"""Finds sales channels, and chooses the one that a new publishable key is offered."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from medusa_console.domain.api_key import SalesChannel
from medusa_console.domain.errors import ConsoleError

if TYPE_CHECKING:
    from medusa_console.api.sales_channels import SalesChannels

log = logging.getLogger(__name__)

_MOST = 100


@dataclass(frozen=True)
class FoundChannels:
    """The first of `count` sales channels, by name. `offered` is for a new key: the store's default
    channel, or else its only one."""

    channels: tuple[SalesChannel, ...]
    count: int
    offered: SalesChannel | None = None


class SalesChannelService:
    """The sales channels of one store."""

    def __init__(self, api: SalesChannels) -> None:
        self._api = api

    async def find(self, text: str) -> FoundChannels:
        """The channels that match `text`, or all. Raises Forbidden without the permission
        sales_channel:read."""
        answer = await self._api.find(text, _MOST)
        return FoundChannels(answer.rows, answer.count)

    async def for_new_key(self) -> FoundChannels:
        """All channels, with the one that is `offered`. Raises Forbidden as `find`."""
        found = await self.find("")
        default = await self._default(found.channels)
        if default is None:
            only = found.channels[0] if found.count == len(found.channels) == 1 else None
            return FoundChannels(found.channels, found.count, only)
        others = tuple(channel for channel in found.channels if channel.id != default.id)
        return FoundChannels((default, *others), found.count, default)

    async def _default(self, channels: tuple[SalesChannel, ...]) -> SalesChannel | None:
        """The store's default channel; None too for whoever may not read the store."""
        try:
            default = await self._api.default_id()
            if default is None:
                return None
            known = next((channel for channel in channels if channel.id == default), None)
            return known or await self._api.by_id(default)
        except ConsoleError as error:
            log.info("asking for the default sales channel: %s", type(error).__name__)
            return None
