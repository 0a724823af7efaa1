# ruff: noqa: RUF001  # signs that look alike are the subject
"""Nothing that a stranger has written does anything in a message, a report or a spreadsheet."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medusa_console.domain import tokens
from medusa_console.domain.escaping import in_chat, in_csv, in_markdown, plain
from medusa_console.domain.leaks import LONGEST_FIELD

SECRET = "sk_" + "a1" * 32
HOSTILE = {
    "mentions": (
        "<!here> <@U123> @channel anna@evil.example ＠everyone #42 [~anna]",
        "‹!here› ‹@ U123› @ channel anna@ evil. example ＠ everyone # 42 [ ~anna]",
    ),
    "links": (
        "https://evil.example/x www.evil.example //evil mailto:x@y evil。com",
        "https: / /evil. example/x www. evil. example / /evil mailto: x@ y evil。 com",
    ),
    "Markdown": (
        "![x](y) [click](evil) [a][b] `code` ||hidden||",
        "![x] (y) [click] (evil) [a] [b] ′code′ ¦¦hidden¦¦",
    ),
    "HTML": ("<img src=x> &lt;b&gt; &#60;", "‹img src=x› & lt;b& gt; & # 60;"),
    "direction": ("a\u202eb\u2066c\u200bd", "a‹U+202E›b‹U+2066›c‹U+200B›d"),
    "lines": ("one\r\n# two\u2028three\x1b[31m\0", "one # two three‹U+001B›[31m‹U+0000›"),
    "a key": (f"was {SECRET}!", "was sk_a1a***1a1!"),
    "a key in pieces": ("sk_" + "\u200b".join("a1" * 32), "***"),
    "marks": ("Z" + "\u0335" * 500, "Z" + "\u0335" * 3),
    "what people write": (
        "ERP “nightly” sync (v2.21, 14:03) ❤️ R + D – MEDUSA_API_KEY, Müller & Söhne",
        "ERP “nightly” sync (v2.21, 14:03) ❤ R + D – MEDUSA_API_KEY, Müller & Söhne",
    ),
}
FORMULAS = ["=1+1", "+1", "-1", "@SUM(1)", " =1", "\t=1", "\r=1", '"=1', "'=1", "\u00a0=1", "＝1"]


@pytest.mark.parametrize("name", HOSTILE)
def test_in_a_chat_nothing_becomes_a_link_a_mention_or_a_picture(name: str) -> None:
    text, expected = HOSTILE[name]
    assert in_chat(text) == expected


def test_in_markdown_every_sign_stands_for_itself() -> None:
    for text, expected in HOSTILE.values():
        escaped = in_markdown(text)
        assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escaped) == expected
    assert in_markdown("*a* _b_ ~c~ \\") == r"\*a\* \_b\_ \~c\~ \\"


def test_a_spreadsheet_computes_nothing_and_reads_one_field() -> None:
    for formula in FORMULAS:
        (row,) = csv.reader(StringIO(in_csv(formula)))
        assert row[0].startswith("'"), formula
    for text, _ in HOSTILE.values():
        (row,) = csv.reader(StringIO(in_csv(f'a","=1;\n{text}')))
        assert len(row) == 1


def test_a_field_of_a_table_is_what_the_store_says() -> None:
    for text in (
        "maya@demo.example",
        "https://shop.example/x?a=1#b [x](y)",
        "two  spaces \u2764\ufe0f",
        "x" * 1_000,
    ):
        (row,) = csv.reader(StringIO(in_csv(text)))
        assert row == [text]


def test_only_the_beginning_of_a_long_text_leaves() -> None:
    assert plain("x" * 10_000_000) == "x" * LONGEST_FIELD + "…"
    assert plain(" " * 1_000_000 + SECRET) == "…"


NASTY = st.lists(
    st.one_of(
        st.sampled_from(
            [*"@#<>[]()!`|&:/.=\\\"'\u202e\u200b\ufe0f \n", "://", "www.", "evil", "](", "&lt"]
        ),
        st.sampled_from([SECRET, SECRET[:20], SECRET[3:], "sk_", "a1b2", "<b>", "sk%5F"]),
        st.text(max_size=4),
    ),
    max_size=60,
).map("".join)


@settings(max_examples=60, deadline=None)
@given(NASTY)
def test_whatever_is_written_one_harmless_line_comes_out(text: str) -> None:
    chat, markdown, field = in_chat(text), in_markdown(text), in_csv(text)
    for out in (chat, markdown, field):
        assert not tokens.may_hold_a_key(out)
        assert all(unicodedata.category(sign) not in {"Cc", "Cf", "Zl", "Zp"} for sign in out)
    assert not re.search(r"[@#](?=\S)|//|<|>|`|\]\(|\w\.[a-z]|[a-z]:\S", chat)
    assert len(chat) <= 9 * (LONGEST_FIELD + 1)
    (row,) = csv.reader(StringIO(field))
    assert len(row) == 1
    assert row[0].lstrip(' "')[:1] not in tuple("=+-@")


ESCAPES: list[Callable[[str], str]] = [plain, in_chat, in_markdown, in_csv]


@pytest.mark.parametrize("escape", ESCAPES)
def test_the_work_grows_with_nothing_but_what_is_kept(escape: Callable[[str], str]) -> None:
    for piece in ("sk_", "eyJ", "@", "[", "&", "\u0301", SECRET[3:], " "):
        assert len(escape(piece * 3_000_000)) <= 12 * LONGEST_FIELD
