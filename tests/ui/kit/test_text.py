"""Titles written by strangers cannot hide, reorder or fake anything."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from medusa_console.ui.kit.label import ElidedLabel, PlainLabel
from medusa_console.ui.kit.text import LONGEST, shown, tooltip


def test_what_cannot_be_seen_is_written_out() -> None:
    assert shown("admin\u202egnp.exe\n\x00x") == (
        "admin\u2039U+202E\u203agnp.exe\u2039U+000A\u203a\u2039U+0000\u203ax"
    )
    assert shown("in\u200bvisible") == "in\u2039U+200B\u203avisible"


def test_ordinary_writing_is_left_alone() -> None:
    for text in ("ERP nightly sync", "Überprüfung — größer", "日本語キー", "مفتاح", "ключ 🔑"):
        assert shown(text) == text


def test_no_control_and_no_format_character_is_forgotten() -> None:
    hidden = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    forgotten = [
        f"U+{code:04X}"
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in hidden and shown(chr(code)) == chr(code)
    ]
    assert not forgotten


def test_a_long_title_is_cut_where_it_is_asked_for() -> None:
    assert shown("x" * 5000) == "x" * LONGEST + "…"
    assert shown("x" * 5000, limit=None) == "x" * 5000


def test_a_tooltip_shows_markup_as_it_was_written() -> None:
    assert tooltip("<b>x & y") == "<qt>&lt;b&gt;x &amp; y</qt>"
    assert tooltip("") == ""


def test_a_label_never_reads_markup(qtbot: QtBot) -> None:
    for label in (PlainLabel("<b>x"), PlainLabel("<b>x", wrap=True), ElidedLabel("<b>x")):
        qtbot.addWidget(label)
        assert label.text() == "<b>x"
        assert label.textFormat() is Qt.TextFormat.PlainText
        label.setText("<i>y\u202e")
        assert label.text() == "<i>y\u2039U+202E\u203a"


def test_a_word_without_an_end_cannot_push_the_rest_out_of_sight(qtbot: QtBot) -> None:
    label = PlainLabel("x" * 2000, wrap=True)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() <= 80
    assert label.heightForWidth(200) > 10 * label.fontMetrics().height()


def test_what_does_not_fit_on_a_line_is_in_the_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("a very long title that does not fit <b>")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.toolTip() == "<qt>a very long title that does not fit &lt;b&gt;</qt>"
    label.resize(900, 20)
    assert label.toolTip() == ""


@pytest.mark.parametrize(
    "text",
    [
        "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627",  # Persian: Ali-Reza
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u0dc1\u0dca\u200d\u0dbb\u0dd3",  # Sinhala: Sri
        "\u0915\u094d\u200d\u0937 \u0915\u094d\u200c\u0937",  # Devanagari, both joiners
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",  # a family
        "\U0001f3f3\ufe0f\u200d\U0001f308",  # the rainbow flag
        "\U0001f469\U0001f3fd\u200d\U0001f4bb",  # with a tone of skin
        "\U0001f642\u200d\u2194\ufe0f",  # a head that shakes
        "\u2764\ufe0f\u200d\U0001f525",  # a heart on fire
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",  # England
    ],
)
def test_joiners_are_text_where_they_join(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "pay\u200dpal",
        "pay\u200cpal",
        "\u200dpal",
        "pal\u200c",
        "\u0639\u200c",  # nothing follows
        "\u0639\u200d\u0644",  # Arabic letters join of themselves
        "\U0001f468\u200d",
        "\U0001f468\u200da",
        "1\u200d\U0001f468",
        "\u0dca\u200d\u200d\u0dbb",
        "\U0001f3f4\U000e0068\U000e0069\U000e007f",  # tags that spell something else
        "\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "\ud800\u200c\udfff",
    ],
)
def test_joiners_that_join_nothing_stay_marked(text: str) -> None:
    assert "U+" in shown(text)


def test_a_cut_text_ends_in_no_joiner_that_waits_for_more() -> None:
    family = "\U0001f468\u200d\U0001f469"
    assert shown(family, limit=2) == "\U0001f468\u2039U+200D\u203a…"


@pytest.mark.parametrize(
    "text",
    ["x" * 200_000, "word " * 40_000, "x\n" * 100_000, "\u202e" * 200_000, "a\u0301" * 100_000],
    ids=["one word", "words", "lines", "invisible", "accents"],
)
def test_no_label_lays_out_more_than_anybody_reads(text: str, qtbot: QtBot) -> None:
    """A label of 200,000 characters would hold the window for seconds."""
    for label in (PlainLabel(text), PlainLabel(text, wrap=True), ElidedLabel(text)):
        qtbot.addWidget(label)
        assert len(label.text()) <= 2_001
        assert label.text().endswith("…")
        label.setText(text)
        assert len(label.text()) <= 2_001


def test_a_limit_counts_for_all_lines_together(qtbot: QtBot) -> None:
    label = PlainLabel("line\n" * 100, wrap=True, limit=50)
    qtbot.addWidget(label)
    assert label.text() == "line\n" * 10 + "…"
