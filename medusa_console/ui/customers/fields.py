"""The fields of a customer's record."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from medusa_console.domain.customer import Customer, CustomerDetails, EmailMatches
from medusa_console.domain.errors import Invalid
from medusa_console.tasks import TaskScope
from medusa_console.ui.customers.detail_edit import DetailEdit
from medusa_console.ui.customers.email_field import EmailField
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.text import shown
from medusa_console.ui.words.errors import explain


class CustomerFields(QWidget):
    """The fields of `edited`, or with None of a new guest.

    Signals:
        changed: the user typed.
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
        self.email = EmailField(tasks, email_matches, self._describe, email=self.before.email)
        self.email.changed.connect(self._on_email)
        self._old_stays = PlainLabel(
            self.tr("The sign-in email does not follow: they go on signing in with the old one."),
            role="caution",
            wrap=True,
            name="email.oldStays",
        )
        self._old_stays.hide()
        self._edits: dict[str, DetailEdit] = {}
        self._fields: dict[str, Field] = {}
        for field, label, text, name in (
            ("first_name", self.tr("First name"), self.before.first_name, "firstName"),
            ("last_name", self.tr("Last name"), self.before.last_name, "lastName"),
            ("phone", self.tr("Phone"), self.before.phone, "phone"),
            ("company_name", self.tr("Company"), self.before.company_name, "company"),
        ):
            edit = self._edits[field] = DetailEdit(text)
            self._fields[field] = Field(label, edit, name=name)
            edit.textChanged.connect(self._fields[field].clear_error)
            edit.textChanged.connect(self.changed)
        first, last, phone, company = self._fields.values()
        rows = (row(first, last, equal=True), row(phone, company, equal=True))
        self.setLayout(column(self.email, self._old_stays, *rows))

    @property
    def value(self) -> CustomerDetails:
        """The details without spaces around them; what is unedited stays exactly as it was."""
        texts = {field: edit.value for field, edit in self._edits.items()}
        return replace(self.before, email=self.email.value, **texts)

    def check(self) -> bool:
        """Whether the email can be sent; if not, its field says why. A guest needs no email, and an
        unedited email is not checked."""
        email = self.email.value
        if email == self.before.email or not (email or self._has_account):
            return True
        return self.email.check()

    def refuse(self, error: Invalid) -> bool:
        """Show `error` beneath the field that it is about, which gets the focus; returns False if
        there is no such field."""
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
        """While locked, no field can be edited."""
        for edit in (self.email.edit, *self._edits.values()):
            edit.setReadOnly(locked)

    def _on_email(self) -> None:
        self._old_stays.setVisible(self._has_account and self.email.value != self.before.email)
        self.changed.emit()

    def _describe(self, found: EmailMatches) -> str:
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
