"""No failure prints what it must not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from medusa_console.domain import errors
from medusa_console.domain.errors import (
    ConsoleError,
    Invalid,
    NoAnswer,
    NotMedusa,
    OutcomeUnknown,
    Redirected,
    Refused,
    Unreachable,
)
from medusa_console.domain.query import KeyQuery, StateFilter
from medusa_console.domain.user import User


def every_error(kind: type[ConsoleError] = ConsoleError) -> list[type[ConsoleError]]:
    return [kind] + [found for child in kind.__subclasses__() for found in every_error(child)]


@pytest.mark.parametrize(
    "kind", [kind for kind in every_error() if kind.__module__ == errors.__name__]
)
def test_every_failure_is_in_the_tree_of_the_docstring(kind: type[ConsoleError]) -> None:
    assert kind.__name__ in (errors.__doc__ or "")


def test_a_failure_names_the_host_and_the_reason_and_nothing_else() -> None:
    lost = Unreachable("store.example", NoAnswer.TIMEOUT, sent=True, seconds=15, detail="canary")
    assert str(lost) == "store.example: no answer in time"
    assert str(OutcomeUnknown(lost, at=datetime.now(UTC))) == str(lost)
    assert issubclass(Redirected, NotMedusa)
    assert issubclass(Invalid, Refused)


def test_a_person_is_shown_by_name_else_email_else_id() -> None:
    assert User(id="user_1", email="m@x.example", first_name="Maya", last_name="L").name == "Maya L"
    assert (
        User(id="user_1", email="m@x.example", first_name="", last_name=None).name == "m@x.example"
    )
    assert User(id="user_1").name == "user_1"


def test_an_order_alone_narrows_nothing() -> None:
    assert not KeyQuery(descending=False).narrows
    assert KeyQuery(text="x").narrows
    assert KeyQuery(state=StateFilter.REVOKED).narrows
