"""Medusa's API over httpx: the transport, the routes, and failures as domain.errors.

`httpx` is imported here, so that all that use it have it without its command line.
"""

from __future__ import annotations

import sys

__all__ = ["httpx"]

# Where click, Rich and Pygments happen to be installed, httpx imports its command line, which costs
# 7 MiB; where it cannot, it goes without. Nothing but that module is barred, for this moment alone.
_COMMAND_LINE = "httpx._main"
if _barred := "httpx" not in sys.modules:
    sys.modules[_COMMAND_LINE] = None  # type: ignore[assignment]
try:
    import httpx
finally:
    if _barred:
        del sys.modules[_COMMAND_LINE]
