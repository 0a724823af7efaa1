"""The page in place of a locked store's pages: names the store and unlocks it."""

from __future__ import annotations

from datetime import datetime
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from medusa_console.domain.errors import ConsoleError, Unreachable
from medusa_console.domain.store import DEMO_PASSWORD
from medusa_console.services.session import Locked
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit import resources
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import tasks_of
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.centred import centred, scroll_to_focus
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.resources import Tint
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import FOUR, SIXTEEN
from medusa_console.ui.session.password_prompt import PasswordPrompt
from medusa_console.ui.session.provider_buttons import ProviderAgain
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.problem_line import ProblemLine

_WIDTH = 360
_ICON = 48
_TYPED_SECONDS = 30.0
# For whoever fetches the phone; a challenge lasts as long.
_STEP_SECONDS = 300.0
_CHECK_SECONDS = 15.0
# Minutes before unsaved secrets are discarded at which a screen reader says so.
_SAID_AT = (5, 1)


class LockPage(QWidget):
    """Unlocks a store with the password of its account. The owner of the page removes it when the
    session is unlocked.

    Signals:
        sign_out_requested: the user wants to sign out instead.
    """

    sign_out_requested = Signal()

    def __init__(self, services: StoreServices, tasks: TaskScope) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks_of(self, tasks)
        self._waiting_before = (0, 0)
        self._unsaid = list(_SAID_AT)
        self.setObjectName("lockPage")
        self._waiting = PlainLabel(role="caution", wrap=True, name="lock.waiting")
        hint = self.tr("The demo store's password is {password}.").format(password=DEMO_PASSWORD)
        self._problem = ProblemLine("lock.problem")
        sign_out = push_button(
            self.tr("Sign out"), self.sign_out_requested.emit, icon="log-out", name="lock.signOut"
        )
        self._unlock = push_button(
            self.tr("Unlock"), self._on_unlock, kind="primary", icon="log-in", name="unlock"
        )
        self._prompt = PasswordPrompt(
            tasks,
            self._unlock,
            title=self.tr("Unlocking"),
            parts=(self._unlock, sign_out, self._problem),
            hint=hint if services.store.is_demo else "",
            forgets=True,
        )
        self._prompt.refused.connect(self._on_refused)
        self._prompt.stepped.connect(self._on_stepped)
        self._prompt.edit.textChanged.connect(self._on_typed)
        self._prompt.edit.returnPressed.connect(self._on_unlock)
        state = services.session.state
        self._provider = ProviderAgain(
            services,
            state.provider if isinstance(state, Locked) else "",
            self._prompt,
            services.session.unlock_by,
            tasks,
        )
        self._provider.chosen.connect(self._stop_watching)
        self._lay_out()
        self._show_waiting()
        unsubscribe = services.unsaved.changed.subscribe(lambda _: self._show_waiting())
        self.destroyed.connect(lambda: unsubscribe())

    def focus_first(self) -> None:
        """Focus the password field, or what stands in its place."""
        self._prompt.focus_first()
        self._provider.focus_first()

    def forget_password(self) -> None:
        """Empty the password field: somebody else may come next."""
        self._prompt.forget()

    def _lay_out(self) -> None:
        store, state = self._services.store, self._services.session.state
        where = self.tr("built in") if store.is_demo else store.host
        account = state.email if isinstance(state, Locked) else ""
        about = " · ".join(filter(None, (shown(where), shown(account))))
        words = column(
            PlainLabel(self.tr("Locked"), role="title", name="lock.title"),
            PlainLabel(shown(store.name), role="strong", wrap=True, name="lock.store"),
            PlainLabel(about, role="muted", wrap=True, name="lock.account"),
            spacing=FOUR,
        )
        padlock = _Padlock()
        head = row(padlock, words, spacing=SIXTEEN)
        head.setAlignment(padlock, Qt.AlignmentFlag.AlignTop)
        head.setStretchFactor(words, 1)
        content = column(head, self._waiting, self._provider, self._prompt, self._provider.waiting)
        self.setLayout(column(centred(content, _WIDTH)))

    # Unsaved secrets

    def _show_waiting(self) -> None:
        unsaved = self._services.unsaved
        count, minutes = unsaved.count, ceil(unsaved.seconds_left / 60)
        keys_before, passwords_before = self._waiting_before
        self._waiting_before = (count - unsaved.passwords, unsaved.passwords)
        discarded = (keys_before or passwords_before) and not count
        if count:
            text = self._kept(*self._waiting_before).format(minutes=minutes)
        elif discarded:
            text = self._discarded(keys_before, passwords_before)
        else:
            text = self._waiting.text() if self._waiting.isVisibleTo(self) else ""
        self._waiting.setText(text)
        self._waiting.setVisible(bool(text))
        due = [at for at in self._unsaid if minutes <= at]
        if discarded or (count and due):
            self._unsaid = [at for at in self._unsaid if at not in due]
            announce(self, text)

    def _kept(self, keys: int, passwords: int) -> str:
        lines = []
        if keys:
            lines.append(self.tr("%Ln key(s) not yet saved, {minutes} min left", "", keys))
        if passwords:
            lines.append(
                self.tr(
                    "%Ln customer password(s) not passed on yet, {minutes} min left",
                    "",
                    passwords,
                )
            )
        return "\n".join(lines)

    def _discarded(self, keys: int, passwords: int) -> str:
        lines = []
        if keys:
            lines.append(self.tr("An unsaved key was discarded. Unlock to see which."))
        if passwords:
            lines.append(self.tr("A customer's new password was discarded. Unlock to see whose."))
        return "\n".join(lines)

    # Unlocking

    def _on_typed(self, text: str) -> None:
        self._tasks.cancel("forget")
        if text:
            self._stop_watching()
            self._tasks.start(self._forget_later(_TYPED_SECONDS), replacing="forget")

    def _on_stepped(self, on: bool) -> None:
        scroll_to_focus(self._prompt)
        if on:
            self._tasks.start(self._forget_later(_STEP_SECONDS), replacing="forget")
        else:
            self._on_typed(self._prompt.edit.text())

    async def _forget_later(self, seconds: float) -> None:
        await self._tasks.clock.sleep(seconds)
        self.forget_password()

    def _stop_watching(self) -> None:
        self._tasks.cancel("watch")
        self._problem.hide()

    def _on_unlock(self) -> None:
        self._stop_watching()
        session = self._services.session
        self._prompt.ask(session.providers, session.unlock)

    def _on_refused(self, error: ConsoleError, unsent: bool) -> None:
        if not isinstance(error, Unreachable):
            self._problem.explain(error, password_unsent=unsent)
            return
        self._problem.say(self._unreachable(error, unsent=unsent))
        self._tasks.start(self._watch(), replacing="watch")

    def _unreachable(self, error: Unreachable, *, unsent: bool) -> str:
        cannot = self.tr("Can't check the password: {store} is unreachable ({time}).").format(
            store=shown(self._services.store.name), time=f"{datetime.now().astimezone():%H:%M}"
        )
        why = explain(error, password_unsent=unsent).text
        way_on = self.tr("You can still sign out.")
        return " ".join(filter(None, (cannot, why, way_on)))

    async def _watch(self) -> None:
        """Check the connection until the store answers; no password is sent."""
        while True:
            await self._tasks.clock.sleep(_CHECK_SECONDS)
            try:
                await self._services.session.providers()
            except Unreachable as error:
                # Not announced: only the time of the check is new.
                self._problem.setText(self._unreachable(error, unsent=False))
            except ConsoleError as error:
                self._problem.explain(error)
            else:
                break
        self._problem.say(
            self.tr("{store} is reachable again. Enter your password.").format(
                store=shown(self._services.store.name)
            )
        )

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self.forget_password()
        super().hideEvent(event)


class _Padlock(QWidget):
    """The icon, painted so that it follows the appearance."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(scaled(_ICON), scaled(_ICON))

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        resources.icon("lock", Tint.MUTED).paint(QPainter(self), self.rect())
