"""Dialogs for what can be seen only once: a new secret key, a new password, a lost key."""
