"""Checks emails as Medusa does, and says in plain words what is wrong.

Medusa creates an identity for any text, then refuses the customer if the email is malformed: an
email accepted here must not fail there.
"""

from __future__ import annotations

import re
import unicodedata

_ACCEPTED = re.compile(
    r"(?!\.)(?!.*\.\.)[A-Za-z0-9_'+.-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}"
)
_UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")


def is_email(text: str) -> bool:
    """Whether Medusa accepts `text` as an email."""
    return _ACCEPTED.fullmatch(text) is not None


def fault(text: str) -> str:
    """What is wrong with `text`, in words to show beside the field; "" if nothing is.

    The caller strips surrounding spaces.
    """
    text = text.strip()
    if not text:
        return "Enter an email, like anna@example.com."
    if is_email(text):
        return ""
    if sign := next((sign for sign in text if unicodedata.category(sign) in _UNSEEN), ""):
        return (
            f"The email contains an invisible character (U+{ord(sign):04X}): type it by hand "
            "instead of pasting it."
        )
    if any(sign.isspace() for sign in text):
        return "The email contains a space."
    name, at, domain = text.partition("@")
    if not at:
        return "The @ is missing."
    if "@" in domain:
        return "There is more than one @."
    if not name:
        return "The name before the @ is missing."
    return _fault_of_parts(name, domain)


def _fault_of_parts(name: str, domain: str) -> str:
    if not domain:
        return "The domain after the @ is missing, like example.com."
    if any(part.startswith(".") or part.endswith(".") or ".." in part for part in (name, domain)):
        return "A dot stands at the beginning, at the end, before the @ or beside another dot."
    if odd := re.search(r"[^A-Za-z0-9_'+.-]", name) or re.search(r"[^A-Za-z0-9.-]", domain):
        return f"Medusa does not accept “{odd[0]}” in an email."
    if "." not in domain:
        return "The domain after the @ has no dot; Medusa accepts only names like example.com."
    return "Medusa does not accept this email: look at the domain after the @."


def caution(text: str) -> str:
    """A warning about an email that is accepted; usually ""."""
    text = text.strip()
    if text == text.lower():
        return ""
    return (
        f"Medusa tells {text} and {text.lower()} apart; it will have to be typed exactly so at "
        "every sign-in."
    )
