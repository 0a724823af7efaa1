"""Writes what the About window reads of a bundle: `licences.json` and `build.json`.

`licences.json` is a list of {name, version, licence, text, purl}, one for the program and each
part that somebody else made (`purl` is its package URL, "" if it is no package); `build.json` is
{commit, date}. Both are the same for the same commit on the same system.
"""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib.metadata import Distribution, distribution
from pathlib import Path
from urllib.parse import quote

from packaging.requirements import Requirement

from medusa_console import __version__

ROOT = Path(__file__).resolve().parent.parent
BUILDER = "pyinstaller"  # its loader is the beginning of the program
TEXTS = Path(__file__).resolve().parent / "licences"
# Wheels that carry no text of their licence.
_TEXTS_OF = {
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt", "qt-third-party.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}
_LICENCE_OF = {"pyside6-essentials": "LGPL-3.0-only", "shiboken6": "LGPL-3.0-only"}
_IS_LICENCE = re.compile(r"(^|/)(LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*$", re.IGNORECASE)
_DEBIAN_DOCS = Path("/usr/share/doc")

Part = dict[str, str]


class NoLicence(Exception):
    """A part of the bundle has no text of a licence that could be shipped with it."""


def write(folder: Path, binaries: Sequence[Path]) -> list[Path]:
    """Write both files into `folder`. `binaries` are the sources of the libraries in the bundle.

    Raises NoLicence if a part has no text.
    """
    parts = [_own(), _python(), _icons(), _of_distribution(distribution(BUILDER))]
    parts += [_of_distribution(one) for one in _distributions()]
    parts += _debian_packages(binaries)
    bare = [part["name"] for part in parts if not part["text"].strip()]
    if bare:
        raise NoLicence(f"no text of a licence: {', '.join(bare)}")
    parts.sort(key=lambda part: part["name"].casefold())
    date = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    build = {"commit": os.environ["MEDUSA_CONSOLE_COMMIT"], "date": date.date().isoformat()}
    return [_save(folder / "licences.json", parts), _save(folder / "build.json", build)]


def _save(file: Path, value: object) -> Path:
    file.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return file


def _distributions() -> Iterable[Distribution]:
    """The libraries that the program needs on this system, and theirs, without options."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [Requirement(line) for line in project["dependencies"]]
    found: dict[str, Distribution] = {}
    while waiting:
        wanted = waiting.pop()
        if wanted.marker is not None and not wanted.marker.evaluate({"extra": ""}):
            continue
        one = distribution(wanted.name)
        name = one.metadata["Name"].casefold()
        if name not in found:
            found[name] = one
            waiting += [Requirement(line) for line in one.requires or ()]
    return found.values()


def _of_distribution(one: Distribution) -> Part:
    name = one.metadata["Name"]
    key = name.casefold().replace("_", "-")
    texts = [(TEXTS / file).read_text(encoding="utf-8") for file in _TEXTS_OF.get(key, ())]
    for file in sorted(one.files or (), key=str):
        inside = ".dist-info/" in str(file)
        if inside and _IS_LICENCE.search(str(file)):
            texts.append(Path(str(one.locate_file(file))).read_text(encoding="utf-8"))
    licence = _LICENCE_OF.get(key) or _licence(one)
    text = "\n\n".join(texts) or _common_text(licence, one)
    return {
        "name": name,
        "version": one.version,
        "licence": licence,
        "text": text,
        "purl": f"pkg:pypi/{key}@{one.version}",
    }


def _licence(one: Distribution) -> str:
    meta = one.metadata
    told = next((meta[key] for key in ("License-Expression", "License") if key in meta), "")
    if told and "\n" not in told:
        return told
    classes: list[str] = meta.get_all("Classifier") or []
    return ", ".join(c.split(" :: ")[-1] for c in classes if c.startswith("License ::"))


def _common_text(licence: str, one: Distribution) -> str:
    """A licence's common text, under the name of who made the part."""
    file = TEXTS / f"{licence}.txt"
    if not file.is_file():
        return ""
    meta = one.metadata
    author = next(meta[key] for key in ("Author", "Author-email", "Name") if key in meta)
    return f"Copyright {author}\n\n{file.read_text(encoding='utf-8')}"


def _own() -> Part:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    return _part("medusa-console", __version__, "MIT", text)


def _python() -> Part:
    for folder in (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix)):
        for name in ("LICENSE.txt", "LICENSE"):
            if (folder / name).is_file():
                text = (folder / name).read_text(encoding="utf-8")
                return _part("Python", platform.python_version(), "PSF-2.0", text)
    found = next(_DEBIAN_DOCS.glob("*python3.11*/copyright"), None)
    text = found.read_text(encoding="utf-8") if found is not None else ""
    return _part("Python", platform.python_version(), "PSF-2.0", text)


def _icons() -> Part:
    text = (ROOT / "resources/icons/LICENSE").read_text(encoding="utf-8")
    return _part("Lucide icons", "", "ISC", text)


def _part(name: str, version: str, licence: str, text: str, purl: str = "") -> Part:
    return {"name": name, "version": version, "licence": licence, "text": text, "purl": purl}


def _debian_packages(binaries: Sequence[Path]) -> list[Part]:
    """The packages of Debian that libraries of the bundle come from; none on other systems."""
    if not Path("/usr/bin/dpkg-query").exists():
        return []
    own = (Path(sys.prefix), Path(sys.base_prefix))
    foreign = {
        file.resolve()
        for file in binaries
        if file.is_absolute() and not any(file.is_relative_to(folder) for folder in own)
    }
    return [_debian_part(name) for name in sorted({_package_of(file) for file in foreign})]


def _package_of(file: Path) -> str:
    for path in (str(file), str(file).removeprefix("/usr")):
        told = _dpkg("-S", path)
        if told:
            return told.split(": ")[0]
    raise NoLicence(f"no package holds {file}")


def _debian_part(package: str) -> Part:
    name = package.partition(":")[0]
    text = (_DEBIAN_DOCS / name / "copyright").read_text(encoding="utf-8", errors="replace")
    licences = dict.fromkeys(re.findall(r"^License: *(\S.*)$", text, re.MULTILINE))
    version = _dpkg("-W", "-f", "${Version}", package)
    told = ", ".join(licences) or "see the text"
    return _part(name, version, told, text, f"pkg:deb/debian/{name}@{quote(version)}")


def _dpkg(*arguments: str) -> str:
    done = subprocess.run(["dpkg-query", *arguments], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""
