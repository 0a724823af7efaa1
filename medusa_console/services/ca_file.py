"""Reads a file of certificates that the user trusts in addition to the system's."""

from __future__ import annotations

import codecs
import ssl
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from medusa_console.domain.errors import FileFault, UnusableCertificates

_MOST_BYTES = 4 << 20
_BEGIN, _END, _DASHES = "-----BEGIN ", "-----END ", "-----"
_PLAIN = ("CERTIFICATE", "X509 CERTIFICATE")
# The object identifiers that a file in DER of PKCS #7 (signedData) or #12 (data) begins with.
_PKCS7_IN_DER = bytes.fromhex("2a864886f70d010702")
_PKCS12_IN_DER = bytes.fromhex("2a864886f70d010701")
_BEGINNING = 40
_MOST_BLOCKS = 1_000


@dataclass(frozen=True)
class Certificates:
    """`trusted` is what `load_verify_locations` takes: PEM as str, DER as bytes. `damaged` numbers
    the certificates of the file, from 1, that cannot be read."""

    trusted: str | bytes
    damaged: tuple[int, ...] = ()


def read_certificates(path: str) -> Certificates:
    """Read the certificates in `path`.

    Blocks on the disk: call it on a worker thread. Raises UnusableCertificates when the file cannot
    be read, contains no certificate, or contains certificates in a form that is not accepted.
    """
    content = _read(path)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        content = content.decode("utf-16", "ignore").encode()  # PowerShell's > writes it
    text = content.decode("ascii", "ignore")
    if _BEGIN in text:
        return _from_pem(path, text)
    if _can_be_loaded(content):
        return Certificates(content)
    if _PKCS7_IN_DER in content[:_BEGINNING]:
        raise UnusableCertificates(path, FileFault.PKCS7_DER)
    if _PKCS12_IN_DER in content[:_BEGINNING]:
        raise UnusableCertificates(path, FileFault.PKCS12)
    raise UnusableCertificates(path, FileFault.NO_CONTENT)


def _read(path: str) -> bytes:
    file = Path(path)
    try:
        about = file.stat()
        if not stat.S_ISREG(about.st_mode):
            raise UnusableCertificates(path, FileFault.NO_FILE)
        if about.st_size > _MOST_BYTES:
            raise UnusableCertificates(path, FileFault.TOO_LARGE)
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnusableCertificates(path, FileFault.MISSING) from error
    except PermissionError as error:
        raise UnusableCertificates(path, FileFault.NOT_ALLOWED) from error
    except (OSError, ValueError) as error:
        raise UnusableCertificates(path, FileFault.UNREADABLE) from error


def _from_pem(path: str, text: str) -> Certificates:
    blocks = tuple(_blocks(text))
    labels = {label for label, _ in blocks}
    if "TRUSTED CERTIFICATE" in labels:  # OpenSSL would leave it out without a word
        raise UnusableCertificates(path, FileFault.TRUSTED)
    plain = [certificate for label, certificate in blocks if label in _PLAIN]
    good = [_can_be_loaded(certificate) for certificate in plain]
    if not any(good):
        fault = FileFault.PKCS7 if {"PKCS7", "CMS"} & labels else FileFault.NO_CONTENT
        raise UnusableCertificates(path, fault)
    return Certificates(
        "".join(one for one, loads in zip(plain, good, strict=True) if loads),
        tuple(number for number, loads in enumerate(good, 1) if not loads),
    )


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """The label of each block, and the block as a certificate."""
    for block in text.split(_BEGIN, _MOST_BLOCKS + 1)[1 : _MOST_BLOCKS + 1]:
        label, _, rest = block.partition(_DASHES)
        body, end, _ = rest.partition(_END)
        yield label, f"{_BEGIN}CERTIFICATE-----{body}{end}CERTIFICATE-----\n"


def _can_be_loaded(certificates: str | bytes) -> bool:
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cadata=certificates)
    except (ssl.SSLError, ValueError):
        return False
    return True
