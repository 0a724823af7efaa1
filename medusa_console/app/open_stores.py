"""The stores that are open, and which of them is in front."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime
from functools import partial

from medusa_console.app.parts import Parts
from medusa_console.app.store_flow import StoreFlow
from medusa_console.domain.session import Session
from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD, Store
from medusa_console.services.session import Expired, Locked, SignedIn
from medusa_console.ui.widgets.banner import Notice, NoticeAction, NoticeKind


class OpenStores:
    """A store is open while somebody is signed in to it, or while it is in front."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._window = parts.window
        self._sign_in = parts.window.front
        self._stores = parts.stores
        self._tasks = parts.tasks
        self._flows: dict[str, StoreFlow] = {}
        self._closing: set[asyncio.Task[None]] = set()
        self.front: StoreFlow | None = None
        parts.window.flash_ended.connect(self._on_flash_ended)
        parts.stores.changed.subscribe(lambda _: self._show_list())

    @property
    def all(self) -> tuple[StoreFlow, ...]:
        """Those that are open."""
        return tuple(self._flows.values())

    async def aclose(self, patience: float) -> None:
        """Close every one, waiting up to `patience` seconds for its writes."""
        # Or they would go on to open what nobody closes.
        await asyncio.gather(*(self._tasks.stop(_opening(flow)) for flow in self.all))
        await asyncio.gather(*(flow.settle(patience) for flow in self.all))
        for flow in self.all:
            self.close(flow)
        await asyncio.gather(*self._closing)

    def is_open(self, name: str) -> bool:
        """Whether the store of that name can be signed in to, or is."""
        return any(flow.store.name == name and flow.desk for flow in self.all)

    def choose(self, store: Store, *, sign_in: bool = False) -> None:
        """Put `store` in front, and open it if it is not open; with `sign_in`, sign in with what
        the demo store fills in."""
        before, flow = self.front, self._flows.get(store.id)
        if flow is not None and flow is before:
            return
        new = flow is None
        if flow is None:
            flow = self._flows[store.id] = StoreFlow(store, self._parts, self.ask_for)
        if before is not None:
            self._leave(before)
        self.front = flow
        self._parts.preferences.change(replace(self._parts.preferences.value, last_store=store.id))
        self._bring(flow)
        if before is not None:
            flow.announce()
        if new:
            self._tasks.start(self._open(flow, sign_in=sign_in), replacing=_opening(flow))

    def _leave(self, flow: StoreFlow) -> None:
        flow.leave_front()
        if not flow.has_pages:  # nobody is signed in: there is nothing to come back to
            self.close(flow)

    def _bring(self, flow: StoreFlow) -> None:
        store = flow.store
        self._window.show_store(store)
        self._window.front_notices.clear()
        if not flow.has_pages:
            self._window.show_front()
            self.ask_for(flow)
        flow.come_to_front()
        self._show_list()

    def ask_for(self, flow: StoreFlow) -> None:
        """Show the sign-in form of a store."""
        store = flow.store
        if store.is_demo:
            self._sign_in.ask_for(store, email=DEMO_EMAIL, password=DEMO_PASSWORD)
        else:
            self._sign_in.ask_for(store)
        if flow.desk is not None:
            self._sign_in.form.show_desk(flow.desk)

    async def _open(
        self, flow: StoreFlow, *, sign_in: bool = False, session: Session | None = None
    ) -> None:
        if not flow.store.confirmed and not await self._confirm(flow):
            return
        await flow.open(session=session)
        if sign_in:
            self._sign_in.form.submit()

    async def _confirm(self, flow: StoreFlow) -> bool:
        """An imported store's address is looked at by a person before anything is sent there."""
        from medusa_console.ui.dialogs.confirm_address import confirm_address

        await self._window.first_paint()
        if await confirm_address(self._window, flow.store):
            self._stores.update(replace(flow.store, confirmed=True))
            return True
        del self._flows[flow.store.id]
        self.front = None
        look = NoticeAction(
            self._window.tr("Look at the address"), partial(self.choose, flow.store)
        )
        self._window.front_notices.add(
            Notice(
                NoticeKind.CAUTION,
                self._window.tr("This address is not confirmed"),
                self._window.tr("The store was imported. Nothing was sent to it."),
                actions=(look,),
            )
        )
        return False

    def close(self, flow: StoreFlow) -> None:
        """Let go of a store; it closes behind the scenes, to its end."""
        if self._flows.get(flow.store.id) is flow:
            del self._flows[flow.store.id]
        task = asyncio.create_task(self._do_close(flow))
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    async def _do_close(self, flow: StoreFlow) -> None:
        await self._tasks.stop(_opening(flow))
        await flow.aclose()

    async def reopen(self, store: Store, forget: bool) -> None:
        """Take up a store whose connection was changed; with `forget`, without its session."""
        flow = self._flows.get(store.id)
        if flow is None:
            return
        if forget:
            await flow.sign_out(quiet=True)
        state = flow.state
        self.start_over(flow, session=state.session if isinstance(state, SignedIn) else None)

    def start_over(
        self, flow: StoreFlow, *, session: Session | None = None, sign_in: bool = False
    ) -> None:
        """Close the store and open it anew in the same place."""
        in_front = flow is self.front
        self.close(flow)
        fresh = self._flows[flow.store.id] = StoreFlow(flow.store, self._parts, self.ask_for)
        if in_front:
            self.front = fresh
            self._bring(fresh)
        work = self._open(fresh, sign_in=sign_in, session=session)
        self._tasks.start(work, replacing=_opening(fresh))

    async def sign_out_and_close(self, store: Store) -> None:
        """Forget the session here and let go of the store; the next one comes to the front."""
        flow = self._flows.get(store.id)
        if flow is not None:
            await flow.sign_out(quiet=True)
            self.close(flow)
        if self.front is flow:
            self.front = None
            following = next(iter(self._stores.all), None)
            self._window.show_store(None)
            self._window.show_front()
            self._sign_in.show_stores(self._stores.all, following)
            if following is not None:
                self.choose(following)

    def _show_list(self) -> None:
        front = self.front
        self._sign_in.show_stores(self._stores.all, front.store if front else None)
        if front is not None:
            self._window.show_store(front.store)
        for flow in self._flows.values():
            flow.show_store()

    def state_of(self, store: Store) -> str:
        """Whether somebody is signed in there, in words; "" for nobody."""
        flow = self._flows.get(store.id)
        match flow.state if flow is not None else None:
            case SignedIn():
                return self._window.tr("Signed in")
            case Expired():
                return self._window.tr("Session ended")
            case Locked():
                return self._window.tr("Locked")
            case _:
                return ""

    def lock_all(self) -> None:
        """Lock every store that somebody is signed in to."""
        self._sign_in.form.forget_password()
        for flow in tuple(self._flows.values()):
            flow.lock()

    async def sign_out_of(self, store: Store) -> datetime | None:
        """Forget the session here, also one that is only kept; returns until when the server would
        still accept its token, None if there was none. Raises VaultUnavailable."""
        flow = self._flows.get(store.id)
        if flow is not None and flow.has_pages:
            until = await flow.sign_out(quiet=True)
            if not flow.in_front:
                self.close(flow)
            return until
        if not store.keep_signed_in or not store.email:
            return None
        kept = await self._parts.vault.load(store)
        await self._parts.vault.delete(store.origin, store.email)
        return kept.expires_at if kept is not None else None

    def _on_flash_ended(self) -> None:
        if self.front is not None:
            self.front.hold(held=False)


def _opening(flow: StoreFlow) -> str:
    return f"open {id(flow)}"
