"""Signing in on a page of somebody else's, which the browser opens. Contract, 1.5 and 1.9."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from medusa_console.demo.ways_in import EMAILPASS, WORKPLACE, WaysIn

from .answers import STUMBLED, UNAUTHORIZED, Told, refused, said, told
from .backends import Backend, on, unique, with_and_without_rbac
from .making import PASSWORD, join, register
from .second_factor import Enrolled
from .shapes import USER, claims, is_id

BACK = "http://127.0.0.1:9/callback"
HERE = f"/auth/user/{WORKPLACE}"
OPEN = WaysIn(providers=(EMAILPASS, WORKPLACE))
FAILED = refused(401, "unauthorized", "Authentication failed")
NO_CODE = refused(401, "unauthorized", "No code provided")
NO_STATE = refused(401, "unauthorized", "No state provided, or session expired")
CLOSED = refused(
    400, "not_allowed", f"The actor type user is not allowed to use the auth provider {WORKPLACE}"
)


@pytest.fixture
async def store(backend: Backend) -> AsyncIterator[Backend]:
    """A store that knows the workplace."""
    async with backend.ways_in(OPEN):
        yield backend


async def location(store: Backend, back: str = BACK, provider: str = WORKPLACE) -> str:
    answer = await store.http.post(f"/auth/user/{provider}", json={"callback_url": back})
    assert answer.status_code == 200
    assert list(answer.json()) == ["location"]
    return str(answer.json()["location"])


async def led_back(store: Backend, email: str | None) -> dict[str, str]:
    """What the browser brings back from the page."""
    back = await store.place.doors.visit(await location(store), email)
    assert back.startswith(f"{BACK}?")
    return {name: one[0] for name, one in parse_qs(urlsplit(back).query).items()}


async def came(store: Backend, brought: dict[str, str]) -> httpx.Response:
    return await store.http.get(f"{HERE}/callback", params=brought)


async def vouched_for(store: Backend, email: str) -> str:
    """The token that the store gives somebody whom the workplace vouches for."""
    answer = await came(store, await led_back(store, email))
    assert answer.status_code == 200
    assert list(answer.json()) == ["token"]
    return str(answer.json()["token"])


@with_and_without_rbac
async def test_the_store_tells_which_ways_in_it_has(store: Backend) -> None:
    answer = await store.http.get("/auth/user/providers")
    workplace = {
        "id": WORKPLACE,
        "identifier": "oidc",
        "display_name": "Workplace",
        "flow": "redirect",
    }
    password = {
        "id": EMAILPASS,
        "identifier": EMAILPASS,
        "display_name": "Email/Password Authentication",
        "flow": "credentials",
    }
    assert told(answer) == said(200, {"providers": [workplace, password]})


@with_and_without_rbac
async def test_somebody_new_is_nobody_until_they_ask_and_then_an_admin_without_a_role(
    store: Backend,
) -> None:
    email = f"{unique()}@example.com"
    token = await vouched_for(store, email)
    known = claims(token)
    assert (known["actor_id"], known["actor_type"]) == ("", "user")
    assert (known["auth_provider"], known["mfa_enabled"]) == (WORKPLACE, False)
    assert known["app_metadata"] == {}
    assert known["user_metadata"] == {"email": email, "name": email}
    theirs = store.bearing(token)
    assert told(await theirs.get("/admin/users/me")) == UNAUTHORIZED
    still = (await theirs.post("/auth/token/refresh")).json()["token"]
    assert claims(still)["actor_id"] == ""

    answer = await theirs.post(f"/auth/{WORKPLACE}/user", json={})
    assert answer.status_code == 200
    user = answer.json()["user"]
    assert list(user) == USER
    assert is_id("user", user["id"])
    assert (user["email"], user["first_name"], user["last_name"]) == (email, None, None)
    session = (await theirs.post("/auth/token/refresh")).json()["token"]
    assert claims(session)["actor_id"] == user["id"]
    assert claims(session)["app_metadata"].get("roles", []) == []
    keys = await store.bearing(session).get("/admin/api-keys?limit=1")
    assert keys.status_code == (403 if store.rbac else 200)

    again = await store.bearing(session).post(f"/auth/{WORKPLACE}/user", json={})
    assert told(again) == refused(
        400, "invalid_data", "The user is already registered and cannot create a new account."
    )
    assert told(await theirs.post(f"/auth/{WORKPLACE}/user", json={})) == STUMBLED
    assert claims(await vouched_for(store, email))["actor_id"] == user["id"]


async def test_an_admin_with_that_address_is_linked_only_when_asked(
    store: Backend, admin: httpx.AsyncClient
) -> None:
    person = await join(store)
    token = await vouched_for(store, person.email)
    assert claims(token)["actor_id"] == ""
    answer = await store.bearing(token).post(f"/auth/{WORKPLACE}/user", json={})
    assert answer.json()["user"]["id"] == person.id
    assert claims(await vouched_for(store, person.email))["actor_id"] == person.id
    ways = await admin.get(f"/admin/users/{person.id}/auth-providers")
    assert ways.json() == {"providers": [EMAILPASS, WORKPLACE]}


async def test_an_admin_who_was_removed_can_make_an_account_anew_on_the_page(
    store: Backend, admin: httpx.AsyncClient
) -> None:
    email = f"{unique()}@example.com"
    first = await store.bearing(await vouched_for(store, email)).post(f"/auth/{WORKPLACE}/user")
    removed = first.json()["user"]["id"]
    assert (await admin.delete(f"/admin/users/{removed}")).status_code == 200
    token = await vouched_for(store, email)
    assert claims(token)["actor_id"] == ""
    second = await store.bearing(token).post(f"/auth/{WORKPLACE}/user")
    assert second.status_code == 200
    assert second.json()["user"]["id"] != removed
    assert claims(await vouched_for(store, email))["actor_id"] == second.json()["user"]["id"]


async def test_what_the_page_gave_counts_once_and_in_the_body_too(store: Backend) -> None:
    email = f"{unique()}@example.com"
    brought = await led_back(store, email)
    assert sorted(brought) == ["code", "state"]
    assert (await came(store, brought)).status_code == 200
    assert told(await came(store, brought)) == NO_STATE
    answer = await store.http.post(f"{HERE}/callback", json=await led_back(store, email))
    assert list(answer.json()) == ["token"]


async def test_a_page_is_asked_for_in_any_way_and_by_anybody(store: Backend) -> None:
    for answer in (
        await store.http.get(HERE),
        await store.http.post(HERE),
        await store.http.post(f"/auth/customer/{WORKPLACE}", json={}),
    ):
        page = parse_qs(urlsplit(answer.json()["location"]).query)
        assert page["redirect_uri"] == ["http://localhost:9000/app/login"]
    half = refused(401, "unauthorized", "Password should be a string")
    assert told(await store.http.get(f"/auth/user/{EMAILPASS}")) == half


async def test_who_denies_is_let_in_nowhere(store: Backend) -> None:
    brought = await led_back(store, None)
    assert brought["error"] == "access_denied"
    assert told(await came(store, brought)) == FAILED


@pytest.mark.parametrize(
    ("brought", "expected"),
    [
        ({}, NO_CODE),
        ({"state": "x"}, NO_CODE),
        ({"code": "x"}, NO_STATE),
        ({"code": "x", "state": "x"}, NO_STATE),
        ({"error": "access_denied"}, FAILED),
        ({"error": "access_denied", "error_description": "No", "error_uri": "x"}, FAILED),
    ],
)
async def test_who_brings_nothing_from_the_page_is_let_in_nowhere(
    store: Backend, brought: dict[str, str], expected: Told
) -> None:
    assert told(await came(store, brought)) == expected


async def test_a_wrong_code_ends_the_attempt(store: Backend) -> None:
    brought = await led_back(store, f"{unique()}@example.com")
    assert told(await came(store, brought | {"code": "wrong"})) == FAILED
    assert told(await came(store, brought)) == NO_STATE


async def test_the_code_of_one_attempt_does_not_count_in_another(store: Backend) -> None:
    first = await led_back(store, f"{unique()}@example.com")
    second = await led_back(store, f"{unique()}@example.com")
    crossed = {"code": first["code"], "state": second["state"]}
    assert told(await came(store, crossed)) == FAILED


async def test_a_provider_registers_nobody_and_resets_no_password(store: Backend) -> None:
    login = {"email": f"{unique()}@example.com", "password": PASSWORD}
    answer = await store.http.post(f"{HERE}/register", json=login)
    assert told(answer) == refused(
        *(401, "unauthorized"),
        "OIDC does not support registration. Use method `authenticate` instead.",
    )
    asked = {"identifier": login["email"]}
    answer = await store.http.post(f"{HERE}/reset-password", json=asked)
    assert (answer.status_code, answer.text) == (201, "Created")


async def test_a_way_that_is_not_allowed_is_closed_at_each_door(backend: Backend) -> None:
    bodies: dict[str, dict[str, Any]] = {HERE: {}, f"{HERE}/callback": {"code": "1"}}
    for path, body in (bodies | {f"/auth/{WORKPLACE}/user": {}}).items():
        assert told(await backend.http.post(path, json=body)) == CLOSED, path


async def test_the_store_may_say_where_its_page_leads_back_to(backend: Backend) -> None:
    """Word for word: no port of a program's own choice can be in such a list."""
    allowed = "http://localhost:9000/app/login"
    ways = WaysIn(providers=(WORKPLACE,), callback_urls=(allowed,))
    async with backend.ways_in(ways):
        refusal = refused(401, "unauthorized", "The provided callback URL is not allowed")
        answer = await backend.http.post(HERE, json={"callback_url": BACK})
        assert told(answer) == refusal
        page = parse_qs(urlsplit(await location(backend, allowed)).query)
        assert page["redirect_uri"] == [allowed]


