"""Every reason of the program's own has its words, and is not put into the store's mouth."""

from __future__ import annotations

import re

import pytest

from medusa_console.domain.email import EmailFault, EmailProblem
from medusa_console.domain.entry_problem import EntryFault, EntryProblem
from medusa_console.domain.errors import (
    AddressFault,
    CommandFault,
    ConsoleError,
    EnvFault,
    ExportFault,
    ExportUnwritable,
    FileFault,
    InputFault,
    KeyringFault,
    LeakFault,
    NotSendable,
    ProviderFailed,
    ProviderFault,
    UnsafeAddress,
    UnusableCertificates,
    UnusableCommand,
    UnusableEnvFile,
    UnusableLeak,
    UnusableStoreFile,
    VaultUnavailable,
)
from medusa_console.domain.load_problem import LoadFault, LoadProblem
from medusa_console.ui.words import reasons
from medusa_console.ui.words.errors import explain

ERRORS: list[ConsoleError] = [
    *(UnsafeAddress(fault, "value") for fault in AddressFault),
    *(NotSendable(fault) for fault in InputFault),
    *(UnusableCertificates("/ca.pem", fault) for fault in FileFault),
    *(UnusableStoreFile("stores.json", fault) for fault in FileFault),
    *(UnusableLeak(name, fault) for name in ("", "app.log") for fault in LeakFault),
    *(UnusableEnvFile(fault, "3, 9") for fault in EnvFault),
    *(UnusableCommand(fault, "detail") for fault in CommandFault),
    *(ProviderFailed(fault, "detail") for fault in ProviderFault),
    *(ExportUnwritable("keys.csv", fault, "detail") for fault in ExportFault),
    *(VaultUnavailable(fault, "detail") for fault in KeyringFault),
]


@pytest.mark.parametrize("error", ERRORS, ids=repr)
def test_a_reason_of_the_programs_own_is_told_in_words(error: ConsoleError) -> None:
    message = explain(error)
    assert message.title
    assert message.text
    for text in (message.title, message.text):
        assert "The store says" not in text
        assert not re.search("[A-Z]_[A-Z]", text), "an enum's name is no word"


def test_every_other_reason_has_words() -> None:
    told = [
        *(reasons.email(EmailProblem(fault, "ü")) for fault in EmailFault),
        *(reasons.loading(LoadProblem(fault, lost=1, number=2)) for fault in LoadFault),
        *(
            reasons.entry(EntryProblem(fault, "name", 80, UnsafeAddress(AddressFault.EMPTY)))
            for fault in (EntryFault.ADDRESS,)
        ),
        *(
            reasons.entry(EntryProblem(fault, "name", 80))
            for fault in EntryFault
            if fault is not EntryFault.ADDRESS
        ),
    ]
    assert all(told)
    assert len(set(told)) == len(told), "two reasons read the same"
