"""Looks for what no run of the program may leave behind."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

# Whole keys, and sessions of which more than the header is there.
_SHAPES = (rb"[sp]k_[0-9a-f]{64}", rb"eyJ[\w-]{8,}\.[\w-]+")


def left_behind(secrets: Collection[str], *places: Path | str) -> list[str]:
    """Where one of `secrets`, or any whole key or session, can be read.

    A place is a folder with everything in it, or a text such as a program's output.
    """
    found = []
    for place in places:
        if isinstance(place, str):
            found += [f"{what} in a text" for what in _seen_in(secrets, place.encode())]
            continue
        files = [path for path in place.rglob("*") if path.is_file()]
        assert files, f"{place} is empty: nothing was looked at"
        for path in files:
            found += [f"{what} in {path}" for what in _seen_in(secrets, path.read_bytes())]
            found += [f"{what} in the name {path}" for what in _seen_in(secrets, bytes(path))]
    return found


def _seen_in(secrets: Collection[str], content: bytes) -> list[str]:
    seen = [
        f"secret {number}"
        for number, secret in enumerate(secrets)
        if secret.encode() in content or secret.encode("utf-16-le") in content
    ]
    return seen + [f"{shape!r}" for shape in _SHAPES if re.search(shape, content)]
