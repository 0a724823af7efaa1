"""What is shown of a pasted text holds no key and no value."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medusa_console.domain import tokens
from medusa_console.domain.leak_text import HIDDEN, LONGEST_LINE, MOST_LINES, shown_text
from tests.domain.test_token_shapes import WHOLE
from tests.domain.test_tokens import HEX, SHAPES, spaced

SECRET = f"sk_{HEX}"


def test_a_text_is_recognised_without_its_values() -> None:
    text = (
        f"# staging\r\nMEDUSA_API_KEY={SECRET}\r\nport: 9000\n\n"
        "2026-11-29 14:02:07 could not sign in\n14:02 user=jo and more\n"
        "abcdefghijklmnop qrstuvwxyz\nEMPTY=\nMIIEp+AIBAAK/Cq9EA0+bcd/efG8\n"
    )
    assert shown_text(text) == (
        "# staging", f"MEDUSA_API_KEY={HIDDEN}", f"port:{HIDDEN}", "",
        "2026-11-29 14:02:07 could not sign in", f"14:02 user={HIDDEN}",
        f"{HIDDEN} qrstuvwxyz", "EMPTY=", HIDDEN, "",
    )  # fmt: skip


def test_only_the_part_of_a_line_that_may_hold_a_key_is_hidden() -> None:
    shown = shown_text(f"one\nthe 40%25 are sk%5F%2D{HEX[:9]} here\ntwo")
    assert shown == ("one", "the 40%25 are *** here", "two")


def test_a_long_text_is_cut() -> None:
    lines = shown_text("one word " * 100_000)
    assert [len(line) for line in lines] == [LONGEST_LINE]
    assert len(shown_text("a\n" * 900_000)) == MOST_LINES


@pytest.mark.parametrize("shape", [*WHOLE.values(), *SHAPES.values()])
def test_no_shape_of_a_key_is_shown(shape: str) -> None:
    for around in ("{}", "the key is {} here", "one\n {}\ntwo"):
        shown = "\n".join(shown_text(around.format(shape)))
        assert not tokens.may_hold_a_key(shown)
        assert HEX[:8] not in shown.lower()


def test_a_key_in_a_long_text_is_not_shown_wherever_it_stands() -> None:
    scattered = spaced(SECRET, 4, " -\n")
    for room in range(65_400, 65_560, 9):  # a border of what is looked at together
        shown = "\n".join(shown_text((("a b " * 24 + "\n") * 700)[:room] + SECRET))
        assert HIDDEN in shown
        assert HEX[:4] not in shown
    for before in ("word and word\n" * 284, "word " * 99, "- \n" * 1_900):
        shown = "\n".join(shown_text(f"{before}{scattered}\nthe end"))
        assert not tokens.may_hold_a_key(shown)
        assert HEX[:4] not in shown


PARTS = st.sampled_from(
    [SECRET, SECRET[:20], HEX[:8], HEX[:4], "sk_", "sk", "_", "=", ":", "\n", " ", "12:30", "%5F",
     "\\u005f", "&#95;", "\x1b[0m", "-", "a", "0", base64.b64encode(SECRET.encode()).decode()[:40],
     "\u200b", "\r\n", "é", "x" * 490]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PARTS, max_size=60).map("".join))
def test_whatever_a_text_holds_no_key_is_shown(text: str) -> None:
    assert not tokens.may_hold_a_key("\n".join(shown_text(text)))
