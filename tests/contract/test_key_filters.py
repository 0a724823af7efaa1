"""Filtering keys by type, title, id, time and state. Contract, 3.4 and 0.10, 0.16."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import quote

import httpx
import pytest

from .answers import STUMBLED, Told, invalid, told, unrecognized, wrong_type
from .family import ALL, Family, found

KEYS = "/admin/api-keys"


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


async def test_keys_of_one_type(admin: httpx.AsyncClient, family: Family) -> None:
    assert await found(admin, family, type="secret") == ALL[:3]
    assert await found(admin, family, type="publishable") == ALL[3:]


async def test_keys_by_their_exact_title(admin: httpx.AsyncClient, family: Family) -> None:
    titles = [family[name]["title"] for name in ("Alpha", "Golf")]
    assert await found(admin, family, title=titles[0]) == ["Alpha"]
    assert await found(admin, family, title=titles[0].lower()) == []
    assert await found(admin, family, title=family.name) == []
    assert await found(admin, family, title=titles) == ["Alpha", "Golf"]
    assert await found(admin, family, **{"title[]": titles}) == ["Alpha", "Golf"]


async def test_keys_by_their_ids(admin: httpx.AsyncClient, family: Family) -> None:
    golf, alpha = family["Golf"]["id"], family["Alpha"]["id"]
    assert await found(admin, family, id=golf) == ["Golf"]
    assert await found(admin, family, id=[golf, alpha, "apk_nope"]) == ["Alpha", "Golf"]
    assert await found(admin, family, **{"id[]": [golf, alpha]}) == ["Alpha", "Golf"]
    assert await found(admin, family, **{"id[0]": golf, "id[1]": alpha}) == ["Alpha", "Golf"]
    many = [f"apk_{number:026}" for number in range(200)]
    assert await found(admin, family, id=[*many, golf]) == ["Golf"]


async def test_a_publishable_key_by_its_token(admin: httpx.AsyncClient, family: Family) -> None:
    assert await found(admin, family, token=family["Golf"]["token"]) == ["Golf"]
    assert await found(admin, family, token=family["Golf"]["token"][:-1]) == []


async def test_keys_by_whether_they_still_work(admin: httpx.AsyncClient, family: Family) -> None:
    """The ready filters of the contract; the server keeps no state, only the time of revoking."""
    moment = now()
    dead, planned, untouched = ["bravo", "Echo"], ["Charlie", "Foxtrot"], ["Alpha", "Delta", "Golf"]
    for operator in ("$lt", "$lte"):
        assert await found(admin, family, **{f"revoked_at[{operator}]": moment}) == dead
    for operator in ("$gt", "$gte"):
        assert await found(admin, family, **{f"revoked_at[{operator}]": moment}) == planned
    assert await found(admin, family, revoked_at="null") == untouched
    assert await found(admin, family, **{"revoked_at[$eq]": "null"}) == untouched
    assert await found(admin, family, **{"revoked_at[$ne]": "null"}) == [
        name for name in ALL if name not in untouched
    ]
    live = {"$or[0][revoked_at][$eq]": "null", "$or[1][revoked_at][$gt]": moment}
    assert await found(admin, family, **live) == [name for name in ALL if name not in dead]


async def test_alternatives_go_together_with_search_and_type(
    admin: httpx.AsyncClient, family: Family
) -> None:
    live = {"$or[0][revoked_at][$eq]": "null", "$or[1][revoked_at][$gt]": now()}
    assert await found(admin, family, type="secret", **live) == ["Alpha", "Charlie"]
    golf = {"q": f"{family.name} golf", **live}
    assert await found(admin, family, **golf) == ["Golf"]
    both = {"$and[0][type]": "publishable", "$and[1][revoked_at][$ne]": "null"}
    assert await found(admin, family, **both) == ["Echo", "Foxtrot"]


async def test_keys_by_the_time_they_were_made(admin: httpx.AsyncClient, family: Family) -> None:
    delta = family["Delta"]["created_at"]
    assert "Delta" not in await found(admin, family, **{"created_at[$gt]": delta})
    assert set(ALL[4:]) <= set(await found(admin, family, **{"created_at[$gte]": delta}))
    assert "Delta" in await found(admin, family, **{"created_at[$gte]": delta})
    assert "Delta" in await found(admin, family, **{"created_at[$lte]": delta})
    assert "Delta" not in await found(admin, family, **{"created_at[$lt]": delta})
    assert "Delta" in await found(admin, family, created_at=delta)
    assert "Delta" in await found(admin, family, **{"created_at[$eq]": delta})
    assert "Delta" not in await found(admin, family, **{"created_at[$ne]": delta})
    between = {
        "created_at[$gte]": family["bravo"]["created_at"],
        "created_at[$lte]": delta,
    }
    some = await found(admin, family, **between)
    assert [name for name in some if name in ALL[1:4]] == ["bravo", "Charlie", "Delta"]
    assert await found(admin, family, **{"updated_at[$gt]": "2100-01-01"}) == []


@pytest.mark.parametrize("value", ["garbage", "", "2026-99-99"])
async def test_a_date_that_is_none_is_more_than_the_server_can_take(
    admin: httpx.AsyncClient, family: Family, value: str
) -> None:
    for name in ("created_at", "revoked_at[$lt]"):
        answer = await admin.get(KEYS, params={"q": family.name, name: value})
        assert told(answer) == STUMBLED, name


@pytest.mark.parametrize("name", ["created_at[gt]", "created_at[$exists]", "revoked_at[nonsense]"])
async def test_a_comparison_that_is_none_filters_nothing(
    admin: httpx.AsyncClient, family: Family, name: str
) -> None:
    assert await found(admin, family, **{name: "2100-01-01T00:00:00.000Z"}) == ALL


@pytest.mark.parametrize("name", ["created_by", "salt", "colour"])
async def test_keys_cannot_be_filtered_by_everything(admin: httpx.AsyncClient, name: str) -> None:
    assert told(await admin.get(KEYS, params={name: "x"})) == unrecognized(name)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "type=bogus",
            invalid("Expected: 'publishable, secret' for field 'type', but got: 'bogus'"),
        ),
        (
            "type=secret&type=publishable",
            invalid(
                "Expected: 'publishable, secret' for field 'type', but got: 'secret,publishable'"
            ),
        ),
        ("q=a&q=b", wrong_type("string", "q", "a,b")),
        ("colour=red&shape=round", unrecognized("colour", "shape")),
    ],
)
async def test_a_filter_that_cannot_be_is_refused(
    admin: httpx.AsyncClient, query: str, expected: Told
) -> None:
    assert told(await admin.get(f"{KEYS}?{query}")) == expected


async def test_a_secret_is_not_found_by_its_token(admin: httpx.AsyncClient, family: Family) -> None:
    leaked = await admin.get(f"{KEYS}/{family['Alpha']['id']}", params={"fields": "token"})
    hashed = leaked.json()["api_key"]["token"]
    assert await found(admin, family, token=hashed) == ["Alpha"]
    assert await found(admin, family, token="") == []


async def test_the_filters_may_be_written_in_percent_signs(
    admin: httpx.AsyncClient, family: Family
) -> None:
    query = f"q={family.name}&{quote('revoked_at[$eq]', safe='')}=null"
    body = (await admin.get(f"{KEYS}?{query}")).json()
    assert family.first_names(body["api_keys"]) == ["Alpha", "Delta", "Golf"]
