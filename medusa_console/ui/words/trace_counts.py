"""The texts with a number about what a leaked key did; Qt chooses the plural form."""

from __future__ import annotations

from PySide6.QtCore import QObject

from medusa_console.domain.key_trace import TraceKind
from medusa_console.ui.words import labels


class TraceCounts(QObject):
    """What a look at a leaked key has found."""

    def people(self, number: int) -> str:
        """'3 people'."""
        return self.tr("%Ln person/people", "", number)

    def invites(self, number: int) -> str:
        """'2 open invites'."""
        return self.tr("%Ln open invite(s)", "", number)

    def newer_than_leak(self, number: int) -> str:
        """'2 newer than the leak'."""
        return self.tr("%Ln newer than the leak", "", number)

    def made_keys(self, number: int) -> str:
        """'5 keys'."""
        return self.tr("%Ln key(s)", "", number)

    def made_after(self, number: int) -> str:
        """'3 keys made after the leak'."""
        return self.tr("%Ln key(s) made after the leak", "", number)

    def made_before(self, number: int) -> str:
        """'2 keys made before the leak'."""
        return self.tr("%Ln key(s) made before the leak", "", number)

    def records(self, kind: TraceKind, number: int) -> str:
        """'20 customers'."""
        match kind:
            case TraceKind.CUSTOMERS:
                return self.tr("%Ln customer(s)", "", number)
            case TraceKind.CUSTOMER_GROUPS:
                return self.tr("%Ln customer group(s)", "", number)
            case TraceKind.TAX_REGIONS:
                return self.tr("%Ln tax region(s)", "", number)
            case _:
                return self.tr("%Ln other record(s)", "", number)

    def after_leak(self, number: int) -> str:
        """'18 after the leak'."""
        return self.tr("%Ln after the leak", "", number)

    def unattributed(self, number: int) -> str:
        """'2 keys cannot be attributed'."""
        return self.tr("%Ln key(s) cannot be attributed", "", number)

    def unattributed_records(self, number: int) -> str:
        """'4 records cannot be attributed'."""
        return self.tr("%Ln record(s) cannot be attributed", "", number)

    def revoked(self, number: int) -> str:
        """'2 keys revoked by it, or given an end'."""
        return self.tr("%Ln key(s) revoked by it, or given an end", "", number)

    def changed(self, number: int) -> str:
        """'3 keys changed since the leak'."""
        return self.tr("%Ln key(s) changed since the leak", "", number)

    def changed_since_made(self, number: int) -> str:
        """'3 keys changed since this key was made'."""
        return self.tr("%Ln key(s) changed since this key was made", "", number)

    def ids_copied(self, number: int) -> str:
        """'20 IDs copied'."""
        return self.tr("%Ln ID(s) copied", "", number)

    def read(self, read: int, total: int) -> str:
        """'2,000 of 20,000'."""
        text = self.tr("{read} of %Ln", "", total)
        return text.format(read=labels.number(read))

    def more(self, number: int) -> str:
        """'Show 20 more', on a button."""
        return self.tr("Show %Ln more", "", number)

    def revoke_new(self, number: int) -> str:
        """'Revoke what it made… (2 new)', on the button that asks."""
        return self.tr("Revoke what it made… (%Ln new)", "", number)

    def made(self, number: int) -> str:
        """'5 keys made by it', in the preview."""
        return self.tr("%Ln key(s) made by it", "", number)

    def new_since_preview(self, number: int) -> str:
        """'2 are new since the last preview'."""
        return self.tr("%Ln new since the last preview", "", number)

    def at_most(self, most: int) -> str:
        """'At most 500 keys at once.'"""
        return self.tr(
            "At most %Ln key(s) at once. Untick some; they come in the next round.", "", most
        )


trace_counts = TraceCounts()
