"""What the program is made of, from the files of a bundle, and from a clone."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from medusa_console import __version__
from medusa_console.parts import Build, Part, makings

COMMIT = "0123456789abcdef0123456789abcdef01234567"
LARGE = b'[{"name": "x"}]' + b" " * (9 << 20)
OTHER = "fedcba9876543210fedcba9876543210fedcba98"


def bundle(folder: Path, *, licences: Any = None, build: Any = None) -> Path:
    resources = folder / "bundle" / "resources"
    resources.mkdir(parents=True)
    if licences is not None:
        (resources / "licences.json").write_text(json.dumps(licences))
    if build is not None:
        (resources / "build.json").write_text(json.dumps(build))
    return resources


def entry(name: str, version: str = "1.0", licence: str = "MIT", text: str = "Do it.") -> Any:
    return {"name": name, "version": version, "licence": licence, "text": text}


def test_a_bundle_says_what_was_put_into_it(tmp_path: Path) -> None:
    resources = bundle(
        tmp_path,
        licences=[entry("zlib", "1.3"), entry("PySide6_Essentials", "6.11.3"), entry("httpx")],
        build={"commit": COMMIT, "date": "2026-11-29"},
    )
    made = makings(resources)
    assert made.build == Build(COMMIT, "2026-11-29")
    assert [part.name for part in made.parts] == ["httpx", "PySide6_Essentials", "zlib"]
    assert made.parts[2] == Part("zlib", "1.3", "MIT", "Do it.")
    assert made.qt == "6.11.3"
    told = made.summary()
    for words in (__version__, COMMIT, "built on 2026-11-29", "Qt 6.11.3", "zlib 1.3: MIT"):
        assert words in told
    assert "No telemetry, no network but your stores, no update check." in told


@pytest.mark.parametrize(
    "licences",
    [
        "no list",
        [{"name": 3}, "x", {"version": "1"}, None],
        {"name": "x"},
        [],
    ],
)
def test_a_list_of_licences_that_says_nothing_is_made_anew(tmp_path: Path, licences: Any) -> None:
    made = makings(bundle(tmp_path, licences=licences))
    assert made.parts[0].name == "Medusa Console"
    assert "Python" in [part.name for part in made.parts]


def test_what_a_file_says_without_end_is_cut(tmp_path: Path) -> None:
    many = [entry(f"part {n:04}") for n in range(2_000)]
    many[0] = entry("n" * 10_000, "v" * 10_000, "l" * 10_000, "t" * 1_000_000)
    made = makings(bundle(tmp_path, licences=many))
    assert len(made.parts) == 500
    long = next(part for part in made.parts if part.name.startswith("n"))
    assert [len(word) for word in (long.name, long.version, long.licence)] == [200, 200, 200]
    assert len(long.text) == 200_000


@pytest.mark.parametrize("content", [b"[" * 100_000, b"\xff\xfe{", LARGE, b""])
def test_files_that_cannot_be_used_count_as_missing(tmp_path: Path, content: bytes) -> None:
    resources = bundle(tmp_path)
    for name in ("licences.json", "build.json"):
        (resources / name).write_bytes(content)
    made = makings(resources)
    assert made.build == Build()
    assert made.parts[0].name == "Medusa Console"


@pytest.mark.parametrize(
    "build", [{"commit": "main; rm", "date": "2026-13-01"}, {"commit": 7}, {"date": "20261129"}]
)
def test_a_build_that_cannot_be_true_is_not_told(tmp_path: Path, build: Any) -> None:
    assert makings(bundle(tmp_path, build=build)).build == Build()


def test_a_clone_names_what_the_program_needs_and_nothing_that_its_tests_need() -> None:
    made = makings()
    parts = {part.name.lower(): part for part in made.parts}
    assert made.parts[0] == Part("Medusa Console", __version__, "MIT", parts["medusa console"].text)
    assert "MIT" in parts["medusa console"].text
    for name in ("pyside6_essentials", "httpx", "pydantic_core", "keyring", "python"):
        assert parts[name].version, name
        assert parts[name].licence, name
    assert "Lucide" in parts["lucide icons"].text
    assert "Permission" in parts["h11"].text
    assert not {"pytest", "ruff", "mypy"} & set(parts)
    assert made.qt == parts["pyside6_essentials"].version
    assert "from source" in made.summary()


def git(folder: Path, head: str, **files: str) -> Path:
    resources = folder / "resources"
    resources.mkdir()
    for name, text in {"HEAD": head, **files}.items():
        file = folder / ".git" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return resources


def test_a_clone_names_its_commit(tmp_path: Path) -> None:
    run = ["git", "-c", "user.name=A", "-c", "user.email=a@example.com"]
    clone, beside = tmp_path / "clone", tmp_path / "beside"
    clone.mkdir()
    for words in (
        ["init", "--quiet"],
        ["commit", "--quiet", "--allow-empty", "--no-gpg-sign", "-m", "One"],
        ["worktree", "add", "--quiet", str(beside)],
    ):
        subprocess.run([*run, *words], cwd=clone, check=True, capture_output=True)
    asked = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=clone, check=True, capture_output=True, text=True
    )
    for tree in (clone, beside):
        (tree / "resources").mkdir()
        assert makings(tree / "resources").build == Build(asked.stdout.strip()), tree.name
    subprocess.run(["git", "pack-refs", "--all"], cwd=clone, check=True)
    assert makings(clone / "resources").build == Build(asked.stdout.strip())


@pytest.mark.parametrize(
    ("head", "commit"),
    [
        (COMMIT, COMMIT),
        ("ref: refs/heads/main\n", OTHER),
        ("ref: refs/heads/missing\n", ""),
        ("ref: refs/../../secret\n", ""),
        ("ref: /etc/hostname\n", ""),
        ("", ""),
        ("x" * 10_000, ""),
    ],
)
def test_only_a_commit_is_taken_from_git(tmp_path: Path, head: str, commit: str) -> None:
    resources = git(tmp_path, head, **{"refs/heads/main": OTHER, "packed-refs": "# nothing\n"})
    (tmp_path / "secret").write_text(OTHER)
    assert makings(resources).build == Build(commit)


def test_without_git_no_commit_is_told(tmp_path: Path) -> None:
    assert makings(bundle(tmp_path)).build == Build()
