"""What a right login is answered with: a session, or what is still missing for one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from starlette.responses import Response

from medusa_console.demo.answers import json_answer
from medusa_console.demo.call import Call
from medusa_console.demo.database import Row
from medusa_console.demo.passing import Challenge
from medusa_console.demo.stamps import now, timestamp
from medusa_console.demo.users import role_ids
from medusa_console.demo.ways_in import EMAILPASS

NO_CHALLENGE: Mapping[str, Any] = {"mfa_enabled": False, "mfa_challenge_completed_at": None}


def answer_login(call: Call, identity: Row, actor_type: str, provider: str) -> Response:
    """A session, a challenge, or the demand to verify the email address first."""
    challenge = _challenge(call, identity, provider)
    code_state = {**NO_CHALLENGE, "mfa_enabled": challenge is not None}
    bare = login_token(call, identity, actor_type, provider, code_state, actorless=True)
    if call.server.ways.verifies_email and (actor_type, provider) == ("user", EMAILPASS):
        verification = verification_of(call, identity, identity["email"])
        if verification is None or not verification["verified_at"]:
            told = {"verification": shown_verification(verification)} if verification else {}
            return json_answer({"verification_required": True, **told, "token": bare})
    if challenge is not None:
        shown = shown_challenge(challenge, call.server.ways.challenge_max_attempts)
        return json_answer({"mfa_required": True, "mfa_challenge": shown, "token": bare})
    token = login_token(call, identity, actor_type, provider, NO_CHALLENGE)
    return json_answer({"token": token})


def login_token(
    call: Call,
    identity: Row,
    actor_type: str,
    provider: str,
    code_state: Mapping[str, Any],
    *,
    actorless: bool = False,
) -> str:
    """A token; `actor_id` is empty where the identity is no actor of this type, or `actorless`.

    `code_state` are the two claims about the second factor.
    """
    actor_id = "" if actorless else identity.get(f"{actor_type}_id") or ""
    ids = [name for name in ("user_id", "customer_id") if identity[name]]
    metadata: dict[str, Any] = {
        name: identity[name] for name in ids if not (actorless and name == f"{actor_type}_id")
    }
    if call.server.rbac and actor_type == "user" and actor_id:
        metadata["roles"] = role_ids(call.server, actor_id)
    claims = {
        "actor_id": actor_id,
        "actor_type": actor_type,
        "auth_identity_id": identity["id"],
        "auth_provider": provider,
        "mfa_enabled": code_state["mfa_enabled"],
        "mfa_challenge_completed_at": code_state["mfa_challenge_completed_at"],
        "app_metadata": metadata,
        "user_metadata": identity["user_metadata"] or {},
    }
    return call.server.tokens.issue(claims)


def enabled_factor(call: Call, identity_id: str) -> Row | None:
    sql = "select * from factors where auth_identity_id = ? and status = 'enabled'"
    return call.database.one(sql, [identity_id])


def _challenge(call: Call, identity: Row, provider: str) -> Challenge | None:
    """A new challenge for a login that has a second factor."""
    if enabled_factor(call, identity["id"]) is None:
        return None
    sql = "select 1 from recovery_codes where auth_identity_id = ?"
    codes_left = call.database.one(sql, [identity["id"]])
    ends = now() + timedelta(seconds=call.server.ways.challenge_ttl_seconds)
    challenge = Challenge(
        id=call.server.ids.new("authmfachal"),
        auth_identity_id=identity["id"],
        auth_provider=provider,
        methods=("totp", "recovery_code") if codes_left else ("totp",),
        expires_at=ends,
        forgotten_at=ends,
    )
    open_ones = call.server.passing.challenges
    for old in [one for one in open_ones.values() if one.forgotten_at <= now()]:
        del open_ones[old.id]
    open_ones[challenge.id] = challenge
    return challenge


def shown_challenge(challenge: Challenge, max_attempts: int) -> dict[str, Any]:
    return {
        "id": challenge.id,
        "auth_identity_id": challenge.auth_identity_id,
        "auth_provider": challenge.auth_provider,
        "methods": challenge.methods,
        "expires_at": timestamp(challenge.expires_at),
        "attempts": challenge.attempts,
        "max_attempts": max_attempts,
        "completed_at": None,
        "metadata": None,
    }


def verification_of(call: Call, identity: Row, entity_id: str) -> Row | None:
    sql = "select * from verifications where auth_identity_id = ? and entity_id = ?"
    return call.database.one(sql, [identity["id"], entity_id])


def shown_verification(row: Row) -> Row:
    """As a login's answer shows it; the hash of the code is in it, as with a Medusa."""
    return {
        "id": row["id"],
        "auth_identity_id": row["auth_identity_id"],
        "auth_identity": {"id": row["auth_identity_id"]},
        "entity_id": row["entity_id"],
        "entity_type": row["entity_type"],
        "code_provider": "token",
        "verified_at": row["verified_at"],
        "requested_at": row["requested_at"],
        "provider_metadata": {"token_hash": row["token_hash"]},
        "metadata": row["metadata"],
        "created_at": row["created_at"],
        "updated_at": row["updated_at"],
        "deleted_at": None,
    }
