"""The list of stores, and how each is reached."""
