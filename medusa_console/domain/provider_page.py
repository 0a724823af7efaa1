"""The page of a sign-in provider that the browser opens, and what comes back from there. Source:
contract, section 1.9."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qs, urlsplit

from medusa_console.domain.address import canonical_origin
from medusa_console.domain.errors import ProviderFailed, ProviderFault, UnsafeAddress

CALLBACK_PATH: Final = "/callback"
CALLBACK_PATTERN: Final = f"http://127.0.0.1:*{CALLBACK_PATH}"
"""What a provider has to accept; the port is another one each time."""
_LONGEST = 8_000
_SHORTEST_STATE = 16

Query = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class ProviderPage:
    """`address` is what the browser opens, at `host`. Whoever comes back from there brings `state`
    along."""

    address: str = field(repr=False)
    host: str
    state: str = field(repr=False)

    def is_answered_by(self, query: Query) -> bool:
        """Whether `query` of a request to the callback is about this page, and not made up by
        another program."""
        states = [value for name, value in query if name == "state"]
        return len(states) == 1 and hmac.compare_digest(states[0].encode(), self.state.encode())


def read_page(location: str, callback: str) -> ProviderPage:
    """The page at `location`, which a store has sent; raises ProviderFailed if it must not be
    opened, or would not lead back to `callback`."""
    printable = location.isascii() and location.isprintable() and " " not in location
    if not printable or len(location) > _LONGEST or "\\" in location:
        raise ProviderFailed(ProviderFault.UNSAFE_PAGE)
    try:
        parts = urlsplit(location)
        origin = canonical_origin(f"{parts.scheme}://{parts.netloc}")
        asked = parse_qs(parts.query, keep_blank_values=True, max_num_fields=100)
    except (ValueError, UnsafeAddress):
        raise ProviderFailed(ProviderFault.UNSAFE_PAGE) from None
    if asked.get("redirect_uri", [callback]) != [callback]:
        raise ProviderFailed(ProviderFault.LEADS_ELSEWHERE)
    state = asked.get("state", [])
    if len(state) != 1 or len(state[0]) < _SHORTEST_STATE:
        raise ProviderFailed(ProviderFault.NO_STATE)
    return ProviderPage(location, origin.partition("://")[2], state[0])
