"""A card on its own: a real leak desk, asking stores on sockets that do what a test says."""

from __future__ import annotations

import asyncio
import base64
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import SecretStr
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from medusa_console.connect import Connection, open_store
from medusa_console.domain.leaks import FoundKey, Place, Reading
from medusa_console.domain.store import Environment, Store
from medusa_console.domain.tokens import Form, TokenKind, redact
from medusa_console.services.desk_stores import DeskStore
from medusa_console.services.leaks import LeakDesk
from medusa_console.tasks import Again, Doing, TaskScope
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.scroll_area import ScrollArea
from medusa_console.ui.leaks.card import LeakCard
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, USER_ID, ago, key_record, listing, login_token
from tests.faults.server import Behaviour, Exchange, FaultServer
from tests.services.ports import MemoryRevokes, MemoryVault, memory_journal
from tests.ui.driving import CTRL, NO_KEYS
from tests.ui.standins import Clock, turns
from tests.waiting import until

SIGN_IN = "/auth/user/emailpass"
KEYS = "/admin/api-keys"
ME = "/admin/users/me"
REGIONS = "/store/regions"
PERMISSIONS = "/admin/rbac/me/permissions"
MAYA = "maya@northwind.example"
USER = {"id": USER_ID, "email": MAYA, "first_name": "Maya", "last_name": "Lindqvist"}
EVERYTHING = ["api_key:read", "api_key:update", "api_key:create"]
W = TypeVar("W", bound=QWidget)

unauthorized = faults.refusal(401, "Unauthorized")
gone = faults.refusal(503, "Service Unavailable")


LINE_14 = Place(14, "MEDUSA_API_KEY")


def whole(token: str, *, place: Place = LINE_14) -> FoundKey:
    """A whole key, found on line 14."""
    kind = TokenKind.SECRET if token.startswith("sk_") else TokenKind.PUBLISHABLE
    return FoundKey(uuid.uuid4().hex, kind, Form.WHOLE, redact(token), SecretStr(token), (place,))


def shortened(token: str) -> FoundKey:
    """The redacted form of a key."""
    kind = TokenKind.SECRET if token.startswith("sk_") else TokenKind.PUBLISHABLE
    return FoundKey(uuid.uuid4().hex, kind, Form.REDACTED, redact(token), None, (Place(3),))


