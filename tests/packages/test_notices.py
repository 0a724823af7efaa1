"""The notices of third parties that a build writes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import notices
import pytest

BUILD = {"SOURCE_DATE_EPOCH": "1764446400", "MEDUSA_CONSOLE_COMMIT": "c0ffee"}


@pytest.fixture(autouse=True)
def build(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment that `packaging/build` makes; PyInstaller is not among the tests' own."""
    for name, value in BUILD.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(notices, "BUILDER", "pytest")


def parts(folder: Path) -> dict[str, dict[str, str]]:
    told = json.loads((folder / "licences.json").read_text(encoding="utf-8"))
    return {part["name"]: part for part in told}


def test_every_library_is_there_with_the_text_of_its_licence(tmp_path: Path) -> None:
    notices.write(tmp_path, [])
    told = parts(tmp_path)
    assert {"Python", "PySide6_Essentials", "httpx", "pydantic_core", "keyring"} <= told.keys()
    assert ("SecretStorage" in told) == (sys.platform == "linux")
    assert "mypy" not in told
    assert "LESSER GENERAL PUBLIC LICENSE" in told["PySide6_Essentials"]["text"]
    assert "HarfBuzz" in told["PySide6_Essentials"]["text"]
    assert all(part["text"].strip() and part["licence"] for part in told.values())


def test_the_build_is_told_by_its_commit_and_is_the_same_each_time(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    made = [notices.write(tmp_path / name, []) for name in ("a", "b")]
    assert json.loads((tmp_path / "a/build.json").read_text()) == {
        "commit": "c0ffee", "date": "2025-11-29",
    }  # fmt: skip
    first, second = ([file.read_bytes() for file in files] for files in made)
    assert first == second


def test_a_library_of_nobody_knows_where_is_not_shipped(tmp_path: Path) -> None:
    stranger = tmp_path / "libstranger.so.1"
    stranger.write_bytes(b"")
    if Path("/usr/bin/dpkg-query").exists():
        with pytest.raises(notices.NoLicence, match="libstranger"):
            notices.write(tmp_path, [stranger])
