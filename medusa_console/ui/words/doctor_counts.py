"""The texts with a number in them about keys that fail; Qt chooses the plural form."""

from __future__ import annotations

from PySide6.QtCore import QObject


class DoctorCounts(QObject):
    """Every method takes a number from 0 on."""

    def digits(self, number: int) -> str:
        """'The key is cut: it has 63 of 64 digits.'"""
        return self.tr(
            "The key is cut: it has %n of 64 digits. Copy it whole from where it was saved.",
            "",
            number,
        )

    def read(self, number: int) -> str:
        """'Reading the keys of the store… 1,500 so far.'"""
        return self.tr("Reading the keys of the store… %Ln so far.", "", number)


doctor_counts = DoctorCounts()
