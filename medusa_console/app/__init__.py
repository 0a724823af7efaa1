"""The composition root: builds the program, runs it, and closes it in order.

Start: hardening, single instance, logging, profile, window, then all that can wait (the network
stack is imported after the first paint). Close: workspace, clipboard, connections, journal and
profile, each closed by its owner.
"""

from medusa_console.app import plain_imports  # noqa: F401  # before all others
from medusa_console.app.run import Options, run
from medusa_console.desktop.instance import Wish

__all__ = ["Options", "Wish", "run"]
