"""The sentences of the key doctor, whatever strangers have written into them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.errors import NoAnswer, ServerFault, Unreachable
from medusa_console.domain.key_doctor import Diagnosed, Diagnosis
from medusa_console.domain.key_requests import KeyRequest
from medusa_console.domain.key_slips import Slip
from medusa_console.domain.store import Environment, Store
from medusa_console.ui.words import key_doctor, request_slips

HOSTILE = "{store} <b>\u202e%1 {0}" + "x" * 50_000
STORE = Store("s", "{title} \u202e<i>", "https://shop.example", Environment.LIVE)
AT = datetime(2026, 11, 30, 4, 0, tzinfo=UTC)
ERRORS = (
    None,
    ServerFault("shop.example", 500),
    Unreachable("shop.example", NoAnswer.TIMEOUT, sent=True),
)


def record(**fields: object) -> ApiKey:
    return ApiKey.model_validate(
        {
            "id": "apk_1",
            "title": HOSTILE,
            "type": "secret",
            "redacted": "sk_012***def",
            "created_at": AT,
            "revoked_at": AT,
            "revoked_by": "user_1",
            **fields,
        }
    )


@pytest.mark.parametrize("diagnosis", Diagnosis)
@pytest.mark.parametrize("kind", [*KeyType, None])
def test_every_diagnosis_is_said_in_words_that_nobody_can_break(
    diagnosis: Diagnosis, kind: KeyType | None
) -> None:
    for error in ERRORS:
        for told_record in (None, record(), record(revoked_at=None)):
            for opened in (None, record(id="apk_2")):
                for slipped in (False, True):
                    told = Diagnosed(diagnosis, kind, told_record, AT, error, 5, roles=None)
                    headline = key_doctor.headline(told, STORE, slipped=slipped)
                    why = key_doctor.why(
                        told, STORE, opened=opened, who="{who} \u202e", slipped=slipped
                    )
                    assert headline
                    assert why
                    assert len(why) < 2_000, "it fits a label that wraps"
                    assert "{store}" not in headline
                    assert "\u202e" not in headline, "strangers' text is written out"


@pytest.mark.parametrize("slip", Slip)
def test_everything_that_can_be_wrong_is_said(slip: Slip) -> None:
    told = request_slips.slip(slip, KeyRequest(slips=(slip,), name="{name}\u202e", digits=1))
    assert told
    assert "\u202e" not in told


def test_each_kind_of_wrong_has_words_of_its_own() -> None:
    said = [request_slips.slip(slip, KeyRequest(slips=(slip,), name="x")) for slip in Slip]
    assert len(set(said)) == len(said)
