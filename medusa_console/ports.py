"""What the use cases need of the outside; implemented in api, vault, journal and desktop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from pydantic import SecretStr

from medusa_console.domain.api_key import ApiKey, CreatedKey, KeyType, PendingKey
from medusa_console.domain.customer import Customer, CustomerDetails, CustomerGroup
from medusa_console.domain.permissions import Role
from medusa_console.domain.query import AsOf, CustomerQuery, KeyQuery, Page
from medusa_console.domain.session import Session
from medusa_console.domain.store import Store
from medusa_console.domain.user import AuthProvider, User
from medusa_console.topic import Topic


@dataclass(frozen=True)
class CustomerToken:
    """`customer_id` is "" when no customer belongs to the identity (yet)."""

    token: SecretStr
    customer_id: str


class Bearer(Protocol):
    """Who may sign requests."""

    async def current(self) -> SecretStr:
        """The token to send; waits while the session is locked, raises SignInNeeded when there is
        none."""

    def counts(self, token: SecretStr) -> bool:
        """Whether `token` is of who is signed in now, and not locked."""

    async def renew(self, used: SecretStr) -> SecretStr:
        """A newer token than `used`, after the server refused that one; raises SignInNeeded."""


class AuthApi(Protocol):
    """Sign-in and refresh; every failure is one of domain.errors."""

    async def providers(self) -> tuple[AuthProvider, ...]:
        """The ways to sign in as an admin; raises NotMedusa when this is no Medusa."""

    async def sign_in(self, email: str, password: SecretStr) -> Session:
        """Open a session; raises WrongPassword or one of NotASession."""

    async def refresh(self, session: Session) -> Session:
        """The same session with a later end; raises SignInNeeded or NotFound (account deleted)."""


class KeysApi(Protocol):
    """`/admin/api-keys`."""

    async def find(self, query: KeyQuery, *, offset: int, limit: int) -> Page[ApiKey]:
        """The rows `offset` … `offset + limit` of a query."""

    async def created_between(
        self, query: KeyQuery, since: datetime, until: datetime | None, *, offset: int, limit: int
    ) -> Page[ApiKey]:
        """Those of a query created from `since` to before `until` (None: ever since), by id."""

    async def order(self, query: KeyQuery) -> AsOf[tuple[str, ...]]:
        """The ids of all keys of a query, in its order."""

    async def by_ids(self, key_ids: Sequence[str]) -> AsOf[tuple[ApiKey, ...]]:
        """Those of the keys that exist, in any order."""

    async def get(self, key_id: str) -> AsOf[ApiKey]:
        """One key; raises NotFound."""

    async def newest(self) -> datetime | None:
        """`created_at` of the newest key, None when there is none."""

    async def created_since(self, pending: PendingKey) -> tuple[ApiKey, ...]:
        """The keys of that title and type that are newer than the pending line's bound."""

    async def titles(self, key_ids: Sequence[str]) -> dict[str, str]:
        """Titles of keys by id, for keys made with a key."""

    async def create(self, title: str, key_type: KeyType) -> CreatedKey:
        """A new key with its secret; raises OutcomeUnknown when the answer was lost."""

    async def rename(self, key_id: str, title: str) -> ApiKey:
        """The renamed key; raises NotFound."""

    async def revoke(self, key_id: str) -> AsOf[ApiKey]:
        """The key after the revoke, as the server told it; raises Invalid when already revoked."""

    async def delete(self, key_id: str) -> None:
        """Forget a revoked key; raises Invalid while it still works."""


class UsersApi(Protocol):
    """`/admin/users`."""

    async def me(self) -> User:
        """Who is signed in; raises NotFound when the account was deleted."""

    async def by_ids(self, user_ids: Sequence[str]) -> tuple[User, ...]:
        """Those of the users that exist; raises Forbidden without the right user:read."""


class PermissionsApi(Protocol):
    """Roles and what they allow: `/admin/rbac/me/permissions`, `/admin/users/me`."""

    async def mine(self) -> frozenset[str] | None:
        """The rights of who is signed in (`api_key:create`), as they are in the server's books;
        None where the store knows no roles and everything is allowed."""

    async def roles(self) -> tuple[Role, ...]:
        """The roles of who is signed in; empty where the store knows none."""


