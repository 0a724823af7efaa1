"""What is said to a person: failures, states, dates, permissions."""
