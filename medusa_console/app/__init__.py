"""The composition root: builds the program, runs it, and closes it in order.

Start: hardening, one instance, logging, profile, window, then everything that can wait (the
network stack is imported after the first paint). Close: workspace, clipboard, connections, journal
and profile, each by whoever owns it.
"""

from medusa_console.app.run import Options, run

__all__ = ["Options", "run"]
