"""Why a key fails, in words: what is known, what that rests on, and what to do."""

from __future__ import annotations

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.key_doctor import BY_NAME, WORKING, Diagnosed, Diagnosis
from medusa_console.domain.moments import is_known
from medusa_console.domain.store import Store
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels, leaks
from medusa_console.ui.words.counts import counts


def headline(told: Diagnosed, store: Store, *, slipped: bool) -> str:
    """What can be known, in one sentence. `slipped`: something is wrong with the request."""
    if slipped and told.diagnosis in WORKING:
        text = translate("key_doctor", "{store} accepts this key, but not this request")
    else:
        text = _headline(told.diagnosis)
    return text.format(store=shown(store.name))


def _headline(told: Diagnosis) -> str:
    match told:
        case Diagnosis.NOTHING_PASTED:
            return translate("key_doctor", "No key found in what was pasted")
        case Diagnosis.SEVERAL_KEYS:
            return translate("key_doctor", "More than one key was pasted")
        case Diagnosis.NOT_WHOLE:
            return translate("key_doctor", "This is not a whole key, so no store accepts it")
        case Diagnosis.LEAKED:
            return translate("key_doctor", "This key leaked: revoke it")
        case Diagnosis.REVOKED:
            return translate("key_doctor", "This key is revoked")
        case Diagnosis.ENDED:
            return translate("key_doctor", "This key is past its planned end")
        case Diagnosis.NOT_LISTED:
            return translate("key_doctor", "{store} has no such key")
        case Diagnosis.NOT_IN_WHAT_WAS_READ:
            return translate("key_doctor", "Not found in {store} so far")
        case Diagnosis.LOOKS_ALIKE | Diagnosis.REFUSED:
            return translate("key_doctor", "{store} refuses this key")
        case Diagnosis.BLOCKED_BY_ROLES:
            return translate("key_doctor", "{store} accepts this key, but roles stand in its way")
        case Diagnosis.ACCEPTED:
            return translate("key_doctor", "{store} accepts this key, so the trouble is elsewhere")
        case Diagnosis.NO_CHANNEL:
            return translate("key_doctor", "This key has no sales channel")
        case Diagnosis.NO_PRODUCTS:
            return translate("key_doctor", "{store} accepts this key, but has no products for it")
        case Diagnosis.ACTIVE:
            return translate("key_doctor", "By its record, this key is active")
        case Diagnosis.CANNOT_LIST:
            return translate("key_doctor", "Your account can't view the keys of {store}")
        case Diagnosis.NOT_PRESENTED:
            return translate("key_doctor", "Not checked yet")
        case Diagnosis.NOT_SIGNED_IN:
            return translate("key_doctor", "Not signed in to {store}")
        case Diagnosis.UNREACHABLE:
            return translate("key_doctor", "{store} is not reachable")
        case Diagnosis.IN_TROUBLE:
            return translate("key_doctor", "{store} is in trouble")


def role(told: Diagnosed, *, slipped: bool) -> str:
    """The role of the headline."""
    if told.diagnosis is Diagnosis.LEAKED:
        return "danger"
    if told.diagnosis is Diagnosis.ACCEPTED and not slipped:
        return "good"
    return "strong" if told.diagnosis is Diagnosis.ACTIVE else "caution"


def why(
    told: Diagnosed,
    store: Store,
    *,
    opened: ApiKey | None,
    who: str,
    slipped: bool,
    here: bool = True,
) -> str:
    """What the headline rests on, and what to do. `opened` is the record that the user means, and
    `who` names who revoked the key, or set its end. `here`: a key that no list shows may be
    presented from here, and not only from its card on the leak desk."""
    name = shown(store.name)
    if slipped and told.diagnosis in WORKING:
        text = translate("key_doctor", "Tried just now. Fix what stands below.")
        if told.diagnosis is not Diagnosis.ACCEPTED:
            text = f"{text} {_sentence(told, name)}"
    else:
        text = _why(told, name, who)
    if told.diagnosis in BY_NAME:
        text = f"{text} {_check_here() if here else _on_its_card()}"
    return " ".join(part for part in (text, _another(told, opened)) if part)


