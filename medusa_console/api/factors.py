"""/auth/mfa: the factors of the signed-in account, and its recovery codes. Source: contract,
section 1.6."""

from __future__ import annotations

import re
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field, SecretStr, TypeAdapter

from medusa_console.api.answers import Answer, part
from medusa_console.api.bounds import Bounds
from medusa_console.api.client import AdminClient
from medusa_console.api.transport import Call
from medusa_console.domain import tokens
from medusa_console.domain.bounded import Identifier, Many, Moment, Name
from medusa_console.domain.errors import (
    CodeNeeded,
    ConsoleError,
    InputFault,
    Invalid,
    NoSuchRoute,
    NotSendable,
    NoTwoStep,
    NoTwoStepFault,
    WrongCode,
)
from medusa_console.domain.mfa import TOTP, MfaCode
from medusa_console.domain.two_step import Enrolment, Factor, FactorState, read_enrolment

_T = TypeVar("_T")

_FACTORS = "/auth/mfa/factors"
_MOST_FACTORS = 1_000
_MOST_CODES = 50
_LONGEST_SECRET = 4_000
_CODE = re.compile(r"[0-9A-Za-z-]{6,64}")

# By what Medusa's text says, because the status and the type do not tell them apart.
_NO_KEY = "encryption key"
_WRONG = re.compile(r"Invalid (TOTP|MFA verification) code")
_NEEDED = "code is required to disable"


def _is_code(code: SecretStr) -> SecretStr:
    if not _CODE.fullmatch(code.get_secret_value()):
        raise ValueError("no recovery code")
    return code


class _Metadata(Answer):
    label: Name | None = None


class _Factor(Answer):
    id: Identifier
    provider: Name
    status: FactorState
    metadata: _Metadata | None = None
    # Of a factor that was just made, the answer holds no time.
    updated_at: Moment | None = None

    def read(self) -> Factor:
        label = self.metadata.label if self.metadata is not None else None
        return Factor(self.id, self.provider, self.status, label or "", self.updated_at)


_Secret = Annotated[SecretStr, Field(max_length=_LONGEST_SECRET)]


class _Begun(Answer):
    mfa_factor: _Factor
    secret: _Secret
    otpauth_url: _Secret


_LIST: TypeAdapter[tuple[_Factor, ...]] = part("mfa_factors", Many[_Factor])
_ONE: TypeAdapter[_Factor] = part("mfa_factor", _Factor)
_BEGUN: TypeAdapter[_Begun] = TypeAdapter(_Begun)
_CODES: TypeAdapter[tuple[SecretStr, ...]] = part(
    "recovery_codes",
    Annotated[
        Many[Annotated[SecretStr, AfterValidator(_is_code)]],
        Field(min_length=1, max_length=_MOST_CODES),
    ],
)


class Factors:
    """The second factors of the account that is signed in.

    Each call raises NoTwoStep where the server cannot have any; a write raises OutcomeUnknown if
    its answer was lost.
    """

    def __init__(self, client: AdminClient) -> None:
        self._client = client

    async def all(self) -> tuple[Factor, ...]:
        """GET /auth/mfa/factors, also those that are disabled."""
        call = Call("GET", _FACTORS, bounds=Bounds(rows=_MOST_FACTORS))
        return tuple(one.read() for one in await self._send(call, _LIST))

    async def begin(self, label: str) -> Enrolment:
        """POST /auth/mfa/factors: a pending factor, whose secret is never told again. Raises
        Invalid while another one is pending or enabled, and NoTwoStep also for codes that are too
        long: the factor is pending all the same."""
        call = Call("POST", _FACTORS, json={"provider": TOTP, "label": label})
        begun = await self._send(call, _BEGUN)
        enrolment = read_enrolment(begun.mfa_factor.read(), begun.secret, begun.otpauth_url)
        if enrolment is None:
            raise self._client.transport.unproven("no app could use the new secret")
        return enrolment

    async def verify(self, factor_id: str, code: SecretStr) -> Factor:
        """POST /auth/mfa/factors/{id}/verify, which enables the factor. Raises WrongCode, and
        NotFound for a factor of another account."""
        path = f"{_path_of(factor_id)}/verify"
        call = Call("POST", path, json={"code": code.get_secret_value()})
        return self._proven(await self._send(call, _ONE), factor_id, FactorState.ENABLED)

    async def disable(self, factor_id: str, code: MfaCode | None = None) -> Factor:
        """DELETE /auth/mfa/factors/{id}, which also ends a set-up that was begun. Raises CodeNeeded
        if the server demands a code, WrongCode, and NotFound."""
        told = {} if code is None else {"method": code.method, "code": code.code.get_secret_value()}
        call = Call("DELETE", _path_of(factor_id), json=told)
        return self._proven(await self._send(call, _ONE), factor_id, FactorState.DISABLED)

    async def new_recovery_codes(self) -> tuple[SecretStr, ...]:
        """POST /auth/mfa/recovery-codes: the codes, which are never told again; earlier ones are
        dead. Raises Invalid without an enabled factor."""
        return await self._send(Call("POST", "/auth/mfa/recovery-codes", json={}), _CODES)

    def _proven(self, told: _Factor, factor_id: str, state: FactorState) -> Factor:
        factor = told.read()
        if (factor.id, factor.state) != (factor_id, state):
            raise self._client.transport.unproven("the answer does not say that it is done")
        return factor

    async def _send(self, call: Call, into: TypeAdapter[_T]) -> _T:
        try:
            return (await self._client.call(call, into)).value
        except NoSuchRoute:
            raise NoTwoStep(NoTwoStepFault.TOO_OLD) from None
        except Invalid as refusal:
            raise _meaning(refusal) from None


def _meaning(refusal: Invalid) -> ConsoleError:
    if _NO_KEY in refusal.message:
        return NoTwoStep(NoTwoStepFault.NO_KEY)
    if _NEEDED in refusal.message:
        return CodeNeeded(refusal.message, status=refusal.status)
    if _WRONG.search(refusal.message):
        return WrongCode(refusal.message, status=refusal.status)
    return refusal


def _path_of(factor_id: str) -> str:
    if not tokens.is_id(factor_id):
        raise NotSendable(InputFault.NOT_AN_ID)
    return f"{_FACTORS}/{factor_id}"
