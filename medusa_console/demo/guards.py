"""Who sent a request: login tokens, secret keys, publishable keys."""

import base64
import binascii
import re
from typing import Any

from starlette.datastructures import Headers

from medusa_console.demo.answers import Refusal, not_allowed
from medusa_console.demo.call import Actor, Server
from medusa_console.demo.stamps import now, timestamp
from medusa_console.demo.tokens import is_secret, redacted

PUBLISHABLE_KEY_HEADER = "x-publishable-api-key"

_KEY_AS_BEARER = (
    "A secret API key was passed as a Bearer token. Secret API keys must be sent using HTTP Basic "
    "authentication instead (Authorization: Basic <secret-api-key>)."
)


def unauthorized() -> Refusal:
    return Refusal(401, {"message": "Unauthorized"})


def admin(server: Server, headers: Headers) -> Actor:
    """The admin or secret key behind a request to /admin. Raises Refusal 401."""
    key_id = _secret_key_id(server, _presented_key(headers))
    if key_id is not None:
        return Actor("api-key", key_id)
    claims = bearer_claims(server, headers, "user")
    if claims is not None and claims["actor_id"]:
        roles = tuple(claims["app_metadata"].get("roles", ()))
        return Actor("user", claims["actor_id"], roles)
    scheme, _, token = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and token.startswith("sk_"):
        raise Refusal(401, {"message": _KEY_AS_BEARER})
    raise unauthorized()


def customer(server: Server, headers: Headers) -> Actor:
    """The signed-in customer. Raises Refusal 401."""
    claims = bearer_claims(server, headers, "customer")
    if claims is None or not claims["actor_id"]:
        raise unauthorized()
    return Actor("customer", claims["actor_id"])


def bearer_claims(server: Server, headers: Headers, actor_type: str) -> dict[str, Any] | None:
    """What a live login token of this actor type (`*`: of any) says, also one without an actor."""
    match = re.match(r"\s*(\S+)\s+(\S+)", headers.get("authorization", ""))
    if match is None or match[1].lower() != "bearer":
        return None
    claims = server.tokens.read(match[2])
    if claims is None or actor_type not in ("*", claims.get("actor_type")):
        return None
    return claims if "auth_identity_id" in claims else None


def check_publishable_key(server: Server, headers: Headers) -> None:
    """Raise Refusal 400 unless a live publishable key came along; every /store route needs one."""
    token = headers.get(PUBLISHABLE_KEY_HEADER)
    if not token:
        raise not_allowed(
            f"Publishable API key required in the request header: {PUBLISHABLE_KEY_HEADER}. "
            "You can manage your keys in settings in the dashboard."
        )
    sql = (
        "select id from api_keys where token = ? and type = 'publishable' "
        "and (revoked_at is null or revoked_at > ?)"
    )
    if server.database.one(sql, [token, timestamp(now())]) is None:
        raise not_allowed("A valid publishable key is required to proceed with the request")


def _presented_key(headers: Headers) -> str:
    """The secret key of a request; `""` if there is none."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return ""
    if not token.startswith("sk_"):
        try:
            token = base64.b64decode(token + "==").decode("utf-8", "replace")
        except binascii.Error:
            return ""
    return token.removesuffix(":")


def _secret_key_id(server: Server, token: str) -> str | None:
    if not token.startswith("sk_"):
        return None
    sql = (
        "select id, token, salt from api_keys where type = 'secret' and redacted = ? "
        "and (revoked_at is null or revoked_at > ?)"
    )
    for key in server.database.all(sql, [redacted(token), timestamp(now())]):
        if is_secret(token, key["salt"], key["token"]):
            return str(key["id"])
    return None
