"""The form of a store: its address, what a mistake there would break, and how it is reached."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pydantic import SecretStr
from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.defaults import NO_DEFAULTS, Defaults
from medusa_console.domain.errors import UnusableCertificates
from medusa_console.domain.store import Environment, Proxy, Store
from medusa_console.services.ca_file import read_certificates
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import answer, confirm, tasks_of
from medusa_console.ui.kit.button import GuardedButton, push_button
from medusa_console.ui.kit.fold import Fold
from medusa_console.ui.kit.frame import bring_into_view, fill, fit
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.stores.address import StoreAddress
from medusa_console.ui.stores.connection import Connection, ConnectionFields
from medusa_console.ui.stores.fields import StoreFields
from medusa_console.ui.stores.test import ConnectionTest, Test, Tested
from medusa_console.ui.words import reasons


@dataclass(frozen=True)
class FilledStore:
    """A store as the form says, checked and confirmed.

    `proxy_password` is None where the password in the keyring stays, "" where it is to be deleted.
    """

    store: Store
    proxy_password: SecretStr | None


class StoreForm(QDialog):
    """Asks for everything about a new store, or for changes to `store`.

    What `defaults` fix is shown and cannot be changed. Saving confirms a new origin, because the
    form shows where the password will go. `test` tests a connection; its password has the meaning
    of `FilledStore.proxy_password`.
    """

    def __init__(
        self,
        parent: QWidget,
        store: Store | None = None,
        *,
        groups: Sequence[str] = (),
        defaults: Defaults = NO_DEFAULTS,
        test: Test,
        tasks: TaskScope,
    ) -> None:
        super().__init__(parent)
        self._edited = store
        self._tasks = tasks_of(self, tasks)
        self._store = store or defaults.store(Store(uuid.uuid4().hex, "", "", Environment.LIVE))
        self._answer: FilledStore | None = None
        heading = self.tr("Edit store") if store else self.tr("Connect your store")
        self.setObjectName("storeForm")
        self.setWindowTitle(heading)
        self._address = StoreAddress(store)
        self._fields = StoreFields(self._store, groups, self._address, defaults)
        self._connection = ConnectionFields(self._store, self._tasks, defaults)
        is_special = bool(self._store.ca_file) or self._store.proxy != Proxy()
        self._fold = Fold(
            self.tr("Advanced: CA certificate, proxy"),
            self._connection,
            is_open=is_special,
            name="reach",
        )
        self._fold.toggled.connect(lambda: fit(self))
        self._test = ConnectionTest(test, self._tested, self._tasks)
        self._test.told.connect(lambda: bring_into_view(self, self._test))
        self._test.refused.connect(self._refuse_ca_file)
        self._address.changed.connect(self._test.stop)
        self._connection.changed.connect(self._test.stop)
        words = self.tr("Save") if store else self.tr("Add store")
        save = GuardedButton(words, tasks.clock, kind="primary", name="submit")
        save.setDefault(True)
        save.confirmed.connect(self._on_save)
        cancel = push_button(self.tr("Cancel"), self.reject, name="cancel")
        cancel.setAutoDefault(False)
        body = (PlainLabel(heading, role="title"), self._fields, self._fold, self._test)
        fill(self, None, body, left=(self._test.button,), right=(cancel, save))
        self._fields.focus_first()

    async def ask(self) -> FilledStore | None:
        """Open the form and wait for the store; None when the user cancels."""
        await answer(self)
        return self._answer

    def _tested(self) -> Tested | None:
        connection = self._connected()
        origin = self._address.origin(confirmed=False)
        if connection is None or not origin:
            return None
        ca_file, proxy, password = connection
        return replace(self._store, origin=origin, ca_file=ca_file, proxy=proxy), password

    def _on_save(self) -> None:
        # From bottom to top, so that the first wrong field gets the focus.
        connection = self._connected()
        origin = self._address.origin(confirmed=True)
        named = self._fields.value()
        if connection is not None and origin and named is not None:
            self._test.stop()
            ca_file, proxy, password = connection
            store = replace(named, origin=origin, ca_file=ca_file, proxy=proxy, confirmed=True)
            self._tasks.start(self._save(FilledStore(store, password)), replacing="storeForm")

    def _connected(self) -> Connection | None:
        connection = self._connection.value()
        if connection is None:
            self._fold.open()
        return connection

    async def _save(self, filled: FilledStore) -> None:
        if filled.store.ca_file:
            try:
                await asyncio.to_thread(read_certificates, filled.store.ca_file)
            except UnusableCertificates as error:
                self._refuse_ca_file(error)
                return
        if self._edited is None or await self._may_lower(self._edited, filled.store):
            self._answer = filled
            self.accept()

    def _refuse_ca_file(self, error: UnusableCertificates) -> None:
        self._fold.open()
        self._connection.refuse_ca_file(reasons.certificates(error))
        bring_into_view(self, self._fold)

    async def _may_lower(self, before: Store, after: Store) -> bool:
        if before.environment is not Environment.LIVE or after.environment is Environment.LIVE:
            return True
        question, action = {
            Environment.STAGING: (
                self.tr("Mark “{store}” as staging?"),
                self.tr("Mark as staging"),
            ),
            Environment.DEVELOPMENT: (
                self.tr("Mark “{store}” as development?"),
                self.tr("Mark as development"),
            ),
        }[after.environment]
        return await confirm(
            self,
            before,
            question.format(store=before.name),
            self.tr(
                "It loses the red frame and the extra confirmations. The store itself doesn't "
                "change."
            ),
            action=action,
            keep=self.tr("Keep it live"),
            danger=True,
            clock=self._tasks.clock,
        )

    # Qt overrides

    def done(self, result: int) -> None:
        self._connection.forget()
        super().done(result)
