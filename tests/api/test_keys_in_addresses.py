"""Whatever is asked for, no address of a request holds a key: addresses are logged on their way."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime
from urllib.parse import unquote_plus

import pytest
from pydantic import SecretStr

from medusa_console.api.api_keys import ApiKeys
from medusa_console.api.client import AdminClient
from medusa_console.api.customers import Customers
from medusa_console.api.transport import Transport
from medusa_console.domain import tokens
from medusa_console.domain.api_key import KeyType, PendingKey
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.query import CustomerQuery, KeyQuery
from tests.api.bearers import Fixed
from tests.domain.test_tokens import HEX, SHAPES
from tests.faults import server as faults
from tests.faults.medusa import customers, listing
from tests.faults.server import FaultServer

Ask = Callable[[AdminClient, str], Awaitable[object]]

SHORT = [text for text in SHAPES.values() if len(text) < 1_000]


async def created_since(client: AdminClient, text: str) -> object:
    line = PendingKey("1", "https://x", "user_1", text, KeyType.SECRET, datetime.now(UTC))
    return await ApiKeys(client).created_since(line)


QUESTIONS: dict[str, Ask] = {
    "keys": lambda client, text: ApiKeys(client).find(KeyQuery(text), offset=0, limit=1),
    "a key's id": lambda client, text: ApiKeys(client).find(
        KeyQuery(key_id=text), offset=0, limit=1
    ),
    "one key": lambda client, text: ApiKeys(client).get(text),
    "titles": lambda client, text: ApiKeys(client).titles([text]),
    "several keys": lambda client, text: ApiKeys(client).by_ids([text]),
    "a lost key": created_since,
    "customers": lambda client, text: Customers(client).find(
        CustomerQuery(text), offset=0, limit=1
    ),
    "a group": lambda client, text: Customers(client).find(
        CustomerQuery(group=text), offset=0, limit=1
    ),
    "an email": lambda client, text: Customers(client).with_email(
        CustomerQuery(f"{text}@x.example"), offset=0, limit=1
    ),
    "emails": lambda client, text: Customers(client).by_emails([f"{text}@x.example"]),
    "one customer": lambda client, text: Customers(client).get(text),
}


@pytest.mark.parametrize("ask", QUESTIONS.values(), ids=list(QUESTIONS))
async def test_no_address_holds_a_key(ask: Ask, wire: Transport, server: FaultServer) -> None:
    server.on("GET", "/admin/api-keys", faults.json_answer(listing()))
    server.on("GET", "/admin/customers", faults.json_answer(customers()))
    client = AdminClient(wire, Fixed(SecretStr("t")))
    for text in SHORT:
        with suppress(ConsoleError):
            await ask(client, text)
    asked = [unquote_plus(request.target) for request in server.requests]
    assert not [target for target in asked if tokens.may_hold_a_key(target)]
    assert not [target for target in asked if HEX[:8] in target]
