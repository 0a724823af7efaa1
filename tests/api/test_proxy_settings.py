"""The proxy that this computer's settings name: used, verified and never gone around."""

from __future__ import annotations

import base64
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from medusa_console.connect import proxy_of
from medusa_console.connect import test_connection as reach
from medusa_console.domain.errors import NoAnswer, Unreachable, UntrustedCertificate
from medusa_console.domain.store import Environment, Proxy, ProxyKind, Store
from medusa_console.ui.words.errors import explain
from tests.faults import server as faults
from tests.faults.authority import Authority
from tests.faults.proxy import tunnel
from tests.faults.server import FaultServer

# If the proxy were gone around, the answer would be that there is no such name.
STORE = Store("s", "Northwind", "https://store.invalid", Environment.LIVE)
CANARY = "proxy-canary"


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


async def failure(store: Store = STORE) -> Unreachable:
    with pytest.raises(Unreachable) as caught:
        await reach(store, None)
    assert not caught.value.sent
    assert CANARY not in f"{caught.value!r}{caught.value.detail}{caught.value.__cause__!r}"
    return caught.value


UNUSABLE = {
    "three colons": ":::",
    "half an address": "http://[::1",
    "half an address with a password": f"http://me:{CANARY}@[::1",
    "no number": f"http://me:{CANARY}@proxy.example:port",
    "a port too many": "http://proxy.example:99999",
    "no host": "http://",
    "no host but a path": "//proxy.example:3128",
    "a space": "http://pro xy.example:3128",
    "a control character": "http://proxy\x01.example:3128",
    "an empty part": "http://proxy..example:3128",
    "a part too long": f"http://{'a' * 64}.example:3128",
    "a broken character": "http://\udcff.example:3128",
    "no kind": "nonsense://proxy.example:1080",
}


@pytest.mark.parametrize("name", ["https_proxy", "ALL_PROXY"])
@pytest.mark.parametrize("value", UNUSABLE.values(), ids=list(UNUSABLE))
async def test_a_setting_that_is_no_address_is_named_and_not_gone_around(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    error = await failure()
    assert (error.why, error.detail) == (NoAnswer.PROXY_SETTING, name)


async def test_a_setting_for_what_is_not_used_hinders_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTP_PROXY", ":::")
    assert (await failure()).why is NoAnswer.NO_SUCH_NAME
    monkeypatch.setenv("HTTPS_PROXY", "http://[::1")
    for exempt in ("*", "store.invalid", "[::1,store.invalid,"):
        monkeypatch.setenv("NO_PROXY", exempt)
        assert (await failure()).why is NoAnswer.NO_SUCH_NAME


@pytest.mark.parametrize("exempt", ["[::1", "::::", "store.invalid:abc", "http://[", "("])
async def test_exceptions_that_are_no_hosts_exempt_nothing(
    exempt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", exempt)
    with FaultServer() as proxy:
        proxy.on("CONNECT", "store.invalid:443", faults.answer(407))
        monkeypatch.setenv("HTTPS_PROXY", f"me:{CANARY}@127.0.0.1:{proxy.port}")
        assert (await failure()).why is NoAnswer.PROXY_PASSWORD


async def test_an_encrypted_proxy_is_verified_as_a_store_is_and_its_keys_are_not_logged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.trust_file))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    with FaultServer(authority.good()) as proxy:
        proxy.on("CONNECT", "store.invalid:443", faults.answer(407))
        monkeypatch.setenv("HTTPS_PROXY", proxy.origin)
        assert (await failure()).why is NoAnswer.PROXY_PASSWORD
    with FaultServer(authority.expired()) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.origin)
        with pytest.raises(UntrustedCertificate):
            await reach(STORE, None)
        assert proxy.requests == []
    assert not (tmp_path / "keys").exists()


