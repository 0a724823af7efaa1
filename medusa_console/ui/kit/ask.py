"""Opens dialogs and waits for their answers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from shiboken6 import isValid

from medusa_console.clock import Clock
from medusa_console.domain.store import Store
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.button import GuardedButton, Kind, push_button
from medusa_console.ui.kit.enter import ENTER, control_enter_shortcuts, show_control_enter
from medusa_console.ui.kit.fact_list import Fact, FactList
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.text import shown

_WIDTH = 520
_LEAVES_WITHIN_MS = 10
"""To close a dialog takes as long as to send a request, so the request goes first."""

# The open dialogs, in the order in which they were opened.
_waiting: list[QDialog] = []
# What hides dialogs; see hide_dialogs.
_curtains: list[_HiddenDialogs] = []


async def answer(dialog: QDialog) -> int:
    """Open `dialog` window-modal and wait for its result code.

    Cancelling the caller closes the dialog; destroying the dialog's parent rejects it. Afterwards
    the focus returns to where it was.
    """
    finished: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def on_finished(code: int) -> None:
        if not finished.done():
            finished.set_result(code)

    before = QApplication.focusWidget()
    dialog.finished.connect(on_finished)
    dialog.destroyed.connect(lambda: on_finished(QDialog.DialogCode.Rejected))
    dialog.installEventFilter(_HeldEnter(dialog))
    _waiting.append(dialog)
    if not any(curtain.covers(dialog) for curtain in _curtains):
        dialog.open()
    try:
        return await finished
    finally:
        _waiting.remove(dialog)
        if isValid(dialog):  # not destroyed with its parent
            if finished.cancelled():  # a dialog may refuse close(), but not done()
                dialog.done(QDialog.DialogCode.Rejected)
            dialog.deleteLater()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()


async def chosen_file(dialog: QFileDialog) -> Path | None:
    """Open `dialog` and wait for the chosen file; None when the user cancels."""
    accepted = await answer(dialog) == QFileDialog.DialogCode.Accepted
    return Path(dialog.selectedFiles()[0]) if accepted else None


def tasks_of(widget: QWidget, tasks: TaskScope) -> TaskScope:
    """A part of `tasks` for the work of `widget`. The work ends when the widget is destroyed, and
    the work of a dialog when the dialog is answered: it never meets a widget that is gone."""
    own = tasks.part()
    if isinstance(widget, QDialog):
        widget.finished.connect(lambda: own.close())
    widget.destroyed.connect(lambda: own.close())
    return own


def hide_dialogs(view: QWidget) -> Callable[[], None]:
    """Hide every dialog opened from within `view`, now and later. Their callers keep waiting.

    Returns a function that shows the dialogs again, in their order.
    """
    curtain = _HiddenDialogs(view)
    _curtains.append(curtain)
    focused = [(dialog, dialog.focusWidget()) for dialog in _waiting if curtain.covers(dialog)]
    for dialog, _ in reversed(focused):
        dialog.hide()
        # Destroys only the native window, which a screen reader would still see; open() creates
        # another.
        dialog.destroy()

    def show_again() -> None:
        if curtain not in _curtains:
            return
        _curtains.remove(curtain)
        for dialog in tuple(_waiting):
            if curtain.covers(dialog) and not any(other.covers(dialog) for other in _curtains):
                dialog.open()
        for dialog, focus in focused:
            if dialog in _waiting and focus is not None and isValid(focus):
                focus.setFocus()

    return show_again


async def confirm(
    parent: QWidget,
    store: Store | None,
    title: str,
    text: str,
    *,
    action: str,
    keep: str,
    danger: bool,
    clock: Clock,
    facts: Sequence[Fact] = (),
    known: str = "",
    note: str = "",
    by_hand: bool = False,
    begin: Callable[[], None] | None = None,
) -> bool:
    """Ask whether to do `action`; the focus is on `keep`, the harmless answer.

    From top to bottom: `title`, what is `known`, the `facts`, the consequence (`text`), a `note`.
    Only the button itself or Ctrl+Enter confirms, never Enter; with `by_hand`, the button alone.
    What is a `danger` has a solid button and an emphasised consequence. `begin` begins the action
    at once; the dialog closes when the request has left.
    """
    title = shown(title, limit=None)
    dialog = QDialog(parent)
    dialog.setObjectName("confirm")
    dialog.setWindowTitle(title)
    keep_button = push_button(keep, dialog.reject, name="confirm.keep")
    keep_button.setDefault(True)
    kind: Kind = "destroy" if danger else "plain"
    act = GuardedButton(action, clock, kind=kind, name="confirm.action")
    act.confirmed.connect(dialog.accept if begin is None else _once(dialog, begin))
    if by_hand:
        _only_by_hand(dialog, act)
    else:
        only_with_control(dialog, act)
    body: list[QWidget] = [PlainLabel(title, role="title", wrap=True, name="confirm.title")]
    if known:
        body.append(PlainLabel(known, wrap=True, name="confirm.known"))
    if facts:
        body.append(FactList(facts))
    role = "strong" if danger else ""
    body.append(PlainLabel(text, role=role, wrap=True, name="confirm.text"))
    if note:
        body.append(PlainLabel(note, role="muted", wrap=True, name="confirm.note"))
    fill(dialog, store, body, right=(keep_button, act), width=_WIDTH)
    keep_button.setFocus()
    return await answer(dialog) == QDialog.DialogCode.Accepted


def _once(dialog: QDialog, begin: Callable[[], None]) -> Callable[[], None]:
    """What begins an action the first time it is called, and then accepts `dialog`."""
    closing = QTimer(dialog, singleShot=True, interval=_LEAVES_WITHIN_MS)
    closing.timeout.connect(dialog.accept)

    def confirmed() -> None:
        if not closing.isActive():
            closing.start()
            begin()

    return confirmed


def only_with_control(dialog: QDialog, act: GuardedButton) -> None:
    """Allow only `act` or Ctrl+Enter to confirm `dialog`; the button shows its key."""
    show_control_enter(act, act.text())
    act.setAutoDefault(False)
    for shortcut in control_enter_shortcuts(dialog):
        shortcut.activated.connect(act.click)


def _only_by_hand(dialog: QDialog, act: GuardedButton) -> None:
    """Allow only `act` itself to confirm `dialog`. Ctrl+Enter then does nothing: whoever means to
    confirm with it must not press the focused button instead."""
    act.setAutoDefault(False)
    control_enter_shortcuts(dialog)


class _HiddenDialogs:
    """Finds the dialogs opened from within `view`, even if the view leaves its window meanwhile."""

    def __init__(self, view: QWidget) -> None:
        self._within = {view, *view.findChildren(QWidget)}

    def covers(self, dialog: QDialog) -> bool:
        """Whether `dialog` was opened from within the view, or by such a dialog."""
        if not isValid(dialog):
            return False  # destroyed with its parent; its caller has not been told yet
        parent = dialog.parentWidget()
        while parent is not None and parent not in self._within:
            parent = parent.parentWidget()
        return parent is not None


class _HeldEnter(QObject):
    """Ignores the repeats of a held Enter: each would press the dialog's default button."""

    # Qt overrides

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        return (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.isAutoRepeat()
            and event.key() in ENTER
        )
