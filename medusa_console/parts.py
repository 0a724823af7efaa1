"""Tells what the program is made of: its build, and the name, version and licence of every part.

A bundle has both as files beside its resources, `build.json` ({commit, date}) and `licences.json`
(a list of {name, version, licence, text}). From source they come from `.git` and from the metadata
of the installed libraries. Nothing here imports Qt. Everything reads files: call it on a worker
thread.
"""

from __future__ import annotations

import json
import logging
import os
import platform
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from medusa_console import __version__
from medusa_console.resource_folder import resource_folder

if TYPE_CHECKING:
    from importlib.metadata import Distribution

log = logging.getLogger(__name__)

_MOST_BYTES = 8 << 20
_MOST_PARTS = 500
_LONGEST_WORD = 200
_LONGEST_TEXT = 200_000
_MOST_FILES = 20

_OWN = "medusa-console"
_QT = "pyside6-essentials"
_COMMIT = re.compile(r"[0-9a-f]{7,64}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_REF = re.compile(r"refs/[\w./-]{1,200}")
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)


@dataclass(frozen=True)
class Build:
    """`commit` is the full id of the source's version, `date` the day of the build as YYYY-MM-DD;
    "" where it is not known. A program that runs from source has no date."""

    commit: str = ""
    date: str = ""


@dataclass(frozen=True)
class Part:
    """One part of the program. `licence` is its short name, `text` the whole licence; "" where the
    part does not tell."""

    name: str
    version: str
    licence: str
    text: str


@dataclass(frozen=True)
class Makings:
    """`parts` are sorted by name, the program itself first. `qt` is the version of Qt, "" if it is
    not known."""

    build: Build
    parts: tuple[Part, ...]
    qt: str
    python: str

    def summary(self) -> str:
        """All but the licences' texts, in English, to copy into a report."""
        build = self.build
        made = f"built on {build.date}" if build.date else "from source"
        return "\n".join(
            (
                f"Medusa Console {__version__}",
                f"Commit {build.commit or 'not known'}, {made}",
                f"Qt {self.qt or 'not known'}, Python {self.python}",
                f"{platform.system()} {platform.release()}, {platform.machine()}",
                "No telemetry, no network but your stores, no update check.",
                "",
                *(f"{part.name} {part.version}: {part.licence or '?'}" for part in self.parts),
            )
        )


def makings(folder: Path | None = None) -> Makings:
    """What the program is made of, from the files in `folder`, by default the resources' folder.
    A file that cannot be used counts as missing."""
    folder = folder or resource_folder()
    parts = _bundled_parts(folder) or _installed_parts(folder)
    qt = next((part.version for part in parts if _plain(part.name) == _QT), "")
    build = _bundled_build(folder) or Build(_commit(folder.parent))
    return Makings(build, parts, qt, platform.python_version())


def _bundled_build(folder: Path) -> Build | None:
    found = _json(folder / "build.json")
    if not isinstance(found, Mapping):
        return None
    commit, day = found.get("commit"), found.get("date")
    return Build(
        commit if isinstance(commit, str) and _COMMIT.fullmatch(commit) else "",
        day if isinstance(day, str) and _is_date(day) else "",
    )


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _bundled_parts(folder: Path) -> tuple[Part, ...]:
    found = _json(folder / "licences.json")
    if not isinstance(found, list):
        return ()
    parts = [part for entry in found[:_MOST_PARTS] if (part := _part(entry)) is not None]
    return _sorted(parts)


def _part(entry: object) -> Part | None:
    if not isinstance(entry, Mapping):
        return None
    words = [entry.get(key, "") for key in ("name", "version", "licence", "text")]
    if not all(isinstance(word, str) for word in words) or not words[0]:
        return None
    name, version, licence = (word[:_LONGEST_WORD] for word in words[:3])
    return Part(name, version, licence, words[3][:_LONGEST_TEXT])


def _json(file: Path) -> object:
    """The content of `file`; None if there is no such file, or it cannot be used."""
    try:
        return json.loads(_read(file, _MOST_BYTES))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        log.warning("%s cannot be used: %s", file.name, type(error).__name__)
        return None


def _read(file: Path, most: int) -> str:
    """The text of `file`; raises OSError, and ValueError if there are more than `most` bytes."""
    with file.open("rb") as opened:
        content = opened.read(most + 1)
    if len(content) > most:
        raise ValueError("too large")
    return content.decode("utf-8", "replace")


