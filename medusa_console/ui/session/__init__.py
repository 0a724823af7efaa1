"""The sign-in, the sign-in over the page, the lock, and the account."""
