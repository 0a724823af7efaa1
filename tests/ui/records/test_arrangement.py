"""Which columns there is room for, and who gets the rest."""

from __future__ import annotations

from medusa_console.ui.records.arrangement import Part, arrange
from medusa_console.ui.records.column import GOES_LAST

TITLE = Part("title", 240, 150, most=420)
KEY = Part("key", 134, 134, gives_way=2)
STATE = Part("state", 190, 120)
CREATED = Part("created", 124, 124, gives_way=GOES_LAST)
CHANNELS = Part("channels", 140, 140, takes_rest=True, gives_way=1)
ALL = (TITLE, KEY, STATE, CREATED, CHANNELS)


def widths(room: int, **chosen: int) -> dict[str, int]:
    return arrange(ALL, room, room, chosen)


def test_columns_give_way_in_their_order_and_the_first_keeps_its_room() -> None:
    assert list(widths(828)) == ["title", "key", "state", "created", "channels"]
    assert list(widths(827)) == ["title", "key", "state", "created"]
    assert list(widths(687)) == ["title", "state", "created"]
    assert widths(554) == {"title": 240, "state": 190, "created": 124}
    assert widths(464) == {"title": 150, "state": 190, "created": 124}
    assert widths(463) == {"title": 240 + 33, "state": 190}
    assert widths(300) == {"title": 150, "state": 150}


def test_the_first_column_grows_to_its_most_and_the_rest_goes_where_texts_are_long() -> None:
    assert widths(1_000)["title"] == 240 + 172
    assert widths(1_600) == {
        "title": 420, "key": 134, "state": 190, "created": 124, "channels": 732
    }  # fmt: skip


def test_the_table_is_always_full_and_never_overfull() -> None:
    for chosen in ({}, {"title": 900}, {"key": 400, "state": 60}, {"channels": 2_000}):
        for room in range(280, 2_000, 13):
            assert sum(widths(room, **chosen).values()) <= room, (room, chosen)
        for room in range(280, 2_000, 13):
            assert sum(widths(room).values()) == room


def test_what_is_dragged_stays_while_the_others_keep_what_they_need() -> None:
    assert widths(1_400, title=500)["title"] == 500
    assert list(widths(828, title=700)) == ["title", "key", "state", "created", "channels"]
    assert widths(828, title=700)["title"] == 240, "no column is pushed out"
    assert widths(1_000, key=60)["key"] == 60
