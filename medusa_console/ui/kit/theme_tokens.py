"""The table of colours and sizes; no other module contains a hex value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtGui import QColor

from medusa_console.domain.preferences import Density
from medusa_console.domain.store import Environment

FOUR, EIGHT, TWELVE, SIXTEEN, TWENTY_FOUR = 4, 8, 12, 16, 24
"""The spacings, in logical pixels."""

RADIUS: Final = 7
CARD_RADIUS: Final = 10
BAR_HEIGHT: Final = 28
FRAME_WIDTH: Final = 3
ACCENT_BAR: Final = 3
DRAWER_WIDTH: Final = 312
NARROW, NARROWEST = 1100, 760
"""Widths of a window from which more is shown."""
CONTROL_HEIGHT: Final = 32
SMALL_CONTROL_HEIGHT: Final = 26
NOTICE_HEIGHT: Final = 52
TALLEST_SHARE: Final = 0.8
"""Of the window beneath a dialog, so that the store's own bar and name stay in sight."""
DESIGN_FONT_SIZE: Final = 13
"""The body size that this table's sizes were designed for; other body sizes scale them."""
ROW_HEIGHTS: Final = {Density.COMFORTABLE: 36, Density.COMPACT: 28}


@dataclass(frozen=True)
class Ink:
    """A background and its text colour."""

    ground: str
    text: str


@dataclass(frozen=True)
class Tokens:
    """Every colour of one appearance, as #RRGGBB."""

    window: str
    surface: str
    raised: str
    side: str
    border: str
    control: str
    hover: str
    neutral_soft: str
    text: str
    muted: str
    faint: str
    accent: str
    on_accent: str
    accent_soft: str
    good: str
    good_soft: str
    caution: str
    caution_soft: str
    danger: str
    on_danger: str
    danger_soft: str
    live: Ink
    staging: Ink
    development: Ink
    demo: Ink

    @property
    def accent_hover(self) -> str:
        """The primary button under the pointer."""
        return mixed(self.accent, self.text, 0.14)

    @property
    def accent_pressed(self) -> str:
        """The primary button while it is pressed."""
        return mixed(self.accent, self.text, 0.26)

    @property
    def danger_hover(self) -> str:
        """The solid danger button under the pointer."""
        return mixed(self.danger, self.text, 0.14)

    @property
    def danger_pressed(self) -> str:
        """The solid danger button while it is pressed."""
        return mixed(self.danger, self.text, 0.26)

    @property
    def disabled(self) -> str:
        """Text and edges of disabled controls."""
        return mixed(self.faint, self.surface, 0.4)

    def environment(self, environment: Environment) -> Ink:
        """The colours of a store's bar; never used for a status."""
        return {
            Environment.LIVE: self.live,
            Environment.STAGING: self.staging,
            Environment.DEVELOPMENT: self.development,
            Environment.DEMO: self.demo,
        }[environment]


LIGHT = Tokens(
    window="#F6F7F9",
    surface="#FFFFFF",
    raised="#FFFFFF",
    side="#FBFBFC",
    border="#E3E6EB",
    control="#7C8697",
    hover="#F1F2F5",
    neutral_soft="#EEF0F3",
    text="#171A1F",
    muted="#5B6577",
    faint="#606A7D",
    accent="#5B5BD6",
    on_accent="#FFFFFF",
    accent_soft="#EEEEFC",
    good="#13753A",
    good_soft="#E7F6EC",
    caution="#985200",
    caution_soft="#FEF3DD",
    danger="#B42318",
    on_danger="#FFFFFF",
    danger_soft="#FDE7E4",
    live=Ink("#B42318", "#FFFFFF"),
    staging=Ink("#F5B800", "#1A1400"),
    development=Ink("#1F5FA8", "#FFFFFF"),
    demo=Ink("#0F6B63", "#FFFFFF"),
)

DARK = Tokens(
    window="#111318",
    surface="#181B21",
    raised="#1E222A",
    side="#14171C",
    border="#2A2F39",
    control="#6E7787",
    hover="#20242C",
    neutral_soft="#23272F",
    text="#ECEEF2",
    muted="#9AA4B2",
    faint="#8A94A2",
    accent="#8B8BF5",
    on_accent="#0E0F14",
    accent_soft="#26274A",
    good="#4ADE80",
    good_soft="#12291B",
    caution="#FBBF24",
    caution_soft="#2E2410",
    danger="#FF8A66",
    on_danger="#0E0F14",
    danger_soft="#38190F",
    live=Ink("#CF3226", "#FFFFFF"),
    staging=Ink("#F5B800", "#1A1400"),
    development=Ink("#2B6CB8", "#FFFFFF"),
    demo=Ink("#13796F", "#FFFFFF"),
)


def _contrasting(tokens: Tokens, edge: str) -> Tokens:
    """For users who ask the system for more contrast: no grey text, and edges everywhere."""
    return replace(
        tokens,
        border=tokens.control,
        control=edge,
        muted=tokens.text,
        faint=tokens.text,
    )


LIGHT_CONTRASTING = _contrasting(LIGHT, "#171A1F")
DARK_CONTRASTING = _contrasting(DARK, "#ECEEF2")


def mixed(first: str, second: str, share: float) -> str:
    """`first` with `share` (0 to 1) of `second`, as #RRGGBB."""
    a, b = QColor(first), QColor(second)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    ).name()
