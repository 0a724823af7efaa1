"""Imports modules as Python does; imported before any other module of the program.

PySide puts itself before Python's import: it reads the source of each module, to learn whether that
uses PySide's `__feature__`, which this program does not. That takes an eighth of a start. It also
asks modules for attributes while threads still import them; pydantic's answer by importing, which
once ended a start.
"""

import builtins

import PySide6.QtCore  # noqa: F401  # puts itself there

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