class CustomersApi(Protocol):
    """`/admin/customers` and `/admin/customer-groups`; `Forbidden` names the missing right."""

    async def find(self, query: CustomerQuery, *, offset: int, limit: int) -> Page[Customer]:
        """The rows `offset` … `offset + limit` of a query; `text` is matched as parts of words."""

    async def with_email(self, query: CustomerQuery, *, offset: int, limit: int) -> Page[Customer]:
        """As `find`, but `text` is a whole email."""

    async def created_between(
        self,
        query: CustomerQuery,
        since: datetime,
        until: datetime | None,
        *,
        offset: int,
        limit: int,
    ) -> Page[Customer]:
        """Those of a query created from `since` to before `until` (None: ever since), by id."""

    async def order(self, query: CustomerQuery) -> AsOf[tuple[str, ...]]:
        """The ids of all customers of a query, in its order."""

    async def by_ids(self, customer_ids: Sequence[str]) -> AsOf[tuple[Customer, ...]]:
        """Those of the customers that exist, in any order."""

    async def by_emails(self, emails: Sequence[str]) -> tuple[Customer, ...]:
        """All customers with exactly one of these emails, upper and lower case told apart."""

    async def get(self, customer_id: str, *, whole: bool = True) -> AsOf[Customer]:
        """One customer with groups, addresses and metadata, without `whole` as a row of the list
        tells; raises NotFound."""

    async def groups(self) -> tuple[CustomerGroup, ...]:
        """All groups, by name."""

    async def create_guest(self, details: CustomerDetails) -> Customer:
        """A new customer without an account; raises Invalid when a guest has this email."""

    async def update(
        self, customer_id: str, before: CustomerDetails, after: CustomerDetails
    ) -> Customer:
        """Change what differs between `before` and `after`; raises NotFound, Invalid."""

    async def delete(self, customer_id: str) -> None:
        """Delete a customer and their sign-in; one that is gone counts as deleted."""


class StorefrontApi(Protocol):
    """What a customer's own browser calls; tokens are a customer's and never the admin's.

    `key` is a whole publishable key. All raise KeyRefused where one is needed and not accepted.
    """

    async def register_identity(self, email: str, password: SecretStr) -> SecretStr:
        """The first of three steps: a token that may only create a customer.

        Raises EmailTaken; NoSuchRoute on a store of the documented kind.
        """

    async def create_customer(
        self, registration: SecretStr, key: SecretStr, details: CustomerDetails
    ) -> Customer:
        """The second step: the customer with an account; raises EmailTaken."""

    async def register_at_once(
        self, key: SecretStr, details: CustomerDetails, password: SecretStr
    ) -> Customer:
        """The single step of a store of the documented kind; raises EmailTaken."""

    async def sign_in(self, email: str, password: SecretStr) -> CustomerToken:
        """Sign in as a customer; raises WrongPassword, or NotASession other than NoCustomer."""

    async def me(self, token: SecretStr, key: SecretStr) -> Customer:
        """Whose token it is; raises SignInNeeded, NotFound (deleted)."""


class SessionVault(Protocol):
    """Sessions in the operating system's keyring: one entry per origin and account."""

    async def place(self) -> str:
        """Where sessions are kept, in words ("GNOME Keyring"); raises VaultUnavailable."""

    async def load(self, store: Store) -> Session | None:
        """The kept session of this store and its account, None if there is none worth having."""

    async def save(self, session: Session) -> None:
        """Keep it, verified by reading it back; raises VaultUnavailable, naming the entry if
        something of it may lie there now."""

    async def delete(self, origin: str, email: str) -> None:
        """Forget it; raises VaultUnavailable naming the entry that is left."""


class ProxyPasswords(Protocol):
    """Passwords of the stores' own proxies, in the operating system's keyring."""

    async def load(self, store: Store) -> SecretStr | None:
        """The password of this store's proxy and user, None if there is none; raises
        VaultUnavailable."""

    async def save(self, store: Store, password: SecretStr) -> None:
        """Keep it, verified by reading it back; raises VaultUnavailable."""

    async def delete(self, store: Store) -> None:
        """Forget it; raises VaultUnavailable naming the entry that is left."""


class PendingKeys(Protocol):
    """Creations not yet settled, on disk; raises JournalUnavailable when they cannot be written."""

    async def write(self, line: PendingKey) -> None:
        """Insert or replace; returns when it is surely on disk."""

    async def remove(self, line_id: str) -> None:
        """The creation is settled."""

    async def of(self, origin: str, user_id: str) -> tuple[PendingKey, ...]:
        """The unsettled lines of one account at one store, oldest first."""


class Clipboard(Protocol):
    """The desktop's clipboard, for secrets."""

    def copy_secret(self, secret: SecretStr) -> None:
        """Put it there as plain text, marked as a password for clipboard managers."""

    def holds(self, secret: SecretStr) -> bool:
        """Whether the clipboard's text is this secret."""

    def clear(self) -> None:
        """Empty it."""

    def overwrite(self, text: str) -> None:
        """Put a neutral text there, for a clipboard manager that brings the secret back."""


class Presence(Protocol):
    """Whether somebody sits at this computer. Topic: `left` when the screen is locked or the
    computer is about to sleep, where the system tells."""

    left: Topic[None]

    def idle_seconds(self) -> float:
        """How long ago the last key, click or movement in this program was."""
