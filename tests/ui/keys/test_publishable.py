"""What a storefront gets with a publishable key, and a wrongly revoked one that is brought back."""

from __future__ import annotations

import asyncio
import json
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from tests.ui.driving import Program
from tests.ui.northwind import KEYS
from tests.ui.wiretap import Behaviour, Wiretap, answer, broken, deleted_meanwhile, held, lost
from tests.waiting import until

REGIONS, PRODUCTS = "/store/regions", "/store/products"
VIEW = "View store as this key…"
REVOKED = "Trade portal (old)"
REFUSED = answer(
    400,
    {
        "type": "not_allowed",
        "message": "A valid publishable key is required to proceed with the request",
    },
)


def none(what: str) -> Behaviour:
    return answer(200, {what: [], "count": 0, "offset": 0, "limit": 10})


@pytest.fixture
async def keys(demo: Program) -> Program:
    demo.window.resize(1440, 900)
    await demo.keys_page()
    return demo


def says(program: Program, verdict: str) -> bool:
    return program.find(QLabel, "viewStore.answer").text() == verdict


async def view(program: Program, title: str) -> None:
    program.pick(title)
    program.press(VIEW)
    await program.dialog("viewStore")


async def close(program: Program) -> None:
    program.key(Qt.Key.Key_Return)  # closing is all that Enter does there
    await program.no_dialog()


async def test_it_shows_what_a_storefront_with_that_key_gets(keys: Program, tap: Wiretap) -> None:
    await view(keys, "Webshop")
    await keys.reads(
        "What storefronts get with “Webshop”",
        "Regions and products: this key works.",
        "Denmark (DKK)",
        "Birch serving tray",
        "… and 2 more",
        "Asked as a storefront asks: with this key, without your session.",
    )
    assert "Gift box" not in keys.words, "a draft"
    assert keys.focus is keys.find(QPushButton, "close")
    asked = [*tap.asked("GET", REGIONS), *tap.asked("GET", PRODUCTS)]
    assert len(asked) == 2
    assert not any(one.authorization or "pk_" in one.url for one in asked)
    await close(keys)

    await view(keys, "Preview deployments")
    await keys.reads("Regions, but no products.", "The key has no sales channel.")
    await close(keys)


async def test_it_says_why_a_storefront_gets_nothing_and_asks_again(
    keys: Program, tap: Wiretap
) -> None:
    hostile = {"id": "prod_1", "title": "Tea\n\u202eeert" + "sk_" + "a1" * 32}
    row = {"products": [hostile], "count": 1, "offset": 0, "limit": 10}
    tap.on("GET", PRODUCTS, broken)
    await view(keys, "Webshop")
    await keys.reads("Not everything could be asked.", "Denmark (DKK)")
    for scripts, expected in (
        ({REGIONS: REFUSED, PRODUCTS: REFUSED}, "Nothing: the store refuses this key."),
        ({PRODUCTS: none("products")}, "Regions, but no products."),
        ({REGIONS: none("regions")}, "Products, but no region."),
        ({PRODUCTS: answer(200, row)}, "Regions and products: this key works."),
    ):
        tap.calm()
        for path, behaviour in scripts.items():
            tap.on("GET", path, behaviour)
        keys.press("Ask again")
        await until(partial(says, keys, expected))
    await keys.reads("Tea\u2039U+000A\u203a\u2039U+202E\u203aeert")
    assert "a1a1a1a1" not in keys.words
    await close(keys)


async def test_a_store_without_regions_and_products_promises_neither(
    keys: Program, tap: Wiretap
) -> None:
    tap.on("GET", REGIONS, none("regions"))
    tap.on("GET", PRODUCTS, none("products"))
    await view(keys, "Webshop")
    await until(lambda: tap.count("GET", PRODUCTS) and not says(keys, "Asking the store…"))
    assert says(keys, "Neither regions nor products.")
    await close(keys)


async def test_a_store_that_never_answers_keeps_nobody_waiting(keys: Program, tap: Wiretap) -> None:
    never = asyncio.Event()
    tap.on("GET", PRODUCTS, held(never))
    await view(keys, "Webshop")
    await until(lambda: tap.count("GET", PRODUCTS) == 1)
    assert says(keys, "Asking the store…")
    assert not keys.button("Ask again").isEnabled()
    await close(keys)
    never.set()
    assert keys.picked == ["Webshop"]


