"""What is said of an export of keys: what was asked for, what the file holds, why there is none."""

from __future__ import annotations

from medusa_console.domain import tokens
from medusa_console.domain.errors import ExportFault, ExportUnwritable
from medusa_console.domain.key_table import MOST_EXPORTED, TableHead
from medusa_console.domain.query import KeyQuery, StateFilter
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import key_marks, labels
from medusa_console.ui.words.export_counts import exports


def asked(query: KeyQuery, creator: str, days: int) -> str:
    """The filters of `query` in words; `creator` is the name of the one it asks for. A key is old
    after `days` days."""
    parts = []
    if query.type is not None:
        parts.append(
            translate("keyExport", "Type: {type}").format(type=labels.key_type(query.type))
        )
    if query.state is not StateFilter.ALL:
        state = labels.state_filter(query.state)
        parts.append(translate("keyExport", "State: {state}").format(state=state))
    if query.mark is not None:
        parts.append(key_marks.mark(query.mark, days))
    if query.creator is not None:
        parts.append(translate("keyExport", "Created by: {name}").format(name=creator))
    if query.key_id:
        parts.append(translate("keyExport", "ID: {id}").format(id=query.key_id))
    if tokens.may_hold_a_key(query.text):
        parts.append(translate("keyExport", "Search: not written here, it may hold a key"))
    elif query.text:
        parts.append(translate("keyExport", "Search: {text}").format(text=query.text))
    return " · ".join(parts) or translate("keyExport", "All keys")


def order(column: str, *, descending: bool) -> str:
    """The order by `column`, a title."""
    text = (
        translate("keyExport", "{column}, descending")
        if descending
        else translate("keyExport", "{column}, ascending")
    )
    return text.format(column=column)


def counted(head: TableHead) -> str:
    """How many keys are in the file, of how many that match."""
    if head.exported == head.matching:
        return exports.all_keys(head.exported)
    return exports.some_keys(head.exported, head.matching)


def about(head: TableHead) -> str:
    """What the file is about, in one line."""
    as_of = translate("keyExport", "as of {time}").format(
        time=head.as_of.isoformat(timespec="seconds")
    )
    return " · ".join((counted(head), as_of, head.store, head.query, head.order))


def left_out(head: TableHead) -> str:
    """Why keys that match are missing in the file; "" if none is."""
    gone = min(head.matching, MOST_EXPORTED) - head.exported
    parts = []
    if head.matching > MOST_EXPORTED:
        parts.append(exports.too_many(MOST_EXPORTED))
    if gone:
        parts.append(exports.gone(gone))
    return " ".join(parts)


def unwritable(error: ExportUnwritable) -> str:
    """Why there is no file."""
    return {
        ExportFault.NO_PLACE: translate("keyExport", "The folder isn't there any more."),
        ExportFault.FOLDER: translate("keyExport", "This is a folder. Add the name of a file."),
        ExportFault.NOT_ALLOWED: translate(
            "keyExport", "You don't have permission to write to this folder."
        ),
        ExportFault.FULL: translate("keyExport", "The disk is full. Nothing was written."),
        ExportFault.OTHER: translate("keyExport", "Nothing was written: {detail}.").format(
            detail=shown(error.detail)
        ),
    }[error.fault]
