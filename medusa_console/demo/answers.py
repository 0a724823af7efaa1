"""The shapes of Medusa's answers: JSON, Express's HTML page, and the errors."""

from html import escape
from typing import Any

from starlette.responses import JSONResponse, Response


class Refusal(Exception):
    """An error answer. `body` is the JSON of the answer, in the server's field order."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"answered {status}")
        self.status = status
        self.body = body

    def answer(self) -> Response:
        return json_answer(self.body, self.status)


def json_answer(body: Any, status: int = 200) -> Response:
    return JSONResponse(body, status, media_type="application/json; charset=utf-8")


def invalid_data(message: str) -> Refusal:
    return Refusal(400, {"type": "invalid_data", "message": message})


def not_allowed(message: str) -> Refusal:
    return Refusal(400, {"type": "not_allowed", "message": message})


def not_found(message: str) -> Refusal:
    return Refusal(404, {"type": "not_found", "message": message})


def unauthorized() -> Refusal:
    return Refusal(401, {"message": "Unauthorized"})


def sign_in_refused(message: str) -> Refusal:
    """The 401 of the login routes, the only 401 with a `type`."""
    return Refusal(401, {"type": "unauthorized", "message": message})


def unknown_error(status: int = 500) -> Refusal:
    """The error of a server that fails itself, over a negative limit for example."""
    message = "An unknown error occurred."
    return Refusal(status, {"code": "unknown_error", "type": "unknown_error", "message": message})


def cannot(method: str, path: str) -> Response:
    """Express's page for a route or verb that does not exist."""
    page = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n'
        f"</head>\n<body>\n<pre>Cannot {method} {escape(path)}</pre>\n</body>\n</html>\n"
    )
    headers = {"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff"}
    return Response(page, 404, headers, media_type="text/html; charset=utf-8")
