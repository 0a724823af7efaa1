"""What a Medusa answers about a leaked key: which record it is, whether it works, and what it has
made. docs/leaks.md tells the rest. Contract, 4.3, 4.3b, 4.4, 5.2 and quirk 25."""

from __future__ import annotations

import base64

import httpx
from pydantic import SecretStr

from medusa_console.domain.leak_answers import Accepted, RefusedKey
from medusa_console.domain.leaks import FoundKey
from medusa_console.domain.tokens import Form, TokenKind, redact
from medusa_console.services.store_services import StoreServices

from .answers import STUMBLED, UNAUTHORIZED, Told, refused, said, told, unrecognized
from .backends import Backend, on, on_plain, unique, with_and_without_rbac
from .desks import opened
from .making import SUPER_ADMIN, join, later_than, make_customer, make_key, retrieve, revoke
from .shapes import moment
from .test_storefront import BAD_KEY, NO_KEY

ME = "/admin/users/me"
REGIONS = "/store/regions?fields=id&limit=1"
LEAN = "id,title,type,token,redacted,created_at,created_by,updated_at,revoked_at,revoked_by"


def names(record_id: str) -> Told:
    """The answer that accepts a key: it is no user, so there is no user of its id."""
    return refused(404, "not_found", f"User with id: {record_id} was not found")


async def presented(backend: Backend, token: str) -> Told:
    """The answer to a key as HTTP clients send a user name without a password."""
    pair = base64.b64encode(f"{token}:".encode()).decode()
    return told(await backend.client(authorization=f"Basic {pair}").get(ME))


async def in_shop(backend: Backend, token: str) -> Told:
    return told(await backend.client(x_publishable_api_key=token).get(REGIONS))


def found(token: str) -> FoundKey:
    kind = TokenKind.SECRET if token.startswith("sk_") else TokenKind.PUBLISHABLE
    return FoundKey(token[-8:], kind, Form.WHOLE, redact(token), SecretStr(token))