async def test_only_a_login_of_that_provider_becomes_an_admin_that_way(
    store: Backend, admin: httpx.AsyncClient
) -> None:
    route = f"/auth/{WORKPLACE}/user"
    assert told(await store.http.post(route, json={})) == UNAUTHORIZED
    registered = store.bearing(await register(store, f"{unique()}@example.com"))
    missing = refused(400, "invalid_data", "Email is required to create a user account.")
    assert told(await registered.post(route, json={})) == missing
    theirs = store.bearing(await vouched_for(store, f"{unique()}@example.com"))
    assert told(await theirs.post(f"/auth/{EMAILPASS}/user", json={})) == refused(
        *(401, "unauthorized"),
        "Only emailpass identities can create a user account for this authentication context",
    )


async def test_a_login_of_a_provider_has_a_second_factor_of_its_own(store: Backend) -> None:
    """That of the password does not protect it."""
    email = f"{unique()}@example.com"
    first = await vouched_for(store, email)
    created = await store.bearing(first).post(f"/auth/{WORKPLACE}/user", json={})
    theirs = store.bearing((await store.bearing(first).post("/auth/token/refresh")).json()["token"])
    begun = (await theirs.post("/auth/mfa/factors", json={"provider": "totp"})).json()
    app = Enrolled(await join(store), begun["mfa_factor"]["id"], begun["secret"])
    verify = f"/auth/mfa/factors/{app.factor}/verify"
    assert (await theirs.post(verify, json={"code": app.code()})).status_code == 200
    asked = (await came(store, await led_back(store, email))).json()
    assert list(asked) == ["mfa_required", "mfa_challenge", "token"]
    assert asked["mfa_challenge"]["auth_provider"] == WORKPLACE
    answer = await store.bearing(asked["token"]).post(
        f"/auth/mfa/challenges/{asked['mfa_challenge']['id']}/verify",
        json={"method": "totp", "code": app.code()},
    )
    session = claims(answer.json()["token"])
    assert session["actor_id"] == created.json()["user"]["id"]
    assert session["auth_provider"] == WORKPLACE


