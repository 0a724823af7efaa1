"""The name, environment and group of a store, and whether the store is read-only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QWidget

from medusa_console.domain.defaults import Defaults
from medusa_console.domain.key_health import OLDEST_AGE
from medusa_console.domain.store import Environment, Store
from medusa_console.ui.kit.check_box import CheckBox
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.spin_box import spin_box
from medusa_console.ui.kit.theme_tokens import FOUR
from medusa_console.ui.words import labels

_LONGEST = 80
_ENVIRONMENTS = (Environment.LIVE, Environment.STAGING, Environment.DEVELOPMENT)


class StoreFields(QWidget):
    """The fields of `store`, with its `address` below the name. `groups` are offered to choose.
    What `defaults` fix cannot be changed."""

    def __init__(
        self, store: Store, groups: Sequence[str], address: QWidget, defaults: Defaults
    ) -> None:
        super().__init__()
        self._store = store
        self._name = LineEdit(store.name)
        self._name.setMaxLength(_LONGEST)
        self._name.setPlaceholderText(self.tr("e.g. Northwind EU"))
        self._name_field = Field(self.tr("Name"), self._name, name="storeName")
        self._environment = QComboBox()
        self._environment.addItems([labels.environment(kind) for kind in _ENVIRONMENTS])
        self._environment.setCurrentIndex(_ENVIRONMENTS.index(store.environment))
        self._group = QComboBox()
        group = LineEdit()
        self._group.setLineEdit(group)
        group.setAccessibleName(self.tr("Group"))  # a screen reader finds it within the box
        group.setMaxLength(_LONGEST)
        group.setPlaceholderText(self.tr("None"))
        self._group.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._group.addItems(["", *groups])
        self._group.setCurrentText(store.group)
        self._read_only = CheckBox(self.tr("Read-only on this computer"))
        self._read_only.setObjectName("storeReadOnly")
        self._read_only.setChecked(store.read_only)
        is_fixed = defaults.fixes_read_only(store)
        self._read_only.setDisabled(is_fixed)
        self._age = spin_box((1, OLDEST_AGE), store.key_age_days)
        age = Field(
            self.tr("Secret keys are old after (days)"),
            self._age,
            name="storeKeyAge",
            hint=self.tr("Older keys get a mark in the list."),
            across=True,
        )
        kinds = row(
            Field(self.tr("Environment"), self._environment, name="storeEnvironment"),
            Field(self.tr("Group"), self._group, name="storeGroup"),
            equal=True,
        )
        live = _hint(
            self.tr(
                "Live stores get a red frame and extra confirmations. If in doubt, choose Live."
            )
        )
        what = self.tr(
            "You can sign in and look. Nothing in the store can be changed from this computer."
        )
        told = f"{labels.set_by_administrator()}. {what}" if is_fixed else what
        self._read_only.setAccessibleDescription(told if is_fixed else "")
        unsent = _hint(told)
        self.setLayout(
            column(
                self._name_field,
                address,
                column(kinds, live, spacing=FOUR),
                column(self._read_only, unsent, spacing=0),
                age,
            )
        )

    def value(self) -> Store | None:
        """The store with these values; None without a name, whose field then shows the error."""
        name = self._name.text().strip()
        if not name:
            self._name_field.show_error(self.tr("Enter a name. It appears in every title bar."))
            self._name.setFocus()
            return None
        return replace(
            self._store,
            name=name,
            environment=_ENVIRONMENTS[self._environment.currentIndex()],
            group=self._group.currentText().strip(),
            read_only=self._read_only.isChecked(),
            key_age_days=self._age.value(),
        )

    def focus_first(self) -> None:
        """Put the focus into the first field."""
        self._name.setFocus()


def _hint(text: str) -> PlainLabel:
    return PlainLabel(text, role="secondary", wrap=True)
