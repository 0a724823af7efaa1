"""Lists of stores as files: what is in them, what is taken from them, and what is told."""

from __future__ import annotations

import asyncio
import json
import os
import stat
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from medusa_console.domain.errors import UnusableStoreFile
from medusa_console.domain.store import DEMO_STORE, Environment, Proxy, ProxyKind, Store
from medusa_console.services.store_files import Imported, export_stores, import_stores
from medusa_console.ui.words import reasons
from tests.system import full_disk

EU = Store(
    "s1",
    "Northwind “EU”",
    "https://northwind.example",
    Environment.STAGING,
    keep_signed_in=True,
    email="maya@canary.example",
    group="Europe",
    read_only=True,
    ca_file="/etc/company-ca.pem",
    proxy=Proxy(ProxyKind.OWN, "http://proxy.example:3128", "maya"),
    key_age_days=180,
)

MINE = Store("s2", "Mine", "http://localhost:9000", Environment.DEVELOPMENT)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "stores.json"


def content_of(file: Path) -> str:
    return file.read_text()


def mode_of(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def put(file: Path, content: bytes) -> None:
    file.write_bytes(content)


def files_beside(file: Path) -> list[Path]:
    return list(file.parent.glob("*stores.json*"))


def written(file: Path, *entries: object) -> Path:
    file.write_text(json.dumps({"version": 1, "stores": entries}))
    return file


def entry(**changes: Any) -> dict[str, Any]:
    return {"name": "Northwind", "address": "https://northwind.example", **changes}


def facts(store: Store) -> tuple[object, ...]:
    return (
        store.name, store.origin, store.environment, store.group, store.read_only, store.ca_file,
        store.proxy, store.key_age_days,
    )  # fmt: skip


async def test_what_was_exported_comes_in_as_new_stores_that_ask_first(file: Path) -> None:
    await export_stores([EU, DEMO_STORE, MINE], file)
    imported = await import_stores(file)
    assert imported.problems == ()
    # The proxy's password stays at home, and so does the user it belongs to.
    without_user = replace(EU, proxy=replace(EU.proxy, user=""))
    assert [facts(store) for store in imported.stores] == [facts(without_user), facts(MINE)]
    for store in imported.stores:
        assert store.id not in (EU.id, MINE.id)
        assert (store.confirmed, store.email, store.keep_signed_in) == (False, "", False)


async def test_a_file_holds_these_facts_and_no_account(file: Path) -> None:
    await export_stores([EU], file)
    text = content_of(file)
    assert "canary" not in text
    assert EU.id not in text
    content = json.loads(text)
    assert content.keys() == {"version", "stores"}
    assert content["stores"][0].keys() == {
        "name", "address", "environment", "group", "read_only", "ca_file", "proxy",
        "key_age_days",
    }  # fmt: skip
    assert content["stores"][0]["proxy"].keys() == {"kind", "address"}
    assert mode_of(file) == 0o600


async def test_a_store_whose_environment_nobody_gave_is_live(file: Path) -> None:
    imported = await import_stores(written(file, entry()))
    assert imported.stores[0].environment is Environment.LIVE


async def test_an_age_that_no_policy_has_is_the_usual_one(file: Path) -> None:
    ages: tuple[object, ...] = (1, 3_650, 0, 3_651, -1, 1.5, True, "90", None, [], 10**30)
    entries = [entry(name=str(number), key_age_days=age) for number, age in enumerate(ages)]
    imported = await import_stores(written(file, *entries))
    assert [store.key_age_days for store in imported.stores] == [1, 3_650] + 9 * [90]


async def test_an_address_comes_in_in_its_canonical_form(file: Path) -> None:
    imported = await import_stores(written(file, entry(address=" HTTPS://Northwind.Example:443/")))
    assert imported.stores[0].origin == "https://northwind.example"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (entry(name="Old", address="http://old.example"), "Entry 2 (“Old”): Use https://"),
        (entry(address="https://maya:canary@x.example"), "Remove everything up to the @"),
        (entry(address=7), "“address” is not text."),
        (entry(address="https://" + "x" * 2000), "“address” is longer than 2000 characters."),
        ({"name": "Nowhere"}, "Entry 2 (“Nowhere”): “address” is missing."),
        ({"address": "https://x.example"}, "Entry 2: “name” is missing."),
        (entry(name="  "), "Entry 2: “name” is empty."),
        (entry(name="x" * 81), f"Entry 2 (“{'x' * 30}…”): “name” is longer than 80 characters."),
        (entry(name="two\nlines"), "Entry 2 (“two lines”): “name” contains a line break"),
        (entry(name="\u202egnp"), "“name” contains a line break or an invisible character."),
        (entry(group="a\x00b"), "“group” contains a line break or an invisible character."),
        (entry(ca_file="/ca\u2028Trust it"), "“ca_file” contains a line break"),
        (entry(group=7), "“group” is not text."),
        (entry(environment="moon"), "“environment” must be live, staging or development."),
        (entry(environment="demo"), "“environment” must be live, staging or development."),
        (entry(read_only="maybe"), "“read_only” must be true or false."),
        (entry(proxy=7), "“proxy” is not a proxy."),
        (entry(proxy={"kind": "best"}), "“proxy.kind” must be system, none or own."),
        (entry(proxy={"kind": "own"}), "Enter the proxy's address"),
        (entry(proxy={"kind": "own", "address": "socks5://x"}), "Only http:// proxies"),
        (entry(proxy={"kind": "own", "address": "http://u:canary@p:1"}), "up to the @"),
        ("a word", "Entry 2: this is not a store."),
        (None, "Entry 2: this is not a store."),
        (entry(), "a store with this name and address is already in the list."),
    ],
)
async def test_a_bad_entry_is_named_and_the_good_ones_come_in(
    bad: object, reason: str, file: Path
) -> None:
    last = entry(name="Last")
    imported = await import_stores(written(file, entry(), bad, last))
    assert [store.name for store in imported.stores] == ["Northwind", "Last"]
    assert len(imported.problems) == 1
    told = reasons.entry(imported.problems[0])
    assert told.startswith("Entry 2")
    assert reason in told
    assert "canary" not in told


