"""Answers one HTTP request: the routes, and the checks before a route runs.

body readable?  ->  who is it (/admin, /store)?  ->  does the route exist?  ->  allowed?  ->  route
     400 413           401, or 400 without               404 as HTML            403
                       a publishable key
"""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import compile_path

from medusa_console.demo import (
    auth,
    channels,
    customers,
    guards,
    keys,
    mfa,
    passwords,
    people,
    shop,
    tax_regions,
    user_roles,
    users,
    verification,
)
from medusa_console.demo.answers import Refusal, cannot, unknown_error
from medusa_console.demo.bodies import read_body
from medusa_console.demo.call import Actor, Call, Server
from medusa_console.demo.query import parse_query

NOBODY = Actor("nobody", "")

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Route:
    """`needs` are the permissions under RBAC; `public` routes below /admin need no sign-in."""

    method: str
    path: str
    run: Callable[[Call], Response]
    needs: tuple[str, ...] = ()
    public: bool = False
    rbac_only: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches the path in upper and lower case; its groups are the values of the braces."""
        return re.compile(compile_path(self.path)[0].pattern, re.IGNORECASE)


LOGIN = "/auth/{actor}/{provider}"
KEY, CUSTOMER = "/admin/api-keys/{id}", "/admin/customers/{id}"
USER, INVITE = "/admin/users/{id}", "/admin/invites/{id}"
ROLES_OF_USER = f"{USER}/roles"
READ_KEY, READ_CUSTOMER = "api_key:read", "customer:read"
CHANGE_ROLES = ("user:update, rbac_role:update",)
CHANGE_KEY, CHANGE_CUSTOMER = (READ_KEY, "api_key:update"), (READ_CUSTOMER, "customer:update")

ROUTES = (
    Route("GET", "/auth/{actor}/providers", auth.list_providers),
    Route("POST", "/auth/token/refresh", auth.refresh),
    Route("GET", "/auth/mfa/factors", mfa.list_factors),
    Route("POST", "/auth/mfa/factors", mfa.enrol),
    Route("DELETE", "/auth/mfa/factors/{id}", mfa.disable_factor),
    Route("POST", "/auth/mfa/factors/{id}/verify", mfa.verify_factor),
    Route("POST", "/auth/mfa/recovery-codes", mfa.make_recovery_codes),
    Route("POST", "/auth/mfa/challenges/{id}/verify", mfa.verify_challenge),
    Route("POST", "/auth/verification/request", verification.request_code),
    Route("POST", "/auth/verification/confirm", verification.confirm),
    Route("POST", "/auth/{provider}/user", auth.become_admin),
    Route("POST", f"{LOGIN}/register", auth.register),
    Route("POST", f"{LOGIN}/reset-password", passwords.ask),
    Route("POST", f"{LOGIN}/update", passwords.set_new),
    Route("GET", f"{LOGIN}/callback", auth.come_back),
    Route("POST", f"{LOGIN}/callback", auth.come_back),
    Route("GET", LOGIN, auth.sign_in),
    Route("POST", LOGIN, auth.sign_in),
    Route("GET", "/admin/feature-flags", users.feature_flags, public=True),
    Route("GET", "/admin/api-keys", keys.KEYS.page, (READ_KEY,)),
    Route("POST", "/admin/api-keys", keys.create_key, ("api_key:create",)),
    Route("GET", KEY, keys.KEYS.retrieve, (READ_KEY,)),
    Route("POST", KEY, keys.rename_key, CHANGE_KEY),
    Route("DELETE", KEY, keys.delete_key, (READ_KEY, "api_key:delete")),
    Route("POST", f"{KEY}/revoke", keys.revoke_key, CHANGE_KEY),
    Route("POST", f"{KEY}/sales-channels", channels.change_channels, CHANGE_KEY),
    Route("GET", "/admin/sales-channels", channels.CHANNELS.page, ("sales_channel:read",)),
    Route("GET", "/admin/stores", channels.STORES.page, ("store:read",)),
    Route("GET", "/admin/users", users.USERS.page, ("user:read",)),
    Route("GET", "/admin/users/me", users.retrieve_me),
    Route("GET", USER, users.USERS.retrieve, ("user:read",)),
    Route("DELETE", USER, people.delete_user, ("user:delete",)),
    Route("GET", ROLES_OF_USER, user_roles.list_user_roles, ("user:read, rbac_role:read",)),
    Route("POST", ROLES_OF_USER, user_roles.add_user_roles, CHANGE_ROLES),
    Route("DELETE", f"{ROLES_OF_USER}/{{role_id}}", user_roles.remove_user_role, CHANGE_ROLES),
    Route(
        "GET",
        "/admin/rbac/roles/assignable",
        user_roles.list_assignable_roles,
        ("rbac_role:read",),
        rbac_only=True,
    ),
    Route("POST", f"{USER}/reset-password", passwords.hand_out, ("user:update",)),
    Route("GET", f"{USER}/auth-providers", users.list_auth_providers, ("user:read",)),
    Route("POST", "/admin/invites", people.create_invite, ("invite:create",)),
    Route("POST", "/admin/invites/accept", people.accept_invite, public=True),
    Route("POST", f"{INVITE}/resend", people.resend_invite, ("invite:update",)),
    Route("GET", "/admin/invites", people.INVITES.page, ("invite:read",)),
    Route("GET", INVITE, people.INVITES.retrieve, ("invite:read",)),
    Route("DELETE", INVITE, people.delete_invite, ("invite:delete",)),
    Route("GET", "/admin/rbac/me/permissions", users.my_permissions, rbac_only=True),
    Route("GET", "/admin/customers", customers.CUSTOMERS.page, (READ_CUSTOMER,)),
    Route("POST", "/admin/customers", customers.create_customer, ("customer:create",)),
    Route("GET", CUSTOMER, customers.CUSTOMERS.retrieve, (READ_CUSTOMER,)),
    Route("POST", CUSTOMER, customers.update_customer, CHANGE_CUSTOMER),
    Route("DELETE", CUSTOMER, customers.delete_customer, (READ_CUSTOMER, "customer:delete")),
    Route("GET", "/admin/customer-groups", customers.GROUPS.page, ("customer_group:read",)),
    Route("GET", "/admin/tax-regions", tax_regions.TAX_REGIONS.page, ("tax_region:read",)),
    Route("POST", "/store/customers", customers.register_customer),
    Route("GET", "/store/customers/me", customers.retrieve_me),
    Route("GET", "/store/regions", shop.REGIONS.page),
    Route("GET", "/store/products", shop.list_products),
)


def answer(server: Server, request: Request, body: bytes) -> Response:
    """Answer one request in one transaction. For the worker thread only."""
    path = request.scope["raw_path"].decode("ascii", "replace")
    try:
        response = _answer(server, request, path, body)
        server.database.commit()
        return response
    except Refusal as refusal:
        failure = refusal
    except Exception:  # noqa: BLE001 - a server answers 500 to its own faults, and logs them
        _log.exception("The demo store failed at %s %s", request.method, path)
        failure = unknown_error()
    server.database.rollback()
    return failure.answer()


def _answer(server: Server, request: Request, path: str, raw: bytes) -> Response:
    body = read_body(request.headers, raw)
    query = parse_query(request.url.query)
    route, params = _find(server, request.method, path)
    actor = _actor(server, request.headers, path, route)
    if route is None:
        return cannot(request.method, path)
    users.check_permissions(server, actor, route.needs)
    return route.run(Call(server, params, query, request.headers, body, actor))


def _find(server: Server, method: str, path: str) -> tuple[Route | None, dict[str, str]]:
    method = "GET" if method == "HEAD" else method
    for route in ROUTES:
        if route.method != method or (route.rbac_only and not server.rbac):
            continue
        if found := route.pattern.match(path.removesuffix("/")):
            return route, {name: _decoded(value) for name, value in found.groupdict().items()}
    return None, {}


def _decoded(value: str) -> str:
    text = unquote(value)
    if {"\ufffd", "\0"} & set(text):  # Express refuses broken UTF-8, PostgreSQL a zero
        raise unknown_error()
    return text


def _actor(server: Server, headers: Headers, path: str, route: Route | None) -> Actor:
    room = path.lower().split("/")[1]
    if room == "admin" and not (route and route.public):
        return guards.admin(server, headers)
    if room == "store":
        guards.check_publishable_key(server, headers)
        if route and route.path.startswith("/store/customers/me"):
            return guards.customer(server, headers)
    return NOBODY
