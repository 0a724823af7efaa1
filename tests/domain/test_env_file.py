"""One variable of a file is set, and nothing else of the file changes."""

from __future__ import annotations

import re

import pytest

from medusa_console.domain.env_file import MOST_BYTES, MOST_LINES, Mark, parse
from medusa_console.domain.errors import EnvFault, UnusableEnvFile
from medusa_console.domain.tokens import redact

KEY = "sk_" + "a1" * 32
OLD = "sk_" + "b2" * 32
BOM = b"\xef\xbb\xbf"

CHANGES: list[tuple[str, bytes, bytes]] = [
    ("an empty file", b"", b"KEY=@\n"),
    ("order and comments", b"# one\nA=1\n\n# 2\nKEY=x\nB=2\n", b"# one\nA=1\n\n# 2\nKEY=@\nB=2\n"),
    ("CRLF", b"A=1\r\nKEY=x\r\nB=2\r\n", b"A=1\r\nKEY=@\r\nB=2\r\n"),
    ("CRLF, appended", b"A=1\r\n", b"A=1\r\nKEY=@\r\n"),
    ("no newline at the end", b"A=1", b"A=1\nKEY=@\n"),
    ("no newline at the end, CRLF", b"A=1\r\nB=2", b"A=1\r\nB=2\r\nKEY=@\r\n"),
    ("no newline at the end of its own line", b"A=1\nKEY=x", b"A=1\nKEY=@"),
    ("double quotes", b'KEY="x y"\n', b'KEY="@"\n'),
    ("single quotes", b"KEY='x # y'\n", b"KEY='@'\n"),
    ("escaped quotes", b'KEY="x \\" y" # z\n', b'KEY="@" # z\n'),
    ("export and spaces", b"  export  KEY = x y\t# z\n", b"  export  KEY = @\t# z\n"),
    ("an empty value", b"KEY=\nB=2\n", b"KEY=@\nB=2\n"),
    ("an empty value and a comment", b"KEY= # mine\n", b"KEY=@ # mine\n"),
    ("a value that begins like a comment", b"KEY=#x\n", b"KEY=@\n"),
    ("a sign within a value", b"KEY=a#b c # d\n", b"KEY=@ # d\n"),
    ("a value of several lines", b'KEY="x\ny"\nB=2\n', b'KEY="@"\nB=2\n'),
    ("the name within another value", b'A="\nKEY=x\n"\nKEY=y\n', b'A="\nKEY=x\n"\nKEY=@\n'),
    ("a quote without an end", b'KEY="x\nB=2\n', b"KEY=@\nB=2\n"),
    ("a longer name, a comment", b"MYKEY=x\nKEY2=y\n#KEY=z\n", b"MYKEY=x\nKEY2=y\n#KEY=z\nKEY=@\n"),
    ("a byte order mark", BOM + b"KEY=x\n", BOM + b"KEY=@\n"),
    ("Latin-1", b"# caf\xe9\xff\nA=\x80\nKEY=x\n", b"# caf\xe9\xff\nA=\x80\nKEY=@\n"),
    ("what nobody understands", b"}{ \x01\nKEY=x\n====\n", b"}{ \x01\nKEY=@\n====\n"),
    ("blanks at the end", b"KEY=x  \nA=1\n", b"KEY=@  \nA=1\n"),
]  # fmt: skip


def test_one_value_changes_and_every_other_byte_stays() -> None:
    for case, before, after in CHANGES:
        written = parse(before).with_value("KEY", KEY)
        assert written == after.replace(b"@", KEY.encode()), case
        # What was written is read as it was meant, and written again it is the same.
        assert parse(written).with_value("KEY", KEY) == written, case
        assert len(parse(written).lines_with("KEY")) == 1, case