def _another(told: Diagnosed, opened: ApiKey | None) -> str:
    """That what was pasted is not the key whose record is open."""
    if opened is None or told.key_type is None:
        return ""
    if told.record is not None and told.record.id != opened.id:
        text = translate("key_doctor", "It is “{other}”, not “{title}”.")
        return text.format(other=leaks.title(told.record), title=leaks.title(opened))
    if told.record is None and told.diagnosis is Diagnosis.NOT_LISTED:
        text = translate("key_doctor", "It is not “{title}”, whose shortened form is {form}.")
        return text.format(title=leaks.title(opened), form=shown(opened.redacted))
    return ""


def _why(told: Diagnosed, store: str, who: str) -> str:
    match told.diagnosis:
        case Diagnosis.REVOKED | Diagnosis.ENDED:
            return _dead(told, who)
        case Diagnosis.LOOKS_ALIKE:
            return _alike(told)
        case Diagnosis.NOT_IN_WHAT_WAS_READ:
            read = counts.not_among_keys(told.read, store)
            return translate("key_doctor", "{read} Nothing was sent.").format(read=read)
        case Diagnosis.UNREACHABLE:
            text = translate("key_doctor", "It could not be asked.")
            return leaks.with_error(text, told.error)
        case Diagnosis.IN_TROUBLE:
            text = translate("key_doctor", "Its answer says nothing about the key.")
            return leaks.with_error(text, told.error)
        case _:
            return _sentence(told, store)


def _sentence(told: Diagnosed, store: str) -> str:
    match told.diagnosis:
        case Diagnosis.BLOCKED_BY_ROLES:
            return _blocked()
        case Diagnosis.ACTIVE:
            return _active(told.roles)
        case Diagnosis.ACCEPTED if told.key_type is KeyType.SECRET:
            return _accepted(told.roles)
        case Diagnosis.ACCEPTED:
            return translate(
                "key_doctor",
                "Tried just now, as a storefront asks. Compare what your storefront sends: the "
                "address, the header x-publishable-api-key, and whether it still reads an older "
                "key.",
            )
        case diagnosis:
            return _SENTENCES[diagnosis]().format(store=store)


def _blocked() -> str:
    return translate(
        "key_doctor",
        "Roles are on, and a secret key has none: nearly every route of /admin answers 403 "
        "Forbidden to it. Open to it are the search, the lists of plugins, search indexes and "
        "feature flags, and routes that the shop has added without asking for a permission. For "
        "everything else, let the program sign in as an admin who has a role.",
    )


def _accepted(roles: bool | None) -> str:
    text = translate(
        "key_doctor",
        "Tried just now. Compare what your program sends: the address, the header, and whether it "
        "still reads an older key.",
    )
    if roles is None:
        more = translate(
            "key_doctor",
            "What roles allow this key is not known: if the answer is 403, a role is missing.",
        )
        return f"{text} {more}"
    return text


def _dead(told: Diagnosed, who: str) -> str:
    record = told.record
    publishable = told.key_type is KeyType.PUBLISHABLE
    then = (
        translate("key_doctor", "Reactivate it, or create a new one.")
        if publishable
        else translate("key_doctor", "Medusa revives no secret key: create a new one.")
    )
    if record is None or record.revoked_at is None or not is_known(record.revoked_at):
        past = translate("key_doctor", "All keys with this shortened form are revoked or ended.")
    elif told.diagnosis is Diagnosis.ENDED:
        past = translate("key_doctor", "“{title}” ended on {time}, as {who} had planned.")
    else:
        past = translate("key_doctor", "“{title}” was revoked on {time} by {who}.")
    if record is not None and record.revoked_at is not None:
        past = past.format(title=leaks.title(record), time=labels.exact(record.revoked_at), who=who)
    return f"{past} {then}"


