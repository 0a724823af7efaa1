"""Which addresses a password may go to, and in which form they are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medusa_console.domain.address import (
    canonical_origin,
    canonical_proxy,
    mixes_alphabets,
    readable_host,
)
from medusa_console.domain.errors import UnsafeAddress
from medusa_console.domain.store import DEMO_STORE, Environment, Store
from medusa_console.ui.words import reasons

ACCEPTED = {
    "https://store.example.com": "https://store.example.com",
    "https://store.example.com/": "https://store.example.com",
    "  https://store.example.com  ": "https://store.example.com",
    "HTTPS://Store.Example.COM": "https://store.example.com",
    "https://store.example.com:443": "https://store.example.com",
    "https://store.example.com:9000": "https://store.example.com:9000",
    "https://192.0.2.10": "https://192.0.2.10",
    "https://[2001:DB8:0:0::1]:9000": "https://[2001:db8::1]:9000",
    "http://localhost": "http://localhost",
    "http://localhost:9000": "http://localhost:9000",
    "http://LOCALHOST:80": "http://localhost",
    "http://127.0.0.1:9000/": "http://127.0.0.1:9000",
    "http://127.8.9.10": "http://127.8.9.10",
    "http://[::1]:9000": "http://[::1]:9000",
    "http://[0:0:0:0:0:0:0:1]": "http://[::1]",
    "https://аpple.test": "https://xn--pple-43d.test",  # noqa: RUF001  # Cyrillic
    "https://xn--pple-43d.test": "https://xn--pple-43d.test",
    "https://store。example.com": "https://store.example.com",
    "https://bücher.example": "https://xn--bcher-kva.example",
    "https://straße.example": "https://xn--strae-oqa.example",  # as browsers go, not strasse
    "https://a--b.example": "https://a--b.example",
    # Somebody else's host that begins like this computer's: fine over https alone.
    "https://127.0.0.1.evil.test": "https://127.0.0.1.evil.test",
}

EMPTY = "Enter the store's address, for example https://store.example.com."
BEGIN = "Start with https://, for example https://"
SCHEME = "Only https:// addresses can be used (http:// for this computer)."
BEFORE_AT = "Remove everything up to the @. Names and passwords don't belong in an address."
SIGNS = "The address contains a space or a character that is not allowed in hosts."
AFTER_HOST = "Enter only https:// and the host, without a path: https://store.example.com"
QUERY = "Remove the part from “?” or “#”."
PLAIN = "Use https://. Over http:// your password could be read on the way."
LOCALHOST = "Enter localhost, with nothing before it."
NUMBERS = "Enter IP addresses as four numbers, for example 192.0.2.10."
NOWHERE = "0.0.0.0 is not the address of a server."
HOST = "The host name is missing or contains a character that is not allowed."
LONG = "The host name is too long."
FOREIGN = "This host name can't be used on the internet."
INCOMPLETE = "This address is incomplete. Check host and port."
AROUND = "Remove what is before or after the brackets of the IPv6 address."
IPV6_FORM = "This form of IPv6 address is not accepted."
INVALID = "Names ending in .invalid never exist."

REFUSED = {
    "": EMPTY, " ": EMPTY, "store.example.com": BEGIN + "store.example.com.",
    "//store.example.com": BEGIN, "https:store.example": BEGIN,
    "https://": HOST, "https:///x": BEGIN, "https://:9000": HOST,
    "ftp://store.example.com": SCHEME, "javascript://x": SCHEME, "file:///etc/passwd": SCHEME,
    "ws://store.example.com": SCHEME,
    # Userinfo, in every disguise
    "https://store.example.com@evil.test/": BEFORE_AT, "https://user@store.example.com": BEFORE_AT,
    "https://user:pass@store.example.com": BEFORE_AT, "https://@store.example.com": BEFORE_AT,
    "https://store.example.com\\@evil.test": SIGNS, "https://store.example.com\\.evil.test": SIGNS,
    # More than an origin
    "https://store.example.com/app": AFTER_HOST, "https://store.example.com?x=1": QUERY,
    "https://store.example.com?": QUERY, "https://store.example.com/#f": QUERY,
    "https://store.example.com#": QUERY, "https://store.example.com;x": HOST,
    # http to elsewhere
    "http://store.example.com": PLAIN, "http://192.0.2.10": PLAIN,
    "http://127.0.0.1.evil.test/": PLAIN, "http://[2001:db8::1]": PLAIN,
    "http://localhost.evil.test": PLAIN, "http://evil.test:80": PLAIN,
    # This computer, written in ways that others may read differently
    "http://localhost.": HOST, "http://foo.localhost": LOCALHOST,
    "https://foo.localhost": LOCALHOST, "http://127.1": NUMBERS,
    "http://2130706433": NUMBERS, "http://0x7f.1": NUMBERS,
    "http://0x7f000001": NUMBERS, "http://0177.0.0.1": NUMBERS, "http://127.0.0.1.": HOST,
    "http://0.0.0.0": NOWHERE, "https://0.0.0.0": NOWHERE, "http://[::]": IPV6_FORM,
    "https://127.1": NUMBERS, "http://[::ffff:127.0.0.1]": IPV6_FORM,
    "https://[::ffff:127.0.0.1]": IPV6_FORM, "http://[::1%25lo]": IPV6_FORM,
    "http://::ffff:127.0.0.1": INCOMPLETE,
    # Not hosts
    "https://ex ample.com": SIGNS, "https://ex%20ample.com": HOST, "https://ex\tample.com": SIGNS,
    "https://store.example.com\r\nX: y": SIGNS, "https://exa\x00mple.com": SIGNS,
    "https://-a.example": HOST, "https://a..example": HOST, "https://.example": HOST,
    "https://" + "a" * 64 + ".example": LONG, "https://" + "a." * 127 + "example": LONG,
    "https://" + "ä" * 5000: LONG, "https://a,b.example": HOST,
    "https://999.1.1.1": NUMBERS, "https://[::1": INCOMPLETE, "https://::1": INCOMPLETE,
    "https://[::1]evil.test": AROUND, "https://evil.test[::1]": AROUND,
    "https://[nonsense]": INCOMPLETE, "https://[]": INCOMPLETE,
    "https://a.example:port": INCOMPLETE,
    "https://a.example:99999": INCOMPLETE, "https://a.example:-1": INCOMPLETE,
    "https://a.example:0": INCOMPLETE,
    # Letters that no host may have, and codes that stand for none
    "https://☃.example": FOREIGN, "https://xn--a.example": FOREIGN, "https://xn--.example": FOREIGN,
    "https://xn--\u00e4.example": FOREIGN, "https://a\u200db.example": FOREIGN,
    # Never exists, and stands for the demo store
    "https://demo.invalid": INVALID, "https://anything.invalid": INVALID,
}  # fmt: skip


@pytest.mark.parametrize(("typed", "origin"), ACCEPTED.items())
def test_an_address_becomes_one_canonical_origin(typed: str, origin: str) -> None:
    assert canonical_origin(typed) == origin
    assert canonical_origin(origin) == origin


@pytest.mark.parametrize(("typed", "reason"), REFUSED.items())
def test_an_unsafe_address_is_refused_with_its_reason(typed: str, reason: str) -> None:
    with pytest.raises(UnsafeAddress) as caught:
        canonical_origin(typed)
    if reason == BEGIN:
        assert reasons.address(caught.value).startswith(BEGIN)
    else:
        assert reasons.address(caught.value) == reason


HINTS = {
    "store.example.com": "https://store.example.com",
    "store.example.com:9000/app": "https://store.example.com:9000",
    "//store.example.com": "https://store.example.com",
    "https:/store.example.com": "https://store.example.com",
    "https:store.example.com": "https://store.example.com",
    "https//store.example.com": "https://store.example.com",
    "https;//store.example.com": "https://store.example.com",
    "https:///store.example.com/": "https://store.example.com",
    "https://https://store.example.com": "https://store.example.com",
    "https://https:/store.example.com": "https://store.example.com",
    "https:\\\\store.example.com": "https://store.example.com",
    "htps://store.example.com": "https://store.example.com",
    "ttps://store.example.com": "https://store.example.com",
    "hxxps://store.example.com": "https://store.example.com",
    "https.example.com": "https://https.example.com",
    "http:/store.example.com": "https://store.example.com",
    "localhost:9000": "http://localhost:9000",
    "http:/localhost:9000": "http://localhost:9000",
    "http//127.0.0.1:9000": "http://127.0.0.1:9000",
    "[::1]:9000": "http://[::1]:9000",
    "me:secret@store.example.com": "https://store.example.com",
    "https:/me:secret@store.example.com": "https://store.example.com",
}


@pytest.mark.parametrize(("typed", "meant"), HINTS.items())
def test_a_mistyped_beginning_gets_a_hint_that_can_be_right(typed: str, meant: str) -> None:
    with pytest.raises(UnsafeAddress) as caught:
        canonical_origin(typed)
    assert reasons.address(caught.value) == f"Start with https://, for example {meant}."
    assert canonical_origin(meant) == meant


@pytest.mark.parametrize("typed", ["https:/", "https//", "@", "a..b"])
def test_where_nothing_can_be_meant_the_hint_is_an_example(typed: str) -> None:
    with pytest.raises(UnsafeAddress) as caught:
        canonical_origin(typed)
    assert "https://store.example.com" in reasons.address(caught.value)


@pytest.mark.parametrize(
    "origin",
    [
        "https://shop_staging.corp.example",
        "https://medusa_server_1.intern:9443",
        "https://_shop.example",
        "https://shop_.example",
    ],
)
def test_a_host_may_have_underscores_where_browsers_and_certificates_accept_them(
    origin: str,
) -> None:
    assert canonical_origin(origin) == origin


def test_a_proxys_host_may_have_underscores() -> None:
    assert canonical_proxy("squid_1:3128") == "http://squid_1:3128"


@pytest.mark.parametrize(
    ("read", "mixed"),
    [
        ("аpple.test", True),  # noqa: RUF001  # one Cyrillic letter
        ("gοοgle.example", True),  # noqa: RUF001  # two Greek ones
        ("shop-ѕtore.example", True),  # noqa: RUF001
        ("аррӏе.example", False),  # noqa: RUF001  # Cyrillic alone: looks alike, mixes nothing
        ("shop.магазин.example", False),
        ("bücher.example", False),
        ("line-ストアー日本.example", False),
        ("brand한국.example", False),
        ("مثال.example", False),
    ],
)
def test_a_host_in_other_letters_is_read_back_as_they_are(read: str, mixed: bool) -> None:
    origin = canonical_origin(f"https://{read}:9000")
    assert origin.isascii()
    assert readable_host(origin) == read
    assert mixes_alphabets(read) is mixed


@pytest.mark.parametrize(
    "origin", ["https://store.example.com", "https://a--b.example", "http://[::1]:9000"]
)
def test_a_host_in_plain_letters_has_one_form(origin: str) -> None:
    assert readable_host(origin) == ""


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("http://proxy.example.com:3128", "http://proxy.example.com:3128"),
        (" Proxy.example.com:3128/ ", "http://proxy.example.com:3128"),
        ("127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("localhost:80", "http://localhost:80"),
    ],
)
def test_the_address_of_a_proxy_becomes_canonical(typed: str, address: str) -> None:
    assert canonical_proxy(typed) == address


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "Enter the proxy's address, for example http://proxy.example.com:3128."),
        ("https://proxy.example:3128", "Only http:// proxies can be used."),
        ("socks5://proxy.example:1080", "Only http:// proxies can be used."),
        ("proxy.example", "Include the port, for example http://proxy.example:3128."),
        ("http://maya:canary@proxy.example:3128", "Remove everything up to the @"),
        ("maya:canary@proxy.example:3128", "Remove everything up to the @"),
        ("http://proxy.example:3128/x", "Enter only http://, the host and the port"),
        ("http://proxy.example:99999", "This address is incomplete"),
        ("http://pro xy:3128", "The address contains a space"),
    ],
)
def test_the_address_of_a_proxy_is_refused_with_a_reason(typed: str, reason: str) -> None:
    with pytest.raises(UnsafeAddress) as caught:
        canonical_proxy(typed)
    assert reasons.address(caught.value).startswith(reason)
    assert "canary" not in reasons.address(caught.value)


def test_the_reason_does_not_repeat_a_password() -> None:
    for typed in ("admin:canary@store.example.com", "https://admin:canary@store.example.com"):
        with pytest.raises(UnsafeAddress) as caught:
            canonical_origin(typed)
        assert "canary" not in reasons.address(caught.value)


@given(st.text() | st.from_regex(r"https?://[^/]{1,30}/?"))
def test_whatever_is_typed_gives_a_safe_origin_or_a_reason(typed: str) -> None:
    try:
        origin = canonical_origin(typed)
    except UnsafeAddress:
        return
    assert origin.isascii()
    assert canonical_origin(origin) == origin
    store = Store("s", "S", origin, Environment.LIVE)
    assert store.encrypted or store.on_this_computer
    assert "@" not in origin
    assert origin.count("/") == 2


@pytest.mark.parametrize(
    ("origin", "local"),
    [
        ("http://localhost:9000", True),
        ("https://127.0.0.1", True),
        ("http://[::1]:9000", True),
        ("https://store.example.com", False),
        ("https://127.0.0.1.evil.test", False),
        ("https://[2001:db8::1]:9000", False),
    ],
)
def test_a_store_knows_whether_it_is_this_computer(origin: str, local: bool) -> None:
    assert Store("s", "S", origin, Environment.LIVE).on_this_computer is local


def test_a_store_is_recognised_by_host_and_port() -> None:
    assert Store("s", "S", "https://a.example:9000", Environment.LIVE).host == "a.example:9000"
    assert DEMO_STORE.is_demo
    assert not DEMO_STORE.on_this_computer
