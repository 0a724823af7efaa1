"""A text read in pieces: each key once, with how often and where."""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medusa_console.domain import leak_scan
from medusa_console.domain.leak_finds import Distinct
from medusa_console.domain.leak_scan import LONGEST_PIECE, Scanner
from medusa_console.domain.leaks import MOST_KEYS, MOST_PLACES, FoundKey, Place, Reading
from medusa_console.domain.token_shapes import shapes
from medusa_console.domain.tokens import Form, TokenKind

HEX = "0123456789abcdef" * 4
SECRET = f"sk_{HEX}"
PUBLIC = f"pk_{HEX[::-1]}"
BASIC = base64.b64encode(f"{SECRET}:".encode()).decode()


def read(*parts: str) -> Reading:
    scanner = Scanner()
    for part in parts:
        scanner.feed(part)
    return scanner.finish()


def only(reading: Reading) -> FoundKey:
    (key,) = reading.keys
    return key


def test_a_key_is_told_once_with_how_often_and_where() -> None:
    text = f"# leak\nMEDUSA_API_KEY={SECRET}\n\ncurl -u {SECRET}: https://x.example\npk={PUBLIC}\n"
    reading = read(text)
    secret, public = reading.keys
    assert (secret.kind, secret.form, secret.shown) == (
        TokenKind.SECRET, Form.WHOLE, "sk_012***def",
    )  # fmt: skip
    assert secret.secret is not None
    assert secret.secret.get_secret_value() == SECRET
    assert secret.places == (Place(2, "MEDUSA_API_KEY"), Place(4, "curl -u"))
    assert secret.count == 2
    assert (public.kind, public.places) == (TokenKind.PUBLISHABLE, (Place(5, "pk"),))
    assert (reading.key_count, reading.lines) == (2, 5)
    assert reading.excerpt[:2] == ("# leak", "MEDUSA_API_KEY=•••")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("export MEDUSA_API_KEY='{}'", "MEDUSA_API_KEY"),
        ("MEDUSA_API_KEY = {}", "MEDUSA_API_KEY"),
        ('{{"apiKey": "{}"}}', "apiKey"),
        ('"{{\\"token\\": \\"{}\\"}}"', "token"),
        ("  api_key: {}", "api_key"),
        ("x-publishable-api-key: {}", "x-publishable-api-key"),
        ("curl -s --user '{}:' https://x.example", "curl --user"),
        ("docker run -e MEDUSA={} image", "MEDUSA"),
        ("https://x.example/?key={}&y=1", "key"),
        ("apiKey => '{}'", "apiKey"),
        ("const key := `{}`", "key"),
        ("KEY=\x1b[32m{}\x1b[0m", "KEY"),
        ('{{"env":"A=1\\nMEDUSA_API_KEY={}\\n"}}', "MEDUSA_API_KEY"),
        ("{{&quot;apiKey&quot;:&quot;{}&quot;}}", "apiKey"),
        ("{{%22apiKey%22%3A%22{}%22}}", "apiKey"),
        ("MEDUSA_API_KEY=3D{}", "MEDUSA_API_KEY"),
        ("it is {}.", ""),
        ("14:02: {}", ""),
        ("{}", ""),
        ("=:{}", ""),
        ("TOKEN:\n{}", ""),
    ],
)
def test_a_key_is_told_with_what_it_is_assigned_to(text: str, name: str) -> None:
    assert only(read(text.format(SECRET))).places[0].name == name


def test_a_header_in_base64_is_a_whole_key() -> None:
    key = only(read(f"GET / HTTP/1.1\r\nAuthorization: Basic {BASIC}\r\n"))
    assert (key.form, key.places) == (Form.WHOLE, (Place(2, "Authorization"),))
    assert key.id == only(read(SECRET)).id


def test_a_key_that_stands_for_a_name_is_not_given_away() -> None:
    for place in only(read(f"{SECRET}={SECRET}")).places:
        assert HEX[:8] not in place.name


def test_forms_of_one_key_are_told_apart_and_give_nothing_away() -> None:
    whole, cut, redacted = read(f"{SECRET} {SECRET[:20]} sk_012***def").keys
    assert [one.form for one in (whole, cut, redacted)] == [Form.WHOLE, Form.CUT, Form.REDACTED]
    assert [one.shown for one in (whole, cut, redacted)] == [
        "sk_012***def", "sk_012", "sk_012***def",
    ]  # fmt: skip
    assert cut.secret is redacted.secret is None
    assert len({whole.id, cut.id, redacted.id}) == 3
    assert HEX[6:12] not in repr((whole, cut, redacted))
    guessed = hashlib.blake2b(f"whole {SECRET}".encode(), digest_size=12).hexdigest()
    assert whole.id != guessed  # who knows the id cannot try keys on it


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_are_counted_whatever_ends_them(end: str) -> None:
    text = end.join(["", "", f"a={SECRET}", "", f"b={SECRET}", ""])
    reading = read(text)
    assert [place.line for place in only(reading).places] == [3, 5]
    assert reading.lines == 5
    assert read(text + "x").lines == 6
    for start in ("", "x"):  # a piece may begin with the second half of a CRLF
        far = only(read(f"{start}{end * 90_000}K={SECRET}"))
        assert far.places == (Place(90_001, "K"),)
    assert read().lines == 0


