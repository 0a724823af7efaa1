"""Using a secret key, and finding out which one it is. Contract, section 4."""

from __future__ import annotations

import base64
import re

import httpx
import pytest
from pydantic import SecretStr

from medusa_console.services.hand_over import header

from .answers import FORBIDDEN, STUMBLED, UNAUTHORIZED, refused, said, told
from .backends import Backend, on_plain, on_rbac, unique, with_and_without_rbac
from .making import Record, make_key, revoke

CUSTOMERS = "/admin/customers?limit=0"
AS_BEARER = said(
    401,
    {
        "message": "A secret API key was passed as a Bearer token. Secret API keys must be sent "
        "using HTTP Basic authentication instead (Authorization: Basic <secret-api-key>)."
    },
)


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


@pytest.fixture
async def key(backend: Backend, admin: httpx.AsyncClient) -> Record:
    """A secret key that works, with its token; changed by nobody."""
    return await backend.once("secret key", lambda: make_key(admin, unique()))


@on_plain
@pytest.mark.parametrize(
    "authorization",
    ["Basic {raw}", "basic {raw}", "BASIC {raw}", "Basic {with_colon}", "Basic {alone}"],
)
async def test_a_secret_key_signs_a_request_in_the_basic_scheme(
    backend: Backend, key: Record, authorization: str
) -> None:
    token = key["token"]
    forms = {"raw": token, "with_colon": encoded(token + ":"), "alone": encoded(token)}
    answer = await backend.client(authorization=authorization.format(**forms)).get(CUSTOMERS)
    assert answer.status_code == 200


@on_plain
async def test_what_stands_behind_a_blank_in_the_base64_is_not_read(
    backend: Backend, key: Record
) -> None:
    """As `base64` wraps it after 76 signs, folded into one line."""
    code = encoded(key["token"] + ":")
    wrapped = backend.client(authorization=f"Basic {code[:76]} {code[76:]}")
    assert told(await wrapped.get(CUSTOMERS)) == UNAUTHORIZED


@on_plain
async def test_a_client_may_give_the_key_as_user_name(backend: Backend, key: Record) -> None:
    answer = await backend.http.get(CUSTOMERS, auth=(key["token"], ""))
    assert answer.status_code == 200


@on_plain
async def test_the_header_that_is_copied_signs_a_request(backend: Backend, key: Record) -> None:
    name, _, value = header(SecretStr(key["token"])).get_secret_value().partition(": ")
    answer = await backend.http.get(CUSTOMERS, headers={name: value})
    assert answer.status_code == 200


@with_and_without_rbac
async def test_a_secret_key_in_any_other_place_is_not_seen(backend: Backend, key: Record) -> None:
    token = key["token"]
    for headers in [
        {"authorization": f"Basic {encoded(':' + token)}"},
        {"authorization": f"Basic {encoded(token + ':x')}"},
        {"authorization": token},
        {"x-medusa-access-token": token},
        {"x-api-key": token},
        {"x-publishable-api-key": token},
    ]:
        answer = await backend.http.get(CUSTOMERS, headers=headers)
        assert told(answer) == UNAUTHORIZED, list(headers)
    in_query = await backend.http.get("/admin/customers", params={"api_token": token})
    assert told(in_query) == UNAUTHORIZED


async def test_a_secret_key_as_bearer_is_told_how_to_do_it_right(
    backend: Backend, key: Record
) -> None:
    assert told(await backend.bearing(key["token"]).get(CUSTOMERS)) == AS_BEARER


async def test_all_keys_that_do_not_work_are_refused_in_the_same_words(
    backend: Backend, admin: httpx.AsyncClient, key: Record
) -> None:
    revoked, deleted = await make_key(admin, unique()), await make_key(admin, unique())
    await revoke(admin, revoked)
    await revoke(admin, deleted)
    await admin.delete(f"/admin/api-keys/{deleted['id']}")
    publishable = await make_key(admin, unique(), "publishable")
    token = key["token"]
    other = "0" if token[20] != "0" else "1"
    for wrong in [
        revoked["token"],
        deleted["token"],
        publishable["token"],
        token[:-1],
        token + "0",
        token[:20] + other + token[21:],
        token.upper(),
        "sk_" + "0" * 64,
        "sk_",
        "nonsense",
    ]:
        assert told(await backend.holding(wrong).get("/admin/users/me")) == UNAUTHORIZED


async def test_a_key_with_a_planned_end_works_until_then(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    key = await make_key(admin, unique())
    await revoke(admin, key, 3600)
    theirs = backend.holding(key["token"])
    assert (await theirs.get("/admin/users/me")).status_code == 404, "which names the key"
    await revoke(admin, key)
    assert told(await theirs.get("/admin/users/me")) == UNAUTHORIZED


@with_and_without_rbac
async def test_a_leaked_key_tells_which_record_it_is(
    backend: Backend, admin: httpx.AsyncClient, key: Record
) -> None:
    for signed in (f"Basic {key['token']}", f"Basic {encoded(key['token'] + ':')}"):
        answer = await backend.client(authorization=signed).get("/admin/users/me")
        assert told(answer) == refused(404, "not_found", f"User with id: {key['id']} was not found")
        assert re.findall("apk_[0-9A-Z]{26}", answer.text) == [key["id"]]
    found = (await admin.get(f"/admin/api-keys/{key['id']}")).json()["api_key"]
    assert found["last_used_at"] is None, "asking leaves no trace"


@on_plain
async def test_without_rbac_a_secret_key_makes_and_ends_keys_itself_included(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    key = await make_key(admin, unique())
    theirs = backend.holding(key["token"])
    child = await make_key(theirs, unique())
    assert child["created_by"] == key["id"]
    assert (await revoke(theirs, child))["revoked_by"] == key["id"]
    assert (await revoke(theirs, key))["revoked_by"] == key["id"]
    assert told(await theirs.get(CUSTOMERS)) == UNAUTHORIZED


@on_plain
async def test_without_rbac_a_secret_key_may_invite_an_admin(backend: Backend, key: Record) -> None:
    invite = {"email": f"{unique()}@example.com"}
    answer = await backend.holding(key["token"]).post("/admin/invites", json=invite)
    assert answer.status_code == 200


@on_rbac
@pytest.mark.parametrize(
    "path",
    [
        *("api-keys", "customers", "customer-groups", "users", "sales-channels"),
        *("rbac/roles", "rbac/policies"),
    ],
)
async def test_with_rbac_a_secret_key_may_read_nothing(
    backend: Backend, key: Record, path: str
) -> None:
    """Forbidden, which is not the same as dead."""
    assert told(await backend.holding(key["token"]).get(f"/admin/{path}")) == FORBIDDEN


@on_rbac
async def test_with_rbac_a_secret_key_may_change_nothing(backend: Backend, key: Record) -> None:
    theirs = backend.holding(key["token"])
    for path in (
        *("api-keys", f"api-keys/{key['id']}", f"api-keys/{key['id']}/revoke"),
        *("customers", "invites"),
    ):
        assert told(await theirs.post(f"/admin/{path}", json={})) == FORBIDDEN, path
    assert told(await theirs.delete(f"/admin/api-keys/{key['id']}")) == FORBIDDEN


@on_rbac
async def test_the_permissions_of_a_key_are_more_than_the_server_can_tell(
    backend: Backend, key: Record
) -> None:
    answer = await backend.holding(key["token"]).get("/admin/rbac/me/permissions")
    assert told(answer) == STUMBLED
