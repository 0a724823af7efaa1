"""Keys in every shape in which a text may hold them."""

from __future__ import annotations

import base64
import re
import textwrap
from re import _parser  # type: ignore[attr-defined]

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medusa_console.domain import leak_names, leak_text, token_shapes, tokens
from medusa_console.domain.token_shapes import LONGEST_SHAPE, shapes
from medusa_console.domain.tokens import Form, TokenKind
from tests.domain.test_tokens import is_linear

HEX = "0123456789abcdef" * 4
SECRET = f"sk_{HEX}"
PUBLIC = f"pk_{HEX}"


def in_base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def each(form: str, text: str = SECRET) -> str:
    """Every sign of `text` as a code."""
    return "".join(form % ord(sign) for sign in text)


def in_lines(text: str, width: int, between: str = "\n") -> str:
    return between.join(text[at : at + width] for at in range(0, len(text), width))


WHOLE = {
    "plain": SECRET,
    "in capitals": SECRET.upper(),
    "wrapped by a terminal": in_lines(SECRET, 40),
    "wrapped after its prefix": in_lines(SECRET, 3, "\r\n"),
    "wrapped within its prefix": f"s\nk_{HEX}",
    "wrapped by a mail": in_lines(SECRET, 30, " \r\n"),
    "quoted in a mail": in_lines(SECRET, 30, "\n> > "),
    "wrapped with an indent": in_lines(SECRET, 30, "\r\n        "),
    "a shell's continued line": in_lines(SECRET, 30, "\\\n"),
    "quoted-printable": in_lines(SECRET.replace("_", "=5F"), 30, "=\r\n"),
    "a wrapped mail in JSON": in_lines(SECRET, 30, "\\r\\n"),
    "percent-encoded": SECRET.replace("_", "%5F"),
    "percent-encoded twice": SECRET.replace("_", "%255f"),
    "percent-encoded sign by sign": each("%%%02X"),
    "in JSON": SECRET.replace("_", "\\u005f"),
    "in JSON sign by sign": each("\\u%04x"),
    "in JSON in JSON": each("\\\\u%04X"),
    "in JavaScript": each("\\x%02x"),
    "in Rust": SECRET.replace("_", "\\u{5f}"),
    "in Markdown": SECRET.replace("_", "\\_"),
    "in HTML": SECRET.replace("_", "&#95;"),
    "in HTML by name": SECRET.replace("_", "&lowbar;"),
    "in HTML sign by sign": each("&#%d;"),
    "in HTML in hex": each("&#x%X;"),
    "in HTML in HTML": each("&amp;#%d;"),
    "in HTML with soft hyphens": in_lines(SECRET, 20, "&shy;"),
    "in HTML with signs without width": in_lines(SECRET, 20, "&#8203;"),
    "in colour": f"\x1b[32m{SECRET}\x1b[0m",
    "with a colour inside": f"sk_\x1b[01;31m\x1b[K{HEX[:9]}\x1b[m{HEX[9:]}",
    "with signs that are not drawn": "\u200b".join(SECRET),
    "with NULs": "\0".join(SECRET),
    "a Basic header": in_base64(f"{SECRET}:"),
    "in base64 behind one sign": in_base64(f"x{SECRET}"),
    "in base64 behind two": in_base64(f"u:{SECRET}\n"),
    "in base64 in capitals": in_base64(SECRET.upper()),
    "in base64 in lines": "\n".join(textwrap.wrap(in_base64(f"TOKEN={SECRET}\n" * 3), 76)),
}
AROUND = ["{}", "the key is {} here", '{{"key":"{}"}}', "\\n{}\\n", "%22{}%22", "KEY={}\nX=1\n"]


def found(text: str) -> list[tuple[str, Form]]:
    return [(one.token, one.form) for one in shapes(text, 0, len(text))]


@pytest.mark.parametrize("shape", WHOLE.values(), ids=list(WHOLE))
def test_a_key_in_any_shape_is_found_whole(shape: str) -> None:
    for around in AROUND:
        told = found(around.format(shape))
        assert set(told) == {(SECRET, Form.WHOLE)}, around


def test_a_publishable_key_is_found_in_the_same_way() -> None:
    for shape in (PUBLIC, PUBLIC.upper(), each("%%%02x", PUBLIC), in_base64(f"x:{PUBLIC}")):
        (told,) = shapes(f" {shape} ", 0, 999)
        assert (told.token, told.kind) == (PUBLIC, TokenKind.PUBLISHABLE)


