"""Stores and preferences outlive the program, and damage to their files."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import stat
import sys
import threading
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.errors import ProfileUnwritable
from medusa_console.domain.preferences import (
    Appearance,
    ChosenColumns,
    Density,
    LastView,
    Preferences,
)
from medusa_console.domain.query import (
    AccountFilter,
    CustomerQuery,
    CustomerSort,
    KeyQuery,
    KeySort,
    StateFilter,
)
from medusa_console.domain.store import DEMO_STORE, Environment, Proxy, ProxyKind, Store
from medusa_console.profile.folders import data_folder
from medusa_console.profile.profile import Loaded, Profile
from medusa_console.ui.words import reasons
from tests.system import full_disk

NORTHWIND = Store(
    "s1",
    "Northwind “EU”",
    "https://northwind.example",
    Environment.LIVE,
    keep_signed_in=True,
    email="maya@northwind.example",
    group="Europe",
    read_only=True,
    ca_file="/etc/company-ca.pem",
    proxy=Proxy(ProxyKind.OWN, "http://proxy.example:3128", "maya"),
    confirmed=False,
)

COMPUTER = "3d1219c7c4c5404aaa1f6d2a48adfda4"
LOCAL = Store("s2", "Mine", "http://localhost:9000", Environment.DEVELOPMENT)
CHOSEN = Preferences(
    clipboard_seconds=5,
    appearance=Appearance.DARK,
    density=Density.COMPACT,
    language="pt_BR",
    geometry={"1920x1080": "AdnQ"},
    last_store="s1",
    columns={"keys": {"title": 300}},
    chosen_columns={"keys": ChosenColumns(("title", "state"), ("type",))},
    views={
        "s1": LastView(
            "customers",
            KeyQuery("", "", KeyType.SECRET, StateFilter.WORKING, KeySort.TITLE, False),
            CustomerQuery("", AccountFilter.GUEST, "cusgroup_01", CustomerSort.NAME, False),
        )
    },
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
async def profile(folder: Path) -> AsyncIterator[Profile]:
    profile = Profile(folder, COMPUTER)
    yield profile
    await profile.aclose()


def damage(folder: Path, name: str, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text)


def stores_in(file: Path) -> int:
    return file.read_text().count('"origin"')


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


async def test_a_first_start_finds_the_defaults_and_no_problem(profile: Profile) -> None:
    assert profile.load() == Loaded((), Preferences(), ())


async def test_stores_and_preferences_come_back_in_their_order(
    profile: Profile, folder: Path
) -> None:
    stores = (LOCAL, DEMO_STORE, NORTHWIND)
    await profile.save_stores(stores)
    await profile.save_preferences(CHOSEN)
    assert Profile(folder, COMPUTER).load() == Loaded(stores, CHOSEN, ())


async def test_only_the_owner_may_read_what_is_kept(profile: Profile, folder: Path) -> None:
    before = os.umask(0o022)
    try:
        await profile.save_stores([NORTHWIND])
        await profile.save_preferences(CHOSEN)
    finally:
        os.umask(before)
    assert mode_of(folder) == 0o700
    assert {mode_of(folder / name) for name in files(folder)} == {0o600}


async def test_the_files_hold_these_facts_and_no_others(profile: Profile, folder: Path) -> None:
    await profile.save_stores([NORTHWIND])
    await profile.save_preferences(CHOSEN)
    stores = json.loads((folder / "stores.json").read_text())
    chosen = json.loads((folder / "preferences.json").read_text())
    assert stores.keys() == {"version", "confirmed_in", "stores"}
    assert COMPUTER not in stores["confirmed_in"]
    assert stores["stores"][0].keys() == {
        "id", "name", "origin", "environment", "keep_signed_in", "email", "group", "read_only",
        "ca_file", "proxy", "confirmed", "locked", "owed", "key_age_days",
        "admin_pages",
    }  # fmt: skip
    assert stores["stores"][0]["proxy"].keys() == {"kind", "address", "user"}
    assert chosen.keys() == {
        "version", "clipboard_seconds", "appearance", "density", "geometry",
        "last_store", "views", "idle_minutes", "unlock_first", "language", "columns",
        "chosen_columns",
        "recent_actions", "best_practice", "sent", "reminders", "told_reminders",
        "told_of_ends",
    }  # fmt: skip
    view = chosen["views"]["s1"]
    assert view.keys() == {"page", "keys", "customers", "colleagues"}
    assert view["keys"].keys() == {"type", "state", "sort", "descending"}
    assert view["customers"].keys() == {"account", "group", "sort", "descending"}


async def test_what_a_newer_version_has_added_is_no_damage(profile: Profile, folder: Path) -> None:
    damage(folder, "preferences.json", '{"version": 2, "density": "compact", "sound": "loud"}')
    assert profile.load() == Loaded((), Preferences(density=Density.COMPACT), ())


async def test_no_search_text_is_taken_from_a_file(profile: Profile, folder: Path) -> None:
    damage(folder, "preferences.json", '{"views": {"s1": {"keys": {"text": "a", "mark": 1}}}}')
    assert profile.load() == Loaded((), Preferences(views={"s1": LastView()}), ())


@pytest.mark.parametrize(
    "text",
    ["", "no json", "[]", "\x00", '{"clipboard_seconds": 4}', '{"clipboard_seconds": 121}',
     '{"appearance": "pink"}', '{"language": "../en"}', '{"columns": {"keys": {"title": 39}}}',
     '{"columns": {"keys": {"title": 2001}}}', '{"columns": {"keys": {"title": "wide"}}}',
     json.dumps({"columns": {str(n): {} for n in range(21)}}),
     json.dumps({"chosen_columns": {"keys": {"order": [str(n) for n in range(21)]}}}),
     json.dumps({"chosen_columns": {"keys": {"hidden": ["x" * 41]}}}),
     '{"views": {"s1": {"keys": {"sort": "email"}}}}', "[" * 100_000,
     '{"clipboard_seconds": true}', '{"told_of_ends": 1}', '{"language": "de\\n"}',
     '{"best_practice": NaN}', '{"best_practice": -1}', json.dumps({"best_practice": 10**400}),
     '{"last_store": "\\ud800"}', '{"geometry": {"\\ud800": ""}}', '{"views": []}',
     '{"recent_actions": {}}', '{"recent_actions": [null]}', '{"sent": {"s1": [{}]}}',
     json.dumps({"sent": {"s1": [{"line": "deploy"}] * 6}}),
     json.dumps({"sent": {"s1": [{"line": "x" * 501}]}})],
    ids=lambda text: text[:40],
)  # fmt: skip
async def test_damaged_settings_are_told_and_kept_aside(
    text: str, profile: Profile, folder: Path
) -> None:
    damage(folder, "preferences.json", text)
    loaded = profile.load()
    assert loaded.preferences == Preferences()
    assert len(loaded.problems) == 1
    assert "preferences.json.damaged" in reasons.loading(loaded.problems[0])
    await profile.save_preferences(CHOSEN)
    assert (folder / "preferences.json.damaged").read_text() == text
    assert Profile(folder, COMPUTER).load() == Loaded((), CHOSEN, ())


async def test_a_second_damaged_file_does_not_replace_the_first(
    profile: Profile, folder: Path
) -> None:
    for text in ("first", "second"):
        damage(folder, "stores.json", text)
        profile.load()
    assert (folder / "stores.json.damaged").read_text() == "first"
    assert (folder / "stores.json.2.damaged").read_text() == "second"


@pytest.mark.parametrize(
    "bad",
    [
        {"origin": "http://northwind.example"},
        {"origin": "https://northwind.example/"},
        {"origin": "https://user@northwind.example"},
        {"environment": "moon"},
        {"id": "s2"},
        {"name": None},
        {"proxy": {"kind": "moon"}},
        {"read_only": "perhaps"},
    ],
    ids=repr,
)
async def test_one_bad_store_does_not_take_the_others_with_it(
    bad: dict[str, object], profile: Profile, folder: Path
) -> None:
    await profile.save_stores([LOCAL, NORTHWIND])
    kept = json.loads((folder / "stores.json").read_text())
    kept["stores"][1] |= bad
    damage(folder, "stores.json", json.dumps(kept))

    loaded = Profile(folder, COMPUTER).load()
    assert loaded.stores == (LOCAL,)
    assert len(loaded.problems) == 1
    assert (loaded.problems[0].lost, loaded.problems[0].number) == (1, 2)
    assert json.loads((folder / "stores.json.damaged").read_text()) == kept
    assert Profile(folder, COMPUTER).load() == Loaded((LOCAL,), Preferences(), ())


async def test_of_many_saves_the_latest_stays(profile: Profile, folder: Path) -> None:
    drafts: set[str] = set()

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event == "tempfile.mkstemp":
            drafts.add(str(arguments[0]))

    sys.addaudithook(watch)
    saves = [profile.save_preferences(replace(CHOSEN, clipboard_seconds=n)) for n in range(5, 60)]
    await asyncio.gather(*saves)
    assert Profile(folder, COMPUTER).load().preferences.clipboard_seconds == 59
    assert files(folder) == ["preferences.json", "preferences.json.copy"]
    assert 1 <= len(drafts) < len(saves)


async def test_a_save_that_nobody_waits_for_any_more_is_written(folder: Path) -> None:
    profile = Profile(folder, COMPUTER)
    saves = [
        asyncio.ensure_future(profile.save_preferences(CHOSEN)),
        asyncio.ensure_future(profile.save_stores([LOCAL])),
    ]
    await asyncio.sleep(0)
    for save in saves:
        save.cancel()
    await profile.aclose()
    assert Profile(folder, COMPUTER).load() == Loaded((LOCAL,), CHOSEN, ())


async def test_the_disk_is_not_waited_for_on_the_thread_of_the_window(profile: Profile) -> None:
    opened: set[threading.Thread] = set()

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and ".json" in str(arguments[0]):
            opened.add(threading.current_thread())

    sys.addaudithook(watch)
    await profile.save_stores([LOCAL])
    assert opened
    assert threading.main_thread() not in opened


async def test_a_full_disk_leaves_the_old_file_whole(profile: Profile, folder: Path) -> None:
    await profile.save_stores([LOCAL])
    with full_disk(room=64), pytest.raises(ProfileUnwritable, match=r"stores\.json"):
        await profile.save_stores([LOCAL, NORTHWIND])
    assert files(folder) == ["stores.json", "stores.json.copy"]
    assert Profile(folder, COMPUTER).load() == Loaded((LOCAL,), Preferences(), ())


async def test_a_folder_that_cannot_be_used_is_told_and_stops_nothing(
    profile: Profile, folder: Path
) -> None:
    damage(folder.parent, folder.name, "a file stands where the folder should be")
    loaded = profile.load()
    assert (loaded.stores, loaded.preferences) == ((), Preferences())
    assert len(loaded.problems) == 2
    with pytest.raises(ProfileUnwritable):
        await profile.save_preferences(CHOSEN)


def test_the_command_line_decides_over_the_environment_and_that_over_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MEDUSA_CONSOLE_DATA", raising=False)
    assert data_folder() == tmp_path / "xdg-data" / "medusa-console"
    monkeypatch.setenv("MEDUSA_CONSOLE_DATA", str(tmp_path / "from-environment"))
    assert data_folder() == tmp_path / "from-environment"
    assert data_folder(str(tmp_path / "asked-for")) == tmp_path / "asked-for"
    assert not any(tmp_path.iterdir())


# Where an address was confirmed


def confirmed(folder: Path, computer: str = COMPUTER) -> list[bool]:
    return [store.confirmed for store in Profile(folder, computer).load().stores]


async def test_what_was_confirmed_in_another_folder_is_asked_about_again(
    profile: Profile, folder: Path, tmp_path: Path
) -> None:
    await profile.save_stores([LOCAL, DEMO_STORE])
    copy = shutil.copytree(folder, tmp_path / "copy")
    assert confirmed(folder) == [True, True]
    assert confirmed(copy) == [False, True]
    assert confirmed(folder, "another computer") == [False, True]
    (tmp_path / "link").symlink_to(folder)
    assert confirmed(tmp_path / "link") == [True, True]


async def test_what_is_confirmed_in_the_new_place_stays_so_there(
    profile: Profile, folder: Path, tmp_path: Path
) -> None:
    await profile.save_stores([LOCAL, replace(LOCAL, id="s3")])
    copy = shutil.copytree(folder, tmp_path / "copy")
    moved = Profile(copy, COMPUTER)
    one, other = moved.load().stores
    await moved.save_stores([replace(one, confirmed=True), other])
    await moved.aclose()
    assert confirmed(copy) == [True, False]
    assert confirmed(folder) == [True, True]


@pytest.mark.parametrize("mark", [None, "", "0" * 64, 1, ["x"]])
async def test_a_list_without_the_right_mark_has_confirmed_nothing(
    mark: object, profile: Profile, folder: Path
) -> None:
    await profile.save_stores([LOCAL])
    content = json.loads((folder / "stores.json").read_text())
    damage(folder, "stores.json", json.dumps(content | {"confirmed_in": mark}))
    assert confirmed(folder) == [False]


async def test_an_entry_that_does_not_say_so_is_not_confirmed(
    profile: Profile, folder: Path
) -> None:
    await profile.save_stores([LOCAL])
    content = json.loads((folder / "stores.json").read_text())
    del content["stores"][0]["confirmed"]
    damage(folder, "stores.json", json.dumps(content))
    assert confirmed(folder) == [False]


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
async def test_a_list_that_others_may_write_has_confirmed_nothing(
    mode: int, profile: Profile, folder: Path
) -> None:
    await profile.save_stores([LOCAL])
    (folder / "stores.json").chmod(mode)
    assert confirmed(folder) == [False]


async def test_a_list_that_belongs_to_somebody_else_has_confirmed_nothing(
    profile: Profile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await profile.save_stores([LOCAL])
    somebody = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: somebody)
    assert confirmed(folder) == [False]


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder of somebody who keeps settings under version control."""
    (tmp_path / "dotfiles").mkdir()
    return tmp_path / "dotfiles" / "mine.json"


