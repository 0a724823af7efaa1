"""Translated texts: `translate` outside of a QObject, and the installation of a language.

Qt finds a text by its context and its English words. `pyside6-lupdate` reads both from the source,
so both are literals. The context is the class or the module that shows the text. Inside a QObject,
`self.tr` supplies the class. Texts with a number are in `ui/words/counts.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from medusa_console.ui.kit import resources

translate = QCoreApplication.translate


@contextmanager
def installed(qt: QCoreApplication, file: Path | None = None) -> Iterator[None]:
    """Show texts, numbers and dates in the language of the compiled translation `file` until the
    context ends; English by default.

    Texts that exist already stay as they are. Raises FileNotFoundError.
    """
    file = file or resources.translations() / "medusa_console_en.qm"
    translator = QTranslator()
    if not translator.load(str(file)):
        raise FileNotFoundError(file)
    before = QLocale()
    QLocale.setDefault(QLocale(translator.language()))
    qt.installTranslator(translator)
    try:
        yield
    finally:
        qt.removeTranslator(translator)
        QLocale.setDefault(before)
