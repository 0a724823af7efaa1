"""Reads and presses what a screen reader sees; run by the system's Python, which has AT-SPI.

Takes requests as JSON lines on stdin and answers each with one line: `{"answer": …}`, or
`{"gone": …}` when something vanished meanwhile. Requests, all about the process `pid`:

  {"do": "front"}                  the controls of the active window, see `_front`
  {"do": "title"}                  the name of the active window, "" without one
  {"do": "act", "path": […]}       press the one at `path`
  {"do": "focus", "path": […]}     give it the keyboard
  {"do": "everything"}             every text in every window, shown or not
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

_TABLES = ("table", "tree table")
_WINDOWS = ("frame", "dialog", "alert", "window")
_MOST_CELLS = 200
_CALL_LIMIT_MS, _START_LIMIT_MS = 60_000, 60_000


def _children(node: Any) -> list[Any]:
    found = [node.get_child_at_index(number) for number in range(node.get_child_count())]
    return [child for child in found if child is not None]


def _application(pid: int) -> Any:
    for application in _children(Atspi.get_desktop(0)):
        if application.get_process_id() == pid:
            return application
    return None


def _has(node: Any, state: Any) -> bool:
    return bool(node.get_state_set().contains(state))


def _text(node: Any) -> str:
    return str(Atspi.Text.get_text(node, 0, -1)) if "Text" in node.get_interfaces() else ""


def _label(node: Any) -> str:
    words = [
        relation.get_target(number).get_name() or ""
        for relation in node.get_relation_set()
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
        for number in range(relation.get_n_targets())
    ]
    return " ".join(words)


def _windows(application: Any) -> list[Any]:
    """The windows, and the dialogs that count as parts of them."""
    windows = [node for node in _children(application) if node.get_role_name() in _WINDOWS]
    inner = [
        child
        for window in windows
        for child in _children(window)
        if child.get_role_name() in _WINDOWS
    ]
    return windows + inner


def _shown(node: Any, path: list[int]) -> Iterator[dict[str, Any]]:
    box = Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN)
    role = node.get_role_name()
    states = node.get_state_set()
    yield {
        "path": path,
        "role": role,
        "name": node.get_name() or "",
        "label": _label(node) if role == "combo box" else "",
        "text": _text(node),
        "enabled": bool(states.contains(Atspi.StateType.ENABLED)),
        "checked": bool(states.contains(Atspi.StateType.CHECKED)),
        "focused": bool(states.contains(Atspi.StateType.FOCUSED)),
        "focusable": bool(states.contains(Atspi.StateType.FOCUSABLE)),
        "box": [box.x, box.y, box.width, box.height],
    }
    if role in _TABLES:
        return
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is None or child.get_role_name() in _WINDOWS:
            continue
        if _has(child, Atspi.StateType.SHOWING):
            yield from _shown(child, [*path, number])


def _front(application: Any) -> list[dict[str, Any]]:
    """What the active window shows, itself first and without the rows of tables; [] without one.

    `path` leads to a control from the application, as numbers of children.
    """
    active = _active(application)
    return list(_shown(*active)) if active is not None else []


def _title(application: Any) -> str:
    active = _active(application)
    return active[0].get_name() or "" if active is not None else ""


def _active(application: Any) -> tuple[Any, list[int]] | None:
    """The active window, and the path to it."""
    for number, window in enumerate(_children(application)):
        candidates = [([number], window)] + [
            ([number, inner], child)
            for inner, child in enumerate(_children(window))
            if child.get_role_name() in _WINDOWS
        ]
        for path, candidate in candidates:
            if _has(candidate, Atspi.StateType.ACTIVE):
                return candidate, path
    return None


def _at(application: Any, path: list[int]) -> Any:
    node = application
    for number in path:
        node = node.get_child_at_index(number)
    return node


def _everything(node: Any, cells: list[int]) -> Iterator[str]:
    for text in (node.get_name(), node.get_description(), _text(node)):
        if text:
            yield str(text)
    for number in range(node.get_child_count()):
        if node.get_role_name() in _TABLES:
            cells[0] += 1
            if cells[0] > _MOST_CELLS:
                return
        child = node.get_child_at_index(number)
        if child is not None:
            yield from _everything(child, cells)


def _answer(request: dict[str, Any]) -> Any:
    application = _application(request["pid"])
    if application is None:
        return "" if request["do"] == "title" else []
    match request["do"]:
        case "front":
            return _front(application)
        case "title":
            return _title(application)
        case "act":
            # The first action of a button is to be pressed; of a check box, to be ticked.
            return Atspi.Action.do_action(_at(application, request["path"]), 0)
        case "focus":
            return Atspi.Component.grab_focus(_at(application, request["path"]))
        case "everything":
            return list(_everything(application, [0]))
    raise ValueError(request["do"])


def main() -> None:
    """Answer until stdin ends."""
    Atspi.set_timeout(_CALL_LIMIT_MS, _START_LIMIT_MS)
    for line in sys.stdin:
        try:
            answer = {"answer": _answer(json.loads(line))}
        except (GLib.Error, AttributeError, TypeError) as error:  # of a node that is no more
            answer = {"gone": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


main()
