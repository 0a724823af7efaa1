"""Runs first in the bundle on Linux: keeps the program's file open, and its folders to itself.

Much of the program is imported late, by a reader that opens the program's file again each time. A
package manager replaces that file in an update; through the open one, the running program goes on
reading its own.

PyInstaller's loader has pointed LD_LIBRARY_PATH at the bundle. The system's loader has read that by
now; other programs that this one starts, as a file manager, must not find the bundle's libraries.
"""

import os
import sys

import pyimod02_importers

if sys.platform == "linux":
    archive = pyimod02_importers.pyz_archive
    kept = os.open(archive._filename, os.O_RDONLY | os.O_CLOEXEC)
    archive._filename = f"/proc/self/fd/{kept}"

    for name in [name for name in os.environ if name.startswith("_PYI_")]:
        del os.environ[name]
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is None:
        os.environ.pop("LD_LIBRARY_PATH", None)
    else:
        os.environ["LD_LIBRARY_PATH"] = before
