"""Can everything be read, by everybody, in every appearance?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QStyle,
    QWidget,
)
from pytestqt.qtbot import QtBot

import medusa_console.ui
from medusa_console.domain.preferences import Appearance
from medusa_console.domain.store import Environment
from medusa_console.ui.kit import resources
from medusa_console.ui.kit.button import icon_button, push_button
from medusa_console.ui.kit.label import ElidedLabel, PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.resources import Tint, icon
from medusa_console.ui.kit.status_pill import PillKind, pill_ink
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import Theme, scaled, tokens
from medusa_console.ui.kit.theme_tokens import (
    DARK,
    DARK_CONTRASTING,
    LIGHT,
    LIGHT_CONTRASTING,
    Tokens,
)
from tests.ui.painted import inked
from tests.waiting import until

ALL = (LIGHT, DARK, LIGHT_CONTRASTING, DARK_CONTRASTING)
TEXT, SIGN = 4.5, 3.0
GROUNDS = ("window", "surface", "raised", "side", "hover", "neutral_soft", "accent_soft")
SOFT = ("good_soft", "caution_soft", "danger_soft")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The application dressed, and undressed afterwards."""
    style, palette = qapp.style().name(), qapp.palette()
    dressed = Theme(qapp)
    yield dressed
    dressed.deleteLater()
    qapp.setPalette(palette)
    qapp.setProperty("tokens", None)
    qapp.setStyle(style)


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours by WCAG 2.2, 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    value = QColor(colour)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value.redF(), value.greenF(), value.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def texts(t: Tokens) -> Iterator[tuple[str, str, str]]:
    """Every text with every ground it can meet, as (what, colour, ground)."""
    for ground in GROUNDS:
        yield f"muted on {ground}", t.muted, getattr(t, ground)
        yield f"placeholder row on {ground}", t.faint, getattr(t, ground)
    for ground in GROUNDS + SOFT:
        yield f"text on {ground}", t.text, getattr(t, ground)
    for name in ("danger", "caution", "good"):
        for ground in ("window", "surface", "raised", f"{name}_soft"):
            yield f"{name} on {ground}", getattr(t, name), getattr(t, ground)
    for ground in ("accent", "accent_hover", "accent_pressed"):
        yield f"primary button: {ground}", t.on_accent, getattr(t, ground)
    for ground in ("danger", "danger_hover", "danger_pressed"):
        yield f"button that destroys: {ground}", t.on_danger, getattr(t, ground)
    for ground in ("window", "surface", "raised", "side"):
        yield f"link on {ground}", t.accent, getattr(t, ground)
    for kind in PillKind:
        yield f"pill {kind.value}", pill_ink(kind, t).text, pill_ink(kind, t).ground
    for environment in Environment:
        ink = t.environment(environment)
        yield f"bar {environment.value}", ink.text, ink.ground


def signs(t: Tokens) -> Iterator[tuple[str, str, str]]:
    """Every edge or icon that carries a meaning, with what is beside it."""
    for ground in ("window", "surface", "raised", "side"):
        yield f"edge of an input on {ground}", t.control, getattr(t, ground)
    for ground in GROUNDS:
        yield f"focus or selection bar on {ground}", t.accent, getattr(t, ground)
    for ground in (*GROUNDS, "danger_soft", "caution_soft"):
        yield f"icon on {ground}", t.muted, getattr(t, ground)
    for name in ("danger", "caution"):
        yield f"sign of a {name} notice", getattr(t, name), getattr(t, f"{name}_soft")
        yield f"edge of a wrong input: {name}", getattr(t, name), t.surface
    yield "live frame", t.live.ground, t.window


@pytest.mark.parametrize("appearance", ALL, ids=["light", "dark", "light high", "dark high"])
def test_every_text_and_every_sign_can_be_told_from_its_ground(appearance: Tokens) -> None:
    weak = [
        f"{what}: {contrast(colour, ground):.2f}"
        for pairs, least in ((texts, TEXT), (signs, SIGN))
        for what, colour, ground in pairs(appearance)
        if contrast(colour, ground) < least
    ]
    assert not weak


