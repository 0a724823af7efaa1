"""Gathers what an incident report tells of one store."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from medusa_console.domain.errors import Forbidden
from medusa_console.domain.incident_report import (
    GonePerson,
    Incident,
    ReportedKey,
    ReportedLook,
    concerns,
    reported,
)
from medusa_console.domain.leak_answers import Case
from medusa_console.domain.store import Store
from medusa_console.services.trace_looks import TraceLook

if TYPE_CHECKING:
    from medusa_console.services.desk_stores import DeskStore
    from medusa_console.services.store_services import StoreServices

_MOST_NAMED: Final = 1_000
_AT_ONCE: Final = 100  # their ids stand in the address of the request


async def gather(
    cases: Sequence[Case],
    entry: DeskStore,
    others: Sequence[Store],
    *,
    seconds: float,
    practice: bool,
    people: bool,
) -> Incident:
    """What is known of the keys of `cases` in the store of `entry`. `others` are the stores of the
    window; `seconds` ago the text was pasted. With `people`, the store is asked for their names:
    raises what that raises, but Forbidden, with which they stay ids."""
    services = _of_account(entry)
    now = services.clock.now() if services is not None else datetime.now(UTC)
    account = services.session.user_id if services is not None else ""  # whose the looks are
    looks = _looks(cases, entry, services)
    # With many keys this takes long, and nothing in it changes any more.
    told = await asyncio.to_thread(reported, cases, entry.store, looks, others, people=people)
    keys, unknown = told
    named: dict[str, tuple[str, str]] = {}
    if people and entry.signed_in is not None:
        named = await _names(entry.signed_in, await asyncio.to_thread(_people_in, keys))
    return Incident(
        entry.store,
        practice,
        now - timedelta(seconds=seconds),
        now,
        account or _last_account(keys),
        roles(services),
        keys,
        unknown,
        people,
        named,
    )


def _of_account(entry: DeskStore) -> StoreServices | None:
    """The services while an account is known, also after its session has ended."""
    services = entry.services
    return services if services is not None and services.session.user_id else None


def _looks(
    cases: Sequence[Case], entry: DeskStore, services: StoreServices | None
) -> dict[str, ReportedLook]:
    """The looks at the records of `cases` that the account has made."""
    looks: dict[str, ReportedLook] = {}
    if services is None:
        return looks
    for case in cases:
        for answer in case.answers:
            if answer.store.origin == entry.store.origin and concerns(answer):
                proven = (answer.proof.record,) if answer.proof is not None else ()
                for record in (*answer.records, *proven):
                    if (look := services.looks.of(record.id)) is not None:
                        looks[record.id] = _reported(look)
    return looks


def _reported(look: TraceLook) -> ReportedLook:
    removed = tuple(
        GonePerson(one.person.id, one.gone.at, one.gone.session_until) for one in look.removals
    )
    return ReportedLook(look.trace, look.leaked_at, removed, look.deleted, look.revoking)


def roles(services: StoreServices | None) -> bool | None:
    """Whether roles stand in the way of keys in a store; None if that is not known."""
    return None if services is None else services.permissions.value.bars_keys


def _last_account(keys: Sequence[ReportedKey]) -> str:
    """Who asked the store last, where nobody is signed in any more."""
    steps = [step for one in keys for step in one.answer.steps]
    return max(steps, key=lambda step: step.at).by if steps else ""


def _people_in(keys: Sequence[ReportedKey]) -> list[str]:
    """The ids of all accounts that the report of `keys` mentions, of keys and Medusa none."""
    ids: dict[str, None] = {}
    for one in keys:
        ids |= dict.fromkeys(step.by for step in one.answer.steps)
        for record in one.records:
            ids |= {record.created_by: None, record.revoked_by or "": None}
        if one.look is not None:
            trace = one.look.trace
            ids |= {trace.user_id: None}
            ids |= dict.fromkeys(key.revoked_by or "" for key in trace.revoked)
            ids |= dict.fromkeys(made.key.revoked_by or "" for made in trace.made_keys)
            ids |= dict.fromkeys(lost.maker for lost in trace.unattributed)
            ids |= dict.fromkeys(person.id for person in one.look.removed)
    return [one for one in ids if one and not one.startswith("apk_")][:_MOST_NAMED]


async def _names(services: StoreServices, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    named: dict[str, tuple[str, str]] = {}
    with suppress(Forbidden):  # then they stay ids, as on every page
        for start in range(0, len(ids), _AT_ONCE):
            for user in await services.users.by_ids(ids[start : start + _AT_ONCE]):
                named[user.id] = (user.name, user.email)
    return named
