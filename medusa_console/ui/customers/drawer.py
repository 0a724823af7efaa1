"""The drawer of one customer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from medusa_console.domain.customer import Customer
from medusa_console.domain.errors import ConsoleError, NotMedusa, TooBig
from medusa_console.ui.customers.facts import CustomerFacts
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import icon_button
from medusa_console.ui.kit.fact_list import Fact
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import row
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR
from medusa_console.ui.records.drawer import Drawer
from medusa_console.ui.words import labels
from medusa_console.ui.words.errors import explain


class CustomerDetail(Drawer):
    """Shows the email below the name. Addresses and metadata arrive later than the rest."""

    def __init__(self, facts: CustomerFacts) -> None:
        super().__init__()
        self._facts_of = facts
        self._address = ""
        self._email = PlainLabel(wrap=True, role="muted", name="drawer.email")
        self._email.setContentsMargins(0, FOUR, 0, FOUR)
        self._copy = icon_button("copy", self.tr("Copy email"), self._on_copy, name="copyEmail")
        line = row(self._email, self._copy, spacing=EIGHT)
        line.setStretch(0, 1)
        line.setAlignment(self._copy, Qt.AlignmentFlag.AlignTop)
        self._line = QWidget()
        self._line.setLayout(line)
        self._above.addWidget(self._line)

    def show_customer(
        self, listed: Customer, whole: Customer | None, unread: ConsoleError | None = None
    ) -> None:
        """Show the customer as `listed`, and with addresses and metadata once `whole` is read.
        `unread` is why those could not be read."""
        self._address = listed.email or ""
        title = listed.name or self.tr("(no name)")
        self._email.setText(shown(self._address))
        self._line.setVisible(bool(self._address))
        more = self._facts_of.more(whole) if whole is not None else []
        if unread is not None:
            more = [Fact(self.tr("Details"), self._why_not(unread))]
        self.show_facts(title, self._facts_of.facts(listed, more))

    def _buttons_above(self) -> Sequence[QWidget]:
        return (self._copy,)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        announce(self, self.tr("Email copied"))

    def _why_not(self, error: ConsoleError) -> str:
        if isinstance(error, TooBig):
            size = labels.data_size(error.limit)
            return self.tr(
                "Can't read addresses and metadata. They are larger than {size}."
            ).format(size=size)
        if not isinstance(error, NotMedusa):
            return self.tr("Can't read addresses and metadata. {why}").format(
                why=explain(error).sentence
            )
        # Customers write their own metadata, of any form.
        return self.tr(
            "Can't read addresses and metadata. The server sent them in an unexpected format."
        )
