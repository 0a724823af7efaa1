"""Builds the parts, runs the loop until the window may close, and closes the parts in reverse."""

from __future__ import annotations

import asyncio
import importlib
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, AsyncExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import qasync
from PySide6.QtWidgets import QApplication

from medusa_console.app.collector import Collector
from medusa_console.app.console import Console
from medusa_console.app.context import Context
from medusa_console.app.data_place import usable_folder
from medusa_console.app.demo_host import DemoHost
from medusa_console.app.hooks import last_resorts, signals
from medusa_console.clock import Clock
from medusa_console.desktop.administrators import defaults_folder, unguarded
from medusa_console.desktop.clipboard import SystemClipboard
from medusa_console.desktop.commands import SystemCommands
from medusa_console.desktop.computer import computer_id
from medusa_console.desktop.instance import SingleInstance, Wish
from medusa_console.desktop.log_file import start_logging
from medusa_console.desktop.notifications import Notifications
from medusa_console.desktop.presence import Presence
from medusa_console.desktop.process import harden_process
from medusa_console.domain.defaults import NO_DEFAULTS, Defaults
from medusa_console.domain.load_problem import LoadProblem
from medusa_console.journal.database import JournalDatabase
from medusa_console.journal.receipts import ReceiptFolder, remove_old
from medusa_console.ports import Journal, KeyEntries, Notifier, ProxyPasswords, SessionVault
from medusa_console.ports import Presence as PresencePort
from medusa_console.profile.private import make_private
from medusa_console.profile.profile import Profile
from medusa_console.services.lock_bar import LockBar
from medusa_console.services.secret_copy import SecretCopy
from medusa_console.services.stores import PreferenceBook, Stores
from medusa_console.tasks import TaskScope
from medusa_console.threads import DaemonThreads
from medusa_console.ui.kit import translations
from medusa_console.ui.kit.key_positions import KeyPositions
from medusa_console.ui.kit.theme import Theme
from medusa_console.ui.kit.translations import Languages
from medusa_console.ui.window import cannot_start
from medusa_console.ui.window.already_running import may_start
from medusa_console.ui.window.main_window import MainWindow
from medusa_console.ui.words import labels
from medusa_console.ui.words.reporter import Reporter
from medusa_console.vault.backends import glance, system_keyring
from medusa_console.vault.key_entries import KeyringKeyEntries
from medusa_console.vault.keyring import Keyring
from medusa_console.vault.proxies import KeyringProxyPasswords
from medusa_console.vault.sessions import KeyringSessions

ReadDefaults = Callable[[], tuple[Defaults, LoadProblem | None]]


@dataclass(frozen=True)
class Options:
    """The options of the command line: never an address, an account or an action."""

    wish: Wish
    data_folder: str | None
    log_level: int


def run(options: Options) -> int:
    """Run the program until it is closed; returns the exit code."""
    harden_process()
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("medusa-console")
    qt.setApplicationDisplayName("Medusa Console")
    qt.setDesktopFileName("medusa-console")
    # Qt must not end its loop: requests and the clipboard have to be closed first.
    qt.setQuitOnLastWindowClosed(False)
    folder = usable_folder(options.data_folder)
    if not isinstance(folder, Path):
        with _systems_language(qt):
            cannot_start.tell(folder())
        return 1
    instance = SingleInstance(folder)
    if not instance.acquire():
        if instance.raise_other(options.wish):
            return 0
        holder = instance.holder
        with _systems_language(qt):
            sure = may_start(holder.process, holder.host, folder)
        if not (sure and instance.take_over()):
            return 1
    stop_logging = start_logging(folder, options.log_level)
    try:
        with asyncio.Runner(loop_factory=lambda: _loop(qt)) as runner:
            runner.run(_run(qt, options, folder, instance))
    finally:
        stop_logging()
        instance.release()
    return 0


def _systems_language(qt: QApplication) -> AbstractContextManager[None]:
    """For what is said before the settings are read."""
    return translations.installed(qt, translations.file_for("", translations.languages()))


def _loop(qt: QApplication) -> asyncio.AbstractEventLoop:
    loop: asyncio.AbstractEventLoop = qasync.QEventLoop(qt)
    loop.set_default_executor(DaemonThreads())
    return loop


