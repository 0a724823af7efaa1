"""The texts with a number in them about colleagues; Qt chooses the plural form."""

from __future__ import annotations

from PySide6.QtCore import QObject


class ColleagueCounts(QObject):
    """Every method takes a number from 0 on."""

    def people(self, number: int) -> str:
        """'1 person', '5 people'."""
        return self.tr("%Ln person(s)", "", number)

    def invited(self, number: int) -> str:
        """'2 invited', after the number of people."""
        return self.tr("%Ln invited", "", number)

    def made_keys(self, number: int) -> str:
        """'Made 4 keys'."""
        return self.tr("Made %Ln key(s)", "", number)

    def made_keys_at_least(self, number: int) -> str:
        """'Made 4 keys or more': the store has more keys than were read."""
        return self.tr("Made %Ln key(s) or more", "", number)

    def keys_stay(self, number: int) -> str:
        """'The 4 keys they made stay as they are.'"""
        return self.tr("The %Ln key(s) they made stay as they are.", "", number)


colleague_counts = ColleagueCounts()
