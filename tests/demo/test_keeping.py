"""What the demo store keeps between two starts of the program, and what it must not."""

import re
import stat
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from pathlib import Path

import pytest

from medusa_console.demo import DemoStore
from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD
from tests.demo.conftest import Visitor

A_PASSWORD = "correct horse battery staple"


def files(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def content(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[tuple[DemoStore, Visitor]]:
    store = DemoStore(folder)
    try:
        async with Visitor(store) as visitor:
            await visitor.sign_in(DEMO_EMAIL)
            yield store, visitor
    finally:
        await store.aclose()


async def test_a_key_made_today_is_there_tomorrow(tmp_path: Path) -> None:
    async with opened(tmp_path) as (_, maya):
        before = await maya.records("/admin/api-keys")
        body = {"title": "Made today", "type": "secret"}
        made = (await maya.post("/admin/api-keys", json=body)).json()["api_key"]
    async with opened(tmp_path) as (_, maya):
        after = await maya.records("/admin/api-keys")
        basic = {"Authorization": f"Basic {made['token']}"}
        whose = await maya.get("/admin/users/me", headers=basic)
    assert {key["id"] for key in after} - {key["id"] for key in before} == {made["id"]}
    assert [key for key in after if key["id"] != made["id"]] == before
    assert made["id"] in whose.json()["message"]


async def test_a_refused_change_leaves_nothing_behind(maya: Visitor) -> None:
    before = await maya.records("/admin/rbac/roles")
    half = {"name": "Half made", "policy_ids": ["rpol_nope"]}
    assert (await maya.post("/admin/rbac/roles", json=half)).status_code == 404
    await maya.post("/admin/api-keys", json={"title": "The next change", "type": "secret"})
    assert await maya.records("/admin/rbac/roles") == before


async def test_only_the_owner_can_read_the_file(tmp_path: Path) -> None:
    async with opened(tmp_path / "deep" / "demo"):
        modes = [path.stat().st_mode for path in (tmp_path / "deep" / "demo").iterdir()]
        assert [stat.S_IMODE(mode) for mode in modes] == [0o600] * len(modes)
        assert stat.S_IMODE((tmp_path / "deep" / "demo").stat().st_mode) == 0o700


async def test_a_readable_file_becomes_private_when_it_is_opened(tmp_path: Path) -> None:
    async with opened(tmp_path):
        pass
    (tmp_path / "demo.sqlite3").chmod(0o644)
    async with opened(tmp_path):
        assert stat.S_IMODE((tmp_path / "demo.sqlite3").stat().st_mode) == 0o600


async def test_the_file_holds_no_secret(tmp_path: Path) -> None:
    async with opened(tmp_path) as (_, maya):
        body = {"title": "Secret", "type": "secret"}
        token = (await maya.post("/admin/api-keys", json=body)).json()["api_key"]["token"]
        login = {"email": "new@example.com", "password": A_PASSWORD}
        await maya.post("/auth/customer/emailpass/register", json=login)
        session = maya.headers["Authorization"].removeprefix("Bearer ")
    stored = content(tmp_path)
    assert b"new@example.com" in stored
    assert token[:6].encode() + b"***" in stored
    for secret in (token, token[3:], A_PASSWORD, DEMO_PASSWORD, session):
        assert secret.encode() not in stored
    assert not re.search(rb"sk_[0-9a-f]{10}", stored)


async def test_every_start_signs_with_a_new_key(tmp_path: Path) -> None:
    async with opened(tmp_path) as (_, maya):
        old = maya.headers["Authorization"]
        assert (await maya.get("/admin/users/me")).status_code == 200
    async with opened(tmp_path) as (_, maya):
        answer = await maya.get("/admin/users/me", headers={"Authorization": old})
        assert answer.status_code == 401
        assert (await maya.get("/admin/users/me")).status_code == 200


async def test_reset_brings_the_first_contents_back_and_signs_everybody_out(tmp_path: Path) -> None:
    async with opened(tmp_path) as (store, maya):
        first = [key["title"] for key in await maya.records("/admin/api-keys")]
        made = await maya.post(
            "/admin/api-keys", json={"title": "Kept by nobody", "type": "secret"}
        )
        assert made.status_code == 200
        await store.reset()
        assert (await maya.get("/admin/users/me")).status_code == 401
        await maya.sign_in(DEMO_EMAIL)
        assert [key["title"] for key in await maya.records("/admin/api-keys")] == first
    assert files(tmp_path) == ["demo.sqlite3"]
    assert b"Kept by nobody" not in content(tmp_path)


async def test_a_damaged_file_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "demo.sqlite3").write_text("not a database at all, but long enough to be read " * 9)
    async with opened(tmp_path) as (_, maya):
        assert len(await maya.records("/admin/api-keys")) > 50
    assert (tmp_path / "demo.damaged").read_text().startswith("not a database")


async def test_a_folder_that_cannot_be_used_is_named_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = DemoStore(tmp_path / "file" / "demo")
    async with aclosing(store):
        with pytest.raises(OSError, match="file"):
            await store.start()


async def test_opening_touches_no_file_before_the_first_request(tmp_path: Path) -> None:
    store = DemoStore(tmp_path)
    assert files(tmp_path) == []
    async with aclosing(store):
        await store.start()
        assert files(tmp_path) == ["demo.sqlite3"]


async def test_reset_mends_a_file_that_went_bad(tmp_path: Path) -> None:
    async with opened(tmp_path):
        pass
    file = tmp_path / "demo.sqlite3"
    file.write_bytes(file.read_bytes()[:4096] + b"\xff" * 200_000)
    store = DemoStore(tmp_path)
    async with aclosing(store), Visitor(store) as maya:
        await store.reset()
        await maya.sign_in(DEMO_EMAIL)
        assert len(await maya.records("/admin/customers")) == 300
