"""A key's true state, and what its record never holds."""

from __future__ import annotations

import base64
import copy
import logging
import pickle
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import SecretStr, ValidationError

from medusa_console.domain import policy, tokens
from medusa_console.domain.api_key import (
    ApiKey,
    CreatedKey,
    KeyState,
    KeyType,
    PendingKey,
    StateKind,
)
from medusa_console.domain.errors import Invalid

NOW = datetime(2026, 11, 23, 5, tzinfo=UTC)
TICK = timedelta(microseconds=1)
SECRET = "sk_" + "0123456789abcdef" * 4
PUBLIC = "pk_" + "0123456789abcdef" * 4


def record(**fields: Any) -> dict[str, Any]:
    return {
        "id": "apk_1",
        "title": "ERP",
        "type": "secret",
        "token": "",
        "redacted": "sk_012***def",
        "created_at": NOW,
        "created_by": "user_1",
        **fields,
    }


def key(**fields: Any) -> ApiKey:
    return ApiKey.model_validate(record(**fields))


# State


@pytest.mark.parametrize(
    ("revoked_at", "kind"),
    [
        (None, StateKind.ACTIVE),
        (NOW - TICK, StateKind.REVOKED),
        (NOW, StateKind.WORKS_UNTIL),
        (NOW + TICK, StateKind.WORKS_UNTIL),
    ],
)
def test_a_key_is_revoked_only_once_its_time_has_surely_passed(
    revoked_at: datetime | None, kind: StateKind
) -> None:
    assert key(revoked_at=revoked_at).state(NOW) == KeyState(kind, revoked_at)


def test_what_may_be_done_follows_from_the_state() -> None:
    active, scheduled, revoked = (
        KeyState(StateKind.ACTIVE),
        KeyState(StateKind.WORKS_UNTIL, NOW),
        KeyState(StateKind.REVOKED, NOW),
    )
    assert [state.works for state in (active, scheduled, revoked)] == [True, True, False]
    assert [policy.may_revoke(state) for state in (active, scheduled, revoked)] == [
        True,
        True,
        False,
    ]
    assert [policy.may_delete(state) for state in (active, scheduled, revoked)] == [
        False,
        False,
        True,
    ]


# Secrets


def printed(*things: object) -> str:
    return "".join(f"{thing}{thing!r}" for thing in things)


