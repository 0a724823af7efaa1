"""What counts as an email, and what is said about one that does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medusa_console.domain import email
from medusa_console.ui.words import reasons


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Enter an email"),
        ("   ", "Enter an email"),
        ("anna", "The @ is missing."),
        ("anna.example.com", "The @ is missing."),
        ("anna@@example.com", "only one @"),
        ("anna@home@example.com", "only one @"),
        ("@example.com", "before the @ is missing"),
        ("anna@", "domain after the @ is missing"),
        ("anna@localhost", "no dot"),
        ("anna@example.", "Check the dots"),
        ("anna@.example.com", "Check the dots"),
        (".anna@example.com", "Check the dots"),
        ("anna.@example.com", "Check the dots"),
        ("anna..lee@example.com", "Check the dots"),
        ("anna lee@example.com", "contains a space"),
        ("anna@exa\u00a0mple.com", "contains a space"),
        ("anna@ex\u200bample.com", "invisible character (U+200B)"),
        ("anna@\u202eelpmaxe.com", "invisible character (U+202E)"),
        ("anna\x00@example.com", "invisible character (U+0000)"),
        ("änna@example.com", "“ä”"),
        ("anna@müller.example", "“ü”"),
        ("<anna@example.com>", "“<”"),
        ("anna,lee@example.com", "“,”"),
        ("anna@exam_ple.com", "“_”"),
        ("anna@example.c", "Check the domain"),
        ("anna@192.0.2.1", "Check the domain"),
        ("anna@-example.com", "Check the domain"),
    ],
)
def test_what_is_wrong_is_said_in_words(typed: str, told: str) -> None:
    wrong = email.problem_of(typed)
    assert wrong is not None
    assert told in reasons.email(wrong)
    assert not email.is_email(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "anna@example.com",
        "  anna@example.com\t",
        "ANNA@Example.Com",
        "anna.lee+shop@mail.example.co.uk",
        "o'neill@example.ie",
        "_@a.io",
    ],
)
def test_emails_as_people_have_them_are_fine(typed: str) -> None:
    assert email.problem_of(typed) is None


def test_capital_letters_are_accepted_with_a_word_of_caution() -> None:
    assert email.depends_on_case("Anna@Example.com")
    told = reasons.depends_on_case("Anna@Example.com")
    assert "must type Anna@Example.com exactly like this" in told
    assert not email.depends_on_case("anna@example.com")


@given(st.one_of(st.text(), st.emails(), st.from_regex(r"[a-zA-Z@. \u202eü'-]{0,20}")))
def test_whatever_is_typed_is_either_accepted_or_explained(typed: str) -> None:
    assert (email.problem_of(typed) is None) == email.is_email(typed.strip())


@given(st.from_regex(r"[a-zA-Z0-9_+-]{1,20}@([a-z0-9]{1,9}\.){1,3}[a-z]{2,6}", fullmatch=True))
def test_the_usual_shape_is_never_refused(typed: str) -> None:
    assert email.problem_of(typed) is None
    assert email.problem_of(typed.upper()) is None
