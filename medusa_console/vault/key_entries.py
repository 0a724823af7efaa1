"""Keys that the user keeps in the operating system's keyring, for other programs.

Service = the name that the user gives, user name `medusa-api-key`, password = the key itself:
`keyring get NAME medusa-api-key` and `secret-tool lookup service NAME` read it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from medusa_console.vault.keyring import Keyring

if TYPE_CHECKING:
    from pydantic import SecretStr

USER = "medusa-api-key"


class KeyringKeyEntries:
    """Implements ports.KeyEntries."""

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring

    async def place(self) -> str:
        """The name of the keyring, "" if it has none; raises VaultUnavailable."""
        return await self._keyring.place()

    async def save(self, name: str, key: SecretStr) -> bool:
        """Save `key` under `name`; False if there is such an entry. Raises VaultUnavailable."""
        await self._keyring.place(again=True)  # the user is present
        if await self._keyring.read(name, USER) is not None:
            return False
        await self._keyring.write(name, USER, key.get_secret_value())
        return True
