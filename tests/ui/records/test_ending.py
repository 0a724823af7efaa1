"""A page whose store is closed at the moment its rows come."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from medusa_console.ui.records.page import ListPage
from tests.ui.alone import OpenShop, Shop, customers_page, keys_page

Begin = Callable[[Shop], Awaitable[ListPage[Any, Any, Any]]]


@pytest.mark.parametrize("begin", [keys_page, customers_page], ids=["keys", "customers"])
async def test_what_adds_to_the_rows_is_not_begun(open_shop: OpenShop, begin: Begin) -> None:
    shop = await open_shop()
    page = await begin(shop)
    closed = asyncio.Event()
    page.loaded.connect(shop.tasks.close)
    page.loaded.connect(closed.set)
    page.refresh()
    await closed.wait()
    gc.collect()  # a coroutine that was never awaited fails the test
