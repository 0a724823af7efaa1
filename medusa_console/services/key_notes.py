"""Where the keys of one store are used, as people have noted it on this computer."""

from __future__ import annotations

from medusa_console.domain.key_note import LONGEST_NOTE, check_note
from medusa_console.domain.store import Store
from medusa_console.ports import KeyNotes
from medusa_console.services.single_flight import SingleFlight
from medusa_console.topic import Topic


class KeyNoteBook:
    """The notes of one store. Topic: `changed` when notes were read, written or removed.

    `unreadable`: the notes of earlier runs could not be read, so that no note means nothing.
    """

    def __init__(self, store: Store, notes: KeyNotes, writes: SingleFlight) -> None:
        self._store = store
        self._notes = notes
        self._writes = writes
        self._known: dict[str, str] = {}
        self.unreadable = False
        self.changed: Topic[None] = Topic()

    async def load(self) -> None:
        """Read the notes; until then there are none. Raises JournalUnavailable."""
        self.unreadable = True
        try:
            self._known |= await self._notes.of(self._store.origin)
            self.unreadable = False
        finally:
            self.changed.announce(None)

    def note(self, key_id: str) -> str:
        """The note of a key, "" without one."""
        return self._known.get(key_id, "")

    def with_text(self, text: str) -> tuple[str, ...]:
        """The ids of the keys whose note contains `text`, whatever the case."""
        wanted = text.casefold()
        return tuple(one for one, note in self._known.items() if wanted in note.casefold())

    async def write(self, key_id: str, text: str) -> None:
        """Note in one line where a key is used; "" removes the note. Raises NotSendable for a text
        that may hold a key, and JournalUnavailable."""
        check_note(text)
        text = " ".join(text.split())[:LONGEST_NOTE]
        await self._notes.write(self._store.origin, key_id, text)
        if text:
            self._known[key_id] = text
        else:
            self._known.pop(key_id, None)
        self.changed.announce(None)

    def forget(self, key_id: str) -> None:
        """Remove the note of a deleted key. A journal that cannot do it keeps a line that nobody
        sees."""
        if self._known.pop(key_id, None) is not None:
            self.changed.announce(None)
            self._writes.begin(
                f"forget note {key_id}", lambda: self._notes.write(self._store.origin, key_id, "")
            )
