"""Where entries are kept in a real keyring."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.desktop.program import ROOT
from tests.e2e.desktop.session import desktop

pytestmark = pytest.mark.desktop

WRITE = """
from medusa_console.vault.backends import system_keyring
system_keyring().set_password("Medusa Console test", "maya", "kept")
"""
HAND_OVER = """
import asyncio
from pydantic import SecretStr
from medusa_console.vault.backends import system_keyring
from medusa_console.vault.key_entries import KeyringKeyEntries
from medusa_console.vault.keyring import Keyring

async def save():
    entries = KeyringKeyEntries(Keyring(system_keyring))
    for key in ("kept", "another"):
        print(await entries.save("ERP nightly sync", SecretStr(key)), await entries.place())

asyncio.run(save())
"""
GLANCE = """
import asyncio, sys
from medusa_console.vault.backends import glance, system_keyring
from medusa_console.vault.keyring import Keyring

async def look():
    keyring = Keyring(system_keyring, glance=glance)
    print(await keyring.place(), {"keyring", "secretstorage", "cryptography"} & set(sys.modules))
    print(await keyring.read("Medusa Console test", "nobody"), await keyring.place())

asyncio.run(look())
"""


def test_the_keyrings_name_is_known_before_its_library_is_loaded(tmp_path: Path) -> None:
    with desktop(tmp_path / "desktop") as own:
        looked = subprocess.run(
            [sys.executable, "-c", GLANCE],
            cwd=ROOT,
            env=own.environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert looked.stdout == "GNOME Keyring set()\nNone GNOME Keyring\n"


def test_a_variable_does_not_choose_the_collection(tmp_path: Path) -> None:
    with desktop(tmp_path / "desktop") as own:
        session = "/org/freedesktop/secrets/collection/session"
        subprocess.run(
            [sys.executable, "-c", WRITE],
            cwd=ROOT,
            env=own.environment | {"KEYRING_PROPERTY_PREFERRED_COLLECTION": session},
            check=True,
        )
        assert own.kept("Medusa Console test", "maya") == "kept"
        assert own.collections("Medusa Console test", "maya") == ["Login"]


def test_other_programs_find_a_key_that_is_handed_over_by_its_name(tmp_path: Path) -> None:
    with desktop(tmp_path / "desktop") as own:
        saved = subprocess.run(
            [sys.executable, "-c", HAND_OVER],
            cwd=ROOT,
            env=own.environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert saved.stdout == "True GNOME Keyring\nFalse GNOME Keyring\n"
        assert own.kept("ERP nightly sync", "medusa-api-key") == "kept"


def test_what_the_program_has_put_there_is_deleted_and_nothing_else(tmp_path: Path) -> None:
    session = "Medusa Console · https://gone.example (anna@example.com) · 01234567"
    with desktop(tmp_path / "desktop") as own:
        for code in (HAND_OVER, WRITE, WRITE.replace("Medusa Console test", session)):
            subprocess.run(
                [sys.executable, "-c", code], cwd=ROOT, env=own.environment, check=True,
                capture_output=True,
            )  # fmt: skip
        assert own.kept(session, "maya") == "kept"
        done = subprocess.run(
            [sys.executable, "main.py", "--forget", "--yes", "--data-folder", str(tmp_path / "no")],
            cwd=ROOT,
            env=own.environment,
            capture_output=True,
            text=True,
        )
        assert done.stdout == "Deleted: 1 session, 1 key saved for other programs.\n", done.stderr
        assert done.returncode == 0
        assert own.kept(session, "maya") is None
        assert own.kept("ERP nightly sync", "medusa-api-key") is None
        assert own.kept("Medusa Console test", "maya") == "kept"
