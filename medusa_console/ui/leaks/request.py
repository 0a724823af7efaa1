"""A request to revoke a key, for somebody who may, to be pasted into a chat or an email."""

from __future__ import annotations

from datetime import UTC

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.escaping import in_chat
from medusa_console.domain.leak_answers import Case, Finding, StoreAnswer
from medusa_console.domain.leaks import Place
from medusa_console.domain.moments import is_known
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels
from medusa_console.ui.words.counts import counts

_MOST_PLACES = 5


def copy_request(widget: QWidget, case: Case, answer: StoreAnswer, record: ApiKey) -> None:
    """Copy the request to the clipboard. It never holds the key."""
    QGuiApplication.clipboard().setText(request_text(case, answer, record))
    announce(widget, translate("LeakRequest", "Copied"))


def request_text(case: Case, answer: StoreAnswer, record: ApiKey) -> str:
    """Asks to revoke `record` in the store of `answer`: which it is, what proves that the key
    works, where it was found. What strangers wrote is escaped for a chat."""
    store = answer.store
    where = translate("LeakRequest", "{store} ({environment}), {host}").format(
        store=in_chat(store.name),
        environment=labels.inside(labels.environment(store.environment)),
        host=labels.host(store.host),
    )
    title = in_chat(record.title) or translate("LeakRequest", "(no title)")
    lines = [
        translate("LeakRequest", "Please revoke this Medusa API key:"),
        translate("LeakRequest", "Title: “{title}”").format(title=title),
        translate("LeakRequest", "ID: {id}").format(id=in_chat(record.id)),
        translate("LeakRequest", "Shortened form: {form}").format(form=in_chat(record.redacted)),
        translate("LeakRequest", "Store: {store}").format(store=where),
        _state(answer),
        *_found(case),
    ]
    return "\n".join(lines)


def _state(answer: StoreAnswer) -> str:
    if answer.accepted_at is not None and answer.works:
        at = answer.accepted_at
        time = f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC" if is_known(at) else labels.exact(at)
        if answer.finding is Finding.THIS_KEY:
            text = translate("LeakRequest", "It works right now: the store accepted it at {time}.")
        else:
            text = translate(
                "LeakRequest",
                "The leaked key works right now: the store accepted it at {time}, but did not say "
                "which key it is. This one looks the same in its shortened form.",
            )
        return text.format(time=time)
    if answer.finding is Finding.PUBLISHABLE:
        return translate(
            "LeakRequest", "It is a publishable key, which every storefront shows. It is no leak."
        )
    return translate(
        "LeakRequest",
        "It is not proven that this is the leaked key, nor that it works: only the shortened "
        "form was compared.",
    )


def _found(case: Case) -> list[str]:
    places = [text for one in case.key.places[:_MOST_PLACES] if (text := _place(one))]
    if not places:
        return []
    if (rest := case.key.count - min(len(case.key.places), _MOST_PLACES)) > 0:
        places.append(counts.and_more(rest))
    if len(places) == 1:
        return [translate("LeakRequest", "Found in: {place}").format(place=places[0])]
    return [translate("LeakRequest", "Found in:"), *places]


def _place(where: Place) -> str:
    line = (
        translate("LeakRequest", "line {number}").format(number=labels.number(where.line))
        if where.line
        else ""
    )
    parts = (where.repository, where.file, where.name, where.commit, where.author, where.date)
    repository, file, name, *who = (in_chat(part) for part in parts)
    return ", ".join(part for part in (repository, file, line, name, *who) if part)