def test_contrast_is_the_one_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_whoever_asks_for_more_contrast_gets_it() -> None:
    for plain, strong in (
        (LIGHT, LIGHT_CONTRASTING),
        (DARK, DARK_CONTRASTING),
    ):
        assert contrast(strong.muted, strong.surface) > contrast(plain.muted, plain.surface)
        assert contrast(strong.border, strong.surface) >= SIGN


def test_no_colour_is_named_outside_the_table() -> None:
    ui = Path(medusa_console.ui.__file__).parent
    texts = {path.name: path.read_text("utf-8") for path in ui.rglob("*.py")}
    del texts["theme_tokens.py"]
    texts["app.qss"] = resources.read_text("app.qss")
    assert {
        name for name, text in texts.items() if re.search(r"#[0-9A-Fa-f]{3,8}\b", text)
    } == set()


def test_dark_and_light_are_put_on_at_once(theme: Theme) -> None:
    changes: list[Tokens] = []
    theme.changed.connect(lambda: changes.append(tokens()))
    theme.apply(Appearance.DARK)
    assert tokens() == DARK
    theme.apply(Appearance.LIGHT)
    assert tokens() == LIGHT
    assert changes == [DARK, LIGHT]
    theme.apply(Appearance.LIGHT)
    assert changes == [DARK, LIGHT], "nothing is repainted when nothing changes"


