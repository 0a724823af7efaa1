"""Sorted by a column with equal values, no key is shown twice and none is missing."""

from __future__ import annotations

import pytest

from medusa_console.domain.query import KeyQuery, KeySort
from tests.real_medusa import MedusaServer

from .backends import Backend, unique
from .desks import opened

KEYS = 430


@pytest.fixture
def many(backend: Backend, medusa_rbac: MedusaServer, medusa_plain: MedusaServer) -> str:
    """A prefix that 430 keys of the real server share; they are alike in all that is sorted by."""
    prefix = unique()
    server = medusa_rbac if backend.rbac else medusa_plain
    server.sql(  # the prefix is this test's own
        "insert into api_key(id,token,salt,redacted,title,type,created_by,created_at,updated_at) "
        f"select 'apk_{prefix}'||lpad(i::text,6,'0'), md5('{prefix}'||i), md5('s'||i), "
        f"'sk_abc***def', '{prefix} same', 'secret', 'user_none', now(), now() "
        f"from generate_series(1,{KEYS}) i"
    )
    return prefix


@pytest.mark.parametrize("sort", [sort for sort in KeySort if sort is not KeySort.CREATED])
@pytest.mark.parametrize("backend", ["real-rbac", "real-plain"], indirect=True)
async def test_pages_neither_overlap_nor_leave_a_gap(
    backend: Backend, many: str, sort: KeySort
) -> None:
    query = KeyQuery(text=many, sort=sort, descending=True)
    async with opened(backend, await backend.admin_token()) as desk:
        # As a person scrolls: to the end first, then back.
        pages = [await desk.keys.find(query, offset, 100) for offset in (400, 0, 200, 100, 300)]
    assert {page.count for page in pages} == {KEYS}
    assert len({key.id for page in pages for key in page.rows}) == KEYS
