"""Request bodies: reading them as Express does, and checking them as Medusa's schemas do."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from typing import Any

from starlette.datastructures import Headers

from medusa_console.demo.answers import Refusal, invalid_data
from medusa_console.demo.query import parse_query

LIMIT = 100 * 1024  # bytes
SHOWN_PROBLEMS = 3


@dataclass(frozen=True)
class Field:
    """What one field of a body may hold. `kind` is the schema's word for the type."""

    kind: str = "string"
    required: bool = False
    nullable: bool = False
    choices: tuple[str, ...] = ()
    email: bool = False


def read_body(headers: Headers, raw: bytes) -> Any:
    """The decoded body; `{}` for none, None for a type the server does not read.

    Raises Refusal: 413 when too large, 415 for a foreign charset, 400 for malformed JSON.
    """
    if len(raw) > LIMIT:
        raise _parser_refusal(413, "request entity too large", "unknown_error")
    content = Message()
    content["content-type"] = headers.get("content-type", "")
    charset = content.get_param("charset", "utf-8")
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if not raw or not kind:
        return {}
    if kind not in ("application/json", "application/x-www-form-urlencoded"):
        return None
    if not str(charset).lower().startswith("utf-"):
        message = f'unsupported charset "{str(charset).upper()}"'
        raise _parser_refusal(415, message, "unknown_error")
    text = raw.decode("utf-8", "replace")
    return parse_query(text) if kind.endswith("urlencoded") else _read_json(text)


def check_body(body: Any, fields: Mapping[str, Field]) -> dict[str, Any]:
    """The body's known fields. Raises Refusal 400 naming up to three problems at once."""
    if not isinstance(body, dict):
        raise invalid_data("Invalid request: Field '' is required")
    problems = [
        problem
        for name, field in fields.items()
        if (problem := _problem(name, field, name in body, body.get(name))) is not None
    ]
    if strangers := [name for name in body if name not in fields]:
        problems.append(f"Unrecognized fields: '{', '.join(strangers)}'")
    if problems:
        raise invalid_data("Invalid request: " + "; ".join(problems[:SHOWN_PROBLEMS]))
    return body


def merged_metadata(body: dict[str, Any], stored: dict[str, Any] | None) -> dict[str, Any]:
    """An update's body whose `metadata` is merged with the stored; a key set to `""` goes away."""
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
        place = f"position {error.pos} (line {error.lineno} column {error.colno})"
        message = f"Expected property name or '}}' in JSON at {place}"
        raise _parser_refusal(400, message, "invalid_data") from error


def _parser_refusal(status: int, message: str, kind: str) -> Refusal:
    return Refusal(status, {"message": message, "type": kind})


def _problem(name: str, field: Field, given: bool, value: Any) -> str | None:
    if not given:
        return f"Field '{name}' is required" if field.required else None
    if value is None and field.nullable:
        return None
    if field.choices:
        if value in field.choices:
            return None
        choices = ", ".join(field.choices)
        return f"Expected: '{choices}' for field '{name}', but got: '{as_javascript(value)}'"
    if _kind_of(value) != field.kind:
        return f"Expected type: '{field.kind}' for field '{name}', got: '{as_javascript(value)}'"
    if field.kind == "array":
        return _item_problem(name, value)
    if field.email and not _looks_like_email(value):
        return "Invalid email address"
    return None


def _item_problem(name: str, items: list[Any]) -> str | None:
    for place, item in enumerate(items):
        if not isinstance(item, str):
            return f"Field '{name}, {place}' is required"
    return None


def _looks_like_email(text: str) -> bool:
    name, _, domain = text.rpartition("@")
    labels = domain.split(".")
    return (
        text.isascii()
        and bool(name)
        and "@" not in name
        and not set(text) & set(" \t\r\n,;<>()")
        and len(labels) > 1
        and all(labels)
    )


def _kind_of(value: Any) -> str:
    kinds = {str: "string", bool: "boolean", int: "number", float: "number", list: "array"}
    return kinds.get(type(value), "record")


def as_javascript(value: Any) -> str:
    """`value` as JavaScript's String() writes it: the words of the error messages."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case list():
            return ",".join("" if item is None else as_javascript(item) for item in value)
        case dict():
            return "[object Object]"
        case _:
            return str(value)
