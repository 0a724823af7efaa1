"""The deb in a minimal Debian 12: installed, used, updated while it runs, and removed.

The tests stand in the order in which a person would do these things, and share the room.
"""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e import witness
from tests.e2e.desktop.program import Program
from tests.e2e.desktop.session import Desktop, desktop
from tests.e2e.test_desktop import WINDOW, connect, make_secret_key, new_title, sign_in
from tests.e2e.traces import left_behind
from tests.packaged.room import BASE, ROOT, Room, mounted, room
from tests.real_medusa import MedusaServer

(DEB,) = (ROOT / "dist").glob("*.deb")
(OLDER,) = BASE.parent.glob("*.deb")
(ARCHIVE,) = (ROOT / "dist").glob("*.tar.xz")
PROGRAM = "/usr/bin/medusa-console"
NOBODY = 65534
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}

Start = Callable[..., Program]


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """The room, with what the deb needs but without the deb."""
    with room(tmp_path_factory.mktemp("room") / "debian") as made:
        made.apt("update")
        made.apt("install", made.put(OLDER))
        made.run("dpkg", "--purge", "medusa-console", check=True)
        yield made


@pytest.fixture(scope="module")
def before(clean: Room) -> set[str]:
    """What is there before the program."""
    return clean.files()


@pytest.fixture(scope="module")
def screen(clean: Room, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """A desktop outside, whose sockets and home are seen inside."""
    folder = tmp_path_factory.mktemp("screen")
    with mounted(str(folder), clean.path(str(folder)), "--bind"), desktop(folder / "one") as own:
        address = own.environment["DBUS_SESSION_BUS_ADDRESS"]
        socket = address.removeprefix("unix:path=").partition(",")[0]
        with mounted(socket, clean.path(socket), "--bind"):
            yield own


@pytest.fixture
def start(clean: Room, screen: Desktop, tmp_path: Path) -> Iterator[Start]:
    """Starts the installed program in the room, on the desktop outside."""
    programs: list[Program] = []

    def start(*options: str, data: str = "demo") -> Program:
        output = tmp_path / f"output-{len(programs)}.txt"
        command = clean.command(PROGRAM)
        programs.append(
            Program(screen, screen.home.parent / data, output, *options, command=command)
        )
        return programs[-1]

    yield start
    for program in programs:
        program.close()


def test_without_its_libraries_the_program_names_the_packages_that_bring_them(
    tmp_path: Path,
) -> None:
    with room(tmp_path / "bare") as bare:
        place = bare.path("/opt/Schlüssel und mehr")
        unpack(ARCHIVE, place)
        (program,) = place.glob("*/medusa-console")
        inside = "/" + str(program.relative_to(bare.folder))
        done = bare.run(inside, "--self-test", environment=OFFSCREEN)
        assert done.returncode == 1
        assert "apt-get install" in done.stderr
        assert "libegl1" in done.stderr
        assert bare.run(inside, "--version", environment={}).stdout.startswith("Medusa Console ")


def test_the_first_minute(clean: Room, before: set[str], start: Start, screen: Desktop) -> None:
    """From the file to the first key that is proven dead, in the demo store."""
    file = clean.put(DEB)
    began = time.monotonic()
    clean.run("dpkg", "-i", file, check=True)
    installed = time.monotonic()
    program = start("--demo")
    program.until(lambda: "API keys" in program.words, "the keys")
    shown = time.monotonic()
    assert program.nameless == []
    title = new_title()
    make_secret_key(program, title)
    program.insist("Copy and hide")
    token = screen.clipboard()
    assert token.startswith("sk_")
    program.tick("I have saved this key")
    program.insist("Done")
    program.press("Revoke…")
    program.asks(f"Revoke “{title}”?")
    program.insist("Revoke key")
    program.until(lambda: program.fact("State").startswith("Revoked"))
    ended = time.monotonic()
    print(
        f"\nfirst minute: installed {installed - began:.1f} s, demo store {shown - installed:.1f},"
        f" first key revoked with proof {ended - shown:.1f} s, in all {ended - began:.1f} s"
    )
    program.send(signal.SIGTERM)
    assert program.ends() == 0
    assert left_behind([token], screen.home, program.output) == []


@pytest.mark.parametrize(
    "environment",
    [OFFSCREEN, OFFSCREEN | {"LC_ALL": "C"}, OFFSCREEN | {"HOME": "/nowhere"}],
    ids=["nothing", "locale C", "no home"],
)
def test_it_works_without_python_session_or_home(clean: Room, environment: dict[str, str]) -> None:
    assert not list(clean.path("/usr/bin").glob("python*"))
    done = clean.run(PROGRAM, "--self-test", environment=environment, user=NOBODY)
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " works: " in done.stdout


def test_it_works_where_nothing_in_tmp_may_be_run(clean: Room) -> None:
    with mounted("tmpfs", clean.path("/tmp"), "-t", "tmpfs", "-o", "noexec,mode=1777"):
        done = clean.run(PROGRAM, "--self-test", environment=OFFSCREEN, user=NOBODY)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_archive_runs_from_a_folder_with_spaces_and_umlauts(clean: Room) -> None:
    place = clean.path("/opt/Schlüssel und mehr")
    unpack(ARCHIVE, place)
    (program,) = place.glob("*/medusa-console")
    inside = "/" + str(program.relative_to(clean.folder))
    done = clean.run(inside, "--self-test", environment=OFFSCREEN, user=NOBODY)
    assert done.returncode == 0, done.stdout + done.stderr
    subprocess.run(["rm", "-r", str(place)], check=True)


def test_a_command_that_is_handed_a_key_sees_nothing_of_the_bundle(
    clean: Room, start: Start, screen: Desktop
) -> None:
    told = screen.home / "told"
    seen = screen.home / "see"
    seen.write_text(f"#!/bin/sh\n{{ env; cat > /dev/null; }} > '{told}'\n")
    seen.chmod(0o755)
    program = start("--demo")
    program.until(lambda: "API keys" in program.words, "the keys")
    make_secret_key(program, new_title())
    shown = windows(screen)
    program.press("Hand over…")
    program.until(lambda: windows(screen) - shown, "the menu")
    screen.keys("Down", "Down", "Return")  # no menu that pops up is in the accessible tree
    program.asks("Send to a command")
    screen.type(str(seen))
    screen.keys("Tab")
    program.insist("Send the key")
    program.until(told.exists, "the command")
    names = {line.partition("=")[0] for line in told.read_text().splitlines()}
    assert not {name for name in names if name.startswith(("LD_", "_PYI", "_MEI", "QT_", "PYTHON"))}
    assert "_internal" not in told.read_text()


def test_a_session_is_kept_in_the_keyring_over_an_update_while_the_program_runs(
    clean: Room, start: Start, screen: Desktop, medusa_plain: MedusaServer
) -> None:
    clean.run("dpkg", "-i", clean.put(OLDER), check=True)
    program = start(data="northwind")
    program.shows("Medusa Console")
    connect(program, medusa_plain)
    sign_in(program, medusa_plain, keep=True)
    # Another version's file comes into the place of the one that runs, as dpkg does it. Much of
    # what follows was not imported before.
    file = clean.path("/usr/lib/medusa-console/medusa-console")
    other = file.with_name("medusa-console.dpkg-new")
    other.write_bytes(b"another version")
    other.replace(file)
    title = new_title()
    make_secret_key(program, title)
    program.insist("Copy and hide")
    token = screen.clipboard()
    program.tick("I have saved this key")
    program.insist("Done")
    program.shows(WINDOW)
    key_id = program.until(lambda: program.fact("ID"))
    assert witness.key_works(medusa_plain, token, key_id)
    screen.keys("ctrl+3")
    program.shows("Leak desk – Medusa Console")
    clean.run("dpkg", "-i", clean.put(DEB), check=True)
    program.send(signal.SIGTERM)
    assert program.ends() == 0

    again = start(data="northwind")
    again.shows(WINDOW)
    again.says("As of", medusa_plain.email)
    again.send(signal.SIGTERM)
    assert again.ends() == 0
    secrets = (token, medusa_plain.password)
    assert left_behind(secrets, screen.home.parent / "northwind", screen.home) == []


def test_removal_leaves_nothing_and_says_where_the_users_own_is(
    clean: Room, before: set[str]
) -> None:
    done = clean.run("dpkg", "--purge", "medusa-console", check=True)
    assert "~/.local/share/medusa-console" in done.stdout
    assert "--forget" in done.stdout
    mounts = {"/srv/" + file.name for file in (DEB, OLDER)}
    left = {path for path in clean.files() - before - mounts if not path.startswith("/tmp")}
    assert left == set()


def windows(screen: Desktop) -> set[str]:
    """The windows of the program that can be seen, menus among them."""
    told = screen.run("xdotool", "search", "--onlyvisible", "--class", "medusa-console")
    return set(told.stdout.split())


def unpack(archive: Path, place: Path) -> None:
    place.mkdir(parents=True)
    subprocess.run(["tar", "-xf", str(archive), "-C", str(place)], check=True)
