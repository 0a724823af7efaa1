"""The appearance of the program: palette, style sheet and focus ring from one table, light or dark.

Painting code reads `tokens()`, which follows the application's palette; Qt repaints every widget
when the palette changes.
"""

from __future__ import annotations

import re
from dataclasses import asdict
from functools import lru_cache
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from medusa_console.domain.preferences import Appearance
from medusa_console.ui.kit import resources, theme_tokens
from medusa_console.ui.kit.focus_ring import FocusRing
from medusa_console.ui.kit.style import ConsoleStyle, settle
from medusa_console.ui.kit.theme_tokens import Tokens

_SCHEMES = {
    Appearance.SYSTEM: Qt.ColorScheme.Unknown,  # the desktop's
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
}
_LENGTH = re.compile(r"\b(\d+)px")
_WIDEST_LINE = 2
_TOKENS = "tokens"
"""The property of the application that holds the current colours."""


def tokens() -> Tokens:
    """The current colours, from which the application's palette was made."""
    qt = QGuiApplication.instance()
    chosen: Tokens | None = qt.property(_TOKENS) if qt is not None else None
    return chosen or theme_tokens.LIGHT


def fixed_font() -> QFont:
    """The system's fixed font, for keys and ids, at the size of the body text."""
    return QFont(_fixed_font(body_size()))


@lru_cache(maxsize=1)  # called for every cell with a key
def _fixed_font(size: int) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(size)
    for ligatures in ("calt", "liga"):  # coding fonts would join the *** of a redacted key
        font.setFeature(QFont.Tag(ligatures), 0)
    return font


def body_size() -> int:
    """The size of the system's own font, in logical pixels."""
    return _pixel_size(QApplication.font())


@lru_cache(maxsize=1)  # called several times for every painted cell
def _pixel_size(font: QFont) -> int:
    return QFontInfo(font).pixelSize()


def scaled(pixels: int) -> int:
    """A length of the design, scaled to the system's font; never smaller than designed."""
    return max(pixels, round(pixels * body_size() / theme_tokens.DESIGN_FONT_SIZE))


class Theme(QObject):
    """Styles the windows, and follows the desktop between light and dark.

    Signals:
        changed: another appearance is in force.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._appearance = Appearance.SYSTEM
        self._sheet = ""
        self._windows: list[QWidget] = []
        app.setStyle(ConsoleStyle())
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._restyle)
        hints.accessibility().contrastPreferenceChanged.connect(self._restyle)
        self._focus_ring = FocusRing(app, self)

    def apply(self, appearance: Appearance) -> None:
        """Switch to `appearance`."""
        if appearance is self._appearance and self._sheet:
            return  # any preference may have changed, and making the style sheet takes time
        self._appearance = appearance
        self._app.styleHints().setColorScheme(_SCHEMES[appearance])
        self._restyle()

    def style(self, window: QWidget) -> None:
        """Give `window`, and whatever opens over it, the style sheet, now and at every change.

        The application itself has none: Qt would style all parts of a page again at each step of
        its building, which takes twice as long as the building itself.
        """
        self._windows.append(window)
        window.setStyleSheet(self._sheet)
        settle(window)

    def _restyle(self) -> None:
        chosen = self._chosen()
        palette = _palette(chosen)
        sheet = _style_sheet(chosen)
        if palette == self._app.palette() and sheet == self._sheet:
            return
        self._sheet = sheet
        self._app.setProperty(_TOKENS, chosen)
        self._app.setPalette(palette)
        for window in self._windows:
            window.setStyleSheet(sheet)
        self.changed.emit()

    def _chosen(self) -> Tokens:
        hints = self._app.styleHints()
        dark = self._appearance is Appearance.DARK or (
            self._appearance is Appearance.SYSTEM and hints.colorScheme() == Qt.ColorScheme.Dark
        )
        high = Qt.ContrastPreference.HighContrast
        if hints.accessibility().contrastPreference() == high:
            return theme_tokens.DARK_CONTRASTING if dark else theme_tokens.LIGHT_CONTRASTING
        return theme_tokens.DARK if dark else theme_tokens.LIGHT


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.hover,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.raised,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.danger,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Light: tokens.raised,
        role.Midlight: tokens.border,
        role.Mid: tokens.control,
        role.Dark: tokens.control,
        role.Shadow: tokens.border,
    }
    disabled = {
        role.WindowText: tokens.disabled,
        role.Text: tokens.disabled,
        role.ButtonText: tokens.disabled,
        role.PlaceholderText: tokens.disabled,
        role.BrightText: tokens.disabled,
        role.HighlightedText: tokens.surface,
        role.Highlight: tokens.disabled,
        role.Accent: tokens.disabled,
        role.Mid: tokens.border,
        role.Button: tokens.neutral_soft,
    }
    palette = QPalette()
    for name, colour in colours.items():
        palette.setColor(name, QColor(colour))
    for name, colour in disabled.items():
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colour))
    return palette


def _style_sheet(tokens: Tokens) -> str:
    body = body_size()
    sizes = {
        "title": round(body * 20 / theme_tokens.DESIGN_FONT_SIZE),
        "card": round(body * 15 / theme_tokens.DESIGN_FONT_SIZE),
        "secondary": round(body * 12 / theme_tokens.DESIGN_FONT_SIZE),
        "radius": theme_tokens.RADIUS,
        "card_radius": theme_tokens.CARD_RADIUS,
        # Qt draws no radius that is more than half the height.
        "chip_radius": scaled(theme_tokens.SMALL_CONTROL_HEIGHT) // 2,
        "combo_box_height": scaled(theme_tokens.CONTROL_HEIGHT) - 8,
        "inner_height": scaled(theme_tokens.CONTROL_HEIGHT) - 2,
        "small_inner_height": scaled(theme_tokens.SMALL_CONTROL_HEIGHT) - 2,
        **{f"px{length}": scaled(length) for length in (4, 8, 10, 14, 16, 24, 28)},
    }
    derived = {
        "accent_hover": tokens.accent_hover,
        "accent_pressed": tokens.accent_pressed,
        "danger_hover": tokens.danger_hover,
        "danger_pressed": tokens.danger_pressed,
        "disabled": tokens.disabled,
    }
    names = {**asdict(tokens), **derived, **sizes}
    return Template(_LENGTH.sub(_grown, resources.read_text("app.qss"))).substitute(names)


def _grown(length: re.Match[str]) -> str:
    """A length of the sheet for the system's font; lines keep their width."""
    pixels = int(length[1])
    return f"{pixels if pixels <= _WIDEST_LINE else scaled(pixels)}px"
