"""The routes below /auth: sign-in, registration, refresh, the list of providers."""

from typing import Any

from starlette.responses import Response

from medusa_console.demo.answers import json_answer, not_allowed, sign_in_refused
from medusa_console.demo.call import Call
from medusa_console.demo.database import Row
from medusa_console.demo.guards import bearer_claims, claimed_identity
from medusa_console.demo.tokens import hash_password, is_password
from medusa_console.demo.users import role_ids

PROVIDER = "emailpass"


def list_providers(call: Call) -> Response:
    provider = {
        "id": PROVIDER,
        "identifier": PROVIDER,
        "display_name": "Email/Password Authentication",
        "flow": "credentials",
    }
    return json_answer({"providers": [provider]})


def sign_in(call: Call) -> Response:
    """Accept right credentials always, with a token without an actor if need be."""
    email, password = _credentials(call)
    identity = _identity_of(call, email)
    if identity is None or not is_password(password, identity["password"]):
        raise sign_in_refused("Invalid email or password")
    return _token(call, identity, call.params["actor"])


def register(call: Call) -> Response:
    """Create a login without an actor; answer with the existing one while it has no actor."""
    email, password = _credentials(call)
    identity = _identity_of(call, email)
    if identity is None:
        identity = {
            "id": call.server.ids.new("authid"),
            "email": email,
            "password": hash_password(password),
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
    return _token(call, identity, call.params["actor"])


def refresh(call: Call) -> Response:
    """Exchange a token for a new one with the admin's current roles."""
    claims = bearer_claims(call.server, call.headers, "*")
    return _token(call, claimed_identity(call.server, claims), claims["actor_type"])


def _token(call: Call, identity: Row, actor_type: str) -> Response:
    """A login token; `actor_id` is empty where the identity is no actor of this type."""
    actor_id = identity.get(f"{actor_type}_id") or ""
    ids = ("user_id", "customer_id")
    metadata: dict[str, Any] = {name: identity[name] for name in ids if identity[name]}
    if call.server.rbac and actor_type == "user" and actor_id:
        metadata["roles"] = role_ids(call.server, actor_id)
    claims = {
        "actor_id": actor_id,
        "actor_type": actor_type,
        "auth_identity_id": identity["id"],
        "auth_provider": PROVIDER,
        "mfa_enabled": False,
        "mfa_challenge_completed_at": None,
        "app_metadata": metadata,
        "user_metadata": {},
    }
    return json_answer({"token": call.server.tokens.issue(claims)})


def _credentials(call: Call) -> tuple[str, str]:
    actor, provider = call.params["actor"], call.params["provider"]
    if provider != PROVIDER:
        raise not_allowed(
            f"The actor type {actor} is not allowed to use the auth provider {provider}"
        )
    body = call.body if isinstance(call.body, dict) else {}
    email, password = body.get("email"), body.get("password")
    if not password or not isinstance(password, str):
        raise sign_in_refused("Password should be a string")
    if not email or not isinstance(email, str):
        raise sign_in_refused("Email should be a string")
    return email, password


def _identity_of(call: Call, email: str) -> Row | None:
    return call.database.one("select * from identities where email = ?", [email])
