"""'Test connection', and how a store is reached: CA files, proxies, and who learns what."""

from __future__ import annotations

import logging
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, pkcs7, pkcs12
from pydantic import SecretStr

from medusa_console import connect
from medusa_console.domain.errors import (
    KeyringFault,
    NoAnswer,
    NotMedusa,
    Unreachable,
    UntrustedCertificate,
    UnusableCertificates,
    VaultUnavailable,
)
from medusa_console.domain.store import Environment, Proxy, ProxyKind, Store
from medusa_console.ui.words import reasons
from tests.faults import server as faults
from tests.faults.authority import Authority
from tests.faults.proxy import asking, tunnel
from tests.faults.server import FaultServer, deaf_port
from tests.services.ports import MemoryVault, memory_journal

WAYS = {
    "providers": [
        {"id": "emailpass", "display_name": "Email/Password", "flow": "credentials"},
        {"id": "oidc", "display_name": "Company login", "flow": "redirect"},
    ]
}
HOST = "store.example:443"
CANARY = "proxy-canary"


def medusa(server: FaultServer, *flags: faults.Behaviour) -> None:
    server.on("GET", "/auth/user/providers", faults.json_answer(WAYS))
    server.on("GET", "/admin/feature-flags", *(flags or (rbac(on=True),)))


def rbac(*, on: bool) -> faults.Behaviour:
    return faults.json_answer({"feature_flags": {"caching": False, "rbac": on}})


def store_at(origin: str, **changes: Any) -> Store:
    return replace(Store("s", "Northwind", origin, Environment.LIVE), **changes)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    """Nobody trusts it of their own accord."""
    return Authority(tmp_path)


@pytest.fixture
def store(authority: Authority) -> Iterator[FaultServer]:
    """The store that the proxy leads to."""
    with FaultServer(authority.good("store.example")) as store:
        medusa(store)
        yield store


def behind(port: int, authority: Authority, *, user: str = "") -> Store:
    proxy = Proxy(ProxyKind.OWN, f"http://127.0.0.1:{port}", user)
    return store_at("https://store.example", ca_file=str(authority.trust_file), proxy=proxy)


# What is told


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        (rbac(on=True), True),
        (rbac(on=False), False),
        (faults.json_answer({"feature_flags": {}}), None),
        (faults.json_answer({"feature_flags": {"rbac": "on"}}), None),
        (faults.json_answer(["rbac"]), None),
        (faults.unknown_route, None),
        (faults.refusal(401, "Unauthorized"), None),
    ],
    ids=[
        "on",
        "off",
        "unknown to this Medusa",
        "a text",
        "a list",
        "no such route",
        "hidden by a gateway",
    ],
)
async def test_ways_roles_and_latency_are_told_and_nothing_secret_is_sent(
    server: FaultServer, flags: faults.Behaviour, told: bool | None
) -> None:
    medusa(server, flags)
    began = time.perf_counter()
    report = await connect.test_connection(store_at(server.origin), SecretStr(CANARY))
    assert [way.id for way in report.providers] == ["emailpass", "oidc"]
    assert report.rbac is told
    assert 0 < report.latency <= time.perf_counter() - began
    assert (report.certificate, report.through_proxy) == (None, "")
    assert [request.method for request in server.requests] == ["GET", "GET"]
    assert all("authorization" not in request.headers for request in server.requests)
    assert CANARY not in repr(server.requests)


NO_PROVIDER = (
    "\nUnable to retrieve the auth provider with id: providers\nPlease make sure that the provider "
    "is registered in the container and it is configured correctly in your project configuration "
    "file."
)
NOT_ALLOWED = "The actor type user is not allowed to use the auth provider providers"


@pytest.mark.parametrize(
    "refusal",
    [
        faults.refusal(401, NO_PROVIDER, "unauthorized"),
        faults.refusal(400, NOT_ALLOWED, "not_allowed"),
        faults.unknown_route,
    ],
    ids=["before 2.19", "before 2.19, with an allow-list", "no such route"],
)
async def test_a_medusa_that_cannot_tell_its_providers_lets_sign_in_with_a_password(
    server: FaultServer, refusal: faults.Behaviour
) -> None:
    medusa(server, faults.json_answer({"feature_flags": {"index_engine": False}}))
    server.on("GET", "/auth/user/providers", refusal)
    report = await connect.test_connection(store_at(server.origin), None)
    assert [way.id for way in report.providers] == ["emailpass"]
    assert report.rbac is None


