"""An incident report says what happened in one store, and nothing that was not asked for."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtGui import QTextDocument

from medusa_console.domain import tokens
from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.document import Document
from medusa_console.domain.incident_report import GonePerson
from medusa_console.domain.key_trace import NoMaker, UnattributedKey
from medusa_console.domain.leak_answers import Doubt, Finding, Proof, ProofState, StoreAnswer
from medusa_console.domain.leak_steps import Did, Head, Step
from medusa_console.domain.leaks import Place
from medusa_console.domain.markdown import as_markdown
from medusa_console.domain.store import DEMO_STORE
from medusa_console.threads import DaemonThreads
from medusa_console.ui.leaks.report_pdf import as_pdf, text_of
from tests.ui.leaks.incidents import (
    AT,
    HERE,
    MAX,
    ME,
    ROOT,
    SECRET,
    THERE,
    ago,
    case,
    dead,
    document,
    found,
    incident_of,
    look,
    record,
    steps,
)
from tests.ui.leaks.test_report_writing import HOSTILE

pytestmark = pytest.mark.usefixtures("qapp")
STATE = ProofState


def read(told: Document) -> str:
    """All of it, as somebody reads it."""
    return text_of(told).toPlainText().replace("\u00a0", " ")


def alone(answer: StoreAnswer) -> str:
    return read(document(incident_of(case(answer))))


def test_a_key_that_was_revoked_and_proven_dead_is_told_with_all_that_proves_it() -> None:
    text = read(document(incident_of(case(dead()), looks={ROOT: look()})))
    for part in (
        "Northwind EU (live), northwind.example",
        f"Pasted 2026-11-30T03:03:05Z, reported 2026-11-30T03:04:05Z\nAccount: {ME}",
        "Roles (RBAC): off",
        f"Revoked by {ME} at 2026-11-30T03:04:05.678Z, from this desk. The store refused the key "
        "itself twice, and accepted this desk's own session in between.",
        f"Record {ROOT}, shortened form sk_a1a***1a1, made 2026-09-01T03:04:05.678Z by {ME}",
        "Found in: shop, .env, line 14, MEDUSA_API_KEY, abc123",
        f"2026-11-30T03:04:05Z\nThe key was presented: refused\n401\n{ME}",
        f"2026-11-30T03:04:06Z\nControl: the store accepted our own session\n200\n{ME}",
        f"2026-11-30T03:04:07Z\nThe key was presented: refused\n401\n{ME}",
        f"/admin/api-keys/{ROOT}, read by any admin, shows revoked_at 2026-11-30T03:04:05.678Z and "
        f"revoked_by {ME}.",
        "Everybody sets a new password: roles are off",
        "Who made a key is not who leaked it.",
        "What is not known",
    ):
        assert part in text


def test_what_it_did_is_told_as_counts_and_ids() -> None:
    text = read(document(incident_of(case(dead()), looks={ROOT: look()})))
    for part in (
        "Looked for at 2026-11-30T03:04:05Z",
        "The leak's first known date is 2026-11-28T02:04:05Z.",
        f"{MAX}, 2026-11-28T03:04:05.678Z, after the leak",
        "invite_01, 2026-11-27T03:04:05.678Z, before the leak",
        "user_01GONE was removed from this desk at 2026-11-30T02:59:05Z; a session of theirs may "
        "work until 2026-12-01T03:04:05Z",
        "The invite invite_02 was deleted from this desk",
        f"apk_01CHILD (sk_c41***1d0, secret), made by {ROOT}, 2026-11-29T03:04:05.678Z",
        "20 customers:",
        "2 customer groups:",
        f"apk_01REV by {ROOT}, revoked_at 2026-11-30T01:04:05.678Z",
        "the key that made it has no record any more",
        "txreg_01, made by apk_01GONE",
        "apk_01CHG, updated_at 2026-11-30T02:04:05.678Z",
        "Not looked at\nOrders, returns",
    ):
        assert part in text
    assert text.count("custom_") == 22
    assert "Nobody looked for what the key did" not in text


def test_who_reads_the_beginning_and_the_end_alone_knows_what_is_still_open() -> None:
    text = read(document(incident_of(case(dead()), looks={ROOT: look()})))
    for part in (
        "It made 1 key, 20 customers, 2 customer groups. Not everything could be read. Still open: "
        "1 person, 1 open invite, 1 key made by it that works, 1 key that works and cannot be "
        "attributed.",
        "1 person joined since the key was made: ask who let them in, and remove them if nobody "
        "knows.",
        "1 open invite since the key was made: delete it if nobody here has sent it.",
        "1 key made by a leaked key still works: revoke it if nobody needs it.",
        "1 key that cannot be attributed still works: ask whose it is, and revoke it if nobody "
        "knows.",
        "Look again after 2026-12-01T03:04:05Z: until then a session of somebody who was removed",
    ):
        assert part in text


def test_what_was_undone_since_the_look_is_not_told_as_open() -> None:
    seen = look()
    ended = replace(
        seen.trace,
        made_keys=tuple(replace(one, key=revoked(one.key)) for one in seen.trace.made_keys),
        unattributed=tuple(replace(one, key=revoked(one.key)) for one in seen.trace.unattributed),
        as_of=AT + timedelta(days=2),
    )
    gone = (GonePerson(MAX, AT, AT + timedelta(days=1)),)
    done = replace(seen, trace=ended, removed=gone, deleted_invites=seen.trace.invites)
    text = read(document(incident_of(case(dead()), looks={ROOT: done})))
    assert "It made 1 key, 20 customers, 2 customer groups." in text
    for part in ("Still open", "ask who let them in", "nobody here", "still work", "Look again af"):
        assert part not in text


def revoked(key: ApiKey) -> ApiKey:
    return key.model_copy(update={"revoked_at": AT})


def test_two_leaked_keys_count_the_same_people_and_keys_once() -> None:
    other = record("apk_01OTHER")
    second = dead(proof=Proof(STATE.DEAD, other, AT, tries=1))
    one = look()
    child = one.trace.made_keys[0].key
    lost = UnattributedKey(child, ROOT, NoMaker.MADE_BY_SUCH)
    theirs = replace(one.trace, made_keys=(), unattributed=(*one.trace.unattributed, lost))
    looks = {ROOT: one, other.id: replace(one, trace=theirs)}
    text = read(document(incident_of(case(dead()), case(second), looks=looks)))
    assert text.count("Still open: 1 person, 1 open invite") == 2
    assert "1 person joined since the key was made: ask" in text
    assert "1 key that cannot be attributed still works" in text


def test_a_report_without_a_look_says_that_nobody_looked() -> None:
    text = alone(dead())
    assert "Nobody looked for what the key did." in text
    assert "in between. Nobody looked for what it did." in text
    assert "What some of these keys did: nobody looked for it." in text
    assert "Nothing carries its name" not in text


def test_where_nothing_was_refused_nothing_is_said_of_refusals() -> None:
    said = "A refusal counts because the same server accepted our own session beside it."
    assert said in alone(dead())
    text = alone(dead(proof=None, steps=steps()[:1]))
    assert "The server's own log has these requests" in text
    assert said not in text


def test_a_line_of_a_pasted_text_is_told_as_one() -> None:
    text = read(document(incident_of(case(dead(), places=(Place(14, "Authorization"),)))))
    assert "Found in a text that was checked: line 14, Authorization" in text


def test_nothing_found_is_no_relief() -> None:
    empty = look()
    trace = replace(
        empty.trace,
        made_keys=(),
        made=(),
        revoked=(),
        not_looked=empty.trace.not_looked[:-1],
    )
    text = read(document(incident_of(case(dead()), looks={ROOT: replace(empty, trace=trace)})))
    assert (
        "Nothing carries its name. Reading leaves no trace: assume that whatever it could" in text
    )


def test_a_key_that_somebody_else_revoked_is_not_told_as_this_desks_work() -> None:
    theirs = record(revoked_at=ago(days=3), revoked_by="user_01BEA")
    before = StoreAnswer(HERE, Finding.REVOKED_ALIKE, (theirs,), as_of=AT, steps=steps()[2:5])
    text = alone(before)
    told = "Revoked by user_01BEA at 2026-11-27T03:04:05.678Z, not by this desk."
    assert told in text
    assert "it is probably this one" in text
    meanwhile = dead(proof=Proof(STATE.DEAD, theirs, AT))
    assert told in alone(meanwhile)
    assert "from this desk" not in alone(meanwhile)


def test_no_more_is_claimed_than_is_known() -> None:
    revoked = record(revoked_at=AT, revoked_by=ME)
    sayings = {
        Proof(STATE.STILL_WORKS, revoked, AT): "It still works: the store accepted it after",
        Proof(STATE.NOT_REVOKED, record(), doubt=Doubt.NOT_SHOWN): "Assume that it works",
        Proof(STATE.NOT_PROVEN, revoked, doubt=Doubt.NO_ANSWER): "It is not proven that",
        Proof(STATE.NOT_PROVEN, revoked, doubt=Doubt.CACHE): "another of its processes",
        Proof(STATE.BY_RECORD, revoked, AT): "nobody has shown that it is refused",
        Proof(STATE.NOT_PROVEN, record(), doubt=Doubt.NOT_SHOWN): "was not read again since",
        Proof(STATE.PROVING, revoked): "the result is not known yet",
    }
    for proof, saying in sayings.items():
        text = alone(dead(proof=proof))
        assert saying in text
        assert "refused the key itself twice" not in text
        urgent = proof.state in (STATE.STILL_WORKS, STATE.NOT_REVOKED)
        assert ("Revoke the keys that still work." in text) is urgent
    gone = (*steps()[:2], Step(Did.READ_GONE, AT, None, ME))
    text = alone(dead(proof=Proof(STATE.BY_RECORD, record(revoked_at=AT), AT), steps=gone))
    assert "Its record is gone from the store" in text
    assert f"/admin/api-keys/{ROOT}, read by any admin, answers 404: it is gone." in text
    assert "Revoked by" not in text
    findings = {
        Finding.ANOTHER_KEY: "they are other keys",
        Finding.CANDIDATES: "it was not presented",
        Finding.REFUSED: "Nobody looked whether the store has a record",
        Finding.THIS_KEY: "It works, and was not revoked from here.",
        Finding.PUBLISHABLE: "Finding it is no leak",
    }
    for finding, saying in findings.items():
        assert saying in alone(StoreAnswer(HERE, finding, (record(),), as_of=AT))
    works = StoreAnswer(HERE, Finding.THIS_KEY, (record(),), accepted_at=AT)
    assert "Revoke the keys that still work." in alone(works)
    several = StoreAnswer(HERE, Finding.REVOKED_ALIKE, (theirs_one(), theirs_one("apk_2")))
    assert "several revoked records look like it" in alone(several)


def theirs_one(key_id: str = "apk_1") -> ApiKey:
    return record(key_id, revoked_at=AT, revoked_by="user_01BEA")


def test_a_step_without_an_answer_has_no_status_and_no_date() -> None:
    lost = (
        Step(Did.REVOKE_LOST, AT, None, ME),
        Step(Did.NO_ANSWER, AT, Head(502, AT), ME),
        Step(Did.REFUSED, AT, Head(401), ME),
    )
    proof = Proof(STATE.NOT_REVOKED, record(), doubt=Doubt.NOT_SHOWN)
    text = alone(dead(proof=proof, steps=lost))
    about = "about 2026-11-30T03:04:05Z"
    assert f"{about}\nRevoke sent: no answer told whether it was done\n–\n{ME}" in text
    assert f"{about}\nThe key was presented: refused\n–\n{ME}" in text


def test_no_other_store_no_email_and_no_secret_is_in_it() -> None:
    place = Place(
        3,
        "SOUTHWIND_KEY",
        "github.com/acme/southwind",
        "conf/southwind.example/anna@example.com.env",
        "anna@example.com",
        "Anna Berg <anna@example.com>",
        f"{SECRET}",
    )
    elsewhere = StoreAnswer(THERE, Finding.THIS_KEY, (record(),), accepted_at=AT)
    one = case(dead(), elsewhere, places=(place,))
    told = incident_of(one, looks={ROOT: look()}, unknown_keys=3)
    for text in (as_markdown(document(told)), read(document(told))):
        for untold in ("outhwind", "southwind", "@", "Anna", "Maya", "Max", SECRET, "staging"):
            assert untold not in text, untold
        assert "It may still work in a place that this report does not tell of." in text
        assert "3 other keys stood in the same text" in text
    named = read(document(incident_of(one, looks={ROOT: look()}, people=True)))
    for name in (
        f"{ME} (Maya Lindqvist, maya@northwind.example)",
        f"{MAX} (Max, max@evil.example)",
        "invite_01 (eve@evil.example)",
        "Anna Berg",
    ):
        assert name in named
    assert "outhwind" not in named
    assert SECRET not in named


def test_roles_that_are_on_or_unknown_ask_for_less() -> None:
    on = read(document(incident_of(case(dead()), roles=True)))
    unknown = read(document(incident_of(case(dead()), roles=None)))
    assert "new password" not in on
    assert "Everybody sets a new password, unless roles are on" in unknown


def test_practice_is_told_as_practice() -> None:
    answer = dead(store=DEMO_STORE)
    text = read(document(incident_of(case(answer), store=DEMO_STORE, practice=True)))
    assert "Practice in the demo store. No real key has leaked." in text


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_a_store_or_a_stranger_calls_things_nothing_of_it_does_anything(name: str) -> None:
    hostile = HOSTILE[name][:1_000]
    place = Place(1, hostile, hostile, hostile, hostile, hostile, hostile)
    bad = record(hostile[:200], title=hostile, redacted=hostile[:40], created_by=hostile[:100])
    bad = bad.model_copy(update={"revoked_at": AT, "revoked_by": hostile[:100]})
    answer = dead(
        store=replace(HERE, name=hostile),
        proof=Proof(STATE.DEAD, bad, AT),
        steps=(Step(Did.REFUSED, AT, Head(401, AT), hostile[:100]),),
    )
    one = case(answer, places=(place,), shown=hostile[:40])
    store = replace(HERE, name=hostile)
    made = look()
    trace = replace(
        made.trace,
        made_keys=tuple(replace(key, key=bad, maker=hostile[:100]) for key in made.trace.made_keys),
        made=tuple(replace(row, id=hostile[:200]) for row in made.trace.made),
        people=tuple(
            person.model_copy(update={"first_name": hostile[:200], "email": hostile[:200]})
            for person in made.trace.people
        ),
    )
    for people in (False, True):
        told = incident_of(
            one, looks={bad.id: replace(made, trace=trace)}, people=people, store=store
        )
        markdown, laid_out = as_markdown(document(told)), read(document(told))
        page = QTextDocument()
        page.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        assert not re.search("href|<img|<script|<pre", page.toHtml())
        assert page.toHtml().count("<h1") == 1
        for text in (markdown, laid_out):
            assert not tokens.may_hold_a_key(text)
            assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b]", text)
        known = re.sub(r"\b(maya@northwind|eve@evil|max@evil)\.example", "", laid_out)
        assert not re.search(r"//|@\w", known)


def test_a_file_of_markdown_names_all_records_and_what_is_cut_says_so() -> None:
    told = incident_of(case(dead()), looks={ROOT: look(customers=1_000)})
    cut, whole = read(document(told, most=200)), read(document(told, most=None))
    assert cut.count("custom_") == 202
    assert "and 800 more. The report as a Markdown file names all of them." in cut
    assert whole.count("custom_") == 1_002
    assert "The report as a Markdown file" not in whole


def test_of_very_many_keys_a_pdf_tells_the_last_ones_in_short() -> None:
    cases = []
    for number in range(150):
        one = case(dead(proof=Proof(STATE.DEAD, record(f"apk_{number}", revoked_at=AT), AT)))
        cases.append(replace(one, key=found(id=str(number), shown=f"sk_{number:03}***0")))
    cut, whole = [document(incident_of(*cases), most=most) for most in (200, None)]
    assert read(cut).count("The key was presented: accepted") == 100
    assert "50 more keys stand above in short. The report as a Markdown file" in read(cut)
    assert "sk_149***0: Revoked by" in read(cut)
    assert read(whole).count("The key was presented: accepted") == 150


async def test_twenty_keys_that_did_much_become_a_pdf_on_a_thread_without_a_word_of_qt(
    qtlog: Any,
) -> None:
    cases = []
    for number in range(20):
        one = case(dead(proof=Proof(STATE.DEAD, record(f"apk_{number}", revoked_at=AT), AT)))
        cases.append(replace(one, key=found(id=str(number))))
    looks = {f"apk_{number}": look(customers=200) for number in range(20)}
    told = incident_of(*cases, looks=looks)
    loop, threads = asyncio.get_running_loop(), DaemonThreads()  # as in the program
    pdf = await loop.run_in_executor(threads, lambda: as_pdf(document(told), "Incident report"))
    assert pdf.startswith(b"%PDF-")
    assert pdf.count(b"/Type /Page\n") > 20
    assert [one.message for one in qtlog.records] == []


def test_a_time_that_no_store_can_have_is_an_unknown_date() -> None:
    odd = record(revoked_at=AT + timedelta(days=200_000), revoked_by=ME)
    assert "unknown date" in alone(dead(proof=Proof(STATE.NOT_PROVEN, odd)))
