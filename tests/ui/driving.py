"""The whole program in this process, driven as a person drives it: by what stands on the screen."""

from __future__ import annotations

import logging
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from medusa_console.app.run import ReadDefaults, assemble
from medusa_console.desktop.instance import Wish
from medusa_console.domain.defaults import NO_DEFAULTS, Defaults
from medusa_console.domain.load_problem import LoadProblem
from medusa_console.domain.store import DEMO_PASSWORD
from medusa_console.ports import KeyEntries, ProxyPasswords, SessionVault
from medusa_console.services.store_services import StoreServices
from medusa_console.ui.kit.theme import Theme
from medusa_console.ui.kit.translations import Languages
from medusa_console.ui.records.filter_menu import FilterMenu
from medusa_console.ui.window.main_window import MainWindow
from tests.ui.standins import Clock, Desktop, Log, Person, turns
from tests.waiting import until

W = TypeVar("W", bound=QWidget)

NO_KEYS = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
# Longer than a button that guards against accidents waits, in seconds.
A_MOMENT = 1.0


def no_defaults() -> tuple[Defaults, LoadProblem | None]:
    """No administrator has set anything."""
    return NO_DEFAULTS, None


class Program:
    """One run of the program on one data folder."""

    def __init__(
        self,
        clock: Clock,
        folder: Path,
        vault: SessionVault,
        proxies: ProxyPasswords,
        entries: KeyEntries,
    ) -> None:
        self.clock = clock
        self.folder = folder
        self.vault = vault
        self.proxies = proxies
        self.entries = entries
        self.presence = Person(clock)
        self.desktop = Desktop()
        self.log = Log()
        self.mishaps_are_meant = False
        self._stack = AsyncExitStack()
        self._running = False

    async def start(
        self,
        *,
        wish: Wish = Wish.NOTHING,
        translation: Path | None = None,
        languages: Languages | None = None,
        defaults: ReadDefaults = no_defaults,
    ) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setQuitOnLastWindowClosed(False)  # as the program does at its start
        ours = logging.getLogger("medusa_console")
        ours.addHandler(self.log)
        self._stack.callback(ours.removeHandler, self.log)
        level = ours.level
        ours.setLevel(logging.DEBUG)
        self._stack.callback(ours.setLevel, level)
        self.console = await assemble(
            self._stack,
            application,
            self.folder,
            vault=self.vault,
            proxies=self.proxies,
            entries=self.entries,
            presence=self.presence,
            notifier=self.desktop,
            clock=self.clock.value,
            translation=translation,
            languages=languages,
            defaults=defaults,
        )
        self._running = True
        self.console.begin(wish)
        # A question may be asked at once, and is then in front of the window.
        await until(lambda: self.window.isActiveWindow() or QApplication.activeModalWidget())

    async def quit(self) -> None:
        """End in order, as the program does when its window may go."""
        if not self._running:
            return
        self._running = False
        window = self.window
        self.console.end_now()
        await self.console.ended()
        window.hide()
        await self._stack.aclose()
        window.deleteLater()
        application = QApplication.instance()
        assert application is not None
        for theme in application.findChildren(Theme):
            theme.deleteLater()  # one follows the focus of the whole application for each start
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def window(self) -> MainWindow:
        return self.console.window

    @property
    def services(self) -> StoreServices | None:
        """The services of the store in front, once it is open."""
        front = self.console.open_stores.front
        return front.services if front is not None else None

    async def open(self, name: str) -> None:
        """Wait until the store of that name is open, so that it can be signed in to."""
        stores = self.console.open_stores
        await until(lambda: any(one.store.name == name and one.services for one in stores.all))

    # Looking

    @property
    def front(self) -> QWidget:
        """The dialog that is in front, or the window."""
        return QApplication.activeModalWidget() or self.window

    def find(self, kind: type[W], name: str) -> W:
        """The one visible widget in front that has that objectName."""
        found = [w for w in self.front.findChildren(kind, name) if w.isVisible()]
        assert len(found) == 1, f"{name}: {len(found)} are visible in {self.front.objectName()}"
        return found[0]

    def is_there(self, name: str) -> bool:
        return any(w.isVisible() for w in self.front.findChildren(QWidget, name))

    def button(self, words: str) -> QAbstractButton:
        """The one visible button that reads `words`, or that a screen reader calls so."""
        found = [
            button
            for button in self.front.findChildren(QAbstractButton)
            if button.isVisible() and words in (plain(button.text()), button.accessibleName())
        ]
        assert len(found) == 1, f"{words!r}: {len(found)} buttons, of {self.buttons}"
        return found[0]

    @property
    def buttons(self) -> list[str]:
        """What a screen reader calls the visible buttons."""
        return [
            button.accessibleName() or plain(button.text())
            for button in self.front.findChildren(QAbstractButton)
            if button.isVisible()
        ]

    def field(self, label: str, kind: type[W]) -> W:
        """What the visible label `label` belongs to."""
        buddies = [
            one.buddy()
            for one in self.front.findChildren(QLabel)
            if one.isVisible() and plain(one.text()) == label and one.buddy() is not None
        ]
        buddies += [
            one
            for one in self.front.findChildren(FilterMenu)
            if one.isVisible() and one.accessibleName() == label
        ]
        assert len(buddies) == 1, f"{label!r}: {len(buddies)} fields"
        assert isinstance(buddies[0], kind)
        return buddies[0]

    @property
    def words(self) -> str:
        """Everything that can be read in front, one label a line."""
        return "\n".join(
            label.text() for label in self.front.findChildren(QLabel) if label.isVisible()
        )

    async def reads(self, *texts: str) -> None:
        """Wait until each of `texts` can be read in front."""
        for text in texts:
            try:
                await until(partial(self._can_be_read, text))
            except TimeoutError:
                raise AssertionError(f"nowhere {text!r} in:\n{self.words}") from None

    def _can_be_read(self, text: str) -> bool:
        return text in self.words

    async def dialog(self, name: str) -> QDialog:
        """Wait until the dialog of that objectName is in front."""

        def in_front() -> QDialog | None:
            front = QApplication.activeModalWidget()
            return front if isinstance(front, QDialog) and front.objectName() == name else None

        found = await until(in_front)
        assert found is not None
        await _activate(found)
        return found

    async def no_dialog(self) -> None:
        """Wait until the window itself is in front again."""
        await until(lambda: QApplication.activeModalWidget() is None)
        await _activate(self.window)
        await turns(3)  # whoever waited for the answer has it now

    # Doing

    def press(self, what: str | QAbstractButton) -> None:
        """Click, as somebody who has looked first."""
        button = self.button(what) if isinstance(what, str) else what
        assert button.isVisible()
        assert button.isEnabled(), f"{button.text()!r} is grey"
        self.clock.skip(A_MOMENT)
        # The sign of a check box is at its start; the rest of its width may be nothing.
        place = QPoint(8, button.height() // 2)
        middle = button.rect().center()
        QTest.mouseClick(button, LEFT, NO_KEYS, place if isinstance(button, QCheckBox) else middle)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key wherever the focus is."""
        QTest.keyClick(self.focus, key, modifiers)

    def fill(self, label: str, text: str) -> QLineEdit:
        """Replace what is in the field `label` by typing."""
        edit = self.field(label, QLineEdit)
        edit.setFocus()
        edit.selectAll()
        QTest.keyClick(edit, Qt.Key.Key_Delete)
        type_into(edit, text)
        return edit

    def type(self, text: str) -> None:
        """Type wherever the focus is."""
        type_into(self.focus, text)

    def paste(self, edit: QLineEdit, text: str) -> None:
        """Paste from the clipboard, which some other program has filled."""
        QGuiApplication.clipboard().setText(text)
        edit.setFocus()
        QTest.keyClick(edit, Qt.Key.Key_V, CTRL)

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.front

    @property
    def pane(self) -> str:
        """Which part of the window has the focus."""
        names = (
            "drawer",
            "sidebar",
            "search",
            "keys",
            "customers",
            "colleagues",
            "stores",
            "signIn",
        )
        place: QWidget | None = self.focus
        while place is not None and place.objectName() not in names:
            place = place.parentWidget()
        return place.objectName() if place is not None else ""

    # The pages

    @property
    def table(self) -> QTableView:
        return self.find(QTableView, self._table_name)

    @property
    def footer(self) -> str:
        """The line below the table, '' while there is no table."""
        found = [x for x in self._here.findChildren(QLabel, "table.footer") if x.isVisible()]
        return found[0].text() if found else ""

    async def keys_page(self) -> QTableView:
        """Wait until the first rows are there."""
        await until(lambda: self.footer.startswith("As of"))
        await until(lambda: "…" not in self.column("Title", most=1))
        return self._here.findChildren(QTableView, "keys")[0]

    async def customers_page(self) -> QTableView:
        """Go to the customers, if one is not there, and wait until the first rows are there."""
        if self._table_name != "customers":
            self.key(Qt.Key.Key_2, CTRL)
        await until(lambda: self._table_name == "customers")
        await until(lambda: self.footer.startswith("As of"))
        await until(lambda: "…" not in self.column("Email", most=1))
        return self._here.findChildren(QTableView, "customers")[0]

    async def colleagues_page(self) -> QTableView:
        """Go to the colleagues, if one is not there, and wait until the first rows are there."""
        if self._table_name != "colleagues":
            self.key(Qt.Key.Key_5, CTRL)
        await until(lambda: self._table_name == "colleagues")
        await until(lambda: self.footer.startswith("As of"))
        await until(lambda: "…" not in self.column("Email", most=1))
        return self._here.findChildren(QTableView, "colleagues")[0]

    async def keys_page_failed(self) -> None:
        """Wait until the page in front says that it could not be loaded."""
        await until(lambda: self.is_there("table.failed"))

    async def signed_in(self, email: str, password: str = DEMO_PASSWORD) -> None:
        """Type `email` and `password`, press Enter, wait for the page."""
        self.fill("Email", email)
        self.fill("Password", password)
        await until(self.button("Sign in").isEnabled)
        self.key(Qt.Key.Key_Return)
        await until(lambda: self.window.workspace is not None)

    def column(self, title: str, *, most: int = 1_000_000) -> list[str]:
        """What the column `title` reads, from top to bottom, in at most so many rows; nothing while
        there is no table."""
        if not self._here.findChildren(QTableView, self._table_name):
            return []
        model = self._rows().model()
        number = self._column(title)
        return [str(model.index(row, number).data()) for row in range(min(most, model.rowCount()))]

    @property
    def columns(self) -> list[str]:
        """The titles of the visible columns."""
        table = self._rows()
        model = table.model()
        return [
            str(model.headerData(number, Qt.Orientation.Horizontal))
            for number in range(model.columnCount())
            if not table.isColumnHidden(number)
        ]

    def sort_by(self, title: str) -> None:
        """Click a column's title."""
        header = self._rows().horizontalHeader()
        section = self._column(title)
        left = header.sectionViewportPosition(section)
        place = QPoint(left + header.sectionSize(section) // 2, header.height() // 2)
        QTest.mouseClick(header.viewport(), LEFT, NO_KEYS, place)

    def row(self, title: str) -> int:
        """Where the key of that title, or the customer of that email, is."""
        return self.column(self._known_by).index(title)

    def pick(self, title: str) -> None:
        """Click a row."""
        table = self._rows()
        index = table.model().index(self.row(title), 0)
        table.scrollTo(index)
        QTest.mouseClick(table.viewport(), LEFT, NO_KEYS, table.visualRect(index).center())

    @property
    def picked(self) -> list[str]:
        """The titles of the selected keys."""
        return [str(index.data()) for index in self._rows().selectionModel().selectedRows()]

    @property
    def picked_customers(self) -> list[str]:
        """The emails of the selected customers."""
        email = self._column("Email")
        selected = self._rows().selectionModel().selectedRows(email)
        return [str(index.data()) for index in selected]

    @property
    def facts(self) -> dict[str, str]:
        """The drawer's lines; none while it is closed or they are being laid out."""
        if not self.is_there("drawer"):
            return {}
        drawer = self.find(QWidget, "drawer")
        told: dict[str, str] = {}
        for part in drawer.findChildren(QWidget):
            grid = part.layout()
            if not isinstance(grid, QGridLayout) or not part.isVisible():
                continue
            for row in range(grid.rowCount()):
                label = _label_at(grid, row, 0)
                value = _label_at(grid, row, 1) or _label_at(grid, row + 1, 0)
                if label is not None and value is not None and label is not value:
                    told[label.text()] = value.text() or value.accessibleName()
        texts = [one for one in drawer.findChildren(QLabel) if one.isVisible()]
        told.update(("Email", one.text()) for one in texts if one.objectName() == "drawer.email")
        events = [one.text() for one in texts if one.objectName() == "timeline.what"]
        return told | dict(zip(events, self.moments, strict=False))

    @property
    def moments(self) -> list[str]:
        """The exact times of the drawer's timeline."""
        parts = self.find(QWidget, "drawer").findChildren(QWidget, "timeline.event")
        return [
            part.findChildren(QLabel, "timeline.when")[0].text()
            for part in parts
            if part.isVisible()
        ]

    def menu_actions(self) -> list[QAction]:
        """Every action of the menu bar that is to be seen."""
        actions: list[QAction] = []
        for top in self.window.menuBar().actions():
            menu = top.menu()
            if top.isVisible() and menu is not None:
                actions += [a for a in menu.actions() if a.isVisible() and not a.isSeparator()]  # type: ignore[attr-defined]
        return actions

    def choose(self, words: str) -> None:
        """Choose from the menu bar."""
        action = next(a for a in self.menu_actions() if plain(a.text()) == words)
        assert action.isEnabled(), f"{words!r} is grey"
        action.trigger()

    @property
    def _here(self) -> QWidget:
        """The pages of the store in front; other stores have pages of their own."""
        return self.window.workspace or self.window

    @property
    def _table_name(self) -> str:
        workspace = self.window.workspace
        page = workspace.page.objectName() if workspace is not None else ""
        return {"customersPage": "customers", "colleaguesPage": "colleagues"}.get(page, "keys")

    @property
    def _known_by(self) -> str:
        return "Title" if self._table_name == "keys" else "Email"

    def _rows(self) -> QTableView:
        return self._here.findChildren(QTableView, self._table_name)[0]

    def _column(self, title: str) -> int:
        model = self._rows().model()
        titles = [
            model.headerData(number, Qt.Orientation.Horizontal)
            for number in range(model.columnCount())
        ]
        return titles.index(title)


def listed_shortcuts(dialog: QDialog) -> dict[str, str]:
    """What the list of shortcuts says: the keys by what they do."""
    told: dict[str, str] = {}
    for line in dialog.findChildren(QWidget, "shortcut"):
        what, keys = line.findChild(QLabel), line.findChild(QWidget, "keys")
        assert what is not None
        assert keys is not None
        told[what.text()] = keys.accessibleName()
    return told


async def _activate(window: QWidget) -> None:
    """What a window manager does when a window comes to the front."""
    window.activateWindow()
    await until(window.isActiveWindow)


def _label_at(grid: QGridLayout, row: int, column: int) -> QLabel | None:
    item = grid.itemAtPosition(row, column)
    widget = item.widget() if item is not None else None
    return widget if isinstance(widget, QLabel) else None


def type_into(widget: QWidget, text: str) -> None:
    """Type `text`; QTest alone cannot type what is not on an American keyboard."""
    for sign in text:
        if sign.isascii() and sign.isprintable():
            QTest.keyClicks(widget, sign)
        else:
            pressed = QKeyEvent(QEvent.Type.KeyPress, 0, NO_KEYS, sign)
            QCoreApplication.sendEvent(widget, pressed)


def plain(text: str) -> str:
    """A button's or menu's text without the mark of its shortcut."""
    return text.replace("&", "")


def spoken(widget: QWidget) -> str:
    """What a screen reader calls `widget`."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""
