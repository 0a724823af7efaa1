"""The page of a provider: which may be opened, and whose answer counts."""

from __future__ import annotations

import pytest

from medusa_console.domain.errors import ProviderFailed, ProviderFault
from medusa_console.domain.provider_page import ProviderPage, read_page

BACK = "http://127.0.0.1:41234/callback"
STATE = "5ec2e75ec2e75ec2e75ec2e75ec2e7aa"
ASKED = f"client_id=medusa&redirect_uri=http%3A%2F%2F127.0.0.1%3A41234%2Fcallback&state={STATE}"
PLACE = f"https://login.example/authorize?{ASKED}"


def refusal(location: str) -> ProviderFault:
    with pytest.raises(ProviderFailed) as caught:
        read_page(location, BACK)
    assert STATE not in str(caught.value)
    return caught.value.fault


@pytest.mark.parametrize(
    ("beginning", "host"),
    [("https://login.example", "login.example"), ("https://login.example:8443/x",
     "login.example:8443"), ("http://127.0.0.1:9", "127.0.0.1:9"), ("http://localhost:9",
     "localhost:9"), ("http://[::1]:9", "[::1]:9")],
)  # fmt: skip
def test_an_encrypted_page_or_one_of_this_computer_is_opened(beginning: str, host: str) -> None:
    page = read_page(f"{beginning}/authorize?{ASKED}", BACK)
    assert page == ProviderPage(f"{beginning}/authorize?{ASKED}", host, STATE)
    assert STATE not in repr(page)


@pytest.mark.parametrize(
    "location",
    ["", "login.example", f"http://login.example/?{ASKED}", f"file:///etc/passwd?{ASKED}",
     f"javascript:alert(1)//?{ASKED}", f"ms-settings:x?{ASKED}", f"https://?{ASKED}",
     f"https://you:pw@login.example/?{ASKED}", f"https://login.example\\@evil.example/?{ASKED}",
     f"https://login.example/ x?{ASKED}", f"https://login.example/\n?{ASKED}",
     f"https://login.ex\u00e4mple/?{ASKED}", f"https://[::1/?{ASKED}",
     f"https://login.example:x/?{ASKED}", f"{PLACE}&x={'y' * 8_000}", f"-x https://a.example?{ASKED}"],
)  # fmt: skip
def test_nothing_else_is_opened(location: str) -> None:
    assert refusal(location) is ProviderFault.UNSAFE_PAGE


@pytest.mark.parametrize(
    "query", ["", "client_id=medusa", "state=", "state=short", f"state={STATE}&state={STATE}"]
)
def test_a_page_without_a_state_is_not_opened(query: str) -> None:
    assert refusal(f"https://login.example/?{query}") is ProviderFault.NO_STATE


def test_a_page_that_leads_back_elsewhere_is_not_opened() -> None:
    elsewhere = PLACE.replace("41234", "41235")
    assert refusal(elsewhere) is ProviderFault.LEADS_ELSEWHERE


def test_only_the_answer_with_the_pages_own_state_counts() -> None:
    page = read_page(PLACE, BACK)
    assert page.is_answered_by([("code", "x"), ("state", STATE)])
    for query in (
        [],
        [("state", "")],
        [("state", STATE.upper())],
        [("state", STATE[:-1])],
        [("state", STATE), ("state", "another")],
        [("State", STATE)],
        [("state", "\u00e4" * 32)],
    ):
        assert not page.is_answered_by(query)
