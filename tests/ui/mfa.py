"""Stores on a socket that ask for more than the password, as Medusa 2.21.2 does."""

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
        server.on("POST", SIGN_IN, self.sign_in)

    @property
    def challenges(self) -> int:
        """How many challenges were made since the last restart."""
        return len(self._failed)

    def restart(self) -> None:
        """Forget all challenges, as a restart and as their end does."""
        self._failed.clear()

    def sign_in(self, exchange: Exchange) -> None:
        """Answer the password."""
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


VERIFICATION = "Zk3-canary_of-a-code_qJ8"
REQUEST, CONFIRM = "/auth/verification/request", "/auth/verification/confirm"
_UNKNOWN = "Verification code is invalid or already used"


class VerifyingStore:
    """Lets nobody in before the newest code that it has sent came back; `VERIFICATION` is the
    first, with a number behind it afterwards. `then` follows the password of a verified email."""

    def __init__(self, server: FaultServer, then: Behaviour | None = None) -> None:
        self.server = server
        self.sent: list[dict[str, Any]] = []  # what was asked for
        self.codes: list[str] = []  # that came in
        self.verified = False
        self.lost: set[str] = set()  # the routes whose answers do not arrive
        self.expired = False
        self._then = then or faults.json_answer({"token": login_token()})
        server.on("POST", SIGN_IN, self._sign_in)
        server.on("POST", REQUEST, self._request)
        server.on("POST", CONFIRM, self._confirm)

    def _sign_in(self, exchange: Exchange) -> None:
        if self.verified:
            self._then(exchange)
            return
        asked = {"verification": {"id": "authver_1"}} if self.sent else {}
        token = login_token(actor_id="")
        faults.json_answer({"verification_required": True, **asked, "token": token})(exchange)

    def _request(self, exchange: Exchange) -> None:
        self.sent.append(exchange.request.json())
        self._answer(exchange, faults.json_answer({"verification": {}}, 201))

    def _confirm(self, exchange: Exchange) -> None:
        code = exchange.request.json()["code"]
        self.codes.append(code)
        right = self.sent and code == VERIFICATION + ("" if len(self.sent) == 1 else "2")
        if self.expired:
            refusal = faults.refusal(400, "Verification code has expired", "not_allowed")
            self._answer(exchange, refusal)
        elif right and not self.verified:
            self.verified = True
            self._answer(exchange, faults.json_answer({"entity_type": "email"}))
        else:
            self._answer(exchange, faults.refusal(400, _UNKNOWN, "not_allowed"))

    def _answer(self, exchange: Exchange, behaviour: Behaviour) -> None:
        (faults.reset if exchange.request.path in self.lost else behaviour)(exchange)
