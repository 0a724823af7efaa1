"""Does one thing to many records of several stores: a few at a time, to be paused and stopped."""

from __future__ import annotations

import logging
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from medusa_console.domain.errors import (
    ConsoleError,
    OutcomeUnknown,
    SignInNeeded,
    Unreachable,
    UntrustedCertificate,
)
from medusa_console.services.session import SessionService, SignedIn, SignedOut
from medusa_console.tasks import TaskScope
from medusa_console.topic import Topic

if TYPE_CHECKING:
    from medusa_console.services.store_services import StoreServices

log = logging.getLogger(__name__)

T = TypeVar("T")

AT_ONCE: Final = 4
"""Ten concurrent revokes can freeze a Medusa for everybody (contract, quirk 1)."""
_MOST_RETURNS = 3


@dataclass(frozen=True, eq=False)
class Item(Generic[T]):
    """One thing to do, `subject`, in the store of `services`. `id` tells items apart."""

    id: str
    services: StoreServices
    subject: T


class ItemState(Enum):
    """How far an item is."""

    UNTOUCHED = auto()  # nothing was sent for it, or the store refused to look at it
    UNDER_WAY = auto()
    DONE = auto()
    FAILED = auto()  # refused, or a look shows that it is not done
    UNKNOWN = auto()  # it may be done: an answer was lost, and a look gave none either


@dataclass(frozen=True)
class ItemResult:
    """`error` is why an item is not done, or why nobody knows; None where the subject itself tells,
    or after a fault of the program, which is reported."""

    state: ItemState = ItemState.UNTOUCHED
    error: ConsoleError | None = None


class Hold(Enum):
    """Why the items of one store wait although the run goes on."""

    SIGN_IN = auto()  # until its account is signed in again
    NO_ANSWER = auto()  # until the user goes on


class RunState(Enum):
    """How far the whole is."""

    READY = auto()
    RUNNING = auto()
    WAITING = auto()  # every store with items left is on hold
    PAUSED = auto()  # what was under way may still end
    ENDED = auto()  # nothing is left to do, or the rest was given up with `stop`


@dataclass
class _Lane(Generic[T]):
    """The items of one session. `account` is whose, `back` how often an item was sent back, and
    `lost` what is to be looked at again. `left`: the store was signed out of."""

    session: SessionService
    account: str
    queue: deque[Item[T]] = field(default_factory=deque)
    busy: int = 0
    hold: Hold | None = None
    back: dict[str, int] = field(default_factory=dict)
    lost: dict[str, OutcomeUnknown] = field(default_factory=dict)
    left: bool = False


