"""Checks emails as Medusa does, and tells what is wrong.

Medusa creates an identity for any text, then refuses the customer if the email is malformed: an
email accepted here must not fail there.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from typing import NamedTuple

_ACCEPTED = re.compile(
    r"(?!\.)(?!.*\.\.)[A-Za-z0-9_'+.-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}"
)
_UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")


class EmailFault(Enum):
    """Why Medusa does not accept an email."""

    EMPTY = auto()
    INVISIBLE = auto()
    SPACE = auto()
    NO_AT = auto()
    TWO_ATS = auto()
    NO_NAME = auto()
    NO_DOMAIN = auto()
    DOT = auto()
    CHARACTER = auto()
    NO_DOT = auto()
    DOMAIN = auto()


class EmailProblem(NamedTuple):
    """`sign` is the character that is wrong, "" unless a single one is."""

    fault: EmailFault
    sign: str = ""


def is_email(text: str) -> bool:
    """Whether Medusa accepts `text` as an email."""
    return _ACCEPTED.fullmatch(text) is not None


def problem_of(text: str) -> EmailProblem | None:
    """What is wrong with `text`; None if Medusa accepts the email. Surrounding spaces do not
    count."""
    text = text.strip()
    if not text:
        return EmailProblem(EmailFault.EMPTY)
    if is_email(text):
        return None
    if sign := next((sign for sign in text if unicodedata.category(sign) in _UNSEEN), ""):
        return EmailProblem(EmailFault.INVISIBLE, sign)
    if any(sign.isspace() for sign in text):
        return EmailProblem(EmailFault.SPACE)
    name, at, domain = text.partition("@")
    if not at:
        return EmailProblem(EmailFault.NO_AT)
    if "@" in domain:
        return EmailProblem(EmailFault.TWO_ATS)
    if not name:
        return EmailProblem(EmailFault.NO_NAME)
    return _problem_of_parts(name, domain)


def _problem_of_parts(name: str, domain: str) -> EmailProblem:
    if not domain:
        return EmailProblem(EmailFault.NO_DOMAIN)
    if any(part.startswith(".") or part.endswith(".") or ".." in part for part in (name, domain)):
        return EmailProblem(EmailFault.DOT)
    if odd := re.search(r"[^A-Za-z0-9_'+.-]", name) or re.search(r"[^A-Za-z0-9.-]", domain):
        return EmailProblem(EmailFault.CHARACTER, odd[0])
    if "." not in domain:
        return EmailProblem(EmailFault.NO_DOT)
    return EmailProblem(EmailFault.DOMAIN)


def depends_on_case(text: str) -> bool:
    """Whether `text` has capital letters: Medusa then knows another email in small letters."""
    return text != text.lower()
