"""Keys in any text: found, redacted, hidden."""

from __future__ import annotations

import base64
import re
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

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
    assert tokens.kind_of(text) is None
    assert not tokens.is_id(text)


@pytest.mark.parametrize("around", ["a{}", "prod_{}", "\\n{}\\n", "%22{}%22", "\x1b[32m{}\x1b[0m"])
def test_a_key_is_found_whatever_is_glued_to_it(around: str) -> None:
    match = tokens.find(around.format(SECRET))
    assert match == TokenMatch(TokenKind.SECRET, "sk_012***def")


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


JWT = "eyJhbGciOiJIUzI1NiJ9.eyJhY3Rvcl9pZCI6InUifQ.c2ln-_x"


@pytest.mark.parametrize(
    "around", ["{}", "x{}", "token_{}", "\\n{}\\n", "%22{}%22", '"{}"', "={};"]
)
@pytest.mark.parametrize("jwt", [JWT, JWT[:30], JWT.rpartition(".")[0], f"{JWT}.{JWT}"])
def test_login_tokens_are_hidden_whatever_stands_around(around: str, jwt: str) -> None:
    assert "OiJIUzI1" not in tokens.mask(around.format(jwt))


def test_a_word_that_looks_like_the_beginning_of_a_login_token_stays() -> None:
    for text in ("ApiKeyJournalEntries", "MonkeyJungleAdventures.example.com"):
        assert tokens.mask(text) == text


@settings(max_examples=50)
@given(st.text().filter(lambda text: "eyJ" not in text and not tokens.may_hold_a_key(text)))
def test_text_without_a_key_stays_as_it_is(text: str) -> None:
    assert tokens.mask(text) == text


@pytest.mark.parametrize("text", [SECRET, PUBLIC])
def test_a_token_is_a_whole_key_and_nothing_else(text: str) -> None:
    assert tokens.kind_of(text) is not None
    assert tokens.kind_of(f"{text}\n") is None
    assert tokens.kind_of(f" {text}") is None
    assert tokens.kind_of(text[:-1]) is None


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


def spaced(token: str, every: int, gap: str) -> str:
    """`token` in groups of digits behind its prefix."""
    digits = token[3:]
    return token[:3] + gap.join(digits[n : n + every] for n in range(0, len(digits), every))


def in_base64(text: str, encoding: str = "ascii") -> str:
    return base64.b64encode(text.encode(encoding)).decode()


