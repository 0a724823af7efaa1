"""Sorted by a column with equal values, no key is shown twice and none is missing."""

from __future__ import annotations

import pytest

from medusa_console.domain.query import CustomerQuery, CustomerSort, KeyQuery, KeySort
from tests.real_medusa import MedusaServer

from .backends import Backend, on, unique
from .desks import opened

MANY = 430


@pytest.fixture(scope="module")
def keys(medusa_rbac: MedusaServer) -> str:
    """A prefix that 430 keys of the real server share; they are alike in all that is sorted by."""
    prefix = unique()
    medusa_rbac.sql(  # the prefix is these tests' own
        "insert into api_key(id,token,salt,redacted,title,type,created_by,created_at,updated_at) "
        f"select 'apk_{prefix}'||lpad(i::text,6,'0'), md5('{prefix}'||i), md5('s'||i), "
        f"'sk_xyz***xyz', '{prefix} same', 'secret', 'user_none', now(), now() "
        f"from generate_series(1,{MANY}) i"
    )
    return prefix


@pytest.fixture(scope="module")
def customers(medusa_rbac: MedusaServer) -> str:
    """The same with customers, of whom every second one has an email and an account."""
    prefix = unique()
    medusa_rbac.sql(  # the prefix is these tests' own
        "insert into customer(id,email,first_name,last_name,has_account,created_at,updated_at) "
        f"select 'cus_{prefix}'||lpad(i::text,6,'0'), "
        f"case when i%2=0 then '{prefix}'||i||'@example.com' end, 'Anna', '{prefix}', i%2=0, "
        "now()-(i/200||' minutes')::interval, now() "
        f"from generate_series(1,{MANY}) i"
    )
    return prefix


@pytest.mark.parametrize("sort", KeySort)
@on("real-rbac")
async def test_pages_of_keys_neither_overlap_nor_leave_a_gap(
    backend: Backend, keys: str, sort: KeySort
) -> None:
    query = KeyQuery(text=keys, sort=sort, descending=True)
    async with opened(backend, await backend.admin_token()) as services:
        # As a person scrolls: to the end first, then back.
        pages = [await services.keys.find(query, offset, 100) for offset in (400, 0, 200, 100, 300)]
    assert {page.count for page in pages} == {MANY}
    assert len({key.id for page in pages for key in page.rows}) == MANY


@pytest.mark.parametrize("sort", CustomerSort)
@on("real-rbac")
async def test_pages_of_customers_neither_overlap_nor_leave_a_gap(
    backend: Backend, customers: str, sort: CustomerSort
) -> None:
    query = CustomerQuery(text=customers, sort=sort, descending=True)
    async with opened(backend, await backend.admin_token()) as services:
        pages = [
            await services.customers.find(query, offset, 100) for offset in (400, 0, 200, 100, 300)
        ]
    assert {page.count for page in pages} == {MANY}
    assert len({customer.id for page in pages for customer in page.rows}) == MANY
