"""How fast the program is, compared to what its libraries and the server allow. See README.md."""
