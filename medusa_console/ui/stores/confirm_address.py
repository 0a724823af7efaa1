"""The question before a store that came from a file is opened for the first time."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from medusa_console.clock import Clock
from medusa_console.domain.store import ProxyKind, Store
from medusa_console.ui.kit.ask import confirm
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.stores.address_words import both_forms


async def confirm_address(parent: QWidget, store: Store, clock: Clock) -> bool:
    """Whether the person says yes to where the password of `store` will go."""
    letters = both_forms(store.origin)
    lines = [
        translate("ConfirmAddress", "“{store}” came from a file and was never opened here.").format(
            store=shown(store.name)
        ),
        translate("ConfirmAddress", "Your password will go to {origin} and nowhere else.").format(
            origin=store.origin
        ),
        letters,
    ]
    if store.proxy.kind is ProxyKind.OWN:
        lines.append(
            translate("ConfirmAddress", "It is reached through the proxy {address}.").format(
                address=shown(store.proxy.address)
            )
        )
    if store.ca_file:
        lines.append(
            translate("ConfirmAddress", "Certificates in {path} are trusted for it.").format(
                path=shown(store.ca_file)
            )
        )
    return await confirm(
        parent,
        store,
        translate("ConfirmAddress", "Is this your store's address?"),
        "\n".join(line for line in lines if line),
        action=translate("ConfirmAddress", "Yes, use this address"),
        keep=translate("ConfirmAddress", "Not now"),
        danger=bool(letters),
        clock=clock,
    )
