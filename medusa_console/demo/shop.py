"""The routes about the shop itself: health and flags."""

from starlette.responses import HTMLResponse, Response

from medusa_console.demo.answers import json_answer
from medusa_console.demo.call import Call


def health(call: Call) -> Response:
    return HTMLResponse("OK")


def feature_flags(call: Call) -> Response:
    flags = {
        "backend_hmr": False,
        "caching": False,
        "index_engine": False,
        "rbac_filter_fields": False,
        "rbac": call.server.rbac,
        "translation": False,
        "view_configurations": False,
    }
    return json_answer({"feature_flags": flags})
