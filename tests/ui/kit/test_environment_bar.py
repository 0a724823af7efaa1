"""Nobody ever wonders which store this is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from medusa_console.domain.store import DEMO_STORE, Environment, Store
from medusa_console.ui.kit.environment_bar import EnvironmentBar, LiveFrame
from medusa_console.ui.kit.theme import tokens

LIVE = Store("1", "Northwind EU", "https://northwind.example", Environment.LIVE)
STAGING = Store("2", "Northwind staging", "https://staging.example:8443", Environment.STAGING)
DEVELOPMENT = Store("3", "Local", "http://localhost:9000", Environment.DEVELOPMENT)


@pytest.mark.parametrize(
    ("store", "line"),
    [
        (LIVE, "LIVE · Northwind EU · northwind.example"),
        (STAGING, "STAGING · Northwind staging · staging.example:8443"),
        (DEVELOPMENT, "DEVELOPMENT · Local · localhost:9000"),
        (DEMO_STORE, "DEMO · Demo store · built in"),
    ],
)
def test_the_bar_names_environment_store_and_host(store: Store, line: str, qtbot: QtBot) -> None:
    bar = EnvironmentBar(store)
    qtbot.addWidget(bar)
    assert bar.text() == line
    spoken = QAccessible.queryAccessibleInterface(bar)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == line


def test_four_environments_differ_without_colour_sign_and_word(qtbot: QtBot) -> None:
    pictures = set()
    for store in (LIVE, STAGING, DEVELOPMENT, DEMO_STORE):
        bar = EnvironmentBar(Store(store.id, "", "https://same.example", store.environment))
        qtbot.addWidget(bar)
        bar.setText("")
        bar.resize(400, 28)
        ground = QColor(tokens().environment(store.environment).ground)
        image = bar.grab().toImage()
        pictures.add(
            tuple(image.pixelColor(x, y) == ground for y in range(28) for x in range(200, 400))
        )
    assert len(pictures) == 4


def test_a_store_named_in_markup_stays_words(qtbot: QtBot) -> None:
    bar = EnvironmentBar(Store("1", "<b>x\u202e", "https://a.example", Environment.LIVE))
    qtbot.addWidget(bar)
    assert bar.text() == "LIVE · <b>x\u2039U+202E\u203a · a.example"


def test_without_a_store_there_is_no_bar(qtbot: QtBot) -> None:
    bar = EnvironmentBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.show_store(LIVE)
    assert not bar.isHidden()
    bar.show_store(None)
    assert bar.isHidden()


def test_only_a_live_store_is_framed(qtbot: QtBot) -> None:
    frame = LiveFrame(QLabel("content"))
    qtbot.addWidget(frame)
    frame.resize(200, 100)
    live = QColor(tokens().live.ground)
    frame.show_store(LIVE)
    image = frame.grab().toImage()
    assert [image.pixelColor(x, y) for x, y in ((1, 50), (198, 50), (100, 1), (100, 98))] == [
        live
    ] * 4
    assert image.pixelColor(4, 50) != live
    frame.show_store(STAGING)
    assert frame.grab().toImage().pixelColor(1, 50) != live
