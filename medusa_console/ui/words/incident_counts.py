"""The texts with a number in an incident report; Qt chooses the plural form."""

from __future__ import annotations

from PySide6.QtCore import QObject


class IncidentCounts(QObject):
    """Every method takes a number from 0 on."""

    def keys_unknown(self, number: int) -> str:
        """Keys of which the store told nothing."""
        return self.tr(
            "%Ln other key(s) stood in the same text; of them, this store told nothing.",
            "",
            number,
        )

    def keys_in_short(self, number: int) -> str:
        """Of a text with very many keys, behind those that are told whole."""
        return self.tr(
            "%Ln more key(s) stand above in short. The report as a Markdown file tells "
            "all of them.",
            "",
            number,
        )

    def more_places(self, number: int) -> str:
        """'and in 995 more places'."""
        return self.tr("and in %Ln more place(s)", "", number)

    def more_alike(self, number: int) -> str:
        """Records that are not listed."""
        return self.tr("and %Ln more record(s) that look the same", "", number)

    def made_keys(self, number: int) -> str:
        """'3 keys, made by it or by a key that it made'."""
        return self.tr("%Ln key(s), made by it or by a key that it made:", "", number)

    def customers(self, number: int) -> str:
        """'20 customers'."""
        return self.tr("%Ln customer(s):", "", number)

    def groups(self, number: int) -> str:
        """'2 customer groups'."""
        return self.tr("%Ln customer group(s):", "", number)

    def tax_regions(self, number: int) -> str:
        """'1 tax region'."""
        return self.tr("%Ln tax region(s):", "", number)

    def unattributed_keys(self, number: int) -> str:
        """Keys whose maker has no record, or joined since."""
        return self.tr("%Ln key(s) cannot be attributed:", "", number)

    def unattributed_records(self, number: int) -> str:
        """What such keys and missing makers have made."""
        return self.tr(
            "%Ln record(s) made by such keys, or by a maker that has no record:", "", number
        )

    def people(self, number: int) -> str:
        """People who joined since the key was made."""
        return self.tr("%Ln person(s) who may sign in joined since the key was made:", "", number)

    def invites(self, number: int) -> str:
        """Invites that nobody has accepted."""
        return self.tr("%Ln open invite(s) made since the key was made:", "", number)

    def revoked(self, number: int) -> str:
        """Keys that it revoked."""
        return self.tr(
            "%Ln key(s) revoked, or given an end, by it or by a key that it made:", "", number
        )

    def changed(self, number: int) -> str:
        """Keys that somebody changed since the leak."""
        return self.tr(
            "%Ln key(s) changed since the leak, by whomever. Medusa does not say what was changed:",
            "",
            number,
        )

    def people_to_look_at(self, number: int) -> str:
        """People who joined since a key was made, and are still there."""
        return self.tr(
            "%Ln person(s) joined since the key was made: ask who let them in, and remove whoever "
            "nobody knows.",
            "",
            number,
        )

    def invites_to_look_at(self, number: int) -> str:
        """Invites since a key was made that can still be accepted."""
        return self.tr(
            "%Ln open invite(s) since the key was made: delete what nobody here has sent.",
            "",
            number,
        )

    def made_to_look_at(self, number: int) -> str:
        """Keys of the leaked key that work."""
        return self.tr(
            "%Ln key(s) made by a leaked key still work: revoke what nobody needs.", "", number
        )

    def lost_to_look_at(self, number: int) -> str:
        """Keys of an unknown maker that work."""
        return self.tr(
            "%Ln key(s) that cannot be attributed still work: ask whose they are, and revoke the "
            "others.",
            "",
            number,
        )

    def made_working(self, number: int) -> str:
        """'2 keys made by it that work', in a list."""
        return self.tr("%Ln key(s) made by it that work", "", number)

    def lost_working(self, number: int) -> str:
        """'2 keys that work and cannot be attributed', in a list."""
        return self.tr("%Ln key(s) that work and cannot be attributed", "", number)

    def not_listed(self, number: int) -> str:
        """At the end of a list that is cut."""
        return self.tr("and %Ln more. The report as a Markdown file names all of them.", "", number)


incident_counts = IncidentCounts()
