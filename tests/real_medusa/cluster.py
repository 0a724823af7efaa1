"""One PostgreSQL with as many Medusa servers as asked, each on its own copy of the database."""

import itertools
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from . import medusa, postgres, prepared, runs
from .server import MedusaServer
from .workplace import Workplace, workplace

_TEMPLATE = "prepared"


@dataclass(frozen=True)
class Cluster:
    """Starts servers; comes from `cluster()`, and lives as long as that.

    `workplace` is the provider that all its servers know.
    """

    workplace: Workplace
    _run: Path
    _installed: Path
    _postgres: postgres.Postgres
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    @contextmanager
    def server(
        self,
        *,
        rbac: bool,
        jwt_expires_in: str = "1d",
        port: int | None = None,
        copy_of: MedusaServer | None = None,
        impatient: bool = False,
    ) -> Iterator[MedusaServer]:
        """Run a Medusa on 127.0.0.1, on `port` or a free one.

        `jwt_expires_in` is the lifetime of a session in Medusa's words ("1d", "5s"). The database
        is a dump of that of `copy_of`, if given. `impatient`: it waits a second for its database,
        not a minute.
        Raises OSError if the port is taken, RuntimeError with the end of Medusa's log if it does
        not start.
        """
        name = f"server_{next(self._numbers)}"
        with self._postgres.database(name, template=None if copy_of else _TEMPLATE) as database_url:
            if copy_of is not None:
                dump = self._run / f"{name}.dump"
                copy_of.dump(dump)
                self._postgres.restore(name, dump)
            command_line = medusa.CommandLine.create(
                self._run / name,
                self._installed,
                database_url,
                rbac=rbac,
                jwt_expires_in=jwt_expires_in,
                impatient=impatient,
                workplace=self.workplace,
            )
            with _port(port or 0) as own_port:
                service = command_line.service(own_port)
                try:
                    service.start()
                    yield MedusaServer(
                        base_url=service.base_url,
                        email=prepared.EMAIL,
                        password=prepared.PASSWORD,
                        rbac=rbac,
                        database_url=database_url,
                        workplace=self.workplace,
                        _database=name,
                        _postgres=self._postgres,
                        _service=service,
                    )
                finally:
                    service.stop()


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Run a PostgreSQL with the prepared database; everything is gone at the end."""
    installed, dump = prepared.prepare()
    with (
        runs.run_folder() as run,
        postgres.running(run) as database_server,
        database_server.database(_TEMPLATE),
        workplace(run) as provider,
    ):
        database_server.restore(_TEMPLATE, dump)
        yield Cluster(provider, run, installed, database_server)


@contextmanager
def running(*, rbac: bool, jwt_expires_in: str = "1d") -> Iterator[MedusaServer]:
    """Run one Medusa with a PostgreSQL of its own, see `Cluster.server`."""
    with cluster() as own, own.server(rbac=rbac, jwt_expires_in=jwt_expires_in) as server:
        yield server


@contextmanager
def _port(wanted: int) -> Iterator[int]:
    """`wanted`, or any free port for 0; a server found on it later is then ours.

    On Linux, the port is given to nobody else before Medusa listens, which takes seconds, nor while
    it is stopped: to bind a port hinders nobody who reuses addresses and listens.
    """
    with socket.socket() as bound:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(("127.0.0.1", wanted))
        port: int = bound.getsockname()[1]
        if sys.platform != "linux":
            bound.close()
        yield port
