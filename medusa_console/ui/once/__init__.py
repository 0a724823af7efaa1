"""What is shown once: a new secret, a password that is handed over, a key nobody stored."""
