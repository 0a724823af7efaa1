"""One session in the real program, measured in turns with bare requests.

    python -m benchmarks.session FOLDER ROUNDS    # address and account: PERF_* in the environment

FOLDER is a data folder with one store, chosen last. Prints one JSON object: lists of milliseconds
(of MiB for memory) by metric name, and where the longest stalls were.
"""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import sys
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path

# Before PySide, as in the program, which undoes what PySide does to every import after it.
import medusa_console.app  # noqa: F401  # isort: skip

import qasync
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QLineEdit, QWidget

from benchmarks.memory import pss
from benchmarks.raw import Raw, timed
from benchmarks.stalls import StallWatch
from benchmarks.switching import switch_rounds
from benchmarks.window import Painted, Screen, dialog, press, until
from medusa_console.app.collector import Collector
from medusa_console.app.run import assemble
from medusa_console.clock import Clock
from medusa_console.desktop.instance import Wish
from medusa_console.desktop.notifications import Notifications
from medusa_console.desktop.presence import Presence
from medusa_console.desktop.process import harden_process
from medusa_console.vault.backends import glance, system_keyring
from medusa_console.vault.key_entries import KeyringKeyEntries
from medusa_console.vault.keyring import Keyring
from medusa_console.vault.proxies import KeyringProxyPasswords
from medusa_console.vault.sessions import KeyringSessions

_GUARD = 0.6  # a guarded button ignores the first half second
_CALM = 0.3  # what an action sets off in passing has ended
_REST = 4.0  # all keys are read by then
_FAR = 10_000
_PAGE = 100
_WATCHED = 3
_STEPS = 20  # within the first page
_MEMORY = "app.pss_idle_keys"
_STORES = ("Benchmark", "Other")


class Session:
    """Each method measures one thing and leaves the window as the next one needs it."""

    def __init__(self, screen: Screen, email: str, password: str) -> None:
        self._screen = screen
        self.watch: StallWatch | None = None
        self._email = email
        self._password = password

    @property
    def rows(self) -> int:
        """How many records the page in front lists."""
        return self._screen.table.model().rowCount()

    def cell(self, row: int, title: str) -> str:
        """What the table of the page in front says there."""
        return self._screen.cell(row, title)

    async def sign_in(self) -> float:
        """Sign in → the rows are painted."""
        screen = self._screen
        status = screen.part(QLabel, "signIn.status")
        await until(lambda: not status.text() and screen.part(QLineEdit, "email").isVisible())
        screen.part(QLineEdit, "email").setText(self._email)
        screen.part(QLineEdit, "password").setText(self._password)
        await asyncio.sleep(_CALM)
        self.say("sign in")
        begin = time.perf_counter()
        screen.part(QAbstractButton, "submit").click()
        await until(lambda: screen.window.workspace is not None)
        return await Painted(screen.table.viewport(), lambda: screen.loaded(0)).moment() - begin

    async def sign_out(self) -> None:
        """Back to the sign-in page."""
        await asyncio.sleep(_CALM)
        self.say("sign out")
        self._screen.part(QAbstractButton, "signOut").click()
        await until(lambda: self._screen.window.workspace is None)

    async def create(self, title: str) -> float:
        """Create → the once-only dialog is painted; then it is closed as "stored"."""
        self.say("create")
        self._screen.part(QAbstractButton, "createKey").click()
        await until(lambda: dialog("keyForm"))
        form = dialog("keyForm")
        self._screen.part(QLineEdit, "keyTitle", form).setText(title)
        await asyncio.sleep(_GUARD)
        begin = time.perf_counter()
        self._screen.part(QAbstractButton, "submit", form).click()
        await until(lambda: dialog("revealKey"))
        reveal = dialog("revealKey")
        field = self._screen.part(QWidget, "secretField", reveal)
        painted = Painted(field, lambda: True)
        field.update()  # it may have been painted in the last millisecond already
        took = await painted.moment() - begin
        self._screen.part(QCheckBox, "stored", reveal).setChecked(True)
        await asyncio.sleep(_GUARD)
        self._screen.part(QAbstractButton, "done", reveal).click()
        await until(lambda: dialog("revealKey") is None)
        await asyncio.sleep(_CALM)
        return took

    async def search(self, text: str) -> float:
        """The last key → the one row that fits is painted."""
        self.say("search")
        field = self._screen.part(QLineEdit, "search")
        field.setFocus()
        for letter in text[:-1]:
            press(field, Qt.Key.Key_unknown, letter)
        painted = Painted(self._screen.table.viewport(), lambda: self._only(text))
        begin = time.perf_counter()
        press(field, Qt.Key.Key_unknown, text[-1])
        return await painted.moment() - begin

    async def revoke_first(self) -> float:
        """Revoke key → the first row says so."""
        self.say("revoke")
        table = self._screen.table
        table.setFocus()
        table.selectRow(0)
        await asyncio.sleep(_CALM)
        self._screen.part(QAbstractButton, "revoke").click()
        await until(lambda: dialog("confirm"))
        button = self._screen.part(QAbstractButton, "confirm.action", dialog("confirm"))
        await asyncio.sleep(_GUARD)
        painted = Painted(
            table.viewport(), lambda: self._screen.cell(0, "State").startswith("Revoked")
        )
        begin = time.perf_counter()
        button.click()
        took = await painted.moment() - begin
        await until(lambda: dialog("confirm") is None)
        return took

    async def clear_search(self) -> None:
        """All keys again."""
        self.say("clear the search")
        press(self._screen.part(QLineEdit, "search"), Qt.Key.Key_Escape)
        await until(lambda: self._screen.table.model().rowCount() > 1 and self._screen.loaded(0))
        await asyncio.sleep(_CALM)

    async def open_customers(self) -> float:
        """Customers → its first rows are painted."""
        self.say("customers")
        begin = time.perf_counter()
        self._screen.part(QAbstractButton, "pageCustomers").click()
        self._screen.customers = True
        viewport = self._screen.table.viewport()
        return await Painted(viewport, lambda: self._screen.loaded(0)).moment() - begin

    async def open_keys(self) -> None:
        """Back to the keys page."""
        self.say("keys")
        self._screen.part(QAbstractButton, "pageKeys").click()
        self._screen.customers = False
        await asyncio.sleep(_CALM)

    async def scroll_to(self, row: int) -> float:
        """The scroll bar is let go → the rows there are painted."""
        self.say(f"scroll to row {row}")
        table = self._screen.table
        painted = Painted(table.viewport(), lambda: self._screen.loaded(row))
        begin = time.perf_counter()
        table.scrollTo(table.model().index(row, 0), table.ScrollHint.PositionAtTop)
        took = await painted.moment() - begin
        await asyncio.sleep(_CALM)
        return took

    async def scroll_steps(self, number: int) -> list[float]:
        """One step of the wheel, three rows → it is painted; all rows are loaded."""
        self.say("scroll by steps")
        table = self._screen.table
        bar, found = table.verticalScrollBar(), []
        for step in range(number):
            painted = Painted(table.viewport(), lambda: True)
            begin = time.perf_counter()
            bar.setValue(3 * (step % _STEPS) * bar.singleStep() + 3 * bar.singleStep())
            found.append(await painted.moment() - begin)
        bar.setValue(0)
        await asyncio.sleep(_CALM)
        return found

    def bare(self, work: Callable[[], object]) -> float:
        """How long `work` takes, which holds up the loop on purpose."""
        took = timed(work)
        if self.watch is not None:
            self.watch.resume()
        return took

    def say(self, during: str) -> None:
        """What a stall from now on happened during."""
        if self.watch is not None:
            self.watch.during = during

    def _only(self, text: str) -> bool:
        rows = self._screen.table.model().rowCount()
        column = "Email" if self._screen.customers else "Title"
        return rows == 1 and text in self._screen.cell(0, column)


