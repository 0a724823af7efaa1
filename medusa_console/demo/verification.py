"""The routes that prove an email address: a code goes out by mail, and comes back."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from starlette.responses import Response

from medusa_console.demo.answers import json_answer, not_allowed, unknown_error
from medusa_console.demo.bodies import Field, check
from medusa_console.demo.call import Call
from medusa_console.demo.guards import bearer_claims, claimed_identity
from medusa_console.demo.logins import shown_verification, verification_of
from medusa_console.demo.stamps import now, timestamp

CODE_LIVES = timedelta(minutes=15)
CODE_PROVIDER = "token"
REQUESTED = "auth.verification_requested"
WANTED = Field(required=True, least=1)


def request_code(call: Call) -> Response:
    """For any address: the store does not compare it with the login's. An address that is verified
    gets no further code."""
    identity = claimed_identity(
        call.server, bearer_claims(call.server, call.headers, "*", before_code=True)
    )
    fields = {
        "entity_id": WANTED,
        "entity_type": WANTED,
        "code_provider": Field(least=1),
        "metadata": Field("record"),
    }
    body = check(call.body, fields)
    if body.get("code_provider", CODE_PROVIDER) != CODE_PROVIDER:
        raise unknown_error()
    known = verification_of(call, identity, body["entity_id"])
    if known is not None and known["verified_at"]:
        # The row is read and not sent on as elsewhere: the login is its bare id.
        flat = shown_verification(known) | {"auth_identity": known["auth_identity_id"]}
        return json_answer({"verification": flat}, 201)
    code, moment = secrets.token_urlsafe(32), now()
    row = {
        "id": call.server.ids.new("authver"),
        "auth_identity_id": identity["id"],
        "entity_id": body["entity_id"],
        "entity_type": body["entity_type"],
        "verified_at": None,
        "requested_at": timestamp(moment),
        "token_hash": _hashed(code),
        "metadata": body.get("metadata", {}),
        "created_at": timestamp(moment),
        "updated_at": timestamp(moment),
    }
    if known is None:
        call.database.insert("verifications", row)
    else:
        again = {name: row[name] for name in ("requested_at", "token_hash", "updated_at")}
        call.database.update("verifications", known["id"], again)
        row = {**known, **again}
    sent = {
        "entity_id": row["entity_id"],
        "entity_type": row["entity_type"],
        "code_provider": CODE_PROVIDER,
        "auth_identity_id": identity["id"],
        "code": code,
        "expires_at": timestamp(moment + CODE_LIVES),
        "metadata": body.get("metadata", {}),
    }
    call.server.passing.events.append((REQUESTED, sent))
    shown = shown_verification(row)
    if known is None:
        del shown["auth_identity"]
    record_id = shown.pop("id")
    return json_answer({"verification": {**shown, "id": record_id}}, 201)


def confirm(call: Call) -> Response:
    """Whoever has the code may say so: no session is needed."""
    body = check(call.body, {"code": WANTED, "code_provider": Field(least=1)})
    if body.get("code_provider", CODE_PROVIDER) != CODE_PROVIDER:
        raise unknown_error()
    sql = "select * from verifications where token_hash = ?"
    row = call.database.one(sql, [_hashed(body["code"])])
    if row is None or row["verified_at"]:
        raise not_allowed("Verification code is invalid or already used")
    moment = now()
    if row["requested_at"] <= timestamp(moment - CODE_LIVES):
        raise not_allowed("Verification code has expired")
    change = {"verified_at": timestamp(moment), "updated_at": timestamp(moment)}
    call.database.update("verifications", row["id"], change)
    answer = {
        "entity_id": row["entity_id"],
        "entity_type": row["entity_type"],
        "code_provider": CODE_PROVIDER,
        "verified_at": change["verified_at"],
    }
    return json_answer(answer)


def _hashed(code: str) -> str:
    return hashlib.sha256(code.encode("utf-8", "surrogatepass")).hexdigest()
