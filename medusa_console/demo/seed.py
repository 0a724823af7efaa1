"""The first contents of the demo store: the shop 'Northwind EU', two years old.

Who can sign in, all with the password `demo-store`:

    maya@demo.example       Maya Lindqvist, super admin: the account the program shows; she gets in
                            through the workplace, too
    priya@demo.example      Priya Raman, the role 'Key manager': everything about API keys; the
                            workplace knows her, and the store does not know that yet
    reader@demo.example     Rasmus Holt, the role 'Auditor': `api_key:read` alone
    noroles@demo.example    Nora Olsen, no role: signs in and gets 403 everywhere
    invited@demo.example    a login that is not an admin yet: its token has no actor
    customer@demo.example   Carla Nyström, a customer of the shop, through /auth/customer/emailpass;
                            so does every other customer with an account

Jon Abara was deleted: his id is left only as `created_by` of some keys. Nobody has the `sk_` of a
secret key in these contents; create a new key to use one.

Names and numbers come from a fixed seed; ids, tokens and times differ in every new store.
"""

import secrets
import unicodedata
from datetime import datetime, timedelta
from itertools import product
from random import Random
from typing import Any

from medusa_console.demo.database import Database
from medusa_console.demo.seed_addresses import KNOWN_EMAIL, plant_addresses
from medusa_console.demo.seed_words import (
    AUDITOR,
    COMPANIES,
    CUSTOMER_GROUPS,
    FIRST_NAMES,
    KEY_MANAGER,
    LAST_NAMES,
    OPERATIONS,
    PERMISSION_RESOURCES,
    PRODUCTS,
    PUBLISHABLE_KEYS,
    REGIONS,
    ROLES,
    SALES_CHANNELS,
    SECRET_KEYS,
    SUPER_ADMIN,
)
from medusa_console.demo.sign_in_page import PEOPLE
from medusa_console.demo.stamps import Ids, now, timestamp
from medusa_console.demo.tokens import hash_password, new_key_token
from medusa_console.demo.ways_in import WORKPLACE
from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD
from medusa_console.domain.tokens import redact

TWO_YEARS = 730  # days
CUSTOMERS = 300
SHARED_EMAILS = 20  # guests who share the email of an account
REVOKED_LATER = timedelta(days=6)


def plant(database: Database) -> None:
    """Replace everything in the database by the first contents."""
    database.wipe()
    Seeding(database).run()
    database.mark_seeded()


