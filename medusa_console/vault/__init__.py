"""Sessions in the operating system's keyring."""
