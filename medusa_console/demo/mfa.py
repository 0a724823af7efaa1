"""The routes below /auth/mfa: a login's second factors, its recovery codes, and the code asked for
at a sign-in."""

from __future__ import annotations

import math
import secrets
from datetime import timedelta

from starlette.responses import Response

from medusa_console.demo import totp
from medusa_console.demo.answers import (
    invalid_data,
    json_answer,
    not_allowed,
    not_found,
    unknown_error,
)
from medusa_console.demo.bodies import Field, check
from medusa_console.demo.call import Call
from medusa_console.demo.database import Row
from medusa_console.demo.guards import bearer_claims, claimed_identity
from medusa_console.demo.logins import enabled_factor, login_token
from medusa_console.demo.passing import Challenge
from medusa_console.demo.stamps import now, timestamp
from medusa_console.demo.tokens import hash_password, is_password

TOTP, RECOVERY_CODE = "totp", "recovery_code"
TEXT = Field(least=1)
WANTED = Field(required=True, least=1)


def list_factors(call: Call) -> Response:
    sql = "select * from factors where auth_identity_id = ? order by id"
    rows = call.database.all(sql, [_identity_id(call)])
    return json_answer({"mfa_factors": [_shown(row) for row in rows]})


def enrol(call: Call) -> Response:
    """The only answer that ever holds the secret."""
    identity_id = _identity_id(call)
    fields = {
        "provider": WANTED,
        "label": Field(nullable=True),
        "issuer": Field(),
        "metadata": Field("record", nullable=True),
    }
    body = check(call.body, fields)
    if body["provider"] != TOTP:
        raise unknown_error()
    sql = "select 1 from factors where auth_identity_id = ? and status in ('pending', 'enabled')"
    if call.database.one(sql, [identity_id]):
        raise not_allowed("An active TOTP factor already exists for this auth identity")
    _check_key(call)
    label = body.get("label")
    metadata = {**(body.get("metadata") or {}), **({} if label is None else {"label": label})}
    moment = timestamp(now())
    factor = {
        "id": call.server.ids.new("authmfa"),
        "auth_identity_id": identity_id,
        "status": "pending",
        "seed": secrets.token_hex(16),
        "metadata": metadata,
        "created_at": moment,
        "updated_at": moment,
    }
    call.database.insert("factors", factor)
    secret = totp.secret_of(str(factor["seed"]))
    account = identity_id if label is None else label
    shown = {
        "id": factor["id"],
        "auth_identity_id": identity_id,
        "provider": TOTP,
        "status": "pending",
        "metadata": metadata,
    }
    address = totp.address(secret, account, body.get("issuer", "Medusa"))
    return json_answer({"mfa_factor": shown, "secret": secret, "otpauth_url": address})


def verify_factor(call: Call) -> Response:
    """A right code enables the factor; once enabled, it only says that the code is right."""
    identity_id = _identity_id(call)
    body = check(call.body, {"code": WANTED})
    factor = _own(call, identity_id)
    if factor["status"] == "disabled":
        raise not_allowed("Disabled MFA factors cannot be verified")
    if not _is_code(call, factor, body["code"]):
        raise not_allowed("Invalid TOTP code")
    return _with_status(call, factor, "enabled")


def disable_factor(call: Call) -> Response:
    identity_id = _identity_id(call)
    body = check(call.body, {"method": TEXT, "code": TEXT})
    factor = _own(call, identity_id)
    if factor["status"] == "enabled" and call.server.ways.disable_policy == "challenge":
        if "method" not in body or "code" not in body:
            raise invalid_data("MFA verification code is required to disable MFA")
        if body["method"] not in (TOTP, RECOVERY_CODE):
            raise unknown_error()
        if not _is_right(call, identity_id, body["method"], body["code"]):
            raise not_allowed("Invalid MFA verification code")
    return _with_status(call, factor, "disabled")


def make_recovery_codes(call: Call) -> Response:
    """The only answer that ever holds them. Those from before are dead."""
    identity_id = _identity_id(call)
    body = check(call.body, {"count": Field("number", whole=True, least=1, most=50)})
    if enabled_factor(call, identity_id) is None:
        raise not_allowed("Recovery codes require an enabled MFA factor")
    count = body.get("count", call.server.ways.recovery_code_count)
    codes = [totp.new_recovery_code() for _ in range(int(count))]
    call.database.run("delete from recovery_codes where auth_identity_id = ?", [identity_id])
    for code in codes:
        kept = {"auth_identity_id": identity_id, "hash": hash_password(code)}
        call.database.insert("recovery_codes", kept)
    return json_answer({"recovery_codes": codes})


