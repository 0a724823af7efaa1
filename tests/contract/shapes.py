"""The forms of records, ids and times."""

from __future__ import annotations

import base64
import json
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

KEY = [
    *("id", "title", "token", "redacted", "type", "last_used_at", "updated_at", "created_at"),
    *("created_by", "revoked_at", "revoked_by", "sales_channels"),
]
NEW_KEY = [
    *("id", "token", "redacted", "title", "type", "last_used_at", "created_by", "revoked_by"),
    *("revoked_at", "created_at", "updated_at", "deleted_at"),
]
USER = [
    *("id", "first_name", "last_name", "email", "avatar_url", "metadata"),
    *("created_at", "updated_at", "deleted_at"),
]

CUSTOMER = [
    *("id", "company_name", "first_name", "last_name", "email", "phone", "metadata"),
    *("has_account", "created_by", "created_at", "updated_at", "deleted_at"),
]
SHOPPER = [
    *("id", "email", "company_name", "first_name", "last_name", "phone", "metadata"),
    *("has_account", "deleted_at", "created_at", "updated_at", "addresses"),
]
ADDRESS = [
    *("id", "address_name", "company", "customer_id", "first_name", "last_name"),
    *("address_1", "address_2", "city", "province", "postal_code", "country_code", "phone"),
    *("metadata", "created_at", "updated_at"),
]
WHOLE_ADDRESS = [
    *("id", "address_name", "is_default_shipping", "is_default_billing", "company"),
    *("first_name", "last_name", "address_1", "address_2", "city", "country_code", "province"),
    *("postal_code", "phone", "metadata", "customer_id", "created_at", "updated_at"),
    "deleted_at",
]


def is_id(prefix: str, value: str) -> bool:
    return re.fullmatch(prefix + "_[0-9A-HJKMNP-TV-Z]{26}", value) is not None


def is_time(value: str) -> bool:
    """ISO 8601 in UTC, with milliseconds and `Z`."""
    return re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", value) is not None


def moment(value: str) -> datetime:
    assert is_time(value)
    return datetime.fromisoformat(value)


def server_now(answer: httpx.Response) -> datetime:
    """The start of the second in which the server's now lies."""
    return parsedate_to_datetime(answer.headers["date"]).astimezone(UTC)


def part(token: str, place: int) -> dict[str, Any]:
    """Header (0) or claims (1) of a login token."""
    text = token.split(".")[place]
    read: dict[str, Any] = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    return read


def claims(token: str) -> dict[str, Any]:
    return part(token, 1)