def test_what_cannot_be_written_is_refused() -> None:
    cases: list[tuple[bytes, str, EnvFault]] = [
        (b"KEY=1\nA=2\nexport KEY=3\n", "KEY", EnvFault.TWICE),
        (b"", "", EnvFault.NAME),
        (b"", "MY KEY", EnvFault.NAME),
        (b"", "1KEY", EnvFault.NAME),
        (b"", "K=Y", EnvFault.NAME),
        (b"", "K" * 101, EnvFault.NAME),
        (b"", KEY, EnvFault.NAME),
        (b"\xff\xfeK\0E\0Y\0", "KEY", EnvFault.NO_TEXT),
        (b"A=\0", "KEY", EnvFault.NO_TEXT),
        (b"#" * (MOST_BYTES + 1), "KEY", EnvFault.TOO_LARGE),
        (b"\n" * (MOST_LINES + 1), "KEY", EnvFault.TOO_LARGE),
    ]
    for content, name, fault in cases:
        with pytest.raises(UnusableEnvFile) as caught:
            parse(content).with_value(name, "x")
        assert caught.value.fault is fault, name
    with pytest.raises(UnusableEnvFile) as caught:
        parse(b"KEY=1\nA='\n'\nexport KEY=3\n").change("KEY", "x")
    assert caught.value.detail == "1, 4"


def test_the_name_that_holds_a_secret_key_is_proposed() -> None:
    cases = {
        b"": "MEDUSA_API_KEY",
        b"A=1\n": "MEDUSA_API_KEY",
        b"SHOP_KEY=" + OLD.encode(): "SHOP_KEY",
        b"SHOP_KEY='" + OLD.encode() + b"'": "SHOP_KEY",
        b"A=" + OLD.encode() + b"\nMY_MEDUSA=" + OLD.encode(): "MY_MEDUSA",
        b"STOREFRONT=pk_" + b"b2" * 32: "MEDUSA_API_KEY",
        b"#OLD=" + OLD.encode(): "MEDUSA_API_KEY",
    }
    for content, name in cases.items():
        assert parse(content).proposed_name == name, content[:20]


PEM = """PEM=-----BEGIN PRIVATE KEY-----
MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj
quietword=
QUJDREVGR0hJSktM==
-----END PRIVATE KEY-----
"""
BLOB = "BLOB=c2VjcmV0\nQUJDREVGR0hJ=\nMZXW6YTBOI======\n" + "k" * 60 + "=\n"


def test_no_line_of_an_unquoted_value_is_shown() -> None:
    for part in (PEM, PEM.replace("=-----", '="-----'), BLOB):
        words = re.findall(r"[\w+/]{9,}", part.replace("PRIVATE", ""))
        for name, content in (
            ("KEY", f"{part}KEY=a\n{part}"),
            ("PEM", f"A=b\n{PEM}"),
            ("NEW", f"A=b\n{part}"),
        ):
            shown = "\n".join(line.text for line in parse(content.encode()).change(name, "sk_1***"))
            assert not [word for word in words if word in shown], shown
            assert f"{name}=sk_1***" in shown
    lines = parse(PEM.encode() + b"export KEY=a\nrest=1\n").change("KEY", "sk_1***")
    assert [line.text for line in lines][-3:] == [
        "export KEY=•••",
        "export KEY=sk_1***",
        "rest=•••",
    ]


def test_the_change_is_shown_with_every_value_hidden() -> None:
    secrets = ["hunter2", "opensesame", "quiet-word", "in a comment", "loose"]
    content = (
        f"FAR=away\nDB='hunter2'\n# in a comment\nexport KEY={OLD} # quiet-word\n"
        f"{KEY}=opensesame\nloose text\nLAST=hunter2\n"
    )
    file = parse(content.encode())
    lines = file.change("KEY", redact(KEY))
    assert [(line.mark, line.number, line.text) for line in lines] == [
        (Mark.KEPT, 2, "DB='•••'"),
        (Mark.KEPT, 3, "# •••"),
        (Mark.REMOVED, 4, f"export KEY={redact(OLD)}"),
        (Mark.ADDED, 4, f"export KEY={redact(KEY)}"),
        (Mark.KEPT, 5, f"{redact(KEY)}=•••"),
        (Mark.KEPT, 6, "•••"),
    ]
    told = repr(file) + repr(lines)
    assert not [secret for secret in (*secrets, KEY, OLD) if secret in told]
    assert parse(b"A=1").change("KEY", "sk_")[-1].number == 2
