"""What a key did, in an incident report: counts and ids; people by name only if asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.colleague import JoinedPerson, OpenInvite
from medusa_console.domain.document import (
    Block,
    Bullets,
    Heading,
    Line,
    Paragraph,
    Run,
    exact,
    ours,
    said,
)
from medusa_console.domain.incident_report import ReportedLook
from medusa_console.domain.key_trace import (
    MadeKey,
    MadeRecord,
    NoMaker,
    TraceKind,
    UnattributedKey,
    after_leak,
    changed_after,
)
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import what_it_did
from medusa_console.ui.words.incident_counts import incident_counts
from medusa_console.ui.words.incident_parts import Names, moment, second, who

T = TypeVar("T")


def blocks(look: ReportedLook | None, names: Names, most: int | None) -> tuple[Block, ...]:
    """What a look found; each list names `most` records, None for all."""
    heading = Heading(3, ours(translate("incident", "What the key did")))
    if look is None:
        text = translate(
            "incident",
            "Nobody looked for what the key did. Look with “What it did…” while its record is "
            "there.",
        )
        return (heading, Paragraph(ours(text)))
    return (
        heading,
        Paragraph(_head(look, names)),
        *_joined(look, names, most),
        *_made(look, names, most),
        *_others(look, names, most),
        Heading(4, ours(translate("incident", "Not looked at"))),
        Bullets(_not_looked(look)),
    )


def _head(look: ReportedLook, names: Names) -> Line:
    trace = look.trace
    line = said(
        translate("incident", "Looked for at {time}, as {who}."),
        time=second(trace.as_of),
        who=who(trace.user_id, names),
    )
    if look.leaked_at is None:
        date: Line = ours(translate("incident", "Since when the key has leaked is not known."))
    else:
        text = translate("incident", "The leak's first known date is {time}.")
        date = said(text, time=second(look.leaked_at))
    if look.revoking:
        text = translate(
            "incident",
            "Since then a revoke of keys that it made was begun from this desk, which this look "
            "does not show.",
        )
        date = (*date, Run(" "), *ours(text))
    return (*line, Run(" "), *date)


def _joined(look: ReportedLook, names: Names, most: int | None) -> tuple[Block, ...]:
    trace = look.trace

    def person(one: JoinedPerson) -> Line:
        known = {**names, one.id: (one.name if one.email else "", one.email)}
        when = _when(one.created_at, look)
        return said("{who}, {when}", who=who(one.id, known), when=when)

    def invite(one: OpenInvite) -> Line:
        known = {**names, one.id: ("", one.email)}
        when = _when(one.created_at, look)
        return said("{who}, {when}", who=who(one.id, known), when=when)

    gone = [
        said(
            translate("incident", "{id} was removed from this desk at {time}; {until}"),
            id=exact(one.id),
            time=second(one.at),
            until=_session(one.session_until),
        )
        for one in look.removed
    ]
    gone += [
        said(translate("incident", "The invite {id} was deleted from this desk"), id=exact(one.id))
        for one in look.deleted_invites
    ]
    return (
        *_list(trace.people, incident_counts.people, person, most),
        *_list(trace.invites, incident_counts.invites, invite, most),
        *((_done(), Bullets(tuple(gone))) if gone else ()),
    )


def _done() -> Paragraph:
    return Paragraph(ours(translate("incident", "Done about that from this desk:"), strong=True))


def _session(until: datetime | None) -> Line:
    if until is None:
        return ours(translate("incident", "a session of theirs may go on working"))
    text = translate("incident", "a session of theirs may work until {time}")
    return said(text, time=second(until))


def _made(look: ReportedLook, names: Names, most: int | None) -> tuple[Block, ...]:
    trace = look.trace

    def key(one: MadeKey) -> Line:
        return _key(one.key, one.maker, look, names)

    def record(one: MadeRecord) -> Line:
        when = _when(one.created_at, look)
        if one.maker == trace.root_id:
            return said("{id}, {when}", id=exact(one.id), when=when)
        text = translate("incident", "{id}, made by {who}, {when}")
        return said(text, id=exact(one.id), who=exact(one.maker), when=when)

    counts = {
        TraceKind.CUSTOMERS: incident_counts.customers,
        TraceKind.CUSTOMER_GROUPS: incident_counts.groups,
        TraceKind.TAX_REGIONS: incident_counts.tax_regions,
    }
    lists: list[Block] = []
    if trace.nothing:
        lists.append(Paragraph(ours(what_it_did.nothing(trace))))
    lists += _list(trace.made_keys, incident_counts.made_keys, key, most)
    for kind, count in counts.items():
        lists += _list(trace.of_kind(kind), count, record, most)
    lists += _list(
        trace.revoked,
        incident_counts.revoked,
        lambda one: said(
            translate("incident", "{id} by {who}, {revoked_at} {time}"),
            id=exact(one.id),
            who=who(one.revoked_by or "", names),
            revoked_at=exact("revoked_at"),
            time=moment(one.revoked_at),
        ),
        most,
    )
    return tuple(lists)


def _others(look: ReportedLook, names: Names, most: int | None) -> tuple[Block, ...]:
    trace = look.trace

    def lost(one: UnattributedKey) -> Line:
        line = _key(one.key, one.maker, look, names)
        return (*line, Run("; "), *ours(_why(one.why)))

    def record(one: MadeRecord) -> Line:
        return said(
            translate("incident", "{kind} {id}, made by {who}, {when}"),
            kind=what_it_did.kind(one.kind),
            id=exact(one.id),
            who=who(one.maker, names),
            when=_when(one.created_at, look),
        )

    def changed(key: ApiKey) -> Line:
        return said(
            "{id}, {updated_at} {time}",
            id=exact(key.id),
            updated_at=exact("updated_at"),
            time=moment(key.updated_at),
        )

    return (
        *_list(trace.unattributed, incident_counts.unattributed_keys, lost, most),
        *_list(trace.unattributed_records, incident_counts.unattributed_records, record, most),
        *_list(changed_after(trace, look.leaked_at), incident_counts.changed, changed, most),
    )


def _why(why: NoMaker) -> str:
    return {
        NoMaker.KEY_GONE: translate("incident", "the key that made it has no record any more"),
        NoMaker.USER_GONE: translate("incident", "the user who made it has no record any more"),
        NoMaker.JOINED_SINCE: translate("incident", "whoever made it joined since"),
        NoMaker.MADE_BY_SUCH: translate("incident", "a key made it that cannot be attributed"),
    }[why]


def _key(key: ApiKey, maker: str, look: ReportedLook, names: Names) -> Line:
    secret = key.type is KeyType.SECRET
    kind = translate("incident", "secret") if secret else translate("incident", "publishable")
    line = said(
        translate("incident", "{id} ({form}, {kind}), made by {who}, {when}"),
        id=exact(key.id),
        form=exact(key.redacted),
        kind=kind,
        who=who(maker, names),
        when=_when(key.created_at, look),
    )
    if key.revoked_at is None:
        return (*line, *said(translate("incident", "; not revoked")))
    text = translate("incident", "; {revoked_at} {time} by {who}")
    by = who(key.revoked_by or "", names)
    revoked = said(text, revoked_at=exact("revoked_at"), time=moment(key.revoked_at), who=by)
    return (*line, *revoked)


def _when(at: datetime, look: ReportedLook) -> Line:
    match after_leak(at, look.leaked_at):
        case True:
            return said(translate("incident", "{time}, after the leak"), time=moment(at))
        case False:
            return said(translate("incident", "{time}, before the leak"), time=moment(at))
        case _:
            return (moment(at),)


def _not_looked(look: ReportedLook) -> tuple[Line, ...]:
    # What an error quotes of the server is none of a report's.
    some = [replace(one, error=None) for one in look.trace.not_looked]
    lines = (*what_it_did.not_looked(some), what_it_did.no_list_leads_to())
    return tuple(map(ours, lines))


def _list(
    records: Sequence[T], count: Callable[[int], str], line: Callable[[T], Line], most: int | None
) -> tuple[Block, ...]:
    if not records:
        return ()
    lines = [line(one) for one in records[:most]]
    rest = len(records) - len(lines)
    if rest:
        lines.append(ours(incident_counts.not_listed(rest)))
    return (Paragraph(ours(count(len(records)), strong=True)), Bullets(tuple(lines)))
