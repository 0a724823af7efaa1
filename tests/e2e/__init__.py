"""The whole program against a real Medusa, and on a real desktop."""
