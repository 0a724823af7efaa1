"""Signing in, again, the lock, and the account."""
