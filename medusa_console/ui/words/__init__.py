"""The words for failures, states, dates and permissions."""
