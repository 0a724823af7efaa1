"""The question before a text is forgotten with what its revokes have shown."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from medusa_console.clock import Clock
from medusa_console.services.leaks import LeakDesk
from medusa_console.ui.kit.ask import confirm
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words.leak_counts import leak_counts


async def may_forget(parent: QWidget, desk: LeakDesk, clock: Clock) -> bool:
    """Whether the text of `desk` may be forgotten, for another one or for none. Asks while a revoke
    is not proven, and where a proof would be lost: nobody can see its refusals a second time."""
    missing = desk.taken.missing(desk.cases)
    if any(case.proving for case in desk.cases):
        lost = [
            translate(
                "leakClear",
                "Its proof goes on for at most 15 s, and its result will not be shown here.",
            )
        ]
        if missing:
            lost.append(leak_counts.proofs_lost(missing))
        return await confirm(
            parent,
            None,
            translate("leakClear", "A revoke is not proven yet"),
            "\n".join(lost),
            action=translate("leakClear", "Clear all the same"),
            keep=translate("leakClear", "Wait for the proof"),
            danger=True,
            clock=clock,
        )
    if not missing:
        return True
    return await confirm(
        parent,
        None,
        leak_counts.clear_proofs(missing),
        translate(
            "leakClear",
            "When the store refused the key, and what it answered, is shown here alone. Choose "
            "“Copy report” or “Save report…” below the proof first.",
        ),
        action=translate("leakClear", "Clear"),
        keep=translate("leakClear", "Keep"),
        danger=True,
        clock=clock,
    )
