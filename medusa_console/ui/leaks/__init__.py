"""The leak desk: from a leaked text to keys that are proven dead. A page of the window."""
