"""What the stores have said so far of each found key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from medusa_console.clock import Clock
from medusa_console.domain.leak_answers import Case, Finding, StoreAnswer
from medusa_console.domain.leak_steps import Step, with_steps
from medusa_console.domain.leaks import FoundKey
from medusa_console.domain.store import Store
from medusa_console.topic import Topic


class LeakCases:
    """One case for each found key, in the order of the text.

    Topic: `changed` (the id of a key of which a store says something new).
    """

    def __init__(self, as_edited: Callable[[Store], Store], clock: Clock) -> None:
        """`as_edited` returns a store as it is now."""
        self._as_edited = as_edited
        self._clock = clock
        self._by_id: dict[str, Case] = {}
        self.changed: Topic[str] = Topic()

    def __len__(self) -> int:
        return len(self._by_id)

    @property
    def all(self) -> tuple[Case, ...]:
        """The cases as they are now."""
        return tuple(self._by_id.values())

    def get(self, key_id: str) -> Case | None:
        """The case of one key."""
        return self._by_id.get(key_id)

    def clear(self) -> None:
        """Forget everything: another text is going to be looked at."""
        self._by_id = {}

    def add(
        self, key: FoundKey, answers: tuple[StoreAnswer, ...], ago: float | None, *, alone: bool
    ) -> None:
        """A new case, with what is known before anything is asked."""
        self._by_id[key.id] = Case(key, answers, ago, alone, self._clock.seconds())

    def forget_keys(self) -> None:
        """Take the keys out of the cases. What is being asked will not be known."""
        for case in self.all:
            self._by_id[case.key.id] = replace(case, key=replace(case.key, secret=None))
            for answer in case.answers:
                if answer.finding is Finding.ASKING:
                    back = Finding.LISTED if answer.records else Finding.CANNOT_LIST
                    self.say(case.key.id, answer.store, finding=back)

    def answer(self, key_id: str, store: Store) -> StoreAnswer:
        """What the store of this address says; nothing yet if it was added meanwhile."""
        case = self._by_id.get(key_id)
        answers = case.answers if case is not None else ()
        same = (one for one in answers if one.store.origin == store.origin)
        return next(same, StoreAnswer(store, Finding.NOT_SIGNED_IN))

    def say_of_unlisted(self, store: Store, **changes: object) -> None:
        """Note the same of all keys of which the list of `store` is to tell something."""
        for case in self.all:
            if self.answer(case.key.id, store).unlisted:
                self.say(case.key.id, store, **changes)

    def note(self, key_id: str, store: Store, steps: Sequence[Step]) -> None:
        """Remember what was done with a key and seen of it. Nobody is told: what `store` says of
        the key follows."""
        if (case := self._by_id.get(key_id)) is not None:
            self._by_id[key_id] = replace(
                case,
                answers=tuple(
                    replace(one, steps=with_steps(one.steps, steps))
                    if one.store.origin == store.origin
                    else one
                    for one in case.answers
                ),
            )

    def say(self, key_id: str, store: Store, **changes: object) -> None:
        """Note what `store` says of a key: fields of StoreAnswer. A store that was added meanwhile
        comes last. Nothing is noted of a key of another text."""
        case = self._by_id.get(key_id)
        if case is None:
            return
        answers = list(case.answers)
        place = [answer.store.origin for answer in answers]
        if store.origin not in place:
            answers.append(StoreAnswer(store, Finding.NOT_SIGNED_IN))
            place.append(store.origin)
        number = place.index(store.origin)
        changes["store"] = self._as_edited(store)
        new = replace(answers[number], **changes)  # type: ignore[arg-type]  # names of its fields
        if new != answers[number]:
            answers[number] = new
            seconds = self._clock.seconds()
            self._by_id[key_id] = replace(case, answers=tuple(answers), since=seconds)
            self.changed.announce(key_id)
