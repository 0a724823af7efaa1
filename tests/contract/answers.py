"""Answers of a Medusa to compare with: status, and the body to the last character."""

from __future__ import annotations

import json
from typing import Any

import httpx

Told = tuple[int, str]


def told(answer: httpx.Response) -> Told:
    """Status and body of a JSON answer, exactly as sent."""
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    return answer.status_code, answer.text


def said(status: int, body: dict[str, Any]) -> Told:
    """What `told` gives for this body, with its fields in this order."""
    return status, json.dumps(body, separators=(",", ":"), ensure_ascii=False)


def refused(status: int, kind: str, message: str) -> Told:
    """The usual error: `type` and `message`."""
    return said(status, {"type": kind, "message": message})


def invalid(*problems: str) -> Told:
    """What the checks of bodies and queries answer."""
    return refused(400, "invalid_data", "Invalid request: " + "; ".join(problems))


def unrecognized(*fields: str) -> Told:
    return invalid(f"Unrecognized fields: '{', '.join(fields)}'")


def wrong_type(expected: str, field: str, got: str) -> Told:
    return invalid(f"Expected type: '{expected}' for field '{field}', got: '{got}'")


UNAUTHORIZED = said(401, {"message": "Unauthorized"})
FORBIDDEN = refused(403, "forbidden", "Forbidden")
STUMBLED = said(
    500,
    {
        "code": "unknown_error",
        "type": "unknown_error",
        "message": "An unknown error occurred.",
    },
)


def lacking(*permissions: str) -> Told:
    """The 403 for an account that has a role, but not these permissions."""
    message = f"Insufficient permissions. Required policies: {', '.join(permissions)}"
    return refused(403, "forbidden", message)


def cannot(method: str, path: str) -> tuple[int, str]:
    """Express's page for a route that does not exist; compare with `page`."""
    return 404, f"<pre>Cannot {method} {path}</pre>"


def page(answer: httpx.Response) -> tuple[int, str]:
    """Status and message of an HTML error page."""
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.text.startswith("<!DOCTYPE html>")
    return answer.status_code, next(
        line for line in answer.text.splitlines() if line.startswith("<pre>")
    )