SHAPES = {
    "whole": SECRET,
    "publishable": PUBLIC,
    "8 digits": SECRET[:11],
    "behind an escaped line break": f"\\n{SECRET}\\n",
    "behind a line break escaped twice": f"\\\\n{SECRET[:20]}",
    "glued to a word": f"prod_{SECRET}",
    "glued to letters": f"my{SECRET}",
    "in quotes that are percent-encoded": f"%22{SECRET}%22",
    "in colour": f"\x1b[32m{SECRET}\x1b[0m",
    "in colour whose first character is lost": f"[32m{SECRET[:20]}[0m",
    "colour inside": f"sk_\x1b[01;31m{HEX[:9]}\x1b[m",
    "colour written out": f"sk_\\033[31m{HEX[:9]}",
    "cut": SECRET[:-1],
    "too long": SECRET + "0",
    "cut behind an escaped line break": f"\\n{SECRET[:-1]}\\n",
    "Markdown": f"sk\\_{HEX}",
    "percent-encoded": f"sk%5F{HEX}",
    "percent-encoded three times": f"sk%25255f{HEX[:9]}",
    "percent-encoded and invisible": f"sk_%E2%80%8B{HEX[:9]}",
    "JSON": f"sk\\u005f{HEX[:9]}",
    "JavaScript": f"sk\\x5f{HEX[:9]}",
    "Rust": f"sk\\u{{5f}}{HEX[:9]}",
    "HTML": f"sk&#95;{HEX[:9]}",
    "HTML in hex": f"sk&#x5F;{HEX[:9]}",
    "HTML by name": f"sk&lowbar;{HEX[:9]}",
    "capital prefix": f"SK_{HEX}",
    "capitals": SECRET.upper()[:20],
    "full width": f"\uff53\uff4b\uff3f{HEX[:9]}",
    "a sign without width": f"sk_\u200b{HEX[:9]}",
    "signs without width": "sk_" + "\u2060".join(HEX[:9]),
    "a soft hyphen": f"sk_{HEX[:4]}\xad{HEX[4:9]}",
    "a combining mark": f"sk_\u0331{HEX[:9]}",
    "a NUL": f"sk_\0{HEX[:9]}",
    "a byte order mark": f"\ufeff{SECRET[:20]}",
    "groups of four": spaced(SECRET, 4, " "),
    "groups of four with dashes": spaced(SECRET, 4, "-"),
    "groups of four with long dashes": spaced(SECRET, 4, "\u2013"),
    "groups of four on lines": spaced(SECRET, 4, "\r\n"),
    "groups of four without a prefix": spaced(SECRET, 4, " ")[3:],
    "groups of eight without a prefix": spaced(SECRET, 8, "-")[3:],
    "two groups of four": f"sk_ {HEX[:4]} {HEX[4:8]}",
    "groups of five": spaced(SECRET, 5, " "),
    "groups of two": spaced(SECRET, 2, "\u00a0"),
    "40 digits without a prefix": HEX[:40],
    "40 capital digits": HEX.upper()[:40],
    "a Basic header": f"Authorization: Basic {in_base64(SECRET + ':')}",
    "base64": in_base64(SECRET[:20]),
    "base64 of name and password": in_base64(f"user:{SECRET[:20]}"),
    "base64 of UTF-16": in_base64(SECRET[:20], "utf-16"),
    "base64 glued to a word": f"KEY_{in_base64(SECRET[:20])}",
    "base64 on lines": "\n".join(re.findall(".{1,76}", in_base64(SECRET))),
    "longer than anything that is read": "x" * 120_001,
}
HARMLESS = {
    "nothing": "",
    "an email": "jane.doe+news@shop.example.com",
    "a title": "Klarna payments 2024",
    "the redacted form": "sk_012***def",
    "6 characters": "sk_012",
    "7 digits": "sk_0123456",
    "an id": KEY_ID,
    "an id of hex digits": "apk_01FABCDEF0123456789ABCDEF0",
    "another id": "cus_01JAB0000000000000000000ZZ",
    "an id that was given by hand": "apk_334abc91f0000017",
    "a UUID": "550e8400-e29b-41d4-a716-446655440000",
    "two UUIDs": "550e8400-e29b-41d4-a716-446655440000 6ba7b810-9dad-11d1-80b4-00c04fd430c8",
    "an MD5": "d41d8cd98f00b204e9800998ecf8427e",
    "a date in a word": "task_20240101",
    "a number in a word": "disk_0000000012",
    "a date behind a short name": "sk_abc 2024-01-01",
    "years": "2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023",
    "telephone and card": "+49 30 1234 5678, 4111 1111 1111 1111",
    "hex words": "dead beef cafe babe feed face",
    "a sentence": "sk_ and pk_ are what keys begin with, and a bad cable faded",
    "wildcards": "100% off_season\\",
    "other scripts": "Łódź Straße 日本語のキー",
    "an address": "https://store.example.com/app/settings/secret-api-keys?q=%22erp%22",
    "long": "word " * 200,
    "a letter held down": "a" * 1_000,
}


@pytest.mark.parametrize("text", SHAPES.values(), ids=list(SHAPES))
@pytest.mark.parametrize("around", ["{}", "the key is {} here"])
def test_what_may_hold_a_key_is_recognised_in_any_shape(text: str, around: str) -> None:
    assert tokens.may_hold_a_key(around.format(text))


@pytest.mark.parametrize("text", HARMLESS.values(), ids=list(HARMLESS))
def test_what_people_look_for_is_no_key(text: str) -> None:
    assert not tokens.may_hold_a_key(text)
    assert tokens.mask(text) == text


@given(st.from_regex(tokens._HARMLESS, fullmatch=True))
def test_ids_and_redacted_forms_are_shown_as_they_are(text: str) -> None:
    assert not tokens.may_hold_a_key(text)
    assert tokens.mask(text) == text


@pytest.mark.parametrize("text", SHAPES.values(), ids=list(SHAPES))
def test_what_is_masked_holds_no_key_any_more(text: str) -> None:
    masked = tokens.mask(f"the key is {text}")
    assert not tokens.may_hold_a_key(masked)
    assert HEX[:8] not in masked.lower()
    assert tokens.mask(masked) == masked


def test_only_the_word_that_may_hold_a_key_is_hidden() -> None:
    assert tokens.mask(f"GET sk%5F{HEX[:9]} failed") == "GET *** failed"
    assert tokens.mask(f"GET {SECRET[:20]} failed") == "GET sk_012*** failed"
    assert tokens.mask(f"GET {HEX} failed") == "GET 012345*** failed"


def test_every_form_is_found_at_its_place_as_what_it_is() -> None:
    form = tokens.Form
    forms = [
        (SECRET, TokenKind.SECRET, form.WHOLE),
        (PUBLIC, TokenKind.PUBLISHABLE, form.WHOLE),
        (KEY_ID, TokenKind.KEY_ID, form.WHOLE),
        (SECRET[:-1], TokenKind.SECRET, form.CUT),
        (PUBLIC[:11], TokenKind.PUBLISHABLE, form.CUT),
        (SECRET + HEX, TokenKind.SECRET, form.CUT),
        ("sk_" + HEX.upper(), TokenKind.SECRET, form.CUT),
        ("sk_012***def", TokenKind.SECRET, form.REDACTED),
        ("pk_abc***xyz", TokenKind.PUBLISHABLE, form.REDACTED),
        (HEX[:40], None, form.BARE),
    ]
    for around in ("line one\n  KEY={}, ", "é\u200b“{}”\\n", "prod_{} "):
        text = "".join(around.format(token) for token, _, _ in forms)
        found = [(text[one.start : one.end], one.kind, one.form) for one in tokens.find_all(text)]
        assert found == forms


