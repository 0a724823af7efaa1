"""Runs first in the bundle: keeps the program's file open, for an update while it runs.

Much of the program is imported late, by a reader that opens the program's file again each time. A
package manager replaces that file; through the open one, the running program reads its own.
"""

import os
import sys

import pyimod02_importers

if sys.platform == "linux":
    archive = pyimod02_importers.pyz_archive
    kept = os.open(archive._filename, os.O_RDONLY | os.O_CLOEXEC)
    archive._filename = f"/proc/self/fd/{kept}"
