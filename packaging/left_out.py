"""What the bundle leaves out of what Python and Qt bring, and why. README.md lists the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

MODULES: Mapping[str, str] = {
    "PySide6.QtQml": "no QML",
    "PySide6.QtQuick": "no QML",
    "PySide6.QtSql": "the journal uses Python's own SQLite",
    "PySide6.QtTest": "tests only",
    "PySide6.QtDesigner": "tools only",
    "PySide6.QtUiTools": "tools only",
    "PySide6.QtHelp": "tools only",
    "PySide6.QtPrintSupport": "nothing is printed",
    "PySide6.QtOpenGL": "nothing is drawn by OpenGL",
    "PySide6.QtOpenGLWidgets": "nothing is drawn by OpenGL",
    "PySide6.QtXml": "no XML is read",
    "PySide6.QtConcurrent": "threads are Python's",
    "PySide6.QtDBus": "D-Bus is spoken by jeepney and by Qt's own plugins",
    "PySide6.support.deprecated": "for Qt's deploy tool",
    "tkinter": "another toolkit",
    "pip": "set-up only",
    "setuptools": "set-up only",
    "pkg_resources": "set-up only",
    "_distutils_hack": "set-up only",
    "distutils": "set-up only",
    "lib2to3": "tools only",
    "idlelib": "tools only",
    "pydoc": "tools only",
    "doctest": "tests only",
    "unittest": "tests only",
    "test": "tests only",
    "_testcapi": "tests only",
    "_testinternalcapi": "tests only",
    "curses": "no terminal is drawn on",
    "readline": "no terminal is read",
    "trio": "the loop is asyncio's",
    "curio": "the loop is asyncio's",
    "rich": "optional for httpx's own command",
    "click": "optional for httpx's own command",
    "pygments": "optional for httpx's own command",
    "numpy": "optional for PySide6",
    "multipart": "optional for starlette; the demo store takes no forms",
    "jinja2": "optional for starlette; the demo store has no pages",
    "hypothesis": "tests only",
}


class Part(NamedTuple):
    """Files of Qt that stay out: those whose path in the bundle holds `pattern`."""

    name: str
    pattern: str
    why: str


PARTS: tuple[Part, ...] = (
    Part("plugins/egldeviceintegrations", "plugins/egldeviceintegrations/", "screens without X"),
    Part("plugins/generic", "plugins/generic/", "input devices without a desktop"),
    Part("plugins/networkinformation", "plugins/networkinformation/", "not asked"),
    Part("plugins/tls", "plugins/tls/", "TLS is Python's"),
    Part("plugins/platforms, all but xcb, wayland, offscreen, windows and cocoa",
         r"plugins/platforms/(lib)?q(eglfs|linuxfb|vnc|vkkhrdisplay|minimalegl|minimal|direct2d)\b",
         "no such screens"),
    Part("plugins/platformthemes/libqgtk3", "plugins/platformthemes/libqgtk3",
         "brings 20 MB of GTK; dialogs of the desktop come through its portal"),
    Part("plugins/imageformats, all but svg, png, jpeg and ico",
         r"plugins/imageformats/(lib)?q(tga|tiff|wbmp|webp|icns|pdf|gif)\b", "no such pictures"),
    Part("plugins/platforminputcontexts/…virtualkeyboard", "virtualkeyboard",
         "the desktop brings its own"),
    Part("plugins/wayland-shell-integration, all but xdg-shell",
         "plugins/wayland-shell-integration/lib(ivi|fullscreen|wl-shell|qt-shell)",
         "shells of devices"),
    Part("plugins/wayland-graphics-integration-client, xcbglintegrations",
         "plugins/(wayland-graphics-integration-client|xcbglintegrations)/",
         "nothing is drawn by OpenGL"),
    Part("plugins/sqldrivers, qmltooling, designer, position",
         r"plugins/(sqldrivers|qmltooling|designer|position)/", "of modules that are left out"),
    Part("translations, all but qtbase in the languages of resources/i18n",
         r"/translations/(?!qtbase_)", "of modules that are left out"),
    Part("libraries of QML and Quick", r"(lib)?Qt6?(Qml|Quick)\w*[.-]", "no QML"),
    Part("what pip notes of an installation",
         r"\.dist-info/(RECORD|INSTALLER|REQUESTED|direct_url\.json)$",
         "it tells of the builder's folders"),
    Part("type stubs beside the code", r"\.(pyi|typed)$", "read by nobody"),
)  # fmt: skip

# Libraries of the desktop itself: the system's are newer than the bundle's would be, and what the
# system loads beside them (the drivers of OpenGL) was made for them. Each with Debian's package.
SYSTEM: Mapping[str, str] = {
    "libc.so.6": "libc6 (>= 2.36)",
    "libstdc++.so.6": "libstdc++6",
    "libgcc_s.so.1": "libgcc-s1",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
# They come with the package of libc.so.6.
_OF_LIBC = frozenset(
    {"ld-linux-x86-64.so.2", "libdl.so.2", "libm.so.6", "libpthread.so.0", "libresolv.so.2",
     "librt.so.1"}
)  # fmt: skip

_LEFT_OUT = re.compile("|".join(f"(?:{part.pattern})" for part in PARTS))
_TRANSLATION = re.compile(r"/translations/qtbase_(\w+)\.qm$")


def kept(path: str, languages: Iterable[str]) -> bool:
    """Whether the file at `path` in the bundle stays, with Qt's own words in `languages`."""
    path = path.replace("\\", "/")
    if path.rpartition("/")[2] in SYSTEM:
        return False
    if found := _TRANSLATION.search(path):
        return found[1] in languages
    return _LEFT_OUT.search(path) is None


def missing(names: Iterable[str], wanted: Iterable[str]) -> list[str]:
    """The libraries of `wanted` that are neither in the bundle, whose files are `names`, nor the
    system's."""
    there = {*names, *SYSTEM, *_OF_LIBC}
    return sorted({name for name in wanted if name not in there})


def needed(files: Mapping[str, str], needs: Callable[[str], Iterable[str]]) -> set[str]:
    """Which of `files` (path in the bundle: its source) stay when libraries go that nothing needs.

    `needs` tells the names of the libraries that a source loads. All files but libraries stay,
    because Python and Qt load extensions and plugins by themselves.
    """
    by_name: dict[str, list[str]] = {}
    for path in files:
        by_name.setdefault(path.rpartition("/")[2], []).append(path)
    reached = [path for path in files if not _is_library(path)]
    found = set(reached)
    while reached:
        for name in needs(files[reached.pop()]):
            new = [path for path in by_name.get(name, ()) if path not in found]
            found.update(new)
            reached += new
    return found


def _is_library(path: str) -> bool:
    folder, _, name = path.rpartition("/")
    if name.startswith("libpython"):  # the program's own beginning loads it
        return False
    return folder in {"", "PySide6/Qt/lib"} and name.startswith("lib") and ".so" in name
