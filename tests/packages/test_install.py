"""install.sh and uninstall.sh of the archive, in a home of the test's own."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

LINUX = Path(__file__).resolve().parents[2] / "packaging/linux"
PROGRAM = '#!/bin/sh\necho "$0 runs:" "$@"\n'


@pytest.fixture(params=["home", 'Zoë\'s $HOME \\ `50 %` "Büro"'])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The home of somebody who has a file of their own in it."""
    folder = tmp_path / str(request.param)
    (folder / ".local/share/medusa-console").mkdir(parents=True)
    (folder / ".local/share/medusa-console/stores.json").write_text("{}")
    (folder / ".local/share/applications").mkdir()
    (folder / ".local/share/applications/other.desktop").write_text("[Desktop Entry]\n")
    return folder


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The unpacked archive, with a program that tells how it was called."""
    folder = tmp_path / "Heruntergeladenes für mich" / "medusa-console-1.0"
    (folder / "_internal").mkdir(parents=True)
    (folder / "_internal/of-1.0").write_text("")
    (folder / "medusa-console").write_text(PROGRAM)
    (folder / "medusa-console").chmod(0o755)
    for name in ("install.sh", "uninstall.sh"):
        shutil.copy(LINUX / name, folder)
    places = ("applications/medusa-console.desktop", "icons/hicolor/16x16/apps/medusa-console.png",
              "metainfo/medusa-console.metainfo.xml", "man/man1/medusa-console.1.gz",
              "doc/medusa-console/copyright")  # fmt: skip
    for place in places:
        (folder / "share" / place).parent.mkdir(parents=True)
        (folder / "share" / place).write_text("")
    shutil.copy(LINUX / "medusa-console.desktop", folder / "share/applications")
    return folder


def run(script: Path, home: Path | None, *options: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": "/usr/bin:/bin"} | ({"HOME": str(home)} if home else {})
    return subprocess.run(
        [str(script), *options], env=environment, capture_output=True, text=True, check=False
    )


def tree(home: Path) -> dict[str, str]:
    """Every file and folder of the home, with what the files hold."""
    return {
        str(path.relative_to(home)): path.read_text() if path.is_file() else ""
        for path in sorted(home.rglob("*"))
    }


def programs_of(entry: Path) -> list[tuple[str, str]]:
    """What a desktop runs for each Exec of a menu entry: the program, and the rest of the line."""
    found = []
    for value in re.findall(r"^Exec=(.*)$", entry.read_text(), re.MULTILINE):
        value = re.sub(r"\\(.)", r"\1", value)  # every value's own escapes
        quoted = re.fullmatch(r'"((?:[^"\\`$]|\\.)*)"(.*)', value)
        assert quoted is not None, value
        name = re.sub(r"\\(.)", r"\1", quoted[1])
        found.append((name.replace("%%", "%"), quoted[2]))
    return found


def test_the_program_is_in_the_menu_and_on_the_path(home: Path, archive: Path) -> None:
    done = run(archive / "install.sh", home, "--user")
    assert done.returncode == 0, done.stderr
    command = home / ".local/bin/medusa-console"
    told = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    assert told.stdout.endswith("runs: --version\n")
    share = home / ".local/share"
    assert programs_of(share / "applications/medusa-console.desktop") == [
        (str(command), ""), (str(command), " --leak-desk"), (str(command), " --demo")
    ]  # fmt: skip
    assert (share / "icons/hicolor/16x16/apps/medusa-console.png").is_file()
    assert (share / "man/man1/medusa-console.1.gz").is_file()
    assert str(command) in done.stdout
    shutil.rmtree(archive)
    assert subprocess.run([command], capture_output=True, check=True).stdout


def test_an_update_leaves_nothing_of_the_older_version(home: Path, archive: Path) -> None:
    assert run(archive / "install.sh", home, "--user").returncode == 0
    (archive / "_internal/of-1.0").rename(archive / "_internal/of-2.0")
    assert run(archive / "install.sh", home, "--user").returncode == 0
    names = {path.name for path in home.rglob("*")}
    assert "of-2.0" in names
    assert "of-1.0" not in names
    assert {path.name for path in (home / ".local/lib").iterdir()} == {"medusa-console"}


def test_after_the_removal_the_home_is_as_it_was_and_the_data_is_named(
    home: Path, archive: Path
) -> None:
    before = tree(home)
    assert run(archive / "install.sh", home, "--user").returncode == 0
    assert tree(home) != before
    done = run(home / ".local/lib/medusa-console/uninstall.sh", home)
    assert done.returncode == 0, done.stderr
    assert tree(home) == before
    assert str(home / ".local/share/medusa-console") in done.stdout
    assert "keyring" in done.stdout


def test_another_program_of_that_name_is_left_alone(home: Path, archive: Path) -> None:
    (home / ".local/bin").mkdir()
    (home / ".local/bin/medusa-console").write_text("mine")
    before = tree(home)
    done = run(archive / "install.sh", home, "--user")
    assert done.returncode == 1
    assert "another program" in done.stderr
    assert run(archive / "uninstall.sh", home).returncode == 0
    assert tree(home) == before


def test_a_folder_of_that_name_with_other_files_is_left_alone(home: Path, archive: Path) -> None:
    (home / ".local/lib/medusa-console").mkdir(parents=True)
    (home / ".local/lib/medusa-console/mine").write_text("mine")
    before = tree(home)
    done = run(archive / "install.sh", home, "--user")
    assert done.returncode == 1
    assert "nothing was changed" in done.stderr
    run(archive / "uninstall.sh", home)
    assert tree(home) == before


@pytest.mark.parametrize("script", ["install.sh", "uninstall.sh"])
def test_without_a_home_nothing_is_done(script: str, archive: Path) -> None:
    options = ["--user"] if script == "install.sh" else []
    done = run(archive / script, None, *options)
    assert done.returncode == 1
    assert "HOME" in done.stderr


def test_nothing_is_installed_by_accident(home: Path, archive: Path) -> None:
    before = tree(home)
    assert run(archive / "install.sh", home).returncode == 2
    assert tree(home) == before
