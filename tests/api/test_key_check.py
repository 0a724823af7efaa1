"""Presenting a leaked key to a store: what accepts or refuses it, and that no answer keeps it."""

from __future__ import annotations

import base64
import logging
import types
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import SecretStr

from medusa_console.api.key_check import KeyCheck
from medusa_console.api.transport import Transport
from medusa_console.domain.errors import (
    Conflict,
    ConsoleError,
    Forbidden,
    Intercepted,
    Invalid,
    MfaNeeded,
    NoSuchRoute,
    NotFound,
    NotMedusa,
    Redirected,
    ServerFault,
    SignInNeeded,
    TooBig,
    TooManyRequests,
    Unreachable,
    Unreadable,
)
from medusa_console.domain.leak_answers import Accepted, KeyAnswer, RefusedKey
from tests.api.conftest import OpenWire
from tests.faults import server as faults
from tests.faults.catalogue import HTML, LOST
from tests.faults.medusa import KEY_ID, SECRET
from tests.faults.server import Behaviour, FaultServer

ME, REGIONS = "/admin/users/me", "/store/regions"
FLAGS, STORES = "/admin/feature-flags", "/admin/stores"
PUBLISHABLE = "pk_" + SECRET[3:]
ID = "apk_01M8KVP97ZE34HTJTCXKQVJD4K"
OTHER_ID = "apk_01M8KVQ4MCX55MZCMWGBSDNY01"
NO_VALID_KEY = "A valid publishable key is required to proceed with the request"

Expected = str | type[ConsoleError]
"""The id that an acceptance names, "" for none; "refused"; or the error."""


def nobody(record_id: str) -> str:
    return f"User with id: {record_id} was not found"


def missing(message: str) -> Behaviour:
    return faults.refusal(404, message, "not_found")


def html(status: int) -> Behaviour:
    return faults.answer(status, HTML, content_type="text/html")


UNAUTHORIZED = faults.refusal(401, "Unauthorized")
# From 2.13.2 on Medusa names this flag, and takes keys where a user asks who they are.
NEWER = faults.json_answer({"feature_flags": {"rbac": False, "rbac_filter_fields": False}})
OLDER = faults.json_answer({"feature_flags": {"index_engine": False}})
REDIRECT = faults.answer(302, headers={"Location": "https://login.example/?next=/admin"})

EITHER: dict[str, tuple[Behaviour, Expected]] = {
    "403 as a gateway words it": (faults.refusal(403, "Forbidden"), Intercepted),
    "404 without its type": (faults.refusal(404, nobody(ID)), Intercepted),
    "401 as a page": (html(401), Intercepted),
    "403 as a page": (html(403), Intercepted),
    "404 as a page": (html(404), Intercepted),
    "401 without a body": (faults.answer(401), Intercepted),
    "401 in a list": (faults.json_answer([{"message": "Unauthorized"}], 401), Intercepted),
    "401 and more": (
        faults.json_answer({"message": "Unauthorized", "request_id": "1"}, 401),
        Intercepted,
    ),
    "400 and more": (
        faults.json_answer({"type": "not_allowed", "message": NO_VALID_KEY, "x": 1}, 400),
        Intercepted,
    ),
    "401 of the login": (
        faults.refusal(401, "Invalid email or password", "unauthorized"),
        SignInNeeded,
    ),
    "401 with a type": (faults.refusal(401, "Unauthorized", "unauthorized"), SignInNeeded),
    "401 in other words": (faults.refusal(401, "unauthorized"), SignInNeeded),
    "401 for a bearer": (
        faults.refusal(401, "A secret API key was passed as a Bearer token."),
        SignInNeeded,
    ),
    "MFA": (
        faults.refusal(401, "MFA verification is required to complete this request"),
        MfaNeeded,
    ),
    "409": (faults.refusal(409, "conflict", "invalid_state_error"), Conflict),
    "429 in Medusa's form": (faults.refusal(429, "slow down", "too_many"), TooManyRequests),
    "429 of a gateway": (faults.answer(429, headers={"Retry-After": "600"}), Intercepted),
    "500": (faults.refusal(500, "An unknown error occurred.", "unknown_error"), ServerFault),
    "503": (html(503), ServerFault),
    "a redirect": (REDIRECT, Redirected),
    "200 as a page": (html(200), NotMedusa),
    "no such route": (faults.unknown_route, NoSuchRoute),
    "oversized": (LOST["200 MB"].behaviour, TooBig),
    "a bomb": (LOST["gzip bomb"].behaviour, TooBig),
    "broken gzip": (LOST["broken gzip"].behaviour, Unreadable),
    "cut short": (LOST["body cut short"].behaviour, Unreachable),
    "closed": (faults.close, Unreachable),
    "not HTTP": (LOST["a mail server"].behaviour, NotMedusa),
}
OF_A_SECRET: dict[str, tuple[Behaviour, Expected]] = {
    "its own 401": (UNAUTHORIZED, "refused"),
    "its own 404": (missing(nobody(ID)), ID),
    "another id": (missing(nobody(OTHER_ID)), OTHER_ID),
    "an account's id": (missing(nobody("user_01M8KVPZV8RXBEWM9ND882D5YC")), ""),
    "in lower case": (missing(nobody(ID.lower())), ""),
    "a short id": (missing(nobody(KEY_ID[:-1])), ""),
    "two ids": (missing(f"{nobody(ID)}; {nobody(OTHER_ID)}"), ""),
    "an id and more words": (missing(f"{nobody(ID)}."), ""),
    "another 404": (missing("Nothing here"), NotFound),
    "the key instead of an id": (missing(nobody(SECRET)), ""),
    "accepted as an admin": (faults.json_answer({"user": {"id": ID}}), ""),
    "403": (faults.refusal(403, "Forbidden", "forbidden"), ""),
    "the refusal of the shop": (faults.refusal(400, NO_VALID_KEY, "not_allowed"), Invalid),
    **EITHER,
}
OF_A_PUBLISHABLE: dict[str, tuple[Behaviour, Expected]] = {
    "its own 400": (faults.refusal(400, NO_VALID_KEY, "not_allowed"), "refused"),
    "regions": (faults.json_answer({"regions": [], "count": 0, "offset": 0, "limit": 1}), ""),
    "400 and more words": (faults.refusal(400, NO_VALID_KEY + ".", "not_allowed"), Invalid),
    "no key": (
        faults.refusal(400, "Publishable API key required in the request header", "not_allowed"),
        Invalid,
    ),
    "the refusal of the admin's part": (UNAUTHORIZED, SignInNeeded),
    "its own 404": (missing(nobody(ID)), NotFound),
    "403": (faults.refusal(403, "Forbidden", "forbidden"), Forbidden),
    **EITHER,
}


