"""Reads a file of certificates that the user trusts in addition to the system's."""

from __future__ import annotations

import ssl
import stat
from pathlib import Path

from medusa_console.domain.errors import FileFault, UnusableCertificates

_MOST_BYTES = 4 << 20


def read_certificates(path: str) -> str | bytes:
    """Read `path` as `load_verify_locations` takes it: PEM as str, DER as bytes.

    Blocks on the disk: call it on a worker thread. Raises UnusableCertificates when the file cannot
    be read or contains no certificate.
    """
    file = Path(path)
    try:
        about = file.stat()
        if not stat.S_ISREG(about.st_mode):
            raise UnusableCertificates(path, FileFault.NO_FILE)
        if about.st_size > _MOST_BYTES:
            raise UnusableCertificates(path, FileFault.TOO_LARGE)
        content = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnusableCertificates(path, FileFault.MISSING) from error
    except PermissionError as error:
        raise UnusableCertificates(path, FileFault.NOT_ALLOWED) from error
    except (OSError, ValueError) as error:
        raise UnusableCertificates(path, FileFault.UNREADABLE) from error
    is_pem = b"-----BEGIN CERTIFICATE-----" in content
    certificates = content.decode("ascii", "ignore") if is_pem else content
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cadata=certificates)
    except (ssl.SSLError, ValueError) as error:
        raise UnusableCertificates(path, FileFault.NO_CONTENT) from error
    return certificates
