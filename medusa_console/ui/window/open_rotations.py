"""What is open of rotations: told at each start, and above the pages while a leaked key works."""

from __future__ import annotations

import logging
from collections.abc import Callable

from medusa_console.domain.errors import ConsoleError, SignInNeeded
from medusa_console.domain.rotation import Rotation, RotationStep
from medusa_console.tasks import Doing
from medusa_console.ui.kit.banner import Notice, NoticeAction, NoticeKind
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.window.leaked_strip import LeakedStrip
from medusa_console.ui.words import labels

log = logging.getLogger(__name__)


class OpenRotations:
    """The open rotations of one store, with the `strip` of leaked keys. `go_on` goes on with the
    rotation of the old key of that id, `show_key` shows a key."""

    def __init__(
        self, context: PageContext, go_on: Callable[[str], None], show_key: Callable[[str], None]
    ) -> None:
        self._context = context
        self._services = context.services
        self._rotations = context.services.rotations
        self._go_on = go_on
        self._begun = False
        self.strip = LeakedStrip(self._services, context.tasks)
        self.strip.go_on_wanted.connect(go_on)
        self.strip.show_wanted.connect(show_key)
        self.release = self._rotations.changed.subscribe(self._on_changed)

    def begin(self) -> None:
        """Tell what is open, once the pages have their first answer."""
        if self._begun:
            return
        self._begun = True
        self._context.tasks.start(self._tell())
        self._context.tasks.start(self._rotations.watch_leaked(self._context.tasks.clock))

    async def _tell(self) -> None:
        await self._rotations.load()
        for rotation in self._rotations.open:
            await self._look(rotation)
            # A leaked key stands above the pages instead.
            if rotation in self._rotations.open and not rotation.leaked:
                self._notify(rotation)

    async def _look(self, rotation: Rotation) -> None:
        try:
            await self._rotations.look(rotation)
        except SignInNeeded:
            raise
        except ConsoleError as error:
            log.info("looking at a rotation: %s", type(error).__name__)

    def _notify(self, rotation: Rotation) -> None:
        if rotation.step is RotationStep.SAVED and rotation.has_successor:
            title = translate("OpenRotations", "Still both: “{title}”")
            text = translate(
                "OpenRotations",
                "The old key and its successor have both been active since {when}. The new one "
                "was not tried.",
            )
        elif rotation.has_successor:
            title = translate("OpenRotations", "Still both: “{title}”")
            text = translate(
                "OpenRotations",
                "The old key and its successor have both worked since {when}. End the old one "
                "once nothing uses it.",
            )
        else:
            title = translate("OpenRotations", "Rotation not finished: “{title}”")
            text = translate(
                "OpenRotations",
                "It was begun at {when}, and no usable successor is known. The old key works.",
            )
        actions = (
            NoticeAction(
                translate("OpenRotations", "Go on…"), lambda: self._go_on(rotation.old_id)
            ),
            NoticeAction(
                translate("OpenRotations", "Keep both for good")
                if rotation.has_successor
                else translate("OpenRotations", "Call off"),
                lambda: self._call_off(rotation),
            ),
            NoticeAction(translate("OpenRotations", "Later"), lambda: None),
        )
        name = shown(rotation.old_title or rotation.old_redacted)
        self._context.notify(
            Notice(
                NoticeKind.CAUTION,
                title.format(title=name),
                text.format(when=labels.short_moment(rotation.started_at)),
                actions=actions,
                about=_about(rotation.id),
            )
        )

    def _call_off(self, rotation: Rotation) -> None:
        words = translate("OpenRotations", "Call off the rotation of “{title}”")
        doing = Doing(words.format(title=shown(rotation.old_title)), _about(rotation.id))
        self._context.tasks.start(
            self._rotations.call_off(rotation), doing=doing, again=lambda: self._call_off(rotation)
        )

    def _on_changed(self, rotation_id: str) -> None:
        self.strip.show_leaked()
        if all(one.id != rotation_id for one in self._rotations.open):
            self._context.dismiss(_about(rotation_id))


def _about(rotation_id: str) -> str:
    return f"rotation {rotation_id}"
