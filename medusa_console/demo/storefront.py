"""The routes below /store: what a customer's own sign-up and account use."""

from starlette.responses import Response

from medusa_console.demo.addresses import addresses_of
from medusa_console.demo.answers import Refusal, invalid_data, json_answer, not_found
from medusa_console.demo.bodies import check_body
from medusa_console.demo.call import Call
from medusa_console.demo.customers import BODY, new_customer
from medusa_console.demo.database import Row
from medusa_console.demo.guards import bearer_claims, unauthorized
from medusa_console.demo.listing import selection

FIELDS = (
    *("id", "email", "company_name", "first_name", "last_name", "phone", "metadata"),
    *("has_account", "deleted_at", "created_at", "updated_at", "addresses.*"),
)
_TAKEN = "Customer with this email already has an account"


def register_customer(call: Call) -> Response:
    """The second step, after /auth/customer/emailpass/register."""
    claims = bearer_claims(call.server, call.headers, "customer")
    if claims is None:
        raise unauthorized()
    body = check_body(call.body, BODY)
    if claims["actor_id"]:
        raise invalid_data("Request already authenticated as a customer.")
    if not body.get("email"):
        raise invalid_data("Email is required to create a customer")
    identity = call.database.get("identities", claims["auth_identity_id"])
    if identity is None:
        raise not_found(f"AuthIdentity with id: {claims['auth_identity_id']} was not found")
    sql = "select id from customers where email = ? and has_account"
    if call.database.one(sql, [body["email"]]):
        taken = {"code": "invalid_request_error", "type": "duplicate_error", "message": _TAKEN}
        raise Refusal(422, taken)
    customer = new_customer(call, body, has_account=True, created_by=None)
    call.database.update("identities", identity["id"], {"customer_id": customer["id"]})
    return _answer(call, customer)


def retrieve_me(call: Call) -> Response:
    return _answer(call, current_customer(call))


def current_customer(call: Call) -> Row:
    customer = call.database.get("customers", call.actor.id)
    if customer is None:
        raise not_found(f"Customer with id: {call.actor.id} was not found")
    return customer


def _answer(call: Call, customer: Row) -> Response:
    addresses = addresses_of(call.database, customer["id"])
    row = {**customer, "deleted_at": None, "addresses": addresses}
    return json_answer({"customer": selection(call.query, FIELDS).pick(row)})
