"""What strangers may have written into a customer's record."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from medusa_console.domain import tokens
from medusa_console.domain.customer import Customer

HEX = "0123456789abcdef" * 4
FIELDS: dict[str, Any] = {
    "email": f"sk_{HEX[:20]}@example.com",
    "first_name": f"sk_{HEX}",
    "last_name": f"sk\\_{HEX}",
    "company_name": f"SK_{HEX}",
    "phone": HEX,
    "groups": [{"id": "cusgroup_1", "name": f"sk_{HEX[:20]}"}],
    "addresses": [{"id": "cuaddr_1", "address_1": f"sk_{HEX[:20]}", "city": f"sk%5F{HEX}"}],
}


@pytest.mark.parametrize("field", FIELDS)
def test_what_may_be_a_key_is_masked_in_every_text(field: str) -> None:
    customer = Customer.model_validate(
        {"id": "cus_1", "created_at": datetime.now(UTC), field: FIELDS[field]}
    )
    dumped = customer.model_dump_json()
    assert HEX[:8] not in dumped
    assert not tokens.may_hold_a_key(dumped)
