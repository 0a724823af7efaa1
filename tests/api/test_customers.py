"""/admin/customers: what is asked, and what is believed of the answers."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from pydantic import SecretStr

from medusa_console.api.client import AdminClient
from medusa_console.api.customers import Customers
from medusa_console.api.transport import Transport
from medusa_console.domain.customer import CustomerDetails
from medusa_console.domain.errors import Invalid, NotFound, NotMedusa, OutcomeUnknown
from medusa_console.domain.query import AccountFilter, CustomerQuery, CustomerSort
from tests.api.bearers import Fixed
from tests.faults import server as faults
from tests.faults.medusa import (
    CUSTOMER_ID,
    EMAIL,
    REDACTED,
    SECRET,
    customer_record,
    customers,
    one_customer,
)
from tests.faults.server import FaultServer, Received

CUSTOMERS = "/admin/customers"
ONE = f"{CUSTOMERS}/{CUSTOMER_ID}"
ANNA = CustomerDetails(email=EMAIL, first_name="Anna", phone="+46 70")


@pytest.fixture
def api(wire: Transport) -> Customers:
    return Customers(AdminClient(wire, Fixed(SecretStr("t"))))


def nested(depth: int) -> dict[str, Any]:
    whole: dict[str, Any] = {}
    for _ in range(depth):
        whole = {"x": whole}
    return whole


def asked(request: Received) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(request.target).query, keep_blank_values=True)


# Reading


async def test_a_view_becomes_the_servers_own_filters(api: Customers, server: FaultServer) -> None:
    server.on("GET", CUSTOMERS, faults.json_answer(customers(count=41)))
    query = CustomerQuery("ann lee", AccountFilter.GUEST, "cusgroup_1", CustomerSort.NAME, False)
    page = await api.find(query, offset=40, limit=20)
    assert (page.rows, page.count, page.offset) == ((), 41, 40)
    question = dict(asked(server.requests[0]))
    fields = question.pop("fields").split(",")
    assert question == {
        "order": "first_name",
        "offset": "40",
        "limit": "20",
        "q": "ann lee",
        "has_account": "false",
        "groups": "cusgroup_1",
    }
    assert {"email", "has_account", "groups.name"} <= set(fields)
    assert not {"metadata", "*addresses"} & set(fields)


async def test_a_whole_email_is_asked_for_with_the_same_filters(
    api: Customers, server: FaultServer
) -> None:
    server.on("GET", CUSTOMERS, faults.json_answer(customers()))
    query = CustomerQuery(EMAIL, AccountFilter.ACCOUNT)
    await api.with_email(query, offset=0, limit=50)
    question = dict(asked(server.requests[0]))
    assert (question["email"], question["has_account"]) == (EMAIL, "true")
    assert "q" not in question


async def test_a_whole_key_in_the_search_leaves_only_as_its_redacted_form(
    api: Customers, server: FaultServer
) -> None:
    server.on("GET", CUSTOMERS, faults.json_answer(customers()))
    await api.find(CustomerQuery(SECRET), offset=0, limit=50)
    await api.with_email(CustomerQuery(f"{SECRET}@example.com"), offset=0, limit=50)
    await api.order(CustomerQuery(SECRET))
    texts = [dict(asked(request)) for request in server.requests]
    literal = REDACTED.replace("_", r"\_")
    assert [one.get("q") or one["email"] for one in texts] == [
        literal,
        f"{REDACTED}@example.com",
        literal,
    ]


async def test_a_text_too_long_for_any_request_is_refused_here(
    api: Customers, server: FaultServer
) -> None:
    with pytest.raises(Invalid):
        await api.find(CustomerQuery("a" * 70_000), offset=0, limit=50)
    assert server.requests == []


async def test_many_emails_are_one_question_and_none_is_no_question(
    api: Customers, server: FaultServer
) -> None:
    guest = customer_record(id="cus_2", has_account=False)
    server.on("GET", CUSTOMERS, faults.json_answer(customers(customer_record(), guest)))
    emails = [f"customer.number.{number}+shop@example.com" for number in range(100)]
    assert [one.id for one in await api.by_emails(emails)] == [CUSTOMER_ID, "cus_2"]
    question = asked(server.requests[0])
    assert [value for name, value in question if name == "email"] == emails
    assert ("limit", "200") in question, "each of them may be a guest's and an account's"
    assert server.count("GET") == 1
    assert await api.by_emails([]) == ()
    assert server.count("GET") == 1


async def test_an_email_too_long_for_any_question_is_left_out(
    api: Customers, server: FaultServer
) -> None:
    server.on("GET", CUSTOMERS, faults.json_answer(customers(customer_record())))
    await api.by_emails(["a@example.com", f"{'ä' * 2_000}@example.com", "b@example.com"])
    [question] = [asked(request) for request in server.requests]
    assert [value for name, value in question if name == "email"] == [
        "a@example.com",
        "b@example.com",
    ]


async def test_emails_too_long_for_one_question_are_several(
    api: Customers, server: FaultServer
) -> None:
    server.on("GET", CUSTOMERS, faults.json_answer(customers(customer_record())))
    emails = [f"{number}{'ä' * 300}@example.com" for number in range(20)]
    found = await api.by_emails(emails)
    assert len(found) == len(server.requests) > 1
    sent = [value for request in server.requests for name, value in asked(request)
            if name == "email"]  # fmt: skip
    assert sent == emails
    assert max(len(request.target) for request in server.requests) < 12_000


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"customers": []},
        {"customers": {}, "count": 0},
        {"customers": [], "count": -1},
        {"customers": [{"id": "cus_1"}], "count": 1},
        {"customers": [customer_record(email=["x"])], "count": 1},
        {"customers": [customer_record(created_at="2026-01-01T00:00:00")], "count": 1},
        {"customers": [customer_record(groups=None)], "count": 1},
    ],
)
async def test_a_listing_of_another_shape_is_no_medusas(
    body: Any, api: Customers, server: FaultServer
) -> None:
    server.on("GET", CUSTOMERS, faults.json_answer(body))
    with pytest.raises(NotMedusa) as caught:
        await api.find(CustomerQuery(), offset=0, limit=50)
    assert EMAIL not in f"{caught.value!r} {caught.value.detail}"


async def test_one_customer_comes_with_everything(api: Customers, server: FaultServer) -> None:
    address = {"id": "cuaddr_1", "city": "Malmö", "country_code": "se", "is_default_billing": True}
    metadata = {"erp": {"number": 5}, "note": None}
    server.on("GET", ONE, faults.json_answer(one_customer(addresses=[address], metadata=metadata)))
    customer = (await api.get(CUSTOMER_ID)).value
    assert [(one.city, one.country_code) for one in customer.addresses] == [("Malmö", "se")]
    assert customer.metadata == metadata
    assert {"metadata", "*addresses"} <= set(dict(asked(server.requests[0]))["fields"].split(","))
    assert EMAIL not in f"{customer!r} {customer}"


async def test_one_customer_can_be_read_without_what_they_may_fill_themselves(
    api: Customers, server: FaultServer
) -> None:
    server.on("GET", ONE, faults.json_answer(one_customer()))
    await api.get(CUSTOMER_ID, whole=False)
    assert "has_account" in (fields := dict(asked(server.requests[0]))["fields"])
    assert not {"metadata", "*addresses"} & set(fields.split(","))


async def test_metadata_too_deep_to_be_read_are_an_answer_like_no_medusas(
    api: Customers, server: FaultServer
) -> None:
    server.on("GET", ONE, faults.json_answer(one_customer(metadata=nested(250))))
    with pytest.raises(NotMedusa):
        await api.get(CUSTOMER_ID)


async def test_what_is_told_of_another_customer_is_not_believed(
    api: Customers, server: FaultServer
) -> None:
    other = faults.json_answer(one_customer(id="cus_other"))
    server.on("GET", ONE, other)
    server.on("POST", ONE, other)
    with pytest.raises(NotMedusa):
        await api.get(CUSTOMER_ID)
    with pytest.raises(OutcomeUnknown):
        await api.update(CUSTOMER_ID, ANNA, CustomerDetails())


async def test_what_is_no_id_is_not_asked_for(api: Customers, server: FaultServer) -> None:
    for customer_id in ("", "../users", "cus_1/addresses", "cus_1?x", SECRET):
        with pytest.raises(Invalid):
            await api.get(customer_id)
        with pytest.raises(Invalid):
            await api.delete(customer_id)
    assert server.requests == []


async def test_a_group_without_a_name_hides_neither_groups_nor_customers(
    api: Customers, server: FaultServer
) -> None:
    """Databases of the first Medusas 2 may hold one."""
    groups = [{"id": "cusgroup_1", "name": None}, {"id": "cusgroup_2", "name": "VIP"}]
    server.on("GET", "/admin/customer-groups", faults.json_answer({"customer_groups": groups}))
    server.on("GET", CUSTOMERS, faults.json_answer(customers(customer_record(groups=groups))))
    (customer,) = (await api.find(CustomerQuery(), offset=0, limit=20)).rows
    for found in (await api.groups(), customer.groups):
        assert [group.name for group in found] == ["", "VIP"]


async def test_groups_are_all_asked_for_by_name(api: Customers, server: FaultServer) -> None:
    groups = [{"id": "cusgroup_1", "name": "VIP"}, {"id": "cusgroup_2", "name": "<b>"}]
    server.on("GET", "/admin/customer-groups", faults.json_answer({"customer_groups": groups}))
    assert [group.name for group in await api.groups()] == ["VIP", "<b>"]
    question = dict(asked(server.requests[0]))
    assert (question["order"], int(question["limit"])) == ("name", 10_000)


# Changing


async def test_a_guest_is_made_of_what_was_filled_in(api: Customers, server: FaultServer) -> None:
    server.on("POST", CUSTOMERS, faults.json_answer(one_customer(has_account=False)))
    assert (await api.create_guest(ANNA)).id == CUSTOMER_ID
    assert server.requests[0].json() == {"email": EMAIL, "first_name": "Anna", "phone": "+46 70"}


@pytest.mark.parametrize(
    "body",
    [{}, one_customer(), one_customer(has_account=False, email="other@example.com"),
     one_customer(has_account=False, id=5)],
)  # fmt: skip
async def test_a_guest_whose_making_is_not_proven_is_an_unknown_outcome(
    body: Any, api: Customers, server: FaultServer
) -> None:
    server.on("POST", CUSTOMERS, faults.json_answer(body))
    with pytest.raises(OutcomeUnknown) as caught:
        await api.create_guest(ANNA)
    assert EMAIL not in f"{caught.value!r} {caught.value.cause!r}"
    assert server.count("POST") == 1


async def test_only_what_differs_is_changed_and_nothing_filled_in_clears(
    api: Customers, server: FaultServer
) -> None:
    server.on("POST", ONE, faults.json_answer(one_customer(first_name="Anne")))
    after = CustomerDetails(email=EMAIL, first_name="Anne", company_name="Lee Ltd")
    assert (await api.update(CUSTOMER_ID, ANNA, after)).first_name == "Anne"
    assert server.requests[0].json() == {
        "first_name": "Anne",
        "phone": None,
        "company_name": "Lee Ltd",
    }
    assert "metadata" not in dict(asked(server.requests[0]))["fields"], "it may be unreadable"


async def test_a_customer_that_is_gone_cannot_be_changed(
    api: Customers, server: FaultServer
) -> None:
    gone = faults.refusal(404, 'Customer with id "cus_nope" not found', "not_found")
    server.on("POST", ONE, gone)
    with pytest.raises(NotFound):
        await api.update(CUSTOMER_ID, ANNA, CustomerDetails())


@pytest.mark.parametrize(
    "body",
    [{}, {"id": CUSTOMER_ID}, {"id": CUSTOMER_ID, "deleted": False},
     {"id": "cus_other", "deleted": True}],
)  # fmt: skip
async def test_a_delete_that_is_not_confirmed_is_an_unknown_outcome(
    body: Any, api: Customers, server: FaultServer
) -> None:
    server.on("DELETE", ONE, faults.json_answer(body))
    with pytest.raises(OutcomeUnknown):
        await api.delete(CUSTOMER_ID)
    assert server.count("DELETE") == 1


async def test_a_confirmed_delete_is_one(api: Customers, server: FaultServer) -> None:
    deleted = {"id": CUSTOMER_ID, "object": "customer", "deleted": True}
    server.on("DELETE", ONE, faults.json_answer(deleted))
    await api.delete(CUSTOMER_ID)
    assert server.count("DELETE") == 1