async def test_a_store_is_reached_through_an_encrypted_proxy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.trust_file))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "nowhere"))
    with (
        FaultServer(authority.good("store.invalid")) as store,
        FaultServer(authority.good()) as proxy,
    ):
        store.on("GET", "/auth/user/providers", faults.json_answer({"providers": []}))
        store.on("GET", "/admin/feature-flags", faults.json_answer({"feature_flags": {}}))
        proxy.on("CONNECT", "store.invalid:443", tunnel(store))
        monkeypatch.setenv("HTTPS_PROXY", f"https://me:{CANARY}@127.0.0.1:{proxy.port}")
        report = await reach(STORE, None)
        assert report.through_proxy == f"https://127.0.0.1:{proxy.port}"


async def test_an_own_proxy_does_not_ask_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", ":::")
    with FaultServer() as proxy:
        proxy.on("CONNECT", "store.invalid:443", faults.answer(407))
        own = Proxy(ProxyKind.OWN, f"http://127.0.0.1:{proxy.port}")
        assert (await failure(replace(STORE, proxy=own))).why is NoAnswer.PROXY_PASSWORD


EXEMPT = [
    ("https://10.1.2.3", "10.0.0.0/8"),
    ("https://10.1.2.3:9443", "localhost,10.0.0.0/8"),
    ("https://10.1.2.3", "10.1.2.3"),
    ("https://[fd00::5]", "fd00::/8"),
    ("https://[fd00::5]", "[fd00::5]"),
    ("https://[fd00::5]", "fd00::5"),
    ("https://[fd00::5]:9443", "[fd00:0::5]:9443"),
    ("https://shop.corp", "*.corp"),
    ("https://shop.corp", ".corp"),
    ("https://shop.corp", "corp"),
    ("https://shop.corp", "SHOP.Corp."),
    ("https://shop.corp", "a.example b.example shop.corp"),
    ("https://shop.corp", "a.example;shop.corp"),
    ("https://shop.corp:9443", "shop.corp:9443"),
    ("https://shop.corp", "shop.corp:443"),
    ("https://shop.corp", "*"),
    ("https://shop.corp", "nonsense/99, *.corp"),
]
NOT_EXEMPT = [
    ("https://11.1.2.3", "10.0.0.0/8"),
    ("https://shop.corp", "*.other,10.0.0.0/8"),
    ("https://myshop.corp", "shop.corp"),
    ("https://shop.corp", "shop.corp:9443"),
    ("https://shop.corp:9443", "shop.corp:443"),
    ("https://shop.corp", "sho*"),
    ("https://[fd00::5]", "fe00::/8"),
    ("https://shop.corp", ",,"),
    ("https://shop.corp", "shop.corp:port"),
]


