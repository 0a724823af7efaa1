"""Finding, adding, editing and deleting customers, and who shares an email."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import Any, cast

import pytest

from medusa_console.domain.customer import CustomerDetails, CustomerGroup
from medusa_console.domain.errors import Forbidden, Invalid, NotFound, OutcomeUnknown
from medusa_console.domain.query import AccountFilter, CustomerQuery, CustomerSort
from medusa_console.services import customers as module
from medusa_console.services.customers import CustomerService
from medusa_console.services.single_flight import SingleFlight
from tests.services.customer_ports import LOST, MemoryCustomers, person
from tests.waiting import until

ANNA = "anna@nordlicht.example"
FORBIDDEN = Forbidden("Forbidden", required=("customer:read",))

account = person(1, email=ANNA, first_name="Anna", last_name="Berg", has_account=True)
guest = person(2, email=ANNA, first_name="Anna")
shouting = person(3, email="ANNA@nordlicht.example", has_account=True)
joanna = person(4, email="jo" + ANNA, has_account=True)
nameless = person(5)


@pytest.fixture
def api() -> MemoryCustomers:
    return MemoryCustomers(account, guest, shouting, joanna, nameless)


def serving(api: MemoryCustomers, writes: SingleFlight | None = None) -> CustomerService:
    return CustomerService(cast(Any, api), writes or SingleFlight())


@pytest.fixture
def writes() -> SingleFlight:
    return SingleFlight()


@pytest.fixture
def customers(api: MemoryCustomers, writes: SingleFlight) -> CustomerService:
    return serving(api, writes)


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
    customers: CustomerService, api: MemoryCustomers
) -> None:
    query = CustomerQuery(text="ANNA@nordlicht.exam")
    everybody = {account.id, guest.id, shouting.id, joanna.id}
    assert await found(customers, query) == everybody
    assert await found(customers, query) == everybody
    assert api.asked("find") == ["exact", "parts", "parts"]


async def test_a_new_look_asks_for_the_exact_email_again(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    query = CustomerQuery(text="nna@nordlicht.example")
    assert len(await found(customers, query)) == 4
    api.people["cus_9"] = person(9, email=query.text)
    customers.look_afresh()
    assert await found(customers, query) == {"cus_9"}


async def test_a_hostile_text_takes_no_time(customers: CustomerService) -> None:
    began = time.process_time()
    await customers.find(CustomerQuery(text="a@" + "a." * 60_000 + " "), 0, 100)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    "text", ["anna", "anna@", "@nordlicht.example", "anna@nordlicht", "a b@c.d"]
)
async def test_what_is_no_whole_email_is_looked_for_as_parts_alone(
    text: str, customers: CustomerService, api: MemoryCustomers
) -> None:
    await customers.find(CustomerQuery(text=text), 0, 100)
    assert api.asked("find") == ["parts"]


async def test_a_whole_email_is_looked_for_among_those_the_filter_lets_through(
    customers: CustomerService,
) -> None:
    guests = CustomerQuery(text=ANNA, account=AccountFilter.GUEST)
    assert await found(customers, guests) == {guest.id}


# Pages


def crowd(size: int) -> MemoryCustomers:
    return MemoryCustomers(*(person(number, first_name="Kim") for number in range(size)))


async def pages(customers: CustomerService, query: CustomerQuery, size: int) -> list[str]:
    return [
        customer.id
        for offset in range(0, size, 10)
        for customer in (await customers.find(query, offset, 10)).rows
    ]


@pytest.mark.parametrize("sort", [CustomerSort.NAME, CustomerSort.ACCOUNT])
async def test_pages_of_many_namesakes_neither_overlap_nor_leave_a_gap(sort: CustomerSort) -> None:
    api = crowd(35)
    rows = await pages(serving(api), CustomerQuery(sort=sort), 35)
    assert sorted(rows) == sorted(api.people)
    assert (len(api.asked("order")), len(api.asked("find"))) == (1, 1)


async def test_a_new_look_shows_who_has_come_since() -> None:
    api = crowd(35)
    customers = serving(api)
    query = CustomerQuery(sort=CustomerSort.NAME)
    await pages(customers, query, 35)
    api.people["cus_99"] = person(99, first_name="Kim")
    assert (await customers.find(query, 0, 10)).count == 35
    customers.look_afresh()
    assert (await customers.find(query, 0, 10)).count == 36


async def test_what_has_no_ties_comes_straight_from_the_server() -> None:
    api = crowd(35)
    await pages(serving(api), CustomerQuery(sort=CustomerSort.CREATED), 35)
    assert [name for name, _ in api.calls] == ["find"] * 4


async def test_the_ids_of_a_hundred_thousand_are_not_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_MOST_ORDERED", 34)
    api = crowd(35)
    await pages(serving(api), CustomerQuery(sort=CustomerSort.NAME), 35)
    assert [name for name, _ in api.calls] == ["find"] * 4


async def test_a_list_of_one_page_needs_one_request() -> None:
    api = crowd(10)
    await pages(serving(api), CustomerQuery(sort=CustomerSort.NAME), 10)
    assert [name for name, _ in api.calls] == ["find"]


async def test_who_is_deleted_leaves_no_gap_in_the_pages() -> None:
    api = crowd(35)
    customers = serving(api)
    query = CustomerQuery(sort=CustomerSort.NAME)
    first = (await customers.find(query, 0, 10)).rows
    await customers.delete(first[0].id)
    rest = [
        customer.id
        for offset in (9, 19, 29)
        for customer in (await customers.find(query, offset, 10)).rows
    ]
    assert sorted([*rest, *(customer.id for customer in first[1:])]) == sorted(api.people)


# Reading


async def test_a_customer_who_is_gone_is_taken_from_the_list(customers: CustomerService) -> None:
    seen = announced(customers)
    with pytest.raises(NotFound):
        await customers.get("cus_9")
    assert seen == [("removed", "cus_9")]


async def test_one_customer_is_read(customers: CustomerService) -> None:
    assert (await customers.get(account.id)).value == account


async def test_one_customer_is_read_without_what_may_be_too_much(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    api.people[account.id] = account.model_copy(update={"metadata": {"erp": 5}})
    assert (await customers.get(account.id, whole=False)).value == account


async def test_groups_are_asked_for_once_until_a_new_look(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    api.known_groups = (CustomerGroup(id="cusgroup_1", name="VIP"),)
    assert await customers.groups() == await customers.groups() == api.known_groups
    assert len(api.asked("groups")) == 1
    api.known_groups = ()
    customers.look_afresh()
    assert await customers.groups() == ()


async def test_groups_that_could_not_be_read_are_asked_for_again(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    api.known_groups = (CustomerGroup(id="cusgroup_1", name="VIP"),)
    api.failing = FORBIDDEN
    with pytest.raises(Forbidden):
        await customers.groups()
    api.failing = None
    assert await customers.groups() == api.known_groups


# Namesakes and twins


async def test_who_has_an_email_is_told_from_who_has_nearly_the_same(
    customers: CustomerService,
) -> None:
    email_matches = await customers.email_matches(ANNA)
    assert (email_matches.account, email_matches.guest) == (account, guest)
    assert email_matches.near == (shouting,)


async def test_both_questions_about_namesakes_are_asked_at_once(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    answers = asyncio.Event()
    api.before_answer = answers.wait
    asking = asyncio.create_task(customers.email_matches(ANNA))
    await until(lambda: len(api.calls) == 2)
    answers.set()
    await asking


async def test_without_an_email_there_are_no_namesakes(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    email_matches = await customers.email_matches("")
    assert (email_matches.account, email_matches.guest, email_matches.near) == (None, None, ())
    assert api.calls == []


async def test_a_guest_and_an_account_with_one_email_are_marked_and_nobody_else(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    seen = announced(customers)
    await customers.learn_twins(api.people.values())
    assert [one.id for one in api.people.values() if customers.is_twin(one)] == [
        account.id,
        guest.id,
    ]
    assert seen == [("marked", None)]


async def test_each_email_of_a_page_is_asked_for_once(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    await customers.learn_twins([account, guest, joanna, nameless])
    await customers.learn_twins([account, shouting])
    await customers.learn_twins([joanna, nameless])
    assert api.asked("by_emails") == [(ANNA, joanna.email), (shouting.email,)]


async def test_pages_that_come_together_ask_for_an_email_once(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    answers = asyncio.Event()
    api.before_answer = answers.wait
    first = asyncio.create_task(customers.learn_twins([account]))
    await until(lambda: api.calls)
    await customers.learn_twins([guest])
    answers.set()
    await first
    assert api.asked("by_emails") == [(ANNA,)]
    assert customers.is_twin(guest)


async def test_an_answer_from_before_a_new_look_is_asked_for_again(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    answers = asyncio.Event()
    api.before_answer = answers.wait
    first = asyncio.create_task(customers.learn_twins([joanna]))
    await until(lambda: api.calls)
    api.before_answer = None
    api.people["cus_9"] = person(9, email=joanna.email)  # somebody else did
    customers.look_afresh()
    await customers.learn_twins([joanna])
    answers.set()
    await first
    assert customers.is_twin(joanna)


async def test_a_look_for_twins_that_failed_is_made_again(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    api.failing = FORBIDDEN
    with pytest.raises(Forbidden):
        await customers.learn_twins([account])
    assert not customers.is_twin(account)
    api.failing = None
    await customers.learn_twins([account])
    assert customers.is_twin(account)


async def test_a_look_for_twins_that_was_given_up_is_made_again(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    api.before_answer = asyncio.Event().wait
    asking = asyncio.create_task(customers.learn_twins([account]))
    await until(lambda: api.calls)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    api.before_answer = None
    await customers.learn_twins([account])
    assert customers.is_twin(account)


async def test_a_mark_stays_through_a_new_look_until_the_server_says_otherwise(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    await customers.learn_twins([account])
    del api.people[guest.id]  # somebody else did
    customers.look_afresh()
    assert customers.is_twin(account)
    seen = announced(customers)
    await customers.learn_twins([account])
    assert not customers.is_twin(account)
    assert seen == [("marked", None)]


async def test_with_one_of_two_the_mark_of_the_other_goes(customers: CustomerService) -> None:
    await customers.learn_twins([account, guest])
    seen = announced(customers)
    await customers.delete(guest.id)
    assert not customers.is_twin(account)
    assert seen == [("removed", guest.id), ("marked", None)]


async def test_an_answer_from_before_a_deletion_brings_no_mark_back(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    answers = asyncio.Event()
    api.before_answer = answers.wait
    asking = asyncio.create_task(customers.learn_twins([account]))
    await until(lambda: api.calls)
    api.before_answer = None
    await customers.delete(guest.id)
    answers.set()
    await asking
    assert not customers.is_twin(account)


async def test_another_email_ends_the_likeness_and_may_begin_one(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    await customers.learn_twins(api.people.values())
    moved = await customers.update(
        guest, replace(CustomerDetails.of(guest), email=joanna.email or "")
    )
    assert not customers.is_twin(account)
    await customers.learn_twins([moved])
    assert customers.is_twin(joanna)


async def test_an_answer_from_before_a_change_is_not_believed(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    answers = asyncio.Event()
    api.before_answer = answers.wait
    asking = asyncio.create_task(customers.learn_twins([joanna]))
    await until(lambda: api.calls)
    api.before_answer = None
    twin = await customers.create_guest(CustomerDetails(email=joanna.email or ""))
    answers.set()
    await asking
    await customers.learn_twins([twin])
    assert customers.is_twin(joanna)


async def test_another_name_leaves_the_mark(customers: CustomerService) -> None:
    await customers.learn_twins([account])
    await customers.update(account, replace(CustomerDetails.of(account), first_name="Anne"))
    assert customers.is_twin(account)


async def test_a_refused_change_leaves_the_mark(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    await customers.learn_twins([account])
    api.failing = FORBIDDEN
    with pytest.raises(Forbidden):
        await customers.update(account, CustomerDetails(email="new@nordlicht.example"))
    assert customers.is_twin(account)


# Changing

DETAILS = CustomerDetails(email="new@nordlicht.example", first_name="Nils")


async def test_a_new_guest_is_announced(customers: CustomerService, api: MemoryCustomers) -> None:
    seen = announced(customers)
    made = await customers.create_guest(DETAILS)
    assert api.people[made.id] == made
    assert CustomerDetails.of(made) == DETAILS
    assert seen == [("changed", made.id)]


async def test_a_second_guest_of_an_email_is_refused(customers: CustomerService) -> None:
    seen = announced(customers)
    with pytest.raises(Invalid):
        await customers.create_guest(CustomerDetails(email=ANNA))
    assert seen == []


async def test_a_guest_whose_answer_was_lost_is_found_by_email(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    api.lost = True
    with pytest.raises(OutcomeUnknown):
        await customers.create_guest(DETAILS)
    assert len(api.asked("create_guest")) == 1
    made = (await customers.email_matches(DETAILS.email)).guest
    assert made is not None
    assert CustomerDetails.of(made) == DETAILS


async def test_a_guest_whose_answer_was_lost_may_be_a_twin(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    await customers.learn_twins([joanna])
    api.lost = True
    with pytest.raises(OutcomeUnknown):
        await customers.create_guest(CustomerDetails(email=joanna.email or ""))
    await customers.learn_twins([joanna])
    assert customers.is_twin(joanna)


async def test_only_what_differs_is_changed(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    seen = announced(customers)
    changed = await customers.update(account, replace(CustomerDetails.of(account), phone="+46 8"))
    assert changed.phone == "+46 8"
    assert api.asked("update") == [{"phone": "+46 8"}]
    assert seen == [("changed", account.id)]


async def test_nothing_to_change_is_no_request(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    assert await customers.update(account, CustomerDetails.of(account)) == account
    assert api.calls == []


async def test_a_change_to_who_is_gone_takes_them_from_the_list(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    del api.people[account.id]
    seen = announced(customers)
    with pytest.raises(NotFound):
        await customers.update(account, DETAILS)
    assert seen == [("removed", account.id)]


async def test_a_change_without_an_answer_is_not_announced(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    api.lost = True
    seen = announced(customers)
    with pytest.raises(OutcomeUnknown) as caught:
        await customers.update(account, DETAILS)
    assert caught.value.cause is LOST
    assert seen == []


async def test_a_change_without_an_answer_may_have_ended_a_likeness(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    await customers.learn_twins([account])
    api.lost = True
    with pytest.raises(OutcomeUnknown):
        await customers.update(guest, DETAILS)
    await customers.learn_twins([account])
    assert not customers.is_twin(account)


async def test_a_deletion_without_an_answer_leaves_the_row(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    api.lost = True
    seen = announced(customers)
    with pytest.raises(OutcomeUnknown):
        await customers.delete(account.id)
    assert seen == []


async def test_ten_clicks_make_one_request(
    customers: CustomerService, api: MemoryCustomers
) -> None:
    def ten(work: Any) -> list[Any]:
        return [work() for _ in range(10)]

    made = await asyncio.gather(*ten(lambda: customers.create_guest(replace(DETAILS))))
    await asyncio.gather(*ten(lambda: customers.update(account, replace(DETAILS))))
    await asyncio.gather(*ten(lambda: customers.delete(account.id)))
    assert len({customer.id for customer in made}) == 1
    assert [name for name, _ in api.calls] == ["create_guest", "update", "delete"]


async def test_a_deletion_goes_on_when_nobody_waits(
    customers: CustomerService, api: MemoryCustomers, writes: SingleFlight
) -> None:
    answer = asyncio.Event()
    api.before_answer = answer.wait
    seen = announced(customers)
    waiting = asyncio.create_task(customers.delete(account.id))
    await until(lambda: api.calls)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    answer.set()
    assert await writes.settle(60)
    assert seen == [("removed", account.id)]
