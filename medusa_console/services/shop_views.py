"""Looks at a store as a storefront with one publishable key does."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.clock import ServerClock
from medusa_console.domain.shop_view import ShopView

if TYPE_CHECKING:
    from medusa_console.api.shop import Shop

MOST_REGIONS: Final = 10
MOST_PRODUCTS: Final = 10


class ShopViews:
    """What the storefronts of one store see. Changes nothing."""

    def __init__(self, shop: Shop, clock: ServerClock) -> None:
        self._shop = shop
        self._clock = clock

    async def look(self, key: ApiKey) -> ShopView:
        """Ask for regions and products with `key`, which must hold its whole token. Raises
        ValueError for any other key, and nothing else: what fails stands in the view."""
        if key.token is None:
            raise ValueError("only a whole publishable key can be presented")
        regions, products = await asyncio.gather(
            self._shop.regions(key.token, MOST_REGIONS),
            self._shop.products(key.token, MOST_PRODUCTS),
        )
        return ShopView(regions, products, self._clock.now())
