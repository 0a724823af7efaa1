"""The passwords of the stores' own proxies, in the operating system's keyring.

Service `Medusa Console proxy · <store id>`, user name `proxy`, password = JSON in version 1. The
JSON repeats the proxy's address and user, so that no other proxy receives the password.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from medusa_console.domain.errors import VaultUnavailable
from medusa_console.domain.store import ProxyKind, Store
from medusa_console.vault.keyring import Keyring

if TYPE_CHECKING:
    from pydantic import SecretStr

PREFIX = "Medusa Console proxy · "
USER = "proxy"


class KeyringProxyPasswords:
    """Implements ports.ProxyPasswords."""

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring

    async def load(self, store: Store) -> SecretStr | None:
        """The password for this store's proxy and user, None if there is none; raises
        VaultUnavailable."""
        if store.proxy.kind is not ProxyKind.OWN:
            return None
        text = await self._keyring.read(service_of(store), USER)
        from medusa_console.vault.written import read_password  # would delay the first paint

        return read_password(text or "", store.proxy)

    async def save(self, store: Store, password: SecretStr) -> None:
        """Save the password and verify it by reading it back; raises VaultUnavailable."""
        from medusa_console.vault.written import password_text

        text = password_text(store.proxy, password)
        with _about_a_proxy():
            await self._keyring.place(again=True)  # the user is present
            await self._keyring.write(service_of(store), USER, text)

    async def delete(self, store: Store) -> None:
        """Delete the password; raises VaultUnavailable naming the entry that is left."""
        with _about_a_proxy():
            await self._keyring.erase(service_of(store), USER, for_the_person=True)


@contextmanager
def _about_a_proxy() -> Iterator[None]:
    try:
        yield
    except VaultUnavailable as error:
        raise error.about(entry=error.entry, of_proxy=True) from error


def service_of(store: Store) -> str:
    """The service under which the password of the store's proxy is kept."""
    # Without the addresses of store and proxy, because both may change.
    return f"{PREFIX}{store.id}"
