"""What the packages tell a system: menu entry, metadata, manual, icons, signing, workflow."""

from __future__ import annotations

import configparser
import plistlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from medusa_console.ui.kit.translations import languages

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
LINUX = PACKAGING / "linux"
PINS = sorted((ROOT / "requirements").glob("*.txt"))


def options() -> set[str]:
    """Those that `--help` tells."""
    told = subprocess.run(
        [sys.executable, ROOT / "main.py", "--help"], capture_output=True, text=True, check=True
    )
    return set(re.findall(r"(--[a-z-]+)", told.stdout)) - {"--help"}


def entry() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[method-assign,assignment]
    parser.read(LINUX / "medusa-console.desktop", encoding="utf-8")
    return parser


def test_the_menu_entry_asks_for_what_the_program_can() -> None:
    menu = entry()
    commands = [menu[section]["Exec"].split() for section in menu.sections()]
    assert [command[0] for command in commands] == ["medusa-console"] * 3
    assert {word for command in commands for word in command[1:]} <= options()
    actions = menu["Desktop Entry"]["Actions"].rstrip(";").split(";")
    assert menu.sections() == ["Desktop Entry", *(f"Desktop Action {one}" for one in actions)]


def test_the_menu_entry_speaks_every_language_of_the_program() -> None:
    menu = entry()
    for language in languages():
        if language != "en":
            for section in menu.sections():
                name = "GenericName" if section == "Desktop Entry" else "Name"
                assert menu[section][f"{name}[{language}]"]


def test_windows_offers_the_same() -> None:
    script = (PACKAGING / "windows/medusa-console.iss").read_text(encoding="utf-8")
    assert set(re.findall(r"--[a-z-]+", script)) == {"--leak-desk", "--demo", "--forget"}


def test_the_manual_tells_every_option() -> None:
    manual = (LINUX / "medusa-console.1").read_text(encoding="utf-8").replace("\\-", "-")
    assert set(re.findall(r"--[a-z-]+", manual)) == options() | {"--help"}


def test_the_metadata_has_no_address() -> None:
    tree = ElementTree.parse(LINUX / "medusa-console.metainfo.xml")  # noqa: S314  # our own
    assert tree.findtext("id") == "medusa-console"
    assert tree.findtext("launchable") == "medusa-console.desktop"
    text = (LINUX / "medusa-console.metainfo.xml").read_text(encoding="utf-8")
    assert "://" not in text


def test_a_signed_bundle_for_macos_may_do_two_things_more_than_others() -> None:
    allowed = plistlib.loads((PACKAGING / "macos/entitlements.plist").read_bytes())
    assert allowed == {
        "com.apple.security.cs.allow-unsigned-executable-memory": True,
        "com.apple.security.cs.disable-library-validation": True,
    }


def test_the_workflow_only_calls_the_release() -> None:
    text = (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")
    assert re.findall(r"- run: (.*)", text) == ["${{ matrix.as }} python packaging/release"]
    assert "not run here" in text.lower()


@pytest.mark.parametrize("pins", PINS, ids=lambda path: path.name)
def test_requirements_are_hashes_and_no_addresses(pins: Path) -> None:
    text = pins.read_text(encoding="utf-8")
    assert "://" not in text
    wanted = re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE)
    parts = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert len(parts) == len(wanted)
    assert all("--hash=sha256:" in part for part in parts)


def test_what_is_built_holds_the_versions_that_are_tested() -> None:
    app, build = (
        dict(re.findall(r"^([a-z0-9-]+)==(\S+)", path.read_text(), re.MULTILINE))
        for path in (ROOT / "requirements/app.txt", ROOT / "requirements/build.txt")
    )
    assert app.items() <= build.items()
