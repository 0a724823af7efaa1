"""Translated texts: `translate` outside of a QObject, and the installation of a language.

Qt finds a text by its context and its English words. `pyside6-lupdate` reads both from the source,
so both are literals. The context is the class or the module that shows the text. Inside a QObject,
`self.tr` supplies the class. Texts with a number are in `ui/words/counts.py`.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
