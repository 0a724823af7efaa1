"""What the administrator of the computer has set: offered, fixed and said, or ignored and said."""

from __future__ import annotations

import json
import os
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from medusa_console.app.run import ReadDefaults
from medusa_console.desktop.administrators import unguarded_by
from medusa_console.services.defaults import read_defaults
from medusa_console.ui.kit.check_box import CheckBox
from tests.faults.medusa import PASSWORD
from tests.faults.server import FaultServer
from tests.ui.driving import CTRL
from tests.ui.northwind import MAYA, behave
from tests.ui.running import Start
from tests.ui.standins import turns

QUESTION = "Is this your store's address?"
FIXED = "Set by your administrator"


def administrator(folder: Path, content: Any) -> ReadDefaults:
    """Reads `content`, of which `folder` and this account are the administrator's."""
    etc = folder / "etc"
    etc.mkdir(mode=0o755, exist_ok=True)
    file = etc / "defaults.json"
    file.write_text(json.dumps(content))
    file.chmod(0o644)
    folder.chmod(0o755)
    return partial(read_defaults, etc, partial(unguarded_by, owner=os.getuid(), top=folder))


def shop(server: FaultServer, **more: Any) -> dict[str, Any]:
    return {"name": "Northwind EU", "address": server.origin} | more


async def test_a_store_of_the_administrator_is_there_and_is_confirmed_before_it_is_used(
    start: Start, tmp_path: Path
) -> None:
    with FaultServer() as server:
        behave(server)
        defaults = administrator(tmp_path, {"stores": [shop(server)]})
        program = await start(defaults=defaults)
        await program.dialog("confirm")
        await program.reads(QUESTION, f"Your password will go to {server.origin}")
        await turns()
        assert server.connections == 0
        program.press("Yes, use this address")
        await program.no_dialog()
        await program.open("Northwind EU")
        await program.signed_in(MAYA, PASSWORD)
        await program.keys_page()
        await program.quit()
        again = await start(defaults=defaults)
        await again.open("Northwind EU")
        assert not again.is_there("confirm"), "the yes counts at the next start"
        saved = json.loads((again.folder / "stores.json").read_text())["stores"]
        assert [store["name"] for store in saved] == ["Northwind EU"], "it is there once"


async def test_what_is_fixed_is_shown_and_cannot_be_changed(start: Start, tmp_path: Path) -> None:
    program = await start(
        defaults=administrator(
            tmp_path,
            {
                "proxy": {"kind": "own", "address": "http://proxy.example:3128"},
                "ca_file": "/etc/ssl/northwind.pem",
                "clipboard_seconds": 20,
                "lock_minutes": 5,
                "read_only": True,
            },
        )
    )
    program.key(Qt.Key.Key_Comma, CTRL)
    await program.dialog("settings")
    for label, value in (("Clear copied keys after", 20), ("Lock after", 5)):
        box = program.field(label, QSpinBox)
        assert (box.value(), box.isEnabled()) == (value, False)
        assert FIXED in box.accessibleDescription()
    assert program.focus is program.field("Appearance", QComboBox)
    program.press("Close")
    await program.no_dialog()
    program.press("Connect your store")
    await program.dialog("storeForm")
    for label, text in (
        ("CA certificate", "/etc/ssl/northwind.pem"),
        ("Proxy address", "http://proxy.example:3128"),
    ):
        edit = program.field(label, QLineEdit)
        assert (edit.text(), edit.isEnabled()) == (text, False)
    kind = program.field("Proxy", QComboBox)
    assert (kind.currentText(), kind.isEnabled()) == ("Custom", False)
    read_only = program.find(CheckBox, "storeReadOnly")
    assert (read_only.isChecked(), read_only.isEnabled()) == (True, False)
    assert program.field("Proxy user name (optional)", QLineEdit).isEnabled()
    assert not program.find(QWidget, "caFile.browse").isEnabled()
    for widget in (program.field("CA certificate", QLineEdit), kind, read_only):
        assert FIXED in widget.accessibleDescription()
    assert program.words.count(FIXED) == 3


async def test_what_the_user_had_chosen_gives_way_and_the_demo_store_works(
    start: Start, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "preferences.json").write_text('{"clipboard_seconds": 120}')
    program = await start(
        demo=True,
        defaults=administrator(tmp_path, {"clipboard_seconds": 20, "read_only": True}),
    )
    await program.keys_page()
    assert program.button("Create key").isEnabled()
    program.key(Qt.Key.Key_Comma, CTRL)
    await program.dialog("settings")
    assert program.field("Clear copied keys after", QSpinBox).value() == 20
    assert program.field("Lock after", QSpinBox).isEnabled()
    assert FIXED not in program.field("Lock after", QSpinBox).accessibleDescription()


async def test_a_file_that_others_may_change_is_ignored_and_that_is_said(
    start: Start, tmp_path: Path
) -> None:
    defaults = administrator(tmp_path, {"clipboard_seconds": 20})
    (tmp_path / "etc").chmod(0o777)
    program = await start(defaults=defaults)
    await program.reads(
        f"Your administrator's settings are ignored: other accounts may change {tmp_path / 'etc'}."
    )
    program.key(Qt.Key.Key_Comma, CTRL)
    await program.dialog("settings")
    seconds = program.field("Clear copied keys after", QSpinBox)
    assert (seconds.value(), seconds.isEnabled()) == (30, True)


async def test_a_wrong_file_is_told_by_its_first_fault(start: Start, tmp_path: Path) -> None:
    program = await start(defaults=administrator(tmp_path, {"lock_minuts": 5}))
    await program.reads(
        "Your administrator's settings are ignored: check “lock_minuts” in defaults.json."
    )
