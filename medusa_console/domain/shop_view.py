"""What a storefront gets from a store: the regions that it sells in, and products."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from medusa_console.domain.bounded import Identifier, Name
from medusa_console.domain.errors import ConsoleError

T = TypeVar("T")


class Region(BaseModel):
    """A region of /store/regions. Without one, a storefront shows no prices."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    id: Identifier
    name: Name = ""
    currency_code: Name = ""


class Product(BaseModel):
    """A product of /store/products."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    id: Identifier
    title: Name = ""


@dataclass(frozen=True)
class First(Generic[T]):
    """The first of `count` records."""

    rows: tuple[T, ...]
    count: int


@dataclass(frozen=True)
class ShopView:
    """What the store answered to one publishable key, or why it answered nothing. An error is
    returned, not raised, because one answer may fail without the other. `as_of` is the server's
    time."""

    regions: First[Region] | ConsoleError
    products: First[Product] | ConsoleError
    as_of: datetime
