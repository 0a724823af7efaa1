"""Questions that are awaited."""
