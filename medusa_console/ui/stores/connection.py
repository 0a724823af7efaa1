"""How a store is reached where the usual way does not do: own certificates, own proxy."""

from __future__ import annotations

from dataclasses import replace

from pydantic import SecretStr
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from medusa_console.domain.errors import UnusableCertificates
from medusa_console.domain.store import Proxy, Store
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.fold import Fold
from medusa_console.ui.kit.theme_tokens import TWELVE
from medusa_console.ui.stores.ca_file import CaFile
from medusa_console.ui.stores.proxy import ProxyFields
from medusa_console.ui.words import reasons


class ConnectionFields(QWidget):
    """CA file and proxy of `store`; folded while both are as they come. Call `forget` in the end.

    Signals:
        changed: something else was chosen or typed.
        folded: it needs another height now.
    """

    changed = Signal()
    folded = Signal()

    def __init__(self, store: Store, tasks: TaskScope) -> None:
        super().__init__()
        self._ca_file = CaFile(store.ca_file, tasks)
        self._proxy = ProxyFields(store.proxy)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TWELVE)
        for part in (self._ca_file, self._proxy):
            part.changed.connect(self.changed)
            column.addWidget(part)
        is_special = bool(store.ca_file) or store.proxy != Proxy()
        self._fold = Fold(
            self.tr("Connection: CA file, proxy"), content, is_open=is_special, name="reach"
        )
        self._fold.toggled.connect(self.folded)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._fold)

    def applied_to(self, store: Store) -> Store | None:
        """`store`, reached as is chosen; None when the proxy cannot be used, which is said."""
        proxy = self._proxy.proxy()
        if proxy is None:
            self._fold.open()
            return None
        return replace(store, ca_file=self._ca_file.path, proxy=proxy)

    def password(self, proxy: Proxy) -> SecretStr | None:
        """The password for `proxy`: None where the one in the keyring stays, "" for none."""
        return self._proxy.password(proxy)

    def refuse(self, error: UnusableCertificates) -> None:
        """Say beside the field what is wrong with the CA file."""
        self._fold.open()
        self._ca_file.refuse(reasons.certificates(error))

    def forget(self) -> None:
        """Nothing is typed into it any more."""
        self._proxy.forget()