@dataclass
class Leaky:
    """A store on a socket that answers as Medusa does, as far as the leak desk asks."""

    server: FaultServer
    store: Store
    keys: dict[str, dict[str, Any]] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    connection: Connection | None = None
    present: Behaviour | None = None
    """What becomes of keys that are presented, in place of what Medusa does."""
    us: Behaviour | None = None
    """What becomes of our own session on the same route."""
    most: int = 500

    def add(self, token: str, key_id: str, *, listed: bool = True, **fields: Any) -> str:
        """The store has this key."""
        kind = "secret" if token.startswith("sk_") else "publishable"
        record = key_record(
            id=key_id,
            redacted=redact(token),
            type=kind,
            token="" if kind == "secret" else token,
            **fields,
        )
        self.tokens[token] = key_id
        if listed:
            self.keys[key_id] = record
            self._serve(key_id)
        return key_id

    def revoke(self, key_id: str) -> dict[str, Any]:
        """The key is revoked now."""
        record = self.keys[key_id]
        record["revoked_at"], record["revoked_by"] = ago(seconds=2), USER_ID
        return record

    @property
    def revokes(self) -> int:
        """How many revokes were asked for."""
        return sum(one.path.endswith("/revoke") for one in self.server.requests)

    @property
    def presented(self) -> int:
        """How often a key was presented."""
        return sum(
            one.headers.get("authorization", "").startswith("Basic") or one.path == REGIONS
            for one in self.server.requests
        )

    def behave(self) -> None:
        """Answer as Medusa does."""
        on = self.server.on
        on("POST", SIGN_IN, faults.json_answer({"token": login_token()}))
        on("POST", "/auth/token/refresh", faults.json_answer({"token": login_token()}))
        on("GET", ME, self._me)
        on("GET", "/admin/users", faults.json_answer({"users": [USER], "count": 1}))
        on("GET", PERMISSIONS, faults.json_answer({"permissions": EVERYTHING}))
        flags = {"rbac": False, "rbac_filter_fields": False}
        on("GET", "/admin/feature-flags", faults.json_answer({"feature_flags": flags}))
        on("GET", KEYS, self._list)
        on("GET", REGIONS, self._regions)

    def _serve(self, key_id: str) -> None:
        path = f"{KEYS}/{key_id}"

        def revoke(exchange: Exchange) -> None:
            faults.json_answer({"api_key": self.revoke(key_id)})(exchange)

        def get(exchange: Exchange) -> None:
            faults.json_answer({"api_key": self.keys[key_id]})(exchange)

        self.server.on("POST", f"{path}/revoke", revoke)
        self.server.on("GET", path, get)

    def _list(self, exchange: Exchange) -> None:
        records = sorted(self.keys.values(), key=lambda one: str(one["id"]))
        target = exchange.request.target
        offset = int(target.partition("offset=")[2].partition("&")[0] or 0)
        page = records[offset : offset + self.most]
        faults.json_answer(listing(*page, count=len(records)))(exchange)

    def _me(self, exchange: Exchange) -> None:
        how, _, what = exchange.request.headers.get("authorization", "").partition(" ")
        if how != "Basic":
            (self.us or faults.json_answer({"user": USER}))(exchange)
            return
        if self.present is not None:
            self.present(exchange)
            return
        token = base64.b64decode(what).decode().removesuffix(":")
        key_id = self.tokens.get(token, "")
        if key_id and not self.keys.get(key_id, {}).get("revoked_at"):
            message = f"User with id: {key_id} was not found"
            faults.refusal(404, message, "not_found")(exchange)
        else:
            unauthorized(exchange)

    def _regions(self, exchange: Exchange) -> None:
        if self.present is not None:
            self.present(exchange)
            return
        token = exchange.request.headers.get("x-publishable-api-key", "")
        key_id = self.tokens.get(token, "")
        if key_id and not self.keys[key_id].get("revoked_at"):
            faults.json_answer({"regions": [], "count": 0})(exchange)
        else:
            faults.refusal(
                400,
                "A valid publishable key is required to proceed with the request",
                "not_allowed",
            )(exchange)