async def test_what_is_in_the_list_already_is_named_and_left_out(file: Path) -> None:
    await export_stores([EU, MINE], file)
    imported = await import_stores(file, [MINE])
    assert [store.name for store in imported.stores] == [EU.name]
    assert [reasons.entry(problem) for problem in imported.problems] == [
        "Entry 2 (“Mine”): a store with this name and address is already in the list."
    ]
    another_account = await import_stores(written(file, entry(name="Mine too")), [EU])
    assert another_account.problems == ()


async def test_secrets_that_somebody_wrote_into_a_file_are_not_taken_in(file: Path) -> None:
    proxy = {"kind": "own", "address": "http://p.example:1", "user": "u", "password": "canary"}
    told = entry(email="canary", token="canary", keep_signed_in=True, confirmed=True, proxy=proxy)
    imported = await import_stores(written(file, told))
    assert len(imported.stores) == 1
    assert "canary" not in repr(imported)
    assert not imported.stores[0].confirmed


async def test_a_list_without_end_is_cut(file: Path) -> None:
    entries = [entry(name=f"Store {number}") for number in range(502)]
    imported = await import_stores(written(file, *entries))
    assert len(imported.stores) == 500
    assert (imported.problems, imported.unread) == ((), 2)


async def test_an_empty_list_is_a_list(file: Path) -> None:
    assert await import_stores(written(file)) == Imported((), (), 0)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "It is not a list of stores."),
        (b"\xff\xfe", "It is not a list of stores."),
        (b"[]", "It is not a list of stores."),
        (b'{"stores": 7}', "It is not a list of stores."),
        (b'{"stores": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "It is not a list of stores."),
        (b"[" * 100_000, "It is not a list of stores."),
        (b" " * (2 << 20), "It is too large to be a list of stores."),
    ],
    ids=["empty", "no text", "a list", "a number", "nested", "brackets", "2 MB"],
)
async def test_a_file_that_is_no_list_of_stores_is_named(
    content: bytes, reason: str, file: Path
) -> None:
    put(file, content)
    with pytest.raises(UnusableStoreFile) as caught:
        await import_stores(file)
    assert (caught.value.name, reasons.store_file(caught.value)) == ("stores.json", reason)


async def test_a_file_that_is_not_there_is_named(file: Path) -> None:
    with pytest.raises(UnusableStoreFile, match="No such file"):
        await import_stores(file)
    with pytest.raises(UnusableStoreFile, match="No such file"):
        await export_stores([EU], file.parent / "nowhere" / "stores.json")


async def test_what_is_no_file_is_not_read_and_not_waited_for(file: Path) -> None:
    os.mkfifo(file)
    for place in (file, file.parent, Path("/dev/zero")):
        with pytest.raises(UnusableStoreFile) as caught:
            await asyncio.wait_for(import_stores(place), 60)
        assert reasons.store_file(caught.value) == "It is not a regular file."


async def test_a_full_disk_leaves_the_old_file_whole_and_nothing_beside_it(file: Path) -> None:
    await export_stores([MINE], file)
    before = content_of(file)
    with full_disk(room=64), pytest.raises(UnusableStoreFile):
        await export_stores([MINE, EU], file)
    assert content_of(file) == before
    assert files_beside(file) == [file]


async def test_the_disk_is_not_waited_for_on_the_thread_of_the_window(file: Path) -> None:
    opened: set[threading.Thread] = set()

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and "stores.json" in str(arguments[0]):
            opened.add(threading.current_thread())

    sys.addaudithook(watch)
    await export_stores([EU], file)
    await import_stores(file)
    assert opened
    assert threading.main_thread() not in opened
