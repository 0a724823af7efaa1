"""What is kept of a query."""

from __future__ import annotations

from dataclasses import replace

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.key_health import KeyMark
from medusa_console.domain.query import (
    AccountFilter,
    CustomerQuery,
    CustomerSort,
    KeyQuery,
    KeySort,
    StateFilter,
)

NARROWS = ("text", "key_id", "type", "state", "mark", "creator")


def test_filters_and_order_of_the_keys_are_kept_without_the_search() -> None:
    query = KeyQuery(
        text="jane@customer.example",
        key_id="apk_01",
        type=KeyType.PUBLISHABLE,
        state=StateFilter.REVOKED,
        sort=KeySort.TYPE,
        descending=False,
        mark=KeyMark.NOT_SAVED,
        creator="",
    )
    assert query.kept == replace(query, text="", key_id="", mark=None, creator=None)
    assert all(replace(KeyQuery(), **{one: getattr(query, one)}).narrows for one in NARROWS)
    assert not KeyQuery().narrows


def test_filters_and_order_of_the_customers_are_kept_without_the_search() -> None:
    query = CustomerQuery(
        text="jane@customer.example",
        account=AccountFilter.GUEST,
        group="cusgroup_01",
        sort=CustomerSort.EMAIL,
        descending=False,
    )
    assert query.kept == replace(query, text="")
