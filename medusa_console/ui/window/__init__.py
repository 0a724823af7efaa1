"""The window, and the pages of one store in it."""
