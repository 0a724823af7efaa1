"""Who made a key, in a name."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest
from pydantic import SecretStr

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.errors import Unreachable
from medusa_console.domain.query import KeyQuery
from medusa_console.services.creators import Creator, CreatorKind
from tests.faults import server as faults
from tests.faults.medusa import KEY_ID, USER_ID, listing
from tests.faults.server import FaultServer
from tests.services.conftest import Opened
from tests.waiting import until

PEOPLE: dict[str, Any] = {
    "users": [
        {"id": USER_ID, "email": "maya@x.example", "first_name": "Maya", "last_name": "Lindqvist"},
        {"id": "user_2", "email": "jon@x.example", "first_name": None, "last_name": None},
    ],
    "count": 2,
}
MAYA = {"users": PEOPLE["users"][:1], "count": 1}
GONE = "user_3"


async def test_a_page_of_keys_needs_one_request_for_people_and_one_for_keys(
    signed_in: Opened, server: FaultServer
) -> None:
    creators = signed_in.services.creators
    server.on("GET", "/admin/users", faults.json_answer(PEOPLE))
    server.on(
        "GET",
        "/admin/api-keys",
        faults.json_answer(listing({"id": KEY_ID, "title": "Deploy robot", "type": "secret"})),
    )
    told: list[None] = []
    creators.changed.subscribe(told.append)
    actors = [USER_ID, "user_2", GONE, KEY_ID, "apk_GONE", ""] * 20
    await creators.learn(actors)
    await creators.learn(actors)
    assert (server.count("GET", "/admin/users"), server.count("GET", "/admin/api-keys")) == (1, 1)
    assert told
    assert {actor: creators.creator(actor) for actor in dict.fromkeys(actors)} == {
        USER_ID: Creator(CreatorKind.USER, "Maya Lindqvist"),
        "user_2": Creator(CreatorKind.USER, "jon@x.example"),
        GONE: Creator(CreatorKind.DELETED),
        KEY_ID: Creator(CreatorKind.KEY, "Deploy robot"),
        "apk_GONE": Creator(CreatorKind.DELETED_KEY),
        "": Creator(CreatorKind.MEDUSA),
    }


async def test_whoever_asks_meanwhile_shares_the_answer_and_outlives_the_first(
    signed_in: Opened, server: FaultServer
) -> None:
    creators = signed_in.services.creators
    go = threading.Event()
    server.on("GET", "/admin/users", faults.after(go, faults.json_answer(PEOPLE)))
    calls = [asyncio.create_task(creators.learn([USER_ID, "user_2"])) for _ in range(3)]
    await until(lambda: server.count("GET", "/admin/users") == 1)
    calls[0].cancel()
    await until(lambda: server.count("GET", "/admin/users") == 2)
    go.set()
    await asyncio.gather(*calls[1:])
    assert creators.creator("user_2") == Creator(CreatorKind.USER, "jon@x.example")
    assert server.count("GET", "/admin/users") == 2


async def test_who_is_known_or_medusa_itself_is_not_asked_for(
    signed_in: Opened, server: FaultServer
) -> None:
    await signed_in.services.creators.learn(["", ""])
    assert server.count("GET") == 0


async def test_without_the_permission_to_read_users_the_id_stands_for_the_name_but_for_ones_own(
    signed_in: Opened, server: FaultServer
) -> None:
    server.on("GET", "/admin/users", faults.refusal(403, "Forbidden", "forbidden"))
    creators, me = signed_in.services.creators, signed_in.services.session.user_id
    await creators.learn([me, GONE])
    await creators.learn([me, GONE])
    assert creators.creator(me) == Creator(CreatorKind.YOU, me)
    assert creators.creator(GONE) == Creator(CreatorKind.UNKNOWN, GONE)
    assert server.count("GET", "/admin/users") == 1


async def test_an_answer_that_never_came_makes_nobody_a_deleted_user(
    signed_in: Opened, server: FaultServer
) -> None:
    server.on("GET", "/admin/users", faults.reset, faults.reset, faults.reset,
              faults.json_answer(MAYA))  # fmt: skip
    creators = signed_in.services.creators
    with pytest.raises(Unreachable):
        await creators.learn([USER_ID])
    assert creators.creator(USER_ID).kind is CreatorKind.NOT_YET
    await creators.learn([USER_ID])
    assert creators.creator(USER_ID).name == "Maya Lindqvist"


async def test_people_are_named_even_when_the_keys_cannot_be(
    signed_in: Opened, server: FaultServer
) -> None:
    server.on("GET", "/admin/users", faults.json_answer(MAYA))
    server.on("GET", "/admin/api-keys", faults.refusal(500, "An unknown error occurred."))
    told: list[None] = []
    signed_in.services.creators.changed.subscribe(told.append)
    with pytest.raises(Exception, match="500"):
        await signed_in.services.creators.learn([USER_ID, KEY_ID])
    assert len(told) == 1


async def test_after_a_refresh_names_are_asked_for_again(
    signed_in: Opened, server: FaultServer
) -> None:
    server.on("GET", "/admin/users", faults.json_answer(MAYA))
    creators = signed_in.services.creators
    await creators.learn([USER_ID])
    creators.forget()
    await creators.learn([USER_ID])
    await creators.learn([USER_ID])
    assert server.count("GET", "/admin/users") == 2


async def test_a_refresh_that_brings_no_names_leaves_the_old_ones(
    signed_in: Opened, server: FaultServer
) -> None:
    server.on("GET", "/admin/users", faults.json_answer(MAYA))
    creators = signed_in.services.creators
    await creators.learn([USER_ID, ""])
    creators.forget()
    assert creators.creator(USER_ID) == Creator(CreatorKind.USER, "Maya Lindqvist")
    server.on("GET", "/admin/users", faults.reset)
    with pytest.raises(Unreachable):
        await creators.learn([USER_ID, ""])
    assert creators.creator(USER_ID) == Creator(CreatorKind.USER, "Maya Lindqvist")
    renamed = {"id": USER_ID, "email": "maya@x.example", "first_name": "M.", "last_name": "Berg"}
    server.on("GET", "/admin/users", faults.json_answer({"users": [renamed], "count": 1}))
    await creators.learn([USER_ID, ""])
    assert creators.creator(USER_ID) == Creator(CreatorKind.USER, "M. Berg")


async def test_the_demo_store_has_people_keys_a_deleted_admin_and_medusa_itself(
    demo: Opened,
) -> None:
    page = await demo.services.keys.find(KeyQuery(), 0, 100)
    await demo.services.creators.learn(key.created_by for key in page.rows)
    kinds = {demo.services.creators.creator(key.created_by).kind for key in page.rows}
    assert {CreatorKind.USER, CreatorKind.DELETED, CreatorKind.MEDUSA} <= kinds
    created, _ = await demo.services.keys.create("Mine", KeyType.SECRET, None)
    await demo.services.creators.learn([created.key.created_by])
    assert demo.services.creators.creator(created.key.created_by).name == "Maya Lindqvist"
    assert isinstance(created.secret, SecretStr)
