"""The incident report of one store, as a document."""

from __future__ import annotations

from typing import Final

from medusa_console import __version__
from medusa_console.domain.api_key import KeyType
from medusa_console.domain.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Line,
    Paragraph,
    Run,
    Written,
    exact,
    ours,
    said,
    strangers,
)
from medusa_console.domain.incident_report import Incident
from medusa_console.domain.leak_answers import ProofState, StoreAnswer
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import incident_key, incident_trace, labels
from medusa_console.ui.words.incident_counts import incident_counts
from medusa_console.ui.words.incident_open import in_short, to_do
from medusa_console.ui.words.incident_parts import second, sentences, who

MOST_KEYS: Final = 100


def heading() -> str:
    """The title of every report."""
    return translate("incident", "Incident report: leaked Medusa API keys")


def document(incident: Incident, *, most: int | None) -> Document:
    """The report, whose lists name `most` records each, and which tells of MOST_KEYS keys more than
    in short; None for all. Takes long for many: to be made on a thread."""
    blocks: list[Block] = [Heading(1, ours(heading()))]
    if incident.practice:
        text = translate("incident", "Practice in the demo store. No real key has leaked.")
        blocks.append(Paragraph(ours(text, strong=True)))
    blocks.append(Bullets(_head(incident)))
    blocks += [
        Heading(2, ours(translate("incident", "In short"))),
        Bullets(_summary(incident)),
    ]
    whole = incident.keys if most is None else incident.keys[:MOST_KEYS]
    for one in whole:
        blocks += incident_key.blocks(one, incident.named)
        blocks += incident_trace.blocks(one.look, incident.named, most)
    if rest := len(incident.keys) - len(whole):
        blocks.append(Paragraph(ours(incident_counts.keys_in_short(rest))))
    blocks += [
        Heading(2, ours(translate("incident", "What to do next"))),
        Bullets(_next(incident)),
        Heading(2, ours(translate("incident", "What is not known"))),
        Bullets(tuple(map(ours, _unknown(incident)))),
    ]
    return tuple(blocks)


def _head(incident: Incident) -> tuple[Line, ...]:
    store = incident.store
    roles = {
        True: translate("incident", "Roles (RBAC): on"),
        False: translate("incident", "Roles (RBAC): off"),
        None: translate("incident", "Roles (RBAC): what they allow a key is not known"),
    }
    return (
        said(
            translate("incident", "Store: {store} ({environment}), {host}"),
            store=strangers(store.name),
            environment=labels.inside(labels.environment(store.environment)),
            host=Run(store.host, Written.EXACT) if not store.is_demo else labels.host(store.host),
        ),
        said(
            translate("incident", "Pasted {pasted}, reported {made}"),
            pasted=second(incident.pasted_at),
            made=second(incident.made_at),
        ),
        said(translate("incident", "Account: {who}"), who=who(incident.account, incident.named)),
        ours(roles[incident.roles]),
        ours(f"Medusa Console {__version__}"),
        ours(
            translate(
                "incident",
                "All times are UTC, by the store's clock. This report tells of this store alone.",
            )
        ),
        ours(
            translate("incident", "People are named, as was chosen when it was made.")
            if incident.people
            else translate("incident", "People stand here by their IDs alone.")
        ),
    )


def _summary(incident: Incident) -> tuple[Line, ...]:
    lines = [
        (
            exact(one.key.shown),
            Run(": "),
            *sentences(*filter(None, (incident_key.state(one, incident.named), in_short(one)))),
        )
        for one in incident.keys
    ]
    if incident.unknown_keys:
        lines.append(ours(incident_counts.keys_unknown(incident.unknown_keys)))
    return tuple(lines)


def _next(incident: Incident) -> tuple[Line, ...]:
    first = []
    if any(_works(one.answer) for one in incident.keys):
        first.append(translate("incident", "Revoke the keys that still work."))
    secret = any(one.key.type is KeyType.SECRET for one in incident.keys)
    if secret and incident.roles is not True:
        first.append(everybody(sure=incident.roles is False))
    then = (
        translate(
            "incident",
            "Remove the keys from where they were found, also from older versions and from copies.",
        ),
        translate(
            "incident",
            "Keep the records of these keys: they are the only evidence on the server of who "
            "revoked them and when.",
        ),
        translate(
            "incident",
            "Look again later for what the keys did: whoever was let in with them may come back.",
        ),
    )
    return (*map(ours, first), *to_do(incident.keys), *map(ours, then))


def everybody(*, sure: bool) -> str:
    """That every admin sets a new password, and why. `sure`: roles are off."""
    if sure:
        return translate(
            "incident",
            "Everybody sets a new password: roles are off, so such a key could fetch the token "
            "that resets any admin's password, which leaves no trace.",
        )
    return translate(
        "incident",
        "Everybody sets a new password, unless roles are on: without roles such a key could fetch "
        "the token that resets any admin's password, which leaves no trace.",
    )


def _works(answer: StoreAnswer) -> bool:
    if answer.proof is None:
        return answer.accepted_at is not None
    return answer.proof.state in (ProofState.STILL_WORKS, ProofState.NOT_REVOKED)


def _unknown(incident: Incident) -> list[str]:
    lines = [
        translate("incident", "Who leaked a key. Who made a key is not who leaked it."),
        translate(
            "incident",
            "What was read with it. Medusa records no use of a key, and reading leaves no trace: "
            "assume that whatever it could read was read.",
        ),
        translate(
            "incident",
            "Whether it works elsewhere: a server on a copy of this database accepts it until it "
            "is revoked there.",
        ),
        translate(
            "incident",
            "Whether every process of this store refuses it by now: each one goes by its own "
            "clock.",
        ),
    ]
    if any(one.look is None for one in incident.keys):
        text = translate("incident", "What some of these keys did: nobody looked for it.")
        lines.append(text)
    if incident.practice:
        return lines[:1]
    return lines
