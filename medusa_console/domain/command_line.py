"""A command that a key can be sent to: the line as typed, and what it runs."""

from __future__ import annotations

import os
import shlex
from dataclasses import dataclass
from typing import Final

from medusa_console.domain.errors import CommandFault, UnusableCommand
from medusa_console.domain.tokens import may_hold_a_key

LONGEST_LINE: Final = 500
LONGEST_OUTPUT: Final = 64 << 10
"""Bytes of what a command says that are kept; of more, the last ones."""

_OF_A_SHELL = frozenset({"|", "||", "&", "&&", ";", ">", ">>", "<", "<<", "2>", "2>&1", "&>"})


@dataclass(frozen=True)
class Command:
    """What runs: a program by its whole path, its arguments, and the folder that it runs in."""

    program: str
    arguments: tuple[str, ...]
    folder: str


@dataclass(frozen=True)
class Finished:
    """What a command that has ended says: its exit code, and its output without any key. `cut`:
    the output was longer."""

    code: int
    output: str
    cut: bool = False


def words_of(line: str) -> tuple[str, ...]:
    """The words of a typed line, split as a shell splits it; nothing is replaced in them.

    Raises UnusableCommand: it may hold a key, or needs a shell.
    """
    if len(line) > LONGEST_LINE:
        raise UnusableCommand(CommandFault.TOO_LONG)
    if may_hold_a_key(line):
        raise UnusableCommand(CommandFault.KEY)
    if not all(sign.isprintable() for sign in line):
        raise UnusableCommand(CommandFault.CHARACTER)
    words = _split(line)
    if not words or not words[0]:
        raise UnusableCommand(CommandFault.EMPTY)
    for word in words:
        if word in _OF_A_SHELL:
            raise UnusableCommand(CommandFault.SHELL, word)
    if may_hold_a_key(" ".join(words)):  # quotes may have parted it
        raise UnusableCommand(CommandFault.KEY)
    return words


def _split(line: str) -> tuple[str, ...]:
    windows = os.name == "nt"  # where a backslash parts the folders of a path
    try:
        words = shlex.split(line, posix=not windows)
    except ValueError:
        # Without the cause, whose frames hold the line.
        raise UnusableCommand(CommandFault.QUOTE) from None
    return tuple(word.strip('"') for word in words) if windows else tuple(words)
