"""The address of a store's admin pages, and the links that lead there."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from medusa_console.domain.admin_pages import AdminPage, canonical_pages, link
from medusa_console.domain.errors import AddressFault, UnsafeAddress

TOKEN = SecretStr("eyJhbGciOi.eyJpZCI6.BihUYR_J-x")
PAGES = "https://shop.example.com/app"


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("https://shop.example.com/app", PAGES),
        ("  HTTPS://Shop.Example.com:443/app/ ", PAGES),
        ("https://shop.example.com/app/login", PAGES),
        ("https://admin.example.com", "https://admin.example.com"),
        ("https://admin.example.com/login", "https://admin.example.com"),
        ("http://localhost:9000/app", "http://localhost:9000/app"),
        ("https://shop.example.com/de/admin_2/~x", "https://shop.example.com/de/admin_2/~x"),
    ],
)
def test_an_address_has_one_spelling(typed: str, pages: str) -> None:
    assert canonical_pages(typed) == pages
    assert canonical_pages(pages) == pages


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", AddressFault.EMPTY),
        ("shop.example.com/app", AddressFault.NO_SCHEME),
        ("http://shop.example.com/app", AddressFault.NOT_ENCRYPTED),
        ("https://anna:secret@shop.example.com/app", AddressFault.USER_INFO),
        ("https://shop.example.com/app?token=x", AddressFault.QUERY),
        ("https://shop.example.com?x", AddressFault.QUERY),
        ("https://shop.example.com/app#x", AddressFault.QUERY),
        ("https://shop.example.com/../app", AddressFault.CHARACTER),
        ("https://shop.example.com/a b", AddressFault.CHARACTER),
        ("https://shop.example.com/a%2f", AddressFault.CHARACTER),
        ("https://shop.example.com//evil.example", AddressFault.CHARACTER),
        ("https://shop.example.com\\@evil.example/app", AddressFault.CHARACTER),
        ("javascript://x/app", AddressFault.SCHEME),
    ],
)
def test_what_is_no_address_of_pages_is_refused(typed: str, fault: AddressFault) -> None:
    with pytest.raises(UnsafeAddress) as refused:
        canonical_pages(typed)
    assert refused.value.fault is fault


def test_a_link_leads_to_the_page_that_takes_the_token() -> None:
    for page, path in ((AdminPage.INVITE, "invite"), (AdminPage.RESET, "reset-password")):
        made = link(PAGES, page, TOKEN)
        assert made is not None
        assert made.get_secret_value() == f"{PAGES}/{path}?token={TOKEN.get_secret_value()}"
        assert TOKEN.get_secret_value() not in repr(made)


def test_neither_a_damaged_file_nor_an_odd_token_makes_a_link() -> None:
    for pages in ("", "nonsense", "https://shop.example.com/app/", "http://shop.example.com/app"):
        assert link(pages, AdminPage.INVITE, TOKEN) is None
    for token in ("", "a b", "a&b=c", "a#b", "a\nb"):
        assert link(PAGES, AdminPage.INVITE, SecretStr(token)) is None
