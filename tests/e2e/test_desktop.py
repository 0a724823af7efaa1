"""The program as its own process on a real desktop: screen, clipboard, keyring, signals."""

from __future__ import annotations

import asyncio
import json
import signal
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from medusa_console.desktop.computer import computer_id
from medusa_console.domain.store import Environment, Store
from medusa_console.profile.profile import Profile
from tests.e2e import witness
from tests.e2e.desktop.program import Program
from tests.e2e.desktop.session import Desktop, desktop
from tests.e2e.traces import left_behind
from tests.real_medusa import MedusaServer

pytestmark = pytest.mark.desktop

WINDOW = "DEVELOPMENT – Northwind – Medusa Console"
ONCE = "Save this key now"
KEEP = "Keep me signed in on this computer"

Start = Callable[..., Program]


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Desktop]:
    """A desktop on which nothing runs yet."""
    with desktop(tmp_path / "desktop") as own:
        yield own


@pytest.fixture
def start(screen: Desktop, tmp_path: Path) -> Iterator[Start]:
    """Starts the program, always on the same data folder."""
    programs: list[Program] = []

    def start(*options: str) -> Program:
        output = tmp_path / f"output-{len(programs)}.txt"
        programs.append(Program(screen, tmp_path / "data", output, *options))
        return programs[-1]

    yield start
    for program in programs:
        program.close()


def test_a_keys_life_on_the_desktop(
    start: Start, screen: Desktop, medusa_plain: MedusaServer, tmp_path: Path
) -> None:
    title = new_title()
    program = start()
    program.shows("Medusa Console")
    assert program.nameless == []
    connect(program, medusa_plain)
    sign_in(program, medusa_plain)

    program.press("Create key")
    program.asks("Create key")
    assert program.nameless == []
    program.fill("Title", title)
    program.insist("Create")
    program.asks(ONCE)
    assert program.nameless == []
    assert left_behind([], program.tree()) == []
    program.insist("Copy and hide")

    token = screen.clipboard()
    assert token.startswith("sk_")
    assert screen.clipboard("x-kde-passwordManagerHint") == "secret"
    assert "text/html" not in screen.clipboard("TARGETS").split()
    assert left_behind([token], program.tree()) == []

    program.tick("I have saved this key")
    program.insist("Done")
    program.shows(WINDOW)
    key_id = program.until(lambda: program.fact("ID"))
    assert witness.key_works(medusa_plain, token, key_id)
    assert left_behind([token], program.tree()) == []
    assert program.nameless == []

    program.press("Revoke…")
    program.asks(f"Revoke “{title}”?")
    assert program.nameless == []
    program.insist("Revoke key")
    program.shows(WINDOW)
    program.until(lambda: program.fact("State").startswith("Revoked"))
    assert not witness.key_works(medusa_plain, token, key_id)

    program.press("Sign out")
    program.says("You are signed out")
    program.until(lambda: screen.clipboard() == "")
    program.send(signal.SIGTERM)
    assert program.ends() == 0
    secrets = (token, medusa_plain.password)
    assert left_behind(secrets, tmp_path / "data", screen.home, program.output) == []


