"""Runs a real Medusa for a person until Ctrl+C: `python -m tests.real_medusa`."""

import argparse
import signal
import sys

from . import cluster


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.real_medusa", description=__doc__)
    parser.add_argument("--no-rbac", action="store_true", help="run it with RBAC off")
    parser.add_argument("--port", type=int, help="listen on this port instead of a free one")
    arguments = parser.parse_args()
    # SystemExit leaves every `with` in good order; Python itself would just end.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        with (
            cluster() as own,
            own.server(rbac=not arguments.no_rbac, port=arguments.port) as server,
        ):
            sys.stdout.write(
                f"Address:  {server.base_url}\n"
                f"Email:    {server.email}\n"
                f"Password: {server.password}\n"
                f"RBAC:     {'on' if server.rbac else 'off'}\n"
                f"Database: {server.database_url}\n"
                "Ctrl+C stops it and deletes its data.\n"
            )
            sys.stdout.flush()
            signal.pause()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
