"""The texts with a number in them about many keys at once; Qt chooses the plural form."""

from __future__ import annotations

from PySide6.QtCore import QObject

from medusa_console.ui.words import labels


class ManyKeys(QObject):
    """Every method takes a number from 0 on."""

    def selected(self, number: int) -> str:
        """'312 selected'."""
        return self.tr("%Ln selected", "", number)

    def select_all(self, number: int) -> str:
        """'Select all 312', on a button."""
        return self.tr("Select all %Ln", "", number)

    def keys_selected(self, number: int) -> str:
        """'312 keys selected', the drawer's title."""
        return self.tr("%Ln key(s) selected", "", number)

    def revoke(self, number: int) -> str:
        """'Revoke 3 keys…'."""
        return self.tr("Revoke %Ln key(s)…", "", number)

    def schedule(self, number: int) -> str:
        """'Schedule 3 keys…'."""
        return self.tr("Schedule %Ln key(s)…", "", number)

    def extend(self, number: int) -> str:
        """'Extend 3 keys…'."""
        return self.tr("Extend %Ln key(s)…", "", number)

    def delete(self, number: int) -> str:
        """'Delete 3 records…'."""
        return self.tr("Delete %Ln record(s)…", "", number)

    def do_revoke(self, number: int) -> str:
        """'Revoke 3 keys', on the button that does it."""
        return self.tr("Revoke %Ln key(s)", "", number)

    def do_schedule(self, number: int) -> str:
        """'Schedule 3 keys', on the button that does it."""
        return self.tr("Schedule %Ln key(s)", "", number)

    def do_extend(self, number: int) -> str:
        """'Extend 3 keys', on the button that does it."""
        return self.tr("Extend %Ln key(s)", "", number)

    def do_delete(self, number: int) -> str:
        """'Delete 3 records', on the button that does it."""
        return self.tr("Delete %Ln record(s)", "", number)

    def ask_revoke(self, number: int) -> str:
        """'Revoke 3 keys?'"""
        return self.tr("Revoke %Ln key(s)?", "", number)

    def ask_schedule(self, number: int) -> str:
        """'Schedule 3 keys?'"""
        return self.tr("Schedule %Ln key(s)?", "", number)

    def ask_extend(self, number: int) -> str:
        """'Extend 3 keys?'"""
        return self.tr("Extend %Ln key(s)?", "", number)

    def ask_delete(self, number: int) -> str:
        """'Delete 3 records?'"""
        return self.tr("Delete %Ln record(s)?", "", number)

    def secret(self, number: int) -> str:
        """'3 secret keys'."""
        return self.tr("%Ln secret key(s)", "", number)

    def publishable(self, number: int) -> str:
        """'2 publishable keys'."""
        return self.tr("%Ln publishable key(s)", "", number)

    def leaked(self, number: int) -> str:
        """Warns of deleting the records of 3 leaked keys."""
        return self.tr(
            "%Ln of them leaked, or was made by a leaked key: its record is the only evidence on "
            "the server of who revoked it and when.",
            "",
            number,
        )

    def left_out(self, number: int) -> str:
        """'12 others stay as they are', of selected keys that an action does not concern."""
        return self.tr("%Ln other(s) of the selection stay as they are", "", number)

    def reading(self, number: int) -> str:
        """'Reading 312 keys…'."""
        return self.tr("Reading %Ln key(s)…", "", number)

    def type_number(self, number: int) -> str:
        """'Type 50 to confirm', the label of a field."""
        return self.tr("Type %Ln to confirm", "", number)

    def settled(self, settled: int, number: int) -> str:
        """'4 of 10 keys'."""
        text = self.tr("{settled} of %Ln key(s)", "", number)
        return text.format(settled=labels.number(settled))

    def without_receipt(self, number: int) -> str:
        """'40 keys have no receipt.', of a run that was cut off."""
        return self.tr(
            "%Ln key(s) have no receipt: they were not begun, or their result is not known.",
            "",
            number,
        )

    def starts_in(self, seconds: int) -> str:
        """'Starts in 10 s'."""
        return self.tr("Starts in %Ln s", "", seconds)

    def done(self, number: int) -> str:
        """'300 done'."""
        return self.tr("%Ln done", "", number)

    def needed_nothing(self, number: int) -> str:
        """'3 needed nothing': revoked or deleted by others meanwhile."""
        return self.tr("%Ln needed nothing", "", number)

    def failed(self, number: int) -> str:
        """'3 failed'."""
        return self.tr("%Ln failed", "", number)

    def unknown(self, number: int) -> str:
        """'1 not confirmed'."""
        return self.tr("%Ln not confirmed", "", number)

    def untouched(self, number: int) -> str:
        """'40 not touched'."""
        return self.tr("%Ln not touched", "", number)


many_keys = ManyKeys()
