"""A command line that asks a store whether it accepts a key, and never holds the key: it reads the
key unseen, and hands it to curl on standard input."""

from __future__ import annotations

import shlex
from string import ascii_letters
from typing import Final

from medusa_console.domain.key_state import KeyType
from medusa_console.domain.store import ProxyKind, Store

# `printf` is part of the shell, so that the key stands in no program's arguments. In a shell of
# its own, no variable of that name is changed, and none is exported along.
_SH: Final = (
    """(unset KEY; read -rs KEY && printf 'header = "{header}%s"\\n' "$KEY" | curl {options})"""
)
_POWERSHELL: Final = (
    "& {{ $key = (New-Object Net.NetworkCredential('', (Read-Host -AsSecureString))).Password; "
    """('header = "{header}{{0}}"' -f $key) | curl.exe {options} }}"""
)
_HEADERS: Final = {
    KeyType.SECRET: "Authorization: Basic ",
    KeyType.PUBLISHABLE: "x-publishable-api-key: ",
}
_ROUTES: Final = {
    KeyType.SECRET: "/admin/users/me",
    KeyType.PUBLISHABLE: "/store/regions?fields=id&limit=1",
}
_PLAIN: Final = frozenset("-" + ascii_letters)
# Each of them ends a text in single quotes of PowerShell.
_QUOTES: Final = "'\u2018\u2019\u201a\u201b"


def in_sh(store: Store, key_type: KeyType) -> str:
    """The command line for bash and zsh: one line. It knows neither the key nor the account of a
    proxy."""
    options = " ".join(_quoted_for_sh(word) for word in _options(store, key_type))
    return _SH.format(header=_HEADERS[key_type], options=options)


def in_powershell(store: Store, key_type: KeyType) -> str:
    """The same for PowerShell on Windows, which brings curl.exe along."""
    options = " ".join(_quoted_for_powershell(word) for word in _options(store, key_type))
    return _POWERSHELL.format(header=_HEADERS[key_type], options=options)


def has_command(store: Store) -> bool:
    """Whether a command line reaches `store`: the demo store is inside of this program."""
    return not store.is_demo


def _options(store: Store, key_type: KeyType) -> tuple[str, ...]:
    """No settings of the user's (they may print what is sent), no progress, the answer with its
    head, no patterns in the address, and the rest from standard input."""
    options = ["-q", "-sSig", "-K", "-"]
    if store.ca_file:
        options += ["--cacert", store.ca_file]
    if store.on_this_computer or store.proxy.kind is ProxyKind.NONE:
        options += ["--noproxy", "*"]
    elif store.proxy.kind is ProxyKind.OWN:
        options += ["--proxy", store.proxy.address]
    return (*options, f"{store.origin}{_ROUTES[key_type]}")


def _quoted_for_sh(word: str) -> str:
    return shlex.quote(word)


def _quoted_for_powershell(word: str) -> str:
    if set(word) <= _PLAIN:
        return word
    for quote in _QUOTES:
        word = word.replace(quote, quote * 2)
    return f"'{word}'"
