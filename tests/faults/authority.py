"""Certificates made for the test run, good and bad; nothing of the system's trust is touched."""

from __future__ import annotations

import ssl
import warnings
from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme


class Authority:
    """A certificate authority. `trust_file` is what a client that trusts it needs."""

    def __init__(self, folder: Path) -> None:
        self._authority = trustme.CA()
        self.trust_file = folder / "test-authority.pem"
        self._authority.cert_pem.write_to_path(str(self.trust_file))

    def issued_below(self, folder: Path) -> tuple[ssl.SSLContext, Path]:
        """A server whose certificate an issuing authority below this one has signed, and the file
        of that issuing authority alone."""
        issuing = self._authority.create_child_ca()
        file = folder / "issuing-authority.pem"
        issuing.cert_pem.write_to_path(str(file))
        return self._context(issuing.issue_cert("127.0.0.1", "localhost")), file

    def good(self, *names: str) -> ssl.SSLContext:
        return self._context(self._authority.issue_cert(*(names or ("127.0.0.1", "localhost"))))

    def expired(self) -> ssl.SSLContext:
        now = datetime.now(UTC)
        return self._context(
            self._authority.issue_cert(
                "127.0.0.1", not_before=now - timedelta(days=9), not_after=now - timedelta(days=1)
            )
        )

    def not_yet_valid(self) -> ssl.SSLContext:
        now = datetime.now(UTC)
        return self._context(
            self._authority.issue_cert(
                "127.0.0.1", not_before=now + timedelta(days=1), not_after=now + timedelta(days=9)
            )
        )

    def tls_1_1_only(self) -> ssl.SSLContext:
        context = self.good()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = ssl.TLSVersion.TLSv1_1
        context.set_ciphers("ALL:@SECLEVEL=0")
        return context

    def asking_for_a_client_certificate(self) -> ssl.SSLContext:
        """In TLS 1.3 the client learns of the refusal only after it has sent its request."""
        context = self.good()
        context.verify_mode = ssl.CERT_REQUIRED
        self._authority.configure_trust(context)
        return context

    def _context(self, leaf: trustme.LeafCert) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        leaf.configure_cert(context)
        return context
