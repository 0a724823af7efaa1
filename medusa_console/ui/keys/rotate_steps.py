"""The steps of a rotation, as its dialogs show them."""

from __future__ import annotations

from medusa_console.domain.api_key import KeyType
from medusa_console.ui.kit.step_list import StepWords
from medusa_console.ui.kit.translations import translate

CREATE, SAVE, TRY, END = range(4)
"""The numbers of the steps. A publishable successor gets its sales channels where a secret one is
saved."""


def steps(kind: KeyType) -> tuple[StepWords, ...]:
    """The steps in their order."""
    create = translate("RotateSteps", "Create the new key")
    created = translate("RotateSteps", "New key created")
    tried = translate("RotateSteps", "Try the new key")
    end = translate("RotateSteps", "End the old key")
    return (
        StepWords(create, create, created, create, create, create),
        _save(kind),
        StepWords(
            tried,
            translate("RotateSteps", "Trying the new key…"),
            translate("RotateSteps", "New key accepted"),
            translate("RotateSteps", "New key not tried"),
            translate("RotateSteps", "New key refused"),
            translate("RotateSteps", "New key not tried yet"),
        ),
        StepWords(end, end, translate("RotateSteps", "Old key has an end"), end, end, end),
    )


def _save(kind: KeyType) -> StepWords:
    if kind is KeyType.SECRET:
        save = translate("RotateSteps", "Save the new key")
        return StepWords(
            save,
            save,
            translate("RotateSteps", "New key saved"),
            save,
            save,
            translate("RotateSteps", "New key not confirmed as saved"),
        )
    copy = translate("RotateSteps", "Copy its sales channels")
    return StepWords(
        copy,
        translate("RotateSteps", "Copying its sales channels…"),
        translate("RotateSteps", "Sales channels copied"),
        copy,
        translate("RotateSteps", "Sales channels not copied"),
        translate("RotateSteps", "Sales channels may not have been copied"),
    )
