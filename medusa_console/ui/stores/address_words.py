"""What a person should know of an address before a password goes there."""

from __future__ import annotations

from urllib.parse import urlsplit

from medusa_console.domain.address import mixes_alphabets, readable_host
from medusa_console.ui.kit.translations import translate


def both_forms(origin: str) -> str:
    """Both forms of a host with letters beyond a to z, and why they matter; "" for any other."""
    read = readable_host(origin)
    if not read:
        return ""
    text = (
        translate(
            "addresses",
            "Careful: this host mixes letters of different alphabets, as imitations do. It reads "
            "“{read}”, and computers write it {written}. Use it only if you are sure of it.",
        )
        if mixes_alphabets(read)
        else translate(
            "addresses",
            "This host reads “{read}”, and computers write it {written}. Letters of other "
            "alphabets can look like those you expect and belong to somebody else.",
        )
    )
    return text.format(read=read, written=urlsplit(origin).hostname)
