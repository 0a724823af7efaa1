"""The reports of secret scanners: where each key was found, and nothing else believed."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medusa_console.domain import tokens
from medusa_console.domain.json_stream import MOST_DEPTH, JsonStream, NotJson
from medusa_console.domain.leak_scan import Scanner
from medusa_console.domain.leaks import OtherKind, Place, Reading
from medusa_console.domain.tokens import Form
from tests.domain.scanner_samples import (
    COMMIT,
    DATE,
    REPOSITORY,
    ggshield,
    github,
    gitleaks,
    reports,
    sarif,
    trufflehog,
)

HEX = "0123456789abcdef" * 4
SECRET = f"sk_{HEX}"
OTHER = f"pk_{HEX[::-1]}"
BASIC = base64.b64encode(f"{SECRET}:".encode()).decode()


def read(text: str, size: int = 1 << 16) -> Reading:
    scanner = Scanner()
    for at in range(0, len(text), size):
        scanner.feed(text[at : at + size])
    return scanner.finish()


NAMED = "MEDUSA_API_KEY"
JO = "Jo <jo@northwind.example>"
FILE = "deploy/.env"
SHORT = COMMIT[:12]
PLACES = {
    "gitleaks": Place(14, NAMED, REPOSITORY, FILE, SHORT, JO, DATE),
    "SARIF": Place(14, NAMED, REPOSITORY, FILE, SHORT, JO, DATE),
    "TruffleHog": Place(14, "", REPOSITORY, FILE, SHORT, JO, DATE),
    "ggshield": Place(14, "", "", FILE, SHORT, JO, DATE),
    "GitHub secret scanning": Place(14, "", "northwind/shop", FILE, SHORT, "", DATE),
}


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("size", [1 << 16, 100, 7])
def test_each_key_of_a_report_is_told_with_where_it_was_found(name: str, size: int) -> None:
    reading = read(reports(SECRET, OTHER, SECRET)[name], size)
    assert reading.report is not None
    assert reading.report.value == name
    secret, public = reading.keys
    assert (secret.shown, secret.form, secret.count) == ("sk_012***def", Form.WHOLE, 2)
    assert (public.form, public.count) == (Form.WHOLE, 1)
    assert secret.places == (PLACES[name],) * 2
    assert public.places == (PLACES[name],)


def test_a_report_is_told_of_whatever_secret_it_holds() -> None:
    for shape in (SECRET.upper(), BASIC, f"curl -u {SECRET}:"):
        for text in reports(shape).values():
            (key,) = read(text).keys
            assert (key.form, key.places[0].file) == (Form.WHOLE, FILE)
    for shape, form in {"sk_012***def": Form.REDACTED, "sk_012…": Form.CUT,
                        "sk_0123456789*******89abcdef": Form.REDACTED}.items():  # fmt: skip
        for text in reports(shape).values():
            (key,) = read(text).keys
            assert (key.form, key.places[0].commit) == (form, SHORT)
    for text in reports("REDACTED").values():
        assert read(text).keys == ()
        assert read(text).report is not None
    for text in reports("JWT_SECRET=supersecret").values():
        (other,) = read(text).others
        assert (other.kind, other.place.file) == (OtherKind.JWT_SECRET, FILE)


def test_a_key_that_stands_elsewhere_in_a_report_is_found_as_in_any_text() -> None:
    reading = read(json.dumps([gitleaks("REDACTED", Message=f"was {SECRET}")], indent=1))
    (key,) = reading.keys
    assert key.places == (Place(19),)


def without(record: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key != name}


ODD: list[Any] = [None, 7, "", [], {}, [[1]], {"a": {"b": 1}}, 1e300, -5, True, "x" * 50_000]


@pytest.mark.parametrize("make", [gitleaks, trufflehog, github], ids=lambda one: one.__name__)
def test_a_missing_or_odd_field_is_no_error(make: Any) -> None:
    entry = make(SECRET)
    for name in entry:
        for changed in (without(entry, name), *(entry | {name: odd} for odd in ODD)):
            text = json.dumps([changed, make(OTHER)])
            assert len(read(text).keys) == 1 + (SECRET in text)


def each_changed(value: Any, odd: Any) -> list[Any]:
    """Copies of a nested value, each with one part of it replaced."""
    copies: list[Any] = [odd]
    if isinstance(value, dict):
        for name in value:
            copies += [value | {name: one} for one in each_changed(value[name], odd)]
            copies.append(without(value, name))
    elif isinstance(value, list):
        for number in range(len(value)):
            copies += [
                [*value[:number], one, *value[number + 1 :]]
                for one in each_changed(value[number], odd)
            ]
    return copies


def test_an_odd_part_anywhere_is_no_error_and_hides_no_key() -> None:
    document = sarif(SECRET)
    document["runs"][0]["tool"] = {}
    some: list[Any] = [None, 7, "text", [], {}, [{}], {"x": []}]
    for whole in (document, ggshield(SECRET)):
        for odd in some:
            for changed in each_changed(whole, odd):
                text = json.dumps(changed)
                assert bool(read(text).keys) is (SECRET in text)


def test_fields_are_hostile() -> None:
    nasty = f"\u202e<b>[x](https://evil.example) =1+1 {SECRET} " + "y" * 9_000
    entry = gitleaks(SECRET, File=nasty, Author=nasty, Commit=nasty, Date=nasty, Link=nasty)
    for place in read(json.dumps([entry])).keys[0].places:
        for text in (place.file, place.author, place.commit, place.date, place.repository):
            assert len(text) == 200
            assert not tokens.may_hold_a_key(text)
    cut = "x" * 395 + SECRET
    for place in read(json.dumps([gitleaks(SECRET, File=cut)])).keys[0].places:
        assert place.file == "x" * 200
    for line in (-1, 0, 10**12, 14.5, "14", True, None):
        assert read(json.dumps([gitleaks(SECRET, StartLine=line)])).keys[0].places[0].line == 0


def test_what_is_no_report_is_read_as_text() -> None:
    for text in (
        f"see {json.dumps(gitleaks(SECRET))}",
        json.dumps({"apiKey": SECRET}),
        json.dumps([[[SECRET]]]),
        "[" * 5_000 + SECRET,
        '{"' * 5_000 + SECRET,
        f'{{"a":{SECRET}}}',
        f"[{SECRET}",
        f'["{SECRET}',
        '{"level":"info"}\n' * 300 + json.dumps(gitleaks(SECRET)),
        f'[{{"RuleID": {SECRET}}}]',
        json.dumps([{"x": "y" * 2_200_000}, gitleaks(SECRET)]),
    ):
        reading = read(text)
        assert reading.report is None
        assert [key.form for key in reading.keys] == [Form.WHOLE]
        assert reading.keys[0].places[0].line > 0


def test_each_file_of_a_scan_keeps_its_name() -> None:
    document = ggshield(SECRET)
    (scan,) = document["scans"]
    entities = scan["entities_with_incidents"]
    (other,) = ggshield(OTHER)["scans"][0]["entities_with_incidents"]
    entities.append(other | {"filename": "b.txt"})
    document["scans"].append({"id": "b" * 40, "entities_with_incidents": [], "extra_info": {}})
    one, two = read(json.dumps(document)).keys
    assert (one.places[0].file, two.places[0].file) == (FILE, "b.txt")
    assert one.places[0].author == two.places[0].author == JO
    alone = {"id": ".", "type": "path_scan", "entities_with_incidents": entities}
    assert [key.places[0].file for key in read(json.dumps(alone)).keys] == [FILE, "b.txt"]


def test_json_that_is_nested_without_end_is_refused() -> None:
    stream = JsonStream(lambda name, above: True, lambda name, record, above: True)
    stream.feed("[" * MOST_DEPTH)
    with pytest.raises(NotJson):
        stream.feed("[")


def test_a_report_that_breaks_off_tells_what_it_told() -> None:
    text = json.dumps([gitleaks(SECRET), gitleaks(OTHER)])
    for end in range(0, len(text), 97):
        reading = read(text[:end])
        whole = [key for key in reading.keys if key.form is Form.WHOLE]
        assert len(whole) >= (SECRET in text[:end]) + (OTHER in text[:end])
    assert read(text[: text.index("}") + 1]).report is not None


def test_lines_that_are_no_finding_may_stand_before_the_findings() -> None:
    start = json.dumps({"level": "info-0", "logger": "trufflehog", "msg": "running source"})
    reading = read(f"\ufeff{start}\n{json.dumps(trufflehog(SECRET))}\n")
    assert reading.keys[0].places == (PLACES["TruffleHog"],)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20) | st.sampled_from(["\\", '"', "\\u0041", "\ud800", "é\u2028"]),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.text(max_size=5), VALUES, max_size=5), st.integers(1, 40), st.booleans())
def test_json_is_read_as_it_is_in_whatever_parts_it_comes(
    value: dict[str, Any], size: int, ascii_only: bool
) -> None:
    told: list[dict[str, Any]] = []

    def ended(_: str, record: dict[str, Any], above: list[Any]) -> bool:
        if not above:
            told.append(record)
        return True

    stream = JsonStream(lambda name, above: True, ended)
    text = json.dumps(value, ensure_ascii=ascii_only) * 2
    for at in range(0, len(text), size):
        stream.feed(text[at : at + size])
    assert told == [value, value]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*'[]{}",:\\ 0-e', "true", "nul", '"a":']), max_size=40))
def test_whatever_comes_instead_of_json_is_refused_or_read(parts: list[str]) -> None:
    stream = JsonStream(lambda name, above: True, lambda name, record, above: True)
    try:
        for part in parts:
            stream.feed(part)
    except NotJson:
        pass
