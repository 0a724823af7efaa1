"""Whether nobody but an administrator may change a file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from medusa_console.desktop.administrators import (
    defaults_folder,
    only_administrators_change,
    unguarded,
    unguarded_by,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "etc" / "medusa-console"
    folder.mkdir(parents=True)
    for place in (tmp_path, tmp_path / "etc", folder):
        place.chmod(0o755)
    file = folder / "defaults.json"
    file.write_text("{}")
    file.chmod(0o644)
    return file


def weak(file: Path, *, owner: int = os.getuid()) -> str | None:
    top = file.parents[2]
    place = unguarded_by(file, owner=owner, top=top)
    return None if place is None else str(place.relative_to(top))


def test_a_file_that_only_its_owner_may_change_is_guarded(file: Path) -> None:
    assert weak(file) is None


@pytest.mark.parametrize("mode", [0o664, 0o646, 0o666])
def test_a_file_that_others_may_write_is_not(file: Path, mode: int) -> None:
    file.chmod(mode)
    assert weak(file) == "etc/medusa-console/defaults.json"


@pytest.mark.parametrize("mode", [0o775, 0o757, 0o1777])
@pytest.mark.parametrize("up", [0, 1])
def test_nor_is_one_below_a_folder_that_others_may_write(file: Path, mode: int, up: int) -> None:
    folder = file.parents[up]
    folder.chmod(mode)
    assert weak(file) == str(folder.relative_to(file.parents[2]))


def test_nor_is_a_file_of_another_account(file: Path) -> None:
    assert weak(file, owner=os.getuid() + 1) == "etc/medusa-console/defaults.json"


def test_nor_is_a_link_or_what_lies_behind_one(file: Path) -> None:
    real = file.rename(file.with_name("real.json"))
    file.symlink_to(real)
    assert weak(file) == "etc/medusa-console/defaults.json"
    real.replace(file)
    assert weak(file) is None
    elsewhere = file.parent.rename(file.parents[2] / "elsewhere")
    (elsewhere.parent / "etc" / "medusa-console").symlink_to(elsewhere)
    assert weak(file) == "etc/medusa-console"


def test_every_folder_counts_up_to_the_root(file: Path) -> None:
    # pytest's folders lie in one that everybody may write.
    assert unguarded(file) is not None


@pytest.mark.parametrize(
    ("platform", "folder"),
    [
        ("linux", "/etc/medusa-console"),
        ("darwin", "/Library/Application Support/medusa-console"),
    ],
)
def test_no_variable_chooses_the_folder(
    platform: str, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", "/elsewhere")
    monkeypatch.setenv("MEDUSA_CONSOLE_DATA", "/elsewhere")
    assert defaults_folder(platform) == Path(folder)


INSTALLER = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464"
USER = "S-1-5-21-1111111111-2222222222-3333333333-1001"


@pytest.mark.parametrize(
    "descriptor",
    [
        "O:BAG:SYD:P(A;;FA;;;BA)(A;;FA;;;SY)(A;;0x1200a9;;;BU)",
        "O:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FRFX;;;AU)",
        f"O:{INSTALLER}G:{INSTALLER}D:AI(A;ID;FA;;;BA)(A;ID;GRGX;;;WD)",
        f"O:BAD:(D;;FA;;;{USER})(A;;FA;;;BA)",
        "O:BAD:(A;OICIIO;FA;;;CO)(A;;FA;;;S-1-5-18)(A;;FR;;;BU)",
        "O:BAD:(A;;FA;;;BA)S:AI(AU;;FA;;;WD)",
        "O:BAD:P",
    ],
)
def test_windows_rights_that_only_administrators_have_are_guarded(descriptor: str) -> None:
    assert only_administrators_change(descriptor)


@pytest.mark.parametrize(
    "descriptor",
    [
        f"O:{USER}D:(A;;FA;;;BA)",  # the user's own
        "O:BUD:(A;;FA;;;BA)",
        "O:BAD:(A;;FA;;;BU)",
        "O:BAD:(A;;FA;;;BA)(A;;0x1301bf;;;AU)",  # modify
        "O:BAD:(A;OICI;DCLCRPCR;;;BU)",  # what folders of ProgramData inherit
        "O:BAD:(A;;0x2;;;WD)",
        "O:BAD:(A;;SD;;;WD)",
        "O:BAD:(A;;WO;;;WD)",
        f"O:BAD:(A;;FW;;;{USER})",
        "O:BAD:(A;;QQ;;;BU)",  # not known
        "O:BAD:(XA;;FR;;;BU;(x))",
        "O:BAD:(OA;;FR;;;BU)",
        "O:BAD:NO_ACCESS_CONTROL",
        "O:BA",  # no list: everybody may do everything
        "D:(A;;FA;;;BA)",
        "",
    ],
)
def test_all_other_windows_rights_are_not(descriptor: str) -> None:
    assert not only_administrators_change(descriptor)
