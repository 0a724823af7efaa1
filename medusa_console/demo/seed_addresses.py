"""Addresses and metadata of the demo store's first customers."""

from collections.abc import Iterator
from random import Random
from typing import Any

from medusa_console.demo.database import Database, Row
from medusa_console.demo.stamps import Ids

# street, postal code, city, country
PLACES = (
    ("Sankt Eriksgatan 46", "112 34", "Stockholm", "se"),
    ("Östra Förstadsgatan 7B", "211 31", "Malmö", "se"),
    ("Vesterbrogade 112", "1620", "København V", "dk"),
    ("Mejlgade 31, 2. th", "8000", "Aarhus C", "dk"),
    ("Torstraße 89", "10119", "Berlin", "de"),
    ("Kaiserstraße 14", "60311", "Frankfurt am Main", "de"),
    ("Haarlemmerdijk 120", "1013 JJ", "Amsterdam", "nl"),
    ("12 Rue des Récollets", "75010", "Paris", "fr"),
    ("Via Tortona 33", "20144", "Milano", "it"),
    ("Carrer de Verdi 28", "08012", "Barcelona", "es"),
    ("ul. Mokotowska 51", "00-542", "Warszawa", "pl"),
    ("Fredrikinkatu 25", "00120", "Helsinki", "fi"),
)
FLOORS = ("Apartment 1204", "c/o Lindholm", "2nd floor", "Back yard")
METADATA: tuple[dict[str, Any], ...] = (
    {"source": "newsletter"},
    {"loyalty_points": 1240, "loyalty_level": "silver"},
    {"erp_number": "K-204418", "credit_limit": 5000},
    {"source": "Harbour Street store", "wants_invoice": True},
    {"note": "<b>Calls</b> before every delivery", "imported": {"from": "Shopify", "id": 88213}},
)
# The documentation names this account, so the account gets no random values.
KNOWN_EMAIL = "customer@demo.example"


def plant_addresses(database: Database, ids: Ids) -> None:
    """Give about half of the customers one to three addresses, and a fifth some metadata."""
    random = Random(21)  # noqa: S311 - streets, not secrets
    for customer in database.all("select * from customers order by created_at, id"):
        known = customer["email"] == KNOWN_EMAIL and customer["has_account"]
        if known or random.random() < 0.2:
            change = {"metadata": METADATA[1] if known else random.choice(METADATA)}
            database.update("customers", customer["id"], change)
        if known or random.random() < 0.5:
            number = 2 if known else random.choice((1, 1, 1, 2, 3))
            for address in _addresses(customer, number, random):
                database.insert("addresses", {"id": ids.new("cuaddr"), **address})


def _addresses(customer: Row, number: int, random: Random) -> Iterator[Row]:
    names = ("Work" if customer["company_name"] else "Home", "Summer house", None)
    copied = ("first_name", "last_name", "phone", "created_at")
    for place, (street, code, city, country) in enumerate(random.sample(PLACES, number)):
        yield {
            **{name: customer[name] for name in copied},
            "address_name": names[place],
            "is_default_shipping": place == 0,
            "is_default_billing": place == 0,
            "company": customer["company_name"] if place == 0 else None,
            "address_1": street,
            "address_2": random.choice(FLOORS) if random.random() < 0.2 else None,
            "city": city,
            "country_code": country,
            "postal_code": code,
            "customer_id": customer["id"],
            "updated_at": customer["created_at"],
        }
