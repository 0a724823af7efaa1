"""The routes of a provider that leads to a page of its own: sign-in there, and what becomes of
somebody whom the store does not know."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from starlette.responses import Response

from medusa_console.demo.answers import (
    invalid_data,
    json_answer,
    sign_in_refused,
    unknown_error,
)
from medusa_console.demo.call import Call
from medusa_console.demo.database import Row
from medusa_console.demo.guards import bearer_claims
from medusa_console.demo.sign_in_page import PEOPLE
from medusa_console.demo.stamps import now
from medusa_console.demo.users import USERS, new_user
from medusa_console.demo.ways_in import WORKPLACE

STATE_LIVES = timedelta(minutes=10)
CALLBACK_URL = "http://localhost:9000/app/login"
FAILED = "Authentication failed"


def begin(call: Call) -> Response:
    """Where the browser has to go."""
    body = call.body if isinstance(call.body, dict) else {}
    back = body.get("callback_url") or CALLBACK_URL
    allowed = call.server.ways.callback_urls
    if allowed and back not in allowed:
        raise sign_in_refused("The provided callback URL is not allowed")
    state = secrets.token_hex(32)
    visits = call.server.passing.visits
    for old in [one for one, ends in visits.items() if ends <= now()]:
        del visits[old]
    try:
        location = call.server.page.address(state, str(back))
    except OSError as error:
        raise sign_in_refused(FAILED) from error
    visits[state] = now() + STATE_LIVES
    return json_answer({"location": location})


def arrived(call: Call) -> Row:
    """The login of whoever is back from the page; a new one for somebody who never was here.

    Raises Refusal 401.
    """
    body = call.body if isinstance(call.body, dict) else {}
    if call.query.get("error"):
        raise sign_in_refused(FAILED)
    code = call.query.get("code") or body.get("code")
    if not code:
        raise sign_in_refused("No code provided")
    state = call.query.get("state") or body.get("state")
    ends = call.server.passing.visits.pop(str(state), None)
    if ends is None or ends <= now():
        raise sign_in_refused("No state provided, or session expired")
    if not call.server.passing.visits:
        call.server.page.close()
    email = call.server.page.vouched(str(code), str(state))
    if email is None:
        raise sign_in_refused(FAILED)
    return _login(call, email)


def become_admin(call: Call) -> Response:
    """Link the login to the admin with its email address, or make it a new admin without a role."""
    claims = bearer_claims(call.server, call.headers, "user")
    if claims["actor_id"]:
        raise invalid_data("The user is already registered and cannot create a new account.")
    email = claims["user_metadata"].get("email")
    if not email:
        raise invalid_data("Email is required to create a user account.")
    provider = call.params["provider"]
    identity = call.database.get("identities", claims["auth_identity_id"])
    if identity is None or identity["provider"] != provider:
        raise sign_in_refused(
            f"Only {provider} identities can create a user account for this authentication context"
        )
    if identity["user_id"]:
        raise unknown_error()
    known = call.database.one("select * from users where email = ?", [email])
    user = new_user(call, email) if known is None else known
    call.database.update("identities", identity["id"], {"user_id": user["id"]})
    shown = {**user, "deleted_at": None}
    return json_answer({"user": {name: shown[name] for name in USERS.fields}})


def _login(call: Call, email: str) -> Row:
    profile: dict[str, Any] = {"email": email, "name": PEOPLE.get(email, email)}
    sql = "select * from identities where email = ? and provider = ?"
    known = call.database.one(sql, [email, WORKPLACE])
    if known is not None:
        call.database.update("identities", known["id"], {"user_metadata": profile})
        return {**known, "user_metadata": profile}
    identity = {
        "id": call.server.ids.new("authid"),
        "email": email,
        "provider": WORKPLACE,
        "user_metadata": profile,
        "user_id": None,
        "customer_id": None,
    }
    call.database.insert("identities", identity)
    return identity
