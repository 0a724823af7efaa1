"""Announcements without Qt."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from medusa_console.topic import Observable, Topic


def test_subscribers_are_told_at_once_and_in_order() -> None:
    heard: list[str] = []
    topic: Topic[int] = Topic()
    topic.subscribe(lambda value: heard.append(f"first {value}"))
    topic.subscribe(lambda value: heard.append(f"second {value}"))
    topic.announce(7)
    assert heard == ["first 7", "second 7"]


def test_the_failure_of_one_is_reported_and_stops_nobody_else(qtbot: QtBot) -> None:
    heard: list[int] = []
    topic: Topic[int] = Topic()

    def fail(value: int) -> None:
        raise ZeroDivisionError(value)

    topic.subscribe(fail)
    topic.subscribe(heard.append)
    with qtbot.capture_exceptions() as failures:
        topic.announce(7)
    assert heard == [7]
    assert [kind for kind, *_ in failures] == [ZeroDivisionError]


def test_who_has_left_hears_nothing_more() -> None:
    heard: list[int] = []
    topic: Topic[int] = Topic()
    leave = topic.subscribe(heard.append)
    topic.announce(1)
    leave()
    topic.announce(2)
    assert heard == [1]


def test_the_same_listener_twice_leaves_once_each() -> None:
    heard: list[int] = []
    topic: Topic[int] = Topic()
    leave = topic.subscribe(heard.append)
    topic.subscribe(heard.append)
    leave()
    topic.announce(1)
    assert heard == [1]


def test_a_listener_may_leave_or_join_while_being_told() -> None:
    heard: list[str] = []
    topic: Topic[int] = Topic()

    def once(_value: int) -> None:
        leave()
        topic.subscribe(lambda _value: heard.append("later"))
        heard.append("once")

    leave = topic.subscribe(once)
    topic.subscribe(lambda _value: heard.append("always"))
    topic.announce(1)
    assert heard == ["once", "always"]
    topic.announce(2)
    assert heard == ["once", "always", "always", "later"]


def test_a_value_is_announced_when_it_becomes_another() -> None:
    heard: list[int] = []
    count = Observable(1)
    count.changed.subscribe(heard.append)
    count.value = 1
    count.value = 2
    assert heard == [2]
    assert count.value == 2
