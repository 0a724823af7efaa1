"""What an incident leaves open, in its report: who may still come in, and which keys still work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.document import Line, ours, said
from medusa_console.domain.incident_report import ReportedKey, ReportedLook
from medusa_console.domain.key_trace import BY_AUTHOR, Trace
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words.incident_counts import incident_counts
from medusa_console.ui.words.incident_parts import second, sentences
from medusa_console.ui.words.trace_counts import trace_counts


def in_short(one: ReportedKey) -> Line:
    """What a key did, as counts, and what of that is still open; () where no key is known."""
    if one.not_looked_at:
        return ours(translate("incident", "Nobody looked for what it did."))
    if one.look is None:
        return ()
    told = [ours(_did(one.look.trace))]
    if still := _open(one.look):
        text = translate("incident", "Still open: {what}.")
        told.append(ours(text.format(what=", ".join(still))))
    return sentences(*told)


def to_do(keys: Sequence[ReportedKey]) -> list[Line]:
    """What is to be done about all that these keys left open."""
    looks = [one.look for one in keys if one.look is not None]
    people = {person for look in looks for person in _people(look)}
    invites = {invite for look in looks for invite in _invites(look)}
    made = {key for look in looks for key in _working(_made(look.trace), look.trace)}
    lost = {key for look in looks for key in _working(_lost(look.trace), look.trace)} - made
    told = []
    if people:
        told.append(ours(incident_counts.people_to_look_at(len(people))))
    if invites:
        told.append(ours(incident_counts.invites_to_look_at(len(invites))))
    if made:
        told.append(ours(incident_counts.made_to_look_at(len(made))))
    if lost:
        told.append(ours(incident_counts.lost_to_look_at(len(lost))))
    if (until := _sessions_until(looks)) is not None:
        text = translate(
            "incident",
            "Look again after {time}: until then a session of somebody who was removed may work, "
            "and may make keys.",
        )
        told.append(said(text, time=second(until)))
    return told


def _did(trace: Trace) -> str:
    parts = [trace_counts.made_keys(len(trace.made_keys))] if trace.made_keys else []
    for kind in BY_AUTHOR:
        if number := len(trace.of_kind(kind)):
            parts.append(trace_counts.records(kind, number))
    if parts:
        told = translate("incident", "It made {what}.").format(what=", ".join(parts))
    else:
        told = translate("incident", "Nothing was found that it made.")
    if trace.failed:
        more = translate("incident", "Not everything could be read.")
        told = f"{told} {more}"
    return told


def _open(look: ReportedLook) -> list[str]:
    people, invites = len(_people(look)), len(_invites(look))
    made = len(_working(_made(look.trace), look.trace))
    lost = len(_working(_lost(look.trace), look.trace))
    parts = [trace_counts.people(people)] if people else []
    parts += [trace_counts.invites(invites)] if invites else []
    parts += [incident_counts.made_working(made)] if made else []
    parts += [incident_counts.lost_working(lost)] if lost else []
    return parts


def _people(look: ReportedLook) -> set[str]:
    gone = {one.id for one in look.removed}
    return {one.id for one in look.trace.people if one.id != look.trace.user_id} - gone


def _invites(look: ReportedLook) -> set[str]:
    return {one.id for one in look.trace.invites} - {one.id for one in look.deleted_invites}


def _made(trace: Trace) -> list[ApiKey]:
    return [one.key for one in trace.made_keys]


def _lost(trace: Trace) -> list[ApiKey]:
    return [one.key for one in trace.unattributed]


def _working(keys: Sequence[ApiKey], trace: Trace) -> set[str]:
    """The ids of the secret ones that worked when they were looked at."""
    secret = (key for key in keys if key.type is KeyType.SECRET)
    return {key.id for key in secret if key.state(trace.as_of).works}


def _sessions_until(looks: Sequence[ReportedLook]) -> datetime | None:
    """When the last session ends of somebody who was removed; None if no look is due for that."""
    ends = [
        one.session_until
        for look in looks
        for one in look.removed
        if one.session_until is not None and look.trace.as_of <= one.session_until
    ]
    return max(ends, default=None)
