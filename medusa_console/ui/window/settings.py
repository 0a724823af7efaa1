"""The settings: clipboard and lock times, appearance, language, reminders, and the data folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from medusa_console import __version__
from medusa_console.domain.defaults import NO_DEFAULTS, Defaults
from medusa_console.domain.preferences import (
    LONGEST_CLIPBOARD_SECONDS,
    LONGEST_IDLE_MINUTES,
    SHORTEST_CLIPBOARD_SECONDS,
    Appearance,
    Density,
    Reminders,
)
from medusa_console.services.stores import PreferenceBook
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.spin_box import spin_box
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import TWENTY_FOUR
from medusa_console.ui.kit.translations import Languages, native_name
from medusa_console.ui.window.help import open_folder
from medusa_console.ui.words.labels import set_by_administrator

_CHOICE_WIDTH = 180

V = TypeVar("V")


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
        defaults: Defaults = NO_DEFAULTS,
    ) -> None:
        """`languages` are those to choose from. While `barred`, the times cannot be changed, nor
        what `defaults` fix."""
        super().__init__(parent)
        self._preferences = preferences
        self._diagnostics = diagnostics
        heading = self.tr("Settings")
        self.setObjectName("settings")
        self.setWindowTitle(heading)
        sections = column(
            PlainLabel(heading, role="title"),
            self._security(barred=barred, defaults=defaults),
            self._look(languages),
            self._reminders(),
            self._program(folder),
            spacing=TWENTY_FOUR,
        )
        show_folder = push_button(
            self.tr("Open data folder"),
            partial(open_folder, folder),
            icon="folder",
            name="openFolder",
        )
        copy = push_button(
            self.tr("Copy diagnostics"), self._copy_diagnostics, icon="copy", name="diagnostics"
        )
        close = push_button(self.tr("Close"), self.accept, name="close")
        fill(self, None, (sections,), left=(show_folder, copy), right=(close,))
        (self._seconds if self._seconds.isEnabled() else self._appearance).setFocus()

    def _security(self, *, barred: bool, defaults: Defaults) -> QVBoxLayout:
        value = self._preferences.value
        bar = PlainLabel(
            self.tr("Unlock a store to change the times."), role="caution", wrap=True, name="barred"
        )
        bar.setVisible(barred)
        seconds = (SHORTEST_CLIPBOARD_SECONDS, LONGEST_CLIPBOARD_SECONDS)
        self._seconds = spin_box(seconds, value.clipboard_seconds, suffix=self.tr(" s"))
        self._seconds.valueChanged.connect(lambda seconds: self._change(clipboard_seconds=seconds))
        idle = spin_box((0, LONGEST_IDLE_MINUTES), value.idle_minutes, suffix=self.tr(" min"))
        idle.setSpecialValueText(self.tr("Off"))  # for 0
        idle.valueChanged.connect(lambda minutes: self._change(idle_minutes=minutes))
        fixed = defaults.clipboard_seconds is not None, defaults.idle_minutes is not None
        for box, is_fixed in zip((self._seconds, idle), fixed, strict=True):
            box.setDisabled(barred or is_fixed)
        by_admin = set_by_administrator()
        when = self.tr(
            "Locks after this long without input; 0 turns it off. Stores also lock when "
            "the computer sleeps and, on Linux, when the screen is locked."
        )
        return _section(
            self.tr("Security"),
            bar,
            Field(
                self.tr("Clear copied keys after"),
                self._seconds,
                name="clipboardSeconds",
                hint=by_admin if fixed[0] else "",
                across=True,
            ),
            Field(
                self.tr("Lock after"),
                idle,
                name="idleMinutes",
                hint=f"{by_admin}. {when}" if fixed[1] else when,
                across=True,
            ),
        )

    def _look(self, languages: Languages) -> QVBoxLayout:
        value = self._preferences.value
        self._appearance = _choice(
            {
                Appearance.SYSTEM: self.tr("System"),
                Appearance.LIGHT: self.tr("Light"),
                Appearance.DARK: self.tr("Dark"),
            },
            value.appearance,
            lambda appearance: self._change(appearance=appearance),
        )
        density = _choice(
            {
                Density.COMFORTABLE: self.tr("Comfortable"),
                Density.COMPACT: self.tr("Compact"),
            },
            value.density,
            lambda density: self._change(density=density),
        )
        language = _choice(
            {"": self.tr("System"), **{code: native_name(code) for code in languages}},
            value.language,
            lambda code: self._change(language=code),
        )
        return _section(
            self.tr("Look and language"),
            Field(self.tr("Appearance"), self._appearance, name="appearance", across=True),
            Field(self.tr("Density"), density, name="density", across=True),
            Field(
                self.tr("Language"),
                language,
                name="language",
                hint=self.tr("A change applies when you next start Medusa Console."),
                across=True,
            ),
        )

    def _reminders(self) -> QVBoxLayout:
        choice = _choice(
            {
                Reminders.OFF: self.tr("Off"),
                Reminders.WITHOUT_NAMES: self.tr("Without names"),
                Reminders.WITH_NAMES: self.tr("With key and store names"),
            },
            self._preferences.value.reminders,
            lambda wanted: self._change(reminders=wanted),
        )
        return _section(
            self.tr("Reminders"),
            Field(
                self.tr("Desktop reminders"),
                choice,
                name="reminders",
                hint=self.tr(
                    "A week and a day before a key ends, the desktop shows a notification. "
                    "Reminders appear only while Medusa Console is open."
                ),
                across=True,
            ),
        )

    def _program(self, folder: Path) -> QVBoxLayout:
        return _section(
            self.tr("Program"),
            Field(self.tr("Data folder"), PlainLabel(str(folder), wrap=True, name="dataFolder")),
            PlainLabel(
                self.tr("Medusa Console {version}").format(version=__version__), role="secondary"
            ),
        )

    def _change(self, **changes: object) -> None:
        value = replace(self._preferences.value, **changes)  # type: ignore[arg-type]
        self._preferences.change(value)

    def _copy_diagnostics(self) -> None:
        QGuiApplication.clipboard().setText(self._diagnostics())
        announce(self, self.tr("Copied"))


def _section(title: str, *parts: QWidget) -> QVBoxLayout:
    return column(PlainLabel(title, role="card"), *parts)


def _choice(texts: Mapping[V, str], chosen: V, on_choice: Callable[[V], None]) -> QComboBox:
    """A menu of `texts`; a value that is not among them leaves the first one chosen."""
    values = tuple(texts)
    menu = QComboBox()
    menu.addItems(list(texts.values()))
    if chosen in values:
        menu.setCurrentIndex(values.index(chosen))
    menu.activated.connect(lambda index: on_choice(values[index]))
    menu.setMinimumWidth(scaled(_CHOICE_WIDTH))
    return menu
