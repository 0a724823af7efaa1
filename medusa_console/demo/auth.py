"""The routes below /auth: sign-in, registration, refresh, the list of providers."""

from typing import Any

from starlette.responses import Response

from medusa_console.demo.answers import (
    json_answer,
    not_allowed,
    not_found,
    sign_in_refused,
)
from medusa_console.demo.call import Call, Server
from medusa_console.demo.database import Row
from medusa_console.demo.guards import bearer_claims, unauthorized
from medusa_console.demo.rbac import roles_of
from medusa_console.demo.tokens import hash_password, is_password

PROVIDER = "emailpass"

_HELP = (
    "\nPlease make sure that the provider is registered in the container and it is configured "
    "correctly in your project configuration file."
)


def list_providers(call: Call) -> Response:
    provider = {
        "id": PROVIDER,
        "identifier": PROVIDER,
        "display_name": "Email/Password Authentication",
        "flow": "credentials",
    }
    return json_answer({"providers": [provider]})


def sign_in(call: Call) -> Response:
    """Right credentials always give a token, if need be one without an actor."""
    email, password = _credentials(call)
    identity = _identity_of(call.server, email)
    if identity is None or not is_password(password, identity["password"]):
        raise sign_in_refused("Invalid email or password")
    return json_answer({"token": issue(call.server, identity, call.params["actor"])})


def register(call: Call) -> Response:
    """Make a login without an actor; the same one again while nobody has claimed it."""
    email, password = _credentials(call)
    identity = _identity_of(call.server, email)
    if identity is None:
        identity = add_identity(call.server, email, password)
    elif _is_claimed(identity) or not is_password(password, identity["password"]):
        raise sign_in_refused("Identity with email already exists")
    return json_answer({"token": issue(call.server, identity, call.params["actor"])})


def refresh(call: Call) -> Response:
    """A new token for an old one, with the roles the admin has now."""
    claims = bearer_claims(call.server, call.headers, "*")
    if claims is None:
        raise unauthorized()
    identity_id = claims["auth_identity_id"]
    identity = call.database.get("identities", identity_id)
    if identity is None:
        raise not_found(f"AuthIdentity with id: {identity_id} was not found")
    return json_answer({"token": issue(call.server, identity, claims["actor_type"])})


def add_identity(server: Server, email: str, password: str) -> Row:
    identity = {
        "id": server.ids.new("authid"),
        "email": email,
        "password": hash_password(password),
        "user_id": None,
        "customer_id": None,
    }
    server.database.insert("identities", identity)
    return identity


def issue(server: Server, identity: Row, actor_type: str) -> str:
    """A login token; `actor_id` is empty where the identity is no actor of this type."""
    actor_id = identity.get(f"{actor_type}_id") or ""
    known = {name: identity[name] for name in ("user_id", "customer_id") if identity[name]}
    metadata: dict[str, Any] = dict(known)
    if server.rbac and actor_type == "user" and actor_id:
        metadata["roles"] = roles_of(server, actor_id)
    return server.tokens.issue(
        {
            "actor_id": actor_id,
            "actor_type": actor_type,
            "auth_identity_id": identity["id"],
            "auth_provider": PROVIDER,
            "mfa_enabled": False,
            "mfa_challenge_completed_at": None,
            "app_metadata": metadata,
            "user_metadata": {},
        }
    )


def _credentials(call: Call) -> tuple[str, str]:
    actor, provider = call.params["actor"], call.params["provider"]
    if provider != PROVIDER and actor == "user":
        raise not_allowed(
            f"The actor type {actor} is not allowed to use the auth provider {provider}"
        )
    if provider != PROVIDER:
        raise sign_in_refused(f"\nUnable to retrieve the auth provider with id: {provider}{_HELP}")
    body = call.body if isinstance(call.body, dict) else {}
    email, password = body.get("email"), body.get("password")
    if not password or not isinstance(password, str):
        raise sign_in_refused("Password should be a string")
    if not email or not isinstance(email, str):
        raise sign_in_refused("Email should be a string")
    return email, password


def _identity_of(server: Server, email: str) -> Row | None:
    return server.database.one("select * from identities where email = ?", [email])


def _is_claimed(identity: Row) -> bool:
    return bool(identity["user_id"] or identity["customer_id"])
