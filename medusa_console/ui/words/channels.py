"""The words for sales channels."""

from __future__ import annotations

from medusa_console.domain.api_key import SalesChannel
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate


def channel_name(channel: SalesChannel) -> str:
    """The channel's name, with a word for a channel that is disabled."""
    name = shown(channel.name or channel.id)
    if channel.is_disabled:
        return translate("channels", "{name} (disabled)").format(name=name)
    return name