def reached_directly(origin: str, exempt: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setenv("https_proxy", "http://proxy.corp:3128")
    monkeypatch.setenv("no_proxy", exempt)
    return proxy_of(replace(STORE, origin=origin)) is None


def test_a_store_may_be_exempt_in_every_form_that_administrators_write(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wrong = [pair for pair in EXEMPT if not reached_directly(*pair, monkeypatch)]
    assert wrong == []


@pytest.mark.parametrize(("origin", "exempt"), NOT_EXEMPT)
def test_what_is_not_exempt_goes_through_the_proxy(
    origin: str, exempt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not reached_directly(origin, exempt, monkeypatch)


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("12#34", "12#34"),
        ("pa#ss", "pa#ss"),
        ("pa/ss", "pa/ss"),
        ("pa?ss", "pa?ss"),
        ("p@ss@word", "p@ss@word"),
        ("a:b", "a:b"),
        ("100%", "100%"),
        ("pa%23ss", "pa#ss"),
        ("p\u00e4ss", "p\u00e4ss"),
        ("", ""),
    ],
)
async def test_a_proxys_password_may_have_any_sign(
    written: str, sent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with FaultServer() as proxy:
        proxy.on("CONNECT", "store.invalid:443", faults.answer(407))
        monkeypatch.setenv("https_proxy", f"http://operator:{written}@127.0.0.1:{proxy.port}/")
        assert (await failure()).why is NoAnswer.PROXY_PASSWORD
        (asked,) = proxy.requests
    told = asked.headers["proxy-authorization"].removeprefix("Basic ")
    assert base64.b64decode(told).decode() == f"operator:{sent}"


@pytest.mark.parametrize(
    "value",
    [
        "socks://127.0.0.1:1080/",
        "socks5h://127.0.0.1:1080",
        "socks5://me:proxy-canary@127.0.0.1:1080",
        "SOCKS4A://127.0.0.1:1080",
    ],
)
async def test_a_socks_proxy_is_named_as_what_it_is(
    value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("all_proxy", value)
    error = await failure()
    assert (error.why, error.detail) == (NoAnswer.SOCKS, "all_proxy")
    text = explain(error).text
    assert "SOCKS" in text
    assert "all_proxy" in text


def offering(*schemes: str) -> faults.Behaviour:
    """A 407 with these headers."""
    lines = "".join(f"Proxy-Authenticate: {scheme}\r\n" for scheme in schemes)
    return faults.raw(
        f"HTTP/1.1 407 No\r\n{lines}Content-Length: 0\r\nConnection: close\r\n\r\n".encode(
            "latin-1"
        )
    )


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize(
    ("schemes", "told"),
    [
        (["NTLM", "Negotiate"], "NTLM, Negotiate"),
        (["Negotiate oYG2MIG"], "Negotiate"),
        (['Digest realm="x", nonce="y"'], "Digest"),
        (["ntlm"] * 50, "ntlm"),
        (["<b>x</b>", "NTLM"], "NTLM"),
    ],
    ids=repr,
)
async def test_a_proxy_that_takes_no_password_in_a_known_way_is_named_as_that(
    schemes: list[str], told: str, own: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    with FaultServer() as proxy:
        proxy.on("CONNECT", "store.invalid:443", offering(*schemes))
        store = behind(proxy, own=own, monkeypatch=monkeypatch)
        error = await failure(store)
    assert (error.why, error.detail) == (NoAnswer.PROXY_SIGN_IN, told)
    assert told in explain(error).text


@pytest.mark.parametrize("schemes", [[], ["Basic"], ["NTLM", "basic realm=x"], ["x" * 9_000]])
async def test_a_proxy_that_takes_a_password_or_does_not_say_asks_for_it(
    schemes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with FaultServer() as proxy:
        proxy.on("CONNECT", "store.invalid:443", offering(*schemes))
        error = await failure(behind(proxy, own=True, monkeypatch=monkeypatch))
    assert error.why is NoAnswer.PROXY_PASSWORD


@pytest.mark.parametrize("status", [407, 403])
@pytest.mark.parametrize("own", [False, True])
async def test_the_words_point_to_the_setting_that_counted(
    own: bool, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with FaultServer() as proxy:
        proxy.on("CONNECT", "store.invalid:443", faults.answer(status))
        text = explain(await failure(behind(proxy, own=own, monkeypatch=monkeypatch))).text
    assert ("this computer's proxy setting" in text) is not own
    assert ("Edit store" in text or "the store's settings" in text) is own


def behind(proxy: FaultServer, *, own: bool, monkeypatch: pytest.MonkeyPatch) -> Store:
    if own:
        return replace(STORE, proxy=Proxy(ProxyKind.OWN, proxy.origin, "me"))
    monkeypatch.setenv("HTTPS_PROXY", proxy.origin)
    return STORE


SILENT = [faults.close, faults.raw(b"SSH-2.0-x\r\n"), faults.raw(b"\x05\xff"), faults.never]


@pytest.mark.parametrize("behaviour", SILENT, ids=["closes", "SSH", "SOCKS", "silent"])
@pytest.mark.parametrize("own", [False, True])
async def test_what_no_proxy_answers_is_told_of_the_proxy_and_nothing_was_sent(
    own: bool, behaviour: faults.Behaviour, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("medusa_console.connect._TIMEOUT", httpx.Timeout(60, read=0.3))
    with FaultServer() as proxy:
        proxy.on("CONNECT", "store.invalid:443", behaviour)
        error = await failure(behind(proxy, own=own, monkeypatch=monkeypatch))
    assert (error.why, error.of_computer) == (NoAnswer.PROXY, not own)
