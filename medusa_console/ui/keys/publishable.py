"""What can be done with publishable keys alone: view the store as one, reactivate a revoked one."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.errors import ConsoleError, KeyRefused, NotFound
from medusa_console.domain.shop_view import First
from medusa_console.ui.keys import end_field
from medusa_console.ui.keys.end_dialog import EndDialog
from medusa_console.ui.keys.view_store import ViewStore
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.banner import Notice, NoticeAction, NoticeKind
from medusa_console.ui.kit.fact_list import Fact
from medusa_console.ui.kit.text import shown
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.words import labels
from medusa_console.ui.words.errors import explain

log = logging.getLogger(__name__)


class PublishableActions(QObject):
    """The coroutines behind those actions. While `asking` is locked, a question of the page is
    open; `tell_gone` tells that a key is gone."""

    def __init__(
        self,
        page: QWidget,
        context: PageContext,
        asking: asyncio.Lock,
        tell_gone: Callable[[ApiKey], None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._services = context.services
        self._tasks = context.tasks
        self._notify = context.notify
        self._asking = asking
        self._tell_gone = tell_gone

    def may_view_store(self, key: ApiKey) -> bool:
        """Whether `key` is a publishable key that works, with or without a sales channel."""
        return (
            key.type is KeyType.PUBLISHABLE
            and key.token is not None
            and self._services.keys.state(key).works
        )

    def may_reactivate(self, key: ApiKey) -> bool:
        """Whether `key` is a revoked publishable key: Medusa revives no secret one."""
        return key.type is KeyType.PUBLISHABLE and not self._services.keys.state(key).works

    async def view_store(self, key: ApiKey) -> None:
        """Show what a storefront with `key` gets."""
        if self._asking.locked():
            return
        async with self._asking:
            services = self._services
            look = services.shop_views.look
            await ViewStore(self._page, services.store, key, lambda: look(key), self._tasks).ask()

    async def reactivate(self, listed: ApiKey) -> None:
        """Read the key again, ask, let it work until an end, try it, and tell the result. Raises
        what reading raises."""
        if self._asking.locked():
            return
        async with self._asking:
            key = (await self._services.ends.read_again(listed.id)).value
            state = self._services.keys.state(key)
            if state.works:  # somebody else has reactivated it
                announce(self._page, labels.state(state), assertive=True)
                return
            await self._learn_names(key)
            answer = await self._ask(key)
        match answer:
            case ApiKey() as again:
                announce(self._page, self.tr("Reactivated"), assertive=True)
                self._notify(await self._tried(again))
            case NotFound():
                self._tell_gone(key)

    async def _learn_names(self, key: ApiKey) -> None:
        actors = {key.created_by, key.revoked_by or ""}
        try:
            await self._services.creators.learn(actors)
        except ConsoleError as error:  # the question then names them by their ids
            log.info("no names for a question: %s", type(error).__name__)

    async def _ask(self, key: ApiKey) -> ApiKey | NotFound | None:
        async def submit(end: datetime) -> ApiKey:
            return await self._services.permissions.write(self._services.ends.end_at(key.id, end))

        store = self._services.store
        dialog = EndDialog(
            self._page,
            store,
            submit,
            self._tasks,
            end_field.for_a_revoked_key(self._services.clock.now),
            heading=self.tr("Reactivate “{title}”?").format(title=shown(key.title)),
            action=self.tr("Reactivate key"),
            facts=(
                Fact(self.tr("Key"), key.redacted, code=True),
                Fact(self.tr("ID"), key.id, code=True),
                Fact(self.tr("Store"), shown(store.name)),
                Fact(self.tr("Revoked"), self._revoked(key)),
                Fact(self.tr("Sales channels"), labels.channels(key)),
            ),
            told=self.tr("Storefronts that use it work again immediately, until then."),
            notes=(
                self.tr(
                    "A revoked key can't be given back without an end. The end can be moved later."
                ),
                self.tr(
                    "Medusa Admin goes on showing it as revoked, from now on by you. To delete "
                    "its record later, revoke it again first."
                ),
            ),
        )
        return await dialog.ask()

    def _revoked(self, key: ApiKey) -> str:
        """When and by whom, as read just now."""
        when = labels.exact(key.revoked_at) if key.revoked_at is not None else ""
        if not key.revoked_by:
            return when
        by = shown(labels.creator(self._services.creators.creator(key.revoked_by)))
        return self.tr("{when} by {person}").format(when=when, person=by)

    async def _tried(self, key: ApiKey) -> Notice:
        """Present the key as a storefront does; what came of it."""
        view = await self._services.shop_views.look(key) if key.token is not None else None
        kind = NoticeKind.CAUTION
        title = self.tr("“{title}” was reactivated, but may not work yet")
        match view.regions if view is not None else None:
            case First():
                kind = NoticeKind.INFO
                title = self.tr("“{title}” works again")
                text = self.tr("Tried just now: the store accepts it.")
            case KeyRefused() if await self._caches():
                text = self.tr(
                    "The store refused it just now. It caches keys, so try again within the hour."
                )
            case KeyRefused():
                text = self.tr("The store refused it just now.")
            case ConsoleError() as error:
                text = self.tr("It could not be tried: {why}.")
                text = text.format(why=explain(error).title)
            case _:
                text = self.tr("It could not be tried.")
        until = labels.state(self._services.keys.state(key))
        return Notice(
            kind,
            title.format(title=shown(key.title)),
            self.tr("{result} {state}.").format(result=text, state=until),
            about=key.id,
            actions=(self._view_action(key),),
        )

    def _view_action(self, key: ApiKey) -> NoticeAction:
        def view() -> None:
            self._tasks.start(self.view_store(key))

        return NoticeAction(self.tr("View store as this key…"), view, closes=False)

    async def _caches(self) -> bool:
        try:
            return await self._services.proof.caches_keys()
        except ConsoleError:
            return False