def test_a_window_is_styled_and_the_application_is_not(
    theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(Appearance.LIGHT)
    window = QWidget()
    button = push_button("Sign in", kind="primary")
    qtbot.addWidget(window)
    theme.style(window)
    window.setLayout(column(button))
    assert button.sizeHint().height() == scaled(32)
    light = button.grab().toImage()
    theme.apply(Appearance.DARK)
    assert button.grab().toImage() != light
    assert qapp.styleSheet() == "", "Qt would style a page again at each step of its building"


def test_an_icon_follows_the_appearance_by_itself(theme: Theme) -> None:
    key = icon("key")
    theme.apply(Appearance.LIGHT)
    assert ink_of(key) == QColor(LIGHT.text)
    theme.apply(Appearance.DARK)
    assert ink_of(key) == QColor(DARK.text)
    assert ink_of(icon("ban", Tint.DANGER)) == QColor(DARK.danger)


def test_an_icon_is_sharp_on_a_dense_screen(qapp: QApplication) -> None:
    for picture in (
        icon("key").pixmap(QSize(16, 16), 2.0),
        resources.pixmap("key", LIGHT.muted, 16, 2.0),
    ):
        assert (picture.width(), picture.devicePixelRatio()) == (32, 2.0)


def test_an_icon_that_does_not_exist_is_noticed(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_buttons_of_a_dialog_carry_no_icons(theme: Theme, qtbot: QtBot) -> None:
    theme.apply(Appearance.LIGHT)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    box.show()
    assert box.button(QDialogButtonBox.StandardButton.Cancel).icon().isNull()


def test_english_keeps_its_order_on_a_button_from_right_to_left(
    theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(Appearance.LIGHT)
    pictures = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        qapp.setLayoutDirection(direction)
        button = push_button("Revoke…")
        qtbot.addWidget(button)
        button.resize(120, 32)
        pictures.append(button.grab().toImage())
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert pictures[0] == pictures[1], "the dots stand where the word ends"


def test_everything_that_is_pressed_is_large_enough(theme: Theme, qtbot: QtBot) -> None:
    theme.apply(Appearance.LIGHT)
    small = push_button("Undo")
    small.setProperty("size", "small")
    controls: list[QWidget] = [
        push_button("Sign in", kind="primary"),
        small,
        icon_button("x", "Close"),
        QPushButton("Q"),
        QCheckBox("Keep me signed in"),
        QRadioButton("Live"),
        QLineEdit(),
        QComboBox(),
    ]
    for control in controls:
        qtbot.addWidget(control)
        theme.style(control)
        control.ensurePolished()
        assert min(control.sizeHint().width(), control.sizeHint().height()) >= 24, control


async def test_the_focus_is_a_ring_outside_the_widget(theme: Theme, qtbot: QtBot) -> None:
    theme.apply(Appearance.LIGHT)
    window = QWidget()
    window.resize(200, 100)
    button = QPushButton("Sign in", window)
    button.setGeometry(40, 30, 90, 32)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    button.setFocus()
    await until(button.hasFocus)
    picture = window.grab().toImage()
    assert picture.pixelColor(80, 27) == QColor(LIGHT.accent), "the ring"
    assert picture.pixelColor(80, 29) != QColor(LIGHT.accent), "the gap"
    button.clearFocus()
    assert window.grab().toImage().pixelColor(80, 27) != QColor(LIGHT.accent)


def ink_of(picture: QIcon) -> QColor:
    """The colour of the strongest pixel of an icon."""
    image = picture.pixmap(QSize(32, 32)).toImage()
    pixels = [image.pixelColor(x, y) for x in range(32) for y in range(32)]
    return QColor(max(pixels, key=lambda pixel: pixel.alpha()).name())


def test_a_number_box_is_one_field_of_one_ground(theme: Theme, qtbot: QtBot) -> None:
    theme.apply(Appearance.DARK)
    window = QWidget()
    theme.style(window)
    qtbot.addWidget(window)
    box, choice = QSpinBox(), QComboBox()
    box.setLineEdit(LineEdit())
    window.setLayout(column(box, choice))
    window.resize(200, 100)
    window.show()
    line = box.rect().adjusted(8, 4, -8, -4)
    grounds = {box.grab().toImage().pixelColor(x, line.top()).name() for x in range(8, 192)}
    assert grounds == {DARK.raised.lower()}
    assert choice.sizeHint().height() == box.sizeHint().height() == scaled(32)


def test_icons_and_boxes_grow_with_the_font(qapp: QApplication, qtbot: QtBot) -> None:
    small = qapp.font()
    large = QFont(small)
    large.setPixelSize(20)
    qapp.setFont(large)
    try:
        theme = Theme(qapp)
        theme.apply(Appearance.LIGHT)
        button, tool = push_button("Copy", icon="copy"), icon_button("copy", "Copy")
        box, choice, listed = QCheckBox("Keep"), QComboBox(), QListWidget()
        for part in (button, tool, box, choice, listed):
            qtbot.addWidget(part)
            theme.style(part)
            part.show()
        assert button.iconSize().height() == tool.iconSize().height() == round(16 * 20 / 13)
        for part in (box, listed):
            indicator = part.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, part)
            assert indicator == round(16 * 20 / 13)
        assert choice.sizeHint().height() == button.sizeHint().height() == round(32 * 20 / 13)
        theme.deleteLater()
    finally:
        qapp.setFont(small)


def test_a_chip_has_round_ends_in_every_size_of_font(qapp: QApplication, qtbot: QtBot) -> None:
    small = qapp.font()
    square = []
    try:
        for size in (11, 13, 15, 17, 20, 26):
            font = QFont(small)
            font.setPixelSize(size)
            qapp.setFont(font)
            theme = Theme(qapp)
            theme.apply(Appearance.LIGHT)
            chip = push_button("Creator gone: 3")
            set_style(chip, kind="chip")
            qtbot.addWidget(chip)
            theme.style(chip)
            chip.show()
            picture = chip.grab().toImage()
            edge = picture.pixelColor(chip.width() // 2, 0)
            if picture.pixelColor(1, 0) == edge or picture.pixelColor(0, 1) == edge:
                square.append(size)
            theme.deleteLater()
    finally:
        qapp.setFont(small)
    assert square == []


@pytest.mark.parametrize("kind", [PlainLabel, ElidedLabel])
def test_a_label_begins_where_its_window_does(
    kind: type[PlainLabel], qapp: QApplication, qtbot: QtBot
) -> None:
    label = kind("Name")
    qtbot.addWidget(label)
    label.resize(300, 30)
    label.show()
    left = inked(label, label.rect())
    assert left.left() < 10
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = inked(label, label.rect())
    assert 300 - right.right() < 10
    assert abs(right.width() - left.width()) <= 2
