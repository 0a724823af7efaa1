"""Receipts as a table."""

from __future__ import annotations

import csv
import re
from datetime import UTC, datetime

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.key_bulk import BulkAction, Outcome, as_csv, receipt

NOW = datetime(2026, 11, 29, tzinfo=UTC)


def test_a_table_of_receipts_reads_as_what_it_is_about() -> None:
    key = ApiKey(
        id="apk_01",
        title='=1 "ERP", nightly',
        type=KeyType.SECRET,
        redacted="sk_abc***xyz",
        created_at=NOW,
    )
    text = as_csv([receipt(key, BulkAction.REVOKE, Outcome.DONE, NOW)])
    (line,) = csv.DictReader(text.splitlines(keepends=True), strict=True)
    assert (line["id"], line["title"]) == ("apk_01", '\'=1 "ERP", nightly')
    cell = r'"(?:[^"]|"")*"'
    assert all(re.fullmatch(f"{cell}(?:,{cell})*", one) for one in text.splitlines())
