"""What a store asks after the password: a code, wrong, late, lost, or for a challenge that is
over."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from pydantic import SecretStr

from medusa_console.domain.errors import (
    ChallengeEnd,
    ChallengeOver,
    ConsoleError,
    MfaNeeded,
    MfaRequired,
    NoAdminAccount,
    OtherAccount,
    SignInNeeded,
    Unreachable,
    WrongCode,
    WrongPassword,
)
from medusa_console.domain.mfa import MfaChallenge, MfaCode
from medusa_console.domain.session import Ended
from medusa_console.services.session import Expired, Locked, SignedIn, SignedOut, SigningIn
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, login_token, mfa_login
from tests.faults.server import FaultServer
from tests.services.conftest import MAYA, PASSWORD_SECRET, REFRESH, SIGN_IN, Opened
from tests.services.sessions import (
    ME,
    OTHER_USER,
    expire,
    kinds,
    me,
    state_of,
    token_answer,
    token_of,
    watch,
)
from tests.waiting import until

VERIFY = "/auth/mfa/challenges/{}/verify"
FIRST, SECOND, THIRD = (f"authmfachal_{name}" for name in ("FIRST", "SECOND", "THIRD"))
WRONG = faults.refusal(400, "Invalid MFA challenge code", "not_allowed")
TOO_MANY = faults.refusal(400, "MFA challenge has too many failed attempts", "not_allowed")
COMPLETED = faults.refusal(400, "MFA challenge has already been completed", "not_allowed")
GONE = faults.refusal(404, 'MFA challenge with id "x" was not found', "not_found")
REFUSED = faults.refusal(401, "Invalid email or password", "unauthorized")
NO_FACTOR = faults.refusal(401, "MFA verification is required to complete this request")


class Phone:
    """A user who has `codes` to type, one after the other, and then none."""

    def __init__(self, *codes: str, method: str = "totp") -> None:
        self._codes = list(codes)
        self._method = method
        self.asked: list[MfaChallenge] = []
        self.told: list[ConsoleError | None] = []

    async def code(self, challenge: MfaChallenge, told: ConsoleError | None) -> MfaCode:
        self.asked.append(challenge)
        self.told.append(told)
        if not self._codes:
            await asyncio.Event().wait()
        return MfaCode(self._method, SecretStr(self._codes.pop(0)))

    async def verification(
        self, _email: str, _sent: bool, _told: ConsoleError | None
    ) -> SecretStr | None:
        raise AssertionError("no email is to be verified here")

    @property
    def kinds(self) -> list[object]:
        return [told.end if isinstance(told, ChallengeOver) else type(told) for told in self.told]


def challenging(server: FaultServer, *ids: str, **fields: Any) -> None:
    """The store answers the password with these challenges, one after the other."""
    answers = (faults.json_answer(mfa_login(id=one, **fields)) for one in ids)
    server.on("POST", SIGN_IN, *answers)


def codes(server: FaultServer, challenge: str) -> list[str]:
    """The codes that were sent to `challenge`."""
    path = VERIFY.format(challenge)
    return [one.json()["code"] for one in server.requests if one.path == path]


async def test_password_and_code_open_a_session_in_one_go(
    opened: Opened, server: FaultServer
) -> None:
    challenging(server, FIRST)
    token = login_token(mfa_enabled=True)
    server.on("POST", VERIFY.format(FIRST), token_answer(token))
    seen, phone = watch(opened.services.session), Phone("123456")
    await opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=True, steps=phone)
    assert kinds(seen) == [SigningIn, SignedIn]
    assert token_of(opened.services.session) == token
    assert phone.told == [None]
    assert len(opened.vault.kept) == 1


async def test_a_wrong_code_is_asked_for_again_and_the_attempts_are_counted(
    opened: Opened, server: FaultServer
) -> None:
    challenging(server, FIRST, attempts=1)
    server.on("POST", VERIFY.format(FIRST), WRONG, WRONG, token_answer(login_token()))
    phone = Phone("111111", "222222", "333333")
    await opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False, steps=phone)
    assert [one.attempts_left for one in phone.asked] == [4, 3, 2]
    assert phone.kinds == [type(None), WrongCode, WrongCode]
    assert codes(server, FIRST) == ["111111", "222222", "333333"]
    assert server.count("POST", SIGN_IN) == 1


@pytest.mark.parametrize("over", [GONE, COMPLETED])
async def test_a_challenge_that_is_gone_starts_again_with_the_same_password_and_code(
    over: faults.Behaviour, opened: Opened, server: FaultServer
) -> None:
    challenging(server, FIRST, SECOND)
    server.on("POST", VERIFY.format(FIRST), over)
    server.on("POST", VERIFY.format(SECOND), token_answer(login_token()))
    phone = Phone("123456")
    await opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False, steps=phone)
    assert len(phone.asked) == 1
    assert (codes(server, FIRST), codes(server, SECOND)) == (["123456"], ["123456"])
    bodies = [one.json() for one in server.requests if one.path == SIGN_IN]
    assert bodies == [{"email": MAYA, "password": PASSWORD}] * 2
    assert isinstance(state_of(opened.services.session), SignedIn)


async def test_a_code_that_is_too_old_for_the_new_challenge_is_asked_for_again(
    opened: Opened, server: FaultServer
) -> None:
    challenging(server, FIRST, SECOND)
    server.on("POST", VERIFY.format(FIRST), GONE)
    server.on("POST", VERIFY.format(SECOND), WRONG, token_answer(login_token()))
    phone = Phone("123456", "654321")
    await opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False, steps=phone)
    assert phone.kinds == [type(None), ChallengeEnd.GONE]
    assert [one.id for one in phone.asked] == [FIRST, SECOND]
    assert phone.asked[1].attempts_left == 4


async def test_after_too_many_attempts_a_new_challenge_asks_for_a_new_code(
    opened: Opened, server: FaultServer
) -> None:
    challenging(server, FIRST, SECOND)
    server.on("POST", VERIFY.format(FIRST), TOO_MANY)
    server.on("POST", VERIFY.format(SECOND), token_answer(login_token()))
    phone = Phone("111111", "222222")
    await opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False, steps=phone)
    assert phone.kinds == [type(None), ChallengeEnd.TOO_MANY]
    assert (codes(server, FIRST), codes(server, SECOND)) == (["111111"], ["222222"])


async def test_challenges_that_vanish_at_once_are_not_asked_for_without_end(
    opened: Opened, server: FaultServer
) -> None:
    challenging(server, FIRST, SECOND, THIRD)
    for one in (FIRST, SECOND):
        server.on("POST", VERIFY.format(one), GONE)
    server.on("POST", VERIFY.format(THIRD), token_answer(login_token()))
    phone = Phone("111111", "222222")
    await opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False, steps=phone)
    assert phone.kinds == [type(None), ChallengeEnd.GONE]
    assert server.count("POST", SIGN_IN) == 3
    assert codes(server, THIRD) == ["222222"]


async def test_a_method_that_the_new_challenge_does_not_take_is_asked_for_again(
    opened: Opened, server: FaultServer
) -> None:
    first, second = mfa_login(id=FIRST), mfa_login(id=SECOND, methods=["totp"])
    server.on("POST", SIGN_IN, faults.json_answer(first), faults.json_answer(second))
    server.on("POST", VERIFY.format(FIRST), COMPLETED)
    phone = Phone("82f3-c993", method="recovery_code")
    attempt = asyncio.create_task(
        opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False, steps=phone)
    )
    await until(lambda: len(phone.asked) == 2)
    assert phone.kinds == [type(None), ChallengeEnd.COMPLETED]
    assert codes(server, SECOND) == []
    attempt.cancel()
    with pytest.raises(asyncio.CancelledError):
        await attempt


async def test_after_a_lost_answer_the_same_challenge_is_tried_again(
    opened: Opened, server: FaultServer
) -> None:
    challenging(server, FIRST)
    server.on("POST", VERIFY.format(FIRST), faults.reset, token_answer(login_token()))
    phone = Phone("123456", "123456")
    await opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False, steps=phone)
    assert phone.kinds == [type(None), Unreachable]
    assert server.count("POST", SIGN_IN) == 1


async def test_a_store_that_is_not_back_yet_after_a_restart_is_asked_again_with_the_next_code(
    opened: Opened, server: FaultServer
) -> None:
    server.on(
        "POST",
        SIGN_IN,
        faults.json_answer(mfa_login(id=FIRST)),
        faults.reset,
        faults.json_answer(mfa_login(id=SECOND)),
    )
    server.on("POST", VERIFY.format(FIRST), GONE)
    server.on("POST", VERIFY.format(SECOND), token_answer(login_token()))
    phone = Phone("111111", "222222")
    await opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False, steps=phone)
    assert phone.kinds == [type(None), Unreachable]
    assert (codes(server, FIRST), codes(server, SECOND)) == (["111111"], ["222222"])


@pytest.mark.parametrize(
    ("second", "means"),
    [
        (REFUSED, WrongPassword),
        (token_answer(login_token(actor_id="")), NoAdminAccount),
        (faults.json_answer(mfa_login(methods=["sms"])), MfaRequired),
    ],
)
async def test_what_no_code_can_help_ends_the_sign_in(
    second: faults.Behaviour, means: type[ConsoleError], opened: Opened, server: FaultServer
) -> None:
    server.on("POST", SIGN_IN, faults.json_answer(mfa_login(id=FIRST)), second)
    server.on("POST", VERIFY.format(FIRST), GONE)
    seen = watch(opened.services.session)
    with pytest.raises(means):
        await opened.services.session.sign_in(
            MAYA, PASSWORD_SECRET, keep=False, steps=Phone("123456")
        )
    assert kinds(seen) == [SigningIn, SignedOut]


@pytest.mark.parametrize("methods", [["sms"], []])
async def test_a_factor_that_nobody_here_knows_is_not_asked_for(
    methods: list[str], opened: Opened, server: FaultServer
) -> None:
    challenging(server, FIRST, methods=methods)
    phone = Phone("123456")
    with pytest.raises(MfaRequired):
        await opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False, steps=phone)
    assert phone.asked == []
    assert isinstance(state_of(opened.services.session), SignedOut)


async def test_giving_up_at_the_code_leaves_nobody_signed_in(
    opened: Opened, server: FaultServer
) -> None:
    challenging(server, FIRST)
    phone = Phone()
    attempt = asyncio.create_task(
        opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=True, steps=phone)
    )
    await until(lambda: phone.asked)
    attempt.cancel()
    with pytest.raises(asyncio.CancelledError):
        await attempt
    assert state_of(opened.services.session) == SignedOut(Ended.NEVER)
    assert codes(server, FIRST) == []
    assert opened.vault.calls == []


# The rules of an arriving session hold for one with a code as well


async def test_a_session_that_ended_goes_on_with_password_and_code(
    signed_in: Opened, server: FaultServer
) -> None:
    await expire(signed_in, server)
    challenging(server, FIRST)
    server.on("POST", VERIFY.format(FIRST), token_answer(login_token()))
    seen = watch(signed_in.services.session)
    await signed_in.services.session.sign_in(
        MAYA, PASSWORD_SECRET, keep=False, steps=Phone("123456")
    )
    assert kinds(seen) == [SignedIn]


async def test_a_locked_session_is_unlocked_with_password_and_code(
    signed_in: Opened, server: FaultServer
) -> None:
    session = signed_in.services.session
    session.lock()
    challenging(server, FIRST)
    server.on("POST", VERIFY.format(FIRST), token_answer(login_token()))
    await session.unlock(PASSWORD_SECRET, Phone("123456"))
    assert isinstance(state_of(session), SignedIn)


async def test_a_lock_while_the_code_is_typed_wins(opened: Opened, server: FaultServer) -> None:
    challenging(server, FIRST)
    session, phone = opened.services.session, Phone("123456")
    server.on("POST", VERIFY.format(FIRST), token_answer(login_token()))

    class Locking(Phone):
        async def code(self, challenge: MfaChallenge, told: ConsoleError | None) -> MfaCode:
            session.lock()
            return await phone.code(challenge, told)

    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False, steps=Locking())
    assert isinstance(state_of(session), Locked)


async def test_another_lock_while_the_code_is_typed_forgets_the_unlock(
    signed_in: Opened, server: FaultServer
) -> None:
    session = signed_in.services.session
    session.lock()
    challenging(server, FIRST)
    server.on("POST", VERIFY.format(FIRST), token_answer(login_token()))

    class Locking(Phone):
        async def code(self, challenge: MfaChallenge, told: ConsoleError | None) -> MfaCode:
            session.lock()
            return await super().code(challenge, told)

    await session.unlock(PASSWORD_SECRET, Locking("123456"))
    assert isinstance(state_of(session), Locked)


async def test_a_code_of_another_account_takes_down_the_first_ones_pages(
    signed_in: Opened, server: FaultServer
) -> None:
    await expire(signed_in, server)
    challenging(server, FIRST)
    server.on("POST", VERIFY.format(FIRST), token_answer(login_token(actor_id=OTHER_USER)))
    seen = watch(signed_in.services.session)
    await signed_in.services.session.sign_in(
        MAYA, PASSWORD_SECRET, keep=False, steps=Phone("123456")
    )
    assert seen[0] == SignedOut(Ended.OTHER_ACCOUNT)
    assert kinds(seen) == [SignedOut, SignedIn]


# A 401 about the second factor


async def test_a_session_without_its_second_factor_ends_as_that_and_is_not_refreshed(
    signed_in: Opened, server: FaultServer
) -> None:
    server.on("GET", ME, NO_FACTOR)
    with pytest.raises(MfaNeeded):
        await signed_in.services.users.me()
    state = state_of(signed_in.services.session)
    assert isinstance(state, Expired)
    assert state.second_factor
    assert server.count("POST", REFRESH) == 0
    assert server.count("GET", ME) == 1


async def test_a_session_that_has_just_ended_is_not_said_to_lack_a_factor(
    signed_in: Opened, server: FaultServer
) -> None:
    await expire(signed_in, server)
    state = state_of(signed_in.services.session)
    assert isinstance(state, Expired)
    assert not state.second_factor


async def test_a_refresh_that_asks_for_a_second_factor_ends_the_session_as_that(
    signed_in: Opened, server: FaultServer
) -> None:
    server.on("POST", REFRESH, faults.json_answer(mfa_login()))
    with pytest.raises(SignInNeeded):
        await signed_in.services.session.refresh()
    state = state_of(signed_in.services.session)
    assert isinstance(state, Expired)
    assert state.second_factor


# Confirming who is there


async def test_confirming_goes_on_with_the_new_session(
    signed_in: Opened, server: FaultServer
) -> None:
    challenging(server, FIRST)
    fresh = login_token(age=5)
    server.on("POST", VERIFY.format(FIRST), token_answer(fresh))
    session = signed_in.services.session
    seen = watch(session)
    await session.confirm(PASSWORD_SECRET, Phone("123456"))
    assert kinds(seen) == [SignedIn]
    assert token_of(session) == fresh
    server.on("GET", ME, me())
    await signed_in.services.users.me()
    assert server.last("GET", ME).headers["authorization"] == f"Bearer {fresh}"


@pytest.mark.parametrize("keep", [True, False])
async def test_a_confirmed_session_is_kept_as_the_old_one_was(
    keep: bool, opened: Opened, server: FaultServer
) -> None:
    session = opened.services.session
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=keep)
    fresh = login_token(age=5)
    server.on("POST", SIGN_IN, token_answer(fresh))
    await session.confirm(PASSWORD_SECRET)
    if not keep:
        assert opened.vault.calls == []
        return
    await until(
        lambda: [one.token.get_secret_value() for one in opened.vault.kept.values()] == [fresh]
    )


@pytest.mark.parametrize(
    ("behaviour", "means"),
    [
        (REFUSED, WrongPassword),
        (faults.reset, Unreachable),
        (token_answer(login_token(actor_id=OTHER_USER)), OtherAccount),
        (token_answer(login_token(actor_id="")), NoAdminAccount),
        (faults.json_answer(mfa_login()), MfaRequired),
    ],
)
async def test_what_proves_nothing_leaves_the_session_as_it_is(
    behaviour: faults.Behaviour,
    means: type[ConsoleError],
    signed_in: Opened,
    server: FaultServer,
) -> None:
    session = signed_in.services.session
    before = token_of(session)
    server.on("POST", SIGN_IN, behaviour)
    seen = watch(session)
    with pytest.raises(means):
        await session.confirm(PASSWORD_SECRET)
    assert seen == []
    assert token_of(session) == before


@pytest.mark.parametrize("meanwhile", ["lock", "sign out"])
async def test_a_session_that_is_locked_or_over_meanwhile_is_not_confirmed(
    meanwhile: str, signed_in: Opened, server: FaultServer
) -> None:
    session = signed_in.services.session
    challenging(server, FIRST)
    server.on("POST", VERIFY.format(FIRST), token_answer(login_token()))

    class Leaving(Phone):
        async def code(self, challenge: MfaChallenge, told: ConsoleError | None) -> MfaCode:
            if meanwhile == "lock":
                session.lock()
            else:
                await session.sign_out()
            return await super().code(challenge, told)

    with pytest.raises(SignInNeeded):
        await session.confirm(PASSWORD_SECRET, Leaving("123456"))
    assert isinstance(state_of(session), Locked if meanwhile == "lock" else SignedOut)


async def test_nobody_can_be_confirmed_who_is_not_signed_in(
    opened: Opened, server: FaultServer
) -> None:
    with pytest.raises(SignInNeeded):
        await opened.services.session.confirm(PASSWORD_SECRET)
    assert server.count("POST", SIGN_IN) == 0


async def test_a_refresh_under_way_while_somebody_confirms_changes_nothing(
    signed_in: Opened, server: FaultServer
) -> None:
    session = signed_in.services.session
    server.on("POST", REFRESH, faults.never)
    refreshing = asyncio.create_task(session.refresh())
    await until(lambda: server.count("POST", REFRESH))
    fresh = login_token(age=5)
    server.on("POST", SIGN_IN, token_answer(fresh))
    await session.confirm(PASSWORD_SECRET)
    assert token_of(session) == fresh
    refreshing.cancel()
    await asyncio.gather(refreshing, return_exceptions=True)