async def test_a_linked_file_is_written_through_the_link(
    profile: Profile, folder: Path, elsewhere: Path
) -> None:
    await profile.save_stores([LOCAL])
    (folder / "stores.json").rename(elsewhere)
    (folder / "stores.json").symlink_to(elsewhere)
    await profile.save_stores([LOCAL, NORTHWIND])
    assert (folder / "stores.json").is_symlink()
    assert stores_in(elsewhere) == 2
    assert files(elsewhere.parent) == ["mine.json"], "no draft is left there"
    assert Profile(folder, COMPUTER).load().stores == (LOCAL, NORTHWIND)


async def test_a_damaged_file_behind_a_link_is_set_aside_and_the_link_stays(
    folder: Path, elsewhere: Path
) -> None:
    damage(elsewhere.parent, elsewhere.name, "<damaged>")
    damage(folder, "preferences.json", "{}")
    (folder / "stores.json").symlink_to(elsewhere)
    profile = Profile(folder, COMPUTER)
    (problem,) = profile.load().problems
    assert problem.aside is not None
    assert (folder / problem.aside.kept).read_text() == "<damaged>"
    assert not (folder / problem.aside.kept).is_symlink()
    await profile.save_stores([LOCAL])
    await profile.aclose()
    assert stores_in(elsewhere) == 1


