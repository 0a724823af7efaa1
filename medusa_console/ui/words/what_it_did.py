"""What is said of a leaked key's work: who joined, what it made, what was not looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.colleague import JoinedPerson, OpenInvite
from medusa_console.domain.errors import ConsoleError, NotFound, OutcomeUnknown
from medusa_console.domain.key_state import KeyState, StateKind
from medusa_console.domain.key_trace import (
    MadeKey,
    MadeRecord,
    News,
    NoMaker,
    NotLooked,
    Trace,
    TraceKind,
    UnattributedKey,
    WhyNotLooked,
    after_leak,
)
from medusa_console.domain.trace_order import Proposed
from medusa_console.services.trace_looks import Removal, TraceLook
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.leaks import title
from medusa_console.ui.words.trace_counts import trace_counts

_TITLE = 60
"""Characters of a title in a line, so that what follows stays in sight."""
_DEEPEST = 6
_STEP = "\u2003"
_ID_END = 6


def nothing(trace: Trace) -> str:
    """What it means that no record names the key."""
    if trace.failed:
        return translate(
            "whatItDid",
            "Nothing that could be read carries its name. Not everything could be read: see “Not "
            "looked at”. Reading leaves no trace: assume that whatever it could read was read.",
        )
    return translate(
        "whatItDid",
        "Nothing carries its name. Reading leaves no trace: assume that whatever it could read was "
        "read.",
    )


def missing(trace: Trace) -> str:
    """Names at the top what could not be read; "" where everything was."""
    if not trace.failed:
        return ""
    names = _names([kind(of) for of in dict.fromkeys(one.kind for one in trace.failed)])
    text = translate(
        "whatItDid", "Not everything could be read: {kinds}. See “Not looked at” below."
    )
    return text.format(kinds=labels.inside(names))


def kind(of: TraceKind) -> str:
    """'customer groups', inside a sentence."""
    words = {
        TraceKind.KEYS: translate("whatItDid", "Keys"),
        TraceKind.CUSTOMERS: translate("whatItDid", "Customers"),
        TraceKind.CUSTOMER_GROUPS: translate("whatItDid", "Customer groups"),
        TraceKind.TAX_REGIONS: translate("whatItDid", "Tax regions"),
        TraceKind.USERS: translate("whatItDid", "People"),
        TraceKind.INVITES: translate("whatItDid", "Invites"),
        TraceKind.RESERVATIONS: translate("whatItDid", "Reservations"),
        TraceKind.TAX_RATES: translate("whatItDid", "Tax rates"),
        TraceKind.ORDERS: translate("whatItDid", "Orders"),
        TraceKind.PRODUCTS: translate("whatItDid", "Products"),
        TraceKind.RETURNS: translate("whatItDid", "Returns"),
        TraceKind.CLAIMS: translate("whatItDid", "Claims"),
        TraceKind.EXCHANGES: translate("whatItDid", "Exchanges"),
        TraceKind.PAYMENTS: translate("whatItDid", "Payments with captures and refunds"),
        TraceKind.SETTINGS: translate(
            "whatItDid", "Settings (regions, sales channels, prices, promotions and others)"
        ),
        TraceKind.EXPORTS: translate("whatItDid", "Exports of products and orders"),
        TraceKind.UPLOADS: translate("whatItDid", "Uploaded files"),
    }
    return words[of]


def why_not_looked(why: WhyNotLooked) -> str:
    """Why kinds of records were not looked at, or not wholly: a sentence after their names."""
    words = {
        WhyNotLooked.FORBIDDEN: translate(
            "whatItDid",
            "Your account can't view them. Look again once you may, or let somebody look who may.",
        ),
        WhyNotLooked.NO_ROUTE: translate(
            "whatItDid", "This store has no such list. It may be an older Medusa."
        ),
        WhyNotLooked.NOT_MEDUSA: translate(
            "whatItDid", "The answer is not Medusa's. Something in front of the store may block it."
        ),
        WhyNotLooked.NO_ANSWER: translate("whatItDid", "No answer came. Look again."),
        WhyNotLooked.TROUBLE: translate("whatItDid", "The store could not answer. Look again."),
        WhyNotLooked.NOT_READ_TO_THE_END: translate("whatItDid", "There are more than were read."),
        WhyNotLooked.NO_AUTHOR: translate(
            "whatItDid", "Medusa does not record who made or changed them."
        ),
        WhyNotLooked.ONE_BY_ONE: translate(
            "whatItDid", "Medusa records who made them, but each one would have to be read."
        ),
        WhyNotLooked.NOT_LISTED: translate("whatItDid", "Medusa has no list of them."),
    }
    return words[why]


def not_looked(some: Sequence[NotLooked]) -> list[str]:
    """A line for each reason, which names its kinds: each reason is told once."""
    by_reason: dict[WhyNotLooked, list[NotLooked]] = {}
    for one in some:
        by_reason.setdefault(one.why, []).append(one)
    return [
        translate("whatItDid", "{kinds}: {why}").format(
            kinds=_names([kind(one.kind) for one in those]), why=_why(why, those)
        )
        for why, those in by_reason.items()
    ]


def no_list_leads_to() -> str:
    """What no look can find: nothing names it any more."""
    return translate(
        "whatItDid",
        "Records that were deleted since, and records of a deleted key that made no other key: no "
        "list leads to them.",
    )


def _why(why: WhyNotLooked, those: Sequence[NotLooked]) -> str:
    error = next((one.error for one in those if one.error is not None), None)
    if why in (WhyNotLooked.NO_ANSWER, WhyNotLooked.TROUBLE) and error is not None:
        return f"{why_not_looked(why)} {explain(error).sentence}"
    return why_not_looked(why)


def _names(names: Sequence[str]) -> str:
    first, *others = names
    return ", ".join((first, *(labels.inside(one) for one in others)))


# Times against the leak


def when(moment: datetime, leaked_at: datetime | None) -> str:
    """'20 Nov 2026 13:05 CET, after the leak'."""
    exact = labels.exact(moment)
    match after_leak(moment, leaked_at):
        case True:
            return translate("whatItDid", "{time}, after the leak").format(time=exact)
        case False:
            return translate("whatItDid", "{time}, before the leak").format(time=exact)
        case _:
            return exact


# Who joined


def person(one: JoinedPerson) -> str:
    """'Anna Berg, anna@example.com'."""
    name, email = shown(one.name), shown(one.email)
    return name if not one.email or one.email == one.name else f"{name}, {email}"


def joined(one: JoinedPerson, leaked_at: datetime | None) -> str:
    """When somebody joined, and what that means."""
    moment = when(one.created_at, leaked_at)
    return translate("whatItDid", "Joined {time}").format(time=moment)


def invite(one: OpenInvite) -> str:
    """Whom an invite is for."""
    email = shown(one.email) if one.email else shown(one.id)
    return translate("whatItDid", "Invite for {email}").format(email=email)


def invited(one: OpenInvite, leaked_at: datetime | None, now: datetime) -> str:
    """When an invite was made, and whether it can still be accepted."""
    told = translate("whatItDid", "Made {time}").format(time=when(one.created_at, leaked_at))
    if one.expires_at is None:
        return told
    end = labels.exact(one.expires_at)
    rest = (
        translate("whatItDid", "can be accepted until {time}").format(time=end)
        if one.expires_at > now
        else translate("whatItDid", "expired {time}").format(time=end)
    )
    return f"{told} · {rest}"


def nobody_joined() -> str:
    """Says that there are neither people nor invites to look at."""
    return translate("whatItDid", "No person and no open invite is newer than the key.")


def not_known() -> str:
    """Says that neither people nor invites could be looked at."""
    return translate("whatItDid", "Not known: see “Not looked at”.")


def account_ends() -> str:
    """What the removal of a person does."""
    return translate(
        "whatItDid",
        "Their account is deleted, and their password signs them in no longer. This cannot be "
        "undone.",
    )


def left_of_a_person(until: datetime | None) -> str:
    """What a removal does not end: a session, which may still work `until` then, and a login at a
    provider, which docs/ways_in.md tells of."""
    back = translate(
        "whatItDid",
        "If the store also lets people in through a provider's page, they can make a new account "
        "there: remove them at the provider, too.",
    )
    if until is None:
        session = translate(
            "whatItDid",
            "Medusa can't end a session early: theirs may go on working, and may make keys. Look "
            "again later.",
        )
    else:
        session = translate(
            "whatItDid",
            "Medusa can't end a session early: theirs may work until {time}, and may make keys "
            "until then. Look again after that.",
        ).format(time=labels.exact(until))
    return f"{session} {back}"


def removed(one: Removal, as_of: datetime) -> str:
    """That somebody was removed, and when a second look is due; `as_of` is the time of the last
    look."""
    who, at, until = person(one.person), labels.exact(one.gone.at), one.gone.session_until
    if until is None:
        text = translate(
            "whatItDid",
            "{who}: removed {at}. A session of theirs may still work. Look again later.",
        )
        return text.format(who=who, at=at)
    if as_of > until:
        text = translate(
            "whatItDid",
            "{who}: removed {at}. Their last session ended {until} at the latest, and this look is "
            "later.",
        )
    else:
        text = translate(
            "whatItDid",
            "{who}: removed {at}. A session of theirs may work until {until}. Look again after "
            "that.",
        )
    return text.format(who=who, at=at, until=labels.exact(until))


def person_not_removed(error: ConsoleError) -> str:
    """Why somebody was not removed, or is perhaps."""
    match error:
        case NotFound():
            return translate(
                "whatItDid", "Somebody has removed them already. Look again to see what is left."
            )
        case OutcomeUnknown():
            return translate(
                "whatItDid",
                "Not confirmed: they may still be there. Look again before you repeat it.",
            )
        case _:
            text = translate("whatItDid", "Not removed. {why}")
            return text.format(why=explain(error).sentence)


def invite_not_deleted(error: ConsoleError) -> str:
    """Why an invite was not deleted, or is perhaps."""
    match error:
        case NotFound():
            return translate(
                "whatItDid",
                "It is gone already: somebody has deleted it, or accepted it. Look again to see "
                "who joined.",
            )
        case OutcomeUnknown():
            return translate(
                "whatItDid",
                "Not confirmed: it may still be there. Look again before you repeat it.",
            )
        case _:
            text = translate("whatItDid", "Not deleted. {why}")
            return text.format(why=explain(error).sentence)


def not_read(error: ConsoleError, *, had_before: bool) -> str:
    """Why a look has failed. `had_before`: what is shown is an earlier one."""
    why = explain(error).sentence
    if had_before:
        text = translate(
            "whatItDid", "Not looked at again: {why} What is shown is the look before."
        )
    else:
        text = translate("whatItDid", "Not looked at: {why}")
    return text.format(why=why)


def second_look(one: Removal) -> str:
    """Says that the last session of somebody removed is over."""
    return translate(
        "whatItDid", "The last session of {who} has ended by now. A second look is due."
    ).format(who=person(one.person))


def done(look: TraceLook) -> str:
    """What the user has done about people and invites, a line each."""
    lines = [removed(one, look.trace.as_of) for one in look.removals]
    deleted = translate("whatItDid", "{invite}: deleted")
    lines += [deleted.format(invite=invite(one)) for one in look.deleted]
    return "\n".join(lines)


# Keys


def made_key(
    one: MadeKey, state: KeyState, leaked_at: datetime | None, name: Callable[[str], str]
) -> str:
    """A key in the tree: 'Feed · sk_1a2***3f4 · works', and below it by whom it was made, and when.
    `name` tells what the key of an id is called."""
    indent = _STEP * min(one.depth - 1, _DEEPEST)
    made = translate("whatItDid", "made by {maker}, {time}").format(
        time=when(one.key.created_at, leaked_at), maker=name(one.maker)
    )
    return f"{indent}{key(one.key)} · {works(state, one.key)}\n{indent}{made}"


def previewed(
    row: Proposed, state: KeyState, leaked_at: datetime | None, name: Callable[[str], str]
) -> str:
    """A key in the preview of a revoke; one that no preview has shown yet begins with 'New'."""
    one = row.made
    first = key(one.key)
    if row.new:
        first = translate("whatItDid", "New: {key}").format(key=first)
    made = translate("whatItDid", "made by {maker}, {time}").format(
        time=when(one.key.created_at, leaked_at), maker=name(one.maker)
    )
    return f"{first} · {works(state, one.key)}\n{made}"


def key(one: ApiKey) -> str:
    """'Feed · sk_1a2***3f4'."""
    return f"{title(one, limit=_TITLE)} · {shown(one.redacted)}"


def works(state: KeyState, one: ApiKey) -> str:
    """'works', 'works until 24 Nov', 'revoked 3 Nov', for the end of a line."""
    if one.type is KeyType.PUBLISHABLE:
        public = translate("whatItDid", "publishable")
        return f"{public}, {_works(state)}"
    return _works(state)


def _works(state: KeyState) -> str:
    if state.kind is StateKind.ACTIVE:
        return translate("whatItDid", "works")
    return labels.inside(labels.state(state))


def unattributed(one: UnattributedKey, state: KeyState) -> str:
    """A key that nobody can be named for, and why."""
    end = f"…{shown(one.maker[-_ID_END:])}"
    why = {
        NoMaker.KEY_GONE: translate("whatItDid", "made by a key whose record was deleted ({id})"),
        NoMaker.USER_GONE: translate(
            "whatItDid", "made by somebody whose account was deleted ({id})"
        ),
        NoMaker.JOINED_SINCE: translate(
            "whatItDid", "made by somebody who joined after this key was made ({id})"
        ),
        NoMaker.MADE_BY_SUCH: translate(
            "whatItDid", "made by a key that cannot be attributed itself ({id})"
        ),
    }[one.why].format(id=end)
    made = labels.exact(one.key.created_at)
    return f"{key(one.key)} · {works(state, one.key)} · {made}\n{why}"


def record(one: MadeRecord, leaked_at: datetime | None, name: Callable[[str], str]) -> str:
    """'cus_01… · made 20 Nov 2026 13:05 CET, after the leak, by “Feed”'."""
    made = translate("whatItDid", "made by {maker}, {time}").format(
        time=when(one.created_at, leaked_at), maker=name(one.maker)
    )
    return f"{shown(one.id)}\n{made}"


def revoked(one: ApiKey, state: KeyState, name: Callable[[str], str]) -> str:
    """A key that the leaked key, or one of its keys, was the last to revoke or to give an end."""
    by = translate("whatItDid", "{state} by {key}").format(
        state=labels.state(state), key=name(one.revoked_by or "")
    )
    at = labels.exact(one.revoked_at) if one.revoked_at is not None else ""
    return f"{key(one)}\n{by} · {at}"


def changed(one: ApiKey) -> str:
    """A key that somebody has changed, and when."""
    at = labels.exact(one.updated_at) if one.updated_at is not None else ""
    told = translate("whatItDid", "last changed {time}").format(time=at)
    return f"{key(one)}\n{told}"


def it() -> str:
    """The leaked key, where another one is named by its title."""
    return translate("whatItDid", "this key")


def quoted(one: ApiKey) -> str:
    """'“Feed”'."""
    return translate("whatItDid", "“{title}”").format(title=title(one, limit=_TITLE))


def of_id(key_id: str) -> str:
    """'key …3F4A1B', of one without a title that is known."""
    return translate("whatItDid", "key …{end}").format(end=shown(key_id[-_ID_END:]))


def found_new(new: News) -> str:
    """'New since the look before: 2 keys, 1 person'; "" for nothing new."""
    parts = []
    if new.made_keys:
        parts.append(trace_counts.made_keys(len(new.made_keys)))
    for of in dict.fromkeys(one.kind for one in new.made):
        parts.append(trace_counts.records(of, sum(one.kind is of for one in new.made)))
    if new.people:
        parts.append(trace_counts.people(len(new.people)))
    if new.invites:
        parts.append(trace_counts.invites(len(new.invites)))
    if new.unattributed:
        parts.append(trace_counts.unattributed(len(new.unattributed)))
    if new.unattributed_records:
        parts.append(trace_counts.unattributed_records(len(new.unattributed_records)))
    if not parts:
        return ""
    return translate("whatItDid", "New since the look before: {what}").format(what=", ".join(parts))


def reading(of: TraceKind, read: int, total: int | None) -> str:
    """'Reading keys: 2,000 of 20,000'."""
    number = labels.number(read) if total is None else trace_counts.read(read, total)
    return translate("whatItDid", "Reading {kind}: {number}").format(
        kind=labels.inside(kind(of)), number=number
    )