async def measure(qt: QApplication, folder: Path, rounds: int) -> dict[str, object]:
    """All metrics, `rounds` values each (memory: one)."""
    base_url, email, password = (
        os.environ[name] for name in ("PERF_BASE_URL", "PERF_EMAIL", "PERF_PASSWORD")
    )
    async with AsyncExitStack() as stack:
        keyring = Keyring(system_keyring, glance=glance)
        clock = Clock()
        console = await assemble(
            stack,
            qt,
            folder,
            vault=KeyringSessions(keyring),
            proxies=KeyringProxyPasswords(keyring),
            entries=KeyringKeyEntries(keyring),
            presence=Presence(qt, clock),
            notifier=Notifications(qt),
            clock=clock,
        )
        console.begin(Wish.NOTHING)
        Collector(qt).start()  # as the program does: Python's own would run within any action
        account = (base_url, email, password)
        screen = Screen(console.window)
        session = Session(screen, email, password)
        raw = Raw(*account)
        stack.callback(raw.close)
        values: dict[str, list[float]] = {}
        # Watching costs the loop time itself, so what is watched is not what is timed.
        watch = StallWatch(console.window)
        session.watch = watch
        values["app.login_submit_to_keys.first"] = [await session.sign_in()]
        await asyncio.sleep(_REST)
        values[_MEMORY] = [pss()]
        await _rounds(session, {}, _WATCHED, raw)
        session.say("switch store")
        await switch_rounds(session, screen, _STORES, _WATCHED)
        session.watch = None
        watch.stop()
        await _rounds(session, values, rounds, raw)
        values["app.switch_store"] = await switch_rounds(session, screen, _STORES, 2 * rounds)
        longest = watch.longest
        values["app.longest_stall"] = [longest.seconds]
        values["app.longest_stall.busy"] = [max(stall.busy for stall in watch.stalls)]
        worst = sorted(watch.stalls, key=lambda stall: -stall.seconds)[:8]
        milliseconds = {
            name: [value if name == _MEMORY else value * 1000 for value in found]
            for name, found in values.items()
        }
        return {
            "values": milliseconds,
            "stalls": [
                f"{stall.seconds * 1000:.0f} ms ({stall.busy * 1000:.0f} busy) during "
                f"{stall.during or 'start'}, at {stall.where or '?'}"
                for stall in worst
            ],
        }


