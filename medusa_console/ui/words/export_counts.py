"""The texts with a number in them about exported keys; Qt chooses the plural form."""

from __future__ import annotations

from PySide6.QtCore import QObject

from medusa_console.ui.words import labels


class ExportCounts(QObject):
    """Every method takes a number from 0 on."""

    def all_keys(self, number: int) -> str:
        """'312 keys'."""
        return self.tr("%Ln key(s)", "", number)

    def some_keys(self, exported: int, matching: int) -> str:
        """'20,000 of 20,041 keys'."""
        text = self.tr("{exported} of %Ln key(s)", "", matching)
        return text.format(exported=labels.number(exported))

    def read(self, number: int, count: int) -> str:
        """'200 of 312 keys read'."""
        text = self.tr("{number} of %Ln key(s) read", "", count)
        return text.format(number=labels.number(number))

    def done(self, number: int) -> str:
        """'312 keys exported to {file}'."""
        return self.tr("%Ln key(s) exported to {file}", "", number)

    def gone(self, number: int) -> str:
        """'3 keys were deleted meanwhile.'"""
        return self.tr("%Ln key(s) were deleted while the others were read.", "", number)

    def too_many(self, number: int) -> str:
        """'Only the first 20,000 keys of this order are exported.'"""
        return self.tr("Only the first %Ln key(s) in this order are exported.", "", number)


exports = ExportCounts()
