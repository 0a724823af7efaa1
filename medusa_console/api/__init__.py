"""The Medusa API over httpx: one request, its translation, and the routes."""
