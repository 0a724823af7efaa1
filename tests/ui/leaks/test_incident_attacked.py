"""An incident report at the edges of what it promises: what a desk lost, and what it hides."""

from __future__ import annotations

import pytest

from medusa_console.domain.leak_answers import Finding, Proof, ProofState, StoreAnswer
from medusa_console.domain.leak_steps import Did, Step
from medusa_console.domain.leaks import Place
from medusa_console.domain.markdown import as_markdown
from medusa_console.domain.store import Store
from medusa_console.ui.leaks.report_pdf import text_of
from tests.ui.leaks.incidents import (
    AT,
    HERE,
    ME,
    ROOT,
    ago,
    case,
    dead,
    document,
    incident_of,
    look,
    record,
)

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_revoke_whose_answer_was_lost_is_not_denied() -> None:
    lost = dead(
        steps=(
            Step(Did.REVOKE_LOST, ago(seconds=1), None, ME),
            Step(Did.NOT_READ, AT, None, ME),
            Step(Did.READ_REVOKED, AT, None, ME),
        ),
        proof=Proof(ProofState.BY_RECORD, record(revoked_at=AT, revoked_by=ME), AT),
    )
    text = text_of(document(incident_of(case(lost)))).toPlainText()
    assert f"Revoked by {ME} at 2026-11-30T03:04:05.678Z" in text
    assert "not by this desk" not in text
    assert "from this desk." not in text
    assert "A revoke was sent from this desk, too, and its answer was lost" in text


@pytest.mark.parametrize(
    ("origin", "written"),
    [
        ("http://10.0.0.7:9000", "10.0.0.7"),
        ("https://southwind.example:8443", "Southwind.example"),
        ("https://xn--bcher-kva.example", "bücher.example"),
    ],
)
def test_another_store_is_left_out_in_every_spelling_of_its_host(origin: str, written: str) -> None:
    other = Store("t", "Elsewhere", origin, HERE.environment)
    elsewhere = StoreAnswer(other, Finding.THIS_KEY, (record(),), accepted_at=AT)
    place = Place(3, "KEY", "acme", f"deploy/{written}/.env")
    told = incident_of(case(dead(), elsewhere, places=(place,)), others=(other,))
    text = as_markdown(document(told))
    assert written.casefold() not in text.replace("\\", "").replace(". ", ".").casefold()
    assert "env" in text


@pytest.mark.parametrize("sign", ["@", "\uff20", "\ufe6b", "%40"])
def test_an_email_is_left_out_however_its_sign_is_written(sign: str) -> None:
    place = Place(3, "KEY", "acme", f"mail/anna{sign}example.com/sent.txt")
    for text in (
        as_markdown(document(incident_of(case(dead(), places=(place,))))),
        text_of(document(incident_of(case(dead(), places=(place,))))).toPlainText(),
    ):
        assert "anna" not in text
        assert "sent" in text


def test_what_nobody_can_find_any_more_is_named() -> None:
    told = incident_of(case(dead()), looks={ROOT: look()})
    text = text_of(document(told)).toPlainText()
    assert "records of a deleted key that made no other key" in text


def test_a_look_from_before_a_run_says_so() -> None:
    told = incident_of(case(dead()), looks={ROOT: look(revoking=True)})
    text = text_of(document(told)).toPlainText()
    assert "Since then a revoke of keys that it made was begun from this desk" in text
