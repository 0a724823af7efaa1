"""What is said of many keys that are revoked at once: by the leak desk, and why others wait."""

from __future__ import annotations

from medusa_console.domain.errors import OutcomeUnknown
from medusa_console.domain.leak_answers import Proof, ProofState
from medusa_console.services.bulk import Hold, ItemResult, ItemState
from medusa_console.services.leak_bulk import Choice
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import leak_proof
from medusa_console.ui.words.errors import explain


def line(one: Choice, result: ItemResult, proof: Proof | None, *, ended: bool) -> str:
    """What became of one key so far. `ended`: the run will not touch it any more."""
    if result.state is ItemState.UNTOUCHED:
        return _untouched(result, ended=ended)
    if proof is not None and proof.state is not ProofState.NOT_REVOKED:
        return _of_proof(one, proof)
    store = shown(one.store.name)
    match result.state:
        case ItemState.UNDER_WAY:
            text = translate("many", "Revoking…")
        case ItemState.DONE:
            text = translate("many", "Revoked, as {store}'s record shows").format(store=store)
        case ItemState.FAILED if isinstance(result.error, OutcomeUnknown):
            text = translate("many", "Not revoked: {store}'s record shows that it still works")
            text = text.format(store=store)
        case ItemState.FAILED if result.error is not None:
            text = translate("many", "Not revoked. {why}").format(
                why=explain(result.error).sentence
            )
        case ItemState.FAILED:
            text = translate("many", "Not revoked: what is known of this key has changed")
        case _:
            text = translate("many", "Not confirmed: this key may still work")
    return text


def _untouched(result: ItemResult, *, ended: bool) -> str:
    if result.error is not None:
        why = explain(result.error).sentence
        return translate("many", "Not touched. {why}").format(why=why)
    if ended:
        return translate("many", "Not touched")
    return translate("many", "Waiting for its turn")


def _of_proof(one: Choice, proof: Proof) -> str:
    parts = (
        leak_proof.title(one.store, proof),
        leak_proof.text_of(one.store, proof),
        leak_proof.trying_again(proof),
    )
    return ". ".join(part.removesuffix(".") for part in parts if part)


def hold(why: Hold, store: str) -> str:
    """Why the keys of a store wait, with what ends that."""
    text = (
        translate(
            "many",
            "Your session at {store} has ended. Its other keys wait until you sign in again.",
        )
        if why is Hold.SIGN_IN
        else translate("many", "{store} does not answer. Its other keys were not touched.")
    )
    return text.format(store=shown(store))
