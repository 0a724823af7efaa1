"""Which addresses a password may go to, and in which form they are shown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medusa_console.domain.errors import UnsafeAddress
from medusa_console.domain.store import DEMO_STORE, Environment, Store, canonical_origin

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
    # Somebody else's host that begins like this computer's: fine over https alone.
    "https://127.0.0.1.evil.test": "https://127.0.0.1.evil.test",
}

REFUSED = [
    "", " ", "store.example.com", "localhost:9000", "//store.example.com", "https:store.example",
    "https://", "https:///x", "https://:9000", "ftp://store.example.com", "javascript://x",
    "file:///etc/passwd", "ws://store.example.com",
    # Userinfo, in every disguise
    "https://store.example.com@evil.test/", "https://user@store.example.com",
    "https://user:pass@store.example.com", "https://@store.example.com",
    "https://store.example.com\\@evil.test", "https://store.example.com\\.evil.test",
    # More than an origin
    "https://store.example.com/app", "https://store.example.com?x=1", "https://store.example.com?",
    "https://store.example.com/#f", "https://store.example.com#", "https://store.example.com;x",
    # http to elsewhere
    "http://store.example.com", "http://192.0.2.10", "http://127.0.0.1.evil.test/",
    "http://[2001:db8::1]", "http://localhost.evil.test", "http://evil.test:80",
    # This computer, written in ways that others may read differently
    "http://localhost.", "http://foo.localhost", "https://foo.localhost", "http://127.1",
    "http://2130706433", "http://0x7f.1", "http://0x7f000001", "http://0177.0.0.1",
    "http://127.0.0.1.", "http://0.0.0.0", "https://0.0.0.0", "http://[::]", "https://127.1",
    "http://[::ffff:127.0.0.1]", "https://[::ffff:127.0.0.1]", "http://[::1%25lo]",
    # Not hosts
    "https://ex ample.com", "https://ex%20ample.com", "https://ex\tample.com",
    "https://store.example.com\r\nX: y", "https://exa\x00mple.com", "https://-a.example",
    "https://a..example", "https://.example", "https://" + "a" * 64 + ".example",
    "https://" + "a." * 127 + "example", "https://store_a.example", "https://a,b.example",
    "https://999.1.1.1", "https://[::1", "https://::1", "https://[::1]evil.test",
    "https://evil.test[::1]", "https://[nonsense]", "https://[]", "https://a.example:port",
    "https://a.example:99999", "https://a.example:-1", "https://a.example:0",
    # Never exists, and stands for the demo store
    "https://demo.invalid", "https://anything.invalid",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "origin"), ACCEPTED.items())
def test_an_address_becomes_one_canonical_origin(typed: str, origin: str) -> None:
    assert canonical_origin(typed) == origin
    assert canonical_origin(origin) == origin


@pytest.mark.parametrize("typed", REFUSED)
def test_an_unsafe_address_is_refused_with_a_reason(typed: str) -> None:
    with pytest.raises(UnsafeAddress) as caught:
        canonical_origin(typed)
    assert len(caught.value.reason) > 20


def test_the_reason_does_not_repeat_a_password() -> None:
    for typed in ("admin:canary@store.example.com", "https://admin:canary@store.example.com"):
        with pytest.raises(UnsafeAddress) as caught:
            canonical_origin(typed)
        assert "canary" not in caught.value.reason


@settings(deadline=None)
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