class Bulk(Generic[T]):
    """A run over `items`, at most AT_ONCE in flight a store.

    No item's failure stops another. A store whose session ends keeps its items untouched and goes
    on once the same account is signed in again; one that does not answer waits for `go_on`. What is
    left of a store that is signed out of is given up, untouched.

    Topics: `changed` (an item has another result), `moved` (`state` or `holds` may have changed).
    """

    def __init__(
        self,
        items: Sequence[Item[T]],
        act: Callable[[T], Awaitable[bool]],
        look: Callable[[T], Awaitable[bool]],
        tasks: TaskScope,
    ) -> None:
        """`act` does it, and returns whether it is done; it raises a ConsoleError why not.
        OutcomeUnknown lets `look` tell whether it was done after all: it only reads. Both are
        given an item's subject. Failures that nobody expected reach the owner of `tasks`, once.
        """
        self.items = tuple(items)
        self._act = act
        self._look = look
        self._tasks = tasks
        self._results = dict.fromkeys((item.id for item in self.items), ItemResult())
        self._counts = Counter({ItemState.UNTOUCHED: len(self.items)})
        self._lanes: dict[SessionService, _Lane[T]] = {}
        for item in self.items:
            session = item.services.session
            if session not in self._lanes:  # items may be many, and stores are few
                self._lanes[session] = _Lane(session, session.user_id)
            self._lanes[session].queue.append(item)
        self._order = {item.id: number for number, item in enumerate(self.items)}
        self._started = False
        self._paused = False
        self._stopped = False
        self._fault_told = False
        self._unsubscribe: list[Callable[[], None]] = []
        self.changed: Topic[Item[T]] = Topic()
        self.moved: Topic[None] = Topic()

    # What there is

    def result(self, item: Item[T]) -> ItemResult:
        """What became of `item` so far."""
        return self._results[item.id]

    def in_state(self, *states: ItemState) -> tuple[Item[T], ...]:
        """The items in these states, in the order of the run."""
        return tuple(item for item in self.items if self._results[item.id].state in states)

    def count(self, *states: ItemState) -> int:
        """How many items are in these states; takes no longer for many items."""
        return sum(self._counts[state] for state in states)

    @property
    def settled(self) -> int:
        """How many items have a result."""
        return len(self.items) - self.count(ItemState.UNTOUCHED, ItemState.UNDER_WAY)

    @property
    def state(self) -> RunState:
        """How far the whole is."""
        if not self._started:
            return RunState.READY
        busy = any(lane.busy for lane in self._lanes.values())
        left = [lane for lane in self._lanes.values() if lane.queue]
        if self._paused and (left or busy):
            return RunState.PAUSED
        if busy:
            return RunState.RUNNING
        return RunState.WAITING if left else RunState.ENDED

    @property
    def holds(self) -> tuple[tuple[StoreServices, Hold], ...]:
        """The stores whose items wait, and why."""
        return tuple(
            (lane.queue[0].services, lane.hold)
            for lane in self._lanes.values()
            if lane.hold is not None and lane.queue
        )

    # What the user does

    def start(self) -> None:
        """Begin; once is enough."""
        if self._started:
            return
        self._started = True
        for lane in self._lanes.values():
            self._unsubscribe.append(lane.session.changed.subscribe(lambda _: self._pump()))
        self._pump()

    def pause(self) -> None:
        """Begin no other item until `go_on`; what is in flight ends."""
        self._paused = True
        self.moved.announce(None)

    def go_on(self) -> None:
        """End a pause, try the stores again that did not answer, and look again at what is unknown
        there."""
        self._paused = False
        for lane in self._lanes.values():
            lane.hold = None
            self._look_again(lane)
        self._pump()

    def stop(self) -> None:
        """Give up what has not begun, which stays untouched; what is in flight ends."""
        self._paused = False
        self._stopped = True
        for lane in self._lanes.values():
            lane.queue.clear()
        self._pump()

    def retry_failed(self) -> None:
        """Do the items again that failed or are unknown, and no others."""
        self._paused = self._stopped = False
        again = self.in_state(ItemState.FAILED, ItemState.UNKNOWN)
        for lane in self._lanes.values():
            if lane.left:
                continue
            lane.back.clear()
            lane.lost.clear()
            mine = [item for item in again if item.services.session is lane.session]
            self._queue(lane, mine)
            for item in mine:
                self._note(item, ItemResult())
        self.go_on()

    def close(self) -> None:
        """Hear of sessions no more. Call it when nobody looks at the run any more."""
        while self._unsubscribe:
            self._unsubscribe.pop()()

    # How it goes

    def _pump(self) -> None:
        """Begin as many items as may be in flight."""
        for lane in self._lanes.values():
            self._look_at_session(lane)
            while (
                self._started
                and not self._paused
                and not self._tasks.closed
                and lane.hold is None
                and lane.queue
                and lane.busy < AT_ONCE
            ):
                item = lane.queue.popleft()
                lane.busy += 1
                self._note(item, ItemResult(ItemState.UNDER_WAY))
                self._tasks.start(self._run(lane, item))
        self.moved.announce(None)

    def _look_at_session(self, lane: _Lane[T]) -> None:
        lane.left = lane.left or isinstance(lane.session.state, SignedOut)
        if lane.left:
            lane.queue.clear()
        # Another account has not chosen these items.
        session = lane.session
        signed_in = isinstance(session.state, SignedIn) and session.user_id == lane.account
        if not signed_in:
            lane.hold = Hold.SIGN_IN
        elif lane.hold is Hold.SIGN_IN:
            lane.hold = None
            self._look_again(lane)

    def _look_again(self, lane: _Lane[T]) -> None:
        """Queue what is unknown: its turn begins with a look."""
        if not self._stopped and not lane.left:
            unknown = self.in_state(ItemState.UNKNOWN)
            self._queue(lane, [item for item in unknown if item.id in lane.lost])

    async def _run(self, lane: _Lane[T], item: Item[T]) -> None:
        result = ItemResult(ItemState.UNKNOWN)
        try:
            result = await self._do(lane, item)
        except Exception as error:
            # The next items may well fail alike: one report is enough.
            log.info("an item of many ended with %s", type(error).__name__)
            if not self._fault_told:
                self._fault_told = True
                raise
        finally:
            lane.busy -= 1
            self._note(item, result)
            self._pump()

    async def _do(self, lane: _Lane[T], item: Item[T]) -> ItemResult:
        if (lost := lane.lost.pop(item.id, None)) is not None:
            return await self._find_out(lane, item, lost)
        try:
            done = await self._act(item.subject)
        except SignInNeeded as error:
            # Medusa answers so before it does anything.
            return self._send_back(lane, item, error, Hold.SIGN_IN)
        except (Unreachable, UntrustedCertificate) as error:
            return self._send_back(lane, item, error, Hold.NO_ANSWER)
        except OutcomeUnknown as error:
            return await self._find_out(lane, item, error)
        except ConsoleError as error:
            return ItemResult(ItemState.FAILED, error)
        return ItemResult(ItemState.DONE if done else ItemState.FAILED)

    def _send_back(
        self, lane: _Lane[T], item: Item[T], error: ConsoleError, hold: Hold
    ) -> ItemResult:
        """Nothing was done: `item` waits in its place."""
        if hold is Hold.SIGN_IN and isinstance(lane.session.state, SignedIn):
            # Somebody has signed in meanwhile, or the store takes nobody's session.
            lane.back[item.id] = lane.back.get(item.id, 0) + 1
            if lane.back[item.id] >= _MOST_RETURNS:
                return ItemResult(ItemState.FAILED, error)
        else:
            lane.hold = hold
        if not self._stopped:
            self._queue(lane, (item,))
        return ItemResult(ItemState.UNTOUCHED, error)

    async def _find_out(self, lane: _Lane[T], item: Item[T], lost: OutcomeUnknown) -> ItemResult:
        unreachable = isinstance(lost.cause, Unreachable)
        if unreachable and lane.hold is None:
            lane.hold = Hold.NO_ANSWER  # before others meet the same fate
        try:
            done = await self._look(item.subject)
        except ConsoleError as error:
            log.info("no word of an item: %s", type(error).__name__)
            lane.lost[item.id] = lost
            return ItemResult(ItemState.UNKNOWN, lost)
        if unreachable and lane.hold is Hold.NO_ANSWER:
            lane.hold = None  # an answer was lost, and the store is there
        return ItemResult(ItemState.DONE) if done else ItemResult(ItemState.FAILED, lost)

    def _queue(self, lane: _Lane[T], items: Iterable[Item[T]]) -> None:
        """Put `items` where they belong, all at once: they may be thousands."""
        waiting = {item.id: item for item in (*lane.queue, *items)}
        order = sorted(waiting.values(), key=lambda item: self._order[item.id])
        lane.queue = deque(order)

    def _note(self, item: Item[T], result: ItemResult) -> None:
        before = self._results[item.id]
        if before != result:
            self._counts[before.state] -= 1
            self._counts[result.state] += 1
            self._results[item.id] = result
            self.changed.announce(item)