async def says(check: KeyCheck, token: str) -> KeyAnswer:
    secret = SecretStr(token)
    return await (check.secret(secret) if token == SECRET else check.publishable(secret))


def is_as_expected(said: KeyAnswer, expected: Expected) -> bool:
    if expected == "refused":
        return isinstance(said, RefusedKey)
    if isinstance(expected, str):
        return isinstance(said, Accepted) and said.key_id == expected
    return type(said) is expected


@pytest.mark.parametrize(
    ("token", "path", "cases"),
    [(SECRET, ME, OF_A_SECRET), (PUBLISHABLE, REGIONS, OF_A_PUBLISHABLE)],
    ids=["secret", "publishable"],
)
async def test_only_medusas_own_words_accept_or_refuse_a_key(
    token: str,
    path: str,
    cases: dict[str, tuple[Behaviour, Expected]],
    open_wire: OpenWire,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    wrong = {}
    for name, (behaviour, expected) in cases.items():
        with FaultServer() as server:
            server.on("GET", path, behaviour)
            server.on("GET", FLAGS, NEWER)
            said = await says(KeyCheck(open_wire(server.origin)), token)
            if not is_as_expected(said, expected):
                wrong[name] = said
            assert not list(traces_of(said)), name
            assert {request.path for request in server.requests} - {FLAGS} == {path}
            assert not any(holds_a_key(request.target) for request in server.requests)
    assert not wrong
    assert not holds_a_key(caplog.text)


@pytest.mark.parametrize(
    ("flags", "stores", "expected"),
    [
        (OLDER, faults.json_answer({"stores": [], "count": 0, "offset": 0, "limit": 1}), ""),
        (OLDER, faults.refusal(403, "Forbidden", "forbidden"), ""),
        (OLDER, UNAUTHORIZED, "refused"),
        (OLDER, faults.refusal(500, "x", "unknown_error"), ServerFault),
        (OLDER, faults.unknown_route, NoSuchRoute),
        (faults.unknown_route, faults.json_answer({"stores": []}), ""),
        (html(200), faults.json_answer({"stores": []}), ""),
        (faults.json_answer({"feature_flags": True}), faults.json_answer({"stores": []}), ""),
        (faults.close, UNAUTHORIZED, "refused"),
        (NEWER, faults.json_answer({"stores": []}), "refused"),
    ],
    ids=["works", "role", "dead", "500", "404", "no flags", "HTML", "nonsense", "lost", "newer"],
)
async def test_a_store_that_takes_no_key_where_users_ask_who_they_are_gets_it_elsewhere(
    flags: Behaviour,
    stores: Behaviour,
    expected: Expected,
    wire: Transport,
    server: FaultServer,
) -> None:
    server.on("GET", ME, UNAUTHORIZED)
    server.on("GET", FLAGS, flags)
    server.on("GET", STORES, stores)
    said = await says(KeyCheck(wire), SECRET)
    assert is_as_expected(said, expected), said
    assert not list(traces_of(said))
    assert server.count("GET", STORES) == (flags is not NEWER)
    assert "authorization" not in server.last("GET", FLAGS).headers, "nobody else sees the key"


async def test_a_store_that_does_not_answer_neither_accepts_nor_refuses(
    open_wire: OpenWire,
) -> None:
    for token, path in ((SECRET, ME), (PUBLISHABLE, REGIONS)):
        for name in ("never an answer", "body drips", "head drips"):
            with FaultServer() as server:
                server.on("GET", path, LOST[name].behaviour)
                wire = open_wire(server.origin, **LOST[name].limits)
                said = await says(KeyCheck(wire), token)
                assert isinstance(said, Unreachable), name
                assert not list(traces_of(said)), name


async def test_a_store_that_is_gone_gets_no_key(wire: Transport, server: FaultServer) -> None:
    server.close()
    for token in (SECRET, PUBLISHABLE):
        said = await says(KeyCheck(wire), token)
        assert isinstance(said, Unreachable)
        assert not said.sent
        assert not list(traces_of(said))


async def test_what_a_server_reflects_of_the_key_stays_in_no_error(
    open_wire: OpenWire, caplog: pytest.LogCaptureFixture
) -> None:
    """A hostile server was given the key, but neither the screen nor the log may get it back."""
    for token, path in ((SECRET, ME), (PUBLISHABLE, REGIONS)):
        pair = base64.b64encode(f"{token}:".encode()).decode()
        for part in (token, pair, f"{token[:20]} {token[20:]}"):
            for behaviour in (
                *(
                    faults.refusal(status, part, "not_found")
                    for status in (400, 401, 403, 404, 409)
                ),
                faults.refusal(404, nobody(part), "not_found"),
                faults.refusal(404, "x" * 290 + part, "not_found"),
                faults.refusal(400, f"Field '{part}' is required", "invalid_data"),
                faults.refusal(403, f"Required policies: {part}, {part}", "forbidden"),
                faults.refusal(404, "x", part),
                faults.answer(401, part.encode(), headers={"Server": part, "Via": part}),
                faults.answer(302, headers={"Location": f"https://{part}.example/{part}"}),
                faults.answer(302, headers={"Location": f"{part}:{part}"}),
                faults.answer(302, headers={"Location": f"https://x/{part}"}),
                faults.answer(200, part.encode(), headers={"Content-Encoding": part}),
                faults.answer(200, f'{{"{part}": '.encode()),
                faults.raw(f"HTTP/1.1 200 OK\r\n{part} : x\r\n\r\n".encode()),
                faults.raw(f"HTTP/1.1 404 {part}\r\n\r\n".encode()),
            ):
                with FaultServer() as server:
                    server.on("GET", path, behaviour)
                    said = await says(KeyCheck(open_wire(server.origin)), token)
                    assert not list(traces_of(said)), said
    ours = [one for one in caplog.records if one.name.startswith("medusa_console")]
    assert not any(holds_a_key(one.getMessage()) for one in ours)


async def test_a_key_goes_where_it_belongs_and_nowhere_else(
    wire: Transport, server: FaultServer
) -> None:
    server.on("GET", ME, missing(nobody(ID)))
    server.on("GET", REGIONS, faults.json_answer({"regions": []}))
    check = KeyCheck(wire)
    await check.secret(SecretStr(SECRET))
    await check.publishable(SecretStr(PUBLISHABLE))
    basic, header = server.requests
    pair = base64.b64encode(f"{SECRET}:".encode()).decode()
    assert (basic.target, basic.headers["authorization"]) == (ME, f"Basic {pair}")
    assert header.target == f"{REGIONS}?fields=id&limit=1"
    assert header.headers["x-publishable-api-key"] == PUBLISHABLE
    assert "authorization" not in header.headers
    assert not any(one.body for one in server.requests)


# Whatever is reachable from a kept answer


def holds_a_key(text: str) -> bool:
    """Whether `text` holds a good part of one of the keys, as it is or in base64."""
    pairs = [base64.b64encode(f"{one}:".encode()).decode() for one in (SECRET, PUBLISHABLE)]
    flat = text.replace(" ", "").lower()
    return any(part.lower() in flat for part in (SECRET[3:15], *(pair[8:24] for pair in pairs)))


def traces_of(kept: object) -> Iterator[object]:
    """What holds the key among all that can be reached from `kept`: attributes, arguments, causes,
    and the locals of the frames of its tracebacks."""
    left, seen = [kept], {0}
    while left:
        one = left.pop()
        if id(one) in seen or isinstance(one, type | types.ModuleType | types.FunctionType):
            continue
        seen.add(id(one))
        match one:
            case str() | bytes() | SecretStr():
                text = one.get_secret_value() if isinstance(one, SecretStr) else one
                if holds_a_key(text.decode("latin-1") if isinstance(text, bytes) else text):
                    yield one
            case dict():
                left += [*one.keys(), *one.values()]
            case list() | tuple() | set() | frozenset():
                left += one
            case types.TracebackType():
                left += [one.tb_frame.f_locals, one.tb_next]
            case _:
                left += _parts(one)


def _parts(one: object) -> list[Any]:
    parts = [getattr(one, "__dict__", None)]
    if isinstance(one, BaseException):
        parts += [one.args, one.__cause__, one.__context__, one.__traceback__]
    return parts
