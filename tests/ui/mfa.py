"""A store on a socket whose account has a second factor, as Medusa 2.21.2 has it."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, login_token, mfa_login
from tests.faults.server import Behaviour, Exchange, FaultServer
from tests.ui.northwind import SIGN_IN

CODE = "481516"
RECOVERY = "82f3-c993-c764-7284-5600-e53c-31e3-2800"
_WRONG_PASSWORD = faults.refusal(401, "Invalid email or password", "unauthorized")
_WRONG = faults.refusal(400, "Invalid MFA challenge code", "not_allowed")
_TOO_MANY = faults.refusal(400, "MFA challenge has too many failed attempts", "not_allowed")
_COMPLETED = faults.refusal(400, "MFA challenge has already been completed", "not_allowed")
_GONE = faults.refusal(404, 'MFA challenge with id "x" was not found', "not_found")


class MfaStore:
    """Asks for `CODE`, which works again and again, or for `RECOVERY`, which works once."""

    def __init__(self, server: FaultServer, **challenge: Any) -> None:
        self.server = server
        self.codes: list[str] = []  # that came in, in their order
        self.recovery = {RECOVERY}
        self.verified: Behaviour | None = None  # instead of what follows from the code
        self._challenge = challenge
        self._numbers = itertools.count(1)
        self._failed: dict[str, int] = {}
        self._completed: set[str] = set()
        server.on("POST", SIGN_IN, self._sign_in)

    @property
    def challenges(self) -> int:
        """How many challenges were made since the last restart."""
        return len(self._failed)

    def restart(self) -> None:
        """Forget all challenges, as a restart and as their end does."""
        self._failed.clear()

    def _sign_in(self, exchange: Exchange) -> None:
        if exchange.request.json()["password"] != PASSWORD:
            _WRONG_PASSWORD(exchange)
            return
        name = f"authmfachal_{next(self._numbers)}"
        self._failed[name] = 0
        self.server.on("POST", f"/auth/mfa/challenges/{name}/verify", self._verifying(name))
        faults.json_answer(mfa_login(id=name, **self._challenge))(exchange)

    def _verifying(self, name: str) -> Callable[[Exchange], None]:
        def verify(exchange: Exchange) -> None:
            asked = exchange.request.json()
            self.codes.append(asked["code"])
            behaviour = self._outcome(name, asked["method"], asked["code"])
            (self.verified or behaviour)(exchange)

        return verify

    def _outcome(self, name: str, method: str, code: str) -> Behaviour:
        if name not in self._failed:
            return _GONE
        if name in self._completed:
            return _COMPLETED
        right = code == CODE if method == "totp" else code.lower() in self.recovery
        if not right:
            self._failed[name] += 1
            return _TOO_MANY if self._failed[name] >= 5 else _WRONG
        if self._failed[name] >= 5:
            return _TOO_MANY
        self._completed.add(name)
        self.recovery.discard(code.lower())
        return faults.json_answer({"token": login_token(mfa_enabled=True)})