@pytest.mark.parametrize("left", [b"", b"\0" * 300, b'{"version": 1, "stor'], ids=repr)
@pytest.mark.parametrize("name", ["stores.json", "preferences.json"])
async def test_after_a_power_cut_the_last_good_copy_is_used_and_that_is_said(
    name: str, left: bytes, profile: Profile, folder: Path
) -> None:
    await profile.save_stores([LOCAL])
    await profile.save_stores([LOCAL, NORTHWIND])
    await profile.save_preferences(replace(CHOSEN, unlock_first=True))
    (folder / name).write_bytes(left)
    loaded = Profile(folder, COMPUTER).load()
    assert loaded.stores == (LOCAL, NORTHWIND)
    assert loaded.preferences == replace(CHOSEN, unlock_first=True), "the bar stays up"
    (problem,) = loaded.problems
    assert "copy" in reasons.loading(problem)
    assert f"The old file is now {name}.damaged." in reasons.loading(problem)
    assert (folder / f"{name}.damaged").read_bytes() == left
    assert Profile(folder, COMPUTER).load() == replace(loaded, problems=())


async def test_a_copy_that_is_damaged_as_well_leaves_the_defaults(
    profile: Profile, folder: Path
) -> None:
    await profile.save_stores([LOCAL])
    for name in files(folder):
        (folder / name).write_bytes(b"")
    loaded = profile.load()
    assert loaded.stores == ()
    assert len(loaded.problems) == 1


