"""Shows once a token with which somebody joins a store or sets a new password."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import SecretStr
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from medusa_console.domain.admin_pages import canonical_pages, link
from medusa_console.domain.errors import UnsafeAddress
from medusa_console.domain.store import Store
from medusa_console.services.secret_copy import SecretCopy
from medusa_console.services.session import SessionService
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.button import GuardedButton, style_button
from medusa_console.ui.kit.copy_status import CopyStatus
from medusa_console.ui.kit.enter import ENTER
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import bring_into_view, fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.room import keep_width
from medusa_console.ui.kit.secret_field import SecretField
from medusa_console.ui.kit.theme_tokens import FOUR
from medusa_console.ui.once.masked_secret import MaskedSecret
from medusa_console.ui.once.until_lock import answer_until_lock
from medusa_console.ui.words import reasons
from medusa_console.ui.words.colleagues import TokenWords
from medusa_console.ui.words.problem_line import ProblemLine

_LONGEST_ADDRESS = 1_000
_HIDDEN = "•••"
_ROWS = 5  # a token has about 250 characters


class RevealToken(QDialog):
    """Shows a token and the message to send along, which holds the token, or a link with it where
    the address of the store's admin pages is known. Forgets both when it closes, and at a lock: a
    token can be made anew.

    A copied text stays on the clipboard for `seconds`. `keep_pages` keeps the address that the user
    has entered.
    """

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        words: TokenWords,
        token: SecretStr,
        *,
        copy: SecretCopy,
        seconds: int,
        session: SessionService,
        keep_pages: Callable[[str], None],
        tasks: TaskScope,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._session = session
        self._token: SecretStr | None = token
        self._pages = store.admin_pages
        self._keep_pages = keep_pages
        self._was_copied = False
        self._status = CopyStatus(copy, seconds)
        self.setObjectName("revealToken")
        self.setWindowTitle(self.tr("Send this along"))
        self._build(store, tasks)
        self.destroyed.connect(self._forget)  # the token goes with a destroyed parent as well
        self._show_message()
        self._copy_message.setFocus()

    async def ask(self) -> bool:
        """Open the dialog and wait until it closes. Returns False if a lock or the end of the
        session has closed it, or came before it."""
        return await answer_until_lock(self, self._session)

    def _build(self, store: Store, tasks: TaskScope) -> None:
        field = SecretField(_HIDDEN * 4, hidden=self.tr("Token, hidden"), rows=_ROWS)
        self._masked = MaskedSecret(self, field, self._to_show)
        self._copy_message = GuardedButton(
            self.tr("Copy message"), tasks.clock, kind="primary", icon="copy", name="copyMessage"
        )
        self._copy_message.confirmed.connect(lambda: self._on_copy(self._whole_message))
        self._copy_alone = GuardedButton(
            self.tr("Copy token"), tasks.clock, icon="copy", name="copyToken"
        )
        keep_width(self._copy_alone, self.tr("Copy link"))
        self._copy_alone.confirmed.connect(lambda: self._on_copy(self._alone))
        self._message = PlainLabel(role="secondary", wrap=True, name="token.message")
        self._address = LineEdit(self._pages)
        self._address.setMaxLength(_LONGEST_ADDRESS)
        self._address.setPlaceholderText(f"{store.origin}/app")
        self._field = Field(
            self.tr("Address of the admin pages"),
            self._address,
            name="adminPages",
            hint=self.tr("For a link in the message. Kept with this store."),
        )
        self._address.textChanged.connect(self._show_message)
        self._problem = ProblemLine("tokenProblem")
        done = GuardedButton(self.tr("Done"), tasks.clock, name="done")
        done.confirmed.connect(self.accept)
        self._done = done
        for button in (self._copy_message, self._copy_alone, done):
            button.setAutoDefault(False)  # Enter in the address must neither copy nor close
        heading = PlainLabel(self._words.heading, role="title", wrap=True, name="token.heading")
        body = (
            column(heading, PlainLabel(self._words.told, role="muted", wrap=True), spacing=FOUR),
            PlainLabel(self._words.caution, role="caution", wrap=True, name="token.caution"),
            field,
            row(self._copy_message, self._copy_alone, self._masked.button, None),
            self._below_buttons(),
            self._message,
            self._field,
        )
        fill(self, store, body, right=(done,))

    def _below_buttons(self) -> QGridLayout:
        """One place for the clipboard's state and for the reminder that nothing was copied: never
        both are shown."""
        policy = self._status.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._status.setSizePolicy(policy)
        place = QGridLayout()
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self._status, 0, 0)
        place.addWidget(self._problem, 0, 0, Qt.AlignmentFlag.AlignTop)
        return place

    def _remind(self) -> None:
        self._status.hide()
        self._problem.say(self.tr("You haven't copied it. Copy it, or choose Done to close."))
        bring_into_view(self, self._problem)

    def _hide_reminder(self) -> None:
        self._problem.hide()
        self._status.show()

    @property
    def _link(self) -> SecretStr | None:
        """The link, where the address in the field is one."""
        if self._token is None:
            return None
        try:
            pages = canonical_pages(self._address.text())
        except UnsafeAddress:
            return None
        return link(pages, self._words.page, self._token)

    @property
    def _alone(self) -> SecretStr | None:
        return self._link or self._token

    @property
    def _whole_message(self) -> SecretStr | None:
        secret = self._alone
        if secret is None:
            return None
        return SecretStr(self._message_with(secret.get_secret_value()))

    def _message_with(self, secret: str) -> str:
        words = self._words
        text = words.message if self._link is None else words.message_with_link
        return text.replace("{secret}", secret)

    def _show_message(self) -> None:
        self._hide_reminder()
        self._message.setText(self._message_with(_HIDDEN))
        by_link = self._link is not None
        self._copy_alone.setText(self.tr("Copy link") if by_link else self.tr("Copy token"))
        self._masked.mask()

    def _take_address(self) -> bool:
        """Keep the address in the field; False, with the reason beneath it, if it is unusable."""
        text = self._address.text().strip()
        try:
            pages = canonical_pages(text) if text else ""
        except UnsafeAddress as error:
            self._field.show_error(reasons.address(error))
            self._address.setFocus()
            bring_into_view(self, self._field)
            return False
        if pages != self._pages:
            self._pages = pages
            self._keep_pages(pages)
        return True

    def _on_copy(self, secret: SecretStr | None) -> None:
        if secret is None or not self._take_address():
            return
        self._was_copied = True
        self._hide_reminder()
        self._status.copy(secret)
        self._masked.mask()
        style_button(self._copy_message, "plain", "copy")
        style_button(self._done, "primary")
        self._done.guard()  # a second press of the button to copy is not meant for it
        self._done.setFocus()
        bring_into_view(self, self._status)

    def _to_show(self) -> str | None:
        secret = self._alone
        return None if secret is None else secret.get_secret_value()

    def _forget(self) -> None:
        self._token = None

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif self._done.hasFocus():
            self._done.click()
        elif not self._was_copied:
            self._remind()

    def reject(self) -> None:
        if self._was_copied:
            self.accept()
        else:
            self._remind()

    def done(self, result: int) -> None:
        self._status.end()
        self._masked.mask()
        self._forget()
        super().done(result)
