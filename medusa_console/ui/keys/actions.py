"""What the actions of the keys page do, each from the question to the result."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import cached_property
from typing import Any

from PySide6.QtWidgets import QWidget

from medusa_console.domain.api_key import ApiKey, KeyState, KeyType
from medusa_console.domain.errors import (
    ConsoleError,
    Forbidden,
    MfaNeeded,
    NotFound,
    OutcomeUnknown,
    SignInNeeded,
)
from medusa_console.domain.store import Environment
from medusa_console.services.session_states import SignedIn
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import Doing
from medusa_console.ui.doctor.dialog import About, KeyDoctorDialog
from medusa_console.ui.keys.channel_picker import ChannelPicker
from medusa_console.ui.keys.creation import KeyCreation
from medusa_console.ui.keys.end_actions import EndActions
from medusa_console.ui.keys.export import ExportActions, Listed
from medusa_console.ui.keys.form import KeyForm, Wanted
from medusa_console.ui.keys.glance_note import NoteActions
from medusa_console.ui.keys.many import ManyKeyActions
from medusa_console.ui.keys.publishable import PublishableActions
from medusa_console.ui.keys.rotate import RotateActions
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import confirm
from medusa_console.ui.kit.banner import Notice, NoticeKind
from medusa_console.ui.kit.fact_list import Fact
from medusa_console.ui.kit.submission import Accepted, Lost, Stopped
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.toast import Toast
from medusa_console.ui.records.actions import PageActions
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.words import labels, leak_evidence
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.key_notes import used_by


class KeyActions(PageActions):
    """The coroutines behind the actions of the keys page."""

    def __init__(self, page: QWidget, context: PageContext, listed: Callable[[], Listed]) -> None:
        """`listed` tells what the page's list shows."""
        super().__init__(page, context)
        self._context = context
        self._listed = listed
        self._looked_at: set[str] = set()  # the keys whose revoke is asked about
        self._creation = KeyCreation(page, context, self._asking, self.revoke, self.ends.give_end)

    @cached_property
    def ends(self) -> EndActions:
        """What lets keys end later."""
        return EndActions(self._page, self._context, self._asking, self._identity, self._tell_gone)

    @cached_property
    def notes(self) -> NoteActions:
        """What is noted of the use of keys."""
        return NoteActions(self._page, self._context, self._asking)

    @cached_property
    def exports(self) -> ExportActions:
        """What the list shows, as a file."""
        return ExportActions(self._page, self._context, self._asking, self._listed)

    async def export(self) -> None:
        """Export what the list shows."""
        await self.exports.export()

    @cached_property
    def publishable(self) -> PublishableActions:
        """The actions with publishable keys alone."""
        return PublishableActions(self._page, self._context, self._asking, self._tell_gone)

    @cached_property
    def rotation(self) -> RotateActions:
        """What replaces keys by successors."""
        return RotateActions(self._page, self._context, self._asking, self._creation, self.revoke)

    async def rotate(self, key: ApiKey) -> None:
        """Make a successor of `key`, or go on with the one there is."""
        await self.rotation.rotate(key)

    async def create(self) -> ApiKey | None:
        """Ask for title and type, create the key and, if it is secret, show it once."""
        return await self._ask(self._creation.create())

    async def offer_unsettled(self) -> None:
        """Offer to revoke the keys of an earlier run that nobody confirmed as saved, and tell of
        many keys that it left half done."""
        await self.many.tell_left()
        await self._creation.offer_unsettled()

    async def rename(self, key: ApiKey) -> None:
        """Ask for another title, and offer for a while to undo the change. Raises OutcomeUnknown
        when the answer was lost."""

        async def undo() -> None:
            await self._services.keys.rename(key.id, key.title)

        match await self._ask(self._ask_for_title(key)):
            case Lost(error):
                raise error
            case Accepted():
                words = self.tr("Undo rename of “{title}”").format(title=shown(key.title))
                doing = Doing(words, f"undo {key.id}")
                self._toast.offer(self.tr("Renamed"), self.tr("Undo"), lambda: self.do(undo, doing))

    async def _ask_for_title(self, key: ApiKey) -> Accepted[None] | Lost | Stopped[Wanted] | None:
        async def submit(wanted: Wanted) -> None:
            rename = self._services.keys.rename(key.id, wanted.title)
            await self._services.permissions.write(rename)

        form = KeyForm(
            self._page,
            self._services.store,
            submit,
            self._tasks,
            heading=self.tr("Rename key"),
            action=self.tr("Rename"),
            title=key.title,
            types=(key.type,),
        )
        return await form.ask()

    @cached_property
    def _toast(self) -> Toast:
        return Toast(self._page)

    async def revoke(self, listed: ApiKey, known: str = "") -> None:
        """Read the key again, ask, and revoke with proof. A key that cannot be read is asked about
        as it was listed. A revoke without proof is marked as not confirmed. The question begins
        with `known`, what is known of the key's use."""
        if listed.id in self._looked_at:
            return  # its question is about to open
        self._looked_at.add(listed.id)
        begun: list[asyncio.Task[ApiKey]] = []

        def begin() -> None:
            begun.append(self._services.keys.begin_revoke(listed.id))

        try:
            question = await self._question(listed, known, begin)
            if question is not None:
                await self._ask(question)
        finally:
            self._looked_at.discard(listed.id)
        if not begun:
            return
        try:
            await asyncio.shield(begun[0])
        except OutcomeUnknown:
            announce(self._page, self.tr("Not confirmed"), assertive=True)  # the row says the rest
        except NotFound:
            self._tell_gone(listed)
        else:
            announce(self._page, self.tr("Revoked"), assertive=True)

    def revoke_text(self, key: ApiKey) -> str:
        """What revoking `key` is called: again, or before its time."""
        if self.was_revoked_in_vain(key):
            return self.tr("Revoke again")
        return self.tr("Revoke now…") if self.ends.may_extend(key) else self.tr("Revoke…")

    async def _question(
        self, listed: ApiKey, known: str, begin: Callable[[], None]
    ) -> Coroutine[Any, Any, bool] | None:
        """The question whether to revoke, which is begun by `begin`; None if the key does not work
        any more."""
        try:
            key = (await self._services.keys.get(listed.id)).value
        except (NotFound, Forbidden, SignInNeeded, MfaNeeded):
            raise  # a revoke would be refused in the same way
        except ConsoleError as error:
            return self._ask_unread(listed, known, begin, error)
        state = self._services.keys.state(key)
        if not state.works:
            announce(self._page, labels.state(state))
            return None
        return self._ask_to_revoke(key, known, self.tr("Revoke key"), begin)

    def _ask_unread(
        self, listed: ApiKey, known: str, begin: Callable[[], None], error: ConsoleError
    ) -> Coroutine[Any, Any, bool]:
        age = self.tr("{why}. Nothing was sent. At {time} this key was active.").format(
            why=explain(error).title,
            time=labels.short_moment(self._services.keys.seen_at(listed)),
        )
        return self._ask_to_revoke(
            listed,
            "\n\n".join(part for part in (known, age) if part),
            self.tr("Revoke anyway"),
            begin,
            by_hand=self._services.store.environment is Environment.LIVE,
        )

    async def _ask_to_revoke(
        self,
        key: ApiKey,
        known: str,
        action: str,
        begin: Callable[[], None],
        *,
        by_hand: bool = False,
    ) -> bool:
        if key.type is KeyType.PUBLISHABLE:
            breaks = self.tr("Storefronts that use it stop working immediately.")
        else:
            breaks = self.tr(
                "Anything that uses it stops working immediately. This cannot be undone."
            )
        return await confirm(
            self._page,
            self._services.store,
            self.tr("Revoke “{title}”?").format(title=shown(key.title)),
            breaks,
            action=action,
            keep=self.tr("Keep key"),
            danger=True,
            clock=self._tasks.clock,
            facts=self._identity(key),
            known=known,
            note=self.tr("Medusa does not record where a key is used."),
            by_hand=by_hand,
            begin=begin,
        )

    async def change_channels(self, listed: ApiKey) -> None:
        """Read the key again and let its sales channels be chosen. On a live store, the last one is
        taken away only after a question like that before a revoke."""
        services = self._services
        key = (await services.keys.get(listed.id)).value
        missing = services.keys.missing_channel(key)

        async def change(add: frozenset[str], remove: frozenset[str]) -> None:
            write = services.keys.change_channels(key.id, add, remove)
            await services.permissions.write(write)

        async def last_goes(picker: QWidget) -> bool:
            live = services.store.environment is Environment.LIVE
            return not live or await self._ask_to_take_the_last(key, picker)

        picker = ChannelPicker(
            self._page,
            services.store,
            key,
            self._tasks,
            find=lambda text: services.permissions.read(lambda: services.channels.find(text)),
            change=change,
            last_goes=last_goes,
            suggested=(missing.channel,) if missing is not None else (),
        )
        await self._ask(picker.ask())

    async def _ask_to_take_the_last(self, key: ApiKey, picker: QWidget) -> bool:
        return await confirm(
            picker,
            self._services.store,
            self.tr("Remove the last sales channel of “{title}”?").format(title=shown(key.title)),
            self.tr("Storefronts that use this key stop showing products immediately."),
            action=self.tr("Remove channel"),
            keep=self.tr("Keep channel"),
            danger=True,
            clock=self._tasks.clock,
            facts=(
                *self._identity(key),
                Fact(self.tr("Sales channels"), labels.channels(key)),
            ),
            note=self.tr("Medusa does not record where a key is used."),
        )

    async def diagnose(self, key: ApiKey) -> None:
        """Say why `key` fails, as far as can be known."""

        def services() -> StoreServices | None:
            signed_in = isinstance(self._services.session.state, SignedIn)
            return self._services if signed_in else None

        about = About(self._services.store, services, self._copy.read, opened=key)
        await self._ask(KeyDoctorDialog(self._page, about, self._tasks).ask())

    async def show_what_it_did(self, key: ApiKey) -> None:
        """Show what a revoked secret key has left in the store."""
        await self._ask(self._context.what_it_did(self._page, key))

    def is_dead_secret(self, key: ApiKey) -> bool:
        """Whether `key` is a secret key that does not work any more."""
        return key.type is KeyType.SECRET and not self.state(key).works

    def has_channels(self, key: ApiKey) -> bool:
        """Whether `key` is a working publishable key with a sales channel."""
        return self._may_have_channels(key) and bool(key.sales_channels)

    def lacks_channels(self, key: ApiKey) -> bool:
        """Whether `key` is a working publishable key without a sales channel."""
        return self._may_have_channels(key) and not key.sales_channels

    def _may_have_channels(self, key: ApiKey) -> bool:
        return key.type is KeyType.PUBLISHABLE and self.state(key).works

    async def delete_record(self, key: ApiKey) -> None:
        """Ask, and delete the record of a revoked key from the server."""
        await self._services.evidence.load()
        question = confirm(
            self._page,
            self._services.store,
            self.tr("Delete the record of “{title}”?").format(title=shown(key.title)),
            self.tr(
                "Deleting its record removes every trace of it from the server, including who "
                "revoked it and when. This cannot be undone."
            ),
            action=self.tr("Delete record"),
            keep=self.tr("Keep record"),
            danger=True,
            clock=self._tasks.clock,
            facts=self._identity(key),
            known=leak_evidence.of_one(self._services.evidence.holds(key.id)),
        )
        if await self._ask(question):
            await self._services.keys.delete_record(key.id)

    async def check(self, key: ApiKey) -> None:
        """Read a key whose revoke was not confirmed. The drawer then shows the result."""
        try:
            state = await self._services.keys.check(key.id)
        except NotFound:
            self._tell_gone(key)
            return
        text = (
            self.tr("Still active. Checked at {time}.").format(time=labels.now_clock())
            if state.works
            else labels.state(state)
        )
        announce(self._page, text, assertive=True)

    @cached_property
    def many(self) -> ManyKeyActions:
        """The actions with many keys."""
        return ManyKeyActions(self._page, self._context, self._asking)

    async def confirm_saved(self, key: ApiKey) -> None:
        """Note that the copied secret of `key` is saved."""
        await self._services.keys.confirm_saved(key.id)
        self._dismiss(key.id)

    def waits_to_be_saved(self, key: ApiKey) -> bool:
        """Whether the secret of `key` was copied but never confirmed as saved."""
        return self._services.keys.not_saved(key.id)

    def _tell_gone(self, key: ApiKey) -> None:
        title = self.tr("“{title}” no longer exists").format(title=shown(key.title))
        told = self.tr("The key was deleted and no longer works.")
        self._notify(Notice(NoticeKind.INFO, title, told, about=key.id))

    def state(self, key: ApiKey) -> KeyState:
        """Whether `key` works now."""
        return self._services.keys.state(key)

    def was_revoked_in_vain(self, key: ApiKey) -> bool:
        """Whether `key` was revoked without proof, and works or may work still."""
        keys = self._services.keys
        doubt = keys.unconfirmed(key.id) is not None or keys.found_working(key.id) is not None
        return doubt and self.state(key).works

    def _identity(self, key: ApiKey) -> tuple[Fact, ...]:
        """Which key of which store a question is about."""
        store, state = self._services.store, self.state(key)
        where = self.tr("{store} ({environment}), {address}").format(
            store=shown(store.name),
            environment=labels.inside(labels.environment(store.environment)),
            address=self.tr("built in") if store.is_demo else store.origin,
        )
        made = self.tr("{ago} by {creator}").format(
            ago=labels.ago(key.created_at),
            creator=shown(labels.creator(self._services.creators.creator(key.created_by))),
        )
        facts = (
            Fact(self.tr("Key"), key.redacted, code=True),
            Fact(self.tr("ID"), key.id, code=True),
            Fact(self.tr("Store"), where),
            Fact(self.tr("Created"), made),
            used_by(self._services.notes, key.id),
        )
        if state.works or state.at is None:
            return facts
        return (*facts, Fact(self.tr("Revoked"), labels.ago(state.at)))
