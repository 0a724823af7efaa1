"""Bearers for tests that are not about sessions."""

from __future__ import annotations

from pydantic import SecretStr

from medusa_console.domain.errors import MfaNeeded, SignInNeeded


class Fixed:
    """One token, and `renewals`, handed out one after the other."""

    def __init__(self, token: SecretStr, *renewals: SecretStr) -> None:
        self._token = token
        self._renewals = list(renewals)
        self.refused: list[str] = []
        self.lacking: list[str] = []  # a second factor

    async def current(self) -> SecretStr:
        return self._token

    def counts(self, token: SecretStr) -> bool:
        return True

    async def renew(self, used: SecretStr, *, second_factor: bool = False) -> SecretStr:
        if second_factor:
            self.lacking.append(used.get_secret_value())
            if self._token is used:
                raise MfaNeeded
            return self._token
        self.refused.append(used.get_secret_value())
        if not self._renewals:
            raise SignInNeeded("over", status=401)
        self._token = self._renewals.pop(0)
        return self._token
