"""The order in which a trace is read: a tree, split at the leak's date, and a preview."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from operator import attrgetter

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.key_trace import MadeKey, Trace
from medusa_console.domain.trace_order import as_tree, proposed, split

LEAKED = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
EARLY, LATE = LEAKED - timedelta(days=1), LEAKED + timedelta(days=1)
NOW = LEAKED + timedelta(days=9)


def made(
    key_id: str,
    maker: str,
    depth: int,
    at: datetime = LATE,
    kind: KeyType = KeyType.SECRET,
    revoked_at: datetime | None = None,
) -> MadeKey:
    key = ApiKey(
        id=key_id, title=key_id, type=kind, redacted="x", created_at=at, revoked_at=revoked_at
    )
    return MadeKey(key, maker, depth)


def trace(*keys: MadeKey) -> Trace:
    return Trace("root", None, None, NOW, "user", "", None, keys)


def ids(keys: tuple[MadeKey, ...]) -> str:
    return " ".join(one.key.id for one in keys)


def test_each_key_stands_right_beneath_the_one_that_made_it() -> None:
    keys = [made("a", "root", 1), made("b", "root", 1), made("c", "a", 2), made("d", "c", 3)]
    assert ids(as_tree([*keys, made("e", "a", 2)])) == "a c d e b"


def test_records_that_name_each_other_in_a_ring_end() -> None:
    ring = [made("a", "root", 1), made("b", "a", 2), made("a", "b", 3)]
    assert ids(as_tree(ring)) == "a b a"


def test_a_long_chain_is_no_deep_recursion() -> None:
    chain = [made("k0", "root", 1)]
    chain += [made(f"k{n}", f"k{n - 1}", n + 1) for n in range(1, 20_000)]
    assert len(as_tree(chain)) == 20_000


def test_what_was_made_at_the_moment_of_the_leak_counts_as_after_it() -> None:
    keys = (made("a", "root", 1, EARLY), made("b", "root", 1, LEAKED), made("c", "root", 1, LATE))
    parts = split(keys, attrgetter("key.created_at"), LEAKED)
    assert (ids(parts.after), ids(parts.before), parts.undated) == ("b c", "a", ())
    without = split(keys, attrgetter("key.created_at"), None)
    assert (without.after, without.before, ids(without.undated)) == ((), (), "a b c")


def test_the_preview_ticks_living_secret_keys_after_the_leak_and_puts_them_first() -> None:
    found = trace(
        made("before", "root", 1, EARLY),
        made("dead", "root", 1, revoked_at=LATE),
        made("public", "root", 1, kind=KeyType.PUBLISHABLE),
        made("after", "root", 1),
    )
    rows = proposed(found, LEAKED, None)
    assert [(row.made.key.id, row.may, row.on, row.new) for row in rows] == [
        ("after", True, True, False),
        ("before", True, False, False),
        ("dead", False, False, False),
        ("public", False, False, False),
    ]
    assert not any(row.on for row in proposed(found, None, None))


def test_a_later_preview_tells_what_an_earlier_one_did_not_show() -> None:
    rows = proposed(trace(made("a", "root", 1), made("b", "root", 1)), LEAKED, frozenset({"a"}))
    assert [(row.made.key.id, row.new) for row in rows] == [("a", False), ("b", True)]
