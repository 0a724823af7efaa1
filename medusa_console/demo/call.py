"""What a route gets to work with: the request, who sent it, and the store it is for."""

from dataclasses import dataclass
from typing import Any

from starlette.datastructures import Headers

from medusa_console.demo.database import Database
from medusa_console.demo.stamps import Ids
from medusa_console.demo.tokens import LoginTokens


@dataclass(frozen=True)
class Server:
    """The running demo store; only its worker thread may touch `database`."""

    database: Database
    tokens: LoginTokens
    ids: Ids
    rbac: bool


@dataclass(frozen=True)
class Actor:
    """Who sent a request.

    `kind` is `user`, `customer` or `api-key`; `id` is the record's id, also of a key;
    `roles` are those written in the login token, which may be older than the database.
    """

    kind: str
    id: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Call:
    """One request. `params` holds what the route's braces matched."""

    server: Server
    params: dict[str, str]
    query: dict[str, Any]
    headers: Headers
    body: Any
    actor: Actor

    @property
    def database(self) -> Database:
        return self.server.database
