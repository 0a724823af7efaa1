"""A leak for practice: the end of a log, with the settings that somebody printed into it."""

from __future__ import annotations

from pydantic import SecretStr

_TEXT = """\
2026-03-14T02:51:07.412Z info  [worker] starting, node v20.11.1, release 4.18.0
2026-03-14T02:51:07.960Z info  [worker] connected to redis
2026-03-14T02:51:08.033Z error [worker] sync failed: getaddrinfo EAI_AGAIN inventory.internal
2026-03-14T02:51:08.034Z error [worker] settings at the time of the failure:
NODE_ENV=production
PORT=9000
MEDUSA_BACKEND_URL=https://shop.example
MEDUSA_API_KEY={token}
SYNC_INTERVAL_MINUTES=15
2026-03-14T02:51:08.036Z info  [worker] trying again in 60 s
"""


def staged_leak(token: SecretStr) -> SecretStr:
    """A text in which the key `token` leaked."""
    return SecretStr(_TEXT.format(token=token.get_secret_value()))