@pytest.mark.parametrize(
    "flags",
    [
        faults.unknown_route,
        faults.json_answer({}),
        faults.json_answer({"feature_flags": {"rbac": "off"}}),
        faults.answer(200, b"<html>shop</html>", content_type="text/html"),
    ],
    ids=["no such route", "empty", "no flags", "a page"],
)
async def test_a_server_that_knows_neither_is_no_medusa(
    server: FaultServer, flags: faults.Behaviour
) -> None:
    medusa(server, flags)
    server.on("GET", "/auth/user/providers", faults.unknown_route)
    with pytest.raises(NotMedusa):
        await connect.test_connection(store_at(server.origin), None)


async def test_a_shop_is_no_medusa(server: FaultServer) -> None:
    page = faults.answer(200, b"<html>shop</html>", content_type="text/html")
    server.on("GET", "/auth/user/providers", page)
    with pytest.raises(NotMedusa):
        await connect.test_connection(store_at(server.origin), None)


async def test_the_latency_is_that_of_a_connection_that_stands(server: FaultServer) -> None:
    medusa(server)
    await connect.test_connection(store_at(server.origin), None)
    assert server.connections == 1


# Certificates


async def test_a_ca_file_makes_an_unknown_issuer_known(authority: Authority) -> None:
    with FaultServer(authority.good()) as server:
        medusa(server)
        with pytest.raises(UntrustedCertificate):
            await connect.test_connection(store_at(server.origin), None)
        assert server.requests == []
        known = store_at(server.origin, ca_file=str(authority.trust_file))
        report = await connect.test_connection(known, None)
    assert report.certificate is not None
    assert "trustme" in report.certificate.issuer
    assert report.certificate.expires_at > datetime.now(UTC) + timedelta(days=1)


async def test_a_ca_file_comes_on_top_of_what_the_computer_trusts(
    authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.trust_file))
    with FaultServer(authority.good()) as server:
        medusa(server)
        store = store_at(server.origin, ca_file=str(Authority(elsewhere).trust_file))
        assert (await connect.test_connection(store, None)).certificate is not None


def der(folder: Path) -> bytes:
    import ssl

    return ssl.PEM_cert_to_DER_cert((folder / "test-authority.pem").read_text())


@pytest.mark.parametrize(
    "written",
    [
        lambda pem, _: b"# a comm\xc3\xa9nt\n" + pem,
        lambda pem, _: pem.replace(b"\n", b"\r\n"),
        lambda _, der: der,
    ],
    ids=["comments", "lines of Windows", "DER"],
)
async def test_a_ca_file_may_be_written_in_any_usual_way(
    written: Callable[[bytes, bytes], bytes], authority: Authority, tmp_path: Path
) -> None:
    file = tmp_path / "company.crt"
    file.write_bytes(written(authority.trust_file.read_bytes(), der(tmp_path)))
    with FaultServer(authority.good()) as server:
        medusa(server)
        await connect.test_connection(store_at(server.origin, ca_file=str(file)), None)


async def test_the_issuing_authority_alone_is_enough_because_the_user_chose_it(
    authority: Authority, tmp_path: Path
) -> None:
    tls, file = authority.issued_below(tmp_path)
    with FaultServer(tls) as server:
        medusa(server)
        report = await connect.test_connection(store_at(server.origin, ca_file=str(file)), None)
    assert report.certificate is not None


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be-bom"])
async def test_a_ca_file_may_be_written_by_powershell(
    encoding: str, authority: Authority, tmp_path: Path
) -> None:
    file = tmp_path / "company.crt"
    text = authority.trust_file.read_text()
    if encoding == "utf-16-be-bom":
        file.write_bytes(b"\xfe\xff" + text.encode("utf-16-be"))
    else:
        file.write_bytes(text.encode(encoding))
    with FaultServer(authority.good()) as server:
        medusa(server)
        await connect.test_connection(store_at(server.origin, ca_file=str(file)), None)


GOOD = "-----BEGIN CERTIFICATE-----"
CUT = f"{GOOD}\nMIIB\n-----END CERTIFICATE-----\n"


@pytest.mark.parametrize(
    ("written", "damaged"),
    [
        (lambda pem: CUT + pem, (1,)),
        (lambda pem: pem + CUT, (2,)),
        (lambda pem: f"{GOOD}\nMIIB\n" + pem, (1,)),
        (lambda pem: pem + f"{GOOD}\nnot base64 \u00e9\n-----END CERTIFICATE-----", (2,)),
        (lambda pem: CUT + pem + CUT, (1, 3)),
    ],
    ids=["before", "after", "without its end", "not base64", "two"],
)
async def test_a_damaged_certificate_does_not_hide_the_good_ones_and_is_named(
    written: Callable[[str], str],
    damaged: tuple[int, ...],
    authority: Authority,
    tmp_path: Path,
) -> None:
    file = tmp_path / "company.crt"
    file.write_text(written(authority.trust_file.read_text()))
    with FaultServer(authority.good()) as server:
        medusa(server)
        report = await connect.test_connection(store_at(server.origin, ca_file=str(file)), None)
    assert report.damaged == damaged


