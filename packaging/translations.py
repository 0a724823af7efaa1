"""Updates the translations in resources/i18n: `python packaging/translations.py`.

`medusa_console_en.ts` lists every text. Only the plural forms are translated in it, because the
other texts are English already. A new text with a number needs its two forms typed into the file;
the compiled `.qm` is what the program loads.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
TOOLS = Path(PySide6.__file__).parent


def update(ts: Path) -> None:
    """Write the texts of the program into `ts`; translations of texts that still exist stay."""
    sources = [str(path) for path in sorted((ROOT / "medusa_console").rglob("*.py"))]
    options = ["-no-obsolete", "-locations", "none", "-silent"]
    languages = ["-source-language", "en", "-target-language", "en"]
    _run("lupdate", *options, *languages, *sources, "-ts", str(ts))


def compile_to(qm: Path, ts: Path) -> None:
    """Compile the finished translations of `ts`."""
    _run("lrelease", "-silent", str(ts), "-qm", str(qm))


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([str(TOOLS / tool), *arguments], check=True)


if __name__ == "__main__":
    update(I18N / "medusa_console_en.ts")
    compile_to(I18N / "medusa_console_en.qm", I18N / "medusa_console_en.ts")