@pytest.mark.parametrize("kind", ["secret", "publishable"])
def test_a_secret_key_in_a_record_is_dropped_and_reported(
    kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    found = key(type=kind, token=SECRET)
    assert found.token is None
    assert len(caplog.records) == 1
    assert SECRET not in printed(found) + caplog.text


@pytest.mark.parametrize("name", ["title", "redacted", "created_by", "revoked_by", "id"])
def test_a_secret_key_in_any_field_is_masked_and_reported(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    found = key(**{name: f"my {SECRET}!"})
    assert found.model_dump()[name] == "my sk_012***def!"
    assert name in caplog.text
    assert SECRET not in printed(found, found.model_dump()) + caplog.text


def test_a_publishable_key_is_kept_and_still_not_printed(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    found = key(type="publishable", token=PUBLIC)
    assert found.token == SecretStr(PUBLIC)
    assert PUBLIC not in printed(found) + found.model_dump_json() + caplog.text
    assert caplog.records == []


@pytest.mark.parametrize("token", ["", None, "ab" * 64])
def test_what_is_not_a_key_is_no_token_of_a_secret_key(token: str | None) -> None:
    assert key(token=token).token is None


def test_what_medusa_made_itself_has_no_creator() -> None:
    for creator in ("", None):
        assert key(created_by=creator).created_by == ""


@pytest.mark.parametrize("change", [{"created_at": SECRET}, {"type": SECRET}, {"id": [SECRET]}])
def test_a_record_that_cannot_be_read_is_not_printed(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as caught:
        key(token=SECRET, **change)
    assert SECRET not in printed(caught.value)


def test_a_created_key_is_neither_printable_nor_picklable_nor_copied() -> None:
    created = CreatedKey(key(), SecretStr(SECRET))
    assert SECRET not in printed(created, [created], created.secret, created.key)
    with pytest.raises(TypeError):
        pickle.dumps(created)
    for duplicate in (copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            duplicate(created)
    assert not hasattr(created, "__dict__")


@pytest.mark.parametrize("title", [SECRET, f"backup_{PUBLIC}_old"])
def test_a_title_must_not_hold_a_key(title: str) -> None:
    with pytest.raises(Invalid) as caught:
        policy.check_title(title)
    assert caught.value.field == "title"
    assert title not in printed(caught.value)
    policy.check_title("ERP nightly sync, sk_012***def")


@settings(max_examples=50)
@given(st.dictionaries(st.sampled_from(sorted(record())), st.none() | st.integers() | st.text()))
def test_any_record_is_read_or_refused(fields: dict[str, Any]) -> None:
    try:
        found = key(**fields)
    except ValidationError:
        return
    assert found.state(NOW).kind in StateKind


# What a lost creation may have made


LINE = PendingKey(
    "1",
    "https://store.example",
    "user_1",
    "ERP",
    KeyType.SECRET,
    started_at=NOW,
    newest_before=NOW - timedelta(seconds=30),
)


def test_the_key_of_a_lost_creation_is_recognised() -> None:
    assert LINE.may_be(key())
    assert LINE.may_be(key(created_at=NOW - timedelta(seconds=29)))
    assert LINE.may_be(key(created_at=NOW + timedelta(minutes=9)))
    assert replace(LINE, newest_before=None).may_be(key(created_at=NOW - timedelta(seconds=59)))


@pytest.mark.parametrize(
    "other",
    [
        {"title": "erp"},
        {"type": "publishable"},
        {"created_by": "user_2"},
        {"created_by": ""},
        {"created_at": NOW - timedelta(seconds=30)},
        {"created_at": NOW - timedelta(days=1)},
        {"created_at": NOW + timedelta(minutes=10)},
    ],
)
def test_another_key_is_not_taken_for_it(other: dict[str, Any]) -> None:
    assert not LINE.may_be(key(**other))


def test_without_a_bound_an_old_key_of_the_same_title_is_not_taken_for_it() -> None:
    line = replace(LINE, newest_before=None)
    assert not line.may_be(key(created_at=NOW - timedelta(minutes=1)))


HEX = SECRET[3:]
NEAR_KEYS = {
    "cut": SECRET[:-1],
    "cut short": SECRET[:20],
    "escaped": f"sk\\_{HEX}",
    "in capitals": SECRET.upper(),
    "in base64": base64.b64encode(f"{SECRET}:".encode()).decode(),
    "without a prefix": HEX,
}
FIELDS: dict[str, Callable[[str], dict[str, Any]]] = {
    "title": lambda text: {"title": text},
    "redacted": lambda text: {"redacted": text},
    "created_by": lambda text: {"created_by": text},
    "channel": lambda text: {"sales_channels": [{"id": "sc_1", "name": text}]},
    "channel without a name": lambda text: {"sales_channels": [{"id": text}]},
}


@pytest.mark.parametrize("field", FIELDS.values(), ids=list(FIELDS))
@pytest.mark.parametrize("near", NEAR_KEYS.values(), ids=list(NEAR_KEYS))
def test_what_may_be_a_key_is_masked_in_every_text(
    near: str, field: Callable[[str], dict[str, Any]]
) -> None:
    dumped = key(**field(f"for {near}")).model_dump_json()
    assert near not in dumped
    assert HEX[:8] not in dumped.lower()
    assert not tokens.may_hold_a_key(dumped)


@pytest.mark.parametrize(
    "token",
    [
        f" {SECRET}",
        f"key {SECRET}",
        SECRET.upper(),
        f"sk\\_{HEX}",
        f"pk_{SECRET}",
        HEX,
        PUBLIC[:-1],
    ],
)
def test_only_a_whole_publishable_key_counts_as_one(token: str) -> None:
    assert key(type="publishable", token=token).token is None
