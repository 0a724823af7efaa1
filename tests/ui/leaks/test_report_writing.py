"""A document becomes Markdown and a PDF in which nothing that strangers wrote does anything."""

from __future__ import annotations

import asyncio
import re
import zlib
from dataclasses import replace

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from medusa_console.domain import tokens
from medusa_console.domain.document import (
    Bullets,
    Document,
    Heading,
    Paragraph,
    Run,
    Table,
    Written,
    email,
    exact,
    ours,
    said,
    strangers,
)
from medusa_console.domain.markdown import as_markdown
from medusa_console.ui.leaks.report_pdf import as_pdf, text_of

SECRET = "sk_" + "a1" * 32
HOSTILE = {
    "Markdown": "# *owned* ![x](https://evil.example/x.png) [pay](https://evil.example) | a | b |",
    "HTML": "<img src=//evil.example/x> <script>evil()</script> &lt;b&gt; &#60;",
    "mentions": "@channel <!here> <@U123> #general @everyone anna@evil.example",
    "formulas": '=HYPERLINK("https://evil.example") +1 -1 @SUM(1)',
    "bidi": "a\u202eb\u2066c\u200bd\u2028e",
    "a key": f"was {SECRET}",
    "50,000 characters": "x" * 50_000 + SECRET,
    "a fence": "``` evil ``` `code` ~~~",
    "lines": "one\r\n\r\n# two\n- three\n| four |\n<div>",
}
ID = "apk_01M0000000000000000000KEY1"
TIME = "2026-11-30T03:04:05.678Z"


def everywhere(run: Run) -> Document:
    """A document that holds `run` wherever a text may stand."""
    line = said("a {what} b", what=run)
    return (
        Heading(1, ours("Incident report")),
        Heading(2, line),
        Paragraph(line),
        Paragraph((replace(run, strong=True),)),
        Bullets((line, (run,))),
        Table(("What", "When"), ((line, (run,)), ((run,), ours("now")))),
    )


def rendered(markdown: str) -> str:
    page = QTextDocument()
    page.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    return page.toHtml()


@pytest.mark.parametrize("kind", [strangers, exact, email])
@pytest.mark.parametrize("name", HOSTILE)
def test_what_strangers_wrote_does_nothing_in_either_form(
    qapp: QApplication, name: str, kind: object
) -> None:
    assert callable(kind)
    document = everywhere(kind(HOSTILE[name]))
    markdown = as_markdown(document)
    html = rendered(markdown)
    for doing in ("href", "<img", "<script", "<pre"):
        assert doing not in html
    assert html.count("<h1") == 1
    assert html.count("<h2") == 1
    assert html.count("<table") == 1
    assert html.count("<li") == 2
    assert not re.search(r"[@#](?=[\w<])", markdown.replace("\\", ""))
    laid_out = text_of(document).toPlainText()
    for text in (markdown, laid_out):
        assert not tokens.may_hold_a_key(text)
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b]", text)
        assert len(text) < 20_000
    assert not re.search(r"//|@\w|\w\.example", laid_out)


def test_ids_times_and_emails_can_be_read_again_as_they_are(qapp: QApplication) -> None:
    parts = (exact(ID), exact(TIME), exact("sk_a1a***1a1"), email("anna.o_neil+x@example.com"))
    for run in parts:
        assert run.written is Written.EXACT
        document = everywhere(run)
        assert f"`{run.text}`" in as_markdown(document)
        assert "href" not in rendered(as_markdown(document))
        assert text_of(document).toPlainText().count(run.text) == 8


def test_what_only_looks_like_an_id_is_a_strangers_text() -> None:
    for text in (
        "https://evil.example",
        "evil.example",
        "a b",
        "",
        "x" * 131,
        "//evil",
        "a//b",
        "https://b",
        "`",
        "<b>",
        "@here",
        "a|b",
    ):
        assert exact(text).written is Written.STRANGERS
    for text in (
        "a@b",
        "<a@b.example>",
        "a@b.example x",
        f"{'x' * 300}@b.example",
        "//a@b.example",
    ):
        assert email(text).written is Written.STRANGERS


def test_words_of_the_program_stand_as_they_are(qapp: QApplication) -> None:
    words = ours("see `revoked_at` and *this* [x] #1 | 2 <b>")
    html = rendered(as_markdown((Paragraph(words),)))
    assert "<b>" not in html
    page = QTextDocument()
    page.setMarkdown(as_markdown((Paragraph(words),)))
    assert page.toPlainText() == words[0].text


async def test_a_pdf_is_written_on_a_thread_and_holds_text_alone(
    qapp: QApplication,
) -> None:
    document = everywhere(strangers(HOSTILE["Markdown"]))
    pdf = await asyncio.to_thread(as_pdf, document, "Incident report")
    assert pdf.startswith(b"%PDF-")
    assert b"%%EOF" in pdf[-10:]
    for doing in (
        b"/URI",
        b"/JavaScript",
        b"/JS",
        b"/Launch",
        b"/EmbeddedFile",
        b"/Annots [",
        b"/AA",
    ):
        assert doing not in pdf
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            plain = zlib.decompress(stream)
        except zlib.error:
            continue
        assert b"evil.example" not in plain
