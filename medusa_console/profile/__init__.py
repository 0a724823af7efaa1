"""The user's stores and preferences on this computer."""
