"""A store: its name, its origin (the only place a password may go to) and its environment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from urllib.parse import urlsplit

from medusa_console.domain.address import is_loopback
from medusa_console.domain.key_health import OLDEST_AGE, USUAL_AGE

DEMO_ORIGIN = "https://demo.invalid"


def possible_age(value: object) -> int:
    """`value`, or the usual age: a file that says something else is no reason to lose a store."""
    return value if type(value) is int and 0 < value <= OLDEST_AGE else USUAL_AGE


class Environment(StrEnum):
    """What a mistake in this store would break."""

    LIVE = "live"
    STAGING = "staging"
    DEVELOPMENT = "development"
    DEMO = "demo"


class ProxyKind(StrEnum):
    """Which proxy leads to a store."""

    SYSTEM = "system"
    NONE = "none"
    OWN = "own"


@dataclass(frozen=True)
class Proxy:
    """`address` (`http://host:port`) and `user` are used for OWN; the password is in the
    keyring."""

    kind: ProxyKind = ProxyKind.SYSTEM
    address: str = ""
    user: str = ""


@dataclass(frozen=True)
class Store:
    """One store as saved in the profile; holds nothing secret.

    `origin` is canonical (see `canonical_origin`). `keep_signed_in` is the user's last choice for
    this store, `email` the account last used. `group` is a heading in the list of stores, "" for
    none. With `read_only`, no changing request leaves this computer. `ca_file` is the path of
    certificates to trust in addition to the system's. `confirmed`: the user has accepted the
    address; an imported store asks first. `locked`: the store's own password has
    not been accepted since the last lock, and no session is restored before. `owed`: the account's
    session has to leave the keyring, and may still be in it; nothing is restored at any store
    before it is deleted. Secret keys that are older than `key_age_days` are marked. `admin_pages`:
    the address of the store's admin pages, for links to them; "" if it is not known.
    """

    id: str
    name: str
    origin: str
    environment: Environment
    keep_signed_in: bool = False
    email: str = ""
    group: str = ""
    read_only: bool = False
    ca_file: str = ""
    proxy: Proxy = Proxy()
    confirmed: bool = True
    locked: bool = False
    owed: bool = False
    key_age_days: int = USUAL_AGE
    admin_pages: str = ""

    @property
    def host(self) -> str:
        """Host, and port unless it is the default: the name by which users recognise the store."""
        return self.origin.partition("://")[2]

    @property
    def is_demo(self) -> bool:
        """Whether this is the built-in demo store, whose requests never leave the computer."""
        return self.origin == DEMO_ORIGIN

    @property
    def on_this_computer(self) -> bool:
        """Whether the origin is this computer."""
        host = urlsplit(self.origin).hostname or ""
        return is_loopback(f"[{host}]" if ":" in host else host)

    @property
    def encrypted(self) -> bool:
        """Whether the connection is https."""
        return self.origin.startswith("https://")


# Shown and filled in on the sign-in page; valid only on this computer.
DEMO_EMAIL = "maya@demo.example"
DEMO_PASSWORD = "demo-store"  # noqa: S105  # no secret: see above
DEMO_STORE = Store("demo", "Demo store", DEMO_ORIGIN, Environment.DEMO)


def by_group(stores: Iterable[Store]) -> tuple[tuple[str, tuple[Store, ...]], ...]:
    """`stores` as lists show them: first those without a group, then the groups by name. The
    order within a group stays."""
    ordered = sorted(stores, key=lambda store: (store.group.casefold(), store.group))
    return tuple((name, tuple(group)) for name, group in groupby(ordered, attrgetter("group")))
