"""A demo store that speaks as the public documentation says, where that differs from a real Medusa.

Other words for 401 and 403, fewer fields of a new key, and customers who register in one call,
without a publishable key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import formatdate
from functools import partial
from typing import Any

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from medusa_console.connect import Asgi
from medusa_console.demo import DemoStore
from medusa_console.demo.answers import Refusal, cannot, json_answer
from medusa_console.demo.bodies import Field, check
from medusa_console.domain.store import DEMO_EMAIL, DEMO_ORIGIN, DEMO_PASSWORD

BODY = {
    "email": Field(required=True, email=True),
    "password": Field(required=True),
    "first_name": Field(nullable=True),
    "last_name": Field(nullable=True),
}
TAKEN = {
    "code": "invalid_request_error",
    "type": "duplicate_error",
    "message": "Customer with this email already has an account",
}
CUSTOMERS, KEYS = "/store/customers", "/admin/api-keys"


@dataclass(frozen=True)
class Documented:
    """Stands in front of a demo store's application."""

    inner: Asgi

    async def app(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI application."""
        request = Request(scope, receive)
        try:
            answer = await self._answer(request)
        except Refusal as refusal:
            answer = json_answer(refusal.body, refusal.status)
        answer.headers["Date"] = formatdate(usegmt=True)
        await answer(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        what = request.method, request.url.path
        if re.fullmatch("POST /auth/customer/[^/]+/register", " ".join(what)):
            return cannot(*what)
        transport = httpx.ASGITransport(app=self.inner, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=DEMO_ORIGIN) as store:
            if what == ("POST", CUSTOMERS):
                answer = await self._register(store, await request.json())
            else:
                answer = await self._pass_on(store, request)
        if not answer.headers.get("content-type", "").startswith("application/json"):
            return Response(answer.content, answer.status_code, dict(answer.headers))
        return json_answer(in_other_words(what, answer), answer.status_code)

    async def _pass_on(self, store: httpx.AsyncClient, request: Request) -> httpx.Response:
        headers = dict(request.headers)
        if request.url.path.startswith("/store/"):
            headers["x-publishable-api-key"] = await self._a_key(store)
        path = request.scope["raw_path"].decode() + "?" + request.url.query
        body = await request.body()
        return await store.request(request.method, path, headers=headers, content=body)

    async def _register(self, store: httpx.AsyncClient, body: Any) -> httpx.Response:
        details = dict(check(body, BODY))
        login = {"email": details["email"], "password": details.pop("password")}
        identity = await store.post("/auth/customer/emailpass/register", json=login)
        if identity.status_code != 200:
            raise Refusal(422, TAKEN)
        headers = {
            "authorization": f"Bearer {identity.json()['token']}",
            "x-publishable-api-key": await self._a_key(store),
        }
        return await store.post(CUSTOMERS, json=details, headers=headers)

    async def _a_key(self, store: httpx.AsyncClient) -> str:
        """A publishable key that works."""
        login = {"email": DEMO_EMAIL, "password": DEMO_PASSWORD}
        token = (await store.post("/auth/user/emailpass", json=login)).json()["token"]
        keys = await store.get(
            KEYS,
            params={"type": "publishable", "revoked_at": "null", "limit": "1"},
            headers={"authorization": f"Bearer {token}"},
        )
        return str(keys.json()["api_keys"][0]["token"])


def in_other_words(what: tuple[str, str], answer: httpx.Response) -> Any:
    """The body of this answer as the documentation has it."""
    body = answer.json()
    if answer.status_code == 403:
        return {"type": "not_allowed", "message": "Insufficient permissions"}
    if answer.status_code == 401 and body["message"] == "Invalid email or password":
        return {**body, "type": "invalid_data"}
    if answer.status_code == 401 and "type" not in body:
        return {"type": "unauthorized", "message": "Authentication required"}
    if answer.status_code == 200 and what == ("POST", KEYS):
        key = body["api_key"]
        return {"api_key": {n: key[n] for n in ("id", "token", "title", "type", "created_at")}}
    return body


def speak_as_documented(patch: pytest.MonkeyPatch) -> None:
    """Every demo store that is asked meanwhile answers as the documentation says."""
    whole = DemoStore.app

    async def app(store: DemoStore, scope: Scope, receive: Receive, send: Send) -> None:
        await Documented(partial(whole, store)).app(scope, receive, send)

    patch.setattr(DemoStore, "app", app)
