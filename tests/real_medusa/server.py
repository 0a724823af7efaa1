"""What a test knows of a running Medusa."""

from dataclasses import dataclass, field

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

    def sql(self, statement: str) -> str:
        """Run SQL on the server's database; rows one a line, columns parted by `|`.

        Raises RuntimeError with PostgreSQL's message.
        """
        return self._postgres.sql(statement, self._database)
