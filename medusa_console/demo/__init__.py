"""The built-in demo store: answers as the real Medusa does, in one file, without a network."""

from medusa_console.demo.dialects import Dialect
from medusa_console.demo.store import DemoStore, open_demo

__all__ = ["DemoStore", "Dialect", "open_demo"]
