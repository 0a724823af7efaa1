"""Sessions and proxy passwords in the operating system's keyring."""
