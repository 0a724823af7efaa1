"""The JSON in the entries of the keyring, written and read."""

from __future__ import annotations

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from medusa_console.domain.bounded import Moment
from medusa_console.domain.session import Session
from medusa_console.domain.store import Proxy


class _SessionEntry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    v: Literal[1]
    origin: str
    email: str
    user_id: str = Field(min_length=1)
    token: str = Field(pattern=r"^[!-~]+$", repr=False)
    issued_at: Moment
    expires_at: Moment
    began_at: Moment


class _PasswordEntry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    v: Literal[1]
    address: str
    user: str
    password: str = Field(repr=False)


def session_text(session: Session) -> str:
    """The entry that keeps `session`."""
    entry = _SessionEntry.model_construct(
        v=1,
        origin=session.origin,
        email=session.email,
        user_id=session.user_id,
        token=session.token.get_secret_value(),
        issued_at=session.issued_at,
        expires_at=session.expires_at,
        began_at=session.began_at,
    )
    return json.dumps(entry.model_dump(mode="json"), separators=(",", ":"))


def read_session(text: str) -> Session | None:
    """The session that an entry keeps; None if the entry is unreadable or incomplete."""
    try:
        entry = _SessionEntry.model_validate_json(text)
    except ValidationError:
        return None
    if entry.issued_at >= entry.expires_at:
        return None
    return Session(
        entry.origin,
        entry.email,
        entry.user_id,
        SecretStr(entry.token),
        entry.issued_at,
        entry.expires_at,
        entry.began_at,
    )


def password_text(proxy: Proxy, password: SecretStr) -> str:
    """The entry that keeps the password of `proxy`."""
    entry = {"v": 1, "address": proxy.address, "user": proxy.user}
    return json.dumps(entry | {"password": password.get_secret_value()}, separators=(",", ":"))


def read_password(text: str, proxy: Proxy) -> SecretStr | None:
    """The password that an entry keeps for `proxy`; None for another proxy or user."""
    try:
        entry = _PasswordEntry.model_validate_json(text)
    except ValidationError:
        return None
    if (entry.address, entry.user) != (proxy.address, proxy.user):
        return None
    return SecretStr(entry.password)
