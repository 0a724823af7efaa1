"""What counts as a code, however it was typed or pasted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medusa_console.domain.mfa import digits_of, recovery_code_of


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("123456", "123456"),
        ("123 456", "123456"),
        (" 123\u00a0456\r\n", "123456"),
        ("123-456", "123456"),
        ("12\u2009 34\u200b56", "123456"),
        ("\uff11\uff12\uff13\uff14\uff15\uff16", "123456"),  # full width
        ("\u0661\u0662\u0663\u0664\u0665\u0666", "123456"),  # Arabic-Indic
        ("000000", "000000"),
        ("", ""),
        ("12345", "12345"),
        ("1234567", "1234567"),
    ],
)
def test_separators_are_left_out_of_a_code(typed: str, digits: str) -> None:
    assert digits_of(typed) == digits


@pytest.mark.parametrize("typed", ["12345a", "abcdef", "+12345", "1.2e3", "12\u00bd456", "²23456"])
def test_a_code_with_anything_but_digits_is_none(typed: str) -> None:
    assert digits_of(typed) is None


@given(st.text())
def test_any_text_is_digits_or_none(text: str) -> None:
    digits = digits_of(text)
    assert digits is None or set(digits) <= set("0123456789")


def test_a_recovery_code_keeps_its_hyphens_and_loses_its_spaces() -> None:
    code = "82f3-c993-c764-7284-5600-e53c-31e3-2800"
    assert recovery_code_of(f"  {code}\n") == code
    assert recovery_code_of(code.replace("-", "- ")) == code
