"""Says why a key fails, as far as can be known, and what to do."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.check_command import has_command
from medusa_console.domain.clipboard_text import ClipboardText
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.key_doctor import BY_NAME, Diagnosed, Diagnosis
from medusa_console.domain.key_requests import LONGEST_REQUEST, KeyRequest
from medusa_console.domain.leaks import FoundKey
from medusa_console.domain.store import Store
from medusa_console.services.key_doctor import read_pasted
from medusa_console.services.session_states import Locked, SignedOut, State
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from medusa_console.ui.doctor.commands import CommandLines
from medusa_console.ui.doctor.well import DoctorWell
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.button import GuardedButton, push_button
from medusa_console.ui.kit.fact_list import Fact, FactList
from medusa_console.ui.kit.fold import Fold
from medusa_console.ui.kit.frame import bring_into_view, fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, take_out_all
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR
from medusa_console.ui.words import key_doctor as words
from medusa_console.ui.words import labels, leaks, request_slips
from medusa_console.ui.words.doctor_counts import doctor_counts
from medusa_console.ui.words.leak_page import instead_of_text

log = logging.getLogger(__name__)

_KEPT = 600.0
"""Seconds after which a pasted key leaves memory."""


@dataclass(frozen=True)
class About:
    """What the user asks about: the record `opened` in the list of keys, or the key `found` on the
    leak desk, without its secret. `known` tells what the desk knows of a key; it returns None for
    any other one, and where the store is to be asked. `services` returns those of the store while
    somebody is signed in there. `read_clipboard` returns what is on the clipboard now."""

    store: Store
    services: Callable[[], StoreServices | None]
    read_clipboard: Callable[[], ClipboardText]
    opened: ApiKey | None = None
    found: FoundKey | None = None
    known: Callable[[KeyRequest], Diagnosed | None] = lambda _: None


class KeyDoctorDialog(QDialog):
    """Tells at once what is known, and more once a key or its request was pasted. What was pasted
    is forgotten when the dialog closes, at a lock, at the end of the session, and after ten
    minutes."""

    def __init__(self, parent: QWidget, about: About, tasks: TaskScope) -> None:
        super().__init__(parent)
        self._about = about
        self._store = about.store
        self._tasks = tasks_of(self, tasks)
        self._request: KeyRequest | None = None
        if about.found is not None:
            self._request = KeyRequest(key=about.found)
        self._reading = False
        self._told: Diagnosed | None = None
        self._from_desk = self._pasted = False
        self.setObjectName("keyDoctor")
        self.setWindowTitle(self.tr("Why does this key fail?"))
        self._build()
        self._watch_session()
        self.finished.connect(lambda _: self.forget())
        self._run(by_name=False)

    async def ask(self) -> None:
        """Open the dialog and wait until it is closed."""
        await answer(self)

    # Built once

    def _build(self) -> None:
        about = self._about
        heading = PlainLabel(self.windowTitle(), role="title", wrap=True, name="doctor.heading")
        self._facts = FactList()
        self._facts.setObjectName("doctor.facts")
        self._headline = PlainLabel(role="strong", wrap=True, name="doctor.headline")
        # In a low window, what has the focus stays in sight; Tab does not stop here.
        self._headline.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._headline.setProperty("ownFocus", True)  # it is read, and has no ring
        self._why = PlainLabel(wrap=True, name="doctor.why")
        self._slips_title = PlainLabel(
            self.tr("Wrong in what was pasted:"), role="strong", wrap=True, name="doctor.slips"
        )
        self._slips = column(spacing=EIGHT)
        self._well = DoctorWell(request=about.found is not None)
        self._well.paste_requested.connect(self._on_paste)
        self._commands = CommandLines(self._store)
        fold = Fold(
            self.tr("Check it in a terminal"),
            self._commands,
            is_open=False,
            name="doctor.fold",
        )
        fold.setVisible(has_command(self._store))
        fold.toggled.connect(lambda is_open: bring_into_view(self, self._commands))
        clock = self._tasks.clock
        self._here = GuardedButton(self.tr("Check here"), clock, name="doctor.here")
        self._here.confirmed.connect(lambda: self._run(by_name=True))
        self._again = push_button(
            self.tr("Check again"),
            lambda: self._run(by_name=False),
            icon="refresh-cw",
            name="doctor.again",
        )
        close = push_button(self.tr("Close"), self.reject, name="close")
        self._here.setAutoDefault(False)
        close.setDefault(True)
        body = (
            heading,
            self._facts,
            column(self._headline, self._why, spacing=FOUR),
            self._slips_title,
            self._slips,
            self._well,
            fold,
        )
        fill(self, self._store, body, right=(self._here, self._again, close))
        self._well.button.setFocus()

    def _watch_session(self) -> None:
        services = self._about.services()
        if services is not None:
            end = services.session.changed.subscribe(self._on_session)
            self.destroyed.connect(end)

    # Pasting

    def _on_paste(self) -> None:
        taken = self._about.read_clipboard()
        if taken.text is None:
            self._refuse(instead_of_text(taken.content))
            return
        text = taken.text.get_secret_value()
        if len(text) > LONGEST_REQUEST:
            self._refuse(self.tr("This is too long. Paste the key or its request alone."))
            return
        self._reading = True
        self._well.say(self.tr("Reading…"))
        self._tasks.start(self._read(text), replacing="examine")

    def _refuse(self, text: str) -> None:
        self._well.say(text, fault=True)
        bring_into_view(self, self._well)

    async def _read(self, text: str) -> None:
        request = await read_pasted(text)
        del text
        self._request, self._reading, self._pasted = request, False, True
        self._well.say(request_slips.understood(request))
        self._tasks.start(self._forget_in_time(), replacing="forget")
        await self._examine(by_name=False)

    async def _forget_in_time(self) -> None:
        await self._tasks.clock.sleep(_KEPT)
        self.forget()

    def forget(self) -> None:
        """Take the key out of memory; what was said of it stays."""
        request = self._request
        if request is not None and request.key is not None and request.key.secret is not None:
            self._request = replace(request, key=replace(request.key, secret=None))
        elif not self._reading:
            return
        self._reading = False
        self._tasks.cancel("examine")
        self._tasks.cancel("forget")
        self._well.say(self.tr("The key is no longer in memory. Paste it again to check it."))
        if self._told is None:
            self._say(self.tr("Not checked"), "", "strong")
        self._show_buttons()

    def _on_session(self, state: State) -> None:
        if isinstance(state, Locked | SignedOut):
            self.forget()

    # Asking

    def _run(self, *, by_name: bool) -> None:
        self._tasks.start(self._examine(by_name=by_name), replacing="examine")

    async def _examine(self, *, by_name: bool) -> None:
        self._told = None
        self._say(self.tr("Asking the store…"), "", "strong")
        self._show_slips()
        self._show_buttons()
        told = await self._ask_of(self._request, by_name=by_name)
        await self._learn_names(told)
        self._told = told
        self._show(told)

    async def _ask_of(self, request: KeyRequest | None, *, by_name: bool) -> Diagnosed:
        known = self._about.known(request) if request is not None and not by_name else None
        self._from_desk = known is not None
        if known is not None:
            return known
        opened, services = self._about.opened, self._about.services()
        kind = opened.type if opened is not None else None
        if request is not None and request.key is not None:
            kind = request.key.type
        if services is None:
            return Diagnosed(Diagnosis.NOT_SIGNED_IN, kind)
        try:
            if request is not None:
                said = self._show_progress
                return await services.doctor.examine(request, opened, said, by_name=by_name)
            if opened is not None:
                return await services.doctor.look_at(opened)
        except Exception:
            if self._about.services() is services:
                raise
            return Diagnosed(Diagnosis.NOT_SIGNED_IN, kind)  # the store was closed meanwhile
        return Diagnosed(Diagnosis.NOTHING_PASTED)

    def _show_progress(self, read: int) -> None:
        self._headline.setText(doctor_counts.read(read))

    async def _learn_names(self, told: Diagnosed) -> None:
        services = self._about.services()
        if services is None or told.record is None or not told.record.revoked_by:
            return
        try:
            await services.creators.learn({told.record.revoked_by})
        except ConsoleError as error:  # the sentence then names them by their ids
            log.info("no names for a key that fails: %s", type(error).__name__)

    # Showing

    def _show(self, told: Diagnosed) -> None:
        slipped = bool(self._wrong())
        headline = words.headline(told, self._store, slipped=slipped)
        opened = self._about.opened
        why = words.why(
            told,
            self._store,
            opened=opened,
            who=self._who(told),
            slipped=slipped,
            here=not self._from_desk,
        )
        self._say(headline, why, words.role(told, slipped=slipped))
        self._show_facts(told.record)
        self._show_slips()
        self._show_buttons()
        key_type = told.key_type or self._type()
        self._commands.show_type(key_type)
        spoken = (headline, why, *self._wrong())
        announce(self._headline, "\n".join(spoken), assertive=True)
        if self._pasted and self.focusWidget() is self._well.button:
            self._headline.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self, self._headline)

    def _say(self, headline: str, why: str, role: str) -> None:
        self._headline.setText(headline)
        set_style(self._headline, role=role)
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def _show_facts(self, record: ApiKey | None) -> None:
        """Which key it is about: the one that was found by what was pasted, else the opened one."""
        found, record = self._about.found, record or self._about.opened
        facts: list[Fact] = []
        if record is not None:
            facts = [
                Fact(self.tr("Title"), leaks.title(record)),
                Fact(self.tr("Key"), record.redacted, code=True),
                Fact(self.tr("ID"), record.id, code=True, copies=True),
            ]
        elif found is not None:
            facts = [Fact(self.tr("Key"), found.shown, code=True)]
        self._facts.show_facts(facts)
        self._facts.setVisible(bool(facts))

    def _show_slips(self) -> None:
        wrong = self._wrong()
        take_out_all(self._slips)
        for number, text in enumerate(wrong):
            line = PlainLabel(text, role="caution", wrap=True, name=f"doctor.slip.{number}")
            self._slips.addWidget(line)
        self._slips_title.setVisible(bool(wrong))

    def _wrong(self) -> list[str]:
        return request_slips.wrong(self._request, self._store) if self._request else []

    def _show_buttons(self) -> None:
        key = self._request.key if self._request is not None else None
        there = key is None or key.secret is not None or self._about.found is not None
        told = self._told.diagnosis if self._told is not None else None
        self._again.setVisible(there)
        self._again.setEnabled(told is not None)
        self._here.setVisible(self._may_check_here(told))

    def _may_check_here(self, told: Diagnosis | None) -> bool:
        """Whether the key may be presented by name from here; one of the desk, from its card."""
        key = self._request.key if self._request is not None else None
        at_hand = key is not None and key.secret is not None
        return told in BY_NAME and at_hand and not self._from_desk

    def _type(self) -> KeyType:
        opened = self._about.opened
        return opened.type if opened is not None else KeyType.SECRET

    def _who(self, told: Diagnosed) -> str:
        """The name of who revoked the key, as far as it is known."""
        services, record = self._about.services(), told.record
        if services is None or record is None or not record.revoked_by:
            return self.tr("somebody")
        return shown(labels.creator(services.creators.creator(record.revoked_by)))

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Paste):
            if not event.isAutoRepeat():
                self._on_paste()
        else:
            super().keyPressEvent(event)
