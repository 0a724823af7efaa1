"""What was asked of a server and is not yet settled, kept on disk."""
