"""What is known of a customer, to be filled in or changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from medusa_console.domain.customer import Customer, CustomerDetails, EmailMatches
from medusa_console.domain.errors import Invalid
from medusa_console.tasks import TaskScope
from medusa_console.ui.customers.email_field import EmailField
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import TWELVE
from medusa_console.ui.words.errors import explain

_LONGEST = 200


class CustomerFields(QWidget):
    """`edited` is whose they are, None for a new guest.

    Signals:
        changed: something else was typed.
    """

    changed = Signal()

    def __init__(
        self,
        tasks: TaskScope,
        edited: Customer | None,
        email_matches: Callable[[str], Awaitable[EmailMatches]],
    ) -> None:
        super().__init__()
        self.before = CustomerDetails.of(edited) if edited is not None else CustomerDetails()
        self._has_account = edited is not None and edited.has_account
        self.email = EmailField(tasks, email_matches, self._tell, email=self.before.email)
        self.email.changed.connect(self._on_email)
        self._old_stays = PlainLabel(
            self.tr("The sign-in email does not follow: they go on signing in with the old one."),
            role="caution",
            wrap=True,
            name="email.oldStays",
        )
        self._old_stays.hide()
        self._fields: dict[str, Field] = {}
        self._edits: dict[str, QLineEdit] = {}
        self._first_texts: dict[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TWELVE)
        column.addWidget(self.email)
        column.addWidget(self._old_stays)
        column.addLayout(
            self._row(
                ("first_name", self.tr("First name"), self.before.first_name, "firstName"),
                ("last_name", self.tr("Last name"), self.before.last_name, "lastName"),
            )
        )
        column.addLayout(
            self._row(
                ("phone", self.tr("Phone"), self.before.phone, "phone"),
                ("company_name", self.tr("Company"), self.before.company_name, "company"),
            )
        )

    @property
    def value(self) -> CustomerDetails:
        """What is filled in, without spaces around it; what nobody has changed, as it was."""
        typed = {
            field: edit.text().strip()
            for field, edit in self._edits.items()
            if edit.text() != self._first_texts[field]
        }
        return replace(self.before, email=self.email.value, **typed)

    def check(self) -> bool:
        """Whether the email can be sent; says beside it what is wrong. Guests need none, and one
        that the store has already is left alone."""
        email = self.email.value
        if email == self.before.email or not (email or self._has_account):
            return True
        return self.email.check()

    def refuse(self, error: Invalid) -> bool:
        """Say `error` beside the field it is about and go there; False when there is none."""
        if "already exists" in error.message:
            self.email.refuse(
                self.tr("Somebody has this email already: change theirs, or use another one.")
            )
            return True
        words = explain(error).text or explain(error).title
        field = self._fields.get(error.field)
        if field is not None:
            field.show_error(words)
            field.widget.setFocus()
        elif "email" in (error.field or error.message).lower():
            self.email.refuse(words)
        else:
            return False
        return True

    def set_locked(self, *, locked: bool) -> None:
        """While it is being sent nobody changes it."""
        for edit in (self.email.edit, *self._edits.values()):
            edit.setReadOnly(locked)

    def _row(self, *fields: tuple[str, str, str, str]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(TWELVE)
        for field, label, text, name in fields:
            edit = self._edits[field] = QLineEdit()
            edit.setMaxLength(max(_LONGEST, len(text)))
            edit.setText(text)
            self._first_texts[field] = edit.text()  # not always the same: Qt has no line breaks
            self._fields[field] = Field(label, edit, name=name)
            edit.textChanged.connect(self._fields[field].clear_error)
            edit.textChanged.connect(self.changed)
            row.addWidget(self._fields[field], 1)
        return row

    def _on_email(self) -> None:
        self._old_stays.setVisible(self._has_account and self.email.value != self.before.email)
        self.changed.emit()

    def _tell(self, found: EmailMatches) -> str:
        if (found.account if self._has_account else found.guest) is not None:
            return self.tr("Somebody else has this email already; the store will refuse it.")
        if found.account is not None:
            return self.tr("An account has this email. Guest and account stay apart.")
        if found.guest is not None:
            return self.tr("A guest has this email. Guest and account stay apart.")
        near = [one.email for one in found.near if one.email and one.email != self.before.email]
        if near:
            return self.tr(
                "{email} exists, written differently. Medusa takes them for two people."
            ).format(email=shown(near[0]))
        return ""
