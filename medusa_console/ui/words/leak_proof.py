"""How far the revoke of a leaked key is proven, in words."""

from __future__ import annotations

from medusa_console.domain.errors import OutcomeUnknown
from medusa_console.domain.leak_answers import MOST_TRIES, Doubt, Proof, ProofState
from medusa_console.domain.store import Store
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels
from medusa_console.ui.words.leaks import in_store, utc, with_error


def title(store: Store, proof: Proof) -> str:
    """How far the revoke is proven, to be shown large and spoken."""
    where = in_store(store)
    match proof.state:
        case ProofState.REVOKING:
            text = translate("leaks", "Revoking in {store}…").format(store=where)
        case ProofState.PROVING:
            text = translate("leaks", "Revoked. Checking that {store} refuses it…")
            text = text.format(store=where)
        case ProofState.DEAD:
            text = translate("leaks", "Dead in {store}. Refused at {time}")
            text = text.format(store=where, time=utc(proof.at) if proof.at else "")
        case ProofState.BY_RECORD if proof.record.revoked_at is None:
            text = translate("leaks", "Its record is gone from {store}")
            text = text.format(store=shown(store.name))
        case ProofState.BY_RECORD:
            text = translate("leaks", "Revoked, as {store}'s record shows")
            text = text.format(store=shown(store.name))
        case ProofState.NOT_PROVEN:
            text = translate("leaks", "Revoked, not proven")
        case ProofState.STILL_WORKS:
            text = translate("leaks", "Still works. Revoke again")
        case ProofState.NOT_REVOKED if unsure(proof):
            text = translate("leaks", "Not confirmed: this key may still work")
        case ProofState.NOT_REVOKED:
            text = translate("leaks", "Not revoked")
    return text


def text_of(store: Store, proof: Proof) -> str:
    """What the proof rests on, or what it is missing; the words of an error stand here once."""
    name = shown(store.name)
    match proof.state:
        case ProofState.BY_RECORD:
            return translate(
                "leaks",
                "The key itself is not at hand, so nobody has shown that it is refused.",
            )
        case ProofState.STILL_WORKS:
            text = translate("leaks", "{store} accepted it at {time}, after the revoke.")
            return text.format(store=name, time=utc(proof.at) if proof.at else "")
        case ProofState.NOT_PROVEN | ProofState.NOT_REVOKED:
            return with_error(_doubt(name, proof.doubt), proof.error).strip()
        case _:
            return ""


def trying_again(proof: Proof) -> str:
    """'Checking again, 3 of 10'; "" if the proof is not tried again."""
    if not proof.running or proof.tries == 0:
        return ""
    return translate("leaks", "Checking again, {number} of {most}").format(
        number=labels.number(proof.tries), most=labels.number(MOST_TRIES)
    )


def unsure(proof: Proof) -> bool:
    """Whether a revoke that failed may have been done all the same."""
    return proof.doubt is Doubt.NOT_SHOWN or isinstance(proof.error, OutcomeUnknown)


def _doubt(store: str, doubt: Doubt | None) -> str:
    match doubt:
        case Doubt.NO_ANSWER:
            text = translate("leaks", "{store} did not answer when it was shown the key.")
        case Doubt.OUR_SESSION:
            text = translate(
                "leaks",
                "{store} refuses the key, but your own session too, so that proves nothing.",
            )
        case Doubt.NOT_SHOWN:
            text = translate(
                "leaks", "The record of {store} does not show the revoke. Assume the key works."
            )
        case Doubt.KEY_GONE:
            text = translate(
                "leaks", "The key is no longer in memory. Paste it again to prove the revoke."
            )
        case Doubt.CACHE:
            text = translate(
                "leaks",
                "{store} keeps publishable keys in a cache: another of its processes may accept "
                "this one for up to an hour.",
            )
        case None:
            return ""
    return text.format(store=store)