def converted(*command: str) -> Callable[[bytes], bytes]:
    """What openssl makes of a certificate in PEM."""
    return lambda pem: (
        subprocess.run(
            ["openssl", *command], input=pem, capture_output=True, check=True, timeout=60
        ).stdout
    )


def as_pkcs7(encoding: Encoding) -> Callable[[bytes], bytes]:
    return lambda pem: pkcs7.serialize_certificates(x509.load_pem_x509_certificates(pem), encoding)


def as_pkcs12(pem: bytes) -> bytes:
    (certificate,) = x509.load_pem_x509_certificates(pem)
    return pkcs12.serialize_key_and_certificates(
        b"company", None, certificate, None, NoEncryption()
    )


TRUSTED = converted("x509", "-trustout", "-addtrust", "serverAuth")
OTHER_FORMS = {
    "trusted": (TRUSTED, "openssl x509 -in company.crt -out converted.pem"),
    "trusted beside another": (
        lambda pem: TRUSTED(pem) + pem,
        "openssl x509 -in company.crt -out converted.pem",
    ),
    "PKCS #7": (
        as_pkcs7(Encoding.PEM),
        "openssl pkcs7 -print_certs -in company.crt -out converted.pem",
    ),
    "PKCS #7 in DER": (
        as_pkcs7(Encoding.DER),
        "openssl pkcs7 -inform DER -print_certs -in company.crt -out converted.pem",
    ),
    "PKCS #12": (as_pkcs12, "openssl pkcs12 -nokeys -in company.crt -out converted.pem"),
}


@pytest.mark.parametrize("form", OTHER_FORMS)
async def test_another_form_of_certificates_is_named_with_the_line_that_converts_it(
    form: str, server: FaultServer, authority: Authority, tmp_path: Path
) -> None:
    make, line = OTHER_FORMS[form]
    file = tmp_path / "company.crt"
    file.write_bytes(make(authority.trust_file.read_bytes()))
    with pytest.raises(UnusableCertificates) as caught:
        await connect.test_connection(store_at(server.origin, ca_file=str(file)), None)
    assert line in reasons.certificates(caught.value)
    command = line.replace("company.crt", str(file)).replace(
        "converted.pem", str(tmp_path / "converted.pem")
    )
    password = ["-passin", "pass:"] if "pkcs12" in line else []
    subprocess.run(  # noqa: ASYNC221  # it ends at once
        [*command.split(), *password], check=True, timeout=60
    )
    with FaultServer(authority.good()) as reached:
        medusa(reached)
        known = store_at(reached.origin, ca_file=str(tmp_path / "converted.pem"))
        await connect.test_connection(known, None)


def nothing(_file: Path) -> None:
    pass


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (nothing, "File not found."),
        (Path.mkdir, "This is not a file."),
        (lambda file: file.write_bytes(b""), "This file contains no certificate."),
        (lambda file: file.write_bytes(b"<html>"), "This file contains no certificate."),
        (
            lambda file: file.write_text("-----BEGIN CERTIFICATE-----\nMIIB"),
            "This file contains no certificate.",
        ),
        (
            lambda file: file.write_bytes(b" " * (5 << 20)),
            "This file is too large for a certificate file.",
        ),
    ],
    ids=["missing", "a folder", "empty", "a web page", "cut off", "5 MB"],
)
async def test_a_ca_file_that_cannot_be_used_says_why_and_nothing_is_sent(
    make: Callable[[Path], object], reason: str, server: FaultServer, tmp_path: Path
) -> None:
    file = tmp_path / "company.crt"
    make(file)
    store = store_at(server.origin, ca_file=str(file))
    with pytest.raises(UnusableCertificates) as caught:
        await connect.test_connection(store, None)
    assert (caught.value.path, reasons.certificates(caught.value)) == (str(file), reason)
    opened = await connect.open_store(store, vault=MemoryVault(), journal=memory_journal())
    async with aclosing(opened):
        with pytest.raises(UnusableCertificates, match=caught.value.fault.name):
            await opened.services.session.providers()
        with pytest.raises(UnusableCertificates, match=caught.value.fault.name):
            await opened.services.session.sign_in("m@x.example", SecretStr(CANARY), keep=False)
    assert server.connections == 0


# Proxies


async def test_a_store_is_reached_through_its_own_proxy(
    server: FaultServer, store: FaultServer, authority: Authority
) -> None:
    server.on("CONNECT", HOST, tunnel(store))
    report = await connect.test_connection(behind(server.port, authority), None)
    assert report.through_proxy == f"http://127.0.0.1:{server.port}"
    assert report.certificate is not None
    assert {request.method for request in server.requests} == {"CONNECT"}
    assert store.count("GET") == 2


