"""Finding, adding, editing and deleting customers, and who shares an email."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

import pytest

from medusa_console.domain.customer import CustomerDetails
from medusa_console.domain.errors import (
    Forbidden,
    Invalid,
    NotFound,
    OutcomeUnknown,
    ServerFault,
)
from medusa_console.domain.query import AccountFilter, CustomerQuery, CustomerSort
from medusa_console.services import customers as module
from medusa_console.services.customers import CustomerService
from tests.services.shop import CUSTOMERS, Held, Shop, forbidden, person
from tests.ui.wiretap import Asked, held, lost
from tests.waiting import until

ANNA = "anna@nordlicht.example"
GROUPS = "/admin/customer-groups"
ONE = f"{CUSTOMERS}/.+"

account = person(1, email=ANNA, first_name="Anna", last_name="Berg", has_account=True)
guest = person(2, email=ANNA, first_name="Anna")
shouting = person(3, email="ANNA@nordlicht.example", has_account=True)
joanna = person(4, email="jo" + ANNA, has_account=True)
nameless = person(5)
EVERYBODY = (account, guest, shouting, joanna, nameless)


@pytest.fixture
def customers(shop: Shop) -> CustomerService:
    """The service at a store with everybody."""
    shop.add(*EVERYBODY)
    return shop.services.customers


def kinds(shop: Shop) -> list[str]:
    """What the list was asked for: a whole email, parts of words, all ids, a page."""

    def kind(asked: Asked) -> str:
        if asked.parameters["fields"] == "id":
            return "ids"
        return next((name for name in ("id", "email", "q") if name in asked.parameters), "page")

    return [kind(asked) for asked in shop.questions]


def emails_asked(shop: Shop) -> list[list[str]]:
    """The emails of each question about who shares them."""
    return [
        [value for name, value in parse_qsl(asked.query) if name == "email"]
        for asked in shop.questions
    ]


def announced(customers: CustomerService) -> list[tuple[str, Any]]:
    seen: list[tuple[str, Any]] = []
    customers.changed.subscribe(lambda customer: seen.append(("changed", customer.id)))
    customers.removed.subscribe(lambda customer_id: seen.append(("removed", customer_id)))
    customers.marked.subscribe(lambda _: seen.append(("marked", None)))
    return seen


async def found(customers: CustomerService, query: CustomerQuery) -> set[str]:
    page = await customers.find(query, 0, 100)
    assert page.count == len(page.rows)
    return {customer.id for customer in page.rows}


# Searching


async def test_a_whole_email_finds_who_has_exactly_this_one(customers: CustomerService) -> None:
    assert await found(customers, CustomerQuery(text=ANNA)) == {account.id, guest.id}


async def test_a_whole_email_that_nobody_has_is_looked_for_in_all_of_them(
    customers: CustomerService, shop: Shop
) -> None:
    query = CustomerQuery(text="ANNA@nordlicht.exam")
    everybody = {account.id, guest.id, shouting.id, joanna.id}
    assert await found(customers, query) == everybody
    assert await found(customers, query) == everybody
    assert kinds(shop) == ["email", "q", "q"]


async def test_a_new_look_asks_for_the_exact_email_again(
    customers: CustomerService, shop: Shop
) -> None:
    query = CustomerQuery(text="nna@nordlicht.example")
    assert len(await found(customers, query)) == 4
    shop.add(person(9, email=query.text))
    customers.forget_cached()
    assert await found(customers, query) == {"cus_9"}


async def test_a_hostile_text_takes_no_time(customers: CustomerService) -> None:
    began = time.process_time()
    with pytest.raises(Invalid):
        await customers.find(CustomerQuery(text="a@" + "a." * 60_000 + " "), 0, 100)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    "text", ["anna", "anna@", "@nordlicht.example", "anna@nordlicht", "a b@c.d"]
)
async def test_what_is_no_whole_email_is_looked_for_as_parts_alone(
    text: str, customers: CustomerService, shop: Shop
) -> None:
    await customers.find(CustomerQuery(text=text), 0, 100)
    assert kinds(shop) == ["q"]


async def test_a_whole_email_is_looked_for_among_those_the_filter_lets_through(
    customers: CustomerService,
) -> None:
    guests = CustomerQuery(text=ANNA, account=AccountFilter.GUEST)
    assert await found(customers, guests) == {guest.id}


# Pages


BY_NAME = CustomerQuery(sort=CustomerSort.NAME)


@pytest.fixture
def crowd(shop: Shop) -> CustomerService:
    """The service at a store with 35 customers of one name."""
    shop.add(*(person(number, first_name="Kim") for number in range(35)))
    return shop.services.customers


def ids(shop: Shop) -> list[str]:
    return [one["id"] for one in shop.people()]


async def pages(customers: CustomerService, query: CustomerQuery, *offsets: int) -> list[str]:
    found = []
    for offset in offsets or (0, 10, 20, 30):
        page = await customers.find(query, offset, 10)
        if not page.settled:
            page = await customers.find(query, offset, 10)
        found += [customer.id for customer in page.rows]
    return found


@pytest.mark.parametrize("sort", [CustomerSort.NAME, CustomerSort.ACCOUNT])
async def test_pages_of_many_equal_names_neither_overlap_nor_leave_a_gap(
    sort: CustomerSort, crowd: CustomerService, shop: Shop
) -> None:
    assert sorted(await pages(crowd, CustomerQuery(sort=sort))) == ids(shop)
    assert kinds(shop) == ["page", "ids", "id", "id", "id", "id"]


async def test_a_new_look_shows_who_has_come_since(crowd: CustomerService, shop: Shop) -> None:
    await pages(crowd, BY_NAME)
    shop.add(person(99, first_name="Kim"))
    assert (await crowd.find(BY_NAME, 0, 10)).count == 35
    crowd.forget_cached()
    assert (await crowd.find(BY_NAME, 0, 10)).count == 36


async def test_what_has_no_ties_comes_straight_from_the_server(
    crowd: CustomerService, shop: Shop
) -> None:
    await pages(crowd, CustomerQuery(sort=CustomerSort.CREATED))
    assert kinds(shop) == ["page"] * 4


@pytest.fixture
def many_are_34(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_ORDERED", 34)


@pytest.mark.usefixtures("many_are_34")
async def test_the_ids_of_a_hundred_thousand_are_not_asked_for(
    crowd: CustomerService, shop: Shop
) -> None:
    await pages(crowd, BY_NAME)
    assert kinds(shop) == ["page"] * 4


async def test_a_list_of_one_page_needs_one_request(shop: Shop) -> None:
    shop.add(*(person(number, first_name="Kim") for number in range(10)))
    await pages(shop.services.customers, BY_NAME, 0)
    assert kinds(shop) == ["page"]


async def test_who_is_deleted_leaves_no_gap_in_the_pages(
    crowd: CustomerService, shop: Shop
) -> None:
    first = await pages(crowd, BY_NAME, 0)
    await crowd.delete(first[0])
    rest = await pages(crowd, BY_NAME, 9, 19, 29)
    assert sorted([*rest, *first[1:]]) == ids(shop)


# Reading


async def test_a_customer_who_is_gone_is_taken_from_the_list(customers: CustomerService) -> None:
    seen = announced(customers)
    with pytest.raises(NotFound):
        await customers.get("cus_9")
    assert seen == [("removed", "cus_9")]


async def test_one_customer_is_read(customers: CustomerService) -> None:
    assert (await customers.get(account.id)).value == account


async def test_one_customer_is_read_without_what_may_be_too_much(
    customers: CustomerService, shop: Shop
) -> None:
    shop.run("update customers set metadata = '{\"erp\": 5}'")
    assert (await customers.get(account.id)).value != account
    assert (await customers.get(account.id, whole=False)).value == account


async def test_groups_are_asked_for_once_until_a_new_look(shop: Shop) -> None:
    customers = shop.services.customers
    assert (await customers.groups()) is (await customers.groups())
    assert len(await customers.groups()) > 0
    assert shop.tap.count("GET", GROUPS) == 1
    shop.run("delete from customer_groups")
    customers.forget_cached()
    assert await customers.groups() == ()


async def test_groups_that_could_not_be_read_are_asked_for_again(shop: Shop) -> None:
    shop.tap.on("GET", GROUPS, forbidden, once=True)
    with pytest.raises(Forbidden):
        await shop.services.customers.groups()
    assert await shop.services.customers.groups()


# Shared emails


async def test_who_has_an_email_is_told_from_who_has_nearly_the_same(
    customers: CustomerService,
) -> None:
    email_matches = await customers.email_matches(ANNA)
    assert (email_matches.account, email_matches.guest) == (account, guest)
    assert email_matches.near == (shouting,)


async def test_both_requests_about_an_email_are_asked_at_once(
    customers: CustomerService, shop: Shop
) -> None:
    answers = asyncio.Event()
    shop.tap.on("GET", CUSTOMERS, held(answers))
    asking = asyncio.create_task(customers.email_matches(ANNA))
    await until(lambda: len(shop.questions) == 2)
    answers.set()
    await asking


async def test_without_an_email_there_are_no_matches(
    customers: CustomerService, shop: Shop
) -> None:
    email_matches = await customers.email_matches("")
    assert (email_matches.account, email_matches.guest, email_matches.near) == (None, None, ())
    assert shop.tap.requests == []


async def test_a_guest_and_an_account_with_one_email_are_marked_and_nobody_else(
    customers: CustomerService, shop: Shop
) -> None:
    seen = announced(customers)
    await customers.learn_shared_emails(EVERYBODY)
    assert [one.id for one in EVERYBODY if customers.shares_email(one)] == [
        account.id,
        guest.id,
    ]
    assert seen == [("marked", None)]


async def test_each_email_of_a_page_is_asked_for_once(
    customers: CustomerService, shop: Shop
) -> None:
    await customers.learn_shared_emails([account, guest, joanna, nameless])
    await customers.learn_shared_emails([account, shouting])
    await customers.learn_shared_emails([joanna, nameless])
    assert emails_asked(shop) == [[ANNA, joanna.email], [shouting.email]]


async def test_pages_that_come_together_ask_for_an_email_once(
    customers: CustomerService, shop: Shop
) -> None:
    answer = Held()
    shop.tap.on("GET", CUSTOMERS, answer, once=True)
    first = asyncio.create_task(customers.learn_shared_emails([account]))
    await answer.done.wait()
    await customers.learn_shared_emails([guest])
    answer.go.set()
    await first
    assert emails_asked(shop) == [[ANNA]]
    assert customers.shares_email(guest)


async def test_an_answer_from_before_a_new_look_is_asked_for_again(
    customers: CustomerService, shop: Shop
) -> None:
    answer = Held()
    shop.tap.on("GET", CUSTOMERS, answer, once=True)
    first = asyncio.create_task(customers.learn_shared_emails([joanna]))
    await answer.done.wait()
    shop.add(person(9, email=joanna.email))
    customers.forget_cached()
    await customers.learn_shared_emails([joanna])
    answer.go.set()
    await first
    assert customers.shares_email(joanna)


async def test_a_search_for_shared_emails_that_failed_is_made_again(
    customers: CustomerService, shop: Shop
) -> None:
    shop.tap.on("GET", CUSTOMERS, forbidden, once=True)
    with pytest.raises(Forbidden):
        await customers.learn_shared_emails([account])
    assert not customers.shares_email(account)
    await customers.learn_shared_emails([account])
    assert customers.shares_email(account)


async def test_a_search_for_shared_emails_that_was_given_up_is_made_again(
    customers: CustomerService, shop: Shop
) -> None:
    shop.tap.on("GET", CUSTOMERS, held(asyncio.Event()), once=True)
    asking = asyncio.create_task(customers.learn_shared_emails([account]))
    await until(lambda: shop.questions)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    await customers.learn_shared_emails([account])
    assert customers.shares_email(account)


async def test_a_mark_stays_through_a_new_look_until_the_server_says_otherwise(
    customers: CustomerService, shop: Shop
) -> None:
    await customers.learn_shared_emails([account])
    shop.delete(guest.id)
    customers.forget_cached()
    assert customers.shares_email(account)
    seen = announced(customers)
    await customers.learn_shared_emails([account])
    assert not customers.shares_email(account)
    assert seen == [("marked", None)]


async def test_with_one_of_two_the_mark_of_the_other_goes(customers: CustomerService) -> None:
    await customers.learn_shared_emails([account, guest])
    seen = announced(customers)
    await customers.delete(guest.id)
    assert not customers.shares_email(account)
    assert seen == [("removed", guest.id), ("marked", None)]


async def test_an_answer_from_before_a_deletion_brings_no_mark_back(
    customers: CustomerService, shop: Shop
) -> None:
    answer = Held()
    shop.tap.on("GET", CUSTOMERS, answer, once=True)
    asking = asyncio.create_task(customers.learn_shared_emails([account]))
    await answer.done.wait()
    await customers.delete(guest.id)
    answer.go.set()
    await asking
    assert not customers.shares_email(account)


async def test_another_email_ends_the_likeness_and_may_begin_one(
    customers: CustomerService, shop: Shop
) -> None:
    await customers.learn_shared_emails(EVERYBODY)
    moved = await customers.update(
        guest, replace(CustomerDetails.of(guest), email=joanna.email or "")
    )
    assert not customers.shares_email(account)
    await customers.learn_shared_emails([moved])
    assert customers.shares_email(joanna)


async def test_an_answer_from_before_a_change_is_not_believed(
    customers: CustomerService, shop: Shop
) -> None:
    answer = Held()
    shop.tap.on("GET", CUSTOMERS, answer, once=True)
    asking = asyncio.create_task(customers.learn_shared_emails([joanna]))
    await answer.done.wait()
    guest = await customers.create_guest(CustomerDetails(email=joanna.email or ""))
    answer.go.set()
    await asking
    await customers.learn_shared_emails([guest])
    assert customers.shares_email(joanna)


async def test_another_name_leaves_the_mark(customers: CustomerService) -> None:
    await customers.learn_shared_emails([account])
    await customers.update(account, replace(CustomerDetails.of(account), first_name="Anne"))
    assert customers.shares_email(account)


async def test_a_refused_change_leaves_the_mark(customers: CustomerService, shop: Shop) -> None:
    await customers.learn_shared_emails([account])
    shop.tap.on("POST", ONE, forbidden)
    with pytest.raises(Forbidden):
        await customers.update(account, CustomerDetails(email="new@nordlicht.example"))
    assert customers.shares_email(account)


# Changing

DETAILS = CustomerDetails(email="new@nordlicht.example", first_name="Nils")


async def test_a_new_guest_is_announced(customers: CustomerService, shop: Shop) -> None:
    seen = announced(customers)
    made = await customers.create_guest(DETAILS)
    assert (await customers.get(made.id)).value == made
    assert CustomerDetails.of(made) == DETAILS
    assert seen == [("changed", made.id)]


async def test_a_second_guest_of_an_email_is_refused(customers: CustomerService) -> None:
    seen = announced(customers)
    with pytest.raises(Invalid):
        await customers.create_guest(CustomerDetails(email=ANNA))
    assert seen == []


async def test_a_guest_whose_answer_was_lost_is_found_by_email(
    customers: CustomerService, shop: Shop
) -> None:
    shop.tap.on("POST", CUSTOMERS, lost)
    with pytest.raises(OutcomeUnknown):
        await customers.create_guest(DETAILS)
    assert shop.tap.count("POST", CUSTOMERS) == 1
    made = (await customers.email_matches(DETAILS.email)).guest
    assert made is not None
    assert CustomerDetails.of(made) == DETAILS


async def test_a_guest_whose_answer_was_lost_may_share_an_email(
    customers: CustomerService, shop: Shop
) -> None:
    await customers.learn_shared_emails([joanna])
    shop.tap.on("POST", CUSTOMERS, lost)
    with pytest.raises(OutcomeUnknown):
        await customers.create_guest(CustomerDetails(email=joanna.email or ""))
    await customers.learn_shared_emails([joanna])
    assert customers.shares_email(joanna)


async def test_only_what_differs_is_changed(customers: CustomerService, shop: Shop) -> None:
    seen = announced(customers)
    changed = await customers.update(account, replace(CustomerDetails.of(account), phone="+46 8"))
    assert changed.phone == "+46 8"
    [asked] = shop.tap.asked("POST", ONE)
    assert json.loads(asked.body) == {"phone": "+46 8"}
    assert seen == [("changed", account.id)]


async def test_nothing_to_change_is_no_request(customers: CustomerService, shop: Shop) -> None:
    assert await customers.update(account, CustomerDetails.of(account)) == account
    assert shop.tap.requests == []


async def test_a_change_to_who_is_gone_takes_them_from_the_list(
    customers: CustomerService, shop: Shop
) -> None:
    shop.delete(account.id)
    seen = announced(customers)
    with pytest.raises(NotFound):
        await customers.update(account, DETAILS)
    assert seen == [("removed", account.id)]


async def test_a_change_without_an_answer_is_not_announced(
    customers: CustomerService, shop: Shop
) -> None:
    shop.tap.on("POST", ONE, lost)
    seen = announced(customers)
    with pytest.raises(OutcomeUnknown) as caught:
        await customers.update(account, DETAILS)
    assert isinstance(caught.value.cause, ServerFault)
    assert seen == []


async def test_a_change_without_an_answer_may_have_ended_a_likeness(
    customers: CustomerService, shop: Shop
) -> None:
    await customers.learn_shared_emails([account])
    shop.tap.on("POST", ONE, lost)
    with pytest.raises(OutcomeUnknown):
        await customers.update(guest, DETAILS)
    await customers.learn_shared_emails([account])
    assert not customers.shares_email(account)


async def test_a_deletion_without_an_answer_leaves_the_row(
    customers: CustomerService, shop: Shop
) -> None:
    shop.tap.on("DELETE", ONE, lost)
    seen = announced(customers)
    with pytest.raises(OutcomeUnknown):
        await customers.delete(account.id)
    assert seen == []


async def test_ten_clicks_make_one_request(customers: CustomerService, shop: Shop) -> None:
    def ten(work: Any) -> list[Any]:
        return [work() for _ in range(10)]

    made = await asyncio.gather(*ten(lambda: customers.create_guest(replace(DETAILS))))
    await asyncio.gather(*ten(lambda: customers.update(account, replace(DETAILS))))
    await asyncio.gather(*ten(lambda: customers.delete(account.id)))
    assert len({customer.id for customer in made}) == 1
    assert [asked.method for asked in shop.tap.requests] == ["POST", "POST", "DELETE"]


async def test_a_deletion_goes_on_when_nobody_waits(customers: CustomerService, shop: Shop) -> None:
    answer = Held()
    shop.tap.on("DELETE", ONE, answer)
    seen = announced(customers)
    waiting = asyncio.create_task(customers.delete(account.id))
    await answer.done.wait()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    answer.go.set()
    assert await shop.services.writes.settle(60)
    assert seen == [("removed", account.id)]
