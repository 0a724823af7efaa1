"""The built-in demo store: answers as the real Medusa does, in one file, without a network."""

from medusa_console.demo.store import DemoStore

__all__ = ["DemoStore"]
