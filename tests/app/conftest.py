"""The program as a whole."""

from tests.ui.running import clock, demo, keyring, planted, start, steady_loop, tap

__all__ = ["clock", "demo", "keyring", "planted", "start", "steady_loop", "tap"]