async def _rounds(session: Session, values: dict[str, list[float]], rounds: int, raw: Raw) -> None:
    await _sign_in_rounds(session, values, rounds, raw)
    await asyncio.sleep(_REST)  # else a page of the background reading is ahead of each request
    await _key_rounds(session, values, rounds, raw)
    await _scroll_rounds(session, values, rounds)
    await _customer_rounds(session, values, rounds, raw)


async def _sign_in_rounds(
    session: Session, values: dict[str, list[float]], rounds: int, raw: Raw
) -> None:
    app = values.setdefault("app.login_submit_to_keys", [])
    pair = values.setdefault("app.pair.login_submit_to_keys", [])

    def bare() -> None:
        raw.sign_in()
        raw.first_page()

    for _ in range(rounds):
        await session.sign_out()
        app.append(await session.sign_in())
        await asyncio.sleep(_CALM)
        pair.append(session.bare(bare))


async def _key_rounds(
    session: Session, values: dict[str, list[float]], rounds: int, raw: Raw
) -> None:
    names = ("create_save_to_token", "search_last_key_to_rows", "revoke_confirm_to_row")
    for name in names:
        values[f"app.{name}"], values[f"app.pair.{name}"] = [], []
    create, search, revoke = (values[f"app.{name}"] for name in names)
    bare_create, bare_search, bare_revoke = (values[f"app.pair.{name}"] for name in names)
    for _ in range(rounds):
        word, other = secrets.token_hex(6), secrets.token_hex(6)
        create.append(await session.create(f"Benchmark {word}"))
        ids: list[str] = []
        bare_create.append(session.bare(lambda: ids.append(raw.create(f"Benchmark {other}"))))  # noqa: B023
        await asyncio.sleep(_CALM)
        search.append(await session.search(word))
        await asyncio.sleep(_CALM)
        bare_search.append(session.bare(lambda: raw.first_page(q=other)))  # noqa: B023
        revoke.append(await session.revoke_first())
        await asyncio.sleep(_CALM)
        bare_revoke.append(session.bare(lambda: raw.revoke(ids[0])))  # noqa: B023
        session.bare(lambda: _delete(raw, word, other))  # noqa: B023
        await session.clear_search()


def _delete(raw: Raw, *words: str) -> None:
    for key in raw.first_page(q="Benchmark")["api_keys"]:
        if any(word in key["title"] for word in words):
            raw.delete(key["id"])


async def _scroll_rounds(session: Session, values: dict[str, list[float]], rounds: int) -> None:
    rows = session.rows
    if rows > _PAGE:
        values["app.scroll_step"] = await session.scroll_steps(_STEPS * rounds)
    if rows > (rounds + 1) * _PAGE:
        values["app.keys_next_page"] = [
            await session.scroll_to(number * _PAGE) for number in range(1, rounds + 1)
        ]
    if rows > _FAR + rounds * _PAGE:
        values["app.keys_offset10000"] = [
            await session.scroll_to(_FAR + number * _PAGE) for number in range(rounds)
        ]


async def _customer_rounds(
    session: Session, values: dict[str, list[float]], rounds: int, raw: Raw
) -> None:
    names = ("customers_first_page", "customers_next_page", "customers_search")
    for name in names:
        values[f"app.{name}"], values[f"app.pair.{name}"] = [], []
    first, more, search = (values[f"app.{name}"] for name in names)
    bare_first, bare_more, bare_search = (values[f"app.pair.{name}"] for name in names)
    for _ in range(rounds):
        await session.sign_out()  # the page is built anew
        await session.sign_in()
        await asyncio.sleep(_CALM)
        first.append(await session.open_customers())
        await asyncio.sleep(_CALM)
        bare_first.append(session.bare(raw.customers))
        email = session.cell(0, "Email")
        if session.rows > 2 * _PAGE:
            more.append(await session.scroll_to(_PAGE))
            bare_more.append(session.bare(lambda: raw.customers(offset=_PAGE)))
            email = session.cell(_PAGE, "Email")
        search.append(await session.search(email))
        await asyncio.sleep(_CALM)
        bare_search.append(session.bare(lambda: raw.customers(email=email)))  # noqa: B023
        await session.open_keys()


def main() -> None:
    harden_process()
    qt = QApplication(sys.argv[:1])
    qt.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(qt)) as runner:
        print(json.dumps(runner.run(measure(qt, Path(sys.argv[1]), int(sys.argv[2])))))


if __name__ == "__main__":
    main()
