"""What an authenticator app is told, and which sets of a store's answer are of use to one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from pydantic import SecretStr

from medusa_console.domain.errors import NoTwoStep, NoTwoStepFault
from medusa_console.domain.two_step import (
    Enrolment,
    Factor,
    FactorState,
    read_enrolment,
    two_step_of,
)

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
LONG_AGO = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def factor(number: int, state: FactorState = FactorState.PENDING) -> Factor:
    at = LONG_AGO + timedelta(minutes=number)
    return Factor(f"authmfa_{number}", "totp", state, "", at)


def told(address: str, secret: str = SECRET) -> Enrolment | None:
    return read_enrolment(factor(1), SecretStr(secret), SecretStr(address))


def test_the_app_is_told_the_store_and_the_account_and_nothing_of_the_servers_own_words() -> None:
    enrolment = told(f"otpauth://totp/Pay%20here:evil?secret={SECRET}&issuer=Pay%20here")
    assert enrolment is not None
    parts = urlsplit(
        enrolment.address("Ñord & Söhne: EU", "maya+x@demo.example").get_secret_value()
    )
    assert (parts.scheme, parts.netloc) == ("otpauth", "totp")
    assert unquote(parts.path) == "/Ñord & Söhne EU:maya+x@demo.example"
    assert parse_qs(parts.query) == {"secret": [SECRET], "issuer": ["Ñord & Söhne EU"]}


def test_what_the_server_wants_differently_reaches_the_app() -> None:
    enrolment = told(f"otpauth://totp/a?secret={SECRET}&digits=6&period=60&algorithm=SHA1")
    assert enrolment is not None
    assert enrolment.seconds == 60
    query = parse_qs(urlsplit(enrolment.address("S", "m").get_secret_value()).query)
    assert query["period"] == ["60"]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://evil.example/?secret=" + SECRET,
        f"otpauth://hotp/a?secret={SECRET}",
        "otpauth://totp/a",
        f"otpauth://totp/a?secret={SECRET[:-1]}A",
        f"otpauth://totp/a?secret={SECRET}&algorithm=SHA512",
        f"otpauth://totp/a?secret={SECRET}&digits=5",
        f"otpauth://totp/a?secret={SECRET}&digits=9",
        f"otpauth://totp/a?secret={SECRET}&digits=many",
        f"otpauth://totp/a?secret={SECRET}&period=0",
        f"otpauth://totp/a?secret={SECRET}&period=99999",
        f"otpauth://totp/a?secret={SECRET}&x=" + "x" * 4_000,
        f"otpauth://totp/a?secret={SECRET}" + "&x=y" * 50,
        f"otpauth://[totp/a?secret={SECRET}",
    ],
)
def test_an_address_of_which_no_app_makes_the_stores_codes_is_refused(address: str) -> None:
    assert told(address) is None


@pytest.mark.parametrize("digits", [7, 8])
def test_codes_that_are_too_long_for_the_sign_in_are_refused_as_that(digits: int) -> None:
    with pytest.raises(NoTwoStep) as refused:
        told(f"otpauth://totp/a?secret={SECRET}&digits={digits}")
    assert refused.value.fault is NoTwoStepFault.LONG_CODES


@pytest.mark.parametrize("secret", ["", "short", "lower" * 8, SECRET + "=", "A" * 129, "A" * 15])
def test_a_secret_that_no_app_takes_is_refused(secret: str) -> None:
    assert told(f"otpauth://totp/a?secret={secret}", secret) is None


def test_the_secret_is_typed_in_groups_and_printed_nowhere() -> None:
    enrolment = told(f"otpauth://totp/a?secret={SECRET}")
    assert enrolment is not None
    assert enrolment.typed_secret == "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP"
    for text in (repr(enrolment), str(enrolment), repr(enrolment.address("S", "m"))):
        assert SECRET not in text


def test_disabled_factors_count_for_nothing() -> None:
    on, off, begun = FactorState.ENABLED, FactorState.DISABLED, FactorState.PENDING
    state = two_step_of([factor(3, on), factor(2, off), factor(1, begun), factor(0, on)])
    assert [one.id for one in state.factors] == ["authmfa_3", "authmfa_1", "authmfa_0"]
    assert [one.id for one in state.enabled] == ["authmfa_3", "authmfa_0"]
    assert [one.id for one in state.pending] == ["authmfa_1"]
