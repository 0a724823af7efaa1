"""Which key a look is about, who looked and when; and how far a look is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QProgressBar, QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.key_trace import Trace, TraceKind
from medusa_console.services.key_trace import TraceProgress
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.fact_list import Fact, FactList
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT, TWELVE
from medusa_console.ui.leaks.what_it_did_date import LeakDateField
from medusa_console.ui.words import labels
from medusa_console.ui.words import what_it_did as words


class HeadPart(QWidget):
    """The facts of the key and of the look, and the leak's date, which can be changed."""

    def __init__(
        self,
        now: Callable[[], datetime],
        record: ApiKey,
        reported: datetime | None,
        chosen: datetime | None,
    ) -> None:
        """`now`, `reported` and `chosen` as in LeakDateField."""
        super().__init__()
        self._record = record
        self._facts = FactList(self._facts_of(None))
        self.date = LeakDateField(now, reported, chosen)
        self._alive = PlainLabel(
            self.tr("This key still works. Revoke it first: until then it can make more."),
            role="danger-strong",
            wrap=True,
            name="did.alive",
        )
        self.setLayout(column(self._facts, self._alive, self.date, spacing=TWELVE))
        self._alive.hide()

    def show_trace(self, trace: Trace) -> None:
        """Show when it was looked at, and as whom."""
        self._facts.show_facts(self._facts_of(trace))
        root = trace.root
        self._alive.setVisible(root is not None and root.state(trace.as_of).works)

    def _facts_of(self, trace: Trace | None) -> list[Fact]:
        record, key = self._record, self._record.redacted
        if trace is not None and trace.root is not None:  # before, the record may be outdated
            state = labels.inside(labels.state(trace.root.state(trace.as_of)))
            key = f"{key} · {state}"
        facts = [
            Fact(self.tr("Key"), key, code=True),
            Fact(self.tr("ID"), record.id, code=True, copies=True),
            Fact(self.tr("Created"), labels.exact(record.created_at)),
        ]
        if trace is not None:
            looked = self.tr("{time} by the store's clock, as {email}").format(
                time=labels.to_the_second(trace.as_of), email=shown(trace.email or trace.user_id)
            )
            facts.append(Fact(self.tr("Looked at"), looked))
        return facts


class ReadingPart(QWidget):
    """How far a look is; the owner hides it afterwards."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("did.reading")
        self._read: dict[TraceKind, TraceProgress] = {}
        self._text = PlainLabel(wrap=True, name="did.reading.text")
        self._bar = QProgressBar()
        self._bar.setObjectName("did.reading.bar")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.setLayout(column(self._text, self._bar, spacing=EIGHT))

    def begin(self) -> None:
        """Nothing was read yet."""
        self._read = {}
        self._text.setText(self.tr("Asking the store…"))
        self._bar.setRange(0, 0)
        announce(self, self._text.text())

    def show_progress(self, progress: TraceProgress) -> None:
        """Show how far the kind is of which most is left; several are read at once."""
        self._read[progress.kind] = progress
        most = max(self._read.values(), key=lambda one: (one.total or one.read) - one.read)
        self._text.setText(words.reading(most.kind, most.read, most.total))
        totals = [one.total or one.read for one in self._read.values()]
        self._bar.setRange(0, sum(totals))
        self._bar.setValue(sum(one.read for one in self._read.values()))
