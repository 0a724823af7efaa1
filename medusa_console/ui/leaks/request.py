"""A request to revoke a key, for somebody who may, to be pasted into a chat or an email."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.escaping import in_chat
from medusa_console.domain.leak_answers import Case, Finding, StoreAnswer
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels
from medusa_console.ui.words import leaks as words


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
        time = words.utc(answer.accepted_at, day=True)
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
    places = words.place_lines(case.key, in_chat)
    if not places:
        return []
    if len(places) == 1:
        return [translate("LeakRequest", "Found in: {place}").format(place=places[0])]
    return [translate("LeakRequest", "Found in:"), *places]
