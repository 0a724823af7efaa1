"""The routes of a forgotten password: a token goes out by mail, or to another admin, and sets a new
password once."""

from __future__ import annotations

import hashlib
import uuid
from datetime import timedelta

from starlette.responses import Response

from medusa_console.demo.answers import invalid_data, json_answer, not_found, sign_in_refused
from medusa_console.demo.auth import check_allowed, identity_of
from medusa_console.demo.bodies import Field, check
from medusa_console.demo.call import Call
from medusa_console.demo.database import Row
from medusa_console.demo.guards import any_claims
from medusa_console.demo.stamps import now, timestamp
from medusa_console.demo.tokens import hash_password
from medusa_console.demo.ways_in import EMAILPASS

TOKEN_LIVES = timedelta(minutes=15)
RESET = "auth.password_reset"


def ask(call: Call) -> Response:
    """Answer alike whether there is such a login or not: nobody learns who has an account."""
    actor = call.params["actor"]
    provider = check_allowed(call, actor)
    fields = {"identifier": Field(required=True), "metadata": Field("record")}
    body = check(call.body, fields)
    identity = identity_of(call, body["identifier"]) if provider == EMAILPASS else None
    if identity is not None:
        _new_token(call, identity, actor, body.get("metadata", {}))
    return Response("Created", 201, media_type="text/plain")


def hand_out(call: Call) -> Response:
    """Another admin's token, in the answer itself."""
    user_id = call.params["id"]
    user = call.database.get("users", user_id)
    if user is None:
        raise not_found(f"User with id: {user_id} was not found")
    identity = identity_of(call, user["email"])
    if identity is None:
        raise invalid_data(
            f"Provider identity with entity_id {user['email']} and provider {EMAILPASS} not found"
        )
    return json_answer({"token": _new_token(call, identity, "user", {})})


def set_new(call: Call) -> Response:
    """A token counts once, even if the password that comes with it is none."""
    actor = call.params["actor"]
    provider = check_allowed(call, actor)
    claims = any_claims(call.server, call.headers) or {}
    if (claims.get("purpose"), claims.get("actor_type")) != ("reset", actor):
        raise sign_in_refused("Invalid token")
    kept = call.database.one("select * from reset_tokens where hash = ?", [_hashed(claims["jti"])])
    if kept is None or claims["provider"] != provider or kept["expires_at"] <= timestamp(now()):
        raise sign_in_refused("Invalid token")
    _forget_tokens(call, kept["auth_identity_id"])
    call.database.commit()  # the token is gone, whatever comes now
    password = call.body.get("password") if isinstance(call.body, dict) else None
    if not password or not isinstance(password, str):
        raise sign_in_refused("Unauthorized")
    change = {"password": hash_password(password)}
    call.database.update("identities", kept["auth_identity_id"], change)
    return json_answer({"success": True})


def _new_token(call: Call, identity: Row, actor: str, metadata: Row) -> str:
    """One token a login: those from before are dead."""
    _forget_tokens(call, identity["id"])
    jti = str(uuid.uuid4())
    row = {
        "hash": _hashed(jti),
        "auth_identity_id": identity["id"],
        "expires_at": timestamp(now() + TOKEN_LIVES),
    }
    call.database.insert("reset_tokens", row)
    claims = {
        "entity_id": identity["email"],
        "provider": EMAILPASS,
        "actor_type": actor,
        "purpose": "reset",
    }
    token = call.server.tokens.issue_reset(claims, jti, TOKEN_LIVES)
    sent = {"entity_id": identity["email"], "actor_type": actor, "token": token}
    call.server.passing.events.append((RESET, {**sent, "metadata": metadata}))
    return token


def _forget_tokens(call: Call, identity_id: str) -> None:
    call.database.run("delete from reset_tokens where auth_identity_id = ?", [identity_id])


def _hashed(jti: str) -> str:
    return hashlib.sha256(jti.encode()).hexdigest()