async def _run(qt: QApplication, options: Options, folder: Path, instance: SingleInstance) -> None:
    async with AsyncExitStack() as stack:
        keyring = Keyring(system_keyring, glance=glance)
        clock = Clock()
        presence = Presence(qt, clock)
        stack.callback(presence.stop)
        notifications = Notifications(qt)
        stack.callback(notifications.stop)
        console = await assemble(
            stack,
            qt,
            folder,
            vault=KeyringSessions(keyring),
            proxies=KeyringProxyPasswords(keyring),
            entries=KeyringKeyEntries(keyring),
            presence=presence,
            notifier=notifications,
            clock=clock,
            defaults=_system_defaults,
        )
        stack.enter_context(signals(console.end_now))
        # The desktop session ends: a window that refuses to close would delay it.
        qt.commitDataRequest.connect(lambda _manager: console.end_now())
        instance.raise_requested.connect(console.come)
        console.window.fit_screen()
        console.begin(options.wish)
        Collector(qt).start()
        await console.window.first_paint()  # the next imports are slow
        presence.listen()
        # Without a store nothing has imported it yet, and the first dialog needs most of it.
        await asyncio.to_thread(importlib.import_module, "medusa_console.connect")
        await console.ended()
        for window in QApplication.topLevelWidgets():
            window.hide()


def _system_defaults() -> tuple[Defaults, LoadProblem | None]:
    folder = defaults_folder()
    if not folder.exists():
        return NO_DEFAULTS, None
    from medusa_console.services.defaults import read_defaults  # few computers need it

    return read_defaults(folder, unguarded)


async def assemble(
    stack: AsyncExitStack,
    qt: QApplication,
    folder: Path,
    *,
    vault: SessionVault,
    proxies: ProxyPasswords,
    entries: KeyEntries,
    presence: PresencePort,
    notifier: Notifier,
    clock: Clock,
    defaults: ReadDefaults = lambda: (NO_DEFAULTS, None),
    translation: Path | None = None,
    languages: Languages | None = None,
) -> Console:
    """Build everything on `folder`; leaving `stack` closes it in reverse.

    `defaults` reads what the administrator has set, and runs on a worker thread. `languages` are
    those to choose from, by default all that there are. `translation` is a compiled translation
    that is shown whatever the settings say.
    """
    profile = Profile(folder, computer_id())
    stack.push_async_callback(profile.aclose)
    database = JournalDatabase(folder)
    stack.push_async_callback(database.aclose)
    receipts = ReceiptFolder(folder)
    stack.callback(receipts.close)

    @cache
    def journal() -> Journal:
        from medusa_console.journal.tables import journal_of  # would delay the first paint

        return journal_of(database, receipts)

    loaded = await asyncio.to_thread(profile.load)
    set_up, ignored = await asyncio.to_thread(defaults)
    await asyncio.to_thread(make_private, folder)
    await asyncio.to_thread(remove_old, folder)
    reporter = Reporter()
    stack.enter_context(last_resorts(reporter))
    languages = translations.languages() if languages is None else languages
    chosen = translations.file_for(loaded.preferences.language, languages)
    stack.enter_context(translations.installed(qt, translation or chosen))
    theme = Theme(qt)
    theme.apply(loaded.preferences.appearance)
    stack.callback(KeyPositions(qt).deleteLater)
    tasks = TaskScope(reporter.report, clock)
    stack.push_async_callback(tasks.aclose)
    clipboard = SystemClipboard(qt.clipboard())
    copy = SecretCopy(clipboard, tasks)
    stack.callback(copy.clear_now)
    stores = Stores(
        loaded.stores,
        profile.save_stores,
        tasks,
        demo_name=labels.demo_store(),
        defaults=set_up,
    )
    if new := set_up.missing(stores.all):
        stores.take_in(new)
    preferences = PreferenceBook(
        loaded.preferences, profile.save_preferences, tasks, defaults=set_up
    )
    window = MainWindow(stores, tasks)
    theme.style(window)
    context = Context(
        window=window,
        reporter=reporter,
        theme=theme,
        tasks=tasks,
        stores=stores,
        defaults=set_up,
        preferences=preferences,
        bar=LockBar(stores, preferences),
        vault=vault,
        proxies=proxies,
        journal=journal,
        clipboard=clipboard,
        copy=copy,
        commands=SystemCommands(),
        entries=entries,
        presence=presence,
        notifier=notifier,
        demo=DemoHost(folder, window),
        folder=folder,
        languages=languages,
    )
    problems = (*loaded.problems, ignored) if ignored is not None else loaded.problems
    console = Console(context, problems)
    stack.push_async_callback(console.aclose)
    return console