class Bench:
    """A leak desk, the stores it asks, and a window with a card for each found key."""

    def __init__(self, clock: Clock, stack: AsyncExitStack) -> None:
        self.clock = clock
        self._stack = stack
        self.stores: list[Leaky] = []
        self.journal = MemoryRevokes()
        self.failures: list[BaseException] = []
        self.copied_ago: float | None = None
        self.armed = True
        self.tasks = TaskScope(self._on_error, clock.value)
        self.desk = LeakDesk(
            self._entries, self.journal, lambda _secret: self.copied_ago, self.tasks
        )
        self.desk.changed.subscribe(self._on_changed)
        self.cards: dict[str, LeakCard] = {}
        self.wanted: list[tuple[str, ...]] = []
        self.window = QWidget()
        self.window.setObjectName("window")
        self.window.resize(900, 800)

    def _on_error(
        self, error: BaseException, doing: Doing | None = None, again: Again | None = None
    ) -> None:
        self.failures.append(error)

    def _entries(self) -> list[DeskStore]:
        return [
            DeskStore(one.store, one.connection.services if one.connection else None)
            for one in self.stores
        ]

    async def store(
        self,
        name: str,
        environment: Environment = Environment.LIVE,
        *,
        sign_in: bool = True,
        read_only: bool = False,
    ) -> Leaky:
        """Open a store of that name and sign in."""
        server = self._stack.enter_context(FaultServer())
        store = Store(
            uuid.uuid4().hex, name, server.origin, environment, email=MAYA, read_only=read_only
        )
        leaky = Leaky(server, store)
        leaky.behave()
        self.stores.append(leaky)
        if sign_in:
            await self.sign_in(leaky)
        return leaky

    async def sign_in(self, leaky: Leaky) -> None:
        """Open the store, if it is not open, and sign in to it."""
        if leaky.connection is None:
            leaky.connection = await open_store(
                leaky.store,
                vault=MemoryVault(),
                journal=memory_journal(),
                clock=self.clock.value,
            )
            self._stack.push_async_callback(leaky.connection.aclose)
            await leaky.connection.services.session.restore(kept=False)
        services = leaky.connection.services
        await services.session.sign_in(MAYA, SecretStr(PASSWORD), keep=False)
        await services.permissions.learn()

    async def sign_out(self, leaky: Leaky) -> None:
        """Sign out of the store, which stays open."""
        assert leaky.connection is not None
        await leaky.connection.services.session.sign_out()

    def begin(self, *keys: FoundKey) -> LeakCard:
        """Look for `keys`, and show their cards; the first is returned and has the focus."""
        pasted_at = self.clock.now()
        self.desk.begin(Reading(keys, len(keys)))
        lines = QWidget()
        layout = column()
        for case in self.desk.cases:
            card = LeakCard(
                case, self.desk, self.tasks, armed=lambda: self.armed, pasted_at=pasted_at
            )
            card.sign_in_requested.connect(lambda store: self.wanted.append(("sign in", store)))
            self.cards[card.key_id] = card
            layout.addWidget(card)
        layout.addStretch(1)
        lines.setLayout(layout)
        scroll = ScrollArea()
        scroll.setWidget(lines)
        old = self.window.layout()
        if old is None:
            self.window.setLayout(column(scroll))
        else:
            old.addWidget(scroll)
        self.window.show()
        self.window.activateWindow()
        first = self.cards[keys[0].id]
        first.setFocus()
        return first

    def _on_changed(self, key_id: str) -> None:
        case = self.desk.case(key_id)
        if case is not None and key_id in self.cards:
            self.cards[key_id].show_case(case)

    # Seen and done

    @property
    def front(self) -> QWidget:
        return QApplication.activeModalWidget() or self.window

    def words(self, inside: QWidget | None = None) -> str:
        """All that can be read on the cards, one label a line."""
        where = inside or self.window
        labels = where.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisibleTo(where))

    async def reads(self, *texts: str, inside: QWidget | None = None) -> None:
        """Wait until all of it can be read."""
        try:
            await until(lambda: all(text in self.words(inside) for text in texts))
        except TimeoutError:
            said = self.words(inside)
            missing = [text for text in texts if text not in said]
            raise AssertionError(f"nowhere {missing} in:\n{said}") from None

    def buttons(self, name: str, inside: QWidget | None = None) -> list[QAbstractButton]:
        """The buttons of that objectName that can be seen, in reading order."""
        where = inside or self.front
        found = where.findChildren(QAbstractButton, name)
        return [button for button in found if button.isVisibleTo(where)]

    async def press(self, name: str, number: int = 0) -> None:
        """Press a button of that objectName, when it has stood long enough."""
        await until(lambda: len(self.buttons(name)) > number)
        self.clock.skip(1)
        button = self.buttons(name)[number]
        assert button.isEnabled()
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.front, key, modifiers)

    def control_enter(self) -> None:
        self.key(Qt.Key.Key_Return, CTRL)

    async def question(self) -> QWidget:
        """Wait until a question is open, and keys go to it."""

        def asked() -> QWidget | None:
            found = QApplication.activeModalWidget()
            if found is None or found.objectName() != "confirm" or not found.isActiveWindow():
                return None
            return found

        found = await until(asked)
        assert found is not None
        return found

    async def no_question(self) -> None:
        """Wait until the question is closed, and whoever asked it has gone on."""
        await until(lambda: QApplication.activeModalWidget() is None)
        self.window.activateWindow()
        await until(self.window.isActiveWindow)
        await turns()

    async def later(self, seconds: float) -> None:
        """Time passes, once whoever waits by it has begun to."""
        await turns()
        await self.clock.advance(seconds)

    async def passes_until(self, condition: Callable[[], object]) -> None:
        """Let time pass, second by second, until `condition()` is true."""
        async with asyncio.timeout(60):
            while not condition():
                await self.later(1)

    @property
    def revokes(self) -> int:
        """How many revokes all stores were asked for."""
        return sum(one.revokes for one in self.stores)


@asynccontextmanager
async def open_bench(clock: Clock) -> AsyncIterator[Bench]:
    """A bench without stores; what fails unexpectedly fails the test."""
    async with AsyncExitStack() as stack:
        bench = Bench(clock, stack)
        try:
            yield bench
        finally:
            await bench.tasks.aclose()
            for one in bench.stores:
                if one.connection is not None:
                    one.connection.services.writes.abandon()
                    await one.connection.services.writes.settle(60)
            bench.window.hide()
            bench.window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not bench.failures, bench.failures
