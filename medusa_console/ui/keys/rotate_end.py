"""The last dialog of a rotation: the successor is tried, then the end of the old key is chosen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from itertools import pairwise

from pydantic import SecretStr
from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.errors import ConsoleError, OutcomeUnknown, SignInNeeded
from medusa_console.domain.rotation import Made, MadeKind, Trial
from medusa_console.domain.store import Store
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.keys.end_field import EndField
from medusa_console.ui.keys.rotate_paste import PastedKey
from medusa_console.ui.keys.rotate_steps import END, SAVE, TRY, steps
from medusa_console.ui.kit.ask import answer, only_with_control, tasks_of
from medusa_console.ui.kit.button import GuardedButton, push_button
from medusa_console.ui.kit.fact_list import Fact, FactList
from medusa_console.ui.kit.frame import bring_into_view, fill, fit
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.step_list import StepList
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.submission import Submission
from medusa_console.ui.kit.text import shown
from medusa_console.ui.words import labels
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.problem_line import ProblemLine

_WIDTH = 640

Answer = Trial | ConsoleError | None


class OldEnd(Enum):
    """What the user chose for the old key."""

    KEEP = auto()
    SCHEDULED = auto()  # it has that end now
    NOW = auto()  # it is to be revoked, after a question
    AGAIN = auto()  # nobody has the new key: another one is to be made


@dataclass(frozen=True)
class Rotating:
    """What the dialog works with.

    `attempt` tries the new key: what the store says, or has said before; None when this program
    has the key no more. `can_try`: it has the key. `try_pasted` tries a key that the user has given
    again. `copy_channels` completes a publishable key.
    `end_at` gives the old key an end, `saved` notes that the new one is saved. `last_made` is what
    the old key made last.
    """

    old: ApiKey
    new: ApiKey
    leaked: bool
    is_saved: bool
    was_accepted: bool
    can_try: Callable[[], bool]
    attempt: Callable[[], Awaitable[Answer]]
    try_pasted: Callable[[SecretStr], Awaitable[Answer]]
    copy_channels: Callable[[], Awaitable[ApiKey]]
    end_at: Callable[[datetime], Awaitable[ApiKey]]
    saved: Callable[[], Awaitable[None]]
    last_made: Callable[[], Awaitable[Made | None]]


class RotateEnd(QDialog):
    """Offers no end of the old key before the store has accepted the new one. Where nobody can try
    it any more, it says so."""

    def __init__(
        self, parent: QWidget, store: Store, work: Rotating, field: EndField, tasks: TaskScope
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._tasks = tasks_of(self, tasks)
        self._answer = OldEnd.KEEP
        self._steps = steps(work.old.type)
        self.setObjectName("rotateEnd")
        old = shown(work.old.title or work.old.redacted)
        heading = self.tr("Rotate “{title}”").format(title=old)
        self.setWindowTitle(heading)
        self._progress = StepList()
        self._result = PlainLabel(role="strong", wrap=True, name="rotate.result")
        self._text = PlainLabel(wrap=True, name="rotate.text")
        self._unknown = PlainLabel(role="muted", wrap=True, name="rotate.unknown")
        self._made = PlainLabel(role="muted", wrap=True, name="rotate.lastMade")
        self._paste = PastedKey(work.new.redacted, tasks.clock)
        self._paste.wanted.connect(self._on_pasted)
        self._field = field
        self._problem = ProblemLine("formProblem")
        self._facts = FactList(self._new_key())
        self._keep = push_button(self.tr("Keep both for now"), self.accept, name="rotate.keep")
        self._again = self._button(self.tr("Try again"), self._start_trial, "rotate.again")
        self._saved = self._button(self.tr("I have saved this key"), self._on_saved, "rotate.saved")
        self._restart = self._button(
            self.tr("Make another key"), lambda: self._choose(OldEnd.AGAIN), "rotate.restart"
        )
        self._now = GuardedButton(
            self.tr("Revoke now…"),
            tasks.clock,
            kind="danger",
            icon="ban",
            name="rotate.revoke",
        )
        self._now.confirmed.connect(lambda: self._choose(OldEnd.NOW))
        self._submission = Submission(
            self,
            self._tasks,
            self.tr("Schedule revocation"),
            self._on_schedule,
            waiting=self.tr("Sending…"),
            lock=self._lock,
            refuse=self._refuse,
        )
        schedule = self._submission.button
        only_with_control(self, schedule)
        schedule.setDefault(False)
        self._submission.action = schedule.text()
        self._now.setAutoDefault(False)
        self._keep.setDefault(True)
        # The way out is to keep both.
        self._submission.cancel.setParent(self)
        self._submission.cancel.hide()
        body: list[QWidget] = [
            PlainLabel(heading, role="title", wrap=True, name="rotate.heading"),
            self._progress,
            self._facts,
            self._result,
            self._text,
            self._paste,
            self._unknown,
            self._made,
            field,
            self._problem,
        ]
        fill(
            self,
            store,
            body,
            left=(self._now, self._restart),
            right=(self._again, self._saved, self._keep, schedule),
            width=_WIDTH,
        )
        # What cannot be undone comes last.
        first = (*self._facts.copies, *self._paste.controls)
        order = (*first, *field.controls, self._again, self._saved, self._keep)
        for one, following in pairwise((*order, schedule, self._restart, self._now)):
            QWidget.setTabOrder(one, following)
        self._offer(ends=False)
        self._keep.setFocus()
        if not work.is_saved:
            self._tell_unsaved()
        elif work.was_accepted:
            self._tell(Trial.ACCEPTED)
        else:
            self._start_trial()

    async def ask(self) -> OldEnd:
        """Open the dialog and wait for what becomes of the old key."""
        await answer(self)
        return self._answer

    # What stands there

    def _new_key(self) -> tuple[Fact, ...]:
        new = self._work.new
        title = Fact(self.tr("New key"), new.title)
        if new.token is None:
            return (title,)
        return (
            title,
            Fact(
                self.tr("Full key"),
                new.token.get_secret_value(),
                code=True,
                copies=True,
                copy_text=self.tr("Copy full key"),
                beneath=True,
            ),
        )

    def _button(self, text: str, run: Callable[[], None], name: str) -> GuardedButton:
        button = GuardedButton(text, self._tasks.clock, name=name)
        button.confirmed.connect(run)
        button.setAutoDefault(False)
        return button

    def _offer(
        self,
        *,
        ends: bool,
        again: bool = False,
        unsaved: bool = False,
        restart: bool = False,
        paste: bool = False,
    ) -> None:
        """Show what can be done now."""
        schedule = self._submission.button
        for part, wanted in (
            (self._again, again),
            (self._saved, unsaved),
            (self._restart, restart),
            (self._paste, paste),
            (self._now, ends),
            (schedule, ends and not self._work.leaked),
            (self._field, ends and not self._work.leaked),
            (self._unknown, ends),
            (self._made, ends and bool(self._made.text())),
        ):
            if not wanted and part.isAncestorOf(self.focusWidget() or self._keep):
                self._keep.setFocus()
            part.setVisible(wanted)
        self._unknown.setText(
            self.tr("Medusa cannot tell whether the old key is still used.") if ends else ""
        )
        if self.isVisible():
            fit(self)

    def _say(self, result: str, text: str = "", *, role: str = "strong") -> None:
        set_style(self._result, role=role)
        self._result.setText(result)
        self._result.setVisible(bool(result))
        self._text.setText(text)
        self._text.setVisible(bool(text))

    # The trial

    def _start_trial(self) -> None:
        self._tasks.start(self._complete_and_try(), replacing="trial")

    async def _complete_and_try(self) -> None:
        self._problem.hide()
        self._offer(ends=False)
        self._say("")
        if self._work.old.type is KeyType.PUBLISHABLE:
            self._progress.enter(self._steps, SAVE)
            try:
                await self._work.copy_channels()
            except SignInNeeded:
                self._offer(ends=False, again=True)
                raise
            except ConsoleError as error:
                self._progress.fail(unknown=isinstance(error, OutcomeUnknown))
                self._say(self.tr("The old key goes on working."))
                self._offer(ends=False, again=True)
                self._problem.explain(error)
                return
        self._progress.enter(self._steps, TRY)
        self._tell(await self._work.attempt())

    def _tell(self, said: Answer) -> None:
        kept = self.tr("The old key goes on working.")
        match said:
            case Trial.ACCEPTED:
                self._say(self.tr("Accepted"), self._next())
            case Trial.ACCEPTED_WITHOUT_ROLES:
                self._say(
                    self.tr("Accepted, but roles are on: what Medusa guards by a role refuses it"),
                    self._next(),
                )
            case Trial.REFUSED:
                self._progress.enter(self._steps, TRY)
                self._progress.fail(unknown=False)
                self._say(self.tr("Refused. The store does not accept the new key."), kept)
                self._offer(ends=False, again=self._work.can_try(), restart=True)
                return
            case None:
                self._progress.enter(self._steps, TRY)
                self._progress.fail(unknown=True)
                self._say(
                    self.tr("Not tried: Medusa Console no longer has the new key."),
                    self.tr(
                        "Paste it to try it now. Without a trial, check that everything works "
                        "with it before you end the old key."
                    ),
                )
            case _:
                self._progress.enter(self._steps, TRY)
                self._progress.fail(unknown=True)
                why = explain(said).title.rstrip(".")
                self._say(self.tr("Not tried. {why}.").format(why=why), kept)
                self._offer(ends=False, again=True)
                return
        if said is not None:
            self._progress.enter(self._steps, END)
        self._offer(ends=True, paste=said is None)
        self._show_choice()
        if self._work.old.type is KeyType.SECRET:
            self._tasks.start(self._ask_last_made(), replacing="made")

    def _on_pasted(self) -> None:
        if (secret := self._paste.take()) is not None:
            self._tasks.start(self._try_pasted(secret), replacing="trial")
        del secret

    async def _try_pasted(self, secret: SecretStr) -> None:
        self._problem.hide()
        self._offer(ends=False)
        self._say("")
        self._progress.enter(self._steps, TRY)
        said = await self._work.try_pasted(secret)
        del secret
        if isinstance(said, ConsoleError):  # the key is gone from here again
            why = explain(said).title.rstrip(".")
            self._tell(None)
            self._problem.say(self.tr("Not tried. {why}.").format(why=why))
        else:
            self._tell(said)

    def _next(self) -> str:
        if self._work.leaked:
            return self.tr(
                "Give the new key to everything that uses the leaked one, then revoke that one. "
                "Until then it stays marked as leaked and working."
            )
        return self.tr(
            "Give the new key to everything that uses the old one, then end the old one."
        )

    async def _ask_last_made(self) -> None:
        made = await self._work.last_made()
        if made is None:
            return
        text = {
            MadeKind.CUSTOMER: self.tr("Last made something: a customer, {ago}."),
            MadeKind.GROUP: self.tr("Last made something: a customer group, {ago}."),
            MadeKind.KEY: self.tr("Last made something: a key, {ago}."),
        }[made.kind]
        self._made.setText(text.format(ago=labels.ago(made.at)))
        self._made.setVisible(not self._unknown.isHidden())
        fit(self)
        self._show_choice()

    def _show_choice(self) -> None:
        """Scroll a low window to what the buttons are about."""
        bring_into_view(self, self._text if self._field.isHidden() else self._field)
        if not self._paste.isHidden():
            bring_into_view(self, self._paste)

    # What nobody has confirmed

    def _tell_unsaved(self) -> None:
        self._progress.enter(self._steps, SAVE)
        self._progress.fail(unknown=True)
        self._say(
            self.tr("The new key was not confirmed as saved."),
            self.tr("If you do not have it, revoke it and make another one."),
        )
        self._offer(ends=False, unsaved=True, restart=True)

    def _on_saved(self) -> None:
        self._tasks.start(self._note_saved(), replacing="saved")

    async def _note_saved(self) -> None:
        try:
            await self._work.saved()
        except ConsoleError as error:
            self._problem.explain(error)
        else:
            await self._complete_and_try()

    # The end of the old key

    def _choose(self, end: OldEnd) -> None:
        self._answer = end
        self.accept()

    def _on_schedule(self) -> None:
        self._problem.hide()
        end = self._field.end
        if self._field.check() and end is not None:
            doing = Doing(self.windowTitle(), self.objectName())
            self._submission.start(self._schedule(end), doing=doing)

    async def _schedule(self, end: datetime) -> None:
        await self._work.end_at(end)
        self._choose(OldEnd.SCHEDULED)

    def _refuse(self, error: ConsoleError) -> None:
        if isinstance(error, OutcomeUnknown):
            text = self.tr("Not confirmed: the end may not have been set. {why}.")
            self._problem.say(text.format(why=explain(error.cause).title.rstrip(".")))
        else:
            self._problem.explain(error)
        bring_into_view(self, self._problem)

    def _lock(self, locked: bool) -> None:
        self._field.lock(locked)
        self._now.setDisabled(locked)
        self._keep.setDisabled(locked)

    # Qt overrides

    def done(self, result: int) -> None:
        self._paste.forget()
        super().done(result)
