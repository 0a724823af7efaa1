"""Shows a new secret key once, so that it can be copied and saved."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from enum import Enum
from itertools import pairwise

from pydantic import SecretStr
from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.api_key import CreatedKey
from medusa_console.domain.errors import ConsoleError, OutcomeUnknown
from medusa_console.domain.store import Store
from medusa_console.services.hand_over import HandOver
from medusa_console.services.secret_copy import SecretCopy
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer, confirm, tasks_of
from medusa_console.ui.kit.button import GuardedButton, style_button
from medusa_console.ui.kit.check_box import CheckBox
from medusa_console.ui.kit.copy_status import CopyStatus
from medusa_console.ui.kit.frame import bring_into_view, fill, fit
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import Part, column, row
from medusa_console.ui.kit.room import keep_two_lines, keep_width
from medusa_console.ui.kit.secret_field import SecretField
from medusa_console.ui.kit.style import settle
from medusa_console.ui.kit.text import shown as written_out
from medusa_console.ui.kit.theme_tokens import FOUR
from medusa_console.ui.once.end_first import EndFirst
from medusa_console.ui.once.hand_over import HandOverButton
from medusa_console.ui.once.masked_secret import MaskedSecret
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.problem_line import ProblemLine


class RevealAnswer(Enum):
    """What became of the secret."""

    STORED = "stored"
    EXPIRED = "expired"


class RevealKey(QDialog):
    """Shows the secret of the key `title`, and forgets the secret when it closes. The dialog is
    built without the secret, while the key is being created; `ask` is given both.

    A copied secret stays on the clipboard for `seconds`; `hand_over` is what it can be handed over
    with instead. `hold` (UnsavedSecrets.hold) receives what closes the dialog for a user who stays
    away too long.
    """

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        title: str,
        copy: SecretCopy,
        *,
        seconds: int,
        hand_over: HandOver,
        hold: Callable[[Callable[[], None]], Callable[[], None]],
        tasks: TaskScope,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._created: CreatedKey | None = None
        self._status = CopyStatus(copy, seconds)
        self._hold = hold
        self._tasks = tasks_of(self, tasks)
        self._end: EndFirst | None = None
        self._was_copied = False
        self._was_shown = False
        self._answer: RevealAnswer | None = None
        self.setObjectName("revealKey")
        self.setWindowTitle(self.tr("Save this key now"))
        self._build(title, hand_over)

    async def ask(
        self,
        created: CreatedKey,
        *,
        copied: Callable[[], None],
        shown: Callable[[], None],
        revoke: Callable[[], Awaitable[None]],
        end: Callable[[TaskScope], EndFirst] | None = None,
    ) -> RevealAnswer | None:
        """Open the dialog over the secret of `created` and wait for what became of the secret.

        `copied` is called once, when the secret first leaves the program, and `shown` once, when
        the screen first shows the secret. `revoke` returns with proof that the key is dead, or
        raises. A key that is to end gets its `end` first, which is made with the dialog's tasks;
        until then nothing is copied or shown.

        Returns STORED if the user confirmed that it is saved, EXPIRED if the user stayed away too
        long, None if the key was revoked or only copied.
        """
        self._created = created
        self._on_copied = copied
        self._on_shown = shown
        self._revoke = revoke
        self._release = self._hold(self._on_expired)
        self.destroyed.connect(self._release)  # the secret goes with a destroyed parent as well
        self._secret.mask_as(created.key.redacted)
        self._say_title(created.key.title)
        if end is not None:
            self._put_first(end(self._tasks))
        self._order_tabs()
        self._refresh()
        self._copy_button.setFocus()
        await answer(self)
        return self._answer

    def _build(self, title: str, hand_over: HandOver) -> None:
        clock = self._tasks.clock
        self._secret = SecretField()
        self._masked = MaskedSecret(self, self._secret, self._to_show)
        self._masked.revealing.connect(self._on_revealing)
        self._copy_button = GuardedButton(
            self.tr("Copy and hide"), clock, kind="primary", icon="copy", name="copySecret"
        )
        self._copy_button.confirmed.connect(self._on_copy)
        self._hand_over = HandOverButton(
            self,
            self._store,
            hand_over,
            lambda: self._created,
            copy=self._copy,
            gone=self._on_gone,
            tell=self._on_handed_over,
            tasks=self._tasks,
        )
        self._handed_over = PlainLabel(wrap=True, name="handedOver")
        self._handed_over.hide()
        self._problem = ProblemLine("revealProblem")
        keep_two_lines(self._problem)
        self._stored = CheckBox(self.tr("I have saved this key"))
        self._stored.setObjectName("stored")
        self._stored.toggled.connect(self._refresh)
        self._discard = GuardedButton(
            self.tr("Discard and revoke this key"), clock, kind="danger", icon="ban", name="discard"
        )
        self._discard.confirmed.connect(
            lambda: self._tasks.start(self._discard_key(), replacing="discard")
        )
        self._done = GuardedButton(self.tr("Done"), clock, name="done")
        self._done.confirmed.connect(self.accept)
        for button in (self._copy_button, self._discard, self._done):
            button.setAutoDefault(False)  # Enter must neither copy nor discard here
        keep_width(self._copy_button, self.tr("Copy again"))
        self._told = PlainLabel(role="muted", wrap=True)
        self._say_title(title)
        self._end_place = column()
        heading = PlainLabel(self.tr("Save this key now"), role="title")
        body: tuple[Part, ...] = (
            column(heading, self._told, spacing=FOUR),
            self._secret,
            self._end_place,
            row(self._copy_button, self._masked.button, self._hand_over, None),
            self._handed_over,
            self._status,
            self._problem,
        )
        fill(
            self,
            self._store,
            body,
            left=(self._discard,),
            right=(self._done,),
            pinned=(row(self._stored, None),),
        )

    def _say_title(self, title: str) -> None:
        self._title = written_out(title)
        text = self.tr("“{title}” was created. Medusa won't show it again.")
        self._told.setText(text.format(title=self._title))

    def _put_first(self, end: EndFirst) -> None:
        self._end = end
        self._end_place.addWidget(end)
        settle(self)
        fit(self)
        end.changed.connect(self._on_end)
        end.begin()

    def _order_tabs(self) -> None:
        first = self._end.buttons if self._end is not None else ()
        buttons = (self._copy_button, self._masked.button, self._hand_over)
        order = (*first, *buttons, *self._status.buttons)
        for one, following in pairwise((*order, self._stored, self._done, self._discard)):
            QWidget.setTabOrder(one, following)

    def _on_end(self) -> None:
        self._refresh()
        if self._end is None:
            return
        if self._end.is_settled:
            self._copy_button.setFocus()
        else:
            self._end.take_focus()
            bring_into_view(self, self._end)

    def _to_show(self) -> str | None:
        return None if self._created is None else self._created.secret.get_secret_value()

    def _on_revealing(self) -> None:
        if not self._was_shown:
            self._was_shown = True
            self._on_shown()

    def _on_copy(self) -> None:
        if self._created is None:
            return
        self._copy_button.setText(self.tr("Copy again"))
        self._copy(self._created.secret)

    def _copy(self, text: SecretStr) -> None:
        """Put the secret on the clipboard, or a `text` that holds it."""
        if self._created is None:
            return
        self._status.copy(text, key=self._created.secret)
        self._on_gone()
        self._stored.setFocus()
        bring_into_view(self, self._status)

    def _on_gone(self) -> None:
        """The secret has left this program."""
        first, self._was_copied = not self._was_copied, True
        self._masked.mask()
        self._problem.hide()
        self._refresh()
        if first:
            self._on_copied()
            # What is left to do is one more Space and an Enter.
            style_button(self._copy_button, "plain", "copy")
            style_button(self._done, "primary")
            self._done.setDefault(True)

    def _on_handed_over(self, told: str) -> None:
        self._handed_over.setText(told)
        self._handed_over.show()
        announce(self._handed_over, told)
        if self._was_copied:
            self._stored.setFocus()
        bring_into_view(self, self._handed_over)

    async def _discard_key(self) -> None:
        if (self._was_copied or self._was_shown) and not await confirm(
            self,
            self._store,
            self.tr("Discard “{title}”?").format(title=self._title),
            self.tr("It was shown or copied. Every copy stops working."),
            action=self.tr("Discard and revoke"),
            keep=self.tr("Keep key"),
            danger=True,
            clock=self._tasks.clock,
        ):
            return
        self._set_busy(busy=True)
        try:
            await self._revoke()
        except Exception as error:
            self._set_busy(busy=False)
            if not isinstance(error, ConsoleError):
                raise
            why = error.cause if isinstance(error, OutcomeUnknown) else error
            text = self.tr("Not confirmed: this key may still work. {why}.")
            self._tell(text.format(why=explain(why).title.rstrip(".")))
        else:
            self.accept()

    def _tell(self, problem: str) -> None:
        self._problem.say(problem)
        bring_into_view(self, self._problem)

    def _set_busy(self, *, busy: bool) -> None:
        self._discard.setDisabled(busy)
        if self._end is not None:
            (self._end.stop if busy else self._end.go_on)()
        self._refresh()

    def _may_close(self) -> bool:
        return self._was_copied or self._stored.isChecked()

    @property
    def _may_be_had(self) -> bool:
        return self._end is None or self._end.is_settled

    def _refresh(self) -> None:
        self._done.setEnabled(self._discard.isEnabled() and self._may_close())
        self._copy_button.setEnabled(self._may_be_had)
        self._masked.button.setEnabled(self._may_be_had and not self._was_copied)
        self._hand_over.setEnabled(self._may_be_had and self._discard.isEnabled())
        self._stored.setEnabled(self._may_be_had)

    def _on_expired(self) -> None:
        self._answer = RevealAnswer.EXPIRED
        self.done(QDialog.DialogCode.Rejected)

    # Qt overrides

    def reject(self) -> None:
        if not self._discard.isEnabled():
            return  # closing would cancel a revoke under way
        if self._may_close():
            self.accept()
        elif not self._may_be_had:
            self._tell(self.tr("Wait for its end, or discard the key."))
        else:
            self._tell(self.tr("Copy the key, tick “I have saved this key”, or discard it."))

    def done(self, result: int) -> None:
        if result == QDialog.DialogCode.Accepted and self._stored.isChecked():
            self._answer = RevealAnswer.STORED
        if self._hand_over.is_writing and not self._was_copied:
            self._on_copied()
        self._status.end()
        self._masked.mask()
        self._created = None
        self._release()
        super().done(result)
