"""Makes an admin account of an invite, in two steps that can be taken up again."""

from __future__ import annotations

import hashlib
import logging
from enum import Enum
from typing import TYPE_CHECKING

from medusa_console.domain.errors import (
    ConsoleError,
    EmailTaken,
    MfaRequired,
    NotASession,
    OutcomeUnknown,
    TokenRefused,
    VerificationRequired,
    WrongPassword,
)
from medusa_console.services.single_flight import SingleFlight

if TYPE_CHECKING:
    from pydantic import SecretStr

    from medusa_console.api.accept_invite import AcceptInvite
    from medusa_console.domain.user import NewAdmin

log = logging.getLogger(__name__)


class Step(Enum):
    """The steps, in order. The sign-in that follows is the sign-in form's."""

    IDENTITY = "identity"
    ACCEPT = "accept"


class Acceptance(Enum):
    """How an acceptance came out well."""

    ACCEPTED = "the invite made an account"
    HAD_ACCOUNT = "this email and password open an account that was there; the invite is unused"


class AcceptanceFailed(ConsoleError):
    """`step` failed because of `cause`. Trying again with the same email and password goes on
    there, and makes no second account.

    At IDENTITY, EmailTaken: a sign-in with this email exists and has another password. At ACCEPT,
    TokenRefused: nothing was made.
    """

    def __init__(self, step: Step, cause: ConsoleError) -> None:
        super().__init__(f"{step.value}: {type(cause).__name__}")
        self.step = step
        self.cause = cause


class InviteAcceptance:
    """Accepts invites to one store. Keeps no password and no token."""

    def __init__(self, api: AcceptInvite, writes: SingleFlight) -> None:
        self._api = api
        self._writes = writes
        self._begun: set[str] = set()  # hashes of what was sent with an invite and an email

    async def accept(self, invite: SecretStr, admin: NewAdmin, password: SecretStr) -> Acceptance:
        """Register the email of `admin`, or take its identity with that password, and accept
        `invite` with it. Raises AcceptanceFailed.

        A cancelled caller stops nothing that has left; a second call for the same joins the first.
        """
        name = _hash(invite.get_secret_value(), admin.email)
        secret = _hash(name, password.get_secret_value())
        return await self._writes.once(
            f"accept {secret}", lambda: self._accept(name, invite, admin, password)
        )

    async def _accept(
        self, name: str, invite: SecretStr, admin: NewAdmin, password: SecretStr
    ) -> Acceptance:
        identity = await self._identity(admin.email, password)
        if identity is None:
            mine = name in self._begun  # its answer was lost, and the account is there
            return Acceptance.ACCEPTED if mine else Acceptance.HAD_ACCOUNT
        self._begun.add(name)
        try:
            await self._api.accept(invite, identity, admin)
        except (TokenRefused, OutcomeUnknown) as error:
            # An earlier attempt may have come through.
            if not await self._has_account(admin.email, password):
                if isinstance(error, TokenRefused):
                    self._begun.discard(name)
                raise AcceptanceFailed(Step.ACCEPT, error) from error
        except ConsoleError as error:
            raise AcceptanceFailed(Step.ACCEPT, error) from error
        return Acceptance.ACCEPTED

    async def _identity(self, email: str, password: SecretStr) -> SecretStr | None:
        """The token of an identity without an account; None if an account belongs to it."""
        try:
            return await self._api.register(email, password)
        except (EmailTaken, OutcomeUnknown) as error:
            return await self._own_identity(email, password, error)
        except ConsoleError as error:
            raise AcceptanceFailed(Step.IDENTITY, error) from error

    async def _own_identity(
        self, email: str, password: SecretStr, error: EmailTaken | OutcomeUnknown
    ) -> SecretStr | None:
        try:
            token, has_account = await self._api.sign_in(email, password)
        except WrongPassword:
            cause: ConsoleError = error
        except VerificationRequired as needed:
            return needed.token  # which does not tell whether there is an account
        except MfaRequired:
            return None  # only an account has a second factor
        except NotASession as more:
            cause = more
        except ConsoleError as lost:
            # "Taken" does not prove whose email it is; a lost answer stays OutcomeUnknown.
            cause = lost if isinstance(error, EmailTaken) else error
        else:
            return None if has_account else token
        raise AcceptanceFailed(Step.IDENTITY, cause) from error

    async def _has_account(self, email: str, password: SecretStr) -> bool:
        try:
            _, has_account = await self._api.sign_in(email, password)
        except ConsoleError as error:
            log.info("no account was found by signing in: %s", type(error).__name__)
            return False
        return has_account


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