@pytest.mark.parametrize(
    ("text", "token", "form"),
    [
        (SECRET[:-1], SECRET[:-1], Form.CUT),
        (SECRET[:11], SECRET[:11], Form.CUT),
        (SECRET + "0", SECRET, Form.CUT),
        (SECRET + "Z", SECRET, Form.CUT),
        (SECRET[:20].upper(), SECRET[:20], Form.CUT),
        (f"{SECRET[:20]}\nfeed the cat", SECRET[:20], Form.CUT),
        (f"{SECRET[:20]}\\nfeed", SECRET[:20], Form.CUT),
        (f"{SECRET[:20]}…", SECRET[:20], Form.CUT),
        (in_base64(SECRET[:20]), SECRET[:20], Form.CUT),
        ("sk_0123…", "sk_0123", Form.CUT),
        ("sk_012***", "sk_012", Form.CUT),
        ("sk_012***def", "sk_012***def", Form.REDACTED),
        ("sk_abc***xyz", "sk_abc***xyz", Form.REDACTED),
        ("SK_012***DEF", "sk_012***def", Form.REDACTED),
        ("sk_012…def", "sk_012***def", Form.REDACTED),
        ("sk_012...def", "sk_012***def", Form.REDACTED),
        ("sk_012\\*\\*\\*def", "sk_012***def", Form.REDACTED),
        ("pk_012********def", "pk_012***def", Form.REDACTED),
        ("sk_0123456789****abcdef", "sk_012***def", Form.REDACTED),
    ],
)
def test_less_than_a_key_is_told_as_what_it_is(text: str, token: str, form: Form) -> None:
    assert found(f"KEY={text}") == found(f"({text})") == [(token, form)]


@pytest.mark.parametrize(
    "text",
    [
        "apk_01JAB0000000000000000000ZZ",
        "apk_01FABCDEF0123456789ABCDEF0",
        "APK_01FABCDEF0123456789ABCDEF0",
        "task_20240101120000",
        "task_\n20240101120000",
        "sk_live_" + "a1" * 16,
        "pk_test_" + "a1" * 16,
        "rk_" + HEX,
        "sk_012",
        "sk_0123456 and more",
        "sk_ 0123456789abcdef",
        HEX,
        in_base64("nothing of interest is in here, sk or pk"),
    ],
)
def test_what_only_looks_like_a_key_is_none(text: str) -> None:
    assert found(text) == found(f"x {text} x") == []


def test_keys_on_lines_of_their_own_are_told_apart() -> None:
    keys = [f"sk_{number:x}{HEX}"[:67] for number in range(1, 6)]
    for make in (in_base64, lambda key: in_base64(f"{key}:"), lambda key: in_base64(f"x{key}.")):
        for rest in ("=", ""):
            for end in ("\n", "\r\n", "\\n"):
                lines = end.join(make(key).rstrip("=" if not rest else "") for key in keys)
                assert found(lines) == [(key, Form.WHOLE) for key in keys]
                short = end.join(make(key[:30]).rstrip("=" if not rest else "") for key in keys)
                assert found(short) == [(key[:30], Form.CUT) for key in keys]
    for end in ("\n", "\r\n", "\\n", "=\n"):
        for shape in (str, str.upper, lambda key: each("%%%02x", key)):
            assert found(end.join(map(shape, keys))) == [(key, Form.WHOLE) for key in keys]
            short = end.join(shape(key[:30]) for key in keys)
            assert found(short) == [(key[:30], Form.CUT) for key in keys]


ONCE = [shape for name, shape in WHOLE.items() if name != "in base64 in lines"]
BETWEEN = ["\n", " ", '"', ",", "=", ":", "\r\n", "\\n", "&", "%20", "<", "|", "%22", "&quot;",
           "\x1b[0m", "…", "***", "\nf00 ", " sk_01234567\n", " c2tf ", " %73 "]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ONCE), st.sampled_from(BETWEEN)), max_size=6))
def test_every_key_is_found_whatever_shapes_stand_side_by_side(
    parts: list[tuple[str, str]],
) -> None:
    text = "".join(shape + between for shape, between in parts)
    whole = [token for token, form in found(text) if form is Form.WHOLE]
    assert whole == [SECRET] * len(parts)


def test_no_shape_is_longer_than_what_is_looked_ahead() -> None:
    for pattern in (token_shapes._KEY, token_shapes._BASE64):
        assert _parser.parse(pattern.pattern, pattern.flags).getwidth()[1] < LONGEST_SHAPE


def test_no_pattern_can_go_back_over_a_text() -> None:
    patterns = [
        one
        for module in (token_shapes, leak_names, leak_text)
        for one in vars(module).values()
        if isinstance(one, re.Pattern)
    ]
    assert len(patterns) >= 5
    assert [one.pattern for one in patterns if not is_linear(one.pattern, one.flags)] == []


PARTS = st.sampled_from(
    ["s", "k", "_", "sk_", "pk_", "SK", "0", "a", "F", "\n", "\r\n", "=", "=5F", "%5F", "%", "25",
     "\\", "\\u0073", "\\u00", "&#95;", "&", "#", ";", "\x1b[", "1m", "***", "…", "c2tf", "MDEy",
     HEX[:8], HEX[:60], HEX, SECRET, PUBLIC, " ", "é", "\u200b", "\0"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(PARTS, max_size=30).map("".join))
def test_whatever_a_text_is_made_of_only_keys_come_out(text: str) -> None:
    for one in shapes(text, 0, len(text)):
        assert 0 <= one.start < one.end <= len(text)
        match one.form:
            case Form.WHOLE:
                assert tokens.kind_of(one.token) is one.kind
            case Form.REDACTED:
                assert not tokens.may_hold_a_key(one.token)
            case _:
                assert re.fullmatch("[sp]k_[0-9a-f]{3,64}", one.token)
    plain = {text[one.start : one.end] for one in tokens.find_all(text) if one.form is Form.WHOLE}
    keys = {token for token in plain if not token.startswith("apk_")}
    assert keys <= {one.token for one in shapes(text, 0, len(text))}
