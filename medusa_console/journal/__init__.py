"""Keeps unsettled requests on disk."""
