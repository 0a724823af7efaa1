"""The token in whatever somebody pastes: told what it is for, and taken alone."""

from __future__ import annotations

import quopri
from datetime import UTC, datetime

import pytest

from medusa_console.domain.pasted_token import (
    LONGEST_PASTE,
    PastedKind,
    PastedToken,
    choose,
    find_tokens,
)
from tests.domain.test_other_secrets import INVITE, OTHER, RESET, SESSION, UNTIL, jwt

END = int(UNTIL.timestamp())
OF_CUSTOMER = jwt(entity_id="a@b.example", actor_type="customer", purpose="reset", exp=END)
NEWER = jwt(
    entity_id="jo@shop.example", actor_type="user", purpose="reset", exp=END + 60, jti="two"
)
MAIL = f"""Subject: Your new password

Hi Jo,
choose a new password within 15 minutes:
https://shop.example:9000/app/reset-password?token={RESET}&email=jo@shop.example

Bye
"""


def only(text: str) -> PastedToken:
    (found,) = find_tokens(text)
    return found


@pytest.mark.parametrize(
    ("token", "kind", "email"),
    [
        (RESET, PastedKind.RESET, "jo@shop.example"),
        (OF_CUSTOMER, PastedKind.RESET_OF_CUSTOMER, "a@b.example"),
        (INVITE, PastedKind.INVITE, "jo@shop.example"),
        (SESSION, PastedKind.SESSION, ""),
        (OTHER, PastedKind.OTHER, ""),
    ],
)
def test_a_token_says_what_it_is_for(token: str, kind: PastedKind, email: str) -> None:
    found = only(f"  {token}\n")
    assert (found.kind, found.email, found.until) == (kind, email, UNTIL)
    assert found.token.get_secret_value() == token
    assert (found.host, found.cut) == ("", False)
    assert token not in repr(found)


def test_of_a_whole_mail_only_the_token_is_taken_and_its_link_tells_the_address() -> None:
    for text in (
        MAIL,
        quopri.encodestring(MAIL.encode()).decode(),
        MAIL.replace("?token", "?a=1&amp;token"),
        MAIL.replace("https://", "HTTPS://somebody:else@"),
    ):
        found = only(text)
        assert found.token.get_secret_value() == RESET
        assert found.host == "shop.example:9000"


def test_the_newest_of_several_mails_counts() -> None:
    found = find_tokens(f"{NEWER}\n> {RESET}\n> {RESET} {INVITE}")
    assert len(found) == 3
    chosen = choose(found, PastedKind.RESET)
    assert chosen is not None
    assert chosen.token.get_secret_value() == NEWER
    other = choose(found, PastedKind.INVITE)
    assert other is not None
    assert other.kind is PastedKind.INVITE


def test_a_token_of_another_kind_is_chosen_to_be_told_apart() -> None:
    chosen = choose(find_tokens(f"x {SESSION}"), PastedKind.RESET)
    assert chosen is not None
    assert chosen.kind is PastedKind.SESSION
    assert choose(find_tokens("no token, and eyJ is none"), PastedKind.RESET) is None


@pytest.mark.parametrize("text", [RESET.rpartition(".")[0], RESET.rpartition(".")[0] + "."])
def test_a_token_without_its_end_is_known_to_be_cut(text: str) -> None:
    assert only(text).cut
    whole = choose(find_tokens(f"{text} {RESET}"), PastedKind.RESET)
    assert whole is not None
    assert not whole.cut


def test_what_strangers_wrote_is_bounded() -> None:
    long = jwt(id="invite_1", email="x" * 2_000, exp=10**30)
    found = only(long)
    assert len(found.email) == 320
    assert found.until is None
    assert find_tokens("x" * LONGEST_PASTE + RESET) == ()
    many = "\n".join(jwt(id=f"invite_{number}") for number in range(300))
    assert len(find_tokens(many)) == 200
    assert only(f"https://[::x/?token={RESET}").host == ""


def test_an_end_is_told_in_utc() -> None:
    until = only(RESET).until
    assert until == datetime.fromtimestamp(END, UTC)