class Seeding:
    """Writes the first contents once; every time is counted back from the start of the writing."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._random = Random(20)  # noqa: S311 - names, not secrets
        self._ids = Ids()
        self._start = now()
        self._hashed_password = hash_password(DEMO_PASSWORD)  # once, because hashing is slow

    def run(self) -> None:
        channels = [
            self._add("sales_channels", "sc", days, name=name, description=text, is_disabled=False)
            for days, name, text in SALES_CHANNELS
        ]
        shop = {"name": "Northwind EU", "default_sales_channel_id": channels[0]}
        self._add("stores", "store", TWO_YEARS, **shop)
        self._goods(channels)
        self._roles()
        maya = self._user("Maya", "Lindqvist", DEMO_EMAIL, SUPER_ADMIN, days=730)
        priya = self._user("Priya", "Raman", "priya@demo.example", KEY_MANAGER, days=412)
        self._user("Rasmus", "Holt", "reader@demo.example", AUDITOR, days=90)
        self._user("Nora", "Olsen", "noroles@demo.example", None, days=12)
        self._login("invited@demo.example")
        known = {"email": DEMO_EMAIL, "name": PEOPLE[DEMO_EMAIL]}
        there = {"id": self._ids.new("authid"), "email": DEMO_EMAIL, "provider": WORKPLACE}
        self._database.insert("identities", there | {"user_metadata": known, "user_id": maya})
        self._keys(maya, priya, channels)
        self._customers(maya)
        plant_addresses(self._database, self._ids)

    def _add(self, table: str, prefix: str, days: float, **values: Any) -> str:
        """Insert a record of that age in days; returns the record's id."""
        age = timedelta(days=days)
        record_id = self._ids.at(prefix, self._start - age)
        moment = timestamp(self._start - age)
        record = {"id": record_id, "created_at": moment, "updated_at": moment}
        self._database.insert(table, record | values)
        return record_id

    def _goods(self, channels: list[str]) -> None:
        for name, currency in REGIONS:
            self._add("regions", "reg", TWO_YEARS, name=name, currency_code=currency)
        for title, count, status in PRODUCTS:
            product = self._add("products", "prod", TWO_YEARS, title=title, status=status)
            for channel in channels[:count]:
                sold = {"product_id": product, "channel_id": channel}
                self._database.insert("product_channels", sold)

    def _roles(self) -> None:
        policies = {}
        for resource, operation in (("*", "*"), *product(PERMISSION_RESOURCES, OPERATIONS)):
            verb, noun = operation.title(), resource.title().replace("_", "")
            key = f"{resource}:{operation}"
            policies[key] = self._add(
                "policies",
                "rpol",
                TWO_YEARS,
                key=key,
                resource=resource,
                operation=operation,
                name=verb + noun,
                description=f"{verb} {noun}",
            )
        for role_id, name, description, permissions in ROLES:
            self._add("roles", "role", TWO_YEARS, id=role_id, name=name, description=description)
            for key in permissions:
                held = {"role_id": role_id, "policy_id": policies[key]}
                self._add("role_policies", "rlpl", TWO_YEARS, **held)

    def _user(self, first: str, last: str, email: str, role: str | None, *, days: int) -> str:
        user = self._add("users", "user", days, first_name=first, last_name=last, email=email)
        self._login(email, user_id=user)
        if role is not None:
            self._database.insert("user_roles", {"user_id": user, "role_id": role})
        return user

    def _login(self, email: str, **actor: str) -> None:
        """Insert a login; `actor` is its `user_id` or `customer_id`."""
        login = {"id": self._ids.new("authid"), "email": email, "password": self._hashed_password}
        self._database.insert("identities", login | actor)

    def _keys(self, maya: str, priya: str, channels: list[str]) -> None:
        jon = self._ids.at("user", self._start - timedelta(days=TWO_YEARS - 1))
        default = self._key("publishable", "Default Publishable API Key", 730, "active", "")
        self._allow(default, channels[:1])
        automation = self._key("secret", "Key automation", 600, "active", maya)
        for title, days, state in SECRET_KEYS:
            if title.startswith("Jon") or 350 < days < 480:
                creator = jon
            elif title.startswith("CI:"):
                creator = automation
            else:
                creator = priya if days < 200 and self._random.random() < 0.4 else maya
            self._key("secret", title, days, state, creator)
        for title, days, state, count in PUBLISHABLE_KEYS:
            key = self._key("publishable", title, days, state, priya if days < 300 else maya)
            self._allow(key, channels[:count])

    def _key(self, kind: str, title: str, days: float, state: str, creator: str) -> str:
        later = self._random.randrange(40_000_000) / 86_400_000
        age = days if days < 1 else days + later
        made, token = self._start - timedelta(days=age), new_key_token(kind)
        revoked: dict[str, str] = {}
        if state != "active":
            revoked_at = self._revocation(state, made)
            revoked = {
                "revoked_at": timestamp(revoked_at),
                "revoked_by": creator,
                "updated_at": timestamp(min(revoked_at, self._start)),
            }
        return self._add(
            "api_keys",
            "apk",
            age,
            # Nobody has this key's sk_, so any 128 digits do for its hash.
            token=secrets.token_hex(64) if kind == "secret" else token,
            salt=secrets.token_hex(16),
            redacted=redact(token),
            title=title,
            type=kind,
            created_by=creator,
            **revoked,
        )

    def _revocation(self, state: str, made: datetime) -> datetime:
        if state == "scheduled":
            return self._start + REVOKED_LATER * self._random.random() + timedelta(hours=20)
        return made + (self._start - made) * self._random.uniform(0.1, 0.9)

    def _allow(self, key: str, channels: list[str]) -> None:
        for channel in channels:
            self._database.insert("key_channels", {"key_id": key, "channel_id": channel})

    def _customers(self, maya: str) -> None:
        groups = [
            self._add("customer_groups", "cusgroup", days, name=name, created_by=maya)
            for days, name in CUSTOMER_GROUPS
        ]
        known = self._customer("Carla", "Nyström", has_account=True, email=KNOWN_EMAIL)
        self._login(KNOWN_EMAIL, customer_id=known)
        for number in range(1, CUSTOMERS - SHARED_EMAILS):
            first, last = self._random.choice(FIRST_NAMES), self._random.choice(LAST_NAMES)
            email = _email(first, last, number)
            has_account = self._random.random() < 0.6
            customer = self._customer(first, last, has_account=has_account, email=email)
            if self._random.random() < 0.3:
                member = {"group_id": self._random.choice(groups), "customer_id": customer}
                self._database.insert("group_members", member)
            if has_account:
                self._login(email, customer_id=customer)
        sql = "select * from customers where has_account order by email limit ?"
        for holder in self._database.all(sql, [SHARED_EMAILS]):
            first, last, email = holder["first_name"], holder["last_name"], holder["email"]
            self._customer(first, last, has_account=False, email=email)

    def _customer(self, first: str, last: str, *, has_account: bool, email: str) -> str:
        age = self._random.randrange(TWO_YEARS * 86_400) / 86_400
        business = self._random.random() < 0.12
        phone = f"+46 70 {self._random.randrange(10**6, 10**7)}"
        return self._add(
            "customers",
            "cus",
            age,
            company_name=self._random.choice(COMPANIES) if business else None,
            first_name=first,
            last_name=last,
            email=email,
            phone=phone if self._random.random() < 0.5 else None,
            has_account=has_account,
        )


def _email(first: str, last: str, number: int) -> str:
    plain = unicodedata.normalize("NFKD", f"{first}.{last}").encode("ascii", "ignore").decode()
    name = "".join(sign for sign in plain.lower() if sign.isalnum() or sign == ".")
    return f"{name}{number}@example.{'com' if number % 3 else 'org'}"
