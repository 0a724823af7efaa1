"""What the console talks about: frozen values and pure rules, no input or output."""
