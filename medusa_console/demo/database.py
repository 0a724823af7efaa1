"""The demo store's tables in SQLite."""

import json
import logging
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Row = dict[str, Any]

FILE_NAME = "demo.sqlite3"
VERSION = 6  # of the tables below; a file of another version gets the first contents again

_log = logging.getLogger(__name__)

SCHEMA = """
create table users (
    id text primary key, first_name text, last_name text, email text not null unique,
    avatar_url text, metadata json, created_at text not null, updated_at text not null);
create table invites (
    id text primary key, email text not null unique, accepted flag not null, seed text not null,
    expires_at text not null, metadata json, roles json not null,
    created_at text not null, updated_at text not null);
create table identities (
    id text primary key, email text not null, password text, provider text not null
    default 'emailpass', user_metadata json, user_id text, customer_id text,
    unique (provider, email));
create table factors (
    id text primary key, auth_identity_id text not null, status text not null, seed text not null,
    metadata json not null, created_at text not null, updated_at text not null);
create table recovery_codes (auth_identity_id text not null, hash text not null);
create table verifications (
    id text primary key, auth_identity_id text not null, entity_id text not null,
    entity_type text not null, verified_at text, requested_at text not null,
    token_hash text not null, metadata json not null,
    created_at text not null, updated_at text not null);
create table reset_tokens (
    hash text primary key, auth_identity_id text not null, expires_at text not null);
create table roles (
    id text primary key, name text not null unique, description text, metadata json,
    created_at text not null, updated_at text not null);
create table policies (
    id text primary key, key text not null unique, resource text not null,
    operation text not null, name text not null, description text, metadata json,
    created_at text not null, updated_at text not null);
create table role_policies (
    id text primary key, role_id text not null, policy_id text not null, metadata json,
    created_at text not null, updated_at text not null, unique (role_id, policy_id));
create table user_roles (
    user_id text not null, role_id text not null, primary key (user_id, role_id));
create table api_keys (
    id text primary key, token text not null unique, salt text not null, redacted text not null,
    title text not null, type text not null, last_used_at text, created_by text not null,
    revoked_by text, revoked_at text, created_at text not null, updated_at text not null);
create index api_keys_redacted on api_keys (redacted);
create table sales_channels (
    id text primary key, name text not null, description text, is_disabled flag not null,
    metadata json, created_at text not null, updated_at text not null);
create table stores (
    id text primary key, name text not null, default_sales_channel_id text,
    default_region_id text, default_location_id text, metadata json,
    created_at text not null, updated_at text not null);
create table regions (
    id text primary key, name text not null, currency_code text not null, metadata json,
    created_at text not null, updated_at text not null);
create table products (
    id text primary key, title text not null, status text not null, metadata json,
    created_at text not null, updated_at text not null);
create table product_channels (
    product_id text not null, channel_id text not null, primary key (product_id, channel_id));
create table key_channels (
    key_id text not null, channel_id text not null, primary key (key_id, channel_id));
create table customers (
    id text primary key, company_name text, first_name text, last_name text, email text,
    phone text, metadata json, has_account flag not null, created_by text,
    created_at text not null, updated_at text not null, unique (email, has_account));
create table addresses (
    id text primary key, address_name text, is_default_shipping flag not null,
    is_default_billing flag not null, company text, first_name text, last_name text,
    address_1 text, address_2 text, city text, country_code text, province text,
    postal_code text, phone text, metadata json, customer_id text not null,
    created_at text not null, updated_at text not null);
create index addresses_by_customer on addresses (customer_id);
create table customer_groups (
    id text primary key, name text not null unique, created_by text, metadata json,
    created_at text not null, updated_at text not null);
create table tax_regions (
    id text primary key, country_code text not null, province_code text, parent_id text,
    provider_id text, created_by text, metadata json,
    created_at text not null, updated_at text not null);
create table group_members (
    group_id text not null, customer_id text not null, primary key (group_id, customer_id));
"""

sqlite3.register_converter("json", json.loads)
sqlite3.register_converter("flag", lambda stored: stored == b"1")


class Database:
    """One connection, for the thread that opened it: sqlite3 itself refuses every other thread.

    Table and column names always come from this package, never from a request.
    """

    def __init__(self, folder: Path | None) -> None:
        """Open `demo.sqlite3` in `folder`, readable by its owner alone; None: in memory.

        Raises OSError or sqlite3.Error when the folder or file cannot be used.
        """
        self._file = None if folder is None else folder / FILE_NAME
        self._connection = self._connect()

    @property
    def seeded(self) -> bool:
        """Whether the tables exist in their current form and have their first rows."""
        return self.one("pragma user_version") == {"user_version": VERSION}

    def wipe(self) -> None:
        """Replace the file by a new one with empty tables."""
        self.close()
        if self._file is not None:
            self._file.unlink(missing_ok=True)
            _forget_journal(self._file)
        self._connection = self._connect()
        self._connection.executescript(SCHEMA)

    def mark_seeded(self) -> None:
        self._connection.execute(f"pragma user_version = {VERSION}")
        self._connection.commit()

    def all(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        return self._connection.execute(sql, parameters).fetchall()

    def one(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        rows = self.all(sql, parameters)
        return rows[0] if rows else None

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        self._connection.execute(sql, parameters)

    def get(self, table: str, record_id: str) -> Row | None:
        sql = f"select *, null as deleted_at from {table} where id = ?"  # noqa: S608
        return self.one(sql, [record_id])

    def insert(self, table: str, values: Mapping[str, Any]) -> None:
        marks = ", ".join("?" for _ in values)
        sql = f"insert into {table} ({', '.join(values)}) values ({marks})"  # noqa: S608
        self.run(sql, [_stored(value) for value in values.values()])

    def update(self, table: str, record_id: str, values: Mapping[str, Any]) -> None:
        changes = ", ".join(f"{column} = ?" for column in values)
        sql = f"update {table} set {changes} where id = ?"  # noqa: S608
        self.run(sql, [*(_stored(value) for value in values.values()), record_id])

    def delete(self, table: str, record_id: str) -> None:
        self.run(f"delete from {table} where id = ?", [record_id])  # noqa: S608

    def commit(self) -> None:
        self._connection.commit()

    def rollback(self) -> None:
        self._connection.rollback()

    def close(self) -> None:
        self._connection.close()

    def _connect(self) -> sqlite3.Connection:
        if self._file is None:
            return _prepared(":memory:")
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make_private(self._file)
        try:
            return _prepared(self._file)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            _log.warning("The demo store's file is damaged; it is kept beside the new one")
            self._file.replace(self._file.with_suffix(".damaged"))
            _forget_journal(self._file)
            _make_private(self._file)
            return _prepared(self._file)


def _prepared(file: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(file, detect_types=sqlite3.PARSE_DECLTYPES)
    connection.row_factory = _as_dict
    # PostgreSQL's ilike ignores case in all scripts, SQLite's like in ASCII alone.
    connection.create_function("lower", 1, lambda text: text and text.lower(), deterministic=True)
    try:
        connection.execute("pragma schema_version").fetchone()  # reads the file for the first time
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _forget_journal(file: Path) -> None:
    """Delete the journal of a crash, which SQLite would play back into the new file."""
    file.with_name(FILE_NAME + "-journal").unlink(missing_ok=True)


def _make_private(file: Path) -> None:
    file.touch(mode=0o600)
    file.chmod(0o600)


def _as_dict(cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> Row:
    return {column[0]: value for column, value in zip(cursor.description, row, strict=True)}


def _stored(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, dict | list) else value
