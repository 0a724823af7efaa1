"""The values that a route works with: the request, its sender, and the running store."""

from dataclasses import dataclass
from typing import Any

from starlette.datastructures import Headers

from medusa_console.demo.database import Database
from medusa_console.demo.passing import Passing
from medusa_console.demo.sign_in_page import SignInPage
from medusa_console.demo.stamps import Ids
from medusa_console.demo.tokens import LoginTokens
from medusa_console.demo.ways_in import WaysIn


@dataclass(frozen=True)
class Server:
    """The running demo store; only its worker thread may touch `database` and `passing`."""

    database: Database
    tokens: LoginTokens
    ids: Ids
    rbac: bool
    ways: WaysIn
    passing: Passing
    page: SignInPage


@dataclass(frozen=True)
class Actor:
    """The sender of a request.

    `kind` is `user`, `customer`, `api-key` or `nobody`; `id` is the id of that record. `roles` are
    the roles in the login token, which may be older than those in the database.
    """

    kind: str
    id: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Call:
    """One request. `params` are the values of the braces in the route's path."""

    server: Server
    params: dict[str, str]
    query: dict[str, Any]
    headers: Headers
    body: Any
    actor: Actor

    @property
    def database(self) -> Database:
        return self.server.database
