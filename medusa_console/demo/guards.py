"""Finds out who sent a request: login tokens, secret keys, publishable keys."""

import base64
import binascii
import re
from typing import Any

from starlette.datastructures import Headers

from medusa_console.demo.answers import Refusal, not_allowed, not_found, unauthorized
from medusa_console.demo.call import Actor, Server
from medusa_console.demo.database import Row
from medusa_console.demo.stamps import now, timestamp
from medusa_console.demo.tokens import is_secret
from medusa_console.domain.tokens import redact

PUBLISHABLE_KEY_HEADER = "x-publishable-api-key"

_KEY_AS_BEARER = (
    "A secret API key was passed as a Bearer token. Secret API keys must be sent using HTTP Basic "
    "authentication instead (Authorization: Basic <secret-api-key>)."
)
_NO_CODE_YET = "MFA verification is required to complete this request"
_LIVE_KEYS = "select * from api_keys where type = ? and (revoked_at is null or revoked_at > ?)"


def admin(server: Server, headers: Headers) -> Actor:
    """The admin or secret key behind a request to /admin. Raises Refusal 401."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "basic":
        return Actor("api-key", _secret_key_id(server, token.partition(" ")[0]))
    if scheme.lower() == "bearer" and token.startswith("sk_"):
        raise Refusal(401, {"message": _KEY_AS_BEARER})
    claims = bearer_claims(server, headers, "user")
    if not claims.get("actor_id"):
        raise unauthorized()
    return Actor("user", claims["actor_id"], tuple(claims["app_metadata"].get("roles", ())))


def customer(server: Server, headers: Headers) -> Actor:
    """The signed-in customer. Raises Refusal 401."""
    claims = bearer_claims(server, headers, "customer")
    if not claims.get("actor_id"):
        raise unauthorized()
    return Actor("customer", claims["actor_id"])


def bearer_claims(
    server: Server, headers: Headers, actor_type: str, *, before_code: bool = False
) -> dict[str, Any]:
    """The claims of a live login token of this actor type (`*`: of any type), also without an
    actor. `before_code`: a token whose second factor is still to come will do. Raises Refusal 401.
    """
    claims = any_claims(server, headers)
    if claims is None or actor_type not in ("*", claims["actor_type"]):
        raise unauthorized()
    if not (
        before_code or claims.get("mfa_challenge_completed_at") or not claims.get("mfa_enabled")
    ):
        raise Refusal(401, {"message": _NO_CODE_YET})
    if "auth_identity_id" not in claims:  # a token that only sets a new password
        raise unauthorized()
    return claims


def any_claims(server: Server, headers: Headers) -> dict[str, Any] | None:
    """The claims of a token that this store gave for whatever, and that is not over."""
    match = re.match(r"\s*bearer\s+(\S+)", headers.get("authorization", ""), re.IGNORECASE)
    return None if match is None else server.tokens.read(match[1])


def claimed_identity(server: Server, claims: dict[str, Any]) -> Row:
    """The login that a token belongs to. Raises Refusal 404 when the login was deleted."""
    identity_id = claims["auth_identity_id"]
    identity = server.database.get("identities", identity_id)
    if identity is None:
        raise not_found(f"AuthIdentity with id: {identity_id} was not found")
    return identity


def check_publishable_key(server: Server, headers: Headers) -> None:
    """Raise Refusal 400 unless the request has a live publishable key: every /store route needs
    one."""
    token = headers.get(PUBLISHABLE_KEY_HEADER)
    if not token:
        raise not_allowed(
            f"Publishable API key required in the request header: {PUBLISHABLE_KEY_HEADER}. "
            "You can manage your keys in settings in the dashboard."
        )
    live = [*("publishable", timestamp(now())), token]
    if server.database.one(f"{_LIVE_KEYS} and token = ?", live) is None:
        raise not_allowed("A valid publishable key is required to proceed with the request")


def _secret_key_id(server: Server, token: str) -> str:
    """The id of the live key with this token, which may be in base64. Raises Refusal 401."""
    if not token.startswith("sk_"):
        try:
            token = base64.b64decode(token + "==").decode("utf-8", "replace")
        except binascii.Error:
            raise unauthorized() from None
    token = token.removesuffix(":")
    live = [*("secret", timestamp(now())), redact(token)]
    for key in server.database.all(f"{_LIVE_KEYS} and redacted = ?", live):
        if is_secret(token, key["salt"], key["token"]):
            return str(key["id"])
    raise unauthorized()
