"""The customers page, and the dialogs of its actions."""
