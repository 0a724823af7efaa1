"""An incident as a store may have it: a key that was revoked from here, and all that it did."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from medusa_console.domain import tokens
from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.colleague import JoinedPerson, OpenInvite
from medusa_console.domain.document import Document
from medusa_console.domain.incident_report import (
    GonePerson,
    Incident,
    ReportedLook,
    reported,
)
from medusa_console.domain.key_trace import (
    NEVER_LOOKED,
    MadeKey,
    MadeRecord,
    NoMaker,
    NotLooked,
    Trace,
    TraceKind,
    UnattributedKey,
    WhyNotLooked,
)
from medusa_console.domain.leak_answers import Case, Finding, Proof, ProofState, StoreAnswer
from medusa_console.domain.leak_steps import Did, Head, Step
from medusa_console.domain.leaks import FoundKey, Place
from medusa_console.domain.store import Environment, Store
from medusa_console.domain.tokens import Form, TokenKind
from medusa_console.ui.words import incident

SECRET = "sk_" + "a1" * 32
AT = datetime(2026, 11, 30, 3, 4, 5, 678_000, tzinfo=UTC)
ME, MAX = "user_01MAYA", "user_01MAX"
ROOT = "apk_01M0000000000000000000ROOT"
HERE = Store("s", "Northwind EU", "https://northwind.example", Environment.LIVE)
THERE = Store("t", "Southwind", "https://southwind.example", Environment.STAGING)


def ago(**past: float) -> datetime:
    return AT - timedelta(**past)


def record(key_id: str = ROOT, **fields: Any) -> ApiKey:
    named: dict[str, Any] = {
        "id": key_id,
        "title": "ERP nightly sync",
        "type": KeyType.SECRET,
        "redacted": tokens.redact(SECRET),
        "created_at": ago(days=90),
        "created_by": ME,
    }
    return ApiKey(**(named | fields))


def found(**fields: Any) -> FoundKey:
    places = (Place(14, "MEDUSA_API_KEY", "shop", ".env", "abc123", "Anna <anna@example.com>"),)
    key = FoundKey("1", TokenKind.SECRET, Form.WHOLE, tokens.redact(SECRET), None, places)
    return replace(key, **fields)


def steps(by: str = ME) -> tuple[Step, ...]:
    """A whole proof."""
    second = AT.replace(microsecond=0)
    return (
        Step(Did.ACCEPTED, ago(seconds=30), Head(404, second - timedelta(seconds=30)), by),
        Step(Did.REVOKED, AT, None, by),
        Step(Did.REFUSED, AT, Head(401, second), by),
        Step(Did.CONTROL, AT, Head(200, second + timedelta(seconds=1)), by),
        Step(Did.REFUSED, AT, Head(401, second + timedelta(seconds=2)), by),
        Step(Did.READ_REVOKED, AT, None, by),
    )


def dead(**fields: Any) -> StoreAnswer:
    """Revoked from here, and proven."""
    revoked = record(revoked_at=AT, revoked_by=ME)
    known = StoreAnswer(
        HERE,
        Finding.THIS_KEY,
        (record(),),
        as_of=ago(seconds=40),
        accepted_at=ago(seconds=30),
        named=ROOT,
        proof=Proof(ProofState.DEAD, revoked, AT, tries=1),
        steps=steps(),
    )
    return replace(known, **fields)


def look(customers: int = 20, **fields: Any) -> ReportedLook:
    """A look at a key that did much."""

    def made(kind: TraceKind, number: int) -> MadeRecord:
        return MadeRecord(kind, f"{kind.name.lower()[:6]}_{number:026d}", ROOT, ago(hours=number))

    child = record("apk_01CHILD", redacted="sk_c41***1d0", created_at=ago(days=1), created_by=ROOT)
    lost = record("apk_01LOST", created_at=ago(hours=9), created_by="apk_01GONE")
    trace = Trace(
        ROOT,
        record(revoked_at=AT, revoked_by=ME),
        ago(days=90),
        AT,
        ME,
        "maya@northwind.example",
        False,
        made_keys=(MadeKey(child, ROOT, 1),),
        made=(
            *(made(TraceKind.CUSTOMERS, number) for number in range(customers)),
            *(made(TraceKind.CUSTOMER_GROUPS, number) for number in range(2)),
        ),
        unattributed=(UnattributedKey(lost, "apk_01GONE", NoMaker.KEY_GONE),),
        unattributed_records=(MadeRecord(TraceKind.TAX_REGIONS, "txreg_01", "apk_01GONE", AT),),
        people=(
            JoinedPerson(
                id=MAX, email="max@evil.example", first_name="Max", created_at=ago(days=2)
            ),
        ),
        invites=(OpenInvite(id="invite_01", email="eve@evil.example", created_at=ago(days=3)),),
        revoked=(record("apk_01REV", revoked_at=ago(hours=2), revoked_by=ROOT),),
        changed=(record("apk_01CHG", updated_at=ago(hours=1)),),
        not_looked=(*NEVER_LOOKED, NotLooked(TraceKind.USERS, WhyNotLooked.FORBIDDEN)),
    )
    gone = GonePerson("user_01GONE", ago(minutes=5), AT + timedelta(days=1))
    deleted = (OpenInvite(id="invite_02", email="zoe@evil.example", created_at=ago(days=3)),)
    return replace(ReportedLook(trace, ago(days=2, hours=1), (gone,), deleted), **fields)


def incident_of(
    *cases: Case,
    looks: dict[str, ReportedLook] | None = None,
    people: bool = False,
    store: Store = HERE,
    others: tuple[Store, ...] = (THERE,),
    **fields: Any,
) -> Incident:
    told = reported(cases, store, looks or {}, (store, *others), people=people)
    keys, unknown = told
    named = {ME: ("Maya Lindqvist", "maya@northwind.example")} if people else {}
    incident = Incident(
        *(store, False, ago(minutes=1), AT, ME, False, keys, unknown, people, named)
    )
    return replace(incident, **fields)


def case(answer: StoreAnswer, *others: StoreAnswer, **fields: Any) -> Case:
    return Case(found(**fields), (answer, *others), alone=True)


def document(told: Incident, most: int | None = 200) -> Document:
    return incident.document(told, most=most)
