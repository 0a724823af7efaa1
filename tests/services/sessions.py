"""What tests of the session ask and answer: tokens, refusals, and what became of the state."""

from __future__ import annotations

import pytest

from medusa_console.domain.errors import SignInNeeded
from medusa_console.domain.session import Session, read_session
from medusa_console.domain.store import Store
from medusa_console.services.session import Expired, SessionService, SignedIn, State
from tests.faults import server as faults
from tests.faults.medusa import USER_ID, login_token
from tests.faults.server import FaultServer
from tests.services.conftest import MAYA, REFRESH, Opened

ME = "/admin/users/me"
OVER = faults.refusal(401, "Unauthorized")
OTHER_USER = "user_01M00000000000000000OTHER"


def me(user_id: str = USER_ID) -> faults.Behaviour:
    return faults.json_answer({"user": {"id": user_id, "email": MAYA}})


def token_answer(token: str) -> faults.Behaviour:
    return faults.json_answer({"token": token})


def session_of(store: Store, token: str = "") -> Session:
    return read_session(token or login_token(), origin=store.origin, email=MAYA)


def watch(session: SessionService) -> list[State]:
    seen: list[State] = []
    session.changed.subscribe(seen.append)
    return seen


def kinds(states: list[State]) -> list[type[State]]:
    return [type(state) for state in states]


def state_of(session: SessionService) -> State:
    return session.state


def token_of(session: SessionService) -> str:
    assert isinstance(session.state, SignedIn)
    return session.state.session.token.get_secret_value()


async def expire(opened: Opened, server: FaultServer) -> None:
    """The server stops accepting the session."""
    server.on("GET", ME, OVER)
    server.on("POST", REFRESH, OVER)
    with pytest.raises(SignInNeeded):
        await opened.services.users.me()
    assert isinstance(opened.services.session.state, Expired)
