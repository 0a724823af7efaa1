"""The rights of a Medusa → what they let a person do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def _tr(text: str) -> str:
    return QCoreApplication.translate("rights", text)


def what_it_allows(right: str) -> str:
    """What the holder of `right` may do: the server names only the first right that is missing."""
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
