"""A demo store with the roles of the next Medusa (2.22 and later): documented, not run.

Written from Medusa's public documentation of its RBAC Module, which needs a licence: its routes
stand under /rbac and no longer under /admin/rbac; an account's roles are looked up at each request
and stand in no token; /rbac/me/permissions names them beside the permissions. All else is as in the
demo store, which stays Medusa 2.21.2: see docs/versions.md for what was run.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from email.utils import formatdate
from functools import partial
from typing import Any

import httpx
import jwt
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from medusa_console.connect import Asgi
from medusa_console.demo import DemoStore
from medusa_console.demo.answers import cannot, json_answer
from medusa_console.domain.store import DEMO_ORIGIN

MINE, ME = "/rbac/me/permissions", "/admin/users/me"
_KEY = "a key with which nobody but this store signs"


@dataclass
class NextMedusa:
    """Stands in front of a demo store's application. `tokens` are the demo store's tokens, which
    hold roles, by those that this store gives, which hold none."""

    inner: Asgi
    tokens: dict[str, str] = field(default_factory=dict)

    async def app(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI application."""
        request = Request(scope, receive)
        path = request.url.path
        transport = httpx.ASGITransport(app=self.inner, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=DEMO_ORIGIN) as store:
            if path.startswith("/admin/rbac/"):
                answer = cannot(request.method, path)
            else:
                answer = await self._answer(store, request, path)
        answer.headers["Date"] = formatdate(usegmt=True)
        await answer(scope, receive, send)

    async def _answer(self, store: httpx.AsyncClient, request: Request, path: str) -> Response:
        headers = dict(request.headers)
        await self._resolve_roles(store, headers)
        inside = (
            f"/admin{path}" if path.startswith("/rbac/") else request.scope["raw_path"].decode()
        )
        answer = await store.request(
            request.method,
            f"{inside}?{request.url.query}",
            headers=headers,
            content=await request.body(),
        )
        if not answer.headers.get("content-type", "").startswith("application/json"):
            return Response(answer.content, answer.status_code, dict(answer.headers))
        body = answer.json()
        if path.startswith("/auth/") and isinstance(body.get("token"), str):
            body["token"] = self._without_roles(body["token"])
        if answer.status_code == 200 and path == MINE:
            body |= await self._roles(store, headers)
        return json_answer(body, answer.status_code)

    async def _resolve_roles(self, store: httpx.AsyncClient, headers: dict[str, str]) -> None:
        """Let the demo store judge by the roles that the account has now."""
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme != "Bearer" or token not in self.tokens:
            return
        held = {"authorization": f"Bearer {self.tokens[token]}"}
        fresh = await store.post("/auth/token/refresh", headers=held)
        if fresh.status_code == 200:
            self.tokens[token] = fresh.json()["token"]
        headers["authorization"] = f"Bearer {self.tokens[token]}"

    async def _roles(self, store: httpx.AsyncClient, headers: dict[str, str]) -> dict[str, Any]:
        query = {"fields": "id,rbac_roles.*"}
        bearer = {"authorization": headers["authorization"]}
        user = (await store.get(ME, params=query, headers=bearer)).json()["user"]
        roles = [{"id": role["id"], "name": role["name"]} for role in user["rbac_roles"]]
        return {"roles": roles, "covered_roles": [role["name"] for role in roles]}

    def _without_roles(self, token: str) -> str:
        claims = jwt.decode(token, options={"verify_signature": False})
        claims.get("app_metadata", {}).pop("roles", None)
        # Two sign-ins of one second must not share a token.
        given = jwt.encode(claims | {"jti": str(len(self.tokens))}, _KEY)
        self.tokens[given] = token
        return given


def become_the_next_medusa(patch: pytest.MonkeyPatch) -> None:
    """Every demo store that is asked meanwhile has the roles of the next Medusa."""
    whole, fronts = DemoStore.app, dict[DemoStore, NextMedusa]()

    async def app(store: DemoStore, scope: Scope, receive: Receive, send: Send) -> None:
        front = fronts.setdefault(store, NextMedusa(partial(whole, store)))
        await front.app(scope, receive, send)

    patch.setattr(DemoStore, "app", app)