# What only a real Medusa knows.


@on("real-rbac")
@pytest.mark.parametrize(
    ("provider", "page", "asked"),
    [
        (
            "google",
            "https://accounts.google.com/o/oauth2/v2/auth",
            {"scope": ["email profile openid"]},
        ),
        ("github", "https://github.com/login/oauth/authorize", {}),
    ],
)
async def test_google_and_github_get_as_far_as_their_pages(
    backend: Backend, provider: str, page: str, asked: dict[str, list[str]]
) -> None:
    here = f"/auth/user/{provider}"
    async with backend.ways_in(WaysIn(providers=(provider,))):
        place = urlsplit(await location(backend, provider=provider))
        assert f"{place.scheme}://{place.netloc}{place.path}" == page
        query = parse_qs(place.query)
        state = query.pop("state")
        assert len(state[0]) == 64
        assert query == asked | {
            "redirect_uri": [BACK],
            "client_id": [f"{provider}-client"],
            "response_type": ["code"],
        }
        denied = {"error": "access_denied", "error_description": "No", "error_uri": "there"}
        for brought, expected in (
            ({}, NO_CODE),
            ({"code": "x"}, NO_STATE),
            ({"code": "x", "state": "y"}, NO_STATE),
            (denied, refused(401, "unauthorized", "No, read more at: there")),
            (
                {"error": "access_denied"},
                refused(401, "unauthorized", "undefined, read more at: undefined"),
            ),
        ):
            answer = await backend.http.get(f"{here}/callback", params=brought)
            assert told(answer) == expected
        listed = (await backend.http.get("/auth/user/providers")).json()["providers"]
        name = f"{provider.title()} Authentication"
        assert listed == [
            {"id": provider, "identifier": provider, "display_name": name, "flow": "redirect"}
        ]


@on("real-rbac")
async def test_the_workplace_is_asked_with_a_challenge_of_its_own(store: Backend) -> None:
    query = parse_qs(urlsplit(await location(store)).query)
    assert query["scope"] == ["openid email profile"]
    assert query["code_challenge_method"] == ["S256"]
    assert sorted(query) == [
        *("client_id", "code_challenge", "code_challenge_method", "nonce", "redirect_uri"),
        *("response_type", "scope", "state"),
    ]
