"""Why a key fails: each request that goes wrong does so on a Medusa, and is named as what it is;
each sentence comes from what a store answers. docs/leaks.md, 'How a request goes wrong'."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from medusa_console.domain.key_doctor import Diagnosed, Diagnosis
from medusa_console.domain.key_requests import read_request
from medusa_console.domain.key_slips import Slip
from medusa_console.services import key_doctor
from medusa_console.services.store_services import StoreServices
from medusa_console.ui.words import key_doctor as words
from medusa_console.ui.words import request_slips

from .answers import FORBIDDEN, STUMBLED, told
from .backends import Backend, on, on_rbac, unique, with_and_without_rbac
from .desks import Tap, opened
from .making import later_than, make_key, revoke, with_permissions
from .shapes import moment
from .test_shop_views import make_channel, make_product, shop_key

ME, REGIONS = "/admin/users/me", "/store/regions?fields=id&limit=1"


def in_base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def basic(said: str) -> str:
    return f"Authorization: Basic {in_base64(said)}"


# What goes wrong with a secret key: the header as it stands in the request, the slip and the name
# in it. K is the key; a break of a line reaches the store as a blank, as HTTP folds it.
SECRET_HEADERS: list[tuple[str, Slip, str]] = [
    ("Authorization: Bearer K", Slip.BEARER, "Bearer”. Medusa reads a secret key only behind"),
    ("Authorization: Token K", Slip.OTHER_SCHEME, "“Token” stands before the key."),
    ("Authorization: K", Slip.NO_SCHEME, "The word “Basic” is missing"),
    ("x-api-key: K", Slip.UNREAD_HEADER, "does not read the header “x-api-key”"),
    ("x-medusa-access-token: K", Slip.UNREAD_HEADER, "the header “x-medusa-access-token”"),
    ("Authorization: Basic  K", Slip.TWO_SPACES, "More than one space"),
    ('Authorization: Basic "K"', Slip.QUOTES, "Quotation marks"),
    ("Authorization: Basic K,", Slip.TOO_LONG, "stands directly behind the key"),
    ("x-publishable-api-key: K", Slip.SECRET_AS_PUBLISHABLE, "A secret key is used where"),
]
SECRET_BASE64: list[tuple[Callable[[str], str], Slip, str]] = [
    (lambda key: basic(f"{key}:\n"), Slip.BASE64_LINE_BREAK, "as “echo” adds it"),
    (lambda key: basic(in_base64(f"{key}:")), Slip.BASE64_TWICE, "in base64 twice"),
    (lambda key: basic(f"Basic {key}"), Slip.BASE64_OTHER, "holds something else"),
    (lambda key: basic(f"{key}:x"), Slip.PASSWORD, "A password follows the key."),
    (lambda key: basic(f":{key}"), Slip.AS_PASSWORD, "where the password belongs"),
    (lambda key: basic(f" {key}:"), Slip.SPACES, "A space stands within the key"),
    (lambda key: basic(f'"{key}":'), Slip.QUOTES, "Quotation marks"),
    (
        lambda key: f"{basic(f'{key}:')[:97]}\n{basic(f'{key}:')[97:]}",
        Slip.BASE64_WRAPPED,
        "broken over two lines",
    ),
]
COPIES: list[tuple[Callable[[str], str], Slip, str]] = [
    (lambda key: f"{key[:30]} {key[30:]}", Slip.SPACES, "A space stands within the key"),
    (lambda key: f"{key[:30]}\n{key[30:]}", Slip.LINE_BREAK, "A line break stands within"),
    (str.upper, Slip.CAPITALS, "The key is in capitals."),
    (lambda key: f"{key[:30]}\u200b{key[30:]}", Slip.INVISIBLE, "Invisible characters"),
    (lambda key: key.replace("_", "%5F"), Slip.ENCODED, "The key is encoded"),
    (lambda key: key[:-1], Slip.CUT, "it has 63 of 64 digits"),
    (lambda key: f"{key}0", Slip.TOO_LONG, "stands directly behind the key"),
    (lambda key: key[3:], Slip.NO_PREFIX, "The beginning of the key is missing"),
    (lambda key: f"{key[:6]}***{key[-3:]}", Slip.SHORTENED, "the shortened form"),
]
PUBLISHABLE_HEADERS: list[tuple[str, Slip, str]] = [
    ("Authorization: Bearer K", Slip.UNREAD_HEADER, "from the header “Authorization”"),
    ("x-publishable-key: K", Slip.UNREAD_HEADER, "from the header “x-publishable-key”"),
    ("x-publishable-api-key: Bearer K", Slip.OTHER_SCHEME, "“Bearer” stands before the key."),
]


def test_no_way_of_going_wrong_is_left_out() -> None:
    shown = {slip for part in (SECRET_HEADERS, PUBLISHABLE_HEADERS) for _, slip, _ in part}
    shown |= {slip for part in (SECRET_BASE64, COPIES) for _, slip, _ in part}
    # At the end of the tests below, and of test_check_command.
    shown |= {Slip.IN_ADDRESS, Slip.PUBLISHABLE_AS_SECRET, Slip.USER_WITHOUT_COLON}
    assert shown == set(Slip)


async def sent(backend: Backend, text: str) -> int:
    """The status of the answer to the request that `text` is."""
    line, _, rest = text.partition("\n")
    target = line.split(" ")[1]
    name, _, value = rest.partition(": ")
    headers = [(name.encode(), value.replace("\n", " ").encode())] if name else []
    async with backend.http as client:
        return (await client.get(target, headers=headers)).status_code


async def examined(services: StoreServices, text: str, **options: Any) -> Diagnosed:
    return await services.doctor.examine(read_request(text), None, lambda _: None, **options)


def said(services: StoreServices, told: Diagnosed, who: str = "Maya") -> str:
    """What the dialog says."""
    headline = words.headline(told, services.store, slipped=False)
    return f"{headline}. {words.why(told, services.store, opened=None, who=who, slipped=False)}"


@with_and_without_rbac
async def test_each_request_that_goes_wrong_with_a_secret_key_is_named_as_what_it_is(
    backend: Backend, admin: httpx.AsyncClient, services: StoreServices
) -> None:
    await services.permissions.learn()
    key = (await make_key(admin, unique()))["token"]
    cases = [
        *((header.replace("K", key), slip, told) for header, slip, told in SECRET_HEADERS),
        *((make(key), slip, told) for make, slip, told in SECRET_BASE64),
        *((f"Authorization: Basic {make(key)}", slip, told) for make, slip, told in COPIES),
    ]
    assert await sent(backend, f"GET {ME} HTTP/1.1\nAuthorization: Basic {key}") == 404, "accepted"
    for header, slip, sentence in cases:
        text = f"GET {ME} HTTP/1.1\n{header}"
        assert await sent(backend, text) == 401, slip
        read = read_request(text)
        assert read.slips == (slip,)
        (wrong,) = request_slips.wrong(read, services.store)
        assert sentence in wrong
    expected = Diagnosis.BLOCKED_BY_ROLES if backend.rbac else Diagnosis.ACCEPTED
    bearer, cut = f"Authorization: Bearer {key.upper()}", f"Authorization: Basic {key[:-1]}"
    assert (await examined(services, bearer)).diagnosis is expected, "the key itself is fine"
    assert (await examined(services, cut)).diagnosis is Diagnosis.NOT_WHOLE
    in_address = f"GET {ME}?api_token={key} HTTP/1.1"
    assert await sent(backend, in_address) == 401
    read = read_request(in_address)
    assert read.slips == (Slip.IN_ADDRESS,)
    assert "stands in the address, as “api_token”" in request_slips.wrong(read, services.store)[0]
    assert await sent(backend, f"GET {REGIONS} HTTP/1.1\nAuthorization: Basic {key}") == 400
    at_store = read_request(f"GET {REGIONS} HTTP/1.1\nAuthorization: Basic {key}")
    assert at_store.slips == (Slip.SECRET_AS_PUBLISHABLE,)


@with_and_without_rbac
async def test_each_request_that_goes_wrong_with_a_publishable_key_is_named_as_what_it_is(
    backend: Backend, admin: httpx.AsyncClient, services: StoreServices
) -> None:
    key = (await make_key(admin, unique(), "publishable"))["token"]
    cases = [
        *((header.replace("K", key), slip, told) for header, slip, told in PUBLISHABLE_HEADERS),
        (f"x-publishable-api-key: {in_base64(key)}", Slip.ENCODED, "The key is encoded"),
        *(
            (f"x-publishable-api-key: {make(key)}", slip, w)
            for make, slip, w in COPIES
            if slip not in (Slip.NO_PREFIX, Slip.SHORTENED)
        ),
    ]
    assert await sent(backend, f"GET {REGIONS} HTTP/1.1\nx-publishable-api-key: {key}") == 200
    for header, slip, sentence in cases:
        text = f"GET {REGIONS} HTTP/1.1\n{header}"
        assert await sent(backend, text) == 400, slip
        read = read_request(text)
        assert read.slips == (slip,)
        (wrong,) = request_slips.wrong(read, services.store)
        assert sentence in wrong
    for header in (f"Authorization: Basic {key}", f"x-publishable-api-key: {key}"):
        text = f"GET {ME} HTTP/1.1\n{header}"
        assert await sent(backend, text) == 401
        assert read_request(text).slips == (Slip.PUBLISHABLE_AS_SECRET,)


@with_and_without_rbac
async def test_each_sentence_about_a_secret_key_comes_from_what_the_store_answers(
    backend: Backend,
    admin: httpx.AsyncClient,
    services: StoreServices,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    unknown = await examined(services, (await make_key(admin, unique()))["token"])
    assert "What roles allow this key is not known" in said(services, unknown)
    await services.permissions.learn()
    live, ended, revoked, leaked = [await make_key(admin, unique()) for _ in range(4)]
    ends = (await revoke(admin, ended, 1))["revoked_at"]
    await revoke(admin, revoked)
    await later_than(admin, moment(ends))
    key = live["token"]

    closed = f"curl -u {key}: {backend.store.origin}/admin/customers"
    open_to_all = f"curl -u {key}: {backend.store.origin}/admin/search?q=x"
    accepted = "accepts this key, so the trouble is elsewhere. Tried just now."
    told_of_closed = said(services, await examined(services, closed))
    statuses = [
        (await backend.holding(key).get(path)).status_code
        for path in ("/admin/customers?limit=1", "/admin/search?q=x", "/admin/plugins")
    ]
    if backend.rbac:
        assert "accepts this key, but roles stand in its way. Roles are on" in told_of_closed
        assert statuses[0] == 403
    else:
        assert accepted in told_of_closed
    assert statuses[1:] == [200, 200] or backend.place.asgi is not None
    assert accepted in said(services, await examined(services, open_to_all))

    twin = f"{key[:6]}{'0' * 58}{key[-3:]}"
    foreign = "sk_" + "0" * 64
    services.evidence.mark(leaked["id"])
    for text, sentence in [
        (revoked["token"], "This key is revoked. “"),
        (ended["token"], "This key is past its planned end. “"),
        (leaked["token"], "This key leaked: revoke it."),
        (twin, "refuses this key. “"),
        (foreign, "has no such key. It was deleted, is another store's, or never was a key"),
        (key[:-1], "This is not a whole key, so no store accepts it."),
        (f"{key} {foreign}", "More than one key was pasted."),
        ("nothing", "No key found in what was pasted."),
    ]:
        assert sentence in said(services, await examined(services, text)), sentence
    listed = (await services.keys.get(live["id"])).value
    assert "By its record, this key is active." in said(
        services, await services.doctor.look_at(listed)
    )
    monkeypatch.setattr(key_doctor, "MOST_LISTED", 1)
    assert "Not found in" in said(services, await examined(services, foreign))
    by_name = await examined(services, foreign, by_name=True)
    assert "refuses this key. It is revoked" in said(services, by_name)


@with_and_without_rbac
async def test_each_sentence_about_a_publishable_key_comes_from_what_the_store_answers(
    backend: Backend, admin: httpx.AsyncClient, services: StoreServices
) -> None:
    sold, empty = await make_channel(admin), await make_channel(admin)
    await make_product(admin, [sold])
    works, nothing = await shop_key(admin, sold), await shop_key(admin, empty)
    without = await make_key(admin, unique(), "publishable")
    revoked = await make_key(admin, unique(), "publishable")
    await revoke(admin, revoked)
    for key, sentence in [
        (works, "accepts this key, so the trouble is elsewhere. Tried just now, as a storefront"),
        (nothing, "accepts this key, but has no products for it."),
        (without, "This key has no sales channel."),
        (revoked, "Reactivate it, or create a new one."),
        ({"token": "pk_" + "0" * 64}, "has no such key."),
    ]:
        assert sentence in said(services, await examined(services, key["token"])), sentence
        if "id" in key:
            listed = (await services.keys.get(key["id"])).value
            assert sentence in said(services, await services.doctor.look_at(listed))


@on_rbac
async def test_who_may_not_view_keys_is_told_so_and_may_have_one_presented(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    key = (await make_key(admin, unique()))["token"]
    person = await with_permissions(backend, "customer:read")
    assert told(await backend.bearing(person.token).get("/admin/api-keys"))[0] == FORBIDDEN[0]
    async with opened(backend, person.token, person.email) as services:
        await services.permissions.learn()
        assert "Your account can't view the keys of" in said(
            services, await examined(services, key)
        )
        by_name = await examined(services, key, by_name=True)
        assert "accepts this key, but roles stand in its way." in said(services, by_name)
        refused = await examined(services, "sk_" + "0" * 64, by_name=True)
        assert "refuses this key. It is revoked, has ended, was deleted" in said(services, refused)


Spoils = Callable[[Scope], bytes | None]


class Between(Tap):
    """A gateway before the store that answers some requests itself."""

    spoils: Spoils = staticmethod(lambda _: None)

    async def app(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = self.spoils(scope)
        if body is None:
            await super().app(scope, receive, send)
            return
        json = body.startswith(b"{")
        kind = b"application/json; charset=utf-8" if json else b"text/html"
        status = STUMBLED[0] if json else 200
        heads = [(b"content-type", kind)]
        await send({"type": "http.response.start", "status": status, "headers": heads})
        await send({"type": "http.response.body", "body": body})


@on("demo-plain", "real-plain")
async def test_a_store_that_cannot_say_is_told_as_such(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    made = await make_key(admin, unique())
    key, token = made["token"], await backend.admin_token()

    def us(scope: Scope) -> bytes | None:
        ours = any(value.startswith(b"Bearer") for name, value in scope["headers"])
        return STUMBLED[1].encode() if ours and scope["path"] == ME else None

    def a_page(scope: Scope) -> bytes | None:
        return b"<html>Sign in</html>" if scope["path"] == ME else None

    async def say(spoils: Spoils, text: str) -> str:
        between = Between(backend)
        object.__setattr__(between, "spoils", spoils)
        async with opened(backend, token, asgi=between.app) as services:
            return said(services, await examined(services, text))

    twin = f"{key[:6]}{'0' * 58}{key[-3:]}"
    assert "is in trouble. Its answer says nothing about the key." in await say(us, twin)
    assert "is not reachable. It could not be asked." in await say(a_page, key)
    async with opened(backend) as services:
        assert "Not signed in to" in said(services, await examined(services, key))
