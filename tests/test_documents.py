"""The documents say what is true: commands, links, packages, paths and keys."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from medusa_console.domain.defaults import NO_DEFAULTS
from medusa_console.services.defaults import KEYS, NAME, read_defaults
from medusa_console.ui.window.shortcuts import ShortcutsDialog
from tests.__main__ import PACKAGES
from tests.ui.driving import listed_shortcuts

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "medusa_console"
DOCUMENTS = sorted(
    {*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("*/README.md")},
)
ARCHITECTURE = ROOT / "docs" / "architecture.md"
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
SINGLE = {module.name for module in (ROOT / "tests").glob("test_*.py")}
LARGEST_PICTURE = 300_000
LOOKS = ("light", "dark")


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


README = text(ROOT / "README.md")


def section(title: str) -> str:
    """One section of the README, without its heading."""
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def anchors(document: Path) -> set[str]:
    """The headings of a document, as links name them."""
    headings = re.findall(r"^#+ (.+)$", text(document), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links(document: Path) -> list[str]:
    """Where the links and pictures of a document lead, in its own words."""
    content = text(document)
    found = re.findall(r"\]\(([^)\s]+)\)", content)
    return found + re.findall(r'(?:src|srcset|href)="([^"]+)"', content)


def installs(document: str) -> list[list[str]]:
    """The packages of every `apt-get install` line."""
    lines = re.findall(r"apt-get install --no-install-recommends (.+)$", document, re.MULTILINE)
    return [line.split() for line in lines]


def test_the_readme_has_exactly_two_commands() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert [block.split(" && ")[-1] for block in blocks] == [
        ".venv/bin/python main.py --demo\n",
        ".venv/bin/python -m tests\n",
    ]
    assert README.count("```sh") == 2


def test_the_two_commands_install_what_exists() -> None:
    named = re.findall(r"-r (\S+)", "".join(re.findall(r"^```sh\n(.*?)^```$", README, re.M | re.S)))
    assert named == ["requirements/app.txt", "requirements/dev.txt"]
    assert all((ROOT / name).is_file() for name in named)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_and_picture_leads_somewhere(document: Path) -> None:
    for link in links(document):
        if "://" in link:
            continue
        name, _, anchor = unquote(link).partition("#")
        target = (document.parent / name).resolve() if name else document
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        assert not anchor or anchor in anchors(target), link


def test_every_picture_is_shown_in_light_and_dark_and_loads_quickly() -> None:
    pictures = sorted((ROOT / "docs" / "pictures").glob("*.png"))
    assert {f"docs/pictures/{picture.name}" for picture in pictures} == {
        link for link in links(ROOT / "README.md") if link.endswith(".png")
    }
    names = {picture.stem for picture in pictures}
    assert names == {f"{name.rpartition('-')[0]}-{way}" for name in names for way in LOOKS}
    for picture in pictures:
        assert picture.stat().st_size < LARGEST_PICTURE, picture.name
        assert (QImage(str(picture)).width(), QImage(str(picture)).height()) == (1280, 800)


def test_the_debian_packages_are_those_that_are_looked_for() -> None:
    to_run, for_tests = installs(README)
    assert to_run + for_tests == PACKAGES


def test_whoever_lacks_a_library_is_told_the_packages_of_the_readme() -> None:
    told = text(PACKAGE / "__main__.py")
    named = re.findall(r"\blib[a-z0-9.-]*[0-9]", told)
    assert named == installs(README)[0]


def test_the_shortcuts_are_those_of_the_program(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    in_program = listed_shortcuts(ShortcutsDialog(parent))
    rows = re.findall(r"^\| ([^|`]+) \| (`.+`) \|$", section("Keyboard"), re.MULTILINE)
    assert len(rows) > 5
    for action, keys in rows:
        assert in_program[action].split() == re.findall(r"`([^`]+)`", keys), action


def test_every_path_that_the_architecture_names_exists() -> None:
    quoted = re.findall(r"`([\w./]+)`", text(ARCHITECTURE))
    paths = [name for name in quoted if "/" in name or name.endswith((".py", ".toml", ".md"))]
    assert len(paths) > 50
    missing = [p for p in paths if not (PACKAGE / p).exists() and not (ROOT / p).exists()]
    assert missing == []


def test_every_room_of_the_package_is_in_the_architecture() -> None:
    drawing = text(ARCHITECTURE)
    rooms = [entry.parent for entry in PACKAGE.rglob("__init__.py")]
    assert [room.name for room in rooms if room.name not in drawing] == []


def test_every_step_that_the_architecture_names_is_in_the_code() -> None:
    code = "\n".join(text(path) for path in PACKAGE.rglob("*.py"))
    steps = re.findall(r"`([A-Z]\w+)\.(\w+)`", text(ARCHITECTURE))
    assert len(steps) > 5
    for owner, step in steps:
        assert re.search(rf"^class {owner}\b", code, re.MULTILINE), owner
        assert re.search(rf"^    (async )?def {step}\(", code, re.MULTILINE), f"{owner}.{step}"


def test_whoever_contributes_is_told_of_every_group_of_tests() -> None:
    told = text(ROOT / "CONTRIBUTING.md")
    groups = {module.relative_to(ROOT / "tests").parts[0] for module in TESTS} - SINGLE
    assert [group for group in sorted(groups) if f"`tests/{group}`" not in told] == []


def test_no_document_names_a_folder_of_somebodys_computer() -> None:
    for document in DOCUMENTS:
        assert not re.search(r"(?<!~)/(home|root|tmp|Users)/", text(document)), document.name


def test_every_example_of_the_administrators_settings_is_accepted(tmp_path: Path) -> None:
    document = text(ROOT / "docs" / "admins.md")
    examples = re.findall(r"^```json\n(.*?)^```$", document, re.MULTILINE | re.DOTALL)
    shown = set()
    for example in examples:
        (tmp_path / NAME).write_text(example)
        defaults, problem = read_defaults(tmp_path, lambda _: None)
        assert problem is None, example
        assert defaults != NO_DEFAULTS, example
        if len(content := json.loads(example)) == 1:
            shown |= content.keys()
    assert shown == KEYS - {"version"}
    assert [heading for heading in KEYS - {"version"} if f"\n### {heading}\n" not in document] == []
    assert json.loads(examples[0]).keys() == KEYS, "the first one shows everything"
