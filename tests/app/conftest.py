"""The program as a whole."""

from tests.ui.running import clock, demo, keyring, start, steady_loop, tap

__all__ = ["clock", "demo", "keyring", "start", "steady_loop", "tap"]
