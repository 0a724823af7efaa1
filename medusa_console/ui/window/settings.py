"""The settings: clipboard and lock times, appearance, and the data folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialog, QSpinBox, QVBoxLayout, QWidget

from medusa_console import __version__
from medusa_console.domain.preferences import (
    LONGEST_CLIPBOARD_SECONDS,
    LONGEST_IDLE_MINUTES,
    SHORTEST_CLIPBOARD_SECONDS,
    Appearance,
    Density,
)
from medusa_console.services.stores import PreferenceBook
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import TWENTY_FOUR
from medusa_console.ui.kit.translations import Languages, native_name
from medusa_console.ui.window.help import open_folder

_APPEARANCES = (Appearance.SYSTEM, Appearance.LIGHT, Appearance.DARK)
_CHOICE_WIDTH, _NUMBER_WIDTH = 180, 96
_DENSITIES = (Density.COMFORTABLE, Density.COMPACT)


class SettingsDialog(QDialog):
    """Applies and saves every change at once."""

    def __init__(
        self,
        parent: QWidget,
        preferences: PreferenceBook,
        folder: Path,
        languages: Languages,
        diagnostics: Callable[[], str],
        *,
        barred: bool,
    ) -> None:
        """`languages` are those to choose from. While `barred`, the times cannot be changed."""
        super().__init__(parent)
        self._preferences = preferences
        self._diagnostics = diagnostics
        heading = self.tr("Settings")
        self.setObjectName("settings")
        self.setWindowTitle(heading)
        value = preferences.value
        seconds = (SHORTEST_CLIPBOARD_SECONDS, LONGEST_CLIPBOARD_SECONDS)
        self._seconds = _spin_box(seconds, self.tr(" s"), value.clipboard_seconds)
        self._seconds.valueChanged.connect(lambda seconds: self._change(clipboard_seconds=seconds))
        self._idle = _spin_box((0, LONGEST_IDLE_MINUTES), self.tr(" min"), value.idle_minutes)
        self._idle.setSpecialValueText(self.tr("Off"))  # for 0
        self._idle.valueChanged.connect(lambda minutes: self._change(idle_minutes=minutes))
        self._appearance = QComboBox()
        self._appearance.addItems([self.tr("System"), self.tr("Light"), self.tr("Dark")])
        self._appearance.setCurrentIndex(_APPEARANCES.index(value.appearance))
        self._appearance.activated.connect(
            lambda index: self._change(appearance=_APPEARANCES[index])
        )
        self._density = QComboBox()
        self._density.addItems([self.tr("Comfortable"), self.tr("Compact")])
        self._density.setCurrentIndex(_DENSITIES.index(value.density))
        self._density.activated.connect(lambda index: self._change(density=_DENSITIES[index]))
        # The code of each language in the list; "" for the system's.
        self._codes = ("", *languages)
        self._language = QComboBox()
        self._language.addItems([self.tr("System"), *map(native_name, languages)])
        if value.language in languages:
            self._language.setCurrentIndex(self._codes.index(value.language))
        self._language.activated.connect(lambda index: self._change(language=self._codes[index]))
        data = PlainLabel(str(folder), wrap=True, name="dataFolder")
        show_folder = push_button(
            self.tr("Open data folder"),
            partial(open_folder, folder),
            icon="folder",
            name="openFolder",
        )
        copy = push_button(
            self.tr("Copy diagnostics"), self._copy_diagnostics, icon="copy", name="diagnostics"
        )
        bar = PlainLabel(
            self.tr("Unlock a store to change the times."), role="caution", wrap=True, name="barred"
        )
        bar.setVisible(barred)
        for box in (self._seconds, self._idle):
            box.setDisabled(barred)
        close = push_button(self.tr("Close"), self.accept, name="close")
        for choice in (self._appearance, self._density, self._language):
            choice.setMinimumWidth(scaled(_CHOICE_WIDTH))
        for number in (self._seconds, self._idle):
            number.setMinimumWidth(scaled(_NUMBER_WIDTH))
        security = _section(
            self.tr("Security"),
            bar,
            Field(
                self.tr("Clear copied keys after"),
                self._seconds,
                name="clipboardSeconds",
                across=True,
            ),
            Field(
                self.tr("Lock after"),
                self._idle,
                name="idleMinutes",
                hint=self.tr(
                    "Locks after this long without input; 0 turns it off. Stores also lock when "
                    "the computer sleeps and, on Linux, when the screen is locked."
                ),
                across=True,
            ),
        )
        look = _section(
            self.tr("Look and language"),
            Field(self.tr("Appearance"), self._appearance, name="appearance", across=True),
            Field(self.tr("Density"), self._density, name="density", across=True),
            Field(
                self.tr("Language"),
                self._language,
                name="language",
                hint=self.tr("A change applies when you next start Medusa Console."),
                across=True,
            ),
        )
        program = _section(
            self.tr("Program"),
            Field(self.tr("Data folder"), data),
            PlainLabel(
                self.tr("Medusa Console {version}").format(version=__version__), role="secondary"
            ),
        )
        sections = column(PlainLabel(heading, role="title"), security, look, program)
        sections.setSpacing(TWENTY_FOUR)
        fill(self, None, (sections,), left=(show_folder, copy), right=(close,))
        (self._appearance if barred else self._seconds).setFocus()

    def _change(self, **changes: object) -> None:
        value = replace(self._preferences.value, **changes)  # type: ignore[arg-type]
        self._preferences.change(value)

    def _copy_diagnostics(self) -> None:
        QGuiApplication.clipboard().setText(self._diagnostics())
        announce(self, self.tr("Copied"))


def _section(title: str, *parts: QWidget) -> QVBoxLayout:
    return column(PlainLabel(title, role="card"), *parts)


def _spin_box(bounds: tuple[int, int], suffix: str, value: int) -> QSpinBox:
    box = QSpinBox()
    line = LineEdit()
    box.setLineEdit(line)
    # The menu of the box would paste behind the line's back.
    line.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
    box.setRange(*bounds)
    box.setSuffix(suffix)
    box.setValue(value)
    return box
