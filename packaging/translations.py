"""Updates the translations in resources/i18n: `python packaging/translations.py`. A code of a
language as argument (`de`) adds that language.

Each `medusa_console_LANGUAGE.ts` lists every text. In the English file only the plural forms are
translated, because the other texts are English already. A new text with a number needs its two
forms typed into the file; the compiled `.qm` is what the program loads.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
TOOLS = Path(PySide6.__file__).parent
PREFIX = "medusa_console_"


def files() -> list[Path]:
    """The `.ts` files of all languages."""
    return sorted(I18N.glob(f"{PREFIX}*.ts"))


def update(ts: Path) -> None:
    """Write the texts of the program into `ts`, whose name ends in its language; translations of
    texts that still exist stay."""
    sources = [str(path) for path in sorted((ROOT / "medusa_console").rglob("*.py"))]
    options = ["-no-obsolete", "-locations", "none", "-silent"]
    language = ts.stem.removeprefix(PREFIX)
    languages = ["-source-language", "en", "-target-language", language]
    _run("lupdate", *options, *languages, *sources, "-ts", str(ts))


def compile_to(qm: Path, ts: Path) -> None:
    """Compile the translations of `ts`."""
    _run("lrelease", "-silent", str(ts), "-qm", str(qm))


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([str(TOOLS / tool), *arguments], check=True)


if __name__ == "__main__":
    new = [I18N / f"{PREFIX}{language}.ts" for language in sys.argv[1:]]
    for ts in sorted({*files(), *new}):
        update(ts)
        compile_to(ts.with_suffix(".qm"), ts)
