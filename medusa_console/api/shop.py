"""What a storefront reads with a publishable key: /store/regions, /store/products.

The requests carry the key alone, never the admin's session. Seen on Medusa 2.21.2: docs/shop.md.
"""

from __future__ import annotations

from typing import TypeVar

from pydantic import SecretStr, TypeAdapter

from medusa_console.api.bounds import of_list
from medusa_console.api.client import forget_frames
from medusa_console.api.records import ListAnswer, listing
from medusa_console.api.transport import Call, Transport
from medusa_console.domain.errors import ConsoleError, Invalid, KeyRefused, NoSalesChannel
from medusa_console.domain.shop_view import First, Product, Region

T = TypeVar("T")

_NO_VALID_KEY = "A valid publishable key is required to proceed with the request"
_NO_CHANNEL = "Publishable key needs to have a sales channel configured"
_REGIONS: TypeAdapter[ListAnswer[Region]] = listing(Region, "regions")
_PRODUCTS: TypeAdapter[ListAnswer[Product]] = listing(Product, "products")


class Shop:
    """One store, as storefronts see it. `key` is a whole publishable key. Errors are returned."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def regions(self, key: SecretStr, most: int) -> First[Region] | ConsoleError:
        """GET /store/regions: the first regions, by name."""
        query = [("fields", "id,name,currency_code"), ("limit", str(most)), ("order", "name")]
        return await self._first("/store/regions", query, key, most, _REGIONS)

    async def products(self, key: SecretStr, most: int) -> First[Product] | ConsoleError:
        """GET /store/products: the first published products of the key's sales channels; of
        disabled ones, too. NoSalesChannel for a key without any."""
        query = [("fields", "id,title"), ("limit", str(most)), ("order", "title")]
        return await self._first("/store/products", query, key, most, _PRODUCTS)

    async def _first(
        self,
        path: str,
        query: list[tuple[str, str]],
        key: SecretStr,
        most: int,
        into: TypeAdapter[ListAnswer[T]],
    ) -> First[T] | ConsoleError:
        headers = {"x-publishable-api-key": key.get_secret_value()}
        call = Call("GET", path, query, headers=headers, bounds=of_list(most))
        try:
            answer = (await self._transport.fetch(call, into)).value
        except ConsoleError as error:
            forget_frames(error)
            return _about_the_key(error)
        return First(answer.rows, answer.count)


def _about_the_key(error: ConsoleError) -> ConsoleError:
    """What Medusa's own refusal says of the key; any other error as it is."""
    match error:
        case Invalid(message=message, status=400) if message == _NO_VALID_KEY:
            return KeyRefused(message, status=400)
        case Invalid(message=message, status=400) if message == _NO_CHANNEL:
            return NoSalesChannel(message, status=400)
        case _:
            return error
