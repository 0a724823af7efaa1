"""The words for what is wrong with a file or a command that a new key shall go to."""

from __future__ import annotations

from medusa_console.domain.errors import CommandFault, EnvFault, UnusableCommand, UnusableEnvFile
from medusa_console.services.hand_over_file import EnvWarning
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate


def env_file(error: UnusableEnvFile) -> str:
    """Why the key is not written to this file."""
    text = {
        EnvFault.RELATIVE: translate("handOver", "Enter the whole path, or choose the file."),
        EnvFault.FOLDER: translate("handOver", "This is a folder. Add the name of the file."),
        EnvFault.NO_FILE: translate("handOver", "This is not a regular file."),
        EnvFault.NO_PLACE: translate("handOver", "There is no such folder."),
        EnvFault.BROKEN_LINK: translate("handOver", "This link points to a file that isn't there."),
        EnvFault.TOO_LARGE: translate(
            "handOver", "This file is larger than 1 MB, or longer than 10,000 lines."
        ),
        EnvFault.NO_TEXT: translate(
            "handOver", "This file is not plain text (UTF-16, or it holds zero bytes)."
        ),
        EnvFault.READ_ONLY: translate("handOver", "This file is read-only."),
        EnvFault.NOT_OURS: translate("handOver", "This file belongs to another account."),
        EnvFault.NOT_ALLOWED: translate(
            "handOver", "You don't have permission to write to this folder or file."
        ),
        EnvFault.UNREADABLE: translate("handOver", "This file can't be read: {detail}."),
        EnvFault.CHANGED: translate(
            "handOver",
            "The file has changed since it was read. Nothing was written. Check the change again.",
        ),
        EnvFault.NOT_WRITTEN: translate("handOver", "Nothing was written: {detail}."),
        EnvFault.TWICE: translate(
            "handOver",
            "Lines {detail} set this variable. Remove one in the file, or use another name.",
        ),
        EnvFault.NAME: translate(
            "handOver", "Use letters, digits and _ only, and start with a letter or _."
        ),
    }[error.fault]
    return text.format(detail=shown(error.detail))


def command(error: UnusableCommand) -> str:
    """Why this command does not run."""
    text = {
        CommandFault.EMPTY: translate("handOver", "Enter a command that reads the key."),
        CommandFault.TOO_LONG: translate("handOver", "This command is too long."),
        CommandFault.QUOTE: translate("handOver", "A quote is not closed."),
        CommandFault.KEY: translate(
            "handOver", "That looks like a key. Leave it out: the command reads the key itself."
        ),
        CommandFault.SHELL: translate(
            "handOver", "“{detail}” needs a shell, and the command runs without one."
        ),
        CommandFault.CHARACTER: translate("handOver", "The command holds an invisible character."),
        CommandFault.RELATIVE: translate(
            "handOver", "Enter the program's name, or its whole path."
        ),
        CommandFault.NOT_FOUND: translate("handOver", "There is no such program."),
        CommandFault.NOT_A_PROGRAM: translate("handOver", "This file is not a program."),
        CommandFault.NO_FOLDER: translate("handOver", "There is no such folder."),
        CommandFault.NOT_STARTED: translate("handOver", "It could not be started: {detail}."),
    }[error.fault]
    return text.format(detail=shown(error.detail))


def warning(found: EnvWarning) -> str:
    """What to know before a key is in this file."""
    return {
        EnvWarning.NOT_IGNORED: translate(
            "handOver", "Git doesn't ignore this file. The key could be committed."
        ),
        EnvWarning.GIT_UNKNOWN: translate(
            "handOver", "This folder belongs to a Git repository. Whether Git ignores the file "
            "could not be checked."
        ),
        EnvWarning.SYNCED: translate(
            "handOver", "This folder is synchronized. The key would be copied to other computers."
        ),
        EnvWarning.READABLE: translate("handOver", "Other accounts on this computer can read it."),
        EnvWarning.OTHER_NAME: translate(
            "handOver", "The file has another name as well (a hard link), which won't get the key."
        ),
        EnvWarning.NOT_UTF8: translate(
            "handOver", "The file is not UTF-8. Everything but the key stays as it is."
        ),
    }[found]  # fmt: skip
