"""The words for Medusa's permissions."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from medusa_console.domain.policy import Denial


def _tr(text: str) -> str:
    return QCoreApplication.translate("rights", text)


def what_it_allows(right: str) -> str:
    """The action that `right` allows: the server names only the first missing permission."""
    return {
        "api_key:read": _tr("see keys"),
        "api_key:create": _tr("create keys"),
        "api_key:update": _tr("rename or revoke keys"),
        "api_key:delete": _tr("delete records of keys"),
        "customer:read": _tr("see customers"),
        "customer:create": _tr("create customers"),
        "customer:update": _tr("change customers"),
        "customer:delete": _tr("delete customers"),
        "customer_group:read": _tr("see customer groups"),
        "user:read": _tr("see users"),
    }.get(right, _tr("do this"))


def why_not(barriers: Iterable[Denial]) -> str:
    """Why actions are not offered, in a sentence or two; "" if all are."""
    barriers = tuple(barriers)
    if any(denial.read_only for denial in barriers):
        return _tr("Read-only on this computer.")
    missing = dict.fromkeys(right for denial in barriers for right in denial.missing)
    return " ".join(
        _tr("Your role may not {do} ({right}).").format(do=what_it_allows(right), right=right)
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
        "api_key": _tr("API keys"),
        "customer": _tr("Customers"),
        "customer_group": _tr("Customer groups"),
        "customer_address": _tr("Customer addresses"),
        "invite": _tr("Invites"),
        "sales_channel": _tr("Sales channels"),
        "store": _tr("Store"),
        "user": _tr("Users"),
        "rbac_role": _tr("Roles"),
        "rbac_policy": _tr("Policies"),
    }


def _operations(found: set[str]) -> str:
    words = {
        "read": _tr("see"),
        "create": _tr("create"),
        "update": _tr("change"),
        "delete": _tr("delete"),
    }
    known = [word for operation, word in words.items() if operation in found]
    return ", ".join((*known, *sorted(found - words.keys())))
