"""The words for Medusa's permissions."""

from __future__ import annotations

from collections.abc import Iterable

from medusa_console.domain.policy import Denial
from medusa_console.ui.kit.translations import translate


def not_allowed(permission: str) -> str:
    """What the account may not do without `permission`: 'You can't create keys'."""
    return {
        "api_key:read": translate("permissions", "You can't view keys"),
        "api_key:create": translate("permissions", "You can't create keys"),
        "api_key:update": translate("permissions", "You can't edit or revoke keys"),
        "api_key:delete": translate("permissions", "You can't delete records of keys"),
        "customer:read": translate("permissions", "You can't view customers"),
        "customer:create": translate("permissions", "You can't create customers"),
        "customer:update": translate("permissions", "You can't edit customers"),
        "customer:delete": translate("permissions", "You can't delete customers"),
        "customer_group:read": translate("permissions", "You can't view customer groups"),
        "sales_channel:read": translate("permissions", "You can't view sales channels"),
        "store:read": translate("permissions", "You can't view the store's settings"),
        "user:read": translate("permissions", "You can't view users"),
        "user:update": translate("permissions", "You can't edit users"),
        "user:delete": translate("permissions", "You can't delete users"),
        "invite:read": translate("permissions", "You can't view invites"),
        "invite:create": translate("permissions", "You can't create invites"),
        "invite:update": translate("permissions", "You can't resend invites"),
        "invite:delete": translate("permissions", "You can't delete invites"),
        "rbac_role:read": translate("permissions", "You can't view roles"),
        "rbac_role:update": translate("permissions", "You can't change roles"),
    }.get(permission, translate("permissions", "You can't do this"))


def why_not(barriers: Iterable[Denial]) -> str:
    """Why actions are not offered, in a sentence or two; "" if all are."""
    barriers = tuple(barriers)
    if any(denial.read_only for denial in barriers):
        return translate("permissions", "Read-only on this computer.")
    missing = dict.fromkeys(needed for denial in barriers for needed in denial.missing)
    return " ".join(
        translate("permissions", "{not_allowed}: your role needs {permission}.").format(
            not_allowed=not_allowed(permission), permission=permission
        )
        for permission in missing
    )


def by_resource(granted: Iterable[str]) -> list[str]:
    """`granted` in words, a line for each resource: 'API keys: view, create, edit, delete'.

    The resources of this program come first; other resources with the same permissions share a
    line.
    """
    found: dict[str, set[str]] = {}
    for permission in granted:
        resource, _, operation = permission.partition(":")
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
        "read": translate("permissions", "view"),
        "create": translate("permissions", "create"),
        "update": translate("permissions", "edit"),
        "delete": translate("permissions", "delete"),
    }
    known = [word for operation, word in words.items() if operation in found]
    return ", ".join((*known, *sorted(found - words.keys())))


USED_HERE = (
    *("api_key", "customer", "customer_group", "sales_channel", "user"),
    *("invite", "rbac_role"),
)
"""The resources that this program reads or changes."""


def used_here(granted: Iterable[str]) -> list[tuple[str, set[str]]]:
    """What may be done with each resource of this program: its words, and the operations."""
    allowed: dict[str, set[str]] = {resource: set() for resource in USED_HERE}
    for permission in granted:
        resource, _, operation = permission.partition(":")
        allowed.get(resource, set()).add(operation)
    return [(_resources()[resource], operations) for resource, operations in allowed.items()]


def not_used_here(granted: Iterable[str]) -> list[str]:
    """The other permissions in words, as `by_resource`."""
    return by_resource(one for one in granted if one.partition(":")[0] not in USED_HERE)
