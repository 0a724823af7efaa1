"""Puts a customer into words, for the row and the drawer. Strangers may have written any value."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from medusa_console.domain import tokens
from medusa_console.domain.customer import Address, Customer
from medusa_console.services.store_services import StoreServices
from medusa_console.ui.kit.fact_list import Fact
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.records.column import GOES_LAST, CellStyle, Column
from medusa_console.ui.words import labels
from medusa_console.ui.words.counts import counts

_NOTHING = "—"
_MOST_ADDRESSES = 10
_MOST_ENTRIES = 30
_MOST_GROUPS = 20
_LONGEST_ENTRY = 200


class CustomerFacts:
    """The words for the customers of one store."""

    def __init__(self, services: StoreServices) -> None:
        self._services = services

    def columns(self) -> tuple[Column[Customer], ...]:
        """The columns of the customers table; the server sorts by all but the groups."""
        return (
            Column(
                "name",
                translate("CustomerFacts", "Name"),
                lambda customer: customer.name or _NOTHING,
                sort="first_name",
                style=CellStyle.STRONG,
                width=160,
                most=320,
            ),
            Column(
                "email",
                translate("CustomerFacts", "Email"),
                lambda customer: customer.email or _NOTHING,
                sort="email",
                width=250,
                takes_rest=True,
                short_samples=lambda: ["name@example.com"],
            ),
            Column(
                "account",
                translate("CustomerFacts", "Account"),
                self.account,
                sort="has_account",
                width=110,
                gives_way=GOES_LAST,
                samples=labels.accounts,
                short_samples=lambda: labels.accounts()[::2],
            ),
            Column(
                "groups",
                translate("CustomerFacts", "Groups"),
                lambda customer: _groups(customer) or _NOTHING,
                width=130,
                gives_way=1,
            ),
            Column(
                "created",
                translate("CustomerFacts", "Created"),
                lambda customer: labels.ago(customer.created_at),
                sort="created_at",
                tooltip=lambda customer: labels.to_the_second(customer.created_at),
                width=124,
                gives_way=2,
                samples=labels.longest_ages,
            ),
        )

    def account(self, customer: Customer) -> str:
        """'Account' or 'Guest', and whether the other is known to have the same email."""
        shares_email = self._services.customers.shares_email(customer)
        return labels.account(customer, shares_email=shares_email)

    def sentence(self, customer: Customer) -> str:
        """The row as a screen reader reads it."""
        parts = [
            customer.name or translate("CustomerFacts", "no name"),
            customer.email or translate("CustomerFacts", "no email"),
            ", ".join(map(labels.inside, self.account(customer).split(" · "))),
        ]
        if customer.groups:
            parts.append(translate("CustomerFacts", "in {groups}").format(groups=_groups(customer)))
        parts.append(
            translate("CustomerFacts", "created {ago}").format(ago=labels.ago(customer.created_at))
        )
        return ", ".join(shown(part) for part in parts)

    def facts(self, customer: Customer, more: Sequence[Fact] = ()) -> list[Fact]:
        """The facts that a listed customer has, without name and email, which head the drawer;
        `more` stands before the ID."""
        if customer.has_account:
            can = translate("CustomerFacts", "Yes, with the email they registered with")
            other = translate("CustomerFacts", "Also used by a guest")
        else:
            can = translate("CustomerFacts", "No, this is a guest")
            other = translate("CustomerFacts", "Also used by an account")
        facts = [Fact(translate("CustomerFacts", "Can sign in"), can)]
        if self._services.customers.shares_email(customer):
            facts.append(Fact(translate("CustomerFacts", "Shared email"), other))
        if customer.phone:
            facts.append(Fact(translate("CustomerFacts", "Phone"), shown(customer.phone)))
        if customer.company_name:
            facts.append(Fact(translate("CustomerFacts", "Company"), shown(customer.company_name)))
        groups = _groups(customer) or translate("CustomerFacts", "None")
        facts.append(Fact(translate("CustomerFacts", "Groups"), groups))
        facts.append(Fact(translate("CustomerFacts", "Created"), labels.exact(customer.created_at)))
        identity = Fact(
            translate("CustomerFacts", "ID"),
            customer.id,
            code=True,
            copies=True,
            copy_text=translate("CustomerFacts", "Copy ID"),
            beneath=True,
        )
        return [*facts, *more, identity]

    def more(self, customer: Customer) -> list[Fact]:
        """Addresses and metadata, which only a customer read by itself has."""
        addresses = [_lines(address) for address in customer.addresses[:_MOST_ADDRESSES]]
        if len(addresses) > 1:
            label = translate("CustomerFacts", "Address {number}")
            facts = [
                Fact(label.format(number=n), text, lines=True)
                for n, text in enumerate(addresses, 1)
            ]
        else:
            text = addresses[0] if addresses else translate("CustomerFacts", "None")
            facts = [Fact(translate("CustomerFacts", "Address"), text, lines=True)]
        if rest := len(customer.addresses) - len(addresses):
            facts.append(Fact(translate("CustomerFacts", "Addresses"), counts.more(rest)))
        if customer.metadata:
            text = _metadata(customer.metadata)
            facts.append(Fact(translate("CustomerFacts", "Metadata"), text, lines=True))
        return facts


def _groups(customer: Customer) -> str:
    names = [shown(group.name or group.id) for group in customer.groups[:_MOST_GROUPS]]
    if rest := len(customer.groups) - len(names):
        names.append(counts.more(rest))
    return ", ".join(names)


def _lines(address: Address) -> str:
    """The lines of an address as on a letter."""
    lines = (
        (address.address_name,),
        (address.first_name, address.last_name),
        (address.company,),
        (address.address_1,),
        (address.address_2,),
        (address.postal_code, address.city),
        (address.province,),
        ((address.country_code or "").upper(),),
        (address.phone,),
    )
    # A line break within a part must not look like the end of that part.
    texts = (" ".join(shown(part, limit=_LONGEST_ENTRY) for part in line if part) for line in lines)
    return "\n".join(text for text in texts if text) or _NOTHING


def _metadata(metadata: Mapping[str, object]) -> str:
    entries = list(metadata.items())
    lines = [f"{_entry(name)}: {_entry(_value(value))}" for name, value in entries[:_MOST_ENTRIES]]
    if rest := len(entries) - len(lines):
        lines.append(counts.more(rest))
    return "\n".join(lines)


def _entry(text: str) -> str:
    return shown(tokens.mask(text[: _LONGEST_ENTRY + 1]), limit=_LONGEST_ENTRY)


def _value(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