def state(program: Program, title: str) -> str:
    return program.column("State")[program.row(title)]


async def test_only_a_key_that_can_be_presented_views_the_store_and_only_a_revoked_one_comes_back(
    keys: Program,
) -> None:
    for title, offered in (
        ("Webshop", {VIEW}),
        ("Preview deployments", {VIEW}),
        (REVOKED, {"Reactivate…"}),
        ("Setup wizard", set()),  # secret and revoked
        ("First integration", set()),  # secret
    ):
        keys.pick(title)
        assert {VIEW, "Reactivate…"} & set(keys.buttons) == offered, title


async def ask(program: Program, title: str = REVOKED) -> None:
    program.pick(title)
    program.press("Reactivate…")
    await program.dialog("endDialog")


async def test_a_wrongly_revoked_key_is_reactivated_and_tried(keys: Program, tap: Wiretap) -> None:
    await ask(keys)
    await keys.reads(
        f"Reactivate “{REVOKED}”?",
        " by ",
        "Trade portal",
        "Storefronts that use it work again immediately, until then.",
        "A revoked key can't be given back without an end.",
        "Medusa Admin goes on showing it as revoked, from now on by you.",
        "revoke it again first.",
    )
    (read,) = tap.asked("GET", f"{KEYS}/apk_[^/]*")
    assert keys.field("Let it work for", QComboBox).currentText() == "10 years"
    keys.key(Qt.Key.Key_Return)
    keys.press("Cancel")
    await keys.no_dialog()
    assert tap.count("POST", f"{read.path}/revoke") == 0

    await ask(keys)
    keys.press("Reactivate key")
    await keys.reads(f"“{REVOKED}” works again", "Tried just now: the store accepts it.")
    (sent,) = tap.asked("POST", f"{read.path}/revoke")
    ten_years = 3_653 * 86_400
    assert ten_years - 3_600 < json.loads(sent.body)["revoke_in"] <= ten_years
    assert state(keys, REVOKED).startswith("Works until")
    assert tap.count("GET", REGIONS) == 1
    assert "Reactivate…" not in keys.buttons


@pytest.mark.parametrize("caches", [False, True])
async def test_a_reactivated_key_that_is_refused_is_not_called_working(
    keys: Program, tap: Wiretap, caches: bool
) -> None:
    tap.on("GET", REGIONS, REFUSED)
    tap.on("GET", "/admin/feature-flags", answer(200, {"feature_flags": {"caching": caches}}))
    await ask(keys)
    keys.press("Reactivate key")
    await keys.reads(
        f"“{REVOKED}” was reactivated, but may not work yet", "The store refused it just now."
    )
    assert ("within the hour" in keys.words) is caches


async def test_what_somebody_else_did_meanwhile_is_told_instead(
    keys: Program, tap: Wiretap
) -> None:
    keys.pick(REVOKED)
    assert keys.services is not None
    (record,) = await keys.services.keys.suggest(REVOKED, 1)
    known = record.model_dump(mode="json", exclude={"token"})
    works = {"api_key": {**known, "revoked_at": None, "revoked_by": None}}
    tap.on("GET", f"{KEYS}/{record.id}", answer(200, works), once=True)
    keys.press("Reactivate…")
    await until(lambda: state(keys, REVOKED) == "Active")
    assert tap.count("POST", f"{KEYS}/.*") == 0

    tap.on("GET", f"{KEYS}/apk_[^/]*", deleted_meanwhile)
    keys.pick("Storefront prototype")
    keys.press("Reactivate…")
    await until(lambda: "Storefront prototype" not in keys.column("Title"))
    assert not keys.is_there("endDialog")


async def test_a_lost_answer_is_looked_up_and_no_proof_is_called_none(
    keys: Program, tap: Wiretap
) -> None:
    tap.on("POST", f"{KEYS}/apk_[^/]*/revoke", lost)
    await ask(keys)
    keys.press("Reactivate key")
    await keys.reads(f"“{REVOKED}” works again")
    assert tap.count("POST", f"{KEYS}/apk_[^/]*/revoke") == 1

    await ask(keys, "Landing page, summer")
    tap.on("GET", f"{KEYS}/apk_[^/]*", broken)
    keys.press("Reactivate key")
    await keys.reads("Not confirmed: the end may not have been set.")
    tap.calm()
    keys.press("Reactivate key")
    await keys.reads("“Landing page, summer” works again")
