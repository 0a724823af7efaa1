"""The built-in demo store: answers as a real Medusa, without a network, and keeps one file."""

from medusa_console.demo.store import DemoStore

__all__ = ["DemoStore"]
