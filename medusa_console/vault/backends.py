"""Chooses the operating system's keyring by name.

keyring's own choice is not used: it accepts plug-ins, plain-text files, and any backend that an
environment variable or a configuration file names. Nor does a variable set up the chosen one.
keyring is imported late, because the import takes 80 ms and 9 MiB; call these functions on a worker
thread.
"""

from __future__ import annotations

import logging
import sys
from contextlib import closing
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from medusa_console.domain.errors import KeyringFault, VaultUnavailable

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

log = logging.getLogger(__name__)

_FREEDESKTOP = "keyring.backends.SecretService.Keyring"
_KWALLET = "keyring.backends.kwallet.DBusKeyring"
_WINDOWS = "keyring.backends.Windows.WinVaultKeyring"
_MACOS = "keyring.backends.macOS.Keyring"
_USED = {"linux": (_FREEDESKTOP, _KWALLET), "win32": (_WINDOWS,), "darwin": (_MACOS,)}
_PLACES = {
    _KWALLET: "KWallet",
    _WINDOWS: "Windows Credential Manager",
    _MACOS: "macOS Keychain",
}
_PROGRAMS = {
    "org.gnome.keyring": "GNOME Keyring",
    "org.kde.kwalletd6": "KWallet",
    "org.kde.kwalletd5": "KWallet",
    "org.keepassxc.KeePassXC.MainWindow": "KeePassXC",
}
_BUS_NAME = "org.freedesktop.secrets"


def system_keyring(platform: str = sys.platform) -> KeyringBackend | None:
    """The keyring of this operating system, or None if there is no trusted one.

    Shows no prompt: only reading and writing need an unlocked keyring.
    """
    from keyring.backend import KeyringBackend
    from keyring.core import load_keyring

    # A variable such as KEYRING_PROPERTY_PREFERRED_COLLECTION would choose where entries are kept.
    setattr(KeyringBackend, "set_properties_from_env", lambda _backend: None)  # noqa: B010
    for name in _USED.get(platform, ()):
        try:
            return load_keyring(name)
        except Exception as error:  # noqa: BLE001  # a backend may fail to import in any way
            log.info("%s cannot be used: %s", name, type(error).__name__)
    return None


def place_of(backend: KeyringBackend) -> str:
    """The name of the program in which `backend` keeps its entries; "" if it has none to tell."""
    name = f"{type(backend).__module__}.{type(backend).__name__}"
    if name == _FREEDESKTOP:
        return _secret_service_program()
    return _PLACES.get(name, "")


def glance(platform: str = sys.platform) -> str | None:
    """The name that `place_of` would tell, without importing keyring; None if only the backend
    itself tells.

    Linux alone: raises VaultUnavailable if the session bus has no Secret Service and KWallet's
    backend has no library to reach it with.
    """
    if platform != "linux":
        return None
    try:
        if _secret_service_is_there():
            return _secret_service_program()
    except Exception as error:  # noqa: BLE001  # there may be no bus, and it may answer anything
        log.info("the Secret Service cannot be reached: %s", type(error).__name__)
    if find_spec("dbus") is None:
        raise VaultUnavailable(KeyringFault.NO_KEYRING)
    return None


def would_ask(backend: KeyringBackend) -> bool:
    """Whether a call would show a prompt first, because the keyring is locked or missing. Only the
    keyrings of Linux tell; the others never would."""
    name = f"{type(backend).__module__}.{type(backend).__name__}"
    if name == _FREEDESKTOP:
        return _secret_service_is_locked()
    return name == _KWALLET and not _kwallet_is_open(backend)


def listed(backend: KeyringBackend) -> list[tuple[str, str]] | None:
    """Service and user of every entry that was written in this way; None if `backend` cannot list
    them. Shows no prompt."""
    if f"{type(backend).__module__}.{type(backend).__name__}" != _FREEDESKTOP:
        return None
    import secretstorage
    from secretstorage.exceptions import ItemNotFoundException

    with closing(secretstorage.dbus_init()) as connection:
        try:
            default = secretstorage.get_collection_by_alias(connection, "default")
        except ItemNotFoundException:
            return []
        items = default.search_items({"application": getattr(backend, "appid")})  # noqa: B009
        every = [item.get_attributes() for item in items]
    return [(each.get("service", ""), each.get("username", "")) for each in every]


def _secret_service_is_locked() -> bool:
    import secretstorage
    from secretstorage.exceptions import ItemNotFoundException

    with closing(secretstorage.dbus_init()) as connection:
        try:
            default = secretstorage.get_collection_by_alias(connection, "default")
        except ItemNotFoundException:
            return True  # a call would ask for the password of a new collection
        return bool(default.is_locked())


def _kwallet_is_open(backend: Any) -> bool:
    import dbus  # type: ignore[import-not-found]

    # Without introspection, because `isOpen` also takes a number.
    wallets = dbus.Interface(
        dbus.SessionBus().get_object(backend.bus_name, backend.object_path, introspect=False),
        "org.kde.KWallet",
    )
    return bool(wallets.isOpen(wallets.networkWallet()))


def _secret_service_is_there() -> bool:
    """Whether the Secret Service runs, or the first call would start it."""
    from jeepney import message_bus  # type: ignore[import-untyped]
    from jeepney.io.blocking import Proxy, open_dbus_connection  # type: ignore[import-untyped]

    with closing(open_dbus_connection()) as connection:
        bus = Proxy(message_bus, connection)
        if bus.NameHasOwner(_BUS_NAME)[0]:
            return True
        return _BUS_NAME in bus.ListActivatableNames()[0]


def _secret_service_program() -> str:
    """The name of the program behind the Secret Service; "" if the bus does not tell."""
    from jeepney import DBusErrorResponse, message_bus
    from jeepney.io.blocking import Proxy, open_dbus_connection

    with closing(open_dbus_connection()) as connection:
        bus = Proxy(message_bus, connection)
        taken = bus.ListNames()[0]
        try:
            answering = bus.GetNameOwner(_BUS_NAME)
            for name, program in _PROGRAMS.items():
                if name in taken and bus.GetNameOwner(name) == answering:
                    return program
        except DBusErrorResponse as error:
            # The program is not running yet (the first call starts it), or has just ended.
            log.debug("the Secret Service does not tell its name: %s", error.name)
    return ""
