"""The routes below /auth for an email address and a password; refresh, and the list of providers.

A provider that leads to a page of its own stands in `workplace`.
"""

from typing import Any

from starlette.responses import Response

from medusa_console.demo import workplace
from medusa_console.demo.answers import json_answer, not_allowed, sign_in_refused
from medusa_console.demo.call import Call
from medusa_console.demo.database import Row
from medusa_console.demo.guards import bearer_claims, claimed_identity
from medusa_console.demo.logins import NO_CHALLENGE, answer_login, enabled_factor, login_token
from medusa_console.demo.tokens import hash_password, is_password
from medusa_console.demo.ways_in import EMAILPASS, WORKPLACE

PROVIDERS: dict[str, dict[str, Any]] = {
    WORKPLACE: {
        "id": WORKPLACE,
        "identifier": "oidc",
        "display_name": "Workplace",
        "flow": "redirect",
    },
    EMAILPASS: {
        "id": EMAILPASS,
        "identifier": EMAILPASS,
        "display_name": "Email/Password Authentication",
        "flow": "credentials",
    },
}


def list_providers(call: Call) -> Response:
    """Of admins, those that the store allows; anybody else may use them all."""
    ids = [one for one in PROVIDERS if is_allowed(call, call.params["actor"], one)]
    return json_answer({"providers": [PROVIDERS[one] for one in ids]})


def is_allowed(call: Call, actor: str, provider: str) -> bool:
    return provider in PROVIDERS and (actor != "user" or provider in call.server.ways.providers)


def check_allowed(call: Call, actor: str) -> str:
    """The provider in the route's path. Raises Refusal 400 if `actor` may not use it."""
    provider = call.params["provider"]
    if not is_allowed(call, actor, provider):
        raise not_allowed(
            f"The actor type {actor} is not allowed to use the auth provider {provider}"
        )
    return provider


def sign_in(call: Call) -> Response:
    """Accept right credentials always, with a token without an actor if need be."""
    actor = call.params["actor"]
    if check_allowed(call, actor) == WORKPLACE:
        return workplace.begin(call)
    email, password = _credentials(call)
    identity = identity_of(call, email)
    if identity is None or not is_password(password, identity["password"]):
        raise sign_in_refused("Invalid email or password")
    return answer_login(call, identity, actor, EMAILPASS)


def come_back(call: Call) -> Response:
    """The browser is back from the provider's page."""
    actor = call.params["actor"]
    if check_allowed(call, actor) != WORKPLACE:
        raise sign_in_refused(
            "Method `validateCallback` not implemented for provider Email/Password Authentication"
        )
    return answer_login(call, workplace.arrived(call), actor, WORKPLACE)


def become_admin(call: Call) -> Response:
    check_allowed(call, "user")
    return workplace.become_admin(call)


def register(call: Call) -> Response:
    """Create a login without an actor; answer with the existing one while it has no actor."""
    actor = call.params["actor"]
    if check_allowed(call, actor) == WORKPLACE:
        raise sign_in_refused(
            "OIDC does not support registration. Use method `authenticate` instead."
        )
    email, password = _credentials(call)
    identity = identity_of(call, email)
    if identity is None:
        identity = {
            "id": call.server.ids.new("authid"),
            "email": email,
            "password": hash_password(password),
            "user_metadata": None,
            "user_id": None,
            "customer_id": None,
        }
        call.database.insert("identities", identity)
    elif (
        identity["user_id"]
        or identity["customer_id"]
        or not is_password(password, identity["password"])
    ):
        raise sign_in_refused("Identity with email already exists")
    has_code = {**NO_CHALLENGE, "mfa_enabled": enabled_factor(call, identity["id"]) is not None}
    return json_answer({"token": login_token(call, identity, actor, EMAILPASS, has_code)})


def refresh(call: Call) -> Response:
    """Exchange a token for a new one with the admin's current roles. A token without an actor is
    answered like a login."""
    claims = bearer_claims(call.server, call.headers, "*", before_code=True)
    actor, provider = claims["actor_type"], claims["auth_provider"]
    if claims["actor_id"]:
        identity = claimed_identity(call.server, claims)
        return json_answer({"token": login_token(call, identity, actor, provider, claims)})
    found = call.database.get("identities", claims["auth_identity_id"])
    if found is None:
        raise sign_in_refused("Invalid auth identity while refreshing token")
    return answer_login(call, found, actor, provider)


def _credentials(call: Call) -> tuple[str, str]:
    body = call.body if isinstance(call.body, dict) else {}
    email, password = body.get("email"), body.get("password")
    if not password or not isinstance(password, str):
        raise sign_in_refused("Password should be a string")
    if not email or not isinstance(email, str):
        raise sign_in_refused("Email should be a string")
    return email, password


def identity_of(call: Call, email: str) -> Row | None:
    """The login with a password for this address."""
    sql = "select * from identities where email = ? and provider = ?"
    return call.database.one(sql, [email, EMAILPASS])
