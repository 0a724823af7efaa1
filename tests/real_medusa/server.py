"""What a test knows of a running Medusa."""

from dataclasses import dataclass, field

from .medusa import Service
from .postgres import Postgres


@dataclass(frozen=True)
class MedusaServer:
    """A running Medusa with its own database, and the super admin who signs in there."""

    base_url: str
    email: str
    password: str = field(repr=False)
    rbac: bool
    database_url: str
    _database: str = field(repr=False)
    _postgres: Postgres = field(repr=False)
    _service: Service = field(repr=False)

    def restart(self) -> None:
        """Stop it and start it again; its database stays."""
        self.stop()
        self.start()

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
