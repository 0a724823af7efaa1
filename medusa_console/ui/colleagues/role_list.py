"""A list of roles, each to be ticked."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from medusa_console.domain.permissions import Role
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.style import set_style, when_styled
from medusa_console.ui.kit.text import shown, tooltip
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.words import colleagues as words

_HEIGHT = 132
_LONGEST = 2_000
_ROLE = Qt.ItemDataRole.UserRole


class RoleList(QListWidget):
    """A row has room for the beginning of a description; `about`, which belongs beneath the list,
    shows all of the current role's, because a tooltip is for the mouse alone.

    Signals:
        ticked: a role was ticked, or is no longer.
    """

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("roles")
        self.setAccessibleName(self.tr("Roles"))
        self.setFixedHeight(scaled(_HEIGHT))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_style(self, list="rows")
        self.about = PlainLabel(role="secondary", wrap=True, name="roles.about")
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        when_styled(self.about, self._keep_room)
        self.itemChanged.connect(lambda _: self.ticked.emit())
        self.currentItemChanged.connect(lambda *_: self._show_about())

    def show_roles(self, roles: Iterable[Role], chosen: Iterable[str]) -> None:
        """List `roles`, each once, with the `chosen` ones (ids) ticked."""
        on = frozenset(chosen)
        self.blockSignals(True)
        self.clear()
        for role in {role.id: role for role in roles}.values():
            name = words.role(role)
            about = role.id if role.deleted else shown(role.description or "", limit=200)
            item = QListWidgetItem(f"{name}: {about}" if about else name)
            item.setToolTip(tooltip(role.description or ""))
            told = "" if role.deleted else role.description or ""
            whole = shown(told, limit=_LONGEST)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, whole)
            item.setData(_ROLE, role.id)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            state = Qt.CheckState.Checked if role.id in on else Qt.CheckState.Unchecked
            item.setCheckState(state)
            self.addItem(item)
        self.blockSignals(False)
        if self.count() and self.currentRow() < 0:
            self.setCurrentRow(0)
        self._show_about()

    def _keep_room(self) -> None:
        self.about.setMinimumHeight(2 * self.about.fontMetrics().lineSpacing())

    def _show_about(self) -> None:
        item = self.currentItem()
        whole = item.data(Qt.ItemDataRole.AccessibleDescriptionRole) if item is not None else ""
        self.about.setText(whole)

    @property
    def chosen(self) -> frozenset[str]:
        """The ids of the ticked roles."""
        items = (self.item(row) for row in range(self.count()))
        return frozenset(
            str(item.data(_ROLE)) for item in items if item.checkState() is Qt.CheckState.Checked
        )
