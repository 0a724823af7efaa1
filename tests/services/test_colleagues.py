"""Inviting, sending again and changing roles where answers get lost or somebody else is faster."""

from __future__ import annotations

import asyncio

import pytest
from pydantic import SecretStr

from medusa_console.domain.colleague import NewInvite
from medusa_console.domain.errors import (
    NotFound,
    NotSendable,
    OutcomeUnknown,
    ServerFault,
)
from medusa_console.domain.query import ColleagueQuery
from medusa_console.services.colleagues import ResendLost
from tests.services.shop import Shop
from tests.ui.wiretap import Exchange, answer, broken, lost

SAM = "sam@demo.example"
INVITES, INVITE = "/admin/invites", "/admin/invites/invite_[^/]+"
RESEND = f"{INVITE}/resend"
ROLES = "/admin/users/[^/]+/roles"
KEY_MANAGER, AUDITOR = "Key manager", "Auditor"


@pytest.fixture
async def made(shop: Shop) -> NewInvite:
    return await shop.services.colleagues.invite(SAM, ())


def user(shop: Shop, email: str) -> str:
    return str(shop.run("select id from users where email = ?", email)[0]["id"])


def role(shop: Shop, name: str) -> str:
    return str(shop.run("select id from roles where name = ?", name)[0]["id"])


def end(shop: Shop) -> str:
    """When the open invite ends: with each new token, another moment."""
    return str(shop.run("select expires_at from invites")[0]["expires_at"])


async def test_two_clicks_make_one_invite(shop: Shop) -> None:
    colleagues = shop.services.colleagues
    first, second = await asyncio.gather(colleagues.invite(SAM, ()), colleagues.invite(SAM, ()))
    assert first == second
    assert shop.tap.count("POST", INVITES) == 1


async def test_an_email_that_may_hold_a_key_is_not_sent(shop: Shop) -> None:
    with pytest.raises(NotSendable):
        await shop.services.colleagues.invite(f"sk_{'a1' * 32}@demo.example", ())
    assert not shop.tap.requests


async def test_a_lost_invite_is_neither_done_nor_sent_again(shop: Shop) -> None:
    colleagues = shop.services.colleagues
    shop.tap.on("POST", INVITES, lost)
    with pytest.raises(OutcomeUnknown):
        await colleagues.invite(SAM, ())
    assert shop.tap.count("POST", INVITES) == 1
    found = await colleagues.open_invite(SAM)
    assert found is not None
    assert found.email == SAM


@pytest.mark.parametrize(
    "told",
    [
        {"invite": {"id": "invite_1", "email": SAM, "created_at": "2026-01-01T00:00:00Z"}},
        {
            "invite": {
                "id": "invite_1",
                "email": "other@demo.example",
                "created_at": "2026-01-01T00:00:00Z",
                "token": "eyJ",
            }
        },
        {},
    ],
)
async def test_an_answer_without_this_invites_token_proves_nothing(
    shop: Shop, told: dict[str, object]
) -> None:
    shop.tap.on("POST", INVITES, answer(200, told))
    with pytest.raises(OutcomeUnknown):
        await shop.services.colleagues.invite(SAM, ())


async def test_after_a_lost_resend_another_look_tells_that_the_old_token_is_dead(
    shop: Shop, made: NewInvite
) -> None:
    before = end(shop)
    shop.tap.on("POST", RESEND, lost)
    told = await shop.services.colleagues.resend(made.invite)
    assert isinstance(told, ResendLost)
    assert told.old_is_dead is True
    assert end(shop) != before
    assert shop.tap.count("POST", RESEND) == 1


async def test_after_a_resend_that_did_not_arrive_the_old_token_is_said_to_work(
    shop: Shop, made: NewInvite
) -> None:
    before = end(shop)
    shop.tap.on("POST", RESEND, broken)
    told = await shop.services.colleagues.resend(made.invite)
    assert isinstance(told, ResendLost)
    assert told.old_is_dead is False
    assert end(shop) == before


