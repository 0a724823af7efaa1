"""The list of stores, and the form of a store."""
