"""Two-step sign-in of one's own account where answers get lost, calls come twice, or a server makes
codes of no use here."""

from __future__ import annotations

import asyncio
import json

import pytest
from pydantic import SecretStr
from starlette.types import Message

from medusa_console.demo.totp import code_at
from medusa_console.domain.errors import (
    CodeNeeded,
    NotDone,
    NoTwoStep,
    NoTwoStepFault,
    OutcomeUnknown,
)
from medusa_console.domain.store import DEMO_EMAIL
from medusa_console.domain.two_step import Enrolment, TwoStepState
from medusa_console.services.two_step import TwoStep
from tests.services.shop import Shop
from tests.ui.wiretap import Behaviour, Exchange, answer, broken, lost

FACTORS, CODES = "/auth/mfa/factors", "/auth/mfa/recovery-codes"
ONE, VERIFY = f"{FACTORS}/[^/]+", f"{FACTORS}/[^/]+/verify"

refuses_to_list = answer(500, {"type": "unknown_error", "message": "down"})


@pytest.fixture
def own(shop: Shop) -> TwoStep:
    return shop.services.two_step


def code(shop: Shop, begun: Enrolment) -> SecretStr:
    """What the app shows."""
    now = shop.services.clock.now().timestamp()
    return SecretStr(code_at(begun.secret.get_secret_value(), now))


async def turned_on(shop: Shop) -> Enrolment:
    own = shop.services.two_step
    begun = await own.begin(DEMO_EMAIL)
    await own.verify(begun, code(shop, begun))
    return begun


async def states(own: TwoStep) -> tuple[int, int]:
    """How many factors are enabled, and how many pending."""
    now: TwoStepState = await own.look()
    return len(now.enabled), len(now.pending)


async def with_eight_digits(exchange: Exchange) -> None:
    """The store does it, and tells the app to make codes of eight digits."""
    messages: list[Message] = []

    async def keep(message: Message) -> None:
        messages.append(message)

    await exchange.pass_on(keep)
    told = json.loads(b"".join(message.get("body", b"") for message in messages))
    told["otpauth_url"] += "&digits=8"
    await answer(200, told)(exchange)


async def test_a_set_up_that_was_not_finished_goes_before_a_new_one(
    shop: Shop, own: TwoStep
) -> None:
    first = await own.begin(DEMO_EMAIL)
    second = await own.begin(DEMO_EMAIL)
    assert first.factor.id != second.factor.id
    assert await states(own) == (0, 1)
    sent = [asked.method for asked in shop.tap.requests if asked.path.startswith(FACTORS)]
    assert sent == ["GET", "POST", "GET", "DELETE", "POST", "GET"]


async def test_what_is_asked_for_twice_at_once_is_sent_once(shop: Shop, own: TwoStep) -> None:
    begun, again = await asyncio.gather(own.begin(DEMO_EMAIL), own.begin(DEMO_EMAIL))
    assert begun == again
    assert shop.tap.count("POST", FACTORS) == 1
    right = code(shop, begun)
    await asyncio.gather(own.verify(begun, right), own.verify(begun, right))
    assert shop.tap.count("POST", VERIFY) == 1
    codes, same = await asyncio.gather(own.new_recovery_codes(), own.new_recovery_codes())
    assert codes == same
    assert shop.tap.count("POST", CODES) == 1
    await asyncio.gather(own.turn_off(), own.turn_off())
    assert shop.tap.count("DELETE", ONE) == 1
    assert await states(own) == (0, 0)


async def test_a_lost_answer_to_the_first_code_is_looked_up(shop: Shop, own: TwoStep) -> None:
    begun = await own.begin(DEMO_EMAIL)
    shop.tap.on("POST", VERIFY, broken, once=True)
    with pytest.raises(NotDone):
        await own.verify(begun, code(shop, begun))
    assert await states(own) == (0, 1)
    shop.tap.on("POST", VERIFY, lost, once=True)
    await own.verify(begun, code(shop, begun))
    assert await states(own) == (1, 0)
    assert shop.tap.count("POST", VERIFY) == 2, "one was repeated"


@pytest.mark.parametrize("wire", [lost, broken], ids=["done", "not done"])
async def test_without_a_list_a_lost_answer_is_neither_done_nor_refused(
    wire: Behaviour, shop: Shop, own: TwoStep
) -> None:
    begun = await own.begin(DEMO_EMAIL)
    shop.tap.on("POST", VERIFY, wire, once=True)
    shop.tap.on("GET", FACTORS, refuses_to_list)
    with pytest.raises(OutcomeUnknown) as unknown:
        await own.verify(begun, code(shop, begun))
    assert not isinstance(unknown.value, NotDone)
    shop.tap.calm()
    done = wire is lost
    assert await states(own) == ((1, 0) if done else (0, 1))


async def test_a_lost_answer_to_the_turning_off_is_looked_up(shop: Shop, own: TwoStep) -> None:
    await turned_on(shop)
    shop.tap.on("DELETE", ONE, broken, once=True)
    with pytest.raises(NotDone):
        await own.turn_off()
    assert await states(own) == (1, 0)
    shop.tap.on("DELETE", ONE, lost, once=True)
    await own.turn_off()
    assert await states(own) == (0, 0)
    assert shop.tap.count("DELETE", ONE) == 2, "one was repeated"


async def test_a_factor_that_the_store_no_longer_lists_is_off(shop: Shop, own: TwoStep) -> None:
    begun = await own.begin(DEMO_EMAIL)
    shop.tap.on("DELETE", ONE, broken, once=True)
    shop.tap.on("GET", FACTORS, answer(200, {"mfa_factors": []}))
    await own.abandon(begun.factor)
    gone = answer(404, {"type": "not_found", "message": "MFA factor not found"})
    shop.tap.on("DELETE", ONE, gone)
    await own.abandon(begun.factor)


async def test_a_set_up_that_was_finished_meanwhile_may_want_a_code(
    shop: Shop, own: TwoStep
) -> None:
    begun = await turned_on(shop)
    wants = "MFA method and code is required to disable this factor"
    shop.tap.on("DELETE", ONE, answer(400, {"type": "not_allowed", "message": wants}))
    with pytest.raises(CodeNeeded):
        await own.abandon(begun.factor)
    assert await states(own) == (1, 0)


async def test_lost_recovery_codes_are_not_made_a_second_time(shop: Shop, own: TwoStep) -> None:
    await turned_on(shop)
    shop.tap.on("POST", CODES, lost, once=True)
    with pytest.raises(OutcomeUnknown):
        await own.new_recovery_codes()
    assert shop.tap.count("POST", CODES) == 1
    assert len(await own.new_recovery_codes()) == 10


@pytest.mark.parametrize("left", [0, 1], ids=["removed", "not removable"])
async def test_codes_that_cannot_be_entered_here_are_not_set_up(
    left: int, shop: Shop, own: TwoStep
) -> None:
    shop.tap.on("POST", FACTORS, with_eight_digits)
    if left:
        shop.tap.on("DELETE", ONE, broken)
    with pytest.raises(NoTwoStep) as refused:
        await own.begin(DEMO_EMAIL)
    assert refused.value.fault is NoTwoStepFault.LONG_CODES
    assert await states(own) == (0, left)
