"""What a leaked key made, what cannot be attributed, and which keys were revoked or changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.key_trace import (
    BY_AUTHOR,
    MadeKey,
    MadeRecord,
    Trace,
    TraceKind,
    UnattributedKey,
    changed_after,
)
from medusa_console.domain.trace_order import as_tree, split
from medusa_console.services.trace_looks import TraceLook
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.resources import Tint
from medusa_console.ui.kit.theme_tokens import SIXTEEN
from medusa_console.ui.leaks.what_it_did_list import TraceList
from medusa_console.ui.records.lines import Line
from medusa_console.ui.words import what_it_did as words
from medusa_console.ui.words.trace_counts import trace_counts


@dataclass(frozen=True)
class Ordered:
    """What takes long to find in a trace of thousands of keys, found once: the keys as a tree, and
    all keys that have a name, by id."""

    tree: tuple[MadeKey, ...]
    named: dict[str, ApiKey]


def in_order(trace: Trace) -> Ordered:
    """The keys of `trace` in the order in which they are shown; on a thread where they are many."""
    keys = [one.key for one in trace.made_keys] + [one.key for one in trace.unattributed]
    return Ordered(as_tree(trace.made_keys), {one.id: one for one in keys})


class MadePart(QWidget):
    """A heading and a list for each thing there is some of."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("did.made")
        self._title = PlainLabel(self.tr("Made by it"), role="card", name="did.made.title")
        self._title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._nothing = PlainLabel(wrap=True, role="strong", name="did.nothing")
        self._after = TraceList(self.tr("Keys made after the leak"), name="did.after")
        self._before = TraceList(self.tr("Keys made before the leak"), name="did.before")
        self._undated = TraceList(self.tr("Keys made by it"), name="did.keys")
        self._records = {
            kind: TraceList(words.kind(kind), name=f"did.{name}")
            for kind, name in zip(BY_AUTHOR, ("customers", "groups", "taxRegions"), strict=True)
        }
        self._lost = TraceList(self.tr("Keys that cannot be attributed"), name="did.unattributed")
        self._lost_records = TraceList(
            self.tr("Records that cannot be attributed"), name="did.unattributedRecords"
        )
        self._revoked = TraceList(self.tr("Keys revoked by it"), name="did.revoked")
        self._changed = TraceList(self.tr("Keys changed since"), name="did.changed")
        self.setLayout(
            column(
                self._title,
                self._nothing,
                self._after,
                self._before,
                self._undated,
                *self._records.values(),
                self._revoked,
                self._lost,
                self._lost_records,
                self._changed,
                spacing=SIXTEEN,
            )
        )

    def show_look(self, look: TraceLook, ordered: Ordered) -> None:
        """Show what a look has found, split at the leak's date."""
        trace = look.trace
        self._nothing.setText(words.nothing(trace))
        self._nothing.setVisible(trace.nothing)
        self._show_keys(look, ordered)
        name = namer(trace, ordered)
        for kind, part in self._records.items():
            _show_records(part, trace.of_kind(kind), kind, look, name)
        self._show_unattributed(look, name)
        self._show_changes(look, name)

    def _show_keys(self, look: TraceLook, ordered: Ordered) -> None:
        trace, leaked_at = look.trace, look.leaked_at
        name = namer(trace, ordered)
        parts = split(ordered.tree, attrgetter("key.created_at"), leaked_at)

        def show(part: TraceList, keys: Sequence[MadeKey], heading: str, why: str = "") -> None:
            def line(number: int) -> Line:
                one = keys[number]
                state = one.key.state(trace.as_of)
                return Line(words.made_key(one, state, leaked_at, name), *_icon(one.key))

            part.show_lines(heading, len(keys), line, lambda: [one.key.id for one in keys], why=why)

        show(self._after, parts.after, trace_counts.made_after(len(parts.after)))
        show(
            self._before,
            parts.before,
            trace_counts.made_before(len(parts.before)),
            self.tr("Before the leak, most is the key's own work."),
        )
        show(self._undated, parts.undated, trace_counts.made_keys(len(parts.undated)))

    def _show_unattributed(self, look: TraceLook, name: Callable[[str], str]) -> None:
        trace = look.trace
        lost: Sequence[UnattributedKey] = trace.unattributed

        def line(number: int) -> Line:
            one = lost[number]
            return Line(words.unattributed(one, one.key.state(trace.as_of)), *_icon(one.key))

        self._lost.show_lines(
            trace_counts.unattributed(len(lost)),
            len(lost),
            line,
            lambda: [one.key.id for one in lost],
            why=self.tr(
                "They may be the work of this key, or of somebody let in with it: there is no "
                "way to tell. They are not revoked from here. Look at each in the list of keys."
            ),
        )
        records = trace.unattributed_records
        heading = trace_counts.unattributed_records(len(records))
        _show_lines(self._lost_records, records, heading, look, name)

    def _show_changes(self, look: TraceLook, name: Callable[[str], str]) -> None:
        trace, leaked_at = look.trace, look.leaked_at
        revoked, changed = trace.revoked, changed_after(trace, leaked_at)
        self._revoked.show_lines(
            trace_counts.revoked(len(revoked)),
            len(revoked),
            lambda number: Line(
                words.revoked(revoked[number], revoked[number].state(trace.as_of), name),
                *_icon(revoked[number]),
            ),
            lambda: [one.id for one in revoked],
        )
        self._changed.show_lines(
            trace_counts.changed_since_made(len(changed))
            if leaked_at is None
            else trace_counts.changed(len(changed)),
            len(changed),
            lambda number: Line(words.changed(changed[number]), *_icon(changed[number])),
            lambda: [one.id for one in changed],
            why=self.tr(
                "Medusa does not say by whom, nor whether it was the title or the end. A change of "
                "sales channels does not show at all."
            ),
        )


def _show_records(
    part: TraceList,
    records: Sequence[MadeRecord],
    kind: TraceKind,
    look: TraceLook,
    name: Callable[[str], str],
) -> None:
    heading = trace_counts.records(kind, len(records))
    after = len(split(records, attrgetter("created_at"), look.leaked_at).after)
    if after:
        heading = f"{heading} · {trace_counts.after_leak(after)}"
    _show_lines(part, records, heading, look, name)


def _show_lines(
    part: TraceList,
    records: Sequence[MadeRecord],
    heading: str,
    look: TraceLook,
    name: Callable[[str], str],
) -> None:
    """Show records, the newest first: what came after the leak is in sight."""
    newest = records[::-1]
    part.show_lines(
        heading,
        len(newest),
        lambda number: Line(words.record(newest[number], look.leaked_at, name)),
        lambda: [one.id for one in newest],
    )


def _icon(key: ApiKey) -> tuple[str, Tint]:
    return "key" if key.type is KeyType.SECRET else "globe", Tint.MUTED


def namer(trace: Trace, ordered: Ordered) -> Callable[[str], str]:
    """Tells what the key of an id is called."""

    def name(key_id: str) -> str:
        if key_id == trace.root_id:
            return words.it()
        known = ordered.named.get(key_id)
        return words.of_id(key_id) if known is None else words.quoted(known)

    return name
