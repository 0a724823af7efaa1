"""Where the administrator of this computer keeps files for its users, and whether nobody else may
change such a file."""

from __future__ import annotations

import ctypes
import os
import re
import stat
import sys
from pathlib import Path

import platformdirs

_ROOT = 0
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH

# Administrators, the system, and the service that installs Windows' own files.
_TRUSTED = frozenset(
    {
        "BA",
        "SY",
        "S-1-5-32-544",
        "S-1-5-18",
        "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",
    }
)
# What a right of Windows allows that changes a file or a folder, as bits of its mask: write data,
# append, extended attributes, delete a child, attributes, delete, permissions, owner, all.
_CHANGES = 0x2 | 0x4 | 0x10 | 0x40 | 0x100 | 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000
_RIGHTS = {
    "FA": 0x1F01FF, "FR": 0x120089, "FW": 0x120116, "FX": 0x1200A0,
    "GA": 0x10000000, "GR": 0x80000000, "GW": 0x40000000, "GX": 0x20000000,
    "CC": 0x1, "DC": 0x2, "LC": 0x4, "SW": 0x8, "RP": 0x10, "WP": 0x20, "DT": 0x40, "LO": 0x80,
    "CR": 0x100, "SD": 0x10000, "RC": 0x20000, "WD": 0x40000, "WO": 0x80000,
}  # fmt: skip
_OWNER = re.compile(r"O:(S-[0-9-]+|[A-Z]{2})")
_ACCESS = re.compile(r"D:([A-Z_]*)((?:\([^()]*\))*)(?:S:.*)?$")
_FILE_OBJECT, _OWNER_AND_ACCESS, _REVISION = 1, 0x1 | 0x4, 1


def defaults_folder(platform: str = sys.platform) -> Path:
    """The folder of `defaults.json` on `platform`. No variable of a user chooses it, except on
    Windows, where the system is asked for it."""
    if platform == "darwin":
        return Path("/Library/Application Support/medusa-console")
    if platform == "win32":
        return platformdirs.site_data_path("medusa-console", appauthor=False)
    return Path("/etc/medusa-console")


def unguarded(file: Path) -> Path | None:
    """Which of `file` and its folders others than an administrator may change; None if there is
    none. Raises OSError. Blocks on the disk."""
    if sys.platform == "win32":
        # What lies above belongs to Windows, and there nobody may rename what is another's.
        for place in (file, file.parent):
            if not only_administrators_change(_descriptor(place)):
                return place
        return None
    return unguarded_by(file, owner=_ROOT, top=Path("/"))


def unguarded_by(file: Path, *, owner: int, top: Path) -> Path | None:
    """Which of `file` and its folders, up to `top`, is a link, belongs to another account than
    `owner`, or may be written by others; None if there is none. Raises OSError."""
    for place in (file, *file.parents):
        facts = os.lstat(place)  # the mode also tells of write access that a list of rights gives
        if stat.S_ISLNK(facts.st_mode) or facts.st_uid != owner or facts.st_mode & _OTHERS_WRITE:
            return place
        if place == top:
            break
    return None


def only_administrators_change(descriptor: str) -> bool:
    """Whether a file of Windows belongs to an administrator and can be changed by no other account.

    `descriptor` is the file's security descriptor as text (SDDL), with its owner and its list of
    rights. What is not understood counts as changeable.
    """
    owner, access = _OWNER.match(descriptor), _ACCESS.search(descriptor)
    if owner is None or access is None or owner[1] not in _TRUSTED or "NO_ACCESS" in access[1]:
        return False
    return not any(_lets_change(entry) for entry in re.findall(r"\(([^()]*)\)", access[2]))


def _lets_change(entry: str) -> bool:
    kind, flags, rights, *_, account = entry.split(";")
    if kind == "D" or "IO" in re.findall("..", flags) or account in _TRUSTED:
        return False  # refuses, is for files to come, or is an administrator's
    return kind != "A" or bool(_mask(rights) & _CHANGES)


def _mask(rights: str) -> int:
    """The bits of `rights`; all for what is not known."""
    if re.fullmatch(r"0x[0-9a-fA-F]{1,8}", rights):
        return int(rights, 16)
    words = re.findall(r"..?", rights)
    mask = 0
    for word in words:
        mask |= _RIGHTS.get(word, 0xFFFFFFFF)
    return mask


def _descriptor(place: Path) -> str:  # pragma: no cover  # Windows
    """The security descriptor of a file of Windows, as text; raises OSError."""
    security, memory = ctypes.WinDLL("advapi32"), ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]
    found, text = ctypes.c_void_p(), ctypes.c_wchar_p()
    error = security.GetNamedSecurityInfoW(
        ctypes.c_wchar_p(str(place)), _FILE_OBJECT, _OWNER_AND_ACCESS,
        None, None, None, None, ctypes.byref(found),
    )  # fmt: skip
    if error:
        raise OSError(f"error {error}")
    try:
        if not security.ConvertSecurityDescriptorToStringSecurityDescriptorW(
            found, _REVISION, _OWNER_AND_ACCESS, ctypes.byref(text), None
        ):
            raise OSError("no security descriptor")
        return text.value or ""
    finally:
        memory.LocalFree(text)
        memory.LocalFree(found)
