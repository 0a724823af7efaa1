"""What a store's configuration says of how admins get in."""

from __future__ import annotations

from dataclasses import dataclass

EMAILPASS = "emailpass"
WORKPLACE = "workplace"  # a provider that opens a page in the browser, of the kind `oidc`


@dataclass(frozen=True)
class WaysIn:
    """Medusa's own settings, with Medusa's own values where nothing is said.

    `providers` are the ids that admins may use. `verifies_email`: an email address has to be
    confirmed before the first session. `callback_urls`: where the workplace's page may lead back
    to; empty for anywhere. `encryption_key`: whether there is one, without which no second factor
    can be enrolled. Times are in seconds. `disable_policy` is `session`, or `challenge` where a
    second factor asks for a code before it goes.
    """

    providers: tuple[str, ...] = (EMAILPASS,)
    verifies_email: bool = False
    callback_urls: tuple[str, ...] = ()
    encryption_key: bool = True
    challenge_ttl_seconds: int = 300
    challenge_max_attempts: int = 5
    recovery_code_count: int = 10
    disable_policy: str = "session"
