"""The words for Medusa's permissions."""

from __future__ import annotations

from collections.abc import Iterable

from medusa_console.domain.policy import Denial
from medusa_console.ui.kit.translations import translate


def what_it_allows(right: str) -> str:
    """The action that `right` allows: the server names only the first missing permission."""
    return {
        "api_key:read": translate("permissions", "see keys"),
        "api_key:create": translate("permissions", "create keys"),
        "api_key:update": translate("permissions", "rename or revoke keys"),
        "api_key:delete": translate("permissions", "delete records of keys"),
        "customer:read": translate("permissions", "see customers"),
        "customer:create": translate("permissions", "create customers"),
        "customer:update": translate("permissions", "change customers"),
        "customer:delete": translate("permissions", "delete customers"),
        "customer_group:read": translate("permissions", "see customer groups"),
        "user:read": translate("permissions", "see users"),
    }.get(right, translate("permissions", "do this"))


def why_not(barriers: Iterable[Denial]) -> str:
    """Why actions are not offered, in a sentence or two; "" if all are."""
    barriers = tuple(barriers)
    if any(denial.read_only for denial in barriers):
        return translate("permissions", "Read-only on this computer.")
    missing = dict.fromkeys(right for denial in barriers for right in denial.missing)
    return " ".join(
        translate("permissions", "Your role may not {do} ({right}).").format(
            do=what_it_allows(right), right=right
        )
        for right in missing
    )


def by_resource(granted: Iterable[str]) -> list[str]:
    """`granted` in words, a line for each resource: 'API keys: see, create, change, delete'.

    The resources of this program come first; other resources with the same permissions share a
    line.
    """
    found: dict[str, set[str]] = {}
    for right in granted:
        resource, _, operation = right.partition(":")
        found.setdefault(resource, set()).add(operation)
    lines = [
        f"{words}: {_operations(found.pop(resource))}"
        for resource, words in _resources().items()
        if resource in found
    ]
    alike: dict[str, list[str]] = {}
    for resource in sorted(found):
        alike.setdefault(_operations(found[resource]), []).append(resource.replace("_", " "))
    for operations, resources in alike.items():
        names = ", ".join(resources)
        lines.append(f"{names[:1].upper()}{names[1:]}: {operations}")
    return lines


def _resources() -> dict[str, str]:
    return {
        "api_key": translate("permissions", "API keys"),
        "customer": translate("permissions", "Customers"),
        "customer_group": translate("permissions", "Customer groups"),
        "customer_address": translate("permissions", "Customer addresses"),
        "invite": translate("permissions", "Invites"),
        "sales_channel": translate("permissions", "Sales channels"),
        "store": translate("permissions", "Store"),
        "user": translate("permissions", "Users"),
        "rbac_role": translate("permissions", "Roles"),
        "rbac_policy": translate("permissions", "Policies"),
    }


def _operations(found: set[str]) -> str:
    words = {
        "read": translate("permissions", "see"),
        "create": translate("permissions", "create"),
        "update": translate("permissions", "change"),
        "delete": translate("permissions", "delete"),
    }
    known = [word for operation, word in words.items() if operation in found]
    return ", ".join((*known, *sorted(found - words.keys())))
