"""A new password for an admin who forgot the old one."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from medusa_console.services.single_flight import SingleFlight

if TYPE_CHECKING:
    from pydantic import SecretStr

    from medusa_console.api.password_reset import PasswordReset


class ForgottenPassword:
    """Asks one store for a mail, and sets the new password with its token. Keeps neither."""

    def __init__(self, api: PasswordReset, writes: SingleFlight) -> None:
        self._api = api
        self._writes = writes

    async def request(self, email: str) -> None:
        """As PasswordReset.request; ten clicks ask once, because each mail kills the one before."""
        await self._writes.once(f"reset mail {email}", lambda: self._api.request(email))

    async def set(self, token: SecretStr, password: SecretStr) -> None:
        """As PasswordReset.set. The token counts once, so a second call joins the first; but not
        with another password, which the first does not set."""
        both = "\0".join((token.get_secret_value(), password.get_secret_value()))
        name = hashlib.sha256(both.encode()).hexdigest()
        await self._writes.once(f"new password {name}", lambda: self._api.set(token, password))