BORDERS = [number * leak_scan._STEP - leak_scan._AHEAD for number in (1, 2)]
SHAPES = [SECRET, f"{SECRET[:30]}\r\n{SECRET[30:].upper()}", BASIC,
          "".join(f"\\u{ord(sign):04x}" for sign in SECRET)]  # fmt: skip


@pytest.mark.parametrize("filling", ["\n", "\r\n", "a\r", "é\u200b", "f", "\\"])
def test_a_key_on_the_border_of_two_pieces_is_found_once_in_its_line(filling: str) -> None:
    for number, shape in enumerate(SHAPES):
        for shift in range(-len(shape) - 2, 4, 37 + number):
            text, lines = "x" * number, []  # a CRLF may be divided, or not
            for border in BORDERS:
                room = border + shift - 3 - len(text)
                text = f"{text}{(filling * room)[:room]}\nK="
                lines.append(len(re.findall(r"\r\n|\r|\n", text)) + 1)
                text = f"{text}{shape} \r\n"
            key = only(read(text, filling * 10_000))
            assert (key.form, key.count) == (Form.WHOLE, 2)
            assert key.places == tuple(Place(line, "K") for line in lines)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["\r", "\n", "\r\n", " ", "KEY=", SECRET, PUBLIC, "sk_012***def", BASIC,
                         SECRET[:20], "x" * 5_000, "\n" * 900]),
        max_size=40,
    ).map("".join),
    st.integers(1, 700),
)  # fmt: skip
def test_it_does_not_matter_in_which_parts_a_text_comes(text: str, size: int) -> None:
    parts = [text[at : at + size] for at in range(0, len(text), size)]
    assert read(*parts) == read(text)
    assert read(text).lines == len(re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", text))


def test_no_piece_is_longer_than_its_bound() -> None:
    sizes: list[int] = []

    def watch(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code is shapes.__code__:
            sizes.append(len(frame.f_locals["text"]))

    sys.setprofile(watch)
    try:
        read("x" * 1_000_000)
        read(*["x" * (leak_scan._STEP - 1)] * 20)
    finally:
        sys.setprofile(None)
    assert len(sizes) > 15
    assert max(sizes) <= LONGEST_PIECE


def key(number: int) -> str:
    return f"sk_{number:064x}"


def test_of_very_many_keys_the_first_are_listed_and_all_are_counted() -> None:
    keys = [key(number) for number in range(5_000)]
    reading = read(" ".join(keys + keys[:3_000]))
    assert len(reading.keys) == MOST_KEYS
    assert reading.key_count == 5_000
    assert [one.secret.get_secret_value() for one in reading.keys if one.secret] == keys[:MOST_KEYS]
    assert reading.keys[0].count == 2
    often = only(read(f"{SECRET}\n" * 100))
    assert (often.count, len(often.places)) == (100, MOST_PLACES)


def test_different_numbers_are_counted_in_little_room() -> None:
    distinct = Distinct()
    for number in range(40_000):
        distinct.add(number * 0x9E3779B97F4A7C15 & (1 << 64) - 1)
        distinct.add(number * 0x9E3779B97F4A7C15 & (1 << 64) - 1)
    distinct.add(-7)
    distinct.add(-7)
    assert len(distinct) == 40_001


NEAR_MISSES = [
    "sk_", "sk_0", "sk_0123456 ", SECRET[:20] + " ", "sk_" + "\n0" * 7 + " ", "SK_0", "eyJ", "a",
    "s", "0", "c2tf", "c2tfM", BASIC + " ", "\\", "\\u0073", "\\u0073\\u006b", "%25", "%2525736b",
    "&amp;", "&amp;#115;", "\x1b[", "s\x1b[0m", "\n", "s\n", "\r", "sk_012***de",
    "sk_012" + "*" * 70, "sk=5F", "\0", "s\0k\0", "[0;0;0", "\u200b", "=\r\n", "user:pass@", "postgres://u:",
    "-----BEGIN", "token=", "eyJhbGciOiJ9.", "JWT_SECRET", "ghp_", "/invite?token=", "日本",
    "[ ", "[", '{"a":', '{"RuleID":1,"Secret":1,"Match":1}\n', '{"a":"', '["\\\\', "[0,",
]  # fmt: skip


@pytest.mark.parametrize("unit", NEAR_MISSES, ids=repr)
def test_the_work_grows_with_the_length_of_a_text_whatever_the_text(unit: str) -> None:
    """Counts calls; that no single match can go far is shown by its pattern."""
    size = leak_scan._STEP
    short, long = (calls(unit * (times * size // len(unit))) for times in (1, 2))
    assert long <= short * 2.3 + 200


def calls(text: str) -> int:
    """How many functions are called while `text` is read, the interpreter's own as well."""
    number = 0

    def count(*_: object) -> None:
        nonlocal number
        number += 1

    scanner = Scanner()
    sys.setprofile(count)
    try:
        scanner.feed(text)
        scanner.finish()
    finally:
        sys.setprofile(None)
    return number