async def test_what_was_removed_is_in_no_copy(profile: Profile, folder: Path) -> None:
    await profile.save_stores([LOCAL, NORTHWIND])
    await profile.save_stores([])
    assert not any(b"origin" in (folder / name).read_bytes() for name in files(folder))


async def test_a_file_that_somebody_deleted_is_not_brought_back(
    profile: Profile, folder: Path
) -> None:
    await profile.save_stores([LOCAL])
    (folder / "stores.json").unlink()
    assert profile.load() == Loaded((), Preferences(), ())


async def test_a_link_to_what_is_away_is_told_and_the_copy_is_used(
    profile: Profile, folder: Path, elsewhere: Path
) -> None:
    await profile.save_stores([LOCAL])
    (folder / "stores.json").rename(folder / "somewhere.json")
    (folder / "stores.json").symlink_to(elsewhere)
    loaded = Profile(folder, COMPUTER).load()
    assert loaded.stores == (LOCAL,)
    assert len(loaded.problems) == 1
    await profile.save_stores([LOCAL, NORTHWIND])
    assert stores_in(elsewhere) == 2


async def test_a_link_to_itself_ends_no_start(profile: Profile, folder: Path) -> None:
    damage(folder, "preferences.json", "{}")
    (folder / "stores.json").symlink_to(folder / "stores.json")
    loaded = profile.load()
    assert loaded.stores == ()
    assert len(loaded.problems) == 1
    await profile.save_stores([LOCAL])
    assert Profile(folder, COMPUTER).load().stores == (LOCAL,)
