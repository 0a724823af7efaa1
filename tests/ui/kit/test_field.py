"""A field says what is asked and what is wrong with the answer."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from medusa_console.ui.kit.field import Field


def test_the_label_names_the_control(qtbot: QtBot) -> None:
    email = Field("Email", QLineEdit(), name="email")
    environment = Field("Environment", QComboBox(), name="environment")
    for field in (email, environment):
        qtbot.addWidget(field)
        assert field.label.buddy() is field.widget
        assert field.widget.accessibleName() == field.label.text()
    assert email.widget.objectName() == "email"


def test_an_error_stays_until_it_is_cleared(qtbot: QtBot) -> None:
    field = Field("Email", QLineEdit(), name="email", hint="The one you sign in with.")
    qtbot.addWidget(field)
    assert field.error == ""
    field.show_error("Wrong email or password. <b>")
    assert field.error == "Wrong email or password. <b>"
    assert field.widget.accessibleDescription() == field.error
    assert field.widget.property("invalid") is True
    field.clear_error()
    assert field.error == ""
    assert field.widget.accessibleDescription() == "The one you sign in with."
    assert field.widget.property("invalid") is False


def test_an_error_is_said_aloud(qtbot: QtBot) -> None:
    field = Field("Email", QLineEdit())
    qtbot.addWidget(field)
    field.show()
    said: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            QAccessible, "updateAccessibility", lambda event: said.append(event.message())
        )
        field.show_error("Not an email address.")
        field.hide()  # as behind a lock
        field.show_error("Wrong password.")
    assert said == ["Not an email address."]
