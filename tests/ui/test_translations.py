"""Every text can be translated: Qt's tool finds it, and Qt asks for it where the tool put it."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.pseudo import ENGLISH, ROOT, TOOL

PACKAGE = ROOT / "medusa_console"


COMMITTED: list[Path] = TOOL["files"]()


@pytest.fixture(scope="module")
def updated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The committed files, brought up to date with the source, in a folder."""
    folder = tmp_path_factory.mktemp("i18n")
    for committed in COMMITTED:
        ts = folder / committed.name
        shutil.copy(committed, ts)
        TOOL["update"](ts)
    return folder


def test_the_committed_texts_are_those_of_the_source(updated: Path) -> None:
    assert ENGLISH in COMMITTED
    for ts in COMMITTED:
        now = (updated / ts.name).read_text()
        assert now == ts.read_text(), f"{ts.name}: run python packaging/translations.py"


def test_the_committed_translations_are_compiled_from_the_texts(tmp_path: Path) -> None:
    for ts in COMMITTED:
        qm = tmp_path / f"{ts.stem}.qm"
        TOOL["compile_to"](qm, ts)
        assert qm.read_bytes() == ts.with_suffix(".qm").read_bytes(), ts.name


def test_every_language_but_english_translates_every_text() -> None:
    for ts in set(COMMITTED) - {ENGLISH}:
        for message in texts_of(ts).iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = translation.findall("numerusform") or [translation]
            done = translation.get("type") is None and all(form.text for form in forms)
            assert done, (ts.name, message.findtext("source"))


def test_every_translation_has_the_placeholders_of_its_text() -> None:
    for ts in COMMITTED:
        for message in texts_of(ts).iter("message"):
            source = message.findtext("source", "")
            forms = [form.text for form in message.iter("numerusform")]
            for text in filter(None, forms or [message.findtext("translation")]):
                assert placeholders(text) == placeholders(source), (ts.name, text)


def test_a_new_language_gets_every_text_in_its_own_file(tmp_path: Path) -> None:
    ts = tmp_path / "medusa_console_fr.ts"
    TOOL["update"](ts)
    texts = texts_of(ts)
    assert texts.get("language", "").startswith("fr")
    assert len([*texts.iter("message")]) == len([*texts_of(ENGLISH).iter("message")])


def test_every_text_with_a_number_has_both_english_forms() -> None:
    plurals = [m for m in texts_of(ENGLISH).iter("message") if m.get("numerus")]
    assert plurals
    for message in plurals:
        forms = [form.text for form in message.iter("numerusform")]
        assert len(forms) == 2, message.findtext("source")
        assert all(form and "(s)" not in form for form in forms), forms


def test_lupdate_finds_every_text_in_the_context_in_which_qt_asks(updated: Path) -> None:
    found = {
        (context.findtext("name"), message.findtext("source"))
        for context in texts_of(updated / ENGLISH.name).iter("context")
        for message in context.iter("message")
    }
    written = set(texts())
    assert len(written) > 800
    assert found == written


def test_no_text_is_put_together_from_singular_and_plural_by_hand() -> None:
    for context, text in texts():
        assert not re.search(r"\{(n|count|number)\} [a-z]+s\b", text), (context, text)


def placeholders(text: str) -> list[str]:
    """What is filled in: '{title}', '%Ln', and the line breaks."""
    return sorted(re.findall(r"\{[^}]*\}|%L?n|\n", text))


def texts_of(ts: Path) -> ElementTree.Element:
    return ElementTree.fromstring(ts.read_text())  # noqa: S314  # our own file


def texts() -> Iterator[tuple[str, str]]:
    """Context and words of every text in the source, as Qt asks for them."""
    for path in PACKAGE.rglob("*.py"):
        yield from _texts(ast.parse(path.read_text()), "", path)


def _texts(node: ast.AST, cls: str, path: Path) -> Iterator[tuple[str, str]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and (name := ast.unparse(child.func)).endswith("tr"):
            where = f"{path}:{child.lineno}"
            if name == "self.tr":
                (words,) = _literals(child.args[:1], where)
                yield cls, words
            else:
                assert not name.endswith(".tr"), f"{where}: another object's context"
        if isinstance(child, ast.Call) and ast.unparse(child.func) == "translate":
            context, words = _literals(child.args, f"{path}:{child.lineno}")
            yield context, words
        inside = child.name if isinstance(child, ast.ClassDef) else cls
        yield from _texts(child, inside, path)


def _literals(arguments: list[ast.expr], where: str) -> list[str]:
    for argument in arguments:
        assert isinstance(argument, ast.Constant), f"{where}: not a literal"
        assert isinstance(argument.value, str), f"{where}: not a text"
    return [ast.literal_eval(argument) for argument in arguments]


# Words that say something else to a native speaker: "store" is a noun here, and nothing "fits".
FORBIDDEN = re.compile(
    r"""\b(stored|storing|unstored|to\ store)\b | \bstore\ (this|it|the\ key)\b | \bfits?\b
    | \brights?\b(?<!right(?=\ now))(?<!right(?=\ host))(?<!right(?=\ to\ left)) | \w\ …(?!\{)
    | demo\.invalid""",
    re.VERBOSE | re.IGNORECASE,
)


def test_no_text_has_a_word_that_means_something_else() -> None:
    told = [text for _, text in texts()] + [
        form.text or "" for form in texts_of(ENGLISH).iter("numerusform")
    ]
    assert [text for text in told if FORBIDDEN.search(text)] == []
