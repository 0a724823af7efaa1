"""The registry of a store's pages, for the sidebar, the menu, the shortcuts and the preferences."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from medusa_console.domain.preferences import LastView, PageName
from medusa_console.ui.kit.translations import translate

if TYPE_CHECKING:
    from medusa_console.services.store_services import StoreServices
    from medusa_console.ui.records.actions import PageAction, RowAction
    from medusa_console.ui.records.context import PageContext
    from medusa_console.ui.records.page import ListPage

AnyPage: TypeAlias = "ListPage[Any, Any, Any]"
AnyActions: TypeAlias = "Iterable[PageAction[Any, Any] | RowAction[Any, Any]]"

MOST_SUGGESTED = 5


@dataclass(frozen=True)
class Suggestion:
    """A record that the palette has found; `note` is its state in words."""

    id: str
    text: str
    detail: str
    note: str
    icon: str


Suggest: TypeAlias = "Callable[[StoreServices, str], Awaitable[Sequence[Suggestion]]]"


@dataclass(frozen=True)
class PageEntry:
    """One page. `button` is the objectName of its button in the sidebar.

    `module` holds the page's code; it is imported late, because it would delay the first paint and
    the sign-in. `make` builds the page as the user left it, `remember` puts a query of the page
    into a view, and `actions` returns the actions of the page. `suggest` finds records for the
    palette, where `records` is their heading; it needs the permission `needs`.
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
    records: str
    needs: str
    suggest: Suggest


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
            translate("Pages", "Keys"),
            "api_key:read",
            _suggest_keys,
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
            translate("Pages", "Customers"),
            "customer:read",
            _suggest_customers,
        ),
        PageEntry(
            PageName.COLLEAGUES,
            translate("Pages", "Colleagues"),
            "id-card",
            "pageColleagues",
            "Ctrl+5",
            "medusa_console.ui.colleagues.page",
            _make_colleagues,
            lambda view, query: replace(view, colleagues=query.kept),
            _colleague_actions,
            translate("Pages", "Colleagues"),
            "user:read",
            _suggest_colleagues,
        ),
    )


def _make_keys(context: PageContext, view: LastView) -> AnyPage:
    from medusa_console.ui.keys.page import ApiKeysPage

    return ApiKeysPage(context, view.keys)


def _key_actions() -> AnyActions:
    from medusa_console.ui.keys.action_table import page_actions, row_actions

    return (*page_actions(), *row_actions())


def _make_customers(context: PageContext, view: LastView) -> AnyPage:
    from medusa_console.ui.customers.page import CustomersPage
    from medusa_console.ui.keys.creation import create_publishable_key

    create_key = partial(create_publishable_key, context.services, context.tasks)
    return CustomersPage(context, view.customers, create_key)


def _customer_actions() -> AnyActions:
    from medusa_console.ui.customers.actions import page_actions, row_actions

    return (*page_actions(), *row_actions())


def _make_colleagues(context: PageContext, view: LastView) -> AnyPage:
    from medusa_console.ui.colleagues.page import ColleaguesPage

    return ColleaguesPage(context, view.colleagues)


def _colleague_actions() -> AnyActions:
    from medusa_console.ui.colleagues.actions import page_actions, row_actions

    return (*page_actions(), *row_actions())


async def _suggest_keys(services: StoreServices, text: str) -> Sequence[Suggestion]:
    from medusa_console.domain.api_key import KeyType
    from medusa_console.ui.words import labels

    keys = await services.permissions.read(lambda: services.keys.suggest(text, MOST_SUGGESTED))
    return [
        Suggestion(
            key.id,
            key.title,
            key.redacted,
            labels.state(services.keys.state(key)),
            "key" if key.type is KeyType.SECRET else "globe",
        )
        for key in keys
    ]


async def _suggest_customers(services: StoreServices, text: str) -> Sequence[Suggestion]:
    from medusa_console.ui.words import labels

    customers = await services.permissions.read(
        lambda: services.customers.suggest(text, MOST_SUGGESTED)
    )
    return [
        Suggestion(
            one.id,
            one.name or one.email or one.id,
            (one.email or "") if one.name else "",
            labels.account(one, shares_email=False),
            "user",
        )
        for one in customers
    ]


async def _suggest_colleagues(services: StoreServices, text: str) -> Sequence[Suggestion]:
    people = await services.permissions.read(
        lambda: services.colleagues.suggest(text, MOST_SUGGESTED)
    )
    return [
        Suggestion(one.id, one.name, one.email if one.name != one.email else "", "", "id-card")
        for one in people
    ]