def verify_challenge(call: Call) -> Response:
    """The session that the login was for."""
    claims = bearer_claims(call.server, call.headers, "*", before_code=True)
    body = check(call.body, {"method": WANTED, "code": WANTED})
    challenge = _open(call, claims["auth_identity_id"])
    _check_open(call, challenge, body["method"])
    if not _is_right(call, challenge.auth_identity_id, body["method"], body["code"]):
        _count_wrong(call, challenge)
    challenge.completed_at = now()
    identity = claimed_identity(call.server, claims)
    done = {"mfa_enabled": True, "mfa_challenge_completed_at": timestamp(challenge.completed_at)}
    provider = claims["auth_provider"]
    token = login_token(call, identity, claims["actor_type"], provider, done)
    return json_answer({"token": token})


def _open(call: Call, identity_id: str) -> Challenge:
    challenge_id = call.params["id"]
    challenge = call.server.passing.challenges.get(challenge_id)
    if (
        challenge is None
        or challenge.forgotten_at <= now()
        or challenge.auth_identity_id != identity_id
    ):
        raise not_found(f'MFA challenge with id "{challenge_id}" was not found')
    return challenge


def _check_open(call: Call, challenge: Challenge, method: str) -> None:
    if challenge.completed_at is not None:
        raise not_allowed("MFA challenge has already been completed")
    if challenge.expires_at <= now():
        raise not_allowed("MFA challenge has expired")
    if challenge.attempts >= call.server.ways.challenge_max_attempts:
        raise not_allowed("MFA challenge has too many failed attempts")
    if method not in challenge.methods:
        raise invalid_data(f'MFA challenge does not support method "{method}"')


def _count_wrong(call: Call, challenge: Challenge) -> None:
    """Raise the refusal. What is left of the challenge's life is rounded up to whole seconds."""
    challenge.attempts += 1
    left = math.ceil((challenge.expires_at - now()).total_seconds())
    challenge.forgotten_at = now() + timedelta(seconds=left)
    if challenge.attempts >= call.server.ways.challenge_max_attempts:
        raise not_allowed("MFA challenge has too many failed attempts")
    raise not_allowed("Invalid MFA challenge code")


def _is_right(call: Call, identity_id: str, method: str, code: str) -> bool:
    """Whether a code of this kind is good; a recovery code is used up by that."""
    if method == TOTP:
        factor = enabled_factor(call, identity_id)
        return factor is not None and _is_code(call, factor, code)
    wanted = code.strip().lower()
    sql = "select rowid, hash from recovery_codes where auth_identity_id = ?"
    for row in call.database.all(sql, [identity_id]):
        if is_password(wanted, row["hash"]):
            call.database.run("delete from recovery_codes where rowid = ?", [row["rowid"]])
            return True
    return False


def _is_code(call: Call, factor: Row, code: str) -> bool:
    _check_key(call)
    return totp.is_code(totp.secret_of(factor["seed"]), code, now().timestamp())


def _check_key(call: Call) -> None:
    if not call.server.ways.encryption_key:
        raise invalid_data("MFA encryption key is required to use MFA methods")


def _identity_id(call: Call) -> str:
    """Of a login that has given its second factor, if it has one. It need not be an admin yet."""
    return str(bearer_claims(call.server, call.headers, "*")["auth_identity_id"])


def _own(call: Call, identity_id: str) -> Row:
    factor = call.database.get("factors", call.params["id"])
    if factor is None or factor["auth_identity_id"] != identity_id:
        raise not_found(f'MFA factor with id "{call.params["id"]}" was not found')
    return factor


def _with_status(call: Call, factor: Row, status: str) -> Response:
    """The factor as it is then. The answer to a change tells the moment of the one before."""
    if factor["status"] != status:
        change = {"status": status, "updated_at": timestamp(now())}
        call.database.update("factors", factor["id"], change)
        told = factor["updated_at"] if status == "enabled" else change["updated_at"]
        factor = {**factor, **change, "updated_at": told}
    return json_answer({"mfa_factor": _shown(factor)})


def _shown(row: Row) -> Row:
    return {
        "id": row["id"],
        "auth_identity_id": row["auth_identity_id"],
        "auth_identity": {"id": row["auth_identity_id"]},
        "provider": TOTP,
        "status": row["status"],
        "metadata": row["metadata"],
        "created_at": row["created_at"],
        "updated_at": row["updated_at"],
        "deleted_at": None,
    }
