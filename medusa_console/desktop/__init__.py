"""The desktop and the operating system: clipboard, single instance, log, hardening."""
