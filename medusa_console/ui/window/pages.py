"""The registry of a store's pages, for the sidebar, the menu, the shortcuts and the preferences."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from medusa_console.domain.preferences import LastView, PageName
from medusa_console.ui.kit.translations import translate

if TYPE_CHECKING:
    from medusa_console.ui.records.actions import PageAction, RowAction
    from medusa_console.ui.records.context import PageContext
    from medusa_console.ui.records.page import ListPage

AnyPage: TypeAlias = "ListPage[Any, Any, Any]"
AnyActions: TypeAlias = "Iterable[PageAction[Any, Any] | RowAction[Any, Any]]"


@dataclass(frozen=True)
class PageEntry:
    """One page. `button` is the objectName of its button in the sidebar.

    `module` holds the page's code; it is imported late, because it would delay the first paint and
    the sign-in. `make` builds the page as the user left it, `remember` puts a query of the page
    into a view, and `actions` returns the actions of the page.
    """

    name: PageName
    title: str
    icon: str
    button: str
    key: str
    module: str
    make: Callable[[PageContext, LastView], AnyPage]
    remember: Callable[[LastView, Any], LastView]
    actions: Callable[[], AnyActions]


def pages() -> tuple[PageEntry, ...]:
    """All pages, in the order of the sidebar."""
    return (
        PageEntry(
            PageName.API_KEYS,
            translate("Pages", "API keys"),
            "key",
            "pageKeys",
            "Ctrl+1",
            "medusa_console.ui.keys.page",
            _make_keys,
            lambda view, query: replace(view, keys=query.kept),
            _key_actions,
        ),
        PageEntry(
            PageName.CUSTOMERS,
            translate("Pages", "Customers"),
            "users",
            "pageCustomers",
            "Ctrl+2",
            "medusa_console.ui.customers.page",
            _make_customers,
            lambda view, query: replace(view, customers=query.kept),
            _customer_actions,
        ),
    )


def _make_keys(context: PageContext, view: LastView) -> AnyPage:
    from medusa_console.ui.keys.page import ApiKeysPage

    return ApiKeysPage(context, view.keys)


def _key_actions() -> AnyActions:
    from medusa_console.ui.keys.actions import page_actions, row_actions

    return (*page_actions(), *row_actions())


def _make_customers(context: PageContext, view: LastView) -> AnyPage:
    from medusa_console.ui.customers.page import CustomersPage
    from medusa_console.ui.keys.creation import create_publishable_key

    create_key = partial(create_publishable_key, context.services, context.tasks)
    return CustomersPage(context, view.customers, create_key)


def _customer_actions() -> AnyActions:
    from medusa_console.ui.customers.actions import page_actions, row_actions

    return (*page_actions(), *row_actions())
