"""A new key goes to a file, a command or the keyring, and nowhere else."""

from __future__ import annotations

import base64
import json
import re
import sys
from functools import partial
from pathlib import Path

from pydantic import SecretStr
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QScrollArea, QWidget

from medusa_console.domain.tokens import redact
from tests.system import MemoryKeyring, runs
from tests.ui.creating import TITLE, create_secret, hand_over, pending_lines
from tests.ui.driving import CTRL, Program
from tests.ui.once.test_create_and_store import everything_that_can_be_read, held_in_memory
from tests.ui.standins import never, turns
from tests.waiting import until

SECRET = re.compile(r"sk_[0-9a-f]{64}")


async def fill(program: Program, name: str, text: str) -> None:
    """Type into the field, and wait as long as the program does before it looks."""
    program.find(QLineEdit, name).setText(text)
    await turns(3)
    await program.clock.advance(1)


def copied(program: Program) -> list[int]:
    return [line["copied"] for line in pending_lines(program)]


def in_sight(part: QWidget) -> bool:
    """Whether all of it is to be seen: nothing else is sent, or written."""
    return part.visibleRegion().boundingRect().contains(part.rect())


def script(folder: Path, name: str, text: str) -> str:
    """The path of a program in Python."""
    file = folder / name
    file.write_text(f"#!{sys.executable} -I\nimport os, sys, time\n{text}\n")
    file.chmod(0o700)
    return str(file)


