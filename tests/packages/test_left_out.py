"""What the bundle leaves out: the lists of packaging/left_out.py, and what is told of them."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import left_out
import pytest

ROOT = Path(__file__).resolve().parents[2]
QT = "PySide6/Qt"


@pytest.mark.parametrize(
    "path",
    [
        f"{QT}/plugins/platforms/libqxcb.so",
        f"{QT}/plugins/platforms/libqwayland.so",
        f"{QT}/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        f"{QT}/plugins/platforms/libqcocoa.dylib",
        f"{QT}/plugins/platformthemes/libqxdgdesktopportal.so",
        f"{QT}/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        f"{QT}/plugins/wayland-shell-integration/libxdg-shell.so",
        f"{QT}/plugins/iconengines/libqsvgicon.so",
        f"{QT}/plugins/imageformats/libqsvg.so",
        f"{QT}/translations/qtbase_de.qm",
        f"{QT}/lib/libQt6Network.so.6",
        f"{QT}/lib/libQt6DBus.so.6",
        "libxcb-cursor.so.0",
        "libssl.so.3",
        "resources/i18n/medusa_console_de.qm",
    ],
)
def test_what_is_needed_stays(path: str) -> None:
    assert left_out.kept(path, {"de", "en"})


@pytest.mark.parametrize(
    "path",
    [
        f"{QT}/plugins/platformthemes/libqgtk3.so",
        f"{QT}/plugins/platforms/libqeglfs.so",
        "PySide6\\plugins\\platforms\\qdirect2d.dll",
        f"{QT}/plugins/tls/libqopensslbackend.so",
        f"{QT}/plugins/imageformats/libqpdf.so",
        f"{QT}/translations/qtbase_fr.qm",
        f"{QT}/translations/qt_help_de.qm",
        f"{QT}/lib/libQt6Qml.so.6",
        f"{QT}/lib/libQt6QuickWidgets.so.6",
        "libX11.so.6",
        "libstdc++.so.6",
    ],
)
def test_what_nobody_uses_goes(path: str) -> None:
    assert not left_out.kept(path, {"de", "en"})


def test_a_library_goes_with_the_last_that_needs_it() -> None:
    loads = {
        "xcb": ["libxcb-cursor.so.0", "libQt6Gui.so.6"],
        "cursor": ["libxcb-image.so.0"],
        "image": [],
        "gui": ["libicu.so"],
        "icu": [],
        "orphan": ["libgtk.so"],
        "gtk": ["libxcb-image.so.0"],
        "python": [],
        "extension": [],
    }
    files = {
        f"{QT}/plugins/platforms/libqxcb.so": "xcb",
        "libxcb-cursor.so.0": "cursor",
        "libxcb-image.so.0": "image",
        f"{QT}/lib/libQt6Gui.so.6": "gui",
        f"{QT}/lib/libicu.so": "icu",
        "liborphan.so.1": "orphan",
        "libgtk.so": "gtk",
        "libpython3.11.so.1.0": "python",
        "python3.11/lib-dynload/_ssl.so": "extension",
    }
    gone = set(files) - left_out.needed(files, loads.__getitem__)
    assert gone == {"liborphan.so.1", "libgtk.so"}


def test_a_library_that_nobody_brings_is_named() -> None:
    wanted = ["libX11.so.6", "libm.so.6", "libxcb-cursor.so.0", "libxcb-image.so.0"]
    assert left_out.missing(["libxcb-image.so.0"], wanted) == ["libxcb-cursor.so.0"]


def test_nothing_that_the_program_imports_is_left_out() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "medusa_console").rglob("*.py")]
    code = "\n".join(sources)
    for module in left_out.MODULES:
        assert f"from {module} import" not in code, module
        assert f"import {module}\n" not in code, module


def test_the_readme_tells_all_that_is_left_out_and_why() -> None:
    told = (ROOT / "packaging/README.md").read_text(encoding="utf-8")
    for part in left_out.PARTS:
        assert f"| {part.name} | {part.why} |" in told, part.name
    for reason in set(left_out.MODULES.values()):
        names = ", ".join(f"`{name}`" for name, why in left_out.MODULES.items() if why == reason)
        assert f"| {names} | {reason} |" in told, reason


def test_the_packages_name_every_library_of_the_system_that_the_start_asks_for() -> None:
    assert importlib.util.find_spec("left_out") is not None
    packages = " ".join(left_out.SYSTEM.values()).split()
    said = (ROOT / "medusa_console/__main__.py").read_text(encoding="utf-8")
    for package in ("libegl1", "libgl1", "libx11-6", "libxkbcommon0", "libfontconfig1"):
        assert package in packages
        assert package in said
