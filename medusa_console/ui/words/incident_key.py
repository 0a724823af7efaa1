"""One key in an incident report: what became of it, what was seen, and how a stranger checks it."""

from __future__ import annotations

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.document import (
    Block,
    Bullets,
    Heading,
    Line,
    Paragraph,
    Run,
    Table,
    exact,
    ours,
    said,
)
from medusa_console.domain.incident_report import ReportedKey
from medusa_console.domain.leak_answers import Doubt, Finding, ProofState
from medusa_console.domain.leak_steps import Did, Step
from medusa_console.domain.leaks import Place
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import leaks as words
from medusa_console.ui.words.incident_counts import incident_counts
from medusa_console.ui.words.incident_parts import (
    Names,
    about,
    joined,
    moment,
    place,
    second,
    sentences,
    who,
)

_MOST_PLACES = 20
_ASKED = (Did.ACCEPTED, Did.REFUSED, Did.CONTROL)


def state(one: ReportedKey, names: Names) -> Line:
    """What became of the key, in a sentence or two."""
    proof, finding = one.answer.proof, one.answer.finding
    if proof is None:
        return _found(one, finding, names)
    record = proof.record
    match proof.state:
        case ProofState.DEAD:
            return sentences(_revoked(one, record, names), ours(_refused()))
        case ProofState.BY_RECORD:
            return sentences(_revoked(one, record, names), ours(_key_missing()))
        case ProofState.STILL_WORKS:
            return said(
                translate(
                    "incident", "It still works: the store accepted it after the revoke, {at}."
                ),
                at=about(proof.at) if proof.at is not None else "–",
            )
        case ProofState.NOT_REVOKED:
            return ours(
                translate(
                    "incident", "It was not revoked, as far as is known. Assume that it works."
                )
            )
        case ProofState.NOT_PROVEN:
            return sentences(_revoked(one, record, names), ours(_not_proven(proof.doubt)))
        case _:
            return ours(translate("incident", "It is being revoked; the result is not known yet."))


def _found(one: ReportedKey, finding: Finding, names: Names) -> Line:
    match finding:
        case Finding.REVOKED_ALIKE if len(one.records) == 1:
            (record,) = one.records
            alike = translate(
                "incident",
                "The record looks like the key in its shortened form, and the key itself is "
                "refused: it is probably this one.",
            )
            return sentences(_revoked(one, record, names), ours(alike))
        case Finding.REVOKED_ALIKE:
            text = translate(
                "incident",
                "It is refused. It was probably revoked before, not by this desk: several revoked "
                "records look like it in their shortened form.",
            )
        case Finding.THIS_KEY | Finding.ACCEPTED:
            text = translate("incident", "It works, and was not revoked from here.")
        case Finding.PUBLISHABLE:
            text = translate(
                "incident",
                "It is publishable: every storefront that uses it shows it to everybody. Finding "
                "it is no leak.",
            )
        case Finding.ANOTHER_KEY:
            text = translate(
                "incident",
                "It is refused. The records below only look the same; they are other keys.",
            )
        case Finding.REFUSED:
            text = translate(
                "incident",
                "It is refused. Nobody looked whether the store has a record of it: the account "
                "may not view its keys.",
            )
        case _:
            text = translate("incident", "It is not known whether it works: it was not presented.")
    return ours(text)


def _revoked(one: ReportedKey, record: ApiKey, names: Names) -> Line:
    if one.gone:
        return ours(
            translate(
                "incident",
                "Its record is gone from the store, so nobody can read there who revoked it.",
            )
        )
    if record.revoked_at is None:
        return ours(
            translate("incident", "A revoke was sent, and the record was not read again since.")
        )
    by = who(record.revoked_by or "", names)
    match one.revoked_here(record):
        case True:
            text = translate("incident", "Revoked by {who} at {time}, from this desk.")
        case False:
            text = translate("incident", "Revoked by {who} at {time}, not by this desk.")
        case None:
            text = translate(
                "incident",
                "Revoked by {who} at {time}. A revoke was sent from this desk, too, and its answer "
                "was lost: nothing tells whether it was that one.",
            )
    return said(text, who=by, time=moment(record.revoked_at))


def _refused() -> str:
    return translate(
        "incident",
        "The store refused the key itself twice, and accepted this desk's own session in between.",
    )


def _key_missing() -> str:
    return translate(
        "incident", "The key itself was not at hand, so nobody has shown that it is refused."
    )


def _not_proven(doubt: Doubt | None) -> str:
    if doubt is Doubt.CACHE:
        return translate(
            "incident",
            "The store keeps publishable keys in a cache: another of its processes may accept it "
            "for up to an hour.",
        )
    return translate("incident", "It is not proven that the store refuses it.")


def blocks(one: ReportedKey, names: Names) -> tuple[Block, ...]:
    """All that is reported of one key, but for what it did."""
    return (
        Heading(2, said(translate("incident", "Key {form}"), form=exact(one.key.shown))),
        Paragraph(state(one, names)),
        *_elsewhere(one),
        Bullets(_facts(one, names)),
        Heading(3, ours(translate("incident", "What this desk did and saw"))),
        *_steps(one, names),
        Heading(3, ours(translate("incident", "How to check it"))),
        Bullets(_checks(one, names)),
    )


def _elsewhere(one: ReportedKey) -> tuple[Block, ...]:
    if not one.still_elsewhere:
        return ()
    text = translate("incident", "It may still work in a place that this report does not tell of.")
    return (Paragraph(ours(text, strong=True)),)


