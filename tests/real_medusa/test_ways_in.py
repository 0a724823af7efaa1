"""What tests of the ways in rest on: switches of the real Medusa, what it would send by mail, and a
provider of its own."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pytest

from medusa_console.demo.ways_in import EMAILPASS, WORKPLACE, WaysIn
from tests.real_medusa import MedusaServer, Person
from tests.waiting import until

BACK = "http://127.0.0.1:9/callback"


@pytest.fixture
def http(medusa_rbac: MedusaServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=medusa_rbac.base_url, trust_env=False) as client:
        yield client


@pytest.fixture
def browser(medusa_rbac: MedusaServer) -> Iterator[httpx.Client]:
    trusting = ssl.create_default_context(cafile=str(medusa_rbac.workplace.trust_file))
    with httpx.Client(verify=trusting, trust_env=False) as client:
        yield client


def offered(http: httpx.Client) -> set[str]:
    answer = http.get("/auth/user/providers").raise_for_status().json()
    return {one["id"] for one in answer["providers"]}


def location(http: httpx.Client) -> str:
    answer = http.post(f"/auth/user/{WORKPLACE}", json={"callback_url": BACK})
    place: str = answer.raise_for_status().json()["location"]
    return place


def test_ways_in_are_open_within_and_closed_before_and_after(
    http: httpx.Client, medusa_rbac: MedusaServer
) -> None:
    login = {"email": medusa_rbac.email, "password": medusa_rbac.password}
    assert offered(http) == {EMAILPASS}
    ways = WaysIn(providers=(EMAILPASS, WORKPLACE, "google", "github"), verifies_email=True)
    with medusa_rbac.ways_in(ways):
        assert offered(http) == set(ways.providers)
        answer = http.post("/auth/user/emailpass", json=login)
        assert list(answer.json()) == ["verification_required", "token"]
    assert offered(http) == {EMAILPASS}
    assert list(http.post("/auth/user/emailpass", json=login).json()) == ["token"]


def test_the_workplace_vouches_for_whoever_opens_its_page(
    http: httpx.Client, browser: httpx.Client, medusa_rbac: MedusaServer
) -> None:
    medusa_rbac.workplace.person = Person("w-1", "wanda@workplace.example")
    with medusa_rbac.ways_in(WaysIn(providers=(WORKPLACE,))):
        back = browser.get(location(http)).headers["location"]
        assert back.startswith(f"{BACK}?")
        once = f"/auth/user/{WORKPLACE}/callback?{urlsplit(back).query}"
        assert list(http.get(once).raise_for_status().json()) == ["token"]
        assert http.get(once).status_code == 401


def test_the_workplace_leads_back_nobody_who_denies_or_is_not_registered(
    http: httpx.Client, browser: httpx.Client, medusa_rbac: MedusaServer
) -> None:
    workplace = medusa_rbac.workplace
    with medusa_rbac.ways_in(WaysIn(providers=(WORKPLACE,))):
        workplace.person = None
        assert "error=access_denied" in browser.get(location(http)).headers["location"]
        workplace.refuses_callback = True
        refused = browser.get(location(http))
        workplace.refuses_callback = False
    assert (refused.status_code, "location" in refused.headers) == (400, False)


async def test_what_a_shop_would_send_by_mail_can_be_read(medusa_rbac: MedusaServer) -> None:
    asked = {"identifier": medusa_rbac.email, "metadata": {"from": "a test"}}
    before = len(medusa_rbac.events("auth.password_reset"))
    async with httpx.AsyncClient(base_url=medusa_rbac.base_url, trust_env=False) as http:
        answer = await http.post("/auth/user/emailpass/reset-password", json=asked)
    assert answer.status_code == 201
    [event] = (await until(lambda: medusa_rbac.events("auth.password_reset")[before:]))[:1]
    assert list(event) == ["entity_id", "actor_type", "token", "metadata"]
    assert event["entity_id"] == medusa_rbac.email
    assert event["metadata"] == {"from": "a test"}
