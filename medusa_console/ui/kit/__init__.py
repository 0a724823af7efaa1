"""The widgets of every screen: text, colours, buttons, fields, notices, questions."""
