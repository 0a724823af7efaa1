"""A desktop of its own for each test, and the program as a process on it.

Nothing here imports the program: what is known of it comes over the accessibility bus, the X
server, the clipboard and the keyring.
"""
