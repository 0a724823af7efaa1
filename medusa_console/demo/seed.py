"""The first contents of the demo store: the shop 'Northwind EU', two years old.

Who can sign in, all with the password `demo-store`:

    maya@demo.example       Maya Lindqvist, super admin: the account the program shows
    priya@demo.example      Priya Raman, the role 'Key manager': everything about API keys
    reader@demo.example     Rasmus Holt, the role 'Auditor': `api_key:read` alone
    noroles@demo.example    Nora Olsen, no role: signs in and gets 403 everywhere
    invited@demo.example    a login that is not an admin yet: its token has no actor
    customer@demo.example   Carla Nyström, a customer of the shop, through /auth/customer/emailpass;
                            so does every other customer with an account

Jon Abara was deleted: his id survives only as `created_by` of some keys. Secret keys seeded here
have no usable `sk_`, as nobody ever saw one; make a new key to use it.

Names and numbers come from a fixed seed; ids, tokens and times are new at every planting.
"""

import secrets
import unicodedata
from datetime import datetime, timedelta
from random import Random

from medusa_console.demo.database import Database, Row
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
    PUBLISHABLE_KEYS,
    ROLES,
    SALES_CHANNELS,
    SECRET_KEYS,
    SUPER_ADMIN,
)
from medusa_console.demo.stamps import Ids, now, timestamp
from medusa_console.demo.tokens import hash_password, new_key_token, redacted
from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD

TWO_YEARS = timedelta(days=730)
CUSTOMERS = 300
TWINS = 20  # guests who share the email of an account holder
REVOKED_LATER = timedelta(days=6)


def plant(database: Database) -> None:
    """Replace whatever is in the database by the first contents."""
    database.wipe()
    Seeding(database).run()
    database.mark_seeded()


