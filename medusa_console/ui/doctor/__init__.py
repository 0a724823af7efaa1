"""Why a key fails: the dialog over the list of keys and over the leak desk."""
