"""What the Help menu shows: where data is kept, and diagnostics."""

from __future__ import annotations

import platform
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from medusa_console import __version__
from medusa_console.domain.preferences import Preferences
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.theme_tokens import FOUR

if TYPE_CHECKING:
    from medusa_console.domain.permissions import Permissions

_WIDTH = 480


class DataPlaces(QDialog):
    """Says what is kept where, and opens the data folder."""

    def __init__(self, parent: QWidget, folder: Path) -> None:
        super().__init__(parent)
        heading = self.tr("Where data is kept")
        self.setObjectName("dataPlaces")
        self.setWindowTitle(heading)
        parts = (
            (
                self.tr("In the data folder"),
                self.tr(
                    "Stores, settings, the log, the demo store, and which keys are not yet "
                    "confirmed as saved. Never a key, a password or a session."
                ),
            ),
            (
                self.tr("In the system keyring"),
                self.tr(
                    "Sessions you chose to keep, passwords of proxies, and keys you saved there."
                ),
            ),
            (
                self.tr("Nowhere on this computer"),
                self.tr("Keys, customers' passwords, and what you search for."),
            ),
        )
        path = PlainLabel(str(folder), role="muted", wrap=True, name="dataFolder")
        body = [PlainLabel(heading, role="title")]
        lines = [
            column(PlainLabel(title, role="strong"), PlainLabel(text, wrap=True), spacing=FOUR)
            for title, text in parts
        ]
        lines[0].addWidget(path)
        show = push_button(
            self.tr("Open data folder"),
            lambda: open_folder(folder),
            icon="folder",
            name="openFolder",
        )
        close = push_button(self.tr("Close"), self.accept, name="close")
        fill(self, None, (*body, *lines), left=(show,), right=(close,), width=_WIDTH)
        close.setFocus()


def open_folder(folder: Path) -> None:
    """Show `folder`, which also holds the log, in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def diagnostics(
    folder: Path, preferences: Preferences, stores: int, permissions: Permissions | None
) -> str:
    """What helps to find a fault. No store, account, key or path tells who the user is.

    `stores` is their number; `permissions` are those at the store in front, None without a session.
    """
    screens = ", ".join(
        f"{screen.size().width()}×{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    return "\n".join(
        (
            f"Medusa Console {__version__}",
            f"Python {platform.python_version()}, Qt {qVersion()}",
            f"{platform.system()} {platform.release()}, {QGuiApplication.platformName()}",
            f"Screens: {screens}",
            f"Data folder: {_without_home(folder)}",
            f"Stores: {stores}",
            f"Permissions: {_granted(permissions)}",
            f"Appearance {preferences.appearance}, density {preferences.density}, "
            f"clipboard {preferences.clipboard_seconds} s, lock {preferences.idle_minutes} min",
        )
    )


def _without_home(folder: Path) -> str:
    """The folder below the home folder, whose name may be the user's; elsewhere, its name alone."""
    try:
        return (Path("~") / folder.relative_to(Path.home())).as_posix()
    except (ValueError, RuntimeError):
        return folder.name


def _granted(permissions: Permissions | None) -> str:
    if permissions is None:
        return "no session"
    if permissions.granted is not None:
        where = "looked up at each request" if permissions.per_request else "held by the token"
        return f"{len(permissions.granted)} granted by roles (RBAC), {where}"
    return {
        True: "not known, roles (RBAC) are on",
        False: "roles (RBAC) are off",
        None: "not known, nor whether roles (RBAC) are on",
    }[permissions.rbac]
