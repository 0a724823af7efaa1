"""Why a found key fails at one store, from its card: told from what the desk knows already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from medusa_console.domain.clipboard_text import ClipboardText
from medusa_console.domain.key_doctor import Diagnosed, of_desk
from medusa_console.domain.key_requests import KeyRequest
from medusa_console.domain.leak_answers import StoreAnswer
from medusa_console.domain.leaks import FoundKey
from medusa_console.services.desk_stores import DeskStore
from medusa_console.services.leaks import LeakDesk
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from medusa_console.ui.doctor.dialog import About, KeyDoctorDialog


async def diagnose(
    card: QWidget,
    desk: LeakDesk,
    key_id: str,
    origin: str,
    read_clipboard: Callable[[], ClipboardText],
    tasks: TaskScope,
) -> None:
    """Say over `card` why the found key of that id fails in the store at `origin`. The dialog does
    not get the key itself; what is pasted there leaves it when the desk forgets its keys."""
    case, entry = desk.case(key_id), _entry(desk, origin)
    if case is None or entry is None:
        return

    def services() -> StoreServices | None:
        now = _entry(desk, origin)
        return now.signed_in if now is not None else None

    def known(request: KeyRequest) -> Diagnosed | None:
        answer = _answer(desk, request.key, origin) if request.key is not None else None
        open_now = services()
        if answer is None or request.key is None:
            return None
        roles = open_now.doctor.roles if open_now is not None else None
        return of_desk(answer, request.key, roles, needs_role=request.needs_role)

    found = replace(case.key, secret=None)  # whose store is asked by its record
    del case
    about = About(entry.store, services, read_clipboard, found=found, known=known)
    dialog = KeyDoctorDialog(card, about, tasks)
    end = desk.forgetting.subscribe(lambda _: dialog.forget())
    try:
        await dialog.ask()
    finally:
        end()


def _entry(desk: LeakDesk, origin: str) -> DeskStore | None:
    return next((one for one in desk.stores if one.store.origin == origin), None)


def _answer(desk: LeakDesk, key: FoundKey, origin: str) -> StoreAnswer | None:
    """What the desk knows of `key` in that store, if it is one of the keys on the desk."""
    for case in desk.cases:
        if case.key.id == key.id or (key.secret is not None and case.key.secret == key.secret):
            return next((one for one in case.answers if one.store.origin == origin), None)
    return None