def _alike(told: Diagnosed) -> str:
    end = translate("key_doctor", "Copy the key again from where it was saved.")
    if told.record is None:
        text = translate(
            "key_doctor",
            "Keys in its list only look the same in the shortened form; they are other keys.",
        )
    else:
        text = translate(
            "key_doctor",
            "“{title}” only looks the same in the shortened form; it is another key.",
        ).format(title=leaks.title(told.record))
    return f"{text} {end}"


def _check_here() -> str:
    return translate(
        "key_doctor",
        "“Check here” sends this one key to this one store: if it is another store's, whoever runs "
        "this one could read it.",
    )


def _on_its_card() -> str:
    return translate("key_doctor", "On its card, choose which store to ask.")


def _nothing() -> str:
    return translate(
        "key_doctor",
        "Paste the key itself, or all of the request that fails: a curl line, an HTTP request, a "
        "line of an .env file or of code.",
    )


def _several() -> str:
    return translate("key_doctor", "Paste the one that fails, or its request alone.")


def _not_whole() -> str:
    return translate(
        "key_doctor",
        "A key is “sk_” or “pk_” and 64 digits. Nothing was sent.",
    )


def _leaked() -> str:
    return translate(
        "key_doctor",
        "It was found in a text that leaked, or was made by a key that leaked, and it works. "
        "Replace it instead of repairing what uses it. It was not sent again.",
    )


def _not_listed() -> str:
    return translate(
        "key_doctor",
        "It was deleted, is another store's, or never was a key: a store cannot tell which. "
        "Nothing was sent. Compare the address and the key.",
    )


def _refused() -> str:
    return translate(
        "key_doctor",
        "It is revoked, has ended, was deleted, or is another store's. Your account can't view the "
        "keys of {store}, so nobody can say which.",
    )


def _no_channel() -> str:
    return translate(
        "key_doctor",
        "{store} accepts it, but answers every request for products with an error until it has a "
        "sales channel. Add one on the page API keys.",
    )


def _no_products() -> str:
    return translate(
        "key_doctor",
        "No published product is in its sales channels. Publish products, add them to a channel of "
        "this key, or give the key another channel.",
    )


def _active(roles: bool | None) -> str:
    text = translate(
        "key_doctor",
        "Medusa shows a secret key only once, so it cannot be tried from here. Paste the key that "
        "fails, or all of its request.",
    )
    if roles is True:
        more = translate(
            "key_doctor",
            "Roles are on, and a secret key has none: nearly every route of /admin answers 403 "
            "Forbidden to it.",
        )
        return f"{more} {text}"
    return text


def _cannot_list() -> str:
    return translate("key_doctor", "So nobody can say whether it is one of them. Nothing was sent.")


def _not_presented() -> str:
    return translate("key_doctor", "Nothing was sent. On its card, choose which store to ask.")


def _not_signed_in() -> str:
    return translate("key_doctor", "Nothing can be said before. Sign in, then check again.")


_SENTENCES = {
    Diagnosis.NOTHING_PASTED: _nothing,
    Diagnosis.SEVERAL_KEYS: _several,
    Diagnosis.NOT_WHOLE: _not_whole,
    Diagnosis.LEAKED: _leaked,
    Diagnosis.NOT_LISTED: _not_listed,
    Diagnosis.REFUSED: _refused,
    Diagnosis.NO_CHANNEL: _no_channel,
    Diagnosis.NO_PRODUCTS: _no_products,
    Diagnosis.CANNOT_LIST: _cannot_list,
    Diagnosis.NOT_PRESENTED: _not_presented,
    Diagnosis.NOT_SIGNED_IN: _not_signed_in,
}


def how_to_read(key_type: KeyType) -> str:
    """What the answers to the command line mean."""
    if key_type is KeyType.SECRET:
        return translate(
            "key_doctor",
            "404 that names an apk_… ID: the store accepts the key. 401: it refuses it. Medusa "
            "before 2.13.2 answers 401 to both.",
        )
    return translate("key_doctor", "200: the store accepts the key. 400: it refuses it.")
