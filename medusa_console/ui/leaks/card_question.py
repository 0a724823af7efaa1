"""The questions before a key is revoked, or shown to a store that may not be listed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from medusa_console.clock import Clock
from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.leak_answers import Case, Finding, StoreAnswer
from medusa_console.domain.store import Store
from medusa_console.services.store_services import StoreServices
from medusa_console.ui.kit.ask import confirm
from medusa_console.ui.kit.fact_list import Fact
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.leaks.card_record import identity
from medusa_console.ui.words import labels
from medusa_console.ui.words import leaks as words
from medusa_console.ui.words.errors import explain


async def ask_to_revoke(
    parent: QWidget,
    case: Case,
    answer: StoreAnswer,
    record: ApiKey,
    services: StoreServices,
    clock: Clock,
) -> bool:
    """Whether to revoke `record`, of which the question says what the card says. Of a publishable
    key, it also tells which storefronts stop, as far as the store tells them now."""
    store = services.store
    facts = identity(record, services, redacted=True)
    if record.type is KeyType.PUBLISHABLE:
        facts.insert(0, await _channels(record, services))  # in sight in the lowest window
        breaks = translate("leaks", "Storefronts that use it stop working immediately.")
    else:
        breaks = translate(
            "leaks", "Anything that uses it stops working immediately. This cannot be undone."
        )
    return await confirm(
        parent,
        store,
        translate("leaks", "Revoke “{title}”?").format(title=words.title(record)),
        breaks,
        action=translate("leaks", "Revoke key"),
        keep=translate("leaks", "Keep key"),
        danger=True,
        clock=clock,
        facts=facts,
        known=_known(case, answer),
        note=translate("leaks", "Medusa does not record where a key is used."),
    )


async def ask_to_check(parent: QWidget, store: Store, clock: Clock) -> bool:
    """Whether to show the key to `store`, of which nothing says that the key is its own."""
    name = shown(store.name)
    return await confirm(
        parent,
        store,
        translate("leaks", "Send this key to {store}?").format(store=name),
        translate(
            "leaks",
            "This one key goes to this one store, to see whether it is accepted. If it belongs to "
            "another store, whoever runs {store} could read it.",
        ).format(store=name),
        action=translate("leaks", "Check here"),
        keep=translate("leaks", "Don't send"),
        danger=False,
        clock=clock,
    )


def _known(case: Case, answer: StoreAnswer) -> str:
    """What speaks against a revoke."""
    parts = []
    if case.copied_ago is not None:
        parts.append(words.copied(case.copied_ago))
    if answer.finding is Finding.CANDIDATES:
        parts.append(
            translate("leaks", "What was found is not the secret and does not prove a leak.")
        )
    if answer.finding is Finding.ACCEPTED:
        parts.append(
            translate("leaks", "The store accepted the key, but did not say that it is this one.")
        )
    if answer.finding is Finding.PUBLISHABLE:
        parts.append(
            translate("leaks", "A publishable key is public by design. Finding it is not a leak.")
        )
    return "\n".join(parts)


async def _channels(record: ApiKey, services: StoreServices) -> Fact:
    try:
        channels = labels.channels((await services.keys.get(record.id)).value)
    except ConsoleError as error:
        channels = translate("leaks", "Not known. {why}").format(why=explain(error).sentence)
    return Fact(translate("leaks", "Sales channels"), channels)
