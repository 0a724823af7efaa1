"""Medusa's API over httpx: the transport, the routes, and failures as domain.errors."""
