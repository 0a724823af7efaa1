"""The message for whoever leaked a key: which one, where it was found, whether it works.

What strangers wrote is escaped for a chat or an email. It never holds the key.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.escaping import in_chat
from medusa_console.domain.leak_answers import Case, Finding, ProofState, StoreAnswer
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import incident, labels
from medusa_console.ui.words import leaks as words

_FAILED = (ProofState.NOT_REVOKED, ProofState.STILL_WORKS)


@dataclass(frozen=True)
class Told:
    """What the message names besides: whoever gets it need not know."""

    title: bool = False
    id: bool = False
    host: bool = False


def record_of(answer: StoreAnswer) -> ApiKey | None:
    """The record that is the key, as far as it is known to be one alone."""
    if answer.proof is not None:
        return answer.proof.record
    return answer.records[0] if len(answer.records) == 1 else None


def message_text(case: Case, answer: StoreAnswer, told: Told, *, roles_off: bool) -> str:
    """The message about the key of `case` as the store of `answer` knows it. With `roles_off`, a
    secret key could change every admin's password."""
    record = record_of(answer)
    lines = [
        translate("leakMessage", "A Medusa API key was found where it does not belong: {form}")
    ]
    lines[0] = lines[0].format(form=in_chat(case.key.shown))
    if told.title and record is not None:
        title = in_chat(record.title) or translate("leakMessage", "(no title)")
        lines.append(translate("leakMessage", "Title: “{title}”").format(title=title))
    if told.id and record is not None:
        lines.append(translate("leakMessage", "ID: {id}").format(id=in_chat(record.id)))
    if told.host:
        host = labels.host(answer.store.host)
        lines.append(translate("leakMessage", "Server: {host}").format(host=host))
    passwords = roles_off and case.key.type is KeyType.SECRET
    everybody = [incident.everybody(sure=True)] if passwords else []
    state = _state(case, answer, record)
    return "\n".join((*lines, *_found(case), state, _advice(answer), *everybody))


def _found(case: Case) -> list[str]:
    # Whoever wrote a commit is not told to others.
    places = tuple(replace(place, author="") for place in case.key.places)
    found = words.place_lines(replace(case.key, places=places), in_chat)
    if found and not any(place.outside for place in places):
        if len(found) == 1:
            text = translate("leakMessage", "Found in a text that was checked: {place}")
            return [text.format(place=found[0])]
        return [translate("leakMessage", "Found in a text that was checked:"), *found]
    if len(found) == 1:
        return [translate("leakMessage", "Found in: {place}").format(place=found[0])]
    return [translate("leakMessage", "Found in:"), *found] if found else []


def _state(case: Case, answer: StoreAnswer, record: ApiKey | None) -> str:
    revoked_at = record.revoked_at if record is not None else None
    time = words.utc(revoked_at, day=True) if revoked_at is not None else ""
    state = answer.proof.state if answer.proof is not None else None
    if state is ProofState.DEAD and time:
        text = translate("leakMessage", "It has been dead since {time}: its store refuses it.")
    elif state is ProofState.DEAD:
        text = translate("leakMessage", "It is dead: its record is gone, and its store refuses it.")
    elif state is ProofState.BY_RECORD and time:
        text = translate("leakMessage", "It was revoked at {time}, as its record shows.")
    elif state is ProofState.BY_RECORD:
        text = translate("leakMessage", "Its record was deleted, so it no longer works.")
    elif state is ProofState.NOT_PROVEN and time:
        text = translate(
            "leakMessage",
            "It was revoked at {time}, but it is not proven yet that its store refuses it.",
        )
    elif state is None and answer.finding is Finding.REVOKED_ALIKE and time:
        text = translate(
            "leakMessage", "Its store refuses it. It was probably revoked before, at {time}."
        )
    elif state is None and answer.finding is Finding.REVOKED_ALIKE:
        text = translate("leakMessage", "Its store refuses it. It was probably revoked before.")
    else:
        return translate("leakMessage", "It still works, as far as is known. It must be revoked.")
    text = text.format(time=time)
    if state is ProofState.DEAD and not case.dead:
        elsewhere = translate("leakMessage", "It may still work elsewhere.")
        return f"{text} {elsewhere}"
    return text


def _advice(answer: StoreAnswer) -> str:
    failed = answer.proof is not None and answer.proof.state in _FAILED
    advice = [
        translate(
            "leakMessage",
            "Please remove it from there, also from older versions, copies and messages, and say "
            "where else it may be, and since when.",
        ),
        translate("leakMessage", "Do not use it any more.")
        if failed
        else translate("leakMessage", "Whatever used it needs another key."),
        translate(
            "leakMessage", "Keep the next key out of code, tickets and chats, and never send a key."
        ),
    ]
    return " ".join(advice)
