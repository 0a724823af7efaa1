"""The form of a store by itself: letters that deceive, certificates, proxies, testing, lowering."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from medusa_console import connect
from medusa_console.domain.connection import ConnectionReport
from medusa_console.domain.store import Environment, Proxy, ProxyKind, Store
from medusa_console.ui.stores.address import confirm_address
from medusa_console.ui.stores.form import FilledStore, StoreForm
from tests.faults import server as faults
from tests.faults.authority import Authority
from tests.faults.proxy import asking, tunnel
from tests.faults.server import FaultServer
from tests.ui.driving import CTRL
from tests.ui.northwind import PROVIDERS
from tests.ui.standing import Standing
from tests.waiting import until

EU = Store(
    "s1", "Northwind EU", "https://store.example", Environment.LIVE, email="maya@store.example"
)
OWN = Proxy(ProxyKind.OWN, "http://proxy.example:3128", "maya")
DECEIVING = "https://аpple.example"  # noqa: RUF001
FLAGS = faults.json_answer({"feature_flags": {"rbac": True}})
Test = Callable[[Store, SecretStr | None], Awaitable[ConnectionReport]]


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        medusa(server)
        yield server


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


def medusa(server: FaultServer) -> None:
    server.on("GET", "/auth/user/providers", PROVIDERS)
    server.on("GET", "/admin/feature-flags", FLAGS)


async def open_form(
    standing: Standing,
    store: Store | None = None,
    *,
    test: Test = connect.test_connection,
    groups: tuple[str, ...] = (),
) -> StoreForm:
    form = StoreForm(standing.window, store, groups=groups, test=test, tasks=standing.tasks)
    await standing.ask(form, form.ask())
    return form


async def filled(standing: Standing) -> FilledStore:
    """What the form answered."""
    assert standing.answer is not None
    answered = await standing.answer
    assert isinstance(answered, FilledStore)
    return answered


async def saved(standing: Standing) -> Store:
    return (await filled(standing)).store


# What is asked


async def test_everything_can_be_filled_in_with_the_keyboard(standing: Standing) -> None:
    await open_form(standing, groups=("America", "Europe"))
    held_by_the_field: list[str] = []
    password = standing.front.findChild(QLineEdit, "proxyPassword")
    assert password is not None
    password.textChanged.connect(held_by_the_field.append)
    assert standing.focus() == "storeName"
    for name, text in (
        ("storeName", "Northwind EU"),
        ("storeAddress", "HTTPS://Store.Example/"),
        ("storeEnvironment", "S"),
        ("storeGroup", "Asia"),
        ("storeReadOnly", " "),
        ("storeKeyAge", "180"),
        ("reach", " "),
        ("caFile", ""),
        ("caFile.browse", ""),
        ("proxyKind", "C"),
        ("proxyAddress", "proxy.example:3128"),
        ("proxyUser", "maya"),
        ("proxyPassword", "proxy-canary"),
    ):
        assert standing.focus() == name
        focus = standing.find(QWidget, name)
        QTest.keyClicks(focus, text)
        standing.key(Qt.Key.Key_Tab)
    standing.key(Qt.Key.Key_Return)  # on 'Test connection', which is not what Enter means here
    answered = await filled(standing)
    store = answered.store
    assert store == Store(
        store.id, "Northwind EU", "https://store.example", Environment.STAGING,
        group="Asia", read_only=True, proxy=OWN, key_age_days=180,
    )  # fmt: skip
    assert answered.proxy_password == SecretStr("proxy-canary")
    assert held_by_the_field[-1] == ""


async def test_an_edited_store_shows_what_it_is_and_stays_what_it_is(standing: Standing) -> None:
    store = replace(EU, group="Europe", read_only=True, proxy=OWN, environment=Environment.STAGING)
    await open_form(standing, store, groups=("Europe",))
    assert standing.find(QComboBox, "storeEnvironment").currentText() == "Staging"
    assert standing.find(QComboBox, "storeGroup").currentText() == "Europe"
    assert standing.find(QCheckBox, "storeReadOnly").isChecked()
    assert standing.find(QLineEdit, "proxyAddress").isVisible()
    password = standing.find(QLineEdit, "proxyPassword")
    assert (password.text(), password.placeholderText()) == (
        "", "Saved in the keyring. Type to replace it.",
    )  # fmt: skip
    standing.press("submit")
    assert await filled(standing) == FilledStore(store, None)


@pytest.mark.parametrize(
    ("field", "text"), [("proxyAddress", "http://other.example:1"), ("proxyUser", "jo")]
)
async def test_another_proxy_is_not_told_the_password_of_the_first(
    field: str, text: str, standing: Standing
) -> None:
    await open_form(standing, replace(EU, proxy=OWN))
    standing.fill(field, text)
    assert standing.find(QLineEdit, "proxyPassword").placeholderText() == ""
    standing.press("submit")
    assert (await filled(standing)).proxy_password == SecretStr("")


async def test_a_store_without_its_proxy_forgets_the_password(standing: Standing) -> None:
    await open_form(standing, replace(EU, proxy=OWN))
    standing.choose("proxyKind", "Use system settings")
    assert not standing.find(QLineEdit, "proxyAddress").isVisible()
    standing.press("submit")
    answered = await filled(standing)
    assert (answered.store.proxy, answered.proxy_password) == (Proxy(), SecretStr(""))


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("proxyAddress", "", "Enter the proxy's address"),
        ("proxyAddress", "https://p.example:1", "Only http:// proxies can be used."),
        ("proxyAddress", "http://maya:canary@p.example:1", "Remove everything up to the @"),
        ("proxyAddress", "p.example", "Include the port"),
        ("proxyUser", "ma:ya", "A proxy user name can't contain a colon."),
        ("proxyUser", "", "Enter the user name for this password."),
    ],
)
async def test_a_bad_proxy_is_told_beside_its_field_and_nothing_typed_is_lost(
    field: str, text: str, reason: str, standing: Standing
) -> None:
    await open_form(standing, replace(EU, proxy=OWN))
    standing.fill("proxyPassword", "typed")
    standing.fill(field, text)
    standing.press("reach")
    for button in ("test", "submit"):
        standing.press(button)
        await standing.reads(f"{field}.error", reason)
        assert standing.focus() == field
    assert standing.find(QLineEdit, field).text() == text
    assert standing.find(QLineEdit, "proxyPassword").text() == "typed"
    standing.fill(field, "proxy.example:3128" if field == "proxyAddress" else "maya")
    assert standing.says(f"{field}.error") == ""
    standing.press("submit")
    await saved(standing)


# Letters that deceive


async def test_a_host_in_other_letters_shows_both_forms_and_must_be_confirmed(
    standing: Standing,
) -> None:
    await open_form(standing)
    standing.fill("storeName", "Bücher")
    standing.fill("storeAddress", "https://bücher.example")
    assert "looks like “bücher.example”" in standing.says("storeLetters")
    assert "xn--bcher-kva.example" in standing.says("storeLetters")
    assert "mixes" not in standing.says("storeLetters")
    standing.press("submit")
    await standing.reads("storeLetters.error", "tick the box if this is the right host")
    assert standing.focus() == "storeLetters.sure"
    standing.key(Qt.Key.Key_Space)
    assert standing.says("storeLetters.error") == ""
    standing.fill("storeAddress", "https://büchen.example")
    assert not standing.find(QCheckBox, "storeLetters.sure").isChecked()
    standing.press("storeLetters.sure")
    standing.press("submit")
    assert (await saved(standing)).origin == "https://xn--bchen-kva.example"


async def test_a_host_of_mixed_alphabets_is_warned_of(standing: Standing) -> None:
    await open_form(standing)
    for address in (DECEIVING, "https://xn--pple-43d.example"):
        standing.fill("storeAddress", address)
        assert "mixes alphabets" in standing.says("storeLetters")
        assert "xn--pple-43d.example" in standing.says("storeLetters")
    standing.fill("storeAddress", "https://apple.example")
    assert standing.says("storeLetters") == ""
    assert not standing.find(QCheckBox, "storeLetters.sure").isVisible()


@pytest.mark.parametrize("confirmed", [True, False])
async def test_a_host_that_was_confirmed_is_not_asked_about_again(
    confirmed: bool, standing: Standing
) -> None:
    store = replace(EU, origin="https://xn--pple-43d.example", confirmed=confirmed)
    await open_form(standing, store)
    assert standing.says("storeLetters") != ""
    assert standing.find(QCheckBox, "storeLetters.sure").isVisible() is not confirmed
    if not confirmed:
        standing.press("storeLetters.sure")
    standing.press("submit")
    assert (await saved(standing)).confirmed


@pytest.mark.parametrize("sure", [True, False])
async def test_an_imported_store_asks_and_shows_where_the_password_would_go(
    sure: bool, standing: Standing
) -> None:
    store = replace(
        EU, origin="https://xn--pple-43d.example", proxy=OWN, ca_file="/etc/ca.pem", confirmed=False
    )
    asking_ = asyncio.ensure_future(confirm_address(standing.window, store, standing.clock.value))
    await standing.asked("confirm")
    words = standing.says("confirm.text")
    for part in (
        "https://xn--pple-43d.example",
        "mixes alphabets",
        "http://proxy.example:3128",
        "ca.pem",
    ):
        assert part in words
    standing.key(Qt.Key.Key_Return, CTRL) if sure else standing.key(Qt.Key.Key_Return)
    assert await asking_ is sure


# Lowering


async def test_lowering_a_live_store_asks_and_enter_keeps_it_live(standing: Standing) -> None:
    form = await open_form(standing, EU)
    standing.choose("storeEnvironment", "Development")
    standing.press("submit")
    await standing.asked("confirm")
    assert "Northwind EU" in standing.says("confirm.title")
    standing.key(Qt.Key.Key_Return)
    await until(lambda: form.isActiveWindow() or standing.front is form)
    await standing.in_front(form)
    assert form.isVisible()
    assert standing.find(QComboBox, "storeEnvironment").currentText() == "Development"
    standing.press("submit")
    await standing.asked("confirm")
    standing.press("confirm.action")
    assert (await saved(standing)).environment is Environment.DEVELOPMENT


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Environment.STAGING, "Development"),
        (Environment.STAGING, "Live"),
        (Environment.LIVE, "Live"),
    ],
)
async def test_nothing_else_asks(before: Environment, after: str, standing: Standing) -> None:
    await open_form(standing, replace(EU, environment=before))
    standing.choose("storeEnvironment", after)
    standing.press("submit")
    await saved(standing)


# CA files


async def test_a_ca_file_that_cannot_be_used_is_told_beside_its_field(
    standing: Standing, server: FaultServer, authority: Authority, tmp_path: Path
) -> None:
    await open_form(standing)
    standing.fill("storeName", "Northwind EU")
    standing.fill("storeAddress", server.origin)
    standing.press("reach")
    for name, reason in (
        ("nowhere.pem", "File not found."),
        ("", "This is not a file."),
    ):
        standing.fill("caFile", str(tmp_path / name))
        standing.press("reach")
        for button in ("test", "submit"):
            standing.press(button)
            await standing.reads("caFile.error", reason)
            assert standing.focus() == "caFile"
            standing.fill("caFile", str(tmp_path / name))
    assert server.connections == 0
    standing.fill("caFile", str(authority.trust_file))
    assert standing.says("caFile.error") == ""
    standing.press("submit")
    assert (await saved(standing)).ca_file == str(authority.trust_file)


async def test_the_test_of_a_connection_names_the_damaged_certificates_of_a_ca_file(
    standing: Standing, authority: Authority, tmp_path: Path
) -> None:
    file = tmp_path / "company.pem"
    cut = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
    file.write_text(cut + authority.trust_file.read_text() + cut * 9)
    with FaultServer(authority.good()) as server:
        medusa(server)
        await open_form(standing)
        standing.fill("storeName", "Northwind EU")
        standing.fill("storeAddress", server.origin)
        standing.press("reach")
        standing.fill("caFile", str(file))
        standing.press("test")
        told = "CA certificate: 10 entries can't be read: numbers 1, 3, 4, 5, 6, 5 more"
        await until(lambda: told in standing.says("connection.facts"))


async def test_a_ca_file_can_be_looked_for(standing: Standing, authority: Authority) -> None:
    form = await open_form(standing, replace(EU, ca_file="/nowhere"))
    standing.press("caFile.browse")
    await standing.asked("QFileDialog")
    standing.fill("fileNameEdit", str(authority.trust_file))
    standing.key(Qt.Key.Key_Return)
    await until(lambda: standing.front is form)
    path = standing.find(QLineEdit, "caFile")
    await until(lambda: path.text() == str(authority.trust_file))


# Testing


async def test_a_test_tells_what_answers_there_and_for_how_long_it_will(
    standing: Standing, authority: Authority
) -> None:
    with FaultServer(authority.good()) as server:
        medusa(server)
        form = await open_form(standing)
        standing.fill("storeAddress", server.origin)
        standing.press("reach")
        standing.fill("caFile", str(authority.trust_file))
        standing.press("test")
        await standing.reads("connection.title", "Connected. Medusa answered in ")
        facts = standing.says("connection.facts")
        assert "Sign-in: email and password" in facts
        assert "Roles (RBAC): on" in facts
        assert "Certificate: from trustme" in facts
        assert "valid until" in facts
        standing.fill("caFile", "")
        assert not standing.find(QWidget, "connection").isVisible()
    form.reject()


def no_tls(_authority: Authority) -> None:
    return None


def stranger(authority: Authority) -> ssl.SSLContext:
    folder = authority.trust_file.parent / "elsewhere"
    folder.mkdir()
    return Authority(folder).good()


@pytest.mark.parametrize(
    ("certificate", "sentence"),
    [
        (stranger, "a certificate from an issuer that this computer doesn't know."),
        (
            stranger,
            "choose “Edit store…” and enter the authority's CA certificate under “Advanced”",
        ),
        (lambda authority: authority.good("other.example"), "a certificate for another name."),
        (Authority.expired, "The server's certificate has expired."),
        (Authority.not_yet_valid, "not valid yet. Check this computer's clock."),
        (Authority.tls_1_1_only, "The server's encryption is too old to be safe."),
        (no_tls, "This port uses http, not https. Check the address."),
    ],
    ids=[
        "unknown issuer",
        "its CA file",
        "wrong host",
        "expired",
        "not yet valid",
        "too old",
        "plain http",
    ],
)
async def test_each_bad_certificate_has_its_sentence_and_nothing_is_sent(
    certificate: Callable[[Authority], ssl.SSLContext | None],
    sentence: str,
    standing: Standing,
    authority: Authority,
) -> None:
    with FaultServer(certificate(authority)) as server:
        await open_form(standing, replace(EU, ca_file=str(authority.trust_file)))
        address = f"https://127.0.0.1:{server.port}"
        standing.fill("storeAddress", address)
        standing.press("test")
        await standing.reads("connection.title", f"This may not be 127.0.0.1:{server.port}")
        assert sentence in standing.says("connection.facts")
        assert "Nothing was sent." in standing.says("connection.facts")
        assert standing.find(QLineEdit, "storeAddress").text() == address
        assert server.requests == []


@pytest.mark.parametrize(
    ("behaviour", "sentence"),
    [
        (faults.answer(502), "The proxy can't be reached, or blocked the request."),
        (faults.answer(407), "The proxy requires a valid user name and password."),
    ],
    ids=["refuses", "wants a password"],
)
async def test_a_proxy_that_stands_in_the_way_is_named(
    behaviour: faults.Behaviour, sentence: str, standing: Standing, server: FaultServer
) -> None:
    server.on("CONNECT", "store.example:443", behaviour)
    proxy = Proxy(ProxyKind.OWN, f"http://127.0.0.1:{server.port}")
    await open_form(standing, replace(EU, proxy=proxy))
    standing.press("test")
    await standing.reads("connection.facts", sentence)
    assert standing.says("connection.title") == "Can't reach store.example"


async def test_a_proxys_password_is_tried_before_it_is_kept(
    standing: Standing, server: FaultServer, authority: Authority
) -> None:
    with FaultServer(authority.good("store.example")) as beyond:
        medusa(beyond)
        server.on("CONNECT", "store.example:443", asking("maya", "right", tunnel(beyond)))
        proxy = Proxy(ProxyKind.OWN, f"http://127.0.0.1:{server.port}", "maya")
        store = replace(EU, proxy=proxy, ca_file=str(authority.trust_file))
        await open_form(standing, store)
        for password, title in (
            ("wrong", "Can't reach"),
            ("right", "Connected. Medusa answered in "),
        ):
            standing.fill("proxyPassword", password)
            standing.press("test")
            await standing.reads("connection.title", title)
        assert f"Proxy: http://127.0.0.1:{server.port}" in standing.says("connection.facts")


async def test_a_shop_is_no_medusa_and_a_port_where_nobody_is_answers_nothing(
    standing: Standing, server: FaultServer
) -> None:
    page = faults.answer(200, b"<html>shop</html>", content_type="text/html")
    server.on("GET", "/auth/user/providers", page)
    await open_form(standing)
    standing.fill("storeAddress", server.origin)
    standing.press("test")
    await standing.reads("connection.title", "This address is not a Medusa server")
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))  # nobody listens there, and nobody else can
        standing.fill("storeAddress", f"http://127.0.0.1:{silent.getsockname()[1]}")
        standing.press("test")
        await standing.reads("connection.facts", "Connection refused.")


async def test_a_test_needs_an_address_and_no_name(standing: Standing, server: FaultServer) -> None:
    await open_form(standing)
    standing.press("test")
    await standing.reads("storeAddress.error", "Enter the store's address")
    standing.fill("storeAddress", server.origin)
    standing.press("test")
    await standing.reads("connection.title", "Connected. Medusa answered in ")
    assert "not encrypted, stays on this computer" in standing.says("connection.facts")
    assert standing.says("storeName.error") == ""


@pytest.mark.parametrize("by", ["the button", "another address", "Escape"])
async def test_a_test_that_takes_long_can_be_stopped(by: str, standing: Standing) -> None:
    ended: list[bool] = []

    async def long(_store: Store, _password: SecretStr | None) -> ConnectionReport:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(True)
        raise AssertionError("nobody set it")

    await open_form(standing, EU, test=long)
    standing.press("test")
    await standing.reads("connection.title", "Connecting to https://store.example…")
    assert standing.find(QWidget, "test").property("text") == "Stop testing"
    match by:
        case "the button":
            standing.press("test")
        case "another address":
            standing.fill("storeAddress", "https://other.example")
        case _:
            standing.key(Qt.Key.Key_Escape)
    await until(lambda: ended)
    if by != "Escape":
        assert not standing.find(QWidget, "connection").isVisible()
        assert standing.find(QWidget, "test").property("text") == "Test connection"
