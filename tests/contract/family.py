"""Seven keys to look for: every type in every state, of two makers, on every store once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import httpx

from .backends import Backend, unique
from .making import Record, colleague, make_key, revoke

SOON, LATER = 3600, 7200

ALL = ["Alpha", "bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf"]


@dataclass(frozen=True)
class Family:
    """Keys by first name; every title is `<name> <first name>`, and nobody else has `name`.

    | first name | type        | state                  | made by       |
    |------------|-------------|------------------------|---------------|
    | Alpha      | secret      | active                 | the admin     |
    | bravo      | secret      | revoked                | the colleague |
    | Charlie    | secret      | works for two hours    | the admin     |
    | Delta      | publishable | active                 | the colleague |
    | Echo       | publishable | revoked after bravo    | the admin     |
    | Foxtrot    | publishable | works for one hour     | the colleague |
    | Golf       | publishable | active, with a channel | the admin     |
    """

    name: str
    keys: dict[str, Record] = field(repr=False)
    channel: Record

    def __getitem__(self, first_name: str) -> Record:
        return self.keys[first_name]

    def first_names(self, keys: list[Record]) -> list[str]:
        """Who `keys` of an answer are, in its order."""
        return [key["title"].removeprefix(f"{self.name} ") for key in keys]


async def make_family(backend: Backend) -> Family:
    """The family of this store; made once, and changed by nobody."""
    return await backend.once("family", lambda: _make(backend))


async def _make(backend: Backend) -> Family:
    admin = backend.bearing(await backend.admin_token())
    ada = backend.bearing((await colleague(backend)).token)
    name = unique()
    channels = await admin.get("/admin/sales-channels?fields=id,name&order=created_at")
    channel: dict[str, Any] = channels.json()["sales_channels"][0]

    for who, first_name, kind in [
        (admin, "Alpha", "secret"),
        (ada, "bravo", "secret"),
        (admin, "Charlie", "secret"),
        (ada, "Delta", "publishable"),
        (admin, "Echo", "publishable"),
        (ada, "Foxtrot", "publishable"),
        (admin, "Golf", "publishable"),
    ]:
        made = await make_key(who, f"{name} {first_name}", kind)
        match first_name:
            case "bravo" | "Echo":
                await revoke(admin, made)
            case "Charlie":
                await revoke(admin, made, LATER)
            case "Foxtrot":
                await revoke(admin, made, SOON)
            case "Golf":
                body = {"add": [channel["id"]]}
                await admin.post(f"/admin/api-keys/{made['id']}/sales-channels", json=body)
    listed = await admin.get("/admin/api-keys", params={"q": name})
    keys = {key["title"].removeprefix(f"{name} "): key for key in listed.json()["api_keys"]}
    assert len(keys) == 7
    return Family(name, keys, channel)


async def found(admin: httpx.AsyncClient, family: Family, **params: Any) -> list[str]:
    """First names of the family that a list with these parameters shows, in its order."""
    answer = await admin.get("/admin/api-keys", params={"q": family.name, **params})
    assert answer.status_code == 200, answer.text
    return family.first_names(answer.json()["api_keys"])
