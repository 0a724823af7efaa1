"""What a test knows of a running Medusa."""

import json
import os
import secrets
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import httpx
import jwt

from medusa_console.demo.ways_in import WaysIn

from .medusa import Service
from .postgres import Postgres
from .workplace import Workplace


def aged(session: str, signing_key: str, *, age: int, life: int) -> str:
    """`session` as it would be had it been given `age` seconds ago for `life` seconds."""
    claims = jwt.decode(session, options={"verify_signature": False})
    issued = int(time.time()) - age
    claims |= {"iat": issued, "exp": issued + life}
    return jwt.encode(claims, signing_key)


@dataclass(frozen=True)
class MedusaServer:
    """A running Medusa with its own database, and the super admin who signs in there.

    `kept` is what several tests share there, by name: see `Place` of the contract.
    """

    base_url: str
    email: str
    password: str = field(repr=False)
    rbac: bool
    database_url: str
    workplace: Workplace
    kept: dict[str, Any] = field(repr=False, default_factory=dict, kw_only=True)
    _database: str = field(repr=False)
    _postgres: Postgres = field(repr=False)
    _service: Service = field(repr=False)

    def restart(self) -> None:
        """Stop it and start it again; its database stays."""
        self.stop()
        self.start()

    @contextmanager
    def sessions_ended(self) -> Iterator[None]:
        """It refuses every session that it has given before, until the end or a restart within."""
        with self._switched(signing_key=secrets.token_hex(32)):
            yield

    @contextmanager
    def clock_ahead(self, seconds: int) -> Iterator[None]:
        """It takes the time for so much later, in all but the `Date` of its answers."""
        with self._switched(seconds_ahead=seconds):
            yield

    @contextmanager
    def _switched(self, **change: object) -> Iterator[None]:
        usual = {"signing_key": self._service.signing_key, "seconds_ahead": 0}
        with httpx.Client(base_url=self.base_url, trust_env=False) as client:
            client.put("/switches", json=usual | change).raise_for_status()
        try:
            yield
        finally:
            with httpx.Client(base_url=self.base_url, trust_env=False) as client:
                client.put("/switches", json=usual).raise_for_status()

    def aged(self, session: str, /, *, age: int, life: int) -> str:
        """`session` as it would be had it been given `age` seconds ago for `life` seconds."""
        return aged(session, self._service.signing_key, age=age, life=life)

    def stop(self) -> None:
        """From now on nobody answers."""
        self._service.stop()

    def start(self) -> None:
        """Answer again, after `stop`; returns once Medusa is healthy."""
        self._service.start()

    def sql(self, statement: str) -> str:
        """Run SQL on the server's database; rows one a line, columns parted by `|`.

        Raises RuntimeError with PostgreSQL's message.
        """
        return self._postgres.sql(statement, self._database)

    def dump(self, file: Path) -> None:
        """Write its whole database into `file`."""
        self._postgres.dump(self._database, file)

    @contextmanager
    def ways_in(self, ways: WaysIn) -> Iterator[None]:
        """Admins get in as `ways` says; as Medusa has it before and after. No restart within."""
        self.let_in(ways)
        try:
            yield
        finally:
            self.let_in(WaysIn())

    def let_in(self, ways: WaysIn) -> None:
        """From now on, until the next start, admins get in as `ways` says."""
        with httpx.Client(trust_env=False) as client:
            client.post(f"{self.base_url}/switches", json=asdict(ways)).raise_for_status()

    def events(self, name: str) -> list[dict[str, Any]]:
        """The data of all events of this name so far, the oldest first: what a shop makes its mails
        of. An event comes a little later than the answer to the request that caused it."""
        if not self._service.events.exists():
            return []
        lines = self._service.events.read_text().splitlines(keepends=True)
        told = [json.loads(line) for line in lines if line.endswith("\n")]
        return [event["data"] for event in told if event["name"] == name]

    @contextmanager
    def database_frozen(self) -> Iterator[None]:
        """Its PostgreSQL stands still, with every server that is on it: only for one of a test's
        own."""
        first = "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)"
        stopped = [int(self.sql(first))]
        try:
            _stop(stopped[0])  # from now on nobody gets a new connection
            for child in _children(stopped[0]):
                stopped.append(child)
                _stop(child)
            yield
        finally:
            for process in reversed(stopped):  # who has ended is gone once its parent goes on
                os.kill(process, signal.SIGCONT)


def _stop(process: int) -> None:
    """Let it stand still, and return once it does, or has ended."""
    os.kill(process, signal.SIGSTOP)
    while _stat(process)[:1] not in (["T"], ["Z"], []):
        time.sleep(0.001)


def _children(process: int) -> list[int]:
    numbers = [int(one.name) for one in Path("/proc").iterdir() if one.name.isdecimal()]
    return [one for one in numbers if _stat(one)[1:2] == [str(process)]]


def _stat(process: int) -> list[str]:
    """State and parent of a process, and what else follows its name; empty once it is gone."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2].split()
    except OSError:
        return []
