"""Keys in any text: found, redacted, hidden."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medusa_console.domain import tokens
from medusa_console.domain.tokens import TokenKind, TokenMatch

HEX = "0123456789abcdef" * 4
SECRET = f"sk_{HEX}"
PUBLIC = f"pk_{HEX}"
KEY_ID = "apk_01JAB0000000000000000000ZZ"

AROUND = [
    "{}",
    "MEDUSA_API_KEY={}",
    "export MEDUSA_API_KEY='{}'",
    'KEY="{}"',
    "curl -u {}: https://store.example.com/admin/customers",
    "curl https://x.example -H 'Authorization: Basic {}'",
    "It is {}.",
    "({})",
    "“{}”,",
    "line one\n  {}\nline three",
    "{}\r\n",
    "<{}>",
    "https://x.example/?k={}&y=1",
]
# Publishable keys are found as secret ones are.
PASTED = [
    *((text, SECRET, TokenKind.SECRET, "sk_012***def") for text in AROUND),
    *((text, KEY_ID, TokenKind.KEY_ID, KEY_ID) for text in AROUND),
    ("KEY={}", PUBLIC, TokenKind.PUBLISHABLE, "pk_012***def"),
]


@pytest.mark.parametrize(("text", "token", "kind", "shown"), PASTED)
def test_a_key_is_found_wherever_it_was_copied_from(
    text: str, token: str, kind: TokenKind, shown: str
) -> None:
    assert tokens.find(text.format(token)) == TokenMatch(kind, shown)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a" + SECRET,
        "rk_" + HEX,
        "sk_live",
        "sk_012***def",
        KEY_ID[:-1],
        KEY_ID + "A",
        KEY_ID.lower(),
    ],
)
def test_what_only_looks_like_a_key_is_not_found(text: str) -> None:
    assert tokens.find(text) is None


@pytest.mark.parametrize(
    "text",
    ["sk_" + "a" * 63, SECRET + "0", SECRET + "Z", "sk_" + HEX.upper(), "sk_" + HEX[:8],
     "pk_" + HEX * 2],
)  # fmt: skip
def test_a_damaged_key_is_told_only_by_its_beginning(text: str) -> None:
    sighting = tokens.find(f"KEY={text}")
    assert sighting is not None
    assert sighting.shown == text[:6]
    assert not tokens.is_token(text)
    assert not tokens.is_id(text)


def test_a_whole_key_counts_before_an_id() -> None:
    sighting = tokens.find(f"{KEY_ID} {SECRET}")
    assert sighting is not None
    assert sighting.kind is TokenKind.SECRET


@settings(max_examples=50)
@given(st.text(), st.text(), st.sampled_from([SECRET, PUBLIC]))
def test_whatever_stands_around_a_key_it_is_hidden(before: str, after: str, token: str) -> None:
    masked = tokens.mask(before + token + after)
    assert token not in masked
    assert tokens.redact(token) in masked
    assert tokens.mask(masked) == masked


@pytest.mark.parametrize("around", ["{}0", "a{}", "backup_{}_old", "x{}Z"])
def test_hiding_is_stricter_than_finding(around: str) -> None:
    assert HEX not in tokens.mask(around.format(SECRET))


def test_login_tokens_are_hidden_too() -> None:
    masked = tokens.mask("Bearer eyJhbGciOiJIUzI1NiJ9.eyJhY3Rvcl9pZCI6InUifQ.c2ln-_x was refused")
    assert masked == "Bearer eyJ*** was refused"


@settings(max_examples=50)
@given(st.text().filter(lambda text: "_" not in text and "eyJ" not in text))
def test_text_without_a_key_stays_as_it_is(text: str) -> None:
    assert tokens.mask(text) == text


@pytest.mark.parametrize("text", [SECRET, PUBLIC])
def test_a_token_is_a_whole_key_and_nothing_else(text: str) -> None:
    assert tokens.is_token(text)
    assert not tokens.is_token(f"{text}\n")
    assert not tokens.is_token(f" {text}")
    assert not tokens.is_token(text[:-1])


@pytest.mark.parametrize("text", ["apk_01JAB", "user_01m", "sc_1"])
def test_ids_may_stand_in_a_path(text: str) -> None:
    assert tokens.is_id(text)


@pytest.mark.parametrize(
    "text",
    ["", "..", "../x", "a/b", "apk_a/b", "apk_a?x", "apk_a#f", "%2e%2e", "apk_é", "apk_\0", "apk_",
     "_a", "apk", "apk_a\n", "apk_a b", "APK_a", "apk_٣", "apk_a_b", SECRET, PUBLIC],
)  # fmt: skip
def test_nothing_else_may(text: str) -> None:
    assert not tokens.is_id(text)
