"""A page of records: table, filters, drawer, menu."""
