"""API keys: the page, and what can be done with a key."""
