"""The objects that every page needs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.services.hand_over import HandOver
from medusa_console.services.secret_copy import SecretCopy
from medusa_console.services.store_services import StoreServices
from medusa_console.services.stores import PreferenceBook
from medusa_console.tasks import TaskScope
from medusa_console.topic import Observable, Topic
from medusa_console.ui.kit.banner import Notice


@dataclass(frozen=True)
class PageContext:
    """`tasks` end with the pages; `notify` shows a notice above all of them, and `dismiss` removes
    the notice about the record with an id, or about an action in words.

    `held` is true until the name of the store that has come to the front has been read; nothing
    dangerous can be pressed meanwhile. `store_changed` announces that the store may have been
    edited. `what_it_did` opens over a widget what a secret key has left in the store, and returns
    when it is closed. `confirm` asks for password and code of who is signed in before an action
    that a session alone must not do, named in words ("Invite sam@example.com"); True if they were
    right, and False if the user has thought better of it. `keep_admin_pages` keeps the address of
    the store's admin pages with the store.
    """

    services: StoreServices
    copy: SecretCopy
    hand_over: HandOver
    preferences: PreferenceBook
    tasks: TaskScope
    notify: Callable[[Notice], None]
    dismiss: Callable[[str], None]
    held: Observable[bool]
    store_changed: Topic[None]
    what_it_did: Callable[[QWidget, ApiKey], Coroutine[Any, Any, None]]
    confirm: Callable[[str], Awaitable[bool]]
    keep_admin_pages: Callable[[str], None]
