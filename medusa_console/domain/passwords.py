"""Generates passwords for customers, and estimates how soon a password would be guessed."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Sequence
from enum import Enum

from pydantic import SecretStr

# Without characters that look alike in some font: 0 and o, 1, i and l.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 4, 5
_LONGEST_JUDGED = 32  # zxcvbn needs seconds for some 72-character passwords


class Strength(Enum):
    """How long a password withstands an attacker who has the store's database."""

    WEAK = "minutes"
    FAIR = "hours"
    GOOD = "days"
    STRONG = "years"


_BY_SCORE = (Strength.WEAK, Strength.WEAK, Strength.FAIR, Strength.GOOD, Strength.STRONG)
# zxcvbn keeps the words of the current call in a global.
_one_at_a_time = threading.Lock()


def generate() -> SecretStr:
    """A random password of 99 bits that can be read aloud: four groups of five characters."""
    groups = ("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return SecretStr("-".join(groups))


def strength(password: SecretStr, about: Sequence[str] = ()) -> Strength:
    """The strength of `password` for a customer whose email and names are `about`.

    Mostly takes 0.01 s, at worst and the first time a second: do not call it on the GUI thread.
    Only the first 32 characters count; further characters make no password weaker.
    """
    from zxcvbn import zxcvbn  # imported late: its dictionaries are needed only for registrations

    tried = password.get_secret_value()[:_LONGEST_JUDGED]
    if not tried:
        return Strength.WEAK
    with _one_at_a_time:
        return _BY_SCORE[zxcvbn(tried, [word for word in about if word])["score"]]
