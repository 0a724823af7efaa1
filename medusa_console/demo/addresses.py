"""The addresses of customers, as they hang below a customer."""

from medusa_console.demo.database import Database, Row


def addresses_of(database: Database, customer_id: str) -> list[Row]:
    """Whole records, with more fields and in another order than the list shows."""
    sql = "select *, null as deleted_at from addresses where customer_id = ? order by id"
    return database.all(sql, [customer_id])
