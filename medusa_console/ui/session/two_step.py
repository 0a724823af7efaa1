"""Two-step sign-in in 'My account': what is set up, and what can be done about it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from medusa_console.domain.errors import (
    CodeNeeded,
    ConsoleError,
    NotDone,
    NoTwoStep,
    OutcomeUnknown,
    SignInNeeded,
)
from medusa_console.domain.mfa import TOTP, MfaCode
from medusa_console.domain.session import read_claims, read_provider
from medusa_console.domain.two_step import Factor, TwoStepState
from medusa_console.services.session_states import SignedIn
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.fact_list import Fact, FactList
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.once.recovery_codes import RecoveryCodes
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.session.turn_off_code import TurnOffCode
from medusa_console.ui.session.two_step_set_up import SetUpTwoStep
from medusa_console.ui.words import labels
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.problem_line import ProblemLine

_Work = Callable[[], Awaitable[None]]


class TwoStepSection(QWidget):
    """Asks the store at once. While `writing`, the answer must not be missed: the store tells a
    secret and recovery codes once.

    Signals:
        changed: another text or other buttons are shown.
    """

    changed = Signal()

    def __init__(self, context: PageContext, tasks: TaskScope) -> None:
        """`tasks` are those of the dialog around."""
        super().__init__()
        self._context = context
        self._services = context.services
        state = self._services.session.state
        # Each way in has a second factor of its own.
        self._by_provider = isinstance(state, SignedIn) and bool(read_provider(state.session))
        self._tasks = tasks
        self._state: TwoStepState | None = None
        self._unavailable = ""
        self._made_in_vain = False
        self._busy = False
        self.writing = False
        self._text = PlainLabel(wrap=True, name="twoStep.text")
        self._factors = FactList()
        self._before = PlainLabel(role="muted", wrap=True, name="twoStep.before")
        self._problem = ProblemLine("twoStep.problem")
        self._set_up = push_button(self.tr("Set up…"), self._on_set_up, name="twoStep.setUp")
        self._codes = push_button("", self._on_codes, name="twoStep.codes")
        self._turn_off = push_button(self.tr("Turn off…"), self._on_turn_off, name="twoStep.off")
        self._again = push_button(self.tr("Look again"), self._on_again, name="twoStep.again")
        buttons = (self._set_up, self._codes, self._turn_off, self._again)
        self.setLayout(
            column(
                self._text,
                self._factors,
                self._before,
                self._problem,
                Flow(buttons, (), from_start=True),
                spacing=EIGHT,
            )
        )
        self._show()
        self._on_again()

    # What the user wants

    def _on_again(self) -> None:
        self._start(self._look, self.tr("Two-step sign-in"))

    def _on_set_up(self) -> None:
        action = self.tr("Set up two-step sign-in")
        if self._state is not None and self._state.pending:
            rest = self.tr("The unfinished set-up is removed first.")
            self._start(self._begin, action, confirmed=f"{action}. {rest}")
        else:
            self._start(self._begin, action, confirmed=action)

    def _on_codes(self) -> None:
        action = self.tr("Make new recovery codes")
        rest = self.tr("The ones you have will stop working.")
        self._start(self._make_codes, action, confirmed=f"{action}. {rest}")

    def _on_turn_off(self) -> None:
        action = self.tr("Turn off two-step sign-in")
        rest = (
            self.tr("After that, the provider's page alone signs you in.")
            if self._by_provider
            else self.tr("After that, your password alone signs you in.")
        )
        self._start(self._end, action, confirmed=f"{action}. {rest}")

    def _start(self, work: _Work, words: str, *, confirmed: str = "") -> None:
        if not self._busy:
            doing = Doing(words, "two-step sign-in")
            self._tasks.start(self._run(work, confirmed), doing=doing)

    async def _run(self, work: _Work, confirmed: str) -> None:
        """Do `work`, once the user has `confirmed` it."""
        focus = self.window().focusWidget()
        was_focused = focus is not None and self.isAncestorOf(focus)
        self._busy = True
        self._show()
        try:
            if confirmed:
                if not await self._context.confirm(confirmed):
                    return
                self._problem.hide()
                self.writing = True
            await work()
        except NoTwoStep as error:
            self._unavailable = explain(error).sentence
        except ConsoleError as error:
            if isinstance(error, SignInNeeded):
                raise  # the session asks for the password over this dialog
            self._problem.explain(error)
        finally:
            self._busy = self.writing = False
            if not self._tasks.closed:  # the dialog is gone
                self._show()
                self._take_focus_back(was_focused=was_focused)

    def _take_focus_back(self, *, was_focused: bool) -> None:
        """Focus the button for what comes next; a button that was disabled has lost the focus."""
        offered = (self._set_up, self._codes, self._again)
        button = next((one for one in offered if one.isVisibleTo(self)), None)
        if was_focused and button is not None:
            button.setFocus()

    # What is done

    async def _look(self) -> None:
        self._state = None
        self._problem.hide()
        self._show()
        self._state = await self._services.two_step.look()

    async def _begin(self) -> None:
        account = self._account
        enrolment = await self._services.two_step.begin(account)
        factor = enrolment.factor
        dialog = SetUpTwoStep(
            self,
            self._services,
            enrolment,
            account,
            copy=self._context.copy,
            seconds=self._context.preferences.value.clipboard_seconds,
            tasks=self._tasks,
        )
        del enrolment  # its secret ends with the dialog
        if not await dialog.ask():
            await self._abandon(factor)
        self._state = await self._services.two_step.look()
        self._show()
        if self._state.enabled:
            await self._make_codes(first=True)

    async def _abandon(self, factor: Factor) -> None:
        """Remove the set-up of `factor`. It is on, and stays so, if a request has finished it that
        nobody waited for, on a server that wants a code then."""
        try:
            await self._services.two_step.abandon(factor)
        except CodeNeeded:
            return
        except OutcomeUnknown as lost:
            self._problem.explain(lost)

    async def _make_codes(self, *, first: bool = False) -> None:
        try:
            codes = await self._services.two_step.new_recovery_codes()
        except OutcomeUnknown:
            self._made_in_vain = True
            self._problem.say(
                self.tr("The recovery codes were lost on their way and not seen. Make others.")
                if first
                else self.tr("The old codes are dead and the new ones were not seen. Make others.")
            )
            return
        except ConsoleError as error:
            if isinstance(error, SignInNeeded) or not first:
                raise
            text = self.tr("Two-step sign-in is on, without recovery codes. {reason}")
            self._problem.say(text.format(reason=explain(error).sentence))
            return
        self._made_in_vain = False
        dialog = RecoveryCodes(
            self,
            self._services.store,
            self._account,
            codes,
            copy=self._context.copy,
            seconds=self._context.preferences.value.clipboard_seconds,
            session=self._services.session,
            tasks=self._tasks,
            first=first,
        )
        del codes
        if not await dialog.ask():
            self._made_in_vain = True
            self._problem.say(
                self.tr(
                    "The recovery codes are hidden since the lock. If you have not saved them, "
                    "make others."
                )
            )

    async def _end(self) -> None:
        try:
            await self._turn_off_with(None)
        except CodeNeeded:
            dialog = TurnOffCode(
                self,
                self._services.store,
                self._turn_off_with,
                self._services.session,
                self._tasks,
            )
            await dialog.ask()
        self._state = await self._services.two_step.look()
        if self._state is not None and not self._state.enabled:
            self._made_in_vain = False
            announce(self, self.tr("Two-step sign-in is off"), assertive=True)

    async def _turn_off_with(self, code: MfaCode | None) -> None:
        try:
            await self._services.two_step.turn_off(code)
        except NotDone as error:
            self._problem.say(
                self.tr(
                    "The store's answer was lost, and two-step sign-in was still on at {time}."
                ).format(time=labels.exact(error.at))
            )

    # What is shown

    @property
    def _account(self) -> str:
        state = self._services.session.state
        return state.session.email if isinstance(state, SignedIn) else ""

    def _show(self) -> None:
        state = self._state
        self._text.setText(self._told(state))
        facts = () if state is None else tuple(map(self._fact, state.enabled))
        self._factors.show_facts(facts)
        self._factors.setVisible(bool(facts))
        is_on = state is not None and bool(state.enabled)
        self._before.setText(self._told_of_sessions() if is_on else "")
        self._before.setVisible(is_on)
        self._codes.setText(
            self.tr("Make other recovery codes…")
            if self._made_in_vain
            else self.tr("New recovery codes…")
        )
        self._set_up.setVisible(state is not None and not is_on and not self._unavailable)
        self._codes.setVisible(is_on)
        self._turn_off.setVisible(is_on)
        self._again.setVisible(state is None and not self._busy and not self._unavailable)
        for button in (self._set_up, self._codes, self._turn_off):
            button.setDisabled(self._busy)
        self.changed.emit()

    def _told(self, state: TwoStepState | None) -> str:
        if self._unavailable and (state is None or not state.enabled):
            return self._unavailable
        if state is None:
            return self.tr("Asking the store…") if self._busy else self.tr("Unknown")
        if state.enabled:
            return (
                self.tr(
                    "On. After the provider's page you are asked for a code from your app, or a "
                    "recovery code."
                )
                if self._by_provider
                else self.tr(
                    "On. After your password you are asked for a code from your app, or a "
                    "recovery code."
                )
            )
        off = (
            self.tr("Off. The provider's page alone signs you in.")
            if self._by_provider
            else self.tr("Off. Your password alone signs you in.")
        )
        if not state.pending:
            return off
        begun = state.pending[0].changed_at
        left = self.tr("A set-up was begun on {time} and not finished. It changes nothing.").format(
            time=self.tr("an unknown day") if begun is None else labels.exact(begun)
        )
        return f"{off} {left}"

    def _fact(self, factor: Factor) -> Fact:
        kind = self.tr("Authenticator app") if factor.provider == TOTP else factor.provider
        since = factor.changed_at
        when = "" if since is None else self.tr("since {time}").format(time=labels.exact(since))
        return Fact(kind, ", ".join(part for part in (factor.label, when) if part))

    def _told_of_sessions(self) -> str:
        state = self._services.session.state
        claims = None
        if isinstance(state, SignedIn):
            claims = read_claims(state.session.token.get_secret_value())
        if claims is not None and claims.second_factor:
            return self.tr("Sessions that began before go on without a code until they end.")
        return self.tr(
            "Sessions that began before go on without a code until they end. This one is one of "
            "them: sign out, and sign in again with a code."
        )
