"""What every screen is made of: text, colours, buttons, fields, notices, questions."""
