"""A second factor at a real Medusa: it is enrolled without the program, and gives codes."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import httpx

from medusa_console.demo.totp import code_at
from tests.real_medusa import MedusaServer


@dataclass(frozen=True)
class Phone:
    """An authenticator app, and the paper with the recovery codes."""

    secret: str = field(repr=False)
    recovery_codes: tuple[str, ...] = field(repr=False)

    def code(self, *, steps: int = 0) -> str:
        """The code that the app shows now, or so many steps of 30 seconds later."""
        return code_at(self.secret, time.time(), steps=steps)

    def wrong_code(self) -> str:
        """One that is none of those around now."""
        near = {self.code(steps=step) for step in range(-3, 4)}
        return next(code for number in range(10) if (code := f"{number:06}") not in near)


def enrol(server: MedusaServer, email: str, password: str) -> Phone:
    """Switch on the second factor of that account."""
    with httpx.Client(base_url=server.base_url, trust_env=False, timeout=60) as client:
        login = client.post("/auth/user/emailpass", json={"email": email, "password": password})
        client.headers["authorization"] = f"Bearer {login.raise_for_status().json()['token']}"
        begun = client.post("/auth/mfa/factors", json={"provider": "totp"})
        factor = begun.raise_for_status().json()
        verified = client.post(
            f"/auth/mfa/factors/{factor['mfa_factor']['id']}/verify",
            json={"code": code_at(factor["secret"], time.time())},
        )
        verified.raise_for_status()
        codes = client.post("/auth/mfa/recovery-codes", json={"count": 4})
        return Phone(factor["secret"], tuple(codes.raise_for_status().json()["recovery_codes"]))