def test_a_shown_key_stays_in_its_field_and_leaves_the_clipboard_at_a_signal(
    start: Start, screen: Desktop, medusa_plain: MedusaServer, tmp_path: Path
) -> None:
    program = signed_in(start, medusa_plain, tmp_path / "data")
    make_secret_key(program, new_title())
    program.press("Show")
    token = program.until(lambda: shown_token(program))
    box = program.until(lambda: next((c.box for c in program.front if c.name == token), None))
    assert box is not None
    x, y, width, height = box
    left, right, middle = str(x + 15), str(x + width - 15), str(y + height // 2)
    screen.mouse("mousemove", left, middle, "click", "--repeat", "2", "--delay", "60", "1")
    screen.mouse("mousemove", left, middle, "mousedown", "1", "mousemove", right, middle)
    screen.mouse("mouseup", "1")
    screen.keys("ctrl+a", "ctrl+c")
    assert (screen.primary(), screen.clipboard()) == ("", "")
    program.insist("Copy and hide")
    assert (screen.primary(), screen.clipboard()) == ("", token)
    assert left_behind([token], program.tree()) == []

    program.send(signal.SIGTERM)
    assert program.ends() == 0
    assert screen.clipboard() == ""


def test_the_keyring_opens_the_next_start_until_signing_out(
    start: Start, screen: Desktop, medusa_rbac: MedusaServer, tmp_path: Path
) -> None:
    account = medusa_rbac.email
    program = signed_in(start, medusa_rbac, tmp_path / "data", keep=True)
    (store,) = json.loads((tmp_path / "data" / "stores.json").read_text())["stores"]
    service = f"Medusa Console · {medusa_rbac.base_url} ({account}) · {store['id'][:8]}"
    entry = (service, account)
    kept = program.until(lambda: screen.kept(*entry))
    assert kept
    jwt = json.loads(kept)["token"]
    assert witness.session_counts(medusa_rbac, jwt)
    program.send(signal.SIGTERM)
    assert program.ends() == 0

    again = start()
    again.shows(WINDOW)
    again.says("As of", medusa_rbac.email)
    again.press("Sign out")
    again.says("You are signed out")
    again.until(lambda: screen.kept(*entry) is None)
    again.send(signal.SIGTERM)
    assert again.ends() == 0

    secrets = (jwt, medusa_rbac.password)
    places = (tmp_path / "data", screen.home, program.output, again.output)
    assert left_behind(secrets, *places) == []


def test_a_second_start_only_raises_the_first(start: Start, screen: Desktop) -> None:
    first = start()
    first.shows("Medusa Console")

    def minimized() -> bool:
        screen.mouse("getactivewindow", "windowminimize")
        return first.title == ""

    first.until(minimized)  # the window manager may learn last which window is active
    second = start()
    assert second.ends() == 0
    first.shows("Medusa Console")
    assert second.output == ""


def test_a_key_that_was_never_stored_is_told_at_the_start_after_a_crash(
    start: Start, medusa_plain: MedusaServer, tmp_path: Path
) -> None:
    title = new_title()
    program = signed_in(start, medusa_plain, tmp_path / "data", keep=True)
    make_secret_key(program, title)
    program.send(signal.SIGKILL)
    assert program.ends() == -signal.SIGKILL

    again = start()
    again.shows(WINDOW)
    again.says(f"“{title}” may not have been saved")
    again.press("I have saved this key")
    again.until(lambda: not again.has("I have saved this key"))


def new_title() -> str:
    return f"Night shift {uuid.uuid4().hex[:8]}"


def connect(program: Program, server: MedusaServer) -> None:
    program.press("Connect your store")
    program.asks("Connect your store")
    assert program.nameless == []
    program.fill("Name", "Northwind")
    program.fill("Address", server.base_url)
    program.choose("Environment", "Development")
    program.insist("Add store")
    program.shows(WINDOW)
    assert program.nameless == []


def sign_in(program: Program, server: MedusaServer, *, keep: bool = False) -> None:
    program.fill("Email", server.email)
    program.fill("Password", server.password)
    if keep:
        program.tick(KEEP)
        program.says("Your session will be saved, encrypted, in GNOME Keyring.")
    program.press("Sign in")
    program.says("As of")
    assert program.nameless == []


def signed_in(start: Start, server: MedusaServer, folder: Path, *, keep: bool = False) -> Program:
    """In a store that an earlier start on the data folder `folder` has connected."""

    async def connect() -> None:
        profile = Profile(folder, computer_id())
        store = Store("store-1", "Northwind", server.base_url, Environment.DEVELOPMENT)
        await profile.save_stores([store])
        await profile.aclose()

    asyncio.run(connect())
    program = start()
    program.shows(WINDOW)
    sign_in(program, server, keep=keep)
    return program


def make_secret_key(program: Program, title: str) -> None:
    """Up to the dialog that shows it once."""
    program.press("Create key")
    program.asks("Create key")
    program.fill("Title", title)
    program.insist("Create")
    program.asks(ONCE)


def shown_token(program: Program) -> str:
    """The key that the active window shows, "" when it is hidden."""
    return next((control.name for control in program.front if control.name[:3] == "sk_"), "")


# The places of keys on the keyboard, as X numbers them.
PLACES = {"1": "10", "2": "11", "A": "38", "C": "54", "K": "45"}


def press_place(screen: Desktop, sign: str) -> None:
    """Press Ctrl and the key where a US keyboard has `sign`."""
    screen.run("xdotool", "keydown", "37", "key", PLACES[sign], "keyup", "37")


def test_keys_work_by_their_places_on_keyboards_without_latin_signs_there(
    start: Start, screen: Desktop
) -> None:
    program = start("--demo")
    program.until(lambda: "API keys" in program.words, "the keys")
    screen.run("setxkbmap", "fr")
    press_place(screen, "2")
    program.until(lambda: "Customers" in program.words, "the customers")
    press_place(screen, "1")
    program.until(lambda: "API keys" in program.words, "the keys again")
    screen.run("setxkbmap", "ru")
    press_place(screen, "K")
    program.asks("Search everything")
    screen.run("setxkbmap", "us")
    screen.type("Demo")  # and wait: Qt asks for the keyboard as it is once it comes to a change
    program.holds("Search stores, actions, keys, customers", "Demo")
    screen.run("setxkbmap", "ru")
    press_place(screen, "A")
    press_place(screen, "C")
    program.until(lambda: screen.clipboard() == "Demo", "the copied text")


def test_what_another_program_has_copied_is_looked_at_for_leaked_keys(
    start: Start, screen: Desktop, tmp_path: Path
) -> None:
    program = start("--demo")
    program.until(lambda: "API keys" in program.words, "the keys")
    token = "sk_" + "a1" * 32
    screen.copy(f"MEDUSA_API_KEY={token}\n")
    screen.keys("ctrl+shift+v")
    program.shows("Leak desk – Medusa Console")
    program.says("1 key", "sk_a1a***1a1", "MEDUSA_API_KEY")
    assert program.nameless == []
    assert left_behind([token], program.tree()) == []
    screen.copy("x" * (1024 * 1024 + 1))
    screen.keys("ctrl+shift+v")
    program.says("This is more than 1 MiB.")
    screen.copy("PNG", target="image/png")
    screen.keys("ctrl+shift+v")
    program.says("The clipboard holds a picture, and no text.")
    program.send(signal.SIGTERM)
    assert program.ends() == 0
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path for path in files if token.encode() in path.read_bytes()] == []


@pytest.mark.parametrize("server", ["medusa_plain", "medusa_rbac"])
def test_two_keystrokes_prove_that_a_leaked_key_is_dead(
    server: str, request: pytest.FixtureRequest, start: Start, screen: Desktop, tmp_path: Path
) -> None:
    medusa: MedusaServer = request.getfixturevalue(server)
    program = signed_in(start, medusa, tmp_path / "data")
    title = new_title()
    token, key_id = witness.secret_key(medusa, title)
    assert witness.key_works(medusa, token, key_id)
    screen.copy(f"curl -u {token}: {medusa.base_url}/admin/products")
    screen.keys("ctrl+shift+v")
    program.says("It works right now", title)
    stands_at = time.monotonic() + 1.2  # Ctrl+Enter asks first while a card has just changed
    program.until(lambda: time.monotonic() > stands_at)
    screen.keys("ctrl+Return")
    program.says("Dead in Northwind", "Refused at")
    assert not witness.key_works(medusa, token, key_id)
    assert program.nameless == []
    assert left_behind([token], program.tree()) == []
    program.send(signal.SIGTERM)
    assert program.ends() == 0
    secrets = (token, medusa.password)
    assert left_behind(secrets, tmp_path / "data", screen.home, program.output) == []
