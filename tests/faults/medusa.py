"""Answers as a Medusa gives them, for the fault server to give or to spoil."""

from __future__ import annotations

import time
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt

SECRET = "sk_" + "5ec2e7" * 10 + "beef"
REDACTED = "sk_5ec***eef"
PASSWORD = "correct-horse-canary"
KEY_ID = "apk_01M0000000000000000000KEY1"
USER_ID = "user_01M0000000000000000000ME"
CUSTOMER_ID = "cus_01M000000000000000000ANNA"
EMAIL = "anna.canary@example.com"


def login_token(*, life: int = 86_400, age: int = 0, **claims: Any) -> str:
    """A JWT as Medusa signs them, unlike every other; `life` and `age` in seconds."""
    issued = int(time.time()) - age
    return jwt.encode(
        {
            "actor_id": USER_ID,
            "actor_type": "user",
            "auth_identity_id": "authid_01",
            "app_metadata": {"user_id": USER_ID},
            "iat": issued,
            "exp": issued + life,
            "jti": uuid.uuid4().hex,
            **claims,
        },
        "a signing key that no test needs to know",
    )


def mfa_login(*, seconds: float = 300, **challenge: Any) -> dict[str, Any]:
    """The answer to a password when the account has a second factor; its challenge lasts for
    `seconds`."""
    return {
        "mfa_required": True,
        "mfa_challenge": {
            "id": f"authmfachal_{uuid.uuid4().hex[:26].upper()}",
            "auth_identity_id": "authid_01",
            "auth_provider": "emailpass",
            "methods": ["totp", "recovery_code"],
            "expires_at": ago(seconds=-seconds),
            "attempts": 0,
            "max_attempts": 5,
            "completed_at": None,
            "metadata": None,
            **challenge,
        },
        "token": login_token(actor_id="", mfa_enabled=True),
    }


def stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def ago(**units: float) -> str:
    return stamp(datetime.now(UTC) - timedelta(**units))


# One moment for all records, so that their order in a list never hangs on how long it took to make
# them.
YESTERDAY = ago(days=1)


def key_record(**fields: Any) -> dict[str, Any]:
    """A secret key as lists and single reads show it."""
    return {
        "id": KEY_ID,
        "title": "ERP nightly sync",
        "token": "",
        "redacted": REDACTED,
        "type": "secret",
        "last_used_at": None,
        "created_at": YESTERDAY,
        "updated_at": YESTERDAY,
        "created_by": USER_ID,
        "revoked_at": None,
        "revoked_by": None,
        "sales_channels": [],
        **fields,
    }


def one(**fields: Any) -> dict[str, Any]:
    return {"api_key": key_record(**fields)}


def born(**fields: Any) -> dict[str, Any]:
    """The answer to a create."""
    token = f"pk_{SECRET[3:]}" if fields.get("type") == "publishable" else SECRET
    record = key_record(created_at=ago(seconds=0), token=token, deleted_at=None, **fields)
    del record["sales_channels"]
    return {"api_key": record}


def listing(*records: dict[str, Any], count: int | None = None) -> dict[str, Any]:
    number = len(records) if count is None else count
    return {"api_keys": list(records), "count": number, "offset": 0, "limit": 20}


def customer_token(customer_id: str = CUSTOMER_ID, **claims: Any) -> str:
    """The JWT of a customer's sign-in; "" for an identity without a customer."""
    known = {"customer_id": customer_id} if customer_id else {}
    actor = {"actor_id": customer_id, "actor_type": "customer", "app_metadata": known}
    return login_token(**{**actor, **claims})


def customer_record(**fields: Any) -> dict[str, Any]:
    """An account as the console asks for it; the store's own answers have more fields."""
    return {
        "id": CUSTOMER_ID,
        "email": EMAIL,
        "first_name": "Anna",
        "last_name": "Canary",
        "company_name": None,
        "phone": None,
        "has_account": True,
        "created_at": YESTERDAY,
        "groups": [],
        **fields,
    }


def one_customer(**fields: Any) -> dict[str, Any]:
    return {"customer": customer_record(**fields)}


def customers(*records: dict[str, Any], count: int | None = None) -> dict[str, Any]:
    number = len(records) if count is None else count
    return {"customers": list(records), "count": number, "offset": 0, "limit": 50}
