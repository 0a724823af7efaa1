"""A store on a socket, with the few answers that a walk through the program needs."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from PySide6.QtWidgets import QComboBox

from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, USER_ID, key_record, listing, login_token
from tests.faults.server import Behaviour, Exchange, FaultServer
from tests.ui.driving import Program

SIGN_IN = "/auth/user/emailpass"
WAYS = "/auth/user/providers"
REFRESH = "/auth/token/refresh"
KEYS = "/admin/api-keys"
MAYA = "maya@northwind.example"

PROVIDERS: Behaviour = faults.json_answer(
    {
        "providers": [
            {
                "id": "emailpass",
                "identifier": "emailpass",
                "display_name": "Email/Password Authentication",
                "flow": "credentials",
            }
        ]
    }
)
_PAGE = {"offset": "0", "limit": "100"}
USER = {"id": USER_ID, "email": MAYA, "first_name": "Maya", "last_name": "Lindqvist"}


def behave(server: FaultServer, *records: dict[str, Any]) -> None:
    """From now on `server` signs in and lists `records`, one key if there are none."""
    server.on("GET", WAYS, PROVIDERS)
    server.on("POST", SIGN_IN, faults.json_answer({"token": login_token()}))
    server.on("POST", REFRESH, faults.json_answer({"token": login_token()}))
    server.on("GET", "/admin/users/me", faults.json_answer({"user": USER}))
    server.on("GET", "/admin/users", faults.json_answer({"users": [USER], "count": 1}))
    server.on("GET", KEYS, list_of(*(records or (key_record(),))))


def list_of(*records: dict[str, Any]) -> Behaviour:
    """A list of `records` that keeps to the ids and the page asked for; none of them has an end
    date."""

    def behave(exchange: Exchange) -> None:
        query = parse_qs(urlsplit(exchange.request.target).query)
        asked = [one for one in records if one["id"] in query.get("id", [one["id"]])]
        if "revoked_at[$gte]" in query:
            asked = []
        start, most = (int(query.get(name, [usual])[0]) for name, usual in _PAGE.items())
        page = asked[start : start + most]
        faults.json_answer(listing(*page, count=len(asked)))(exchange)

    return behave


async def connect(
    program: Program, origin: str, *, name: str = "Northwind EU", environment: str = "Live"
) -> None:
    """Add the store through its form."""
    first = "Connect your store"
    program.press(first if first in program.buttons else "Add store…")
    await program.dialog("storeForm")
    program.fill("Name", name)
    program.fill("Address", origin)
    program.field("Environment", QComboBox).setCurrentText(environment)
    program.press("Add store")
    await program.no_dialog()
    await program.open(name)


async def enter(program: Program, server: FaultServer, *, environment: str = "Live") -> None:
    """Connect to the store, sign in, and wait for its keys."""
    await connect(program, server.origin, environment=environment)
    await program.signed_in(MAYA, PASSWORD)
    await program.keys_page()
