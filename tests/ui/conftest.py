"""The screens."""

from tests.ui.running import clock, demo, keyring, start, tap

__all__ = ["clock", "demo", "keyring", "start", "tap"]