# From source


def _commit(tree: Path) -> str:
    """The commit that is checked out in `tree`; "" if `.git` does not tell."""
    try:
        git = tree / ".git"
        if git.is_file():  # a second work tree
            git = tree / _read(git, 4_096).removeprefix("gitdir:").strip()
        head = _read(git / "HEAD", 4_096).strip()
        if _COMMIT.fullmatch(head):
            return head
        ref = head.removeprefix("ref:").strip()
        if not _REF.fullmatch(ref) or ".." in ref:
            return ""
        common = git / "commondir"
        shared = git / _read(common, 4_096).strip() if common.is_file() else git
        return _resolved(shared, ref)
    except (OSError, ValueError) as error:
        log.debug("no commit is known: %s", type(error).__name__)
        return ""


def _resolved(git: Path, ref: str) -> str:
    try:
        commit = _read(git / ref, 4_096).strip()
    except FileNotFoundError:
        lines = _read(git / "packed-refs", _MOST_BYTES).splitlines()
        commit = next((line.split()[0] for line in lines if line.endswith(f" {ref}")), "")
    return commit if _COMMIT.fullmatch(commit) else ""


def _installed_parts(folder: Path) -> tuple[Part, ...]:
    """The program, Python, the icons, and every library that the program needs."""
    tree = folder.parent
    own = Part("Medusa Console", __version__, "MIT", _text(tree / "LICENSE"))
    standard = Path(os.__file__).parent
    python = Part("Python", platform.python_version(), "PSF-2.0", _text(standard / "LICENSE.txt"))
    icons = Part("Lucide icons", "", "ISC", _text(folder / "icons" / "LICENSE"))
    return _sorted((own, python, icons, *_libraries(tree)))


def _libraries(tree: Path) -> Iterator[Part]:
    from importlib.metadata import PackageNotFoundError, distribution  # 40 ms

    waiting, met = list(_first_requirements(tree)), {_OWN}
    while waiting and len(met) < _MOST_PARTS:
        name = waiting.pop()
        if _plain(name) in met:
            continue
        met.add(_plain(name))
        try:
            found = distribution(name)
        except PackageNotFoundError:  # of another system
            continue
        waiting += _names(found.requires or ())
        yield _part_of(found)


def _first_requirements(tree: Path) -> Iterable[str]:
    import tomllib
    from importlib.metadata import PackageNotFoundError, requires

    try:
        project = tomllib.loads(_read(tree / "pyproject.toml", _MOST_BYTES))["project"]
        return _names(project["dependencies"])
    except (OSError, ValueError, LookupError, TypeError):
        pass  # not a clone
    try:
        return _names(requires(_OWN) or ())
    except PackageNotFoundError:
        return ()


def _names(requirements: Iterable[str]) -> list[str]:
    """The names of `requirements`, without those that somebody has to ask for."""
    found = (_NAME.match(line) for line in requirements if "extra ==" not in line)
    return [name[0] for name in found if name]


def _part_of(found: Distribution) -> Part:
    about = found.metadata
    fields = [about[name] for name in ("License-Expression", "License") if name in about]
    told = fields[0] if fields else ""
    kinds = (line for line in about.get_all("Classifier") or () if line.startswith("License ::"))
    licence = told.strip().partition("\n")[0] or ", ".join(line.split(" :: ")[-1] for line in kinds)
    files = [file for file in found.files or () if _LICENCE_FILE.search(str(file))]
    texts = [_text(Path(str(file.locate()))) for file in files[:_MOST_FILES]]
    text = "\n\n".join(dict.fromkeys(text for text in texts if text))
    return Part(
        about["Name"][:_LONGEST_WORD],
        found.version[:_LONGEST_WORD],
        licence[:_LONGEST_WORD],
        text[:_LONGEST_TEXT],
    )


def _text(file: Path) -> str:
    try:
        return _read(file, _LONGEST_TEXT)
    except (OSError, ValueError):
        return ""


def _sorted(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(sorted(parts, key=lambda part: (_plain(part.name) != _OWN, _plain(part.name))))


def _plain(name: str) -> str:
    return re.sub(r"[\s._-]+", "-", name).lower()
