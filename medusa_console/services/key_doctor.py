"""Finds out why a key fails at one store. Changes nothing there.

A key is presented only to a store whose list holds it, or which the user names; one that is known
to be dead, or to have leaked, is not presented at all. Nothing is asked with a secret key but the
identity check, and nothing with a publishable one but what every storefront asks.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from medusa_console.domain import key_doctor
from medusa_console.domain.api_key import ApiKey, KeyType, StateKind
from medusa_console.domain.clock import ServerClock
from medusa_console.domain.errors import ConsoleError, Forbidden, NotFound
from medusa_console.domain.key_doctor import Diagnosed, Diagnosis, accepted, by_record, silent
from medusa_console.domain.key_requests import KeyRequest, read_request
from medusa_console.domain.leak_answers import Accepted, RefusedKey
from medusa_console.domain.leaks import FoundKey
from medusa_console.domain.tokens import Form
from medusa_console.services.key_proof import MOST_LISTED, Listed, compare

if TYPE_CHECKING:
    from medusa_console.services.api_keys import ApiKeyService
    from medusa_console.services.key_proof import KeyProof
    from medusa_console.services.leak_evidence import EvidenceBook
    from medusa_console.services.permissions import PermissionsService
    from medusa_console.services.rotation import RotationService
    from medusa_console.services.shop_views import ShopViews

log = logging.getLogger(__name__)

_MOST_READ_AGAIN = 20


async def read_pasted(text: str) -> KeyRequest:
    """What a pasted text says of the key that fails, read on a thread."""
    return await asyncio.to_thread(read_request, text)


class KeyDoctor:
    """Why keys of one store fail, as far as can be known."""

    def __init__(
        self,
        proof: KeyProof,
        keys: ApiKeyService,
        shop_views: ShopViews,
        permissions: PermissionsService,
        rotations: RotationService,
        evidence: EvidenceBook,
        clock: ServerClock,
    ) -> None:
        self._proof = proof
        self._keys = keys
        self._shop_views = shop_views
        self._permissions = permissions
        self._rotations = rotations
        self._evidence = evidence
        self._clock = clock

    @property
    def roles(self) -> bool | None:
        """Whether roles stand in the way of keys at the store; None if that is not known."""
        return self._permissions.value.bars_keys

    async def look_at(self, listed: ApiKey) -> Diagnosed:
        """What is known of the key of a record, read again. A publishable key that works is tried
        as a storefront tries it. Never raises a ConsoleError: it stands in the result."""
        try:
            record = (await self._keys.get(listed.id)).value
        except NotFound:
            return Diagnosed(Diagnosis.NOT_LISTED, listed.type)
        except Forbidden as error:
            return Diagnosed(Diagnosis.CANNOT_LIST, listed.type, error=error)
        except ConsoleError as error:
            return silent(error, listed.type)
        return await self._of_own(record)

    async def examine(
        self,
        request: KeyRequest,
        opened: ApiKey | None,
        said: Callable[[int], None],
        *,
        by_name: bool = False,
    ) -> Diagnosed:
        """Why the key of `request` fails. `opened` is the record that the user means, if it may be
        its key. `said` gets the number of keys that were read of a long list. `by_name`: the user
        wants the key presented to this store though its list does not show it. Never raises a
        ConsoleError: it stands in the result."""
        key = request.key
        if key is None:
            several = request.several
            if request.slips and opened is not None:  # a variable stands for its key
                return await self.look_at(opened)
            return Diagnosed(Diagnosis.SEVERAL_KEYS if several else Diagnosis.NOTHING_PASTED)
        if key.form is not Form.WHOLE:
            return Diagnosed(Diagnosis.NOT_WHOLE, key.type)
        try:
            listed = await self._alike(key, opened, said)
        except Forbidden as error:
            if by_name:
                return await self._present(request, key, ())
            return Diagnosed(Diagnosis.CANNOT_LIST, key.type, error=error)
        except ConsoleError as error:
            return silent(error, key.type)
        alike = listed.alike.get(key.id, ())
        if alike:
            return await self._of_alike(request, key, alike)
        if listed.whole:
            return Diagnosed(Diagnosis.NOT_LISTED, key.type)
        if by_name:
            return await self._present(request, key, ())
        return Diagnosed(Diagnosis.NOT_IN_WHAT_WAS_READ, key.type, read=len(listed.ids))

    async def _alike(
        self, key: FoundKey, opened: ApiKey | None, said: Callable[[int], None]
    ) -> Listed:
        """The records that the key may be. The store does not learn what is looked for. Raises what
        a list raises."""
        if opened is not None and opened.type is key.type and opened.redacted == key.shown:
            try:
                answer = await self._keys.get(opened.id)
            except NotFound:
                pass  # deleted since; the list may hold another one
            else:
                if key.may_be(answer.value):
                    alike: dict[str, tuple[ApiKey, ...]] = {key.id: (answer.value,)}
                    return Listed(frozenset(), frozenset(), alike, True, answer.as_of)
        found = await self._proof.list_keys(MOST_LISTED, said)
        return await asyncio.to_thread(compare, found, (key,))

    async def _of_alike(
        self, request: KeyRequest, key: FoundKey, alike: tuple[ApiKey, ...]
    ) -> Diagnosed:
        """What the records say first: a dead or leaked key is not presented."""
        working = tuple(one for one in alike if self._keys.state(one).works)
        if not working:
            dead = by_record(alike[0], self._clock.latest())
            return dead if len(alike) == 1 else Diagnosed(dead.diagnosis, key.type)
        if key.type is KeyType.PUBLISHABLE:
            return await self._of_own(working[0])
        if (leaked := next(filter(self._has_leaked, working), None)) is not None:
            return self._of_leaked(leaked)
        return await self._present(request, key, working)

    def _has_leaked(self, record: ApiKey) -> bool:
        rotation = self._rotations.of_old(record.id)
        in_rotation = rotation is not None and rotation.leaked
        return in_rotation or self._evidence.holds(record.id) is True

    def _of_leaked(self, record: ApiKey) -> Diagnosed:
        return Diagnosed(Diagnosis.LEAKED, record.type, record, roles=self.roles)

    async def _of_own(self, record: ApiKey) -> Diagnosed:
        """What is known of a record whose key is this one."""
        told = by_record(record, self._clock.latest())
        if told.diagnosis in (Diagnosis.REVOKED, Diagnosis.ENDED):
            return told
        if record.type is KeyType.SECRET:
            leaked = self._has_leaked(record)
            return self._of_leaked(record) if leaked else replace(told, roles=self.roles)
        if record.token is None:
            return told
        return key_doctor.of_shop(await self._shop_views.look(record), record)

    async def _present(
        self, request: KeyRequest, key: FoundKey, alike: tuple[ApiKey, ...]
    ) -> Diagnosed:
        said, trouble = await self._proof.present_surely(key)
        if trouble is not None:
            return silent(trouble, key.type)
        match said:
            case Accepted(at=at, key_id=key_id):
                record = next((one for one in alike if one.id == key_id), None)
                needs_role = request.needs_role
                return accepted(key.type, at, record, self.roles, needs_role=needs_role)
            case RefusedKey(at=at):
                return await self._refused(
                    key, alike, Diagnosed(Diagnosis.REFUSED, key.type, at=at)
                )
            case error:
                return silent(error, key.type)

    async def _refused(
        self, key: FoundKey, alike: tuple[ApiKey, ...], told: Diagnosed
    ) -> Diagnosed:
        """Tell another key from one that was revoked or deleted since its record was read."""
        if not alike:
            return told
        others: list[ApiKey] = []
        for one in alike[:_MOST_READ_AGAIN]:
            try:
                answer = await self._keys.get(one.id)
            except NotFound:
                continue
            except ConsoleError as error:
                return silent(error, key.type)
            if answer.value.state(answer.as_of).kind is StateKind.REVOKED:
                return by_record(answer.value, answer.as_of)
            others.append(answer.value)
        if not others:
            return Diagnosed(Diagnosis.NOT_LISTED, key.type)
        record = others[0] if len(others) == 1 else None
        return Diagnosed(Diagnosis.LOOKS_ALIKE, key.type, record, told.at)
