"""What a store is called, what a mistake there would break, and where it stands in the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from medusa_console.domain.store import Environment, Store
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.theme_tokens import FOUR, TWELVE
from medusa_console.ui.words import labels

_LONGEST = 80
_ENVIRONMENTS = (Environment.LIVE, Environment.STAGING, Environment.DEVELOPMENT)


class StoreFields(QWidget):
    """The facts of `store`, with its `address` below the name. `groups` are offered as headings."""

    def __init__(self, store: Store, groups: Sequence[str], address: QWidget) -> None:
        super().__init__()
        self._store = store
        self._name = QLineEdit(store.name)
        self._name.setMaxLength(_LONGEST)
        self._name.setPlaceholderText(self.tr("Northwind EU"))
        self._name_field = Field(self.tr("Name"), self._name, name="storeName")
        self._name.textChanged.connect(self._name_field.clear_error)
        self._environment = QComboBox()
        self._environment.addItems([labels.environment(kind) for kind in _ENVIRONMENTS])
        self._environment.setCurrentIndex(_ENVIRONMENTS.index(store.environment))
        self._group = QComboBox()
        self._group.setEditable(True)
        if (typed := self._group.lineEdit()) is not None:  # a control of its own to a screen reader
            typed.setAccessibleName(self.tr("Group"))
        self._group.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._group.addItems(["", *groups])
        self._group.setCurrentText(store.group)
        if (edit := self._group.lineEdit()) is not None:
            edit.setMaxLength(_LONGEST)
            edit.setPlaceholderText(self.tr("none"))
        pair = QHBoxLayout()
        pair.setSpacing(TWELVE)
        for label, box, name in (
            (self.tr("Environment"), self._environment, "storeEnvironment"),
            (self.tr("Group"), self._group, "storeGroup"),
        ):
            pair.addWidget(Field(label, box, name=name), 1)
        self._read_only = QCheckBox(self.tr("Read-only on this computer"))
        self._read_only.setObjectName("storeReadOnly")
        self._read_only.setChecked(store.read_only)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TWELVE)
        layout.addWidget(self._name_field)
        layout.addWidget(address)
        environment = QVBoxLayout()
        environment.setSpacing(FOUR)
        environment.addLayout(pair)
        environment.addWidget(
            _hint(self.tr("Live stores are framed in red and ask twice. When in doubt: Live."))
        )
        layout.addLayout(environment)
        switch = QVBoxLayout()
        switch.setSpacing(0)
        switch.addWidget(self._read_only)
        switch.addWidget(
            _hint(self.tr("Whatever would change the store is not sent; signing in is."))
        )
        layout.addLayout(switch)

    def value(self) -> Store | None:
        """The store with these facts; None without a name, which is said beside the field."""
        name = self._name.text().strip()
        if not name:
            self._name_field.show_error(self.tr("Enter a name: it stands in every title bar."))
            self._name.setFocus()
            return None
        return replace(
            self._store,
            name=name,
            environment=_ENVIRONMENTS[self._environment.currentIndex()],
            group=self._group.currentText().strip(),
            read_only=self._read_only.isChecked(),
        )

    def focus_first(self) -> None:
        """Put the focus where the form begins."""
        self._name.setFocus()


def _hint(text: str) -> PlainLabel:
    return PlainLabel(text, role="secondary", wrap=True)