@pytest.mark.parametrize("password", [CANARY, "pässwörd: with a colon"])
async def test_a_proxy_that_asks_for_a_password_lets_in_who_has_it(
    password: str,
    server: FaultServer,
    store: FaultServer,
    authority: Authority,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    server.on("CONNECT", HOST, asking("maya", password, tunnel(store)))
    known = behind(server.port, authority, user="maya")
    report = await connect.test_connection(known, SecretStr(password))
    assert report.through_proxy == f"http://127.0.0.1:{server.port}"
    assert store.count("GET") == 2
    assert all("proxy-authorization" not in request.headers for request in store.requests)
    assert password not in caplog.text + repr(report)


@pytest.mark.parametrize("password", [None, SecretStr(""), SecretStr(CANARY)])
async def test_a_proxy_that_does_not_accept_the_password_is_named(
    password: SecretStr | None,
    server: FaultServer,
    store: FaultServer,
    authority: Authority,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    server.on("CONNECT", HOST, asking("maya", "the right one", tunnel(store)))
    with pytest.raises(Unreachable) as caught:
        await connect.test_connection(behind(server.port, authority, user="maya"), password)
    assert (caught.value.why, caught.value.sent) == (NoAnswer.PROXY_PASSWORD, False)
    assert (server.count("CONNECT"), store.connections) == (1, 0)
    assert CANARY not in caplog.text + str(caught.value) + caught.value.detail


async def test_a_proxy_that_is_down_is_named_and_not_gone_around(
    store: FaultServer, authority: Authority
) -> None:
    with (
        deaf_port() as port,
        pytest.raises(Unreachable) as caught,
    ):
        await connect.test_connection(behind(port, authority), None)
    assert (caught.value.why, caught.value.host) == (NoAnswer.PROXY, "store.example")
    assert store.connections == 0


@pytest.mark.parametrize("kind", ProxyKind)
async def test_a_store_on_this_computer_is_never_handed_to_a_proxy(
    kind: ProxyKind, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    medusa(server)
    with FaultServer() as proxy:
        address = f"http://127.0.0.1:{proxy.port}"
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy"):
            monkeypatch.setenv(name, address)
        local = store_at(server.origin, proxy=Proxy(kind, address, "maya"))
        report = await connect.test_connection(local, SecretStr(CANARY))
        assert proxy.connections == 0
    assert report.through_proxy == ""
    assert CANARY not in repr(server.requests)


async def test_who_wants_no_proxy_gets_none_though_the_computer_has_one(
    server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{server.port}")
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{server.port}")
    store = store_at("https://nobody.invalid", proxy=Proxy(ProxyKind.NONE))
    with pytest.raises(Unreachable) as caught:
        await connect.test_connection(store, None)
    assert caught.value.why is NoAnswer.NO_SUCH_NAME
    assert server.connections == 0


async def test_the_computers_proxy_is_named_without_its_password(
    server: FaultServer, store: FaultServer, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"http://maya:{CANARY}@127.0.0.1:{server.port}"
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, address)
    server.on("CONNECT", HOST, asking("maya", CANARY, tunnel(store)))
    remote = store_at("https://store.example", ca_file=str(authority.trust_file))
    report = await connect.test_connection(remote, None)
    assert report.through_proxy == f"http://127.0.0.1:{server.port}"


class Passwords:
    """Implements ports.ProxyPasswords; while `locked`, the keyring cannot be read."""

    def __init__(self, password: str, *, locked: bool) -> None:
        self._password = password
        self._locked = locked

    async def load(self, store: Store) -> SecretStr | None:
        if self._locked:
            raise VaultUnavailable(KeyringFault.LOCKED)
        return SecretStr(self._password)

    async def save(self, store: Store, password: SecretStr) -> None:
        raise AssertionError("nobody asked for that")

    async def delete(self, store: Store) -> None:
        raise AssertionError("nobody asked for that")


@pytest.mark.parametrize("locked", [False, True], ids=["unlocked", "locked"])
async def test_an_open_store_takes_the_password_of_its_proxy_from_the_keyring(
    locked: bool, server: FaultServer, store: FaultServer, authority: Authority
) -> None:
    server.on("CONNECT", HOST, asking("maya", CANARY, tunnel(store)))
    opened = await connect.open_store(
        behind(server.port, authority, user="maya"),
        vault=MemoryVault(),
        journal=memory_journal(),
        proxies=Passwords(CANARY, locked=locked),
    )
    try:
        if locked:
            with pytest.raises(Unreachable) as caught:
                await opened.services.session.providers()
            assert caught.value.why is NoAnswer.PROXY_PASSWORD
        else:
            assert len(await opened.services.session.providers()) == 2
    finally:
        await opened.aclose()