def _facts(one: ReportedKey, names: Names) -> tuple[Line, ...]:
    facts: list[Line] = [ours(words.kind(one.key))]
    for record in one.records:
        facts.append(
            said(
                translate("incident", "Record {id}, shortened form {form}, made {time} by {who}"),
                id=exact(record.id),
                form=exact(record.redacted),
                time=moment(record.created_at),
                who=who(record.created_by, names),
            )
        )
    more = len(one.answer.records) - len(one.records)
    if one.answer.proof is None and more > 0:
        facts.append(ours(incident_counts.more_alike(more)))
    seen = one.key.places[:_MOST_PLACES]
    told = [said(_found_in(where), place=line) for where in seen if (line := place(where))]
    facts += told
    rest = one.key.count - len(seen)
    if rest > 0 and told:
        facts.append(ours(incident_counts.more_places(rest)))
    return tuple(facts)


def _found_in(where: Place) -> str:
    if where.outside:
        return translate("incident", "Found in: {place}")
    return translate("incident", "Found in a text that was checked: {place}")


def _steps(one: ReportedKey, names: Names) -> tuple[Block, ...]:
    answer = one.answer
    rows: list[tuple[Line, ...]] = []
    if answer.as_of is not None:
        listed = translate("incident", "The list of keys was read")
        rows.append((about(answer.as_of), ours(listed), ours("–"), ours("–")))
    rows += [_row(step, names) for step in answer.steps]
    if not rows:
        return (
            Paragraph(ours(translate("incident", "Nothing was sent to the store for this key."))),
        )
    titles = (
        translate("incident", "When"),
        translate("incident", "What"),
        translate("incident", "Status"),
        translate("incident", "As"),
    )
    note = translate(
        "incident",
        "Where a status stands, the time is the Date of that answer, which the store's server "
        "wrote.",
    )
    return (Table(titles, tuple(rows)), Paragraph(ours(note)))


def _row(step: Step, names: Names) -> tuple[Line, ...]:
    head = step.head
    dated = head is not None and head.date is not None
    when = (second(head.date),) if head is not None and head.date is not None else about(step.at)
    status = exact(str(head.status)) if head is not None and dated else Run("–")
    return (when, ours(_did(step.did)), (status,), who(step.by, names))


def _did(did: Did) -> str:
    return {
        Did.ACCEPTED: translate("incident", "The key was presented: accepted"),
        Did.REFUSED: translate("incident", "The key was presented: refused"),
        Did.NO_ANSWER: translate("incident", "The key was presented: no answer that says anything"),
        Did.CONTROL: translate("incident", "Control: the store accepted our own session"),
        Did.NO_CONTROL: translate("incident", "Control: the store did not accept our own session"),
        Did.REVOKED: translate("incident", "Revoke sent: done, as the store showed"),
        Did.REVOKE_LOST: translate("incident", "Revoke sent: no answer told whether it was done"),
        Did.REVOKE_REFUSED: translate("incident", "Revoke sent: refused, or not sent at all"),
        Did.READ_REVOKED: translate("incident", "Record read again: revoked"),
        Did.READ_GONE: translate("incident", "Record read again: gone"),
        Did.READ_NOT_REVOKED: translate("incident", "Record read again: not revoked"),
        Did.NOT_READ: translate("incident", "Record could not be read again"),
    }[did]


def _checks(one: ReportedKey, names: Names) -> tuple[Line, ...]:
    checks: list[Line] = []
    for record in one.records:
        path = exact(f"/admin/api-keys/{record.id}")
        if one.gone:
            text = translate("incident", "{path}, read by any admin, answers 404: it is gone.")
            checks.append(said(text, path=path))
            continue
        if record.revoked_at is None:
            text = translate("incident", "{path}, read by any admin, shows the record.")
            checks.append(said(text, path=path))
            continue
        checks.append(
            said(
                translate(
                    "incident",
                    "{path}, read by any admin, shows {revoked_at} {time} and {revoked_by} {who}.",
                ),
                path=path,
                revoked_at=exact("revoked_at"),
                revoked_by=exact("revoked_by"),
                time=moment(record.revoked_at),
                who=(exact(record.revoked_by),) if record.revoked_by else "–",
            )
        )
    asked = [step for step in one.answer.steps if step.did in _ASKED and step.head is not None]
    if asked:
        checks.append(
            said(
                translate(
                    "incident",
                    "The server's own log has these requests, at these times: {requests}.",
                ),
                requests=joined(map(_request, asked)),
            )
        )
    if {step.did for step in asked} >= {Did.REFUSED, Did.CONTROL}:
        text = translate(
            "incident",
            "A refusal counts because the same server accepted our own session beside it.",
        )
        checks.append(ours(text))
    if one.key.type is KeyType.PUBLISHABLE:
        text = translate(
            "incident",
            "Whoever has the key itself can see whether it is refused: sent to /store/regions as "
            "x-publishable-api-key, a dead one is answered 400, a working one 200.",
        )
        return (*checks, ours(text))
    checks.append(
        ours(
            translate(
                "incident",
                "Whoever has the key itself can see whether it is refused: sent with HTTP Basic to "
                "/admin/users/me, a dead secret key is answered 401; a working one 404, with its "
                "ID. Medusa before 2.13.2 answers 401 to both.",
            )
        )
    )
    return tuple(checks)


def _request(step: Step) -> Line:
    assert step.head is not None  # noqa: S101  # see _checks
    date = step.head.date
    return said(
        "{status} {time}",
        status=exact(str(step.head.status)),
        time=second(date) if date is not None else about(step.at),
    )
