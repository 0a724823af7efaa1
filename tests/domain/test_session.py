"""What a login token opens, and when it is refreshed."""

from __future__ import annotations

import base64
import itertools
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import SecretStr

from medusa_console.domain.errors import CustomerLogin, NoAdminAccount, NotASession
from medusa_console.domain.session import Session, read_context, read_session

IAT = 1_795_410_095
CLAIMS = {
    "actor_id": "user_1",
    "actor_type": "user",
    "auth_identity_id": "authid_1",
    "app_metadata": {"user_id": "user_1", "roles": ["role_super_admin"]},
    "user_metadata": {"canary": "personal"},
    "iat": IAT,
    "exp": IAT + 86_400,
}


def token(**claims: Any) -> str:
    """A token with these claims, however odd; its signature is the server's business."""
    payload = base64.urlsafe_b64encode(json.dumps(CLAIMS | claims).encode()).decode()
    return f"eyJhbGciOiJIUzI1NiJ9.{payload.rstrip('=')}.c2lnbmF0dXJl"


def read(text: str) -> Session:
    return read_session(text, origin="https://store.example", email="maya@example.com")


def session(life: timedelta) -> Session:
    begin = datetime.fromtimestamp(IAT, UTC)
    return Session(
        "https://s.example", "m@x.example", "user_1", SecretStr("t"), begin, begin + life, begin
    )


def test_an_admins_token_is_a_session() -> None:
    text = token()
    found = read(text)
    assert (found.user_id, found.email) == ("user_1", "maya@example.com")
    assert found.issued_at == datetime.fromtimestamp(IAT, UTC)
    assert found.expires_at - found.issued_at == timedelta(days=1)
    assert found.token.get_secret_value() == text
    assert text not in f"{found}{found!r}"
    assert "personal" not in f"{found}{found!r}"


@pytest.mark.parametrize(
    ("claims", "means"),
    [
        ({"actor_type": "customer", "actor_id": "cus_1"}, CustomerLogin),
        ({"actor_id": "", "app_metadata": {"customer_id": "cus_1"}}, CustomerLogin),
        ({"actor_id": ""}, NoAdminAccount),
        ({"actor_type": "made-up"}, NoAdminAccount),
        ({"actor_id": None}, NotASession),
        ({"iat": "soon"}, NotASession),
        ({"exp": 10**20}, NotASession),
        ({"exp": -(10**20)}, NotASession),
        ({"exp": 1e400}, NotASession),
        ({"app_metadata": []}, NotASession),
    ],
)
def test_a_token_without_an_admin_behind_it_says_what_it_is(
    claims: dict[str, Any], means: type[NotASession]
) -> None:
    text = token(**claims)
    with pytest.raises(NotASession) as caught:
        read(text)
    assert type(caught.value) is means
    assert text not in f"{caught.value}{caught.value!r}"


@pytest.mark.parametrize(
    "text",
    ["", "x", "a.b", "a.b.c", "..", "a..c", "a.b.c.d", "sk_" + "0" * 64, "eyJ.eyJ.x",
     "Ä." * 3, token() + "\r\nX: y", token() + " ", " " + token(), token().replace(".", ".é")],
)  # fmt: skip
def test_what_is_no_token_opens_nothing(text: str) -> None:
    with pytest.raises(NotASession):
        read(text)


@settings(max_examples=25)
@given(st.text())
def test_any_text_is_a_session_or_none(text: str) -> None:
    with pytest.raises(NotASession):
        read(text)


claims = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@settings(max_examples=50)
@given(st.dictionaries(st.sampled_from(sorted(CLAIMS)), claims))
def test_any_claims_are_a_session_or_none(changed: dict[str, Any]) -> None:
    try:
        found = read(token(**changed))
    except NotASession:
        return
    assert found.user_id
    assert 0 < found.next_look(found.issued_at) <= 60
    f"Bearer {found.token.get_secret_value()}".encode("ascii")


@pytest.mark.parametrize(
    ("life", "due"),
    [
        (timedelta(days=1), timedelta(days=1) * 0.8),
        (timedelta(hours=1), timedelta(minutes=48)),
        (timedelta(minutes=30), timedelta(minutes=20)),
        (timedelta(minutes=11), timedelta(minutes=1)),
        (timedelta(minutes=10), timedelta(minutes=8)),
        (timedelta(seconds=5), timedelta(seconds=4)),
    ],
)
def test_a_refresh_is_due_at_four_fifths_or_ten_minutes_before_the_end(
    life: timedelta, due: timedelta
) -> None:
    found = session(life)
    assert found.refresh_due - found.issued_at == due


def test_a_refresh_that_is_due_is_overslept_by_no_more_than_its_timer_is_late() -> None:
    timers: dict[str, Callable[[float], float]] = {
        "a millisecond early": lambda nap: nap - 0.001,
        "5 % early": lambda nap: nap * 0.95,
        "on time": lambda nap: nap,
        "20 ms late": lambda nap: nap + 0.02,
        "as late again as it is long": lambda nap: nap * 2,
    }
    for (name, fires), life in itertools.product(timers.items(), [2, 5, 59, 600, 3_600, 86_400]):
        found = session(timedelta(seconds=life))
        now, late = found.refresh_due - timedelta(seconds=min(life * 0.8, 200)), 0.0
        while now < found.refresh_due:
            nap = found.next_look(now)
            passed = max(fires(nap), 0.000_001)
            now, late = now + timedelta(seconds=passed), max(passed - nap, 0.0)
        assert now - found.refresh_due <= timedelta(seconds=late + 0.000_01), (life, name)
        assert now < found.expires_at, (life, name)


def test_a_refresh_that_fails_is_tried_again_several_times_before_the_end() -> None:
    for life in (2, 5, 20, 59, 600, 3_600, 86_400):
        found = session(timedelta(seconds=life))
        now, tries = found.refresh_due, 0
        while now < found.expires_at:
            now += timedelta(seconds=found.next_look(now))
            tries += 1
        assert tries >= 2 if life == 2 else tries >= 4, life


def test_the_next_look_is_never_long_and_never_busy() -> None:
    day = session(timedelta(days=1))
    assert day.next_look(day.issued_at) == 60
    assert day.next_look(day.refresh_due) == 60
    assert day.next_look(day.expires_at + timedelta(days=9)) == 60
    for life in (timedelta(), timedelta(seconds=-9), timedelta(seconds=1)):
        short = session(life)
        assert 0.2 <= short.next_look(short.expires_at) <= 1


def test_the_context_of_a_session_is_what_its_token_says_and_prints_nothing_personal() -> None:
    context = read_context(read(token(auth_provider="emailpass")))
    assert (context.actor_id, context.actor_type) == ("user_1", "user")
    assert context.auth_provider == "emailpass"
    assert context.auth_identity_id == CLAIMS["auth_identity_id"]
    assert context.app_metadata == CLAIMS["app_metadata"]
    assert "app_metadata" not in repr(context)


def test_a_session_begins_with_its_token_unless_it_carries_another_on() -> None:
    found = read(token())
    assert found.began_at == found.issued_at
    earlier = found.issued_at - timedelta(hours=3)
    carried_on = read_session(token(), origin="https://s.example", email="m", began_at=earlier)
    assert carried_on.began_at == earlier
    assert carried_on.issued_at == found.issued_at
