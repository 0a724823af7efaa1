"""The same requests as the program's, bare: what the server and httpx alone take."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from medusa_console.api import api_keys, customers, httpx
from medusa_console.ui.records.model import PAGE_SIZE

_FIRST_PAGE = {
    "fields": api_keys._FIELDS,
    "order": "-created_at",
    "offset": 0,
    "limit": PAGE_SIZE,
}
_FIRST_CUSTOMERS = _FIRST_PAGE | {"fields": customers._FIELDS}


class Raw:
    """A signed-in admin on one connection, without a window. Raises httpx.HTTPError."""

    def __init__(self, base_url: str, email: str, password: str) -> None:
        self._client = httpx.Client(base_url=base_url, trust_env=False, timeout=30)
        self._credentials = {"email": email, "password": password}
        self.sign_in()

    def sign_in(self) -> None:
        """POST /auth/user/emailpass."""
        token = self._json("POST", "/auth/user/emailpass", json=self._credentials)["token"]
        self._client.headers["authorization"] = f"Bearer {token}"

    def first_page(self, **filters: Any) -> Any:
        """GET /admin/api-keys as the program asks for its first rows."""
        return self._json("GET", "/admin/api-keys", params=_FIRST_PAGE | filters)

    def customers(self, **filters: Any) -> Any:
        """GET /admin/customers as the program asks for its rows."""
        return self._json("GET", "/admin/customers", params=_FIRST_CUSTOMERS | filters)

    def create(self, title: str) -> str:
        """POST /admin/api-keys: the id of a new secret key."""
        body = {"title": title, "type": "secret"}
        created: str = self._json("POST", "/admin/api-keys", json=body)["api_key"]["id"]
        return created

    def revoke(self, key_id: str) -> None:
        """POST /admin/api-keys/{id}/revoke."""
        self._json("POST", f"/admin/api-keys/{key_id}/revoke", json={})

    def delete(self, key_id: str) -> None:
        """DELETE /admin/api-keys/{id}."""
        self._json("DELETE", f"/admin/api-keys/{key_id}")

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def _json(self, method: str, path: str, **options: Any) -> Any:
        return self._client.request(method, path, **options).raise_for_status().json()


def timed(work: Callable[[], object]) -> float:
    """How many seconds `work` takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
