"""A sign-in's second factor: the store's challenge, and the codes that meet it. Source: contract,
section 1.6."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # its import would delay the first paint
    from pydantic import SecretStr

TOTP: Final = "totp"
RECOVERY_CODE: Final = "recovery_code"
DIGITS: Final = 6


@dataclass(frozen=True)
class MfaChallenge:
    """What the store asks after the password. `token` is the login token that only this challenge
    takes; `attempts` of `max_attempts` have failed; `expires_at` is server time."""

    id: str
    methods: tuple[str, ...]
    expires_at: datetime
    attempts: int
    max_attempts: int
    token: SecretStr

    @property
    def attempts_left(self) -> int:
        """How many more codes the store looks at."""
        return max(0, self.max_attempts - self.attempts)


@dataclass(frozen=True)
class MfaCode:
    """A code for a challenge; `method` is one of the challenge's methods."""

    method: str
    code: SecretStr


def digits_of(text: str) -> str | None:
    """The digits in `text` as 0 to 9, without spaces and other separators that people and apps
    write between them; None if it holds anything else."""
    kept = []
    for character in text:
        if character.isspace() or unicodedata.category(character) in ("Cf", "Pd"):
            continue
        if (digit := unicodedata.decimal(character, None)) is None:
            return None
        kept.append(str(digit))
    return "".join(kept)


def recovery_code_of(text: str) -> str:
    """`text` without its spaces; Medusa wants the hyphens, and takes capital letters, too."""
    return "".join(text.split())