@with_and_without_rbac
async def test_a_store_names_every_key_that_works_and_refuses_all_others_alike(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    live, planned, ended = [await make_key(admin, unique()) for _ in range(3)]
    for key in (planned, ended):
        await revoke(admin, key, 3600)
    for working in (live, planned, ended):
        assert await presented(backend, working["token"]) == names(working["id"])
        assert (await retrieve(admin, working["id"]))["last_used_at"] is None
    ends = (await revoke(admin, ended, 1))["revoked_at"]
    revoked, deleted = [await make_key(admin, unique()) for _ in range(2)]
    await revoke(admin, revoked)
    await revoke(admin, deleted)
    await admin.delete(f"/admin/api-keys/{deleted['id']}")
    publishable = await make_key(admin, unique(), "publishable")
    await later_than(admin, moment(ends))
    token = live["token"]
    for dead in [
        *(revoked["token"], deleted["token"], ended["token"], publishable["token"]),
        *(token[:-1], token[:-1] + "\n", token.upper(), "sk_" + token[3:].upper()),
        *("sk_" + "0" * 64, "sk_" + token[3:6] + "0" * 58 + token[-3:]),
    ]:
        assert await presented(backend, dead) == UNAUTHORIZED
    assert told(await backend.http.get(ME)) == UNAUTHORIZED, "as somebody without any key"
    again = await admin.post(f"/admin/api-keys/{ended['id']}/revoke", json={})
    assert told(again) == refused(
        400, "invalid_data", "There are 1 secret keys that are already revoked."
    )


@with_and_without_rbac
async def test_the_session_of_a_deleted_admin_is_known_and_revokes_the_keys_of_that_admin(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    """So that session, too, is a control: the store has read it and asked its database."""
    person = await join(backend, *([SUPER_ADMIN] if backend.rbac else []))
    theirs = backend.bearing(person.token)
    key = await make_key(theirs, unique())
    assert (await admin.delete(f"/admin/users/{person.id}")).status_code == 200
    assert told(await theirs.get(ME)) == names(person.id)
    assert await presented(backend, key["token"]) == names(key["id"]), "the key outlives its maker"
    assert (await retrieve(admin, key["id"]))["created_by"] == person.id
    async with opened(backend, person.token, person.email) as services:
        assert await services.proof.accepts_us() is None
        assert isinstance(await services.proof.present(found(key["token"])), Accepted)
        await services.keys.revoke(key["id"])
        assert isinstance(await services.proof.present(found(key["token"])), RefusedKey)


@on_plain
async def test_what_a_key_has_made_outlives_it_and_bears_its_id(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    parent = await make_key(admin, unique())
    theirs = backend.holding(parent["token"])
    child, storefront = (
        await make_key(theirs, unique()),
        await make_key(theirs, unique(), "publishable"),
    )
    grandchild = await make_key(backend.holding(child["token"]), unique())
    customer = await make_customer(theirs, email=f"{unique()}@example.com")
    await make_customer(admin, email=f"{unique()}@example.com")
    await revoke(admin, parent)
    await admin.delete(f"/admin/api-keys/{parent['id']}")

    assert await presented(backend, parent["token"]) == UNAUTHORIZED
    for key, maker in ((child, parent), (grandchild, child)):
        assert await presented(backend, key["token"]) == names(key["id"])
        assert (await retrieve(admin, key["id"]))["created_by"] == maker["id"]
    assert (await in_shop(backend, storefront["token"]))[0] == 200
    made = await admin.get(f"/admin/customers?fields=id&created_by={parent['id']}")
    assert [one["id"] for one in made.json()["customers"]] == [customer["id"]]
    groups = await admin.get(f"/admin/customer-groups?created_by={parent['id']}")
    assert told(groups) == said(200, {"customer_groups": [], "count": 0, "offset": 0, "limit": 50})
    keys = await admin.get(f"/admin/api-keys?created_by={parent['id']}")
    assert told(keys) == unrecognized("created_by")


@on_plain
async def test_a_key_changes_its_own_title_and_its_own_end(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    """So the title of a leaked key may be the thief's, and a planned end may have been put off."""
    key = await make_key(admin, unique())
    theirs = backend.holding(key["token"])
    soon = (await revoke(admin, key, 600))["revoked_at"]
    title = unique()
    assert (await theirs.post(f"/admin/api-keys/{key['id']}", json={"title": title})).is_success
    later = await revoke(theirs, key, 3600)
    assert later["revoked_at"] > soon
    assert (later["title"], later["revoked_by"]) == (title, key["id"])


@with_and_without_rbac
async def test_the_shop_refuses_every_publishable_key_that_does_not_work_alike(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    live, planned, dead, ended, gone = [
        await make_key(admin, unique(), "publishable") for _ in range(5)
    ]
    for key in (planned, ended):
        await revoke(admin, key, 3600)
    await revoke(admin, dead)
    await revoke(admin, gone)
    await admin.delete(f"/admin/api-keys/{gone['id']}")
    for working in (live, planned, ended):
        status, body = await in_shop(backend, working["token"])
        assert (status, body[:11]) == (200, '{"regions":'), "without a sales channel, too"
    ends = (await revoke(admin, ended, 1))["revoked_at"]
    secret = await make_key(admin, unique())
    await later_than(admin, moment(ends))
    token = live["token"]
    for wrong in [
        *(dead["token"], ended["token"], gone["token"], secret["token"]),
        *("pk_" + "0" * 64, token[:-1], "pk_" + token[3:].upper()),
    ]:
        assert await in_shop(backend, wrong) == BAD_KEY
    assert told(await backend.http.get(REGIONS)) == NO_KEY
    assert told(await backend.holding(secret["token"]).get(REGIONS)) == NO_KEY
    await revoke(admin, dead, 3600)
    assert (await in_shop(backend, dead["token"]))[0] == 200, "a publishable key can be revived"


async def test_a_list_of_regions_takes_the_usual_parameters(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    key = await make_key(admin, unique(), "publishable")
    client = backend.client(x_publishable_api_key=key["token"])
    every = (await client.get("/store/regions?fields=id&limit=1")).json()["count"]
    for query, expected in {
        "limit=0": said(200, {"regions": [], "count": every, "offset": 0, "limit": 0}),
        f"q={unique()}&offset=1": said(200, {"regions": [], "count": 0, "offset": 1, "limit": 50}),
        "nonsense=1": unrecognized("nonsense"),
        "created_at=1": unrecognized("created_at"),
        "limit=-1": STUMBLED,
    }.items():
        assert told(await client.get(f"/store/regions?{query}")) == expected


@with_and_without_rbac
async def test_all_keys_are_listed_by_their_id_with_what_tells_them_apart(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    secret, publishable = (
        await make_key(admin, unique()),
        await make_key(admin, unique(), "publishable"),
    )
    rows, offset = [], 0
    while True:
        params: dict[str, str | int] = {
            "fields": LEAN,
            "limit": 50,
            "offset": offset,
            "order": "id",
        }
        page = (await admin.get("/admin/api-keys", params=params)).json()
        rows += page["api_keys"]
        offset += 50
        if offset >= page["count"]:
            break
    assert [row["id"] for row in rows] == sorted({row["id"] for row in rows})
    shown = {row["id"]: row for row in rows}
    assert all(sorted(row) == sorted(LEAN.split(",")) for row in rows)
    assert shown[secret["id"]]["token"] == ""
    assert shown[secret["id"]]["redacted"] == redact(secret["token"])
    assert shown[publishable["id"]]["token"] == publishable["token"]


@with_and_without_rbac
async def test_the_program_reads_these_answers(
    services: StoreServices, admin: httpx.AsyncClient
) -> None:
    """Listing, presenting, our own session between, and refused once the key is revoked."""
    secret, publishable = (
        await make_key(admin, unique()),
        await make_key(admin, unique(), "publishable"),
    )
    listed = await services.proof.list_keys(20_000, lambda _: None)
    assert listed.whole
    keys = {key.id: key for key in listed.keys}
    for made in (secret, publishable):
        key = found(made["token"])
        assert key.may_be(keys[made["id"]])
        said_first = await services.proof.present(key)
        assert isinstance(said_first, Accepted)
        assert said_first.key_id == ("" if made is publishable else made["id"])
        await services.keys.revoke(made["id"])
        assert await services.proof.accepts_us() is None
        assert isinstance(await services.proof.present(key), RefusedKey)


@on("real-rbac")
async def test_with_rbac_a_key_still_searches_through_the_whole_shop(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    """Medusa 2.21.2 asks for no permission there, of keys and of admins without a role."""
    name = unique()
    customer = await make_customer(admin, email=f"{name}@example.com", first_name=name)
    key = await make_key(admin, name)
    theirs = backend.holding(key["token"])
    assert (await theirs.get("/admin/plugins")).status_code == 200
    answer = await theirs.get("/admin/search", params={"q": name})
    results = {one["entity"]: one["data"] for one in answer.json()["results"]}
    assert [one["email"] for one in results["customer"]] == [customer["email"]]
    assert [one["redacted"] for one in results["secret_api_key"]] == [redact(key["token"])]
    assert {"order", "user"} <= results.keys()


@on("real-rbac", "real-plain")
async def test_a_route_that_the_shop_has_added_is_open_to_every_key_that_works(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    """With roles and without, to read and to write: a route without a policy asks for none."""
    key, front = await make_key(admin, unique()), await make_key(admin, unique(), "publishable")
    theirs = backend.holding(key["token"])
    actor = {"actor_id": key["id"], "actor_type": "api-key", "auth_identity_id": ""}
    seen = said(200, {"actor": actor | {"app_metadata": {}, "user_metadata": {}}})
    for ask in (theirs.get, theirs.post):
        assert told(await ask("/admin/custom")) == seen
    for nobody in (backend.http, backend.client(x_publishable_api_key=front["token"])):
        assert told(await nobody.get("/admin/custom")) == UNAUTHORIZED
    await revoke(admin, key)
    assert told(await theirs.get("/admin/custom")) == UNAUTHORIZED
