"""Reads request bodies as Express does; checks bodies and queries as Medusa's schemas do."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from typing import Any

from starlette.datastructures import Headers

from medusa_console.demo.answers import Refusal, invalid_data
from medusa_console.demo.query import parse_query

LIMIT = 100 * 1024  # bytes
SHOWN_PROBLEMS = 3
READ_TYPES = ("application/json", "application/x-www-form-urlencoded")

_EMAIL = re.compile(r"[^\s@,;<>()]+@[^\s@,;<>().]+(\.[^\s@,;<>().]+)+", re.ASCII)
_KINDS = {str: "string", bool: "boolean", int: "number", float: "number", list: "array"}


@dataclass(frozen=True)
class Field:
    """What one field of a body or query may hold. `kind` is the schema's word for the type; ""
    allows every type. `least` and `most` bound a number, or the length of a text."""

    kind: str = "string"
    required: bool = False
    nullable: bool = False
    choices: tuple[str, ...] = ()
    email: bool = False
    whole: bool = False
    least: int | None = None
    most: int | None = None


def read_body(headers: Headers, raw: bytes) -> Any:
    """The decoded body; `{}` without a body, None for a type that the server does not read.

    Raises Refusal: 413 when too large, 415 for a foreign charset, 400 for malformed JSON.
    """
    if len(raw) > LIMIT:
        raise _parser_refusal(413, "request entity too large")
    content = Message()
    content["content-type"] = headers.get("content-type", "")
    if not raw or not content["content-type"]:
        return {}
    kind, charset = content.get_content_type(), content.get_content_charset("utf-8")
    if kind not in READ_TYPES:
        return None
    if not charset.startswith("utf-"):
        raise _parser_refusal(415, f'unsupported charset "{charset.upper()}"')
    text = raw.decode("utf-8", "replace")
    return parse_query(text) if kind.endswith("urlencoded") else _read_json(text)


def check(given: Any, fields: Mapping[str, Field]) -> dict[str, Any]:
    """`given`, if all its fields are as `fields` says. Raises Refusal 400, which names up to three
    problems at once."""
    if not isinstance(given, dict):
        raise invalid_data("Invalid request: Field '' is required")
    problems = [_problem(name, field, given) for name, field in fields.items()]
    if unknown := [name for name in given if name not in fields]:
        problems.append(f"Unrecognized fields: '{', '.join(unknown)}'")
    if found := [problem for problem in problems if problem]:
        raise invalid_data("Invalid request: " + "; ".join(found[:SHOWN_PROBLEMS]))
    return given


def merged_metadata(body: dict[str, Any], stored: dict[str, Any] | None) -> dict[str, Any]:
    """The body of an update, its `metadata` merged with the stored one; `""` deletes a key."""
    if not isinstance(body.get("metadata"), dict):
        return body
    merged = {**(stored or {}), **body["metadata"]}
    return {**body, "metadata": {key: value for key, value in merged.items() if value != ""}}


def _read_json(text: str) -> Any:
    start = text.lstrip()[:1]
    if start not in ("{", "["):
        shown = text if len(text) <= 10 else text[:10] + "..."
        message = f"Unexpected token '{start}', \"{shown}\" is not valid JSON"
        raise _parser_refusal(400, message, "invalid_data")
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        message = f"Expected property name or '}}' in JSON at position {error.pos}"
        raise _parser_refusal(400, message, "invalid_data") from error


def _parser_refusal(status: int, message: str, kind: str = "unknown_error") -> Refusal:
    return Refusal(status, {"message": message, "type": kind})


def _problem(name: str, field: Field, given: dict[str, Any]) -> str:
    if name not in given:
        return f"Field '{name}' is required" if field.required else ""
    value = given[name]
    if value is None and field.nullable:
        return ""
    if field.choices and value not in field.choices:
        choices = ", ".join(field.choices)
        return f"Expected: '{choices}' for field '{name}', but got: '{_as_javascript(value)}'"
    if field.kind and _KINDS.get(type(value), "record") not in field.kind.split(", "):
        return f"Expected type: '{field.kind}' for field '{name}', got: '{_as_javascript(value)}'"
    if field.whole and value != int(value):
        return f"Expected type: 'int' for field '{name}', got: '{_as_javascript(value)}'"
    if bound := _bound(field, value):
        return f"Value for field '{name}' {bound}"
    if field.email and not (value.isascii() and _EMAIL.fullmatch(value)):
        return "Invalid email address"
    return ""


def _bound(field: Field, value: Any) -> str:
    """What is wrong with the size of `value`; "" if nothing is."""
    size = len(value) if isinstance(value, str) else value
    if field.least is not None and size < field.least:
        return f"too small, expected at least: '{field.least}'"
    if field.most is not None and size > field.most:
        return f"too big, expected at most: '{field.most}'"
    return ""


def _as_javascript(value: Any) -> str:
    """`value` as JavaScript's String() writes it."""
    if isinstance(value, list):
        return ",".join(map(_as_javascript, value))
    if isinstance(value, dict):
        return "[object Object]"
    return value if isinstance(value, str) else json.dumps(value)
