"""Shows what a storefront with one publishable key gets from the store."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import ConsoleError, KeyRefused, NoSalesChannel
from medusa_console.domain.shop_view import First, Product, Region, ShopView
from medusa_console.domain.store import Store
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.fact_list import Fact, FactList
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels
from medusa_console.ui.words.counts import counts
from medusa_console.ui.words.errors import explain

T = TypeVar("T")


class ViewStore(QDialog):
    """`look` asks the store with `key`. Closing the dialog stops the question."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        key: ApiKey,
        look: Callable[[], Awaitable[ShopView]],
        tasks: TaskScope,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tasks = tasks_of(self, tasks)
        self.setObjectName("viewStore")
        heading = self.tr("What storefronts get with “{title}”").format(title=shown(key.title))
        self.setWindowTitle(self.tr("View store"))  # other programs read titles
        self._answer = PlainLabel(role="strong", wrap=True, name="viewStore.answer")
        self._why = PlainLabel(wrap=True, name="viewStore.why")
        self._facts = FactList()
        self._facts.setObjectName("viewStore.asked")
        self._facts.hide()
        self._again = push_button(
            self.tr("Ask again"), self._on_again, icon="refresh-cw", name="viewStore.again"
        )
        self._again.setAutoDefault(False)
        close = push_button(self.tr("Close"), self.reject, name="close")
        close.setDefault(True)
        body = (
            PlainLabel(heading, role="title", wrap=True, name="viewStore.heading"),
            self._answer,
            self._why,
            self._facts,
            PlainLabel(
                self.tr("Asked as a storefront asks: with this key, without your session."),
                role="muted",
                wrap=True,
                name="viewStore.note",
            ),
        )
        fill(self, store, body, right=(self._again, close))
        close.setFocus()
        self._on_again()

    async def ask(self) -> None:
        """Open the dialog and wait until it is closed."""
        await answer(self)

    def _on_again(self) -> None:
        self._again.setEnabled(False)
        self._facts.hide()
        self._say(self.tr("Asking the store…"), "", "strong")
        self._tasks.start(self._ask(), replacing="look")

    async def _ask(self) -> None:
        view = await self._look()
        self._again.setEnabled(True)
        self._say(*self._verdict(view))
        self._facts.show_facts(
            (
                Fact(self.tr("Regions"), self._lines(view.regions, _region), lines=True),
                Fact(self.tr("First products"), self._lines(view.products, _product), lines=True),
                Fact(self.tr("As of"), labels.clock(view.as_of)),
            )
        )
        self._facts.show()
        announce(self._answer, self._answer.text(), assertive=True)

    def _say(self, text: str, why: str, role: str) -> None:
        self._answer.setText(text)
        set_style(self._answer, role=role)
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def _verdict(self, view: ShopView) -> tuple[str, str, str]:
        """What it comes to, why, and the role of the first line."""
        match view.regions, view.products:
            case (KeyRefused(), _) | (_, KeyRefused()):
                why = self.tr("It was revoked, has ended, or was deleted.")
                return self.tr("Nothing: the store refuses this key."), why, "danger"
            case (First(), NoSalesChannel()):
                why = self.tr(
                    "The key has no sales channel. The store answers every request for products "
                    "with an error until the key gets one."
                )
                return self._without_products(view), why, "caution"
            case (First(), First(count=0)):
                why = self.tr("No published product is in the sales channels of this key.")
                return self._without_products(view), why, "caution"
            case (First(count=0), First()):
                why = self.tr("Without a region, products have no prices.")
                return self.tr("Products, but no region."), why, "caution"
            case (First(), First()):
                return self.tr("Regions and products: this key works."), "", "good"
            case _:
                return self.tr("Not everything could be asked."), "", "danger"

    def _without_products(self, view: ShopView) -> str:
        if isinstance(view.regions, First) and view.regions.count == 0:
            return self.tr("Neither regions nor products.")
        return self.tr("Regions, but no products.")

    def _lines(self, found: First[T] | ConsoleError, line: Callable[[T], str]) -> str:
        match found:
            case First(count=0) | KeyRefused() | NoSalesChannel():
                return self.tr("None")
            case First(rows=rows, count=count):
                lines = [line(row) for row in rows]
                if count > len(rows):
                    lines.append(counts.and_more(count - len(rows)))
                return "\n".join(lines)
            case _:
                return explain(found).sentence


def _region(region: Region) -> str:
    return translate("ViewStore", "{region} ({currency})").format(
        region=shown(region.name or region.id), currency=shown(region.currency_code.upper())
    )


def _product(product: Product) -> str:
    return shown(product.title or product.id)
