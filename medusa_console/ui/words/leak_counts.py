"""The leak desk's texts with a number in them; Qt chooses the plural form."""

from __future__ import annotations

from PySide6.QtCore import QObject

from medusa_console.ui.words import labels


class LeakCounts(QObject):
    """What the page says of a text and its keys."""

    def lines(self, number: int) -> str:
        """'212 lines'."""
        return self.tr("%Ln line(s)", "", number)

    def keys(self, number: int) -> str:
        """'3 keys'."""
        return self.tr("%Ln key(s)", "", number)

    def keys_shown(self, listed: int, number: int) -> str:
        """'1,000 of 2,417 shown'."""
        text = self.tr("{listed} of %Ln shown", "", number)
        return text.format(listed=labels.number(listed))

    def in_stores(self, number: int) -> str:
        """'Works in 2 stores', of a leaked key."""
        return self.tr("Works in %Ln store(s)", "", number)

    def listed_by(self, number: int) -> str:
        """'Listed by 2 stores', none of which was asked."""
        return self.tr("Listed by %Ln store(s)", "", number)

    def one_of(self, number: int) -> str:
        """'One of 3 keys, perhaps'."""
        return self.tr("Perhaps one of %Ln key(s)", "", number)

    def not_in(self, number: int) -> str:
        """'Not in 3 stores'."""
        return self.tr("Not in %Ln store(s)", "", number)

    def not_asked(self, number: int) -> str:
        """'2 stores were not asked'."""
        return self.tr("%Ln store(s) were not asked", "", number)

    def not_named(self, number: int) -> str:
        """'and 3 more stores', at the end of a list."""
        return self.tr("… and %Ln more store(s)", "", number)

    def others_left(self, number: int) -> str:
        """'Show 12 more', on a button."""
        return self.tr("Show %Ln more", "", number)

    def cards_left(self, number: int) -> str:
        """'12 more keys are in the list above.'"""
        return self.tr("%Ln more key(s) are in the list above. Choose one to see it.", "", number)

    def proofs_lost(self, number: int) -> str:
        """Beside a revoke that is not proven yet: what else would be lost."""
        return self.tr("%Ln proof(s) were neither copied nor saved, and are lost.", "", number)

    def clear_proofs(self, number: int) -> str:
        """'Clear 2 proofs that were neither copied nor saved?'"""
        return self.tr("Clear %Ln proof(s) that were neither copied nor saved?", "", number)

    def hidden_in(self, seconds: int) -> str:
        """'Hidden again in 30 s'."""
        return self.tr("Hidden again in %Ln s", "", seconds)

    def practice_took(self, seconds: int) -> str:
        """'Practice · dead after 14 s'."""
        return self.tr("Practice · dead after %Ln s", "", seconds)

    def best_time(self, seconds: int) -> str:
        """'Best time: 12 s'."""
        return self.tr("Best time: %Ln s", "", seconds)

    def practising(self, seconds: int) -> str:
        """'Practice · 12 s'."""
        return self.tr("Practice · %Ln s", "", seconds)


class ManyCounts(QObject):
    """What is said of many keys that are revoked at once."""

    def entry(self, number: int) -> str:
        """'Revoke 3 keys…', on the button that asks."""
        return self.tr("Revoke %Ln key(s)…", "", number)

    def action(self, number: int) -> str:
        """'Revoke 3 keys', on the button that does it."""
        return self.tr("Revoke %Ln key(s)", "", number)

    def question(self, number: int) -> str:
        """'Revoke 3 keys?'"""
        return self.tr("Revoke %Ln key(s)?", "", number)

    def secret_keys(self, number: int) -> str:
        """'3 secret keys'."""
        return self.tr("%Ln secret key(s)", "", number)

    def public_keys(self, number: int) -> str:
        """'2 publishable keys are not among them: they are public by design.'"""
        return self.tr(
            "%Ln publishable key(s) are not among them: they are public by design.", "", number
        )

    def work(self, number: int) -> str:
        """'3 leaked keys work right now', beside the button."""
        return self.tr("%Ln leaked key(s) work right now", "", number)

    def empties(self, number: int, store: str) -> str:
        """'These are all 3 working secret keys of Northwind EU (live). Everything connected
        stops.'"""
        text = self.tr(
            "These are all %Ln working secret key(s) of {store}. Everything connected stops.",
            "",
            number,
        )
        return text.format(store=store)

    def settled(self, settled: int, number: int) -> str:
        """'4 of 10 keys'."""
        text = self.tr("{settled} of %Ln key(s)", "", number)
        return text.format(settled=labels.number(settled))

    def dead(self, number: int) -> str:
        """'4 dead'."""
        return self.tr("%Ln dead", "", number)

    def unproven(self, number: int) -> str:
        """'1 revoked, not proven'."""
        return self.tr("%Ln revoked, not proven", "", number)

    def failed(self, number: int) -> str:
        """'1 failed'."""
        return self.tr("%Ln failed", "", number)

    def unknown(self, number: int) -> str:
        """'1 not confirmed'."""
        return self.tr("%Ln not confirmed", "", number)

    def untouched(self, number: int) -> str:
        """'3 not touched'."""
        return self.tr("%Ln not touched", "", number)


leak_counts = LeakCounts()
many_counts = ManyCounts()
