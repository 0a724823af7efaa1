"""A table of what an account may do: a line for each resource, a column for each operation."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.sign import Sign
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import EIGHT, TWENTY_FOUR

_SIGN = 16


class PermissionTable(QWidget):
    """`rows` are the words for a resource and the operations that are allowed with it."""

    def __init__(self, rows: Iterable[tuple[str, set[str]]]) -> None:
        super().__init__()
        self.setObjectName("account.permissions")
        operations = {
            "read": self.tr("View"),
            "create": self.tr("Create"),
            "update": self.tr("Edit"),
            "delete": self.tr("Delete"),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(TWENTY_FOUR))
        grid.setVerticalSpacing(scaled(EIGHT))
        grid.setColumnStretch(0, 1)
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        for column, words in enumerate(operations.values(), 1):
            grid.addWidget(PlainLabel(words, role="secondary"), 0, column, middle)
        for line, (resource, allowed) in enumerate(rows, 1):
            grid.addWidget(PlainLabel(resource), line, 0)
            for column, (operation, words) in enumerate(operations.items(), 1):
                sign = self._sign(resource, words, allowed=operation in allowed)
                grid.addWidget(sign, line, column, middle)

    def _sign(self, resource: str, operation: str, *, allowed: bool) -> Sign:
        sign = Sign(scaled(_SIGN))
        colour = attrgetter("good" if allowed else "muted")
        sign.show_icon(("check" if allowed else "minus", colour))
        words = (
            self.tr("{resource}, {operation}: allowed")
            if allowed
            else self.tr("{resource}, {operation}: not allowed")
        ).format(resource=resource, operation=operation)
        sign.setAccessibleName(words)
        sign.setToolTip(words)
        return sign
