"""What a leaked key made, by the list of keys alone; what is ticked, and what is new."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.colleague import JoinedPerson, OpenInvite
from medusa_console.domain.errors import (
    Forbidden,
    Intercepted,
    Invalid,
    NoAnswer,
    NoSuchRoute,
    ServerFault,
    TooBig,
    Unreachable,
)
from medusa_console.domain.key_trace import (
    MOST_REVOKED,
    MadeKey,
    MadeRecord,
    NoMaker,
    Trace,
    TraceKind,
    UnattributedKey,
    WhyNotLooked,
    after_leak,
    changed_after,
    news,
    not_looked,
    ticked,
)
from medusa_console.domain.key_tree import Tree, grow, suspects, time_of_id, unattributed
from medusa_console.domain.moments import EARLIEST, LATEST

START = datetime(2026, 3, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
ROOT = "apk_root"


def at(hours: float) -> datetime:
    return START + hours * HOUR


def key(name: str, maker: str = "user_maya", hours: float = 1, **fields: object) -> ApiKey:
    """A key made so many hours after the leaked one."""
    return ApiKey.model_validate(
        {
            "id": f"apk_{name}",
            "title": name,
            "type": "secret",
            "redacted": "sk_abc***xyz",
            "created_at": at(hours),
            "updated_at": at(hours),
            "created_by": maker,
            **fields,
        }
    )


LEAKED = key("root", hours=0)


def tree(*keys: ApiKey, root: ApiKey | None = LEAKED) -> Tree:
    listed = [*keys, *([root] if root else [])]
    random.Random(7).shuffle(listed)  # noqa: S311 - an order, not a secret
    return grow(listed, ROOT, START)


def names(made: tuple[MadeKey, ...]) -> list[tuple[str, str, int]]:
    return [(one.key.title, one.maker.removeprefix("apk_"), one.depth) for one in made]


def lost(keys: tuple[UnattributedKey, ...]) -> dict[str, NoMaker]:
    return {one.key.title: one.why for one in keys}


# The tree


def test_keys_of_keys_are_found_to_the_end_with_their_makers() -> None:
    grown = tree(
        key("a", ROOT), key("b", ROOT, 2), key("aa", "apk_a", 3), key("aaa", "apk_aa", 4), key("x")
    )
    assert names(grown.made) == [
        ("a", "root", 1),
        ("b", "root", 1),
        ("aa", "a", 2),
        ("aaa", "aa", 3),
    ]
    assert grown.makers == (ROOT, "apk_a", "apk_b", "apk_aa", "apk_aaa")


def test_a_publishable_key_makes_nothing() -> None:
    grown = tree(key("a", ROOT, type="publishable"), key("b", ROOT))
    assert grown.makers == (ROOT, "apk_b")


def test_children_of_a_deleted_record_are_its_own_still() -> None:
    grown = tree(key("a", ROOT), root=None)
    assert (names(grown.made), grown.root, grown.since) == ([("a", "root", 1)], None, START)
    assert grown.missing == frozenset()


def test_a_circle_of_makers_ends() -> None:
    circle = [key("a", "apk_b"), key("b", "apk_a"), key("self", "apk_self")]
    root = key("root", "apk_c", 0)
    grown = tree(*circle, key("c", ROOT), key("d", "apk_c"), root=root)
    assert [name for name, _, _ in names(grown.made)] == ["c", "d"]
    assert unattributed(grown, grown.missing, frozenset()) == ()


def test_a_chain_of_twenty_thousand_keys_is_followed_to_its_end() -> None:
    chain = [key("0", ROOT)]
    chain += [key(str(number), f"apk_{number - 1}") for number in range(1, 20_000)]
    assert tree(*chain).made[-1].depth == 20_000


def test_a_key_that_medusa_made_has_no_maker() -> None:
    grown = tree(key("default", ""), key("gone", "user_gone"))
    assert grown.missing == {"user_gone"}


def test_only_keys_that_are_newer_than_the_leaked_one_can_be_its_work() -> None:
    grown = tree(key("old", "apk_gone", -1), key("new", "apk_gone", 1), key("odd", "apk_gone", 0))
    assert lost(unattributed(grown, grown.missing, frozenset())) == {
        "new": NoMaker.KEY_GONE,
        "odd": NoMaker.KEY_GONE,
    }


def test_a_time_that_no_store_has_hides_no_key() -> None:
    absurd = [key("then", "apk_gone", created_at=EARLIEST), key("never", "apk_gone")]
    grown = tree(*absurd, root=key("root", created_at=LATEST))
    assert grown.since is None
    assert len(unattributed(grown, grown.missing, frozenset())) == 2


# What cannot be attributed


def test_keys_without_a_maker_and_all_below_them_cannot_be_attributed() -> None:
    grown = tree(
        key("behind", "apk_deleted"),
        key("below", "apk_behind", 2),
        key("deeper", "apk_below", 3),
        key("left", "user_left"),
        key("planted", "user_planted"),
        key("by planted", "apk_planted", 2),
        key("known", "user_maya"),
        key("ours", ROOT),
    )
    found = unattributed(
        grown, frozenset({"apk_deleted", "user_left"}), frozenset({"user_planted"})
    )
    assert lost(found) == {
        "behind": NoMaker.KEY_GONE,
        "below": NoMaker.MADE_BY_SUCH,
        "deeper": NoMaker.MADE_BY_SUCH,
        "left": NoMaker.USER_GONE,
        "planted": NoMaker.JOINED_SINCE,
        "by planted": NoMaker.MADE_BY_SUCH,
    }
    assert set(suspects(found)) == {"apk_deleted", *(one.key.id for one in found)}
    assert [one.key.title for one in found][-1] == "deeper"


def test_what_the_tree_made_is_never_listed_twice() -> None:
    grown = tree(key("a", ROOT), key("aa", "apk_a"))
    assert unattributed(grown, frozenset({ROOT, "apk_a"}), frozenset()) == ()


# Revoked and changed


def test_keys_revoked_by_the_tree_are_told_the_key_itself_included() -> None:
    root = key("root", hours=0, revoked_by=ROOT, revoked_at=at(900))
    grown = tree(
        key("a", ROOT),
        key("erp", revoked_by="apk_a", revoked_at=at(3)),
        key("pos", revoked_by="user_maya", revoked_at=at(3)),
        root=root,
    )
    assert {one.title for one in grown.revoked} == {"erp", "root"}


def test_a_change_is_neither_a_creation_nor_a_revoke() -> None:
    grown = tree(
        key("as made"),
        key("renamed", updated_at=at(5)),
        key("revoked", updated_at=at(5) + timedelta(milliseconds=2), revoked_at=at(5)),
        key("to end", updated_at=at(5), revoked_at=at(500)),
        key("renamed when revoked", updated_at=at(6), revoked_at=at(5)),
        key("silent", updated_at=None),
        key("long ago", hours=-9, updated_at=at(-1)),
        key("old", hours=-9, updated_at=at(2)),
    )
    trace = traced(changed=grown.changed)
    every = {"renamed", "to end", "renamed when revoked", "old"}
    assert {one.title for one in changed_after(trace, None)} == every
    assert {one.title for one in changed_after(trace, at(5))} == every - {"old"}


def test_a_creation_may_write_its_two_moments_one_after_the_other() -> None:
    made = key("as made", updated_at=at(1) + timedelta(milliseconds=1))
    assert tree(made).changed == ()


# Ids tell their time


def test_the_id_of_a_deleted_record_tells_when_it_was_made() -> None:
    made = time_of_id("apk_01M8N6XY3JFZR6Q66MJB9CF9VZ")
    assert made == datetime(2026, 11, 30, 3, 10, 45, 362000, UTC)
    assert grow([], "apk_01M8N6XY3JFZR6Q66MJB9CF9VZ", None).since == made
    for odd in ("apk_1", "apk_" + "U" * 26, "apk_" + "0" * 26, "", "apk_7ZZZZZZZZZ" + "Z" * 16):
        assert time_of_id(odd) is None


# What is ticked


def traced(**fields: object) -> Trace:
    plain = Trace(ROOT, LEAKED, START, at(100), "user_maya", "maya@demo.example", roles=False)
    return replace(plain, **fields)  # type: ignore[arg-type]


def made(*keys: ApiKey) -> tuple[MadeKey, ...]:
    return tuple(MadeKey(one, ROOT, 1) for one in keys)


def test_only_living_secret_keys_made_after_the_leak_are_ticked() -> None:
    trace = traced(
        made_keys=made(
            key("before", ROOT, 9.9),
            key("at", ROOT, 10),
            key("after", ROOT, 11),
            key("shop", ROOT, 12, type="publishable"),
            key("dead", ROOT, 12, revoked_at=at(13)),
            key("ending", ROOT, 12, revoked_at=at(101)),
        ),
        unattributed=(UnattributedKey(key("lost", "apk_x", 20), "apk_x", NoMaker.KEY_GONE),),
    )
    assert [one.title for one in ticked(trace, at(10))] == ["at", "after", "ending"]
    assert ticked(trace, None) == ()


def test_no_more_is_ticked_than_is_revoked_in_one_run() -> None:
    trace = traced(made_keys=made(*(key(str(number), ROOT) for number in range(600))))
    assert len(ticked(trace, START)) == MOST_REVOKED == 500


def test_a_moment_is_before_or_after_the_leak_or_nobody_knows() -> None:
    assert [after_leak(at(hours), at(2)) for hours in (1, 2, 3)] == [False, True, True]
    assert after_leak(at(1), None) is None


# What is new


def test_a_further_look_tells_what_the_first_did_not_show() -> None:
    def record(name: str, kind: TraceKind = TraceKind.CUSTOMERS) -> MadeRecord:
        return MadeRecord(kind, name, ROOT, START)

    def without(name: str) -> UnattributedKey:
        return UnattributedKey(key(name), "apk_x", NoMaker.KEY_GONE)

    first = traced(
        made_keys=made(key("a")),
        made=(record("1"),),
        unattributed=(without("l"),),
        unattributed_records=(record("7"),),
        people=(JoinedPerson(id="user_1", created_at=START),),
        invites=(OpenInvite(id="invite_1", created_at=START),),
    )
    assert not news(first, first)
    # A key whose maker was deleted between the looks is known already.
    later = replace(
        first,
        made_keys=made(key("a"), key("b")),
        made=(record("1"), record("1", TraceKind.CUSTOMER_GROUPS), record("2"), record("7")),
        unattributed=(without("l"), without("a"), without("m")),
        unattributed_records=(record("8"),),
        people=(*first.people, JoinedPerson(id="user_2", created_at=START)),
        invites=(OpenInvite(id="invite_2", created_at=START),),
    )
    new = news(first, later)
    assert [one.key.title for one in new.made_keys] == ["b"]
    assert [(one.kind.name, one.id) for one in new.made] == [
        ("CUSTOMER_GROUPS", "1"),
        ("CUSTOMERS", "2"),
    ]
    assert [one.key.title for one in new.unattributed] == ["m"]
    assert [one.id for one in new.unattributed_records] == ["8"]
    assert ([one.id for one in new.people], [one.id for one in new.invites]) == (
        ["user_2"],
        ["invite_2"],
    )
    assert new


def test_nothing_carries_its_name_whoever_joined_meanwhile() -> None:
    people = (JoinedPerson(id="user_1", created_at=START),)
    assert traced(people=people).nothing
    assert not traced(made_keys=made(key("a"))).nothing
    assert not traced(made=(MadeRecord(TraceKind.CUSTOMERS, "1", ROOT, START),)).nothing
    assert not traced(revoked=(key("a"),)).nothing


# What was not looked at


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (Forbidden(), WhyNotLooked.FORBIDDEN),
        (NoSuchRoute("x", "404"), WhyNotLooked.NO_ROUTE),
        (Intercepted("x", 503, ""), WhyNotLooked.NOT_MEDUSA),
        (TooBig("x", 1), WhyNotLooked.NOT_MEDUSA),
        (Unreachable("x", NoAnswer.TIMEOUT, sent=True), WhyNotLooked.NO_ANSWER),
        (ServerFault("x", 500), WhyNotLooked.TROUBLE),
        (Invalid(), WhyNotLooked.TROUBLE),
    ],
)
def test_each_failure_has_its_reason(error: Exception, why: WhyNotLooked) -> None:
    missing = not_looked(TraceKind.CUSTOMERS, error)  # type: ignore[arg-type]
    assert (missing.kind, missing.why, missing.error) == (TraceKind.CUSTOMERS, why, error)
    trace = traced(not_looked=(missing, *traced().not_looked))
    assert trace.failed == (missing,)
    assert traced().failed == ()


def test_a_person_has_a_name_whatever_they_left_out() -> None:
    whole = JoinedPerson(id="u", email="a@x", first_name="Ada", last_name="Byron", created_at=START)
    assert whole.name == "Ada Byron"
    assert whole.model_copy(update={"first_name": None, "last_name": None}).name == "a@x"
    assert JoinedPerson(id="u", created_at=START).name == "u"
