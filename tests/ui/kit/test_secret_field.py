"""What a masked secret looks like: nothing of it is painted before it is revealed, nor after."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from medusa_console.ui.kit.secret_field import SecretField

REDACTED = "sk_5ec***eef"
SECRETS = ("sk_" + "5ec2e7" * 10 + "beef", "sk_" + "5ecafe" * 10 + "1eef")


@pytest.fixture
def fields(qapp: QApplication) -> Iterator[tuple[SecretField, SecretField]]:
    """Two fields of one size, each for a secret of its own, both called the same while masked."""
    pair = SecretField(REDACTED), SecretField(REDACTED)
    for field in pair:
        field.resize(400, 80)
        field.show()
    yield pair
    for field in pair:
        field.close()
        field.deleteLater()


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_only_a_revealed_secret_is_painted(fields: tuple[SecretField, SecretField]) -> None:
    one, other = fields
    masked = picture(one)
    assert picture(other) == masked
    one.reveal(SECRETS[0])
    other.reveal(SECRETS[1])
    assert picture(one) != masked
    assert picture(other) != picture(one), "it is their own secret that they show"
    for field in fields:
        field.conceal()
        assert picture(field) == masked


def test_a_masked_secret_is_not_blank(fields: tuple[SecretField, SecretField]) -> None:
    one, other = fields
    other.reveal("")
    assert picture(one) != picture(other)
