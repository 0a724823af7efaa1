"""People with a second factor, and their codes."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from medusa_console.demo import totp

from .backends import Backend
from .making import PASSWORD, SUPER_ADMIN, Person, join


@dataclass(frozen=True)
class Enrolled:
    """An admin whose next sign-in asks for a code; their session from before asks for none."""

    person: Person
    factor: str
    secret: str = field(repr=False)

    def code(self, steps: int = 0) -> str:
        """What their authenticator app shows now, or so many steps of 30 seconds later."""
        return totp.code_at(self.secret, time.time(), steps=steps)

    def wrong_code(self) -> str:
        """Six digits that the app shows at none of the times that count."""
        shown = {self.code(steps) for steps in range(-3, 4)}
        return next(code for code in ("000000", "111111") if code not in shown)


async def enrol(backend: Backend) -> Enrolled:
    """A new admin with a second factor of their own."""
    person = await join(backend, *([SUPER_ADMIN] if backend.rbac else []))
    theirs = backend.bearing(person.token)
    begun = await theirs.post("/auth/mfa/factors", json={"provider": "totp"})
    factor, secret = begun.json()["mfa_factor"]["id"], begun.json()["secret"]
    enrolled = Enrolled(person, factor, secret)
    verify = f"/auth/mfa/factors/{factor}/verify"
    answer = await theirs.post(verify, json={"code": enrolled.code()})
    assert answer.status_code == 200
    return enrolled


async def enrolled(backend: Backend) -> Enrolled:
    """An admin with a second factor and no recovery codes; changed by nobody."""
    return await backend.once("enrolled", lambda: enrol(backend))


async def asked_for_code(backend: Backend, email: str) -> dict[str, Any]:
    """The answer to a right password: a challenge and the token to answer it with."""
    login = {"email": email, "password": PASSWORD}
    answer = await backend.http.post("/auth/user/emailpass", json=login)
    assert answer.status_code == 200
    asked: dict[str, Any] = answer.json()
    assert list(asked) == ["mfa_required", "mfa_challenge", "token"]
    return asked


def verify_path(asked: dict[str, Any]) -> str:
    return f"/auth/mfa/challenges/{asked['mfa_challenge']['id']}/verify"
