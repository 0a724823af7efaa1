"""`defaults.json`: what an administrator may set, and what happens to a file that is not right."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from medusa_console.domain.defaults import NO_DEFAULTS, Defaults
from medusa_console.domain.load_problem import LoadFault, LoadProblem
from medusa_console.domain.preferences import Preferences
from medusa_console.domain.store import DEMO_STORE, Environment, Proxy, ProxyKind, Store
from medusa_console.services.defaults import read_defaults

SHOP = {"name": "Northwind EU", "address": "https://medusa.northwind.example"}


def nobody(_: Path) -> Path | None:
    """Nobody but the administrator may change anything."""
    return None


def read(folder: Path, content: Any) -> tuple[Defaults, LoadProblem | None]:
    text = content if isinstance(content, bytes) else json.dumps(content).encode()
    (folder / "defaults.json").write_bytes(text)
    return read_defaults(folder, nobody)


def test_without_a_file_everything_is_left_to_the_user(tmp_path: Path) -> None:
    assert read_defaults(tmp_path, nobody) == (NO_DEFAULTS, None)
    assert read_defaults(tmp_path / "none", nobody) == (NO_DEFAULTS, None)
    assert read(tmp_path, {}) == (NO_DEFAULTS, None)


def test_everything_that_can_be_set_is_read(tmp_path: Path) -> None:
    stores = [SHOP, SHOP | {"name": "Copy", "environment": "staging", "read_only": True}]
    defaults, problem = read(
        tmp_path,
        {
            "version": 1,
            "stores": stores,
            "proxy": {"kind": "own", "address": "proxy.northwind.example:3128"},
            "ca_file": "/etc/ssl/northwind.pem",
            "clipboard_seconds": 20,
            "lock_minutes": 0,
            "read_only": False,
        },
    )
    assert problem is None
    one, two = defaults.stores
    assert (one.name, one.origin, one.environment, one.confirmed, one.email) == (
        "Northwind EU", "https://medusa.northwind.example", Environment.LIVE, False, "",
    )  # fmt: skip
    assert (two.environment, two.read_only) == (Environment.STAGING, True)
    assert one.id[:8] != two.id[:8]  # what a session in the keyring is told by
    assert defaults.proxy == Proxy(ProxyKind.OWN, "http://proxy.northwind.example:3128")
    assert (defaults.ca_file, defaults.clipboard_seconds) == ("/etc/ssl/northwind.pem", 20)
    assert (defaults.idle_minutes, defaults.read_only) == (0, False)
    assert read_defaults(tmp_path, nobody)[0] == defaults, "ids are the same at every start"


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ({"clipboard": 5}, "clipboard"),
        ({"clipboard_seconds": 4}, "clipboard_seconds"),
        ({"clipboard_seconds": "20"}, "clipboard_seconds"),
        ({"lock_minutes": 241}, "lock_minutes"),
        ({"lock_minutes": True}, "lock_minutes"),
        ({"read_only": "yes"}, "read_only"),
        ({"version": 2}, "version"),
        ({"ca_file": ""}, "ca_file"),
        ({"ca_file": "/a\n/b"}, "ca_file"),
        ({"proxy": "http://proxy:3128"}, "proxy"),
        ({"proxy": {"kind": "socks"}}, "proxy.kind"),
        ({"proxy": {"kind": "own"}}, "proxy.address"),
        ({"proxy": {"kind": "own", "address": "http://u:p@proxy:3128"}}, "proxy.address"),
        ({"proxy": {"kind": "none", "password": "p"}}, "proxy.password"),
        ({"stores": [SHOP] * 501}, "stores"),
        ({"stores": [SHOP, "x"]}, "stores.2"),
        ({"stores": [SHOP, {"name": "x"}]}, "stores.2.address"),
        ({"stores": [SHOP | {"address": "http://shop.example"}]}, "stores.1.address"),
        ({"stores": [SHOP | {"address": "https://demo.invalid"}]}, "stores.1.address"),
        ({"stores": [SHOP | {"name": "a\u202eb"}]}, "stores.1.name"),
        ({"stores": [SHOP | {"email": "anna@example.com"}]}, "stores.1.email"),
        ({"stores": [SHOP | {"environment": "demo"}]}, "stores.1"),
    ],
)
def test_a_wrong_file_is_ignored_as_a_whole_and_its_fault_is_named(
    tmp_path: Path, content: Any, place: str
) -> None:
    defaults, problem = read(tmp_path, {"clipboard_seconds": 20} | content)
    assert defaults == NO_DEFAULTS
    assert problem is not None
    assert (problem.fault, problem.detail) == (LoadFault.DEFAULTS_WRONG, place)


@pytest.mark.parametrize(
    "content",
    [
        b'{"read_only": true, "clipboard_seconds": 20, "read_only": false}',
        b'{"stores": [{"name": "A", "read_only": true, "read_only": false}]}',
    ],
)
def test_a_key_that_stands_there_twice_is_a_mistake(tmp_path: Path, content: bytes) -> None:
    wrong = LoadProblem(LoadFault.DEFAULTS_WRONG, detail="read_only")
    assert read(tmp_path, content) == (NO_DEFAULTS, wrong)


def test_a_store_that_stands_there_twice_is_a_mistake(tmp_path: Path) -> None:
    other = SHOP | {"address": "https://other.northwind.example"}
    twice = SHOP | {"address": SHOP["address"] + ":443/", "read_only": True}
    _, problem = read(tmp_path, {"stores": [SHOP, other]})
    assert problem is None
    defaults, problem = read(tmp_path, {"stores": [SHOP, other, twice]})
    assert defaults == NO_DEFAULTS
    assert problem == LoadProblem(LoadFault.DEFAULTS_WRONG, detail="stores.3")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", LoadFault.DEFAULTS_NO_JSON),
        (b"[]", LoadFault.DEFAULTS_NO_JSON),
        (b"\xff\xfe", LoadFault.DEFAULTS_NO_JSON),
        (b'{"a":' * 100_000, LoadFault.DEFAULTS_TOO_LARGE),
        (b"[" * 200_000, LoadFault.DEFAULTS_NO_JSON),
        (b"{}" + b" " * (256 << 10), LoadFault.DEFAULTS_TOO_LARGE),
    ],
)
def test_what_is_no_such_file_is_ignored(tmp_path: Path, content: bytes, fault: LoadFault) -> None:
    assert read(tmp_path, content) == (NO_DEFAULTS, LoadProblem(fault))


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    content = b'{"lock_minutes": 5}'
    defaults, problem = read(tmp_path, content + b" " * ((256 << 10) - len(content)))
    assert (defaults.idle_minutes, problem) == (5, None)


def test_a_pipe_or_a_folder_holds_nothing_up(tmp_path: Path) -> None:
    for make in (os.mkfifo, os.mkdir):
        folder = tmp_path / make.__name__
        folder.mkdir()
        make(folder / "defaults.json")
        problem = LoadProblem(LoadFault.DEFAULTS_NO_JSON)
        assert read_defaults(folder, nobody) == (NO_DEFAULTS, problem)


def test_a_file_that_others_may_change_is_not_even_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "defaults.json")
    weak = tmp_path / "etc"
    problem = LoadProblem(LoadFault.DEFAULTS_UNGUARDED, detail=str(weak))
    assert read_defaults(tmp_path, lambda _: weak) == (NO_DEFAULTS, problem)


def test_a_file_that_cannot_be_looked_at_is_told(tmp_path: Path) -> None:
    (tmp_path / "defaults.json").write_text("{}")

    def refused(_: Path) -> Path | None:
        raise PermissionError(13, "Permission denied")

    problem = LoadProblem(LoadFault.DEFAULTS_UNREADABLE, detail="Permission denied")
    assert read_defaults(tmp_path, refused) == (NO_DEFAULTS, problem)


OWN = Proxy(ProxyKind.OWN, "http://proxy.example:3128", "anna")
STORE = Store("1", "One", "https://one.example", Environment.LIVE, proxy=OWN, ca_file="/own.pem")


def test_what_is_fixed_holds_for_every_store_but_the_demo_store() -> None:
    elsewhere = Proxy(ProxyKind.OWN, "http://other.example:3128")
    fixed = Defaults(proxy=elsewhere, ca_file="/all.pem", read_only=True)
    ruled = fixed.store(STORE)
    assert (ruled.proxy, ruled.ca_file, ruled.read_only) == (elsewhere, "/all.pem", True)
    assert fixed.store(DEMO_STORE) == DEMO_STORE
    same = Defaults(proxy=Proxy(ProxyKind.OWN, OWN.address)).store(STORE)
    assert same.proxy == OWN, "the user of the same proxy stays"
    assert NO_DEFAULTS.store(STORE) == STORE


def test_an_address_that_is_read_only_is_so_under_every_name() -> None:
    listed = Store("x", "Shop", STORE.origin, Environment.LIVE, read_only=True)
    fixed = Defaults(stores=(listed,))
    assert fixed.store(STORE).read_only
    assert fixed.fixes_read_only(STORE)
    assert not fixed.store(Store("2", "Two", "https://two.example", Environment.LIVE)).read_only


def test_times_are_fixed_or_left() -> None:
    assert NO_DEFAULTS.preferences(Preferences()) == Preferences()
    fixed = Defaults(clipboard_seconds=5, idle_minutes=0).preferences(Preferences())
    assert (fixed.clipboard_seconds, fixed.idle_minutes) == (5, 0)


def test_a_store_is_offered_until_the_user_has_it() -> None:
    one, two = STORE, Store("2", "Two", "https://two.example", Environment.LIVE)
    defaults = Defaults(stores=(one, two))
    assert defaults.missing(()) == (one, two)
    assert defaults.missing((one,)) == (two,)
    by_hand = Store("9", two.name, two.origin, Environment.STAGING)
    assert defaults.missing((one, by_hand)) == ()
