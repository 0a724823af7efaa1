"""Tests the connection to a store before the store is saved."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from pydantic import SecretStr
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from medusa_console.domain.connection import Certificate, ConnectionReport
from medusa_console.domain.errors import ConsoleError, UnusableCertificates
from medusa_console.domain.store import Store
from medusa_console.domain.user import AuthProvider
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import FOUR, TWELVE
from medusa_console.ui.words import labels
from medusa_console.ui.words.counts import counts
from medusa_console.ui.words.errors import explain

_MOST_PROVIDERS = 5
_MOST_DAMAGED = 5
_SOON = timedelta(days=21)

# A store, and the password for its proxy; see FilledStore.
Tested = tuple[Store, SecretStr | None]
Test = Callable[[Store, SecretStr | None], Awaitable[ConnectionReport]]


class ConnectionTest(QWidget):
    """Shows who is asked and what the test found; hidden before.

    `button` starts and stops `test`. `filled` returns what is to be tested, None for nothing.

    Signals:
        told: there is something new to read.
        refused: UnusableCertificates, to be shown beside the field.
    """

    told = Signal()
    refused = Signal(object)

    def __init__(self, test: Test, filled: Callable[[], Tested | None], tasks: TaskScope) -> None:
        super().__init__()
        self._test = test
        self._filled = filled
        self._tasks = tasks
        self._running = False
        self.button = push_button(self.tr("Test connection"), self._on_pressed, name="test")
        self.button.setAutoDefault(False)
        self.setObjectName("connection")
        self._title = PlainLabel(wrap=True, name="connection.title")
        self._facts = PlainLabel(role="muted", wrap=True, name="connection.facts")
        lines = column(self._title, self._facts, spacing=FOUR)
        lines.setContentsMargins(TWELVE, TWELVE, TWELVE, TWELVE)
        self.setLayout(lines)
        self.hide()

    def stop(self) -> None:
        """Stop the test and hide the result, which would be about another connection."""
        self._tasks.cancel("connectionTest")
        self._set_running(running=False)
        self.hide()

    def _on_pressed(self) -> None:
        if self._running:
            self.stop()
        elif (filled := self._filled()) is not None:
            self._tasks.start(self._ask(*filled), replacing="connectionTest")

    async def _ask(self, store: Store, password: SecretStr | None) -> None:
        self._set_running(running=True)
        self._say(self.tr("Connecting to {origin}…").format(origin=store.origin), "", ground="info")
        try:
            report = await self._test(store, password)
        except UnusableCertificates as error:
            self.hide()
            self.refused.emit(error)
        except ConsoleError as error:
            message = explain(error)
            self._say(message.title, message.text, ground="danger")
        else:
            self._show_report(report, store)
        self._set_running(running=False)

    def _set_running(self, *, running: bool) -> None:
        self._running = running
        self.button.setText(self.tr("Stop testing") if running else self.tr("Test connection"))

    def _show_report(self, report: ConnectionReport, store: Store) -> None:
        title = self.tr("Connected. Medusa answered in {time}.").format(
            time=_duration(report.latency)
        )
        lines = [self._sign_in(report.providers), self._roles(report.rbac)]
        soon = False
        if not store.encrypted:
            lines.append(self.tr("Connection: not encrypted, stays on this computer"))
        elif report.certificate is not None:
            soon = report.certificate.expires_at - datetime.now(UTC) < _SOON
            lines.append(self._certificate(report.certificate, soon=soon))
        else:
            lines.append(self.tr("Certificate: accepted by this computer"))
        if report.damaged:
            lines.append(self._left_out(report.damaged))
        if report.through_proxy:
            lines.append(self.tr("Proxy: {address}").format(address=report.through_proxy))
        ground = "caution" if soon or report.damaged else "good"
        self._say(title, "\n".join(lines), ground=ground)

    def _say(self, title: str, facts: str, *, ground: str) -> None:
        set_style(self, ground=ground)
        set_style(self._title, role="strong" if facts else "")
        set_style(self._facts, role="" if ground == "danger" else "muted")
        self._title.setText(title)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self.show()
        announce(self, f"{title} {facts}", assertive=ground == "danger")
        self.told.emit()

    def _sign_in(self, providers: tuple[AuthProvider, ...]) -> str:
        words = [
            self.tr("email and password")
            if one.id == "emailpass"
            else shown(one.display_name or one.id)
            for one in providers[:_MOST_PROVIDERS]
        ]
        if len(providers) > _MOST_PROVIDERS:
            words.append(counts.more(len(providers) - _MOST_PROVIDERS))
        return self.tr("Sign-in: {providers}").format(providers=", ".join(words) or self.tr("none"))

    def _roles(self, rbac: bool | None) -> str:
        return {
            True: self.tr("Roles (RBAC): on. Each admin can do what their roles allow."),
            False: self.tr("Roles (RBAC): off. Every admin has full access."),
            None: self.tr("Roles (RBAC): not reported"),
        }[rbac]

    def _left_out(self, damaged: tuple[int, ...]) -> str:
        numbers = [f"{number}" for number in damaged[:_MOST_DAMAGED]]
        if len(damaged) > _MOST_DAMAGED:
            numbers.append(counts.more(len(damaged) - _MOST_DAMAGED))
        text = self.tr("CA certificate: %Ln entry(s) can't be read: {numbers}", "", len(damaged))
        return text.format(numbers=", ".join(numbers))

    def _certificate(self, certificate: Certificate, *, soon: bool) -> str:
        text = self.tr("Certificate: from {issuer}, valid until {day}").format(
            issuer=shown(certificate.issuer) or self.tr("an issuer without a name"),
            day=labels.exact(certificate.expires_at),
        )
        return text + " · " + self.tr("expires soon") if soon else text


def _duration(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds >= 1 else f"{max(1, round(seconds * 1000))} ms"
