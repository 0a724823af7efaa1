"""A user with a browser: opens a provider's page, and is led back to this computer."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qs, urlencode, urlsplit

from medusa_console.services.provider_sign_in import Browser
from tests.faults import server as faults

STATE = "canary-of-a-state-5ec2e75ec2e7"
CODE = "canary-of-a-code"
GOODBYE = "You can close this window."


def leads_to_page(exchange: faults.Exchange) -> None:
    """A store's answer: the address of a page that leads back to where it was asked to."""
    back = exchange.request.json()["callback_url"]
    query = urlencode({"client_id": "medusa", "redirect_uri": back, "state": STATE})
    faults.json_answer({"location": f"https://login.example/authorize?{query}"})(exchange)


class Surfer:
    """Opens what it is told to, and does there what a test says. `opens`: the system has a
    browser."""

    def __init__(self, *, opens: bool = True) -> None:
        self.opened: list[str] = []
        self.shown: list[str] = []
        self._opens = opens

    @property
    def browser(self) -> Browser:
        return Browser(self._open, GOODBYE)

    @property
    def back(self) -> str:
        """Where the page leads back to."""
        return parse_qs(urlsplit(self.opened[-1]).query)["redirect_uri"][0]

    def _open(self, address: str) -> bool:
        self.opened.append(address)
        return self._opens

    async def come_back(self, **query: str) -> str:
        """Follow the page back with `query`, or with what a provider answers; the last line that
        the browser shows."""
        answer = query or {"code": CODE, "state": STATE}
        return await visit(self.back, urlencode(answer))


async def visit(address: str, query: str) -> str:
    parts = urlsplit(address)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    writer.write(f"GET {parts.path}?{query} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
    answer = (await reader.read()).decode()
    writer.close()
    return answer.rpartition("\r\n")[2]
