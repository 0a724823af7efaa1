"""The use cases of one store: sessions, keys, customers, permissions."""