async def test_a_key_is_written_to_a_file_after_the_change_was_seen(
    demo: Program, tmp_path: Path
) -> None:
    file = tmp_path / "shop" / ".env"
    file.parent.mkdir()
    old = "sk_" + "b2" * 32
    file.write_text(f"DB=hunter2\r\nSHOP_KEY='{old}'\r\n# hunter2\r\n")
    file.chmod(0o644)
    await create_secret(demo)
    demo.find(QPushButton, "handOver").setFocus()
    demo.key(Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    await demo.dialog("writeToFile")
    assert not demo.button("Write the key").isEnabled()
    await fill(demo, "envPath", str(file.parent))
    await demo.reads("This is a folder. Add the name of the file.")
    await fill(demo, "envPath", str(file))
    await demo.reads("DB=•••", f"- 2  SHOP_KEY='{redact(old)}", "+ 2  SHOP_KEY='sk_", "# •••")
    await demo.reads("Other accounts on this computer can read it.")
    assert "hunter2" not in demo.words
    demo.find(QLineEdit, "envName").setText("1X")
    demo.find(QLineEdit, "envName").textEdited.emit("1X")
    assert not demo.button("Write the key").isEnabled()
    demo.find(QLineEdit, "envName").setText("SHOP_KEY")
    demo.find(QLineEdit, "envName").textEdited.emit("SHOP_KEY")
    demo.clock.skip(1)
    for name in ("envPath", "envName", "write"):
        demo.find(QLineEdit if name != "write" else QPushButton, name).setFocus()
        demo.key(Qt.Key.Key_Return)
    await never(lambda: SECRET.search(file.read_text().replace(old, "")))
    # Somebody else changes it: the new change is to be seen first.
    file.write_text(f"DB=hunter2\r\nSHOP_KEY='{old}'\r\n# 3\r\nLAST=1\r\n")
    demo.key(Qt.Key.Key_Return, CTRL)
    await demo.reads("LAST=•••")
    await demo.reads("The file has changed since it was read. Nothing was written.")
    assert old in file.read_text()
    assert copied(demo) == [0]
    demo.key(Qt.Key.Key_Return, CTRL)
    await demo.dialog("revealKey")
    await demo.reads(f"Written to {file}.")
    written = re.fullmatch(
        r"DB=hunter2\r\nSHOP_KEY='(.*)'\r\n# 3\r\nLAST=1\r\n", file.read_bytes().decode()
    )
    assert written is not None
    assert SECRET.fullmatch(written[1])
    assert file.stat().st_mode & 0o777 == 0o644
    await until(lambda: copied(demo) == [1])
    assert demo.button("Done").isEnabled()
    assert not demo.button("Show").isEnabled()
    assert demo.button("Copy and hide").isEnabled()
    demo.press("Done")
    await demo.no_dialog()
    assert copied(demo) == [1], "only the person knows that it is saved"
    assert written[1] not in demo.log.text
    await until(lambda: not held_in_memory(written[1]))  # a thread has written it


async def test_a_name_is_replaced_also_while_the_file_is_looked_at(
    demo: Program, tmp_path: Path
) -> None:
    file = tmp_path / ".env"
    file.write_text("DB=1\n")
    await create_secret(demo)
    await hand_over(demo, "Write to a file…")
    await demo.dialog("writeToFile")
    demo.find(QLineEdit, "envPath").setText(str(file))
    name = demo.find(QLineEdit, "envName")
    name.setFocus(Qt.FocusReason.TabFocusReason)
    await turns(3)
    await demo.clock.advance(1)
    await demo.reads("+ 2  MEDUSA_API_KEY=sk_")
    QTest.keyClicks(name, "SHOP_KEY")
    assert name.text() == "SHOP_KEY"


async def test_a_key_is_sent_to_a_command_after_it_was_seen_what_runs(
    demo: Program, tmp_path: Path
) -> None:
    parrot = script(tmp_path, "parrot", "print('got', sys.stdin.read()); print(os.getcwd())")
    note = tmp_path / "note"
    keep = script(tmp_path, "keep", f"open({str(note)!r}, 'w').write(sys.stdin.read())")
    await create_secret(demo)
    await hand_over(demo, "Send to a command…")
    await demo.dialog("sendToCommand")
    await fill(demo, "commandFolder", str(tmp_path))
    for line, why in (
        ("cat > key", "“>” needs a shell"),
        ("no-such-program-here", "There is no such program."),
        ("parrot", "There is no such program."),
    ):
        line_edit(demo).setText(line)
        await demo.clock.advance(1)
        await demo.reads(why)
        assert not demo.button("Send the key").isEnabled()
    line_edit(demo).setText(f"{parrot} 'two words' --to $HOME")
    await demo.clock.advance(1)
    await demo.reads(parrot, "'two words' --to '$HOME'", str(tmp_path))
    for field in (demo.find(QLineEdit, "commandFolder"), line_edit(demo)):
        field.setFocus()
        demo.clock.skip(1)
        demo.key(Qt.Key.Key_Return)
    await never(lambda: demo.is_there("command.status"))
    assert copied(demo) == [0]
    demo.key(Qt.Key.Key_Return, CTRL)
    await demo.reads("The command says it worked.", "got sk_", str(tmp_path))
    await until(lambda: copied(demo) == [1])
    assert not SECRET.search(demo.words)
    assert re.search(r"got sk_[0-9a-f]{3}\*\*\*[0-9a-f]{3}", demo.words)
    line_edit(demo).setText(keep)
    await demo.clock.advance(1)
    await demo.reads(keep)
    await until(partial(in_sight, demo.find(QWidget, "command.facts")))
    demo.button("End the key with a line break").click()
    demo.press("Send the key")
    await until(lambda: note.exists() and note.read_text().endswith("\n"))
    await demo.reads("The command says it worked.")
    secret = note.read_text().strip()
    assert SECRET.fullmatch(secret)
    demo.press("Close")
    await demo.dialog("revealKey")
    await demo.reads("keep: The command says it worked.")
    await hand_over(demo, "Send to a command…")
    await demo.dialog("sendToCommand")
    assert line_edit(demo).text() == keep
    await until(demo.button("Send the key").isEnabled)
    demo.press("Close")
    await demo.dialog("revealKey")
    demo.press("I have saved this key")
    demo.press("Done")
    await demo.no_dialog()
    await until(lambda: pending_lines(demo) == [])
    await demo.clock.advance(60)
    assert not [text for text in everything_that_can_be_read() if secret in text]
    assert not held_in_memory(secret)
    assert secret not in demo.log.text
    await demo.quit()
    kept = json.loads((demo.folder / "preferences.json").read_text())["sent"]["demo"]
    assert [one["newline"] for one in kept] == [True, False]
    for stored in demo.folder.rglob("*"):
        if stored.is_file():
            assert secret.encode() not in stored.read_bytes(), stored.name


async def test_a_command_ends_at_stop_at_its_limit_and_with_the_program(
    demo: Program, tmp_path: Path
) -> None:
    pids = tmp_path / "pids"
    hang = script(
        tmp_path,
        "hang",
        f"open({str(pids)!r}, 'a').write(f'{{os.getpid()}}\\n')\nsys.stdin.read()\ntime.sleep(900)",
    )

    def running() -> list[bool]:
        found = pids.read_text().split("\n")[:-1] if pids.exists() else []
        return [runs(int(pid)) for pid in found]

    demo.window.resize(640, 400)
    await create_secret(demo)
    await hand_over(demo, "Send to a command…")
    dialog = await demo.dialog("sendToCommand")
    line_edit(demo).setText(hang)
    await demo.clock.advance(1)
    send = demo.button("Send the key")
    await until(send.isEnabled)
    facts = demo.find(QWidget, "command.facts")

    def out_of_sight() -> bool:
        body.verticalScrollBar().setValue(0)
        return not in_sight(facts)

    # In a low window nothing runs that was not in sight.
    (body,) = dialog.findChildren(QScrollArea)
    await until(out_of_sight)
    demo.press(send)
    assert send.isEnabled()
    await until(partial(in_sight, facts))
    assert running() == []
    demo.press(send)
    await until(lambda: running() == [True])
    await demo.clock.advance(12)
    await demo.reads("Running for 12 s.")
    demo.key(Qt.Key.Key_Escape)
    await demo.reads("Stopped. It may have used the key.")
    await until(lambda: running() == [False])
    demo.press("Send the key")
    await until(lambda: running() == [False, True])
    await demo.clock.advance(60)
    await demo.reads("Stopped after 60 s. It may have used the key.")
    await until(lambda: running() == [False, False])
    await until(lambda: copied(demo) == [1])
    demo.press("Send the key")
    await until(lambda: running() == [False, False, True])
    await demo.quit()
    await until(lambda: running() == [False, False, False])


async def test_a_key_is_saved_in_the_keyring_under_a_name(
    demo: Program, keyring: MemoryKeyring
) -> None:
    keyring.entries["Taken", "medusa-api-key"] = "another"
    await create_secret(demo)
    await hand_over(demo, "Save in the keyring…")
    await demo.dialog("saveInKeyring")
    await demo.reads("Every program that runs under your account can read it")
    name = demo.find(QLineEdit, "entryName")
    assert name.text() == f"Demo store: {TITLE}"
    name.setText("Taken")
    demo.press("Save the key")
    await demo.reads("There is an entry of this name.")
    assert keyring.entries["Taken", "medusa-api-key"] == "another"
    assert copied(demo) == [0]
    name.setText("ERP")
    demo.press("Save the key")
    await demo.dialog("revealKey")
    await demo.reads("Saved in the keyring as “ERP”.")
    assert SECRET.fullmatch(keyring.entries["ERP", "medusa-api-key"])
    await until(lambda: copied(demo) == [1])


async def test_a_key_is_copied_in_other_forms_by_the_same_rules(demo: Program) -> None:
    await create_secret(demo)
    clipboard = QGuiApplication.clipboard()
    await hand_over(demo, "Copy as…", "Command line that reads the key unseen")
    assert clipboard.text() == "read -rs MEDUSA_API_KEY && export MEDUSA_API_KEY"
    assert copied(demo) == [0], "it holds no key"
    assert not demo.button("Done").isEnabled()
    await hand_over(demo, "Copy as…", "Environment line")
    line = clipboard.text()
    assert SECRET.fullmatch(line.removeprefix("MEDUSA_API_KEY="))
    await demo.reads("Copied. Clipboard clears in 30 s")
    await until(lambda: copied(demo) == [1])
    key = SecretStr(line.removeprefix("MEDUSA_API_KEY="))
    await demo.clock.advance(31)
    assert clipboard.text() == ""
    await hand_over(demo, "Copy as…", "Authorization header")
    coded = clipboard.text().removeprefix("Authorization: Basic ")
    assert base64.b64decode(coded).decode() == f"{key.get_secret_value()}:"
    demo.press("Clear now")
    assert clipboard.text() == ""


def line_edit(program: Program) -> QLineEdit:
    """The line of the command."""
    (found,) = (
        one for one in program.front.findChildren(QLineEdit) if one.accessibleName() == "Command"
    )
    return found
