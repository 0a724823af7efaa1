"""Translated texts: `translate` outside of a QObject, and the language of the program.

Qt finds a text by its context and its English words. `pyside6-lupdate` reads both from the source,
so both are literals. The context is the class or the module that shows the text. Inside a QObject,
`self.tr` supplies the class. Texts with a number are in `ui/words/counts.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from medusa_console.ui.kit import resources

translate = QCoreApplication.translate

Languages = Mapping[str, Path]
"""The compiled translations by the code of their language (`de`, `pt_BR`)."""

_PREFIX = "medusa_console_"
_ENGLISH = "en"


def languages() -> Languages:
    """The languages that the program can be shown in."""
    files = sorted(resources.translations().glob(f"{_PREFIX}*.qm"))
    return {file.stem.removeprefix(_PREFIX): file for file in files}


def native_name(code: str) -> str:
    """The name of a language in that language."""
    language = QLocale(code).language()
    # Without a country: else English would be called American English.
    name = QLocale(language, QLocale.Country.World).nativeLanguageName() or code
    return name[:1].upper() + name[1:]


def file_for(chosen: str, known: Languages) -> Path | None:
    """The translation of the `chosen` language. Without a choice, or for a language that is not
    `known`, the one of the system's languages that comes first; else English. None if nothing is
    known."""
    if chosen in known:
        return known[chosen]
    wanted = (language.replace("-", "_") for language in QLocale.system().uiLanguages())
    return next((known[code] for code in wanted if code in known), known.get(_ENGLISH))


@contextmanager
def installed(qt: QCoreApplication, file: Path | None = None) -> Iterator[None]:
    """Show texts, numbers and dates in the language of the compiled translation `file` until the
    context ends; English by default. Qt's own texts (the menu of a text field) follow.

    Texts that exist already stay as they are. Raises FileNotFoundError.
    """
    file = file or resources.translations() / f"{_PREFIX}{_ENGLISH}.qm"
    ours, qts = QTranslator(), QTranslator()
    if not ours.load(str(file)):
        raise FileNotFoundError(file)
    before = QLocale()
    locale = QLocale(ours.language())
    QLocale.setDefault(locale)
    # A program that is packed tightly may lack Qt's translations: Qt then speaks English.
    qts.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    translators = (qts, ours)
    for translator in translators:
        qt.installTranslator(translator)
    try:
        yield
    finally:
        for translator in translators:
            qt.removeTranslator(translator)
        QLocale.setDefault(before)
