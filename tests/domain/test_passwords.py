"""Passwords that are made up, and how strong they are said to be."""

from __future__ import annotations

import math
import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import SecretStr

from medusa_console.domain import passwords
from medusa_console.domain.passwords import Strength


def test_a_generated_password_can_be_read_out_and_not_guessed() -> None:
    made = [passwords.generate().get_secret_value() for _ in range(200)]
    assert len(set(made)) == len(made)
    seen = set("".join(made)) - {"-"}
    assert not seen & set("0o1il")
    assert all(re.fullmatch(r"[a-z2-9]{5}(-[a-z2-9]{5}){3}", one) for one in made)
    assert 20 * math.log2(len(seen)) >= 95
    assert made[0] not in repr(passwords.generate())


@pytest.mark.parametrize(
    ("typed", "strength"),
    [
        ("", Strength.WEAK),
        ("password", Strength.WEAK),
        ("a" * 500, Strength.WEAK),
        ("Tr0ub4dour&3", Strength.FAIR),
        ("correct horse battery staple", Strength.STRONG),
    ],
)
def test_strength_is_told_by_how_soon_it_is_guessed(typed: str, strength: Strength) -> None:
    assert passwords.strength(SecretStr(typed)) is strength


def test_generated_ones_are_strong() -> None:
    assert passwords.strength(passwords.generate()) is Strength.STRONG


def test_who_it_is_for_makes_a_password_weak() -> None:
    typed = SecretStr("lindqvistholm")
    assert passwords.strength(typed) is not Strength.WEAK
    assert passwords.strength(typed, ["Lindqvistholm", ""]) is Strength.WEAK


def test_what_follows_the_32nd_character_is_not_looked_at() -> None:
    hard = "".join(passwords.generate().get_secret_value() for _ in range(3))
    assert passwords.strength(SecretStr("a" * 31 + hard)) is Strength.WEAK
    assert passwords.strength(SecretStr(hard)) is Strength.STRONG


@given(st.text(max_size=80))
@settings(max_examples=25)
def test_anything_typed_is_judged(typed: str) -> None:
    assert passwords.strength(SecretStr(typed), [typed]) in Strength


def test_the_dictionaries_are_not_loaded_before_they_are_needed() -> None:
    look = "import sys, medusa_console.domain.passwords; print('zxcvbn' in sys.modules)"
    asked = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == "False"
