"""Tells what a secret in a text is assigned to."""

from __future__ import annotations

import re

from medusa_console.domain import tokens
from medusa_console.domain.bounded import masked
from medusa_console.domain.leaks import LONGEST_FIELD

# What may stand between a secret and the sign behind its name, and between a name and that sign.
_OPENING = " \t\"'`\u201c\u2018([{<\\"
_CLOSING = " \t\"'`\u201d\u2019)]}\\"
_QUOTED_PRINTABLE = ("=3D", "=3A")
_LONGEST_BEFORE = 200
_EMAN = re.compile(r"[\w.-]{1,64}+")  # a name, backwards


def name_before(text: str, at: int) -> str:
    """The variable, field or header to which `text[at:]` is assigned, masked, or `curl -u`; "" if
    there is none."""
    before = text[max(0, at - _LONGEST_BEFORE) : at]
    before = tokens.unescaped(tokens.visible(before))
    before = before[max(before.rfind("\n"), before.rfind("\r")) + 1 :]
    head = before.rstrip(_OPENING)
    if head.endswith(_QUOTED_PRINTABLE):
        head = f"{head[:-3]}="
    for scheme in ("basic", "bearer"):
        if head[-len(scheme) :].lower() == scheme:
            head = head[: -len(scheme)].rstrip(_OPENING)
    if head.endswith((" -u", " --user")):
        option = head.rpartition(" ")[2]
        return f"curl {option}" if "curl" in head else option
    if not head.endswith(("=", ":", "=>")):
        return ""
    found = _EMAN.match(head.rstrip("=:>").rstrip(_CLOSING)[::-1])
    name = found[0][::-1] if found is not None else ""
    return masked(name, LONGEST_FIELD) if any(map(str.isalpha, name)) else ""
