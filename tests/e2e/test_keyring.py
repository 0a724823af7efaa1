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
