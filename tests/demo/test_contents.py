"""The demo shop is worth looking at: every state a screen must show is there from the start."""

from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from medusa_console.demo import DemoStore
from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD
from tests.demo.conftest import Visitor


def age(record: dict[str, Any]) -> timedelta:
    return datetime.now(UTC) - datetime.fromisoformat(record["created_at"])


def state(key: dict[str, Any]) -> str:
    if key["revoked_at"] is None:
        return "active"
    past = datetime.fromisoformat(key["revoked_at"]) <= datetime.now(UTC)
    return "revoked" if past else "works until"


async def test_keys_of_every_state_and_kind(maya: Visitor) -> None:
    keys = await maya.records("/admin/api-keys")
    kinds = {(key["type"], state(key)) for key in keys}
    states = ("active", "works until", "revoked")
    assert kinds == {(kind, one) for kind in ("secret", "publishable") for one in states}
    assert 55 <= len(keys) <= 65
    assert [key["id"] for key in keys] == sorted(key["id"] for key in keys)
    assert all(key["created_at"] <= (key["revoked_at"] or "9") for key in keys)
    channels = {len(key["sales_channels"]) for key in keys if key["type"] == "publishable"}
    assert channels == {0, 1, 2}


async def test_keys_from_five_hours_to_two_years_old(maya: Visitor) -> None:
    ages = sorted(age(key) for key in await maya.records("/admin/api-keys"))
    assert timedelta(hours=5) <= ages[0] < timedelta(hours=6)
    assert timedelta(days=729) < ages[-1] < timedelta(days=732)


async def test_keys_of_people_keys_and_nobody(maya: Visitor) -> None:
    keys = await maya.records("/admin/api-keys")
    users = {user["id"]: user["first_name"] for user in await maya.records("/admin/users")}
    ids = {key["id"] for key in keys}
    creators = {key["created_by"] for key in keys}
    assert {users[one] for one in creators if one in users} == {"Maya", "Priya"}
    assert [key["title"] for key in keys if key["created_by"] == ""] == [
        "Default Publishable API Key"
    ]
    assert len(creators & ids) == 1
    gone = [one for one in creators if one.startswith("user_") and one not in users]
    assert len(gone) == 1
    assert (await maya.get(f"/admin/users/{gone[0]}")).status_code == 404


async def test_titles_that_try_the_screens(maya: Visitor) -> None:
    titles = [key["title"] for key in await maya.records("/admin/api-keys")]
    assert len(titles) - len(set(titles)) == 1
    assert max(len(title) for title in titles) > 250
    assert any("<b>" in title for title in titles)
    assert any("\u202e" in title for title in titles)


async def test_three_hundred_customers_with_shared_emails_and_groups(maya: Visitor) -> None:
    customers = await maya.records("/admin/customers")
    assert len(customers) == 300
    guests = {one["email"] for one in customers if not one["has_account"]}
    holders = {one["email"] for one in customers if one["has_account"]}
    assert len(guests & holders) >= 20
    assert len(guests - holders) > 50
    for group in await maya.records("/admin/customer-groups"):
        assert 0 < len(await maya.records("/admin/customers", groups=group["id"])) < 100
    assert len(await maya.records("/admin/sales-channels")) == 3


async def test_addresses_and_metadata_of_some_customers(maya: Visitor) -> None:
    answer = await maya.get("/admin/customers?limit=1000&fields=id,email,metadata,*addresses")
    customers = answer.json()["customers"]
    numbers = [len(one["addresses"]) for one in customers]
    assert set(numbers) == {0, 1, 2, 3}
    assert 100 < numbers.count(0) < 200
    assert 30 < len([one for one in customers if one["metadata"]]) < 100
    [known] = [one for one in customers if one["email"] == "customer@demo.example"]
    assert len(known["addresses"]) == 2
    assert known["metadata"]


async def test_two_fresh_stores_differ_only_in_ids_tokens_and_times() -> None:
    seen = []
    for _ in range(2):
        store = DemoStore(None)
        async with aclosing(store), Visitor(store) as maya:
            await maya.sign_in(DEMO_EMAIL)
            keys = [
                (key["title"], key["type"], state(key))
                for key in await maya.records("/admin/api-keys")
            ]
            names = [one["email"] for one in await maya.records("/admin/customers")]
            tokens = {key["redacted"] for key in await maya.records("/admin/api-keys")}
        seen.append((sorted(keys), sorted(names), tokens))
    assert seen[0][:2] == seen[1][:2]
    assert not seen[0][2] & seen[1][2]


@pytest.mark.parametrize(
    ("email", "listing", "creating"),
    [
        ("maya@demo.example", 200, 200),
        ("priya@demo.example", 200, 200),
        ("reader@demo.example", 200, 403),
        ("noroles@demo.example", 403, 403),
        ("invited@demo.example", 401, 401),
    ],
)
async def test_everybody_may_do_what_the_demo_says(
    store: DemoStore, email: str, listing: int, creating: int
) -> None:
    async with Visitor(store) as visitor:
        await visitor.sign_in(email)
        assert (await visitor.get("/admin/api-keys")).status_code == listing
        body = {"title": "Mine", "type": "secret"}
        assert (await visitor.post("/admin/api-keys", json=body)).status_code == creating


async def test_the_customer_signs_in_to_the_shop(store: DemoStore, maya: Visitor) -> None:
    keys = await maya.records("/admin/api-keys", type="publishable")
    live = next(key["token"] for key in keys if state(key) == "active")
    login = {"email": "customer@demo.example", "password": DEMO_PASSWORD}
    token = (await maya.post("/auth/customer/emailpass", json=login)).json()["token"]
    headers = {"Authorization": f"Bearer {token}", "x-publishable-api-key": live}
    me = await maya.get("/store/customers/me", headers=headers)
    assert me.json()["customer"]["first_name"] == "Carla"
