"""`--forget`: deletes what the program has put into the keyring, without a window."""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from medusa_console.app.data_place import usable_folder
from medusa_console.desktop.computer import computer_id
from medusa_console.desktop.instance import SingleInstance
from medusa_console.desktop.process import harden_process
from medusa_console.domain.errors import VaultUnavailable
from medusa_console.domain.store import Store
from medusa_console.profile.profile import Profile
from medusa_console.terminal import say
from medusa_console.ui.kit import translations
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import reasons
from medusa_console.ui.words.counts import counts
from medusa_console.vault.backends import system_keyring
from medusa_console.vault.keyring import Keyring
from medusa_console.vault.leftovers import EntryKind, Leftover, delete, find


@dataclass(frozen=True)
class Terminal:
    """Where a person is told and asked. `answer` shows a question and returns what is typed; None
    where nobody can answer."""

    say: Callable[[str], None]
    answer: Callable[[str], str] | None


def forget(override: str | None, *, sure: bool) -> int:
    """Delete the program's entries in the system's keyring; returns the exit code. `override` is
    the data folder of the command line. Without `sure`, a person at the terminal is asked."""
    harden_process()
    qt = QCoreApplication(sys.argv[:1])
    asks = sys.stdin is not None and sys.stdin.isatty()
    terminal = Terminal(say, input if asks else None)
    with translations.installed(qt, translations.file_for("", translations.languages())):
        folder = usable_folder(override)
        if not isinstance(folder, Path):
            terminal.say(folder())
            return 1
        return forget_with(Keyring(system_keyring), folder, terminal, sure=sure)


def forget_with(keyring: Keyring, folder: Path, terminal: Terminal, *, sure: bool) -> int:
    """As `forget`, with this keyring, data folder and terminal."""
    if not folder.is_dir():
        return asyncio.run(_forget(keyring, (), terminal, sure=sure))
    instance = SingleInstance(folder)
    if not instance.acquire():
        told = translate("forget", "Medusa Console is using {folder}. Close it first.")
        terminal.say(told.format(folder=shown(str(folder))))
        return 1
    try:
        stores = Profile(folder, computer_id()).load().stores
        return asyncio.run(_forget(keyring, stores, terminal, sure=sure))
    finally:
        instance.release()


async def _forget(
    keyring: Keyring, stores: Sequence[Store], terminal: Terminal, *, sure: bool
) -> int:
    try:
        found = await find(keyring, stores)
    except VaultUnavailable as error:
        terminal.say(reasons.keyring(error))
        terminal.say(translate("forget", "Nothing was deleted."))
        return 1
    if not found.complete:
        terminal.say(
            translate(
                "forget",
                "This keyring doesn't list its entries. Only those of the stores in the data "
                "folder are looked for. Keys that you saved in the keyring for other programs "
                "stay; their user name is {user}.",
            ).format(user="medusa-api-key")
        )
    if not found.entries:
        terminal.say(translate("forget", "Nothing of Medusa Console was found in the keyring."))
        return 0
    if not sure and not _may_delete(found.entries, terminal):
        terminal.say(translate("forget", "Nothing was deleted."))
        return 1
    gone = []
    failed = False
    async for entry, failure in delete(keyring, found.entries):
        if failure is None:
            gone.append(entry)
            continue
        failed = True
        terminal.say(
            translate("forget", "Not deleted: {entry}. {why}").format(
                entry=shown(entry.service), why=reasons.keyring(failure)
            )
        )
    if gone:
        terminal.say(translate("forget", "Deleted: {what}.").format(what=_counted(gone)))
    return int(failed)


def _may_delete(entries: Iterable[Leftover], terminal: Terminal) -> bool:
    found = translate("forget", "In the keyring: {what}.").format(what=_counted(entries))
    terminal.say(found)
    if any(entry.kind is EntryKind.KEY for entry in entries):
        terminal.say(translate("forget", "Programs that read these keys will no longer find them."))
    if terminal.answer is None:
        terminal.say(translate("forget", "Nobody can be asked here: add --yes to delete them."))
        return False
    yes = translate("forget", "yes")
    question = translate("forget", "Type “{yes}” to delete them: ").format(yes=yes)
    try:
        typed = terminal.answer(question)
    except EOFError:
        return False
    return typed.strip().casefold() == yes.casefold()


def _counted(entries: Iterable[Leftover]) -> str:
    """'2 sessions, 1 proxy password'."""
    numbers = Counter(entry.kind for entry in {entry.whole for entry in entries})
    words = {
        EntryKind.SESSION: counts.sessions,
        EntryKind.PROXY_PASSWORD: counts.proxy_passwords,
        EntryKind.KEY: counts.keys_for_programs,
    }
    return ", ".join(words[kind](numbers[kind]) for kind in EntryKind if numbers[kind])
