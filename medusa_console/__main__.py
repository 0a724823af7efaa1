"""The command line. `--version` and `--help` answer before Qt is imported."""

from __future__ import annotations

import argparse
import gc
import logging
import sys
from collections.abc import Sequence

from medusa_console import __version__
from medusa_console.terminal import complain, say

_LEVELS = ("debug", "info", "warning", "error")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code.

    No option names an address, an account or an action: whoever creates a link or a shortcut must
    not choose where a password is sent or which key is changed.
    """
    parser = argparse.ArgumentParser(
        prog="medusa-console",
        description="A desktop key desk for Medusa stores.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    parser.add_argument(
        "--verbose", action="store_true", help="with --version: also build, parts and licences"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--demo", action="store_true", help="open the built-in demo store and sign in to it"
    )
    what.add_argument(
        "--leak-desk", action="store_true", help="open the leak desk; the clipboard is not read"
    )
    parser.add_argument(
        "--data-folder", metavar="FOLDER", help="keep stores, settings and logs there"
    )
    parser.add_argument(
        "--forget",
        action="store_true",
        help="delete sessions, proxy passwords and saved keys from the keyring, and exit",
    )
    parser.add_argument("--yes", action="store_true", help="with --forget: don't ask")
    parser.add_argument("--self-test", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument(
        "--log-level", choices=_LEVELS, default="info", help="how much goes to the log file"
    )
    options = parser.parse_args(arguments)
    if options.verbose and not options.version:
        parser.error("--verbose goes with --version")
    if options.yes and not options.forget:
        parser.error("--yes goes with --forget")
    if options.version:
        say(_version(verbose=options.verbose))
        return 0
    # Whatever a start makes stays: to look for garbage in it only delays the window.
    gc.disable()
    try:
        if options.forget:
            from medusa_console.app.forget import forget

            return forget(options.data_folder, sure=options.yes)
        if options.self_test:
            from medusa_console.app.self_test import self_test

            return self_test()
        from medusa_console.app import Options, Wish, run
    except ImportError as error:
        # Qt's libraries are the usual gap on a machine without a desktop.
        complain(
            f"Medusa Console cannot start: {error}\n"
            "On Debian and Ubuntu this installs what Qt needs:\n"
            "  apt-get install --no-install-recommends libgl1 libegl1 libglib2.0-0 libdbus-1-3 "
            "libfontconfig1 libfreetype6 libx11-6 libx11-xcb1 libxkbcommon0 libxkbcommon-x11-0 "
            "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-randr0 libxcb-shape0 libxcb-xkb1"
        )
        return 1
    wish = Wish.DEMO if options.demo else Wish.LEAK_DESK if options.leak_desk else Wish.NOTHING
    return run(
        Options(
            wish=wish,
            data_folder=options.data_folder,
            log_level=logging.getLevelNamesMapping()[options.log_level.upper()],
        )
    )


def _version(*, verbose: bool) -> str:
    if not verbose:
        return f"Medusa Console {__version__}"
    from medusa_console.parts import makings

    return makings().summary()


if __name__ == "__main__":
    sys.exit(main())
