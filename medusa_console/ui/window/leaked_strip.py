"""Says above every page of a store which leaked keys still work, and for how long."""

from __future__ import annotations

from functools import partial
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from medusa_console.domain.rotation import Rotation
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.label import ElidedLabel, PlainLabel
from medusa_console.ui.kit.layout import column, row, take_out_all
from medusa_console.ui.kit.sign import Sign
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, SIXTEEN

_SIGN = 16
_TICK = "leaked keys' seconds"


class LeakedStrip(QFrame):
    """Hidden while no leaked key works.

    Signals:
        go_on_wanted(str): go on with the rotation of the leaked key of that id.
        show_wanted(str): show that key.
    """

    go_on_wanted = Signal(str)
    show_wanted = Signal(str)

    def __init__(self, services: StoreServices, tasks: TaskScope) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._clocks: list[tuple[Rotation, PlainLabel]] = []
        self.setObjectName("leakedStrip")
        set_style(self, ground="danger")
        self._lines = column(spacing=FOUR)
        self._lines.setContentsMargins(scaled(SIXTEEN), FOUR, scaled(SIXTEEN), FOUR)
        self.setLayout(self._lines)
        self.hide()

    def show_leaked(self) -> None:
        """Show a line for each leaked key that may still work."""
        leaked = self._services.rotations.leaked
        if [(one.id, one.new_id) for one in leaked] == [
            (one.id, one.new_id) for one, _ in self._clocks
        ]:
            return
        new = {one.id for one in leaked} - {one.id for one, _ in self._clocks}
        self._clocks = []
        take_out_all(self._lines)
        for rotation in leaked:
            self._lines.addWidget(self._line(rotation))
        self.setVisible(bool(leaked))
        if not leaked:
            self._tasks.cancel(_TICK)
            return
        self._show_clocks()
        self._tasks.start(self._count(), replacing=_TICK)
        if new and self.window().isVisible():
            announce(self, self.tr("A leaked key still works"), assertive=True)

    def _line(self, rotation: Rotation) -> QWidget:
        sign = Sign(scaled(_SIGN))
        sign.show_icon(("triangle-alert", attrgetter("danger")))
        title = shown(rotation.old_title or rotation.old_redacted)
        words = ElidedLabel(
            self.tr("Leaked and working: “{title}”").format(title=title),
            role="strong",
            name="leaked.title",
        )
        clock = PlainLabel(name="leaked.clock")
        self._clocks.append((rotation, clock))
        go_on = self.tr("Go on…") if rotation.new_id else self.tr("Replace, then revoke…")
        buttons = [
            push_button(go_on, partial(self.go_on_wanted.emit, rotation.old_id), name="leaked.go"),
            push_button(
                self.tr("Show key"),
                partial(self.show_wanted.emit, rotation.old_id),
                kind="quiet",
                name="leaked.show",
            ),
        ]
        for button in buttons:
            set_style(button, size="small")
            button.setAccessibleDescription(title)
        line = row(sign, words, clock, *buttons, spacing=EIGHT)
        line.setStretch(1, 1)
        part = QWidget()
        part.setLayout(line)
        return part

    async def _count(self) -> None:
        while True:
            await self._tasks.clock.sleep(1)
            self._show_clocks()

    def _show_clocks(self) -> None:
        now = self._services.clock.now()
        for rotation, clock in self._clocks:
            minutes, seconds = divmod(max(0, int((now - rotation.started_at).total_seconds())), 60)
            hours, minutes = divmod(minutes, 60)
            text = self.tr("for {time}").format(time=f"{hours}:{minutes:02}:{seconds:02}")
            clock.setText(text)