class Seeding:
    """One planting; every time is counted back from its start."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._random = Random(20)  # noqa: S311 - names, not secrets
        self._ids = Ids()
        self._start = now()
        self._policies: dict[str, str] = {}  # id by key
        self._hashed_password = hash_password(DEMO_PASSWORD)  # once: it is made to be slow
        self._jon = self._id("user", TWO_YEARS - timedelta(days=1))

    def run(self) -> None:
        channels = self._channels()
        self._policy("*", "*", "Super Admin", "Every right there is")
        for resource in PERMISSION_RESOURCES:
            for operation in OPERATIONS:
                verb, noun = operation.title(), resource.title().replace("_", "")
                self._policy(resource, operation, verb + noun, f"{verb} {noun}")
        self._roles()
        maya = self._user("Maya", "Lindqvist", DEMO_EMAIL, SUPER_ADMIN, days=730)
        priya = self._user("Priya", "Raman", "priya@demo.example", KEY_MANAGER, days=412)
        self._user("Rasmus", "Holt", "reader@demo.example", AUDITOR, days=90)
        self._user("Nora", "Olsen", "noroles@demo.example", None, days=12)
        self._login("invited@demo.example")
        self._keys(maya, priya, channels)
        self._customers(maya)
        plant_addresses(self._database, self._ids)

    def _id(self, prefix: str, age: timedelta) -> str:
        return self._ids.at(prefix, self._start - age)

    def _times(self, age: timedelta) -> Row:
        moment = timestamp(self._start - age)
        return {"created_at": moment, "updated_at": moment}

    def _channels(self) -> list[str]:
        ids = []
        for place, (name, description) in enumerate(SALES_CHANNELS):
            age = TWO_YEARS - timedelta(days=100 * place)
            channel: Row = {"id": self._id("sc", age), "name": name, "description": description}
            channel |= {"is_disabled": False, "metadata": None, **self._times(age)}
            self._database.insert("sales_channels", channel)
            ids.append(str(channel["id"]))
        return ids

    def _roles(self) -> None:
        times = self._times(TWO_YEARS)
        for role_id, name, description, permissions in ROLES:
            role = {"id": role_id, "name": name, "description": description, "metadata": None}
            self._database.insert("roles", {**role, **times})
            for right in permissions:
                held = {"id": self._id("rlpl", TWO_YEARS), "role_id": role_id, **times}
                held |= {"policy_id": self._policies[right]}
                self._database.insert("role_policies", held)

    def _policy(self, resource: str, operation: str, name: str, description: str) -> None:
        key = f"{resource}:{operation}"
        self._policies[key] = self._id("rpol", TWO_YEARS)
        policy = {
            "id": self._policies[key],
            "key": key,
            "resource": resource,
            "operation": operation,
            "name": name,
            "description": description,
            "metadata": None,
        }
        self._database.insert("policies", {**policy, **self._times(TWO_YEARS)})

    def _user(self, first: str, last: str, email: str, role: str | None, *, days: int) -> str:
        age = timedelta(days=days)
        user: Row = {
            "id": self._id("user", age),
            "first_name": first,
            "last_name": last,
            "email": email,
        }
        user |= {"avatar_url": None, "metadata": None, **self._times(age)}
        self._database.insert("users", user)
        self._login(email, user_id=user["id"])
        if role is not None:
            self._database.insert("user_roles", {"user_id": user["id"], "role_id": role})
        return str(user["id"])

    def _login(
        self, email: str, *, user_id: str | None = None, customer_id: str | None = None
    ) -> None:
        identity = {"id": self._ids.new("authid"), "email": email}
        identity |= {"password": self._hashed_password}
        self._database.insert(
            "identities", {**identity, "user_id": user_id, "customer_id": customer_id}
        )

    def _keys(self, maya: str, priya: str, channels: list[str]) -> None:
        default = self._key("publishable", "Default Publishable API Key", 730, "active", "")
        self._allow(default, channels[:1])
        automat = self._key("secret", "Key automation", 600, "active", maya)
        for title, days, state in SECRET_KEYS:
            self._key(
                "secret", title, days, state, self._creator(title, days, maya, priya, automat)
            )
        for title, days, state, count in PUBLISHABLE_KEYS:
            key = self._key("publishable", title, days, state, priya if days < 300 else maya)
            self._allow(key, channels[:count])

    def _creator(self, title: str, days: float, maya: str, priya: str, automat: str) -> str:
        if title.startswith("Jon") or 350 < days < 480:
            return self._jon
        if title.startswith("CI:"):
            return automat
        return priya if days < 200 and self._random.random() < 0.4 else maya

    def _key(self, kind: str, title: str, days: float, state: str, creator: str) -> str:
        age = timedelta(days=days, milliseconds=self._random.randrange(40_000_000))
        if days < 1:
            age = timedelta(days=days)
        token, made = new_key_token(kind), self._start - age
        revoked_at = self._revocation(state, made)
        key = {
            "id": self._id("apk", age),
            # Nobody has seen this key's sk_, so any 128 digits do for its hash.
            "token": secrets.token_hex(64) if kind == "secret" else token,
            "salt": secrets.token_hex(16),
            "redacted": redacted(token),
            "title": title,
            "type": kind,
            "last_used_at": None,
            "created_by": creator,
            "revoked_by": None if revoked_at is None else creator or None,
            "revoked_at": None if revoked_at is None else timestamp(revoked_at),
            "created_at": timestamp(made),
            "updated_at": timestamp(made if revoked_at is None else min(revoked_at, self._start)),
        }
        self._database.insert("api_keys", key)
        return str(key["id"])

    def _revocation(self, state: str, made: datetime) -> datetime | None:
        if state == "scheduled":
            return self._start + REVOKED_LATER * self._random.random() + timedelta(hours=20)
        if state == "revoked":
            return made + (self._start - made) * self._random.uniform(0.1, 0.9)
        return None

    def _allow(self, key: str, channels: list[str]) -> None:
        for channel in channels:
            self._database.insert("key_channels", {"key_id": key, "channel_id": channel})

    def _customers(self, maya: str) -> None:
        groups: list[str] = []
        for name in CUSTOMER_GROUPS:
            age = timedelta(days=500 - 40 * len(groups))
            group = {"id": self._id("cusgroup", age), "name": name, "created_by": maya}
            self._database.insert(
                "customer_groups", {**group, "metadata": None, **self._times(age)}
            )
            groups.append(str(group["id"]))
        known = self._customer("Carla", "Nyström", has_account=True, email=KNOWN_EMAIL)
        self._login(KNOWN_EMAIL, customer_id=known)
        emails: set[str] = {KNOWN_EMAIL}
        while len(emails) < CUSTOMERS - TWINS:
            first, last = self._random.choice(FIRST_NAMES), self._random.choice(LAST_NAMES)
            email = _email(first, last, len(emails))
            has_account = self._random.random() < 0.6
            customer = self._customer(first, last, has_account=has_account, email=email)
            if self._random.random() < 0.3:
                member = {"group_id": self._random.choice(groups), "customer_id": customer}
                self._database.insert("group_members", member)
            if has_account:
                self._login(email, customer_id=customer)
            emails.add(email)
        sql = "select * from customers where has_account order by email limit ?"
        for holder in self._database.all(sql, [TWINS]):
            first, last, email = holder["first_name"], holder["last_name"], holder["email"]
            self._customer(first, last, has_account=False, email=email)

    def _customer(self, first: str, last: str, *, has_account: bool, email: str) -> str:
        age = timedelta(seconds=self._random.randrange(int(TWO_YEARS.total_seconds())))
        business = self._random.random() < 0.12
        phone = f"+46 70 {self._random.randrange(10**6, 10**7)}"
        customer = {
            "id": self._id("cus", age),
            "company_name": self._random.choice(COMPANIES) if business else None,
            "first_name": first,
            "last_name": last,
            "email": email,
            "phone": phone if self._random.random() < 0.5 else None,
            "metadata": None,
            "has_account": has_account,
            "created_by": None,
            **self._times(age),
        }
        self._database.insert("customers", customer)
        return str(customer["id"])


def _email(first: str, last: str, number: int) -> str:
    plain = unicodedata.normalize("NFKD", f"{first}.{last}").encode("ascii", "ignore").decode()
    name = "".join(sign for sign in plain.lower() if sign.isalnum() or sign == ".")
    return f"{name}{number}@example.{'com' if number % 3 else 'org'}"
