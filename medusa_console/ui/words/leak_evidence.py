"""What is said before the record of a leaked key is deleted."""

from __future__ import annotations

from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words.many_counts import many_keys


def of_one(held: bool | None) -> str:
    """Warns of deleting the record of a leaked key; "" of another key. `held` is what
    EvidenceBook.holds returns."""
    if held:
        return translate(
            "leakEvidence",
            "This key leaked, or was made by a leaked key. Its record is the only evidence on the "
            "server of who revoked it and when. Save the leak desk's report first.",
        )
    return _unknown() if held is None else ""


def of_many(held: int, *, unknown: bool) -> str:
    """The same of several keys, of which so many leaked."""
    if held:
        return many_keys.leaked(held)
    return _unknown() if unknown else ""


def _unknown() -> str:
    return translate(
        "leakEvidence",
        "The data folder can't be read, so it is not known whether a leaked key is among what is "
        "deleted.",
    )
