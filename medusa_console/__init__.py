"""Medusa Console: a desktop key desk for Medusa stores."""

__version__ = "0.1.0"
