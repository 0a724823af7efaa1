"""The sign-in page: the list of stores, and the form for the account."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QStackedWidget, QWidget

from medusa_console.services.stores import Stores
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.centred import centred
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.style import set_style, settle
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import SIXTEEN, TWELVE, TWENTY_FOUR
from medusa_console.ui.session.sign_in_form import SignInForm
from medusa_console.ui.stores.list import StoreList
from medusa_console.ui.window.requests import Request

_LIST_WIDTH = 300
_FORM_WIDTH = 360
_NARROW = 700
_CARD_WIDTH = 300


class SignInPage(QWidget):
    """Lists the stores; without any, offers to open the demo store or to add a store.

    Signals:
        chosen(Store): the user picked a store.
        requested(Request): from the cards, the list or the form.
    """

    chosen = Signal(object)
    requested = Signal(object)

    def __init__(self, stores: Stores, tasks: TaskScope) -> None:
        super().__init__()
        self.setObjectName("signInPage")
        self._stores = stores
        self.form = SignInForm(tasks)
        self.form.edit_requested.connect(self._ask(Request.EDIT_STORE))
        self._list = StoreList()
        self._list.chosen.connect(self.chosen)
        self._list.installEventFilter(self)
        self._list_side = self._build_list()
        self._stack = QStackedWidget()
        self._choice = self._build_choice()
        self._stack.addWidget(self._choice)
        self._welcome: QWidget | None = None
        self._cards: QBoxLayout | None = None
        self.setLayout(column(self._stack))
        self._show_stores()
        stores.changed.subscribe(lambda _: self._show_stores())

    def _show_stores(self) -> None:
        stores, current = self._stores.all, self._stores.front
        if not stores and self._welcome is None:  # most users have a store
            self._welcome = self._build_welcome()
            self._stack.addWidget(self._welcome)
            settle(self._welcome)
        self._stack.setCurrentWidget(self._choice if stores else self._welcome or self._choice)
        self._list.show_stores(stores, current.id if current else "")

    def _ask(self, request: Request) -> Callable[[], None]:
        return partial(self.requested.emit, request)

    @property
    def notice_area(self) -> QRect:
        """Where notices may lie: beside the list, whose buttons stay in sight."""
        area = self.rect()
        if self._stack.currentWidget() is self._choice:
            side = self._list_side.geometry()
            if side.left() == area.left():
                area.setLeft(side.right() + 1)
            else:
                area.setRight(side.left() - 1)
        return area

    def panes(self) -> tuple[QWidget, ...]:
        """The panes that F6 goes through."""
        return (self._list_side, self.form, *((self._welcome,) if self._welcome else ()))

    def _build_welcome(self) -> QWidget:
        title = PlainLabel(self.tr("Medusa Console"), role="title", name="welcome.heading")
        text = PlainLabel(
            self.tr("Create, find and revoke Medusa API keys, and be sure revoked ones are dead."),
            role="muted",
            wrap=True,
        )
        demo = _card(
            self.tr("Try the demo store"),
            self.tr("A built-in sample store with about 60 keys. Nothing leaves this computer."),
            push_button(
                self.tr("Try the demo store"),
                self._ask(Request.OPEN_DEMO),
                kind="primary",
                name="tryDemo",
            ),
        )
        connect = _card(
            self.tr("Connect your store"),
            self.tr("You need the address of your Medusa server and an admin account."),
            push_button(
                self.tr("Connect your store"), self._ask(Request.ADD_STORE), name="connectStore"
            ),
        )
        self._cards = row(demo, connect, spacing=SIXTEEN, equal=True)
        words = column(title, text)
        words.addSpacing(TWELVE)
        words.addLayout(self._cards)
        return centred(words, 2 * _CARD_WIDTH + SIXTEEN)

    def _build_list(self) -> QWidget:
        side = QFrame()
        set_style(side, ground="side")
        title = PlainLabel(self.tr("Stores"), role="card")
        title.setBuddy(self._list)
        add = push_button(
            self.tr("Add store…"), self._ask(Request.ADD_STORE), icon="plus", name="addStore"
        )
        manage = push_button(
            self.tr("Manage stores…"),
            self._ask(Request.MANAGE_STORES),
            icon="settings",
            name="manageStores",
        )
        leaks = push_button(
            self.tr("Leak desk"), self._ask(Request.LEAK_DESK), icon="shield-alert", name="leakDesk"
        )
        layout = column(title, self._list, add, manage, leaks)
        layout.setStretchFactor(self._list, 1)
        layout.setContentsMargins(SIXTEEN, TWENTY_FOUR, SIXTEEN, TWENTY_FOUR)
        side.setLayout(layout)
        return side

    def _build_choice(self) -> QWidget:
        page = QWidget()
        form = centred(column(self.form), _FORM_WIDTH)
        layout = row(self._list_side, form, spacing=0)
        layout.setStretchFactor(form, 1)
        page.setLayout(layout)
        return page

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        # Otherwise the list would go on marking another store than the form asks for.
        left = watched is self._list and event.type() == QEvent.Type.FocusOut
        if left and self._stores.front is not None and self.isActiveWindow():
            self._list.select(self._stores.front.id)
        return False

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        narrow = self.width() < scaled(_NARROW)
        least = self._list_side.minimumSizeHint().width()  # what its buttons need
        self._list_side.setFixedWidth(least if narrow else max(least, scaled(_LIST_WIDTH)))
        if self._cards is not None:
            self._cards.setDirection(
                QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
            )


def _card(title: str, text: str, button: QWidget) -> QWidget:
    card = QFrame()
    set_style(card, ground="card")
    words = PlainLabel(text, role="muted", wrap=True)
    layout = column(PlainLabel(title, role="card"), words, button)
    layout.setStretchFactor(words, 1)
    layout.setContentsMargins(TWENTY_FOUR, TWENTY_FOUR, TWENTY_FOUR, TWENTY_FOUR)
    card.setLayout(layout)
    return card