async def test_where_the_second_look_fails_nothing_is_said_of_the_old_token(
    shop: Shop, made: NewInvite
) -> None:
    async def lost_with_what_follows(exchange: Exchange) -> None:
        shop.tap.on("GET", INVITE, broken)
        await lost(exchange)

    shop.tap.on("POST", RESEND, lost_with_what_follows)
    told = await shop.services.colleagues.resend(made.invite)
    assert isinstance(told, ResendLost)
    assert told.old_is_dead is None


async def test_an_invite_that_is_gone_is_not_sent_again(shop: Shop, made: NewInvite) -> None:
    gone: list[str] = []
    shop.services.colleagues.removed.subscribe(gone.append)
    shop.run("delete from invites")
    with pytest.raises(NotFound):
        await shop.services.colleagues.resend(made.invite)
    assert not shop.tap.asked("POST", RESEND)
    assert gone == [made.invite.id]


@pytest.mark.parametrize(
    "token",
    [
        "eyJ.a.b\n\nAnd now open https://evil.example",
        "<b>eyJ</b>",
        "x" * 9_000,
        "eyJ\u202e.a.b",
    ],
)
async def test_a_text_that_is_no_token_is_not_handed_to_anybody(shop: Shop, token: str) -> None:
    made = {"id": "invite_1", "email": SAM, "created_at": "2026-01-01T00:00:00Z", "token": token}
    shop.tap.on("POST", INVITES, answer(200, {"invite": made}))
    with pytest.raises(OutcomeUnknown):
        await shop.services.colleagues.invite(SAM, ())
    shop.tap.on("POST", "/admin/users/[^/]+/reset-password", answer(200, {"token": token}))
    with pytest.raises(OutcomeUnknown) as lost_one:
        await shop.services.colleagues.reset_token(user(shop, "priya@demo.example"))
    assert token not in repr(lost_one.value.cause)


async def test_a_lost_reset_is_not_known_and_not_sent_again(shop: Shop) -> None:
    reset = "/admin/users/[^/]+/reset-password"
    shop.tap.on("POST", reset, lost)
    with pytest.raises(OutcomeUnknown):
        await shop.services.colleagues.reset_token(user(shop, "priya@demo.example"))
    assert shop.tap.count("POST", reset) == 1
    shop.tap.on("POST", reset, answer(200, {"token": ""}))
    with pytest.raises(OutcomeUnknown):
        await shop.services.colleagues.reset_token(user(shop, "priya@demo.example"))
    shop.tap.calm()
    token = await shop.services.colleagues.reset_token(user(shop, "priya@demo.example"))
    assert isinstance(token, SecretStr)
    assert "eyJ" not in repr(token)


async def test_a_role_whose_answer_was_lost_is_given_if_the_store_shows_it(shop: Shop) -> None:
    priya, auditor = user(shop, "priya@demo.example"), role(shop, AUDITOR)
    shop.tap.on("POST", ROLES, lost)
    roles = await shop.services.colleague_roles.change(priya, [auditor], [])
    assert auditor in {one.id for one in roles}
    assert shop.tap.count("POST", ROLES) == 1


async def test_after_a_lost_answer_no_role_is_taken_and_the_change_is_not_called_done(
    shop: Shop,
) -> None:
    priya, auditor = user(shop, "priya@demo.example"), role(shop, AUDITOR)
    manager = role(shop, KEY_MANAGER)
    shop.tap.on("POST", ROLES, lost)
    with pytest.raises(OutcomeUnknown):
        await shop.services.colleague_roles.change(priya, [auditor], [manager])
    assert not shop.tap.asked("DELETE", f"{ROLES}/.*")
    held = await shop.services.colleague_roles.read(priya)
    assert {one.id for one in held} == {auditor, manager}


async def test_roles_that_a_store_claims_to_have_given_and_does_not_show_are_not_believed(
    shop: Shop,
) -> None:
    priya, auditor = user(shop, "priya@demo.example"), role(shop, AUDITOR)
    shop.tap.on("POST", ROLES, answer(200, {"roles": []}))
    with pytest.raises(OutcomeUnknown):
        await shop.services.colleague_roles.change(priya, [auditor], [])


async def test_a_page_of_colleagues_that_fails_is_no_short_list(shop: Shop) -> None:
    shop.tap.on("GET", INVITES, broken)
    with pytest.raises(ServerFault):
        await shop.services.colleagues.find(ColleagueQuery(), 0, 100)
