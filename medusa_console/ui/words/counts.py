"""The words with a number in them, in the grammatical form that the number asks for.

`pyside6-lupdate` reads plural forms only from `self.tr`, and Qt finds them only in the context of
the object's own class. A class without subclasses may also ask for its plural forms itself.
"""

from __future__ import annotations

from PySide6.QtCore import QObject


class Counts(QObject):
    """Every method takes a number from 0 on."""

    def minutes_ago(self, number: int) -> str:
        """'5 min ago'."""
        return self.tr("%Ln min ago", "", number)

    def hours_ago(self, number: int) -> str:
        """'1 hour ago', '5 hours ago'."""
        return self.tr("%Ln hour(s) ago", "", number)

    def days_ago(self, number: int) -> str:
        """'1 day ago', '5 days ago'."""
        return self.tr("%Ln day(s) ago", "", number)

    def months_ago(self, number: int) -> str:
        """'1 month ago', '5 months ago'."""
        return self.tr("%Ln month(s) ago", "", number)

    def years_ago(self, number: int) -> str:
        """'1 year ago', '5 years ago'."""
        return self.tr("%Ln year(s) ago", "", number)

    def in_minutes(self, number: int) -> str:
        """'in 5 min'."""
        return self.tr("in %Ln min", "", number)

    def in_hours(self, number: int) -> str:
        """'in 1 hour', 'in 5 hours'."""
        return self.tr("in %Ln hour(s)", "", number)

    def in_days(self, number: int) -> str:
        """'in 1 day', 'in 5 days'."""
        return self.tr("in %Ln day(s)", "", number)

    def in_years(self, number: int) -> str:
        """'in 3 years'."""
        return self.tr("in %Ln year(s)", "", number)

    def more(self, number: int) -> str:
        """'3 more', at the end of a list that was cut."""
        return self.tr("%Ln more", "", number)

    def results(self, number: int) -> str:
        """'1 result', '5 results'."""
        return self.tr("%Ln result(s)", "", number)

    def stores_asked(self, number: int) -> str:
        """'1 store asked', '3 stores asked', at the leak desk."""
        return self.tr("%Ln store(s) asked", "", number)

    def stores_signed_in(self, number: int) -> str:
        """'Signed in to 3 stores', in the bar of the leak desk."""
        return self.tr("Signed in to %Ln store(s)", "", number)

    def and_more(self, number: int) -> str:
        """'… and 3 more', as a line of its own."""
        return self.tr("… and %Ln more", "", number)

    def try_again_in(self, seconds: int) -> str:
        """'Try again in 20 seconds.'"""
        return self.tr("Try again in %Ln second(s).", "", seconds)

    def wrong_code(self, attempts: int) -> str:
        """'Wrong code. 4 attempts left.', of a second factor."""
        return self.tr("Wrong code. %Ln attempt(s) left.", "", attempts)

    def wrong_recovery_code(self, attempts: int) -> str:
        """'Wrong recovery code, or it was used before. 4 attempts left.'"""
        return self.tr(
            "Wrong recovery code, or it was used before. %Ln attempt(s) left.", "", attempts
        )

    def stores_imported(self, number: int) -> str:
        """'1 store imported', '5 stores imported'."""
        return self.tr("%Ln store(s) imported", "", number)

    def stores_lost(self, lost: int, number: int) -> str:
        """'1 of 5 stores couldn't be read.'"""
        text = self.tr("{lost} of %Ln store(s) couldn't be read.", "", number)
        return text.format(lost=lost)

    def entries_skipped(self, number: int) -> str:
        """'5 skipped', after `stores_imported`."""
        return self.tr("%Ln skipped", "", number)

    def entries_unread(self, number: int) -> str:
        """'5 entries were not read, because the file has too many.'"""
        return self.tr("%Ln entry(s) were not read, because the file has too many.", "", number)

    def keys_not_saved(self, number: int) -> str:
        """'1 key is not saved yet', '5 keys are not saved yet'."""
        return self.tr("%Ln key(s) are not saved yet", "", number)

    def rotations_open(self, number: int) -> str:
        """'1 rotation is not finished', '2 rotations are not finished'."""
        return self.tr("%Ln rotation(s) are not finished", "", number)

    def revokes_unproven(self, number: int) -> str:
        """'1 revoke is not proven', '2 revokes are not proven'."""
        return self.tr("%Ln revoke(s) are not proven", "", number)

    def channels_of(self, shown: int, number: int) -> str:
        """'100 of 312 channels. Search to find the others.'"""
        text = self.tr("{shown} of %Ln channel(s). Search to find the others.", "", number)
        return text.format(shown=shown)

    def keys_match_choose(self, number: int) -> str:
        """'3 keys match. Choose which to revoke.'"""
        return self.tr("%Ln key(s) match. Choose which to revoke.", "", number)

    def passwords_not_passed_on(self, number: int) -> str:
        """'1 customer password may not have been passed on yet'."""
        return self.tr("%Ln customer password(s) may not have been passed on yet", "", number)

    def created_seconds_ago(self, seconds: int) -> str:
        """'This is the key you created 20 s ago, not a leak.'"""
        return self.tr("This is the key you created %Ln s ago, not a leak.", "", seconds)

    def created_minutes_ago(self, minutes: int) -> str:
        """'This is the key you created 5 min ago, not a leak.'"""
        return self.tr("This is the key you created %Ln min ago, not a leak.", "", minutes)

    def not_in_stores(self, number: int) -> str:
        """That several stores do not list a key, and what it means."""
        return self.tr(
            "Not in these %Ln store(s): deleted, another store's, or never a key. A store cannot "
            "tell which. That does not prove that it is dead.",
            "",
            number,
        )

    def stores_not_asked(self, number: int, stores: str) -> str:
        """'2 stores were not asked: Northwind staging (not signed in), …'; `stores` names them."""
        return self.tr("%Ln store(s) were not asked: {stores}", "", number).format(stores=stores)

    def stores_list_it(self, number: int) -> str:
        """'3 stores list this key.', and what it means."""
        return self.tr(
            "%Ln store(s) list this key: some may be copies of others, or may lie. Nothing was "
            "sent yet. Choose which one to ask.",
            "",
            number,
        )

    def more_keys_alike(self, number: int) -> str:
        """'5 more keys look like it. Find them on the page API keys.'"""
        return self.tr("%Ln more key(s) look like it. Find them on the page API keys.", "", number)

    def not_among_keys(self, number: int, store: str) -> str:
        """'It is not among the 20,000 keys that were read; Northwind EU has more.'"""
        text = self.tr(
            "It is not among the %Ln key(s) that were read; {store} has more.", "", number
        )
        return text.format(store=store)

    def more_places(self, number: int) -> str:
        """'and in 5 more places', at the end of a list of places."""
        return self.tr("and in %Ln more place(s)", "", number)

    def seconds_since_paste(self, seconds: int) -> str:
        """'7 s after the paste'."""
        return self.tr("%Ln s after the paste", "", seconds)

    def older_than(self, days: int) -> str:
        """'Older than 90 days', of keys."""
        return self.tr("Older than %Ln day(s)", "", days)

    def days_old(self, days: int) -> str:
        """'214 days', the age of an old key."""
        return self.tr("%Ln day(s)", "", days)

    def old_for(self, days: int, policy: str) -> str:
        """'214 days ago (older than 90 days)', to a screen reader."""
        text = self.tr("%Ln day(s) ago ({policy})", "", days)
        return text.format(policy=policy)

    def found_in_notes(self, number: int) -> str:
        """'2 found in your notes', after the number of keys that match a search."""
        return self.tr("%Ln found in your notes", "", number)

    def not_surveyed(self, number: int, as_of: str) -> str:
        """'As of 14:03, without the newest 1,200 keys'."""
        return self.tr("{as_of}, without the newest %Ln key(s)", "", number).format(as_of=as_of)

    def sessions(self, number: int) -> str:
        """'2 sessions', in the keyring."""
        return self.tr("%Ln session(s)", "", number)

    def proxy_passwords(self, number: int) -> str:
        """'1 proxy password', in the keyring."""
        return self.tr("%Ln proxy password(s)", "", number)

    def keys_for_programs(self, number: int) -> str:
        """'3 keys saved for other programs', in the keyring."""
        return self.tr("%Ln key(s) saved for other programs", "", number)


counts = Counts()
