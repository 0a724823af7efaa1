"""What is left in a keyring that no longer answers."""

from __future__ import annotations

import threading

from medusa_console.domain.errors import KeyringFault
from medusa_console.vault.keyring import Keyring
from medusa_console.vault.leftovers import EntryKind, Leftover, delete
from tests.system import MemoryKeyring


class Stuck(MemoryKeyring):
    """Never comes back from looking at an entry, until `ended`."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.ended = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.asked.append(service)
        self.ended.wait()
        return None


async def test_a_keyring_that_is_stuck_is_not_waited_for_with_every_entry() -> None:
    ring = Stuck()
    keyring = Keyring(lambda: ring, would_ask=lambda _: False, person_limit=0.1)
    entries = [Leftover(EntryKind.SESSION, name, "anna") for name in ("one", "two", "three")]
    try:
        told = [(entry, failure) async for entry, failure in delete(keyring, entries)]
        assert [entry for entry, _ in told] == entries
        assert [failure and failure.fault for _, failure in told] == [KeyringFault.SLOW] * 3
        assert set(ring.asked) <= {"one"}
    finally:
        ring.ended.set()