@pytest.mark.parametrize("text", HARMLESS.values(), ids=list(HARMLESS))
def test_nothing_else_is_found(text: str) -> None:
    forms = {one.form for one in tokens.find_all(text)}
    assert not forms & {tokens.Form.CUT, tokens.Form.BARE}


def test_no_more_keys_come_out_than_a_caller_can_bear() -> None:
    found = list(tokens.find_all(f"{SECRET} " * (tokens.MOST_FOUND + 5)))
    assert len(found) == tokens.MOST_FOUND
    assert SECRET not in tokens.mask(f"{SECRET} " * 1_500)


def test_no_pattern_can_go_back_over_a_text() -> None:
    """A match that fails has looked at a bounded number of characters, so that the work of a search
    is proportional to the length of the text."""
    patterns = {
        name: value for name, value in vars(tokens).items() if isinstance(value, re.Pattern)
    }
    assert patterns
    slow = [name for name, one in patterns.items() if not is_linear(one.pattern, one.flags)]
    assert slow == []


@pytest.mark.parametrize(
    "slow",
    ["(a+)+b", "eyJ[a-z]+x", "(?:a*)*", "x[ab]{0,999}?y", "a++b", "a+", "a++(?!b)", "(?=a++b)"],
)
def test_a_pattern_that_can_is_recognised(slow: str) -> None:
    assert not is_linear(slow)


def is_linear(pattern: str, flags: int = 0) -> bool:
    return _is_linear(list(_parser.parse(pattern, flags)), may_fail_after=False)


_MOST_REPEATS = 100


def _is_linear(parts: list[Any], *, may_fail_after: bool) -> bool:
    """Whether every long repeat is possessive and the last thing that can fail."""
    for kind, value in reversed(parts):
        nested: list[list[Any]] = []
        match kind:
            case op.MAX_REPEAT | op.MIN_REPEAT | op.POSSESSIVE_REPEAT:
                least, most, inner = value
                nested = [list(inner)]
                if most > _MOST_REPEATS and (kind != op.POSSESSIVE_REPEAT or may_fail_after):
                    return False
                fails_within = may_fail_after or most > 1
                fails = least > 0
            case op.SUBPATTERN:
                nested, fails_within, fails = [list(value[-1])], may_fail_after, True
            case op.BRANCH:
                nested, fails_within, fails = [list(one) for one in value[1]], may_fail_after, True
            case op.ASSERT | op.ASSERT_NOT:
                nested, fails_within, fails = [list(value[1])], True, True
            case op.ATOMIC_GROUP:
                nested, fails_within, fails = [list(value)], may_fail_after, True
            case _:
                fails_within, fails = may_fail_after, True
        # A repeat of single characters cannot fail within; one of groups can.
        for one in nested:
            single = kind == op.POSSESSIVE_REPEAT and len(one) == 1
            if not single and not _is_linear(one, may_fail_after=fails_within):
                return False
        may_fail_after = may_fail_after or fails
    return True


@pytest.mark.parametrize(
    "text",
    [
        "task_1718901234567890",
        "nightly task_1718901234567890 (ERP)",
        "disk_20240101-120000-1234",
        "task_20240101120000123",
        "desk_ 2024 0101 1200 0000",
        "zendesk_1718901234567890@support.example",
        "0012345678901234567890123456789012345678901234567890",
    ],
)
def test_numbers_behind_words_are_no_keys(text: str) -> None:
    assert not tokens.may_hold_a_key(text)
    assert tokens.mask(text) == text


@pytest.mark.parametrize(
    "between",
    [":", ".", "_", ", ", "/", "~", "+", "\u00b7", "      ", "\t\t\t\t\t\t", "`, `", "<br>"],
)
def test_a_whole_key_is_recognised_whatever_stands_between_its_groups(between: str) -> None:
    groups = [HEX[start : start + 4] for start in range(0, 64, 4)]
    assert tokens.may_hold_a_key("the key: sk_" + between.join(groups))
    assert tokens.may_hold_a_key(" ".join("sk_" + HEX))


def test_masking_a_long_text_of_many_odd_words_looks_at_it_a_few_times(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[int] = []
    look = tokens.may_hold_a_key

    def counted(text: str) -> bool:
        read.append(len(text))
        return look(text)

    monkeypatch.setattr(tokens, "may_hold_a_key", counted)
    text = "c2tfAAAAAAAAAAAA%252525 " * 4_000 + " sk%5Fdeadbeefdead"
    masked = tokens.mask(text)
    assert "deadbeef" not in masked
    assert len(read) < 10
