"""The two ways a Medusa store can speak, and the answers in which they differ.

REAL is what Medusa 2.21.2 puts on the wire. DOCUMENTED is what its public authentication page
says: other error bodies, secret keys in `x-medusa-access-token`, customers registered in one call.
"""

from enum import Enum
from typing import Any


class Dialect(Enum):
    REAL = "real"
    DOCUMENTED = "documented"


def unauthorized(dialect: Dialect) -> dict[str, Any]:
    """Body of the 401 for a missing, wrong or expired credential."""
    if dialect is Dialect.DOCUMENTED:
        return {"type": "unauthorized", "message": "Authentication required"}
    return {"message": "Unauthorized"}


def forbidden(dialect: Dialect, message: str) -> dict[str, Any]:
    """Body of the 403 for a missing right; the documented one never says which."""
    if dialect is Dialect.DOCUMENTED:
        return {"type": "not_allowed", "message": "Insufficient permissions"}
    return {"type": "forbidden", "message": message}


def wrong_password(dialect: Dialect) -> dict[str, Any]:
    """Body of the 401 for an unknown email or a wrong password."""
    kind = "invalid_data" if dialect is Dialect.DOCUMENTED else "unauthorized"
    return {"type": kind, "message": "Invalid email or password"}
