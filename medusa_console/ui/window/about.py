"""What the program is made of: its version and build, and the licences of all its parts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from medusa_console import __version__
from medusa_console.parts import Build, Makings, Part
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit import resources
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.frame import fill, fit
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.resources import Tint
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import fixed_font, scaled
from medusa_console.ui.kit.theme_tokens import FOUR
from medusa_console.ui.words import labels

_WIDTH = 520
_LICENCES_WIDTH = 680
_LIST_HEIGHT = 180
_TEXT_HEIGHT = 220
_SHORT_COMMIT = 12


class About(QDialog):
    """Names version, build and licence of the program, and says what it does not do."""

    def __init__(self, parent: QWidget, makings: Makings, tasks: TaskScope) -> None:
        super().__init__(parent)
        self._makings = makings
        tasks = tasks_of(self, tasks)
        heading = self.tr("About Medusa Console")
        self.setObjectName("about")
        self.setWindowTitle(heading)
        version = self.tr("Version {version}").format(version=__version__)
        runs_on = self.tr("Qt {qt}, Python {python}").format(qt=qVersion(), python=makings.python)
        licence = self.tr("Free software under the MIT licence, without any warranty.")
        parts = self.tr(
            "Made with Qt and PySide6 (LGPL version 3), Python (PSF licence), httpx (BSD), "
            "pydantic, keyring and qasync (MIT, BSD), and icons by Lucide (ISC). Qt can be "
            "replaced by another build of it: it is a library of its own beside the program."
        )
        quiet = self.tr("No telemetry, no network but your stores, no update check.")
        apart = self.tr("Not a product of Medusa, and not endorsed by its makers.")
        facts = (
            PlainLabel(version, role="muted", name="about.version"),
            PlainLabel(self._built(makings.build), role="muted", wrap=True, name="about.build"),
            PlainLabel(runs_on, role="muted", name="about.runs"),
        )
        body = (
            PlainLabel(self.tr("Medusa Console"), role="title"),
            column(*facts, spacing=FOUR),
            PlainLabel(quiet, wrap=True, name="about.quiet"),
            PlainLabel(licence, wrap=True, name="about.licence"),
            PlainLabel(parts, wrap=True, name="about.parts"),
            PlainLabel(apart, role="secondary", wrap=True),
        )
        licences = push_button(
            self.tr("Licences…"),
            lambda: tasks.start(self._licences(), replacing="licences"),
            name="about.licences",
        )
        copy = push_button(self.tr("Copy"), self._copy, icon="copy", name="about.copy")
        close = push_button(self.tr("Close"), self.accept, name="close")
        fill(self, None, body, left=(licences, copy), right=(close,), width=_WIDTH)
        close.setFocus()

    def _built(self, build: Build) -> str:
        commit = build.commit[:_SHORT_COMMIT]
        if not build.date:
            from_source = self.tr("From source, commit {commit}").format(commit=commit)
            return from_source if commit else self.tr("From source")
        day = labels.short_day(datetime.fromisoformat(f"{build.date}T12:00").astimezone())
        built = self.tr("Built on {day} from commit {commit}").format(day=day, commit=commit)
        return built if commit else self.tr("Built on {day}").format(day=day)

    async def _licences(self) -> None:
        await answer(Licences(self, self._makings.parts))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._makings.summary())
        announce(self, self.tr("Copied"))


class Licences(QDialog):
    """Lists the parts of the program; below stands the licence of the chosen one. The search looks
    at names and licences, and at the texts."""

    def __init__(self, parent: QWidget, parts: Sequence[Part]) -> None:
        super().__init__(parent)
        self._parts = parts
        heading = self.tr("Licences")
        self.setObjectName("licences")
        self.setWindowTitle(heading)
        self._search = LineEdit()
        self._search.setObjectName("licences.search")
        self._search.setPlaceholderText(self.tr("Search parts and licences"))
        self._search.setAccessibleName(self.tr("Search parts and licences"))
        glass = resources.icon("search", Tint.MUTED)
        self._search.addAction(glass, LineEdit.ActionPosition.LeadingPosition)
        self._nothing = PlainLabel(self.tr("No results"), role="muted", name="licences.nothing")
        self._list = QListWidget()
        self._list.setObjectName("licences.list")
        self._list.setAccessibleName(self.tr("Parts"))
        self._list.setFixedHeight(scaled(_LIST_HEIGHT))
        set_style(self._list, list="rows")
        self._text = QPlainTextEdit()
        self._text.setObjectName("licences.text")
        self._text.setAccessibleName(self.tr("Text of the licence"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFont(fixed_font())
        self._text.setFixedHeight(scaled(_TEXT_HEIGHT))
        close = push_button(self.tr("Close"), self.accept, name="close")
        body = (
            PlainLabel(heading, role="title"),
            self._search,
            self._nothing,
            self._list,
            self._text,
        )
        fill(self, None, body, right=(close,), width=_LICENCES_WIDTH)
        self._list.currentRowChanged.connect(self._show)
        for part in parts:
            words = " ".join(word for word in (part.name, part.version) if word)
            self._list.addItem(QListWidgetItem(shown(f"{words} · {part.licence}".rstrip(" ·"))))
        self._search.textChanged.connect(self._filter)
        self._filter("")
        fit(self)
        self._search.setFocus()

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        hits = [row for row, part in enumerate(self._parts) if _holds(part, wanted)]
        for row in range(self._list.count()):
            self._list.item(row).setHidden(row not in hits)
        self._nothing.setVisible(not hits)
        if self._list.currentRow() not in hits:
            self._list.setCurrentRow(hits[0] if hits else -1)

    def _show(self, row: int) -> None:
        lines = self._parts[row].text.expandtabs().splitlines() if row >= 0 else []
        none = self.tr("This part comes without the text of its licence.") if row >= 0 else ""
        self._text.setPlainText("\n".join(shown(line, limit=None) for line in lines) or none)


def _holds(part: Part, wanted: Sequence[str]) -> bool:
    words = f"{part.name} {part.version} {part.licence}\n{part.text}".casefold()
    return all(word in words for word in wanted)
