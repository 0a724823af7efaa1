"""What a test of a store's connection found, in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from medusa_console.domain.connection import Certificate, ConnectionReport
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.user import AuthProvider
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import FOUR, TWELVE
from medusa_console.ui.words import labels
from medusa_console.ui.words.counts import counts
from medusa_console.ui.words.errors import explain

_MOST_WAYS = 5
_SOON = timedelta(days=21)


class ConnectionResult(QWidget):
    """Hidden until there is something to tell; says who is asked, then what came of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("connection")
        self._title = PlainLabel(wrap=True, name="connection.title")
        self._facts = PlainLabel(role="muted", wrap=True, name="connection.facts")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TWELVE, TWELVE, TWELVE, TWELVE)
        layout.setSpacing(FOUR)
        layout.addWidget(self._title)
        layout.addWidget(self._facts)
        self.hide()

    def show_asking(self, origin: str) -> None:
        """The test is under way."""
        self._say(self.tr("Asking {origin} …").format(origin=origin), "", ground="info")

    def show_report(self, report: ConnectionReport, origin: str) -> None:
        """A Medusa answered."""
        title = self.tr("A Medusa answered in {time}.").format(time=_duration(report.latency))
        lines = [self._sign_in(report.providers), self._roles(report.rbac)]
        soon = False
        if origin.startswith("http://"):
            lines.append(self.tr("Connection: not encrypted, and does not leave this computer"))
        elif report.certificate is not None:
            soon = report.certificate.expires_at - datetime.now(UTC) < _SOON
            lines.append(self._certificate(report.certificate, soon=soon))
        else:
            lines.append(self.tr("Certificate: accepted by this computer"))
        if report.through_proxy:
            lines.append(self.tr("Proxy: {address}").format(address=report.through_proxy))
        self._say(title, "\n".join(lines), ground="caution" if soon else "info")

    def show_failure(self, error: ConsoleError) -> None:
        """Nothing came of it."""
        message = explain(error)
        self._say(message.title, message.text, ground="danger")

    def _say(self, title: str, facts: str, *, ground: str) -> None:
        set_style(self, ground=ground)
        set_style(self._title, role="strong" if facts else "")
        set_style(self._facts, role="" if ground == "danger" else "muted")
        self._title.setText(title)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self.show()
        announce(self, f"{title} {facts}", assertive=ground == "danger")

    def _sign_in(self, providers: tuple[AuthProvider, ...]) -> str:
        words = [
            self.tr("email and password") if way.id == "emailpass" else way.display_name or way.id
            for way in providers[:_MOST_WAYS]
        ]
        if len(providers) > _MOST_WAYS:
            words.append(counts.more(len(providers) - _MOST_WAYS))
        return self.tr("Sign-in: {providers}").format(providers=", ".join(words) or self.tr("none"))

    def _roles(self, rbac: bool | None) -> str:
        return {
            True: self.tr("Roles (RBAC): on, so each admin may do what their roles allow"),
            False: self.tr("Roles (RBAC): off, so every admin may do everything"),
            None: self.tr("Roles (RBAC): the store does not tell"),
        }[rbac]

    def _certificate(self, certificate: Certificate, *, soon: bool) -> str:
        text = self.tr("Certificate: from {issuer}, valid until {day}").format(
            issuer=certificate.issuer or self.tr("an issuer without a name"),
            day=labels.exact(certificate.expires_at),
        )
        return text + " · " + self.tr("expires soon") if soon else text


def _duration(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds >= 1 else f"{max(1, round(seconds * 1000))} ms"
