"""Starts Medusa Console from a source tree."""

import sys

from medusa_console.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
