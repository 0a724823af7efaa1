"""The use cases: who is signed in, and what is done with keys."""
