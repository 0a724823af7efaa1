"""What the leak desk says of a found key: whose it is, whether it works, and what is proven."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.errors import ConsoleError, OutcomeUnknown
from medusa_console.domain.leak_answers import (
    Finding,
    StoreAnswer,
    WhyNot,
)
from medusa_console.domain.leaks import FoundKey, Place
from medusa_console.domain.moments import is_known
from medusa_console.domain.store import Store
from medusa_console.domain.tokens import Form
from medusa_console.services.store_services import StoreServices
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels
from medusa_console.ui.words.counts import counts
from medusa_console.ui.words.errors import explain

_RECENT = timedelta(days=1)
_SAME_MOMENT = timedelta(seconds=2)
_MINUTE = 60
_MOST_PLACES = 5
_TITLE = 40
"""Characters of a title in a button, where every one takes room."""


def kind(key: FoundKey) -> str:
    """What was found, and how much of it: 'Secret key, cut short'."""
    words = {
        (KeyType.SECRET, Form.WHOLE): translate("leaks", "Secret key"),
        (KeyType.SECRET, Form.CUT): translate("leaks", "Secret key, cut short"),
        (KeyType.SECRET, Form.REDACTED): translate("leaks", "Secret key, shortened form"),
        (KeyType.PUBLISHABLE, Form.WHOLE): translate("leaks", "Publishable key"),
        (KeyType.PUBLISHABLE, Form.CUT): translate("leaks", "Publishable key, cut short"),
        (KeyType.PUBLISHABLE, Form.REDACTED): translate("leaks", "Publishable key, shortened form"),
    }
    return words.get((key.type, key.form), words[key.type, Form.CUT])


def copied(seconds: float) -> str:
    """Says that this program itself put the key on the clipboard."""
    if seconds < _MINUTE:
        return counts.created_seconds_ago(int(seconds))
    return counts.created_minutes_ago(int(seconds // _MINUTE))


def place(where: Place, written: Callable[[str], str] = shown) -> str:
    """'line 14, MEDUSA_API_KEY'; of a scanner's report also repository, file, commit, author.
    `written` makes what strangers wrote harmless where it is read."""
    strangers = (where.repository, where.file, where.name, where.commit, where.author, where.date)
    repository, file, *others = (written(part) for part in strangers)
    line = ""
    if where.line:
        line = translate("leaks", "line {number}").format(number=labels.number(where.line))
    return ", ".join(part for part in (repository, file, line, *others) if part)


def place_lines(key: FoundKey, written: Callable[[str], str] = shown) -> list[str]:
    """The first places where a key stood, and how many more there are."""
    seen = key.places[:_MOST_PLACES]
    told = [text for one in seen if (text := place(one, written))]
    rest = key.count - len(seen)
    return [*told, counts.more_places(rest)] if told and rest else told


def in_store(store: Store) -> str:
    """'Northwind EU (live)'."""
    return translate("leaks", "{store} ({environment})").format(
        store=shown(store.name), environment=labels.inside(labels.environment(store.environment))
    )


def utc(moment: datetime, *, day: bool = False) -> str:
    """'14:03:07 UTC', the same for everybody who reads it; with the `day` before it."""
    form = "%Y-%m-%d %H:%M:%S" if day else "%H:%M:%S"
    return f"{moment.astimezone(UTC):{form}} UTC" if is_known(moment) else labels.clock(moment)


def title(key: ApiKey, *, limit: int = 300) -> str:
    """The title of a record, as it may stand in a sentence."""
    return shown(key.title, limit=limit) if key.title else translate("leaks", "(no title)")


def quoted(key: ApiKey) -> str:
    """'“ERP nightly sync”, apk_…': which of several records is meant."""
    return translate("leaks", "“{title}”, {id}").format(title=title(key), id=shown(key.id))


def revoke(key: ApiKey, store: Store) -> str:
    """The button that names key and store: 'Revoke “ERP nightly sync” in Northwind EU (live)'."""
    return translate("leaks", "Revoke “{title}” in {store}").format(
        title=title(key, limit=_TITLE), store=in_store(store)
    )


# One store's answer


def headline(answer: StoreAnswer, *, works: bool = True) -> str:
    """Whether the key works in that store right now. `works`: the record of a publishable key is
    not revoked."""
    store = shown(answer.store.name)
    match answer.finding:
        case Finding.THIS_KEY | Finding.ACCEPTED:
            text = translate("leaks", "It works right now")
        case Finding.PUBLISHABLE:
            text = (
                translate("leaks", "Active, and public by design")
                if works
                else translate("leaks", "It does not work here")
            )
        case Finding.CANDIDATES:
            text = translate("leaks", "It is not known whether it works")
        case Finding.ANOTHER_KEY | Finding.REVOKED_ALIKE | Finding.REFUSED:
            text = translate("leaks", "It does not work here")
        case Finding.LISTING:
            text = translate("leaks", "Reading the keys of {store}…").format(store=store)
        case Finding.ASKING:
            text = translate("leaks", "Asking {store}…").format(store=store)
        case Finding.LISTED | Finding.CANNOT_LIST:
            text = translate("leaks", "Not checked yet")
        case Finding.NOT_LISTED:
            text = translate("leaks", "Not in {store}").format(store=store)
        case Finding.NOT_READ_TO_THE_END:
            text = translate("leaks", "Not found in {store} so far").format(store=store)
        case Finding.NOT_SIGNED_IN:
            text = translate("leaks", "Not signed in to {store}").format(store=store)
        case Finding.UNREACHABLE:
            text = translate("leaks", "{store} is not reachable").format(store=store)
        case Finding.IN_TROUBLE:
            text = translate("leaks", "{store} is in trouble").format(store=store)
    return text


def finding(answer: StoreAnswer, key: FoundKey, *, listing: int, revoked_by: str = "") -> str:
    """What the headline rests on, in a sentence or two. `listing` is the number of stores that list
    the key; `revoked_by` names who revoked the record that looks alike."""
    store = shown(answer.store.name)
    match answer.finding:
        case Finding.THIS_KEY:
            text = translate("leaks", "{store} accepted this very key at {time}.")
            return text.format(store=store, time=_accepted(answer))
        case Finding.ACCEPTED:
            return _accepted_unnamed(answer)
        case Finding.PUBLISHABLE:
            return translate(
                "leaks",
                "Every storefront that uses it shows this key to everybody. Finding it is not a "
                "leak.",
            )
        case Finding.CANDIDATES if len(answer.records) == 1:
            return translate(
                "leaks",
                "This is not the secret and does not prove a leak. It may belong to this key.",
            )
        case Finding.CANDIDATES:
            return translate(
                "leaks",
                "This is not the secret and does not prove a leak. It may belong to one of these "
                "keys.",
            )
        case Finding.ANOTHER_KEY:
            return _another(answer.records)
        case Finding.REVOKED_ALIKE:
            return _revoked_alike(answer.records, revoked_by)
        case Finding.REFUSED:
            return translate(
                "leaks",
                "Refused. Your account can't view the keys of {store}, so nobody can say whether "
                "it was one of them.",
            ).format(store=store)
        case Finding.LISTED:
            return _not_presented(answer, listing)
        case Finding.CANNOT_LIST:
            return _cannot_list(store, key)
        case Finding.NOT_READ_TO_THE_END:
            return counts.not_among_keys(answer.read, store)
        case Finding.NOT_SIGNED_IN:
            return translate("leaks", "Sign in, and this store is checked at once.")
        case Finding.UNREACHABLE:
            return with_error(translate("leaks", "It could not be asked."), answer.error)
        case Finding.IN_TROUBLE:
            return with_error(
                translate("leaks", "Its answer says nothing about the key."), answer.error
            )
        case _:
            return ""


def nowhere(stores: Sequence[Store], *, elsewhere: bool) -> str:
    """Says that `stores` do not list the key, and, unless a store has it `elsewhere`, what that
    means."""
    if elsewhere:
        return translate("leaks", "Not in {stores}.").format(stores=names(stores))
    if len(stores) == 1:
        return translate(
            "leaks",
            "Not in {store}: deleted, another store's, or never a key. A store cannot tell which. "
            "That does not prove that it is dead.",
        ).format(store=shown(stores[0].name))
    return counts.not_in_stores(len(stores))


def names(stores: Sequence[Store]) -> str:
    """The names of stores, side by side."""
    return ", ".join(shown(store.name) for store in stores)


def reading(stores: Sequence[Store]) -> str:
    """The stores whose keys are being listed."""
    return translate("leaks", "Reading the keys of {stores}…").format(stores=names(stores))


def still_accepted(stores: Sequence[Store]) -> str:
    """The stores in which the key still works."""
    return translate("leaks", "Still accepted by {stores}").format(stores=names(stores))


def not_asked(answers: Sequence[StoreAnswer]) -> str:
    """The stores that were not asked, and why."""
    told = (
        translate("leaks", "{store} ({why})").format(
            store=shown(answer.store.name), why=_why_not_asked(answer.finding)
        )
        for answer in answers
    )
    return counts.stores_not_asked(len(answers), ", ".join(told))


def _why_not_asked(why: Finding) -> str:
    return {
        Finding.LISTING: translate("leaks", "still reading its keys"),
        Finding.LISTED: translate("leaks", "lists this key"),
        Finding.ASKING: translate("leaks", "being asked"),
        Finding.NOT_READ_TO_THE_END: translate("leaks", "not read to the end"),
        Finding.CANNOT_LIST: translate("leaks", "can't view its keys"),
        Finding.NOT_SIGNED_IN: translate("leaks", "not signed in"),
        Finding.UNREACHABLE: translate("leaks", "not reachable"),
        Finding.IN_TROUBLE: translate("leaks", "in trouble"),
    }[why]


def _accepted(answer: StoreAnswer) -> str:
    return utc(answer.accepted_at) if answer.accepted_at is not None else ""


def _accepted_unnamed(answer: StoreAnswer) -> str:
    if answer.records:
        text = translate(
            "leaks",
            "Accepted at {time}, but the store did not say which key. It may be one of these.",
        )
    elif answer.named:
        text = translate(
            "leaks",
            "Accepted at {time}, but the store did not say which key of its list it is. "
            "It named {id}.",
        )
    else:
        text = translate("leaks", "Accepted at {time}, but the store did not say which key.")
    return text.format(time=_accepted(answer), id=shown(answer.named))


def _another(records: Sequence[ApiKey]) -> str:
    if len(records) == 1:
        return translate(
            "leaks",
            "Refused. “{title}” only looks the same in the shortened form; it is another key.",
        ).format(title=title(records[0]))
    return translate(
        "leaks",
        "Refused. These keys only look the same in the shortened form; they are other keys.",
    )


def _revoked_alike(records: Sequence[ApiKey], revoked_by: str) -> str:
    if len(records) != 1:
        return translate(
            "leaks",
            "Refused. Revoked keys with this shortened form exist. It is probably one of these.",
        )
    (key,) = records
    if key.revoked_at is not None and is_known(key.revoked_at) and revoked_by:
        text = translate(
            "leaks",
            "A revoked key with this shortened form exists: “{title}”, revoked by {who} on "
            "{time}. It is probably this one.",
        )
        return text.format(title=title(key), who=revoked_by, time=labels.exact(key.revoked_at))
    return translate(
        "leaks",
        "A revoked key with this shortened form exists: “{title}”. It is probably this one.",
    ).format(title=title(key))


def _not_presented(answer: StoreAnswer, listing: int) -> str:
    match answer.why_not:
        case WhyNot.SEVERAL_STORES if listing == 2:
            return translate(
                "leaks",
                "Two stores list this key: one may be a copy of the other, or may lie. Nothing was "
                "sent yet. Choose which one to ask.",
            )
        case WhyNot.SEVERAL_STORES:
            return counts.stores_list_it(listing)
        case WhyNot.LATE:
            return translate(
                "leaks",
                "The list of {store} came late, and this key is in it. Nothing was sent yet.",
            ).format(store=shown(answer.store.name))
        case WhyNot.NEW_RECORD:
            return translate(
                "leaks",
                "{store} lists a key that looks like this one, but did not when it was read "
                "before. Nothing was sent yet.",
            ).format(store=shown(answer.store.name))
        case None if answer.presented:
            return translate("leaks", "{store} lists this key. Its answer did not come.").format(
                store=shown(answer.store.name)
            )
        case None:
            return translate(
                "leaks", "{store} lists this key. Waiting for the lists of the other stores…"
            ).format(store=shown(answer.store.name))


def _cannot_list(store: str, key: FoundKey) -> str:
    if key.secret is None or key.type is KeyType.PUBLISHABLE:
        return translate(
            "leaks", "Your account can't view the keys of {store}. Nothing was sent."
        ).format(store=store)
    return translate(
        "leaks",
        "Your account can't view the keys of {store}. Nothing was sent. “Check here” sends this "
        "one key to this one store.",
    ).format(store=store)


def with_error(text: str, error: ConsoleError | None) -> str:
    """`text`, and the words for the error that led to it."""
    if isinstance(error, OutcomeUnknown):
        error = error.cause  # that nothing is known for sure is said already
    return text if error is None else f"{text} {explain(error).sentence}"


# The record


def changed(key: ApiKey, now: datetime) -> str:
    """When a record was changed lately; "" if it was not. Whoever has the key may have chosen its
    title, where roles are off."""
    moment = key.updated_at
    if moment is None or not is_known(moment) or moment - key.created_at <= _SAME_MOMENT:
        return ""
    if now - moment > _RECENT:
        return ""
    text = translate("leaks", "{ago} (Medusa does not say what)")
    return text.format(ago=labels.ago(moment, now))


def can(services: StoreServices | None, key: FoundKey) -> str:
    """What whoever has the key can do with it."""
    if key.type is KeyType.PUBLISHABLE:
        return translate("leaks", "What every visitor of a storefront can")
    barred = None if services is None else services.permissions.value.bars_keys
    if barred is None:
        return translate("leaks", "Unknown: the store did not say what roles allow it")
    if not barred:
        return translate("leaks", "Everything: roles are off")
    # Medusa 2.21.2 asks for no permission to search (docs/leaks.md).
    return translate(
        "leaks",
        "Nothing that needs a role. But the store's search shows it names and emails of customers "
        "and admins, and routes that the shop has added may be open to it",
    )
