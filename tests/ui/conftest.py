"""The screens."""

from tests.ui.alone import open_shop
from tests.ui.running import clock, demo, keyring, planted, start, steady_loop, tap

__all__ = ["clock", "demo", "keyring", "open_shop", "planted", "start", "steady_loop", "tap"]
