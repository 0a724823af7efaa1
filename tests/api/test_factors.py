"""What Medusa answers about second factors becomes a result or one named failure."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from pydantic import SecretStr

from medusa_console.api.client import AdminClient
from medusa_console.api.factors import Factors
from medusa_console.api.transport import Transport
from medusa_console.domain.errors import (
    CodeNeeded,
    Invalid,
    NotFound,
    NotMedusa,
    NotSendable,
    NoTwoStep,
    NoTwoStepFault,
    OutcomeUnknown,
    WrongCode,
)
from medusa_console.domain.mfa import RECOVERY_CODE, MfaCode
from medusa_console.domain.two_step import FactorState
from tests.api.bearers import Fixed
from tests.faults import server as faults
from tests.faults.medusa import YESTERDAY
from tests.faults.server import FaultServer, json_answer, refusal

FACTORS, CODES = "/auth/mfa/factors", "/auth/mfa/recovery-codes"
ID = "authmfa_01M000000000000000000000M1"
ONE, VERIFY = f"{FACTORS}/{ID}", f"{FACTORS}/{ID}/verify"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
RECOVERY = "82f3-c993-c764-7284-5600-e53c-31e3-2800"
CODE = SecretStr("123456")
NO_KEY = "MFA encryption key is required to use MFA methods"


def record(status: str = "enabled", **fields: Any) -> dict[str, Any]:
    return {
        "id": ID,
        "auth_identity_id": "authid_1",
        "auth_identity": {"id": "authid_1"},
        "provider": "totp",
        "status": status,
        "metadata": {"label": "maya@demo.example"},
        "created_at": YESTERDAY,
        "updated_at": YESTERDAY,
        "deleted_at": None,
        **fields,
    }


def begun(**fields: Any) -> dict[str, Any]:
    return {
        "mfa_factor": {"id": ID, "auth_identity_id": "a", "provider": "totp", "status": "pending"},
        "secret": SECRET,
        "otpauth_url": f"otpauth://totp/Medusa:maya?secret={SECRET}&issuer=Medusa",
        **fields,
    }


@pytest.fixture
def factors(wire: Transport) -> Factors:
    return Factors(AdminClient(wire, Fixed(SecretStr("token"))))


async def test_the_list_is_read_with_states_and_names(
    server: FaultServer, factors: Factors
) -> None:
    rows = [record(), record("disabled", metadata=None), record("pending", metadata={})]
    server.on("GET", FACTORS, json_answer({"mfa_factors": rows}))
    found = await factors.all()
    assert [one.state.value for one in found] == ["enabled", "disabled", "pending"]
    assert [one.label for one in found] == ["maya@demo.example", "", ""]
    server.on("GET", FACTORS, json_answer({"mfa_factors": [record("upside down")]}))
    with pytest.raises(NotMedusa):
        await factors.all()


async def test_a_server_without_the_route_or_without_a_key_is_said_to_be_without_it(
    server: FaultServer, factors: Factors
) -> None:
    server.on("GET", FACTORS, faults.unknown_route)
    with pytest.raises(NoTwoStep) as old:
        await factors.all()
    assert old.value.fault is NoTwoStepFault.TOO_OLD
    server.on("POST", FACTORS, refusal(400, NO_KEY, "invalid_data"))
    with pytest.raises(NoTwoStep) as keyless:
        await factors.begin("maya")
    assert keyless.value.fault is NoTwoStepFault.NO_KEY


@pytest.mark.parametrize(
    ("method", "path", "asked"),
    [
        ("GET", FACTORS, lambda factors: factors.all()),
        ("POST", FACTORS, lambda factors: factors.begin("maya")),
        ("POST", CODES, lambda factors: factors.new_recovery_codes()),
    ],
    ids=["list", "begin", "codes"],
)
async def test_a_medusa_that_takes_the_route_for_a_provider_ends_no_session(
    method: str,
    path: str,
    asked: Callable[[Factors], Awaitable[object]],
    server: FaultServer,
    factors: Factors,
) -> None:
    """Before 2.15.3: what a server answers to /auth/{actor}/{provider} for an unknown provider."""
    name = path.rpartition("/")[2]
    for status, words, kind in (
        (401, f"\nUnable to retrieve the auth provider with id: {name}\nPlease", "unauthorized"),
        (400, f"The actor type mfa is not allowed to use the auth provider {name}", "not_allowed"),
    ):
        server.on(method, path, refusal(status, words, kind))
        with pytest.raises(NoTwoStep) as old:
            await asked(factors)
        assert old.value.fault is NoTwoStepFault.TOO_OLD
    assert {request.path for request in server.requests} == {path}, "nothing was renewed"


async def test_a_new_factor_comes_with_its_secret_and_the_store_is_told_only_the_account(
    server: FaultServer, factors: Factors
) -> None:
    server.on("POST", FACTORS, json_answer(begun()))
    enrolment = await factors.begin("maya@demo.example")
    assert enrolment.secret.get_secret_value() == SECRET
    assert enrolment.factor.state is FactorState.PENDING
    sent = server.requests[-1].json()
    assert sent == {"provider": "totp", "label": "maya@demo.example"}


@pytest.mark.parametrize(
    "body",
    [
        {},
        begun(secret=""),
        begun(secret=7),
        begun(secret="A" * 5_000),
        begun(otpauth_url="https://evil.example"),
        begun(mfa_factor=None),
    ],
)
async def test_a_secret_that_is_of_no_use_is_not_shown_and_the_set_up_counts_as_begun(
    server: FaultServer, factors: Factors, body: dict[str, Any]
) -> None:
    server.on("POST", FACTORS, json_answer(body))
    with pytest.raises(OutcomeUnknown) as unknown:
        await factors.begin("maya")
    assert SECRET not in repr(unknown.value)
    assert SECRET not in str(unknown.value)


async def test_a_second_set_up_is_refused(server: FaultServer, factors: Factors) -> None:
    text = "An active TOTP factor already exists for this auth identity"
    server.on("POST", FACTORS, refusal(400, text, "not_allowed"))
    with pytest.raises(Invalid):
        await factors.begin("maya")


async def test_each_answer_to_a_code_is_told_apart(server: FaultServer, factors: Factors) -> None:
    server.on("POST", VERIFY, json_answer({"mfa_factor": record()}))
    assert (await factors.verify(ID, CODE)).state is FactorState.ENABLED
    assert server.requests[-1].json() == {"code": "123456"}
    server.on("POST", VERIFY, refusal(400, "Invalid TOTP code", "not_allowed"))
    with pytest.raises(WrongCode):
        await factors.verify(ID, CODE)
    server.on("POST", VERIFY, refusal(404, f'MFA factor with id "{ID}" was not found', "not_found"))
    with pytest.raises(NotFound):
        await factors.verify(ID, CODE)
    off = "Disabled MFA factors cannot be verified"
    server.on("POST", VERIFY, refusal(400, off, "not_allowed"))
    with pytest.raises(Invalid):
        await factors.verify(ID, CODE)


@pytest.mark.parametrize(
    "said",
    [
        json_answer({"mfa_factor": record("pending")}),
        json_answer({"mfa_factor": record(id="authmfa_2")}),
        json_answer({}),
        faults.reset,
    ],
)
async def test_an_answer_that_does_not_prove_it_proves_nothing(
    server: FaultServer, factors: Factors, said: faults.Behaviour
) -> None:
    server.on("POST", VERIFY, said)
    with pytest.raises(OutcomeUnknown):
        await factors.verify(ID, CODE)
    assert server.count("POST", VERIFY) == 1


async def test_a_server_that_wants_a_code_to_turn_it_off_is_given_one(
    server: FaultServer, factors: Factors
) -> None:
    needed = "MFA verification code is required to disable MFA"
    server.on("DELETE", ONE, refusal(400, needed, "invalid_data"))
    with pytest.raises(CodeNeeded):
        await factors.disable(ID)
    assert server.requests[-1].json() == {}
    server.on("DELETE", ONE, refusal(400, "Invalid MFA verification code", "not_allowed"))
    with pytest.raises(WrongCode):
        await factors.disable(ID, MfaCode(RECOVERY_CODE, SecretStr(RECOVERY)))
    assert server.requests[-1].json() == {"method": "recovery_code", "code": RECOVERY}
    server.on("DELETE", ONE, json_answer({"mfa_factor": record("disabled")}))
    assert (await factors.disable(ID)).state is FactorState.DISABLED
    server.on("DELETE", ONE, json_answer({"mfa_factor": record()}))
    with pytest.raises(OutcomeUnknown):
        await factors.disable(ID)


async def test_recovery_codes_are_read_whole_or_not_at_all(
    server: FaultServer, factors: Factors
) -> None:
    server.on("POST", CODES, json_answer({"recovery_codes": [RECOVERY, RECOVERY[::-1]]}))
    codes = await factors.new_recovery_codes()
    assert [code.get_secret_value() for code in codes] == [RECOVERY, RECOVERY[::-1]]
    for spoilt in ([], None, [""], [RECOVERY, "<b>x</b>"], [RECOVERY] * 51, ["a" * 65]):
        server.on("POST", CODES, json_answer({"recovery_codes": spoilt}))
        with pytest.raises(OutcomeUnknown) as unknown:
            await factors.new_recovery_codes()
        assert RECOVERY not in repr(unknown.value)
    text = "Recovery codes require an enabled MFA factor"
    server.on("POST", CODES, refusal(400, text, "not_allowed"))
    with pytest.raises(Invalid):
        await factors.new_recovery_codes()


async def test_what_is_no_id_is_not_sent(server: FaultServer, factors: Factors) -> None:
    for odd in ("../../admin/api-keys", "authmfa_1/verify", "authmfa 1"):
        with pytest.raises(NotSendable):
            await factors.disable(odd)
        with pytest.raises(NotSendable):
            await factors.verify(odd, CODE)
    assert server.connections == 0
