"""What the desktop and the operating system offer: clipboard, one instance, log, hardening."""
