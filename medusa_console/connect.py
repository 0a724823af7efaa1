"""Opens a store: the only place where the API meets the services."""

from __future__ import annotations

import asyncio
import http.cookiejar
import logging
import ssl
import urllib.request
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
import truststore

from medusa_console.api.api_keys import ApiKeys
from medusa_console.api.auth import Auth
from medusa_console.api.client import Client
from medusa_console.api.customers import Customers
from medusa_console.api.rbac import Rbac
from medusa_console.api.storefront import Storefront
from medusa_console.api.transport import Wire
from medusa_console.api.users import Users
from medusa_console.domain.clock import ServerClock
from medusa_console.domain.store import Store
from medusa_console.ports import PendingKeys, SessionVault
from medusa_console.services.api_keys import ApiKeyService
from medusa_console.services.creators import Creators
from medusa_console.services.customers import CustomerService
from medusa_console.services.desk import Desk
from medusa_console.services.registration import RegistrationService
from medusa_console.services.rights import RightsService
from medusa_console.services.session import SessionService
from medusa_console.services.unstored import Unstored
from medusa_console.services.writes import Writes

log = logging.getLogger(__name__)

Asgi = Callable[[Any, Any, Any], Awaitable[None]]

# Below Node's idle close at 5 s: a connection must not be closed while it is being used again.
_LIMITS = httpx.Limits(max_connections=8, keepalive_expiry=2.0)
_TIMEOUT = httpx.Timeout(connect=5, read=15, write=15, pool=5)


@dataclass(frozen=True)
class OpenStore:
    """A desk and how to close its connections."""

    desk: Desk
    aclose: Callable[[], Awaitable[None]]


async def open_store(
    store: Store,
    *,
    vault: SessionVault,
    pending: PendingKeys,
    asgi: Asgi | None = None,
    latest: Callable[[], Store] | None = None,
) -> OpenStore:
    """The services of `store`, reached over the network, or in this process through `asgi`.

    `latest` gives the store as it is now, when it may be edited while it is open.
    """
    proxy = None
    if asgi is not None:
        client = _client(httpx.ASGITransport(app=asgi, raise_app_exceptions=False))
    else:
        client, proxy = await asyncio.to_thread(_reach, store)
    clock = ServerClock()
    wire = Wire(client, store.origin, clock, proxied=proxy is not None)
    auth = Auth(wire, store.origin)
    session = SessionService(store, auth, vault, clock)
    signed = Client(wire, session)
    users = Users(signed)
    keys = ApiKeys(signed, clock, store.host)
    customers = Customers(signed, clock, store.host)
    storefront = Storefront(wire, clock, store.host)
    writes = Writes()
    desk = Desk(
        latest=latest or (lambda: store),
        clock=clock,
        session=session,
        rights=RightsService(Rbac(signed), session),
        keys=ApiKeyService(store, keys, pending, session, clock, writes),
        creators=Creators(users, keys),
        customers=CustomerService(customers, writes),
        registration=RegistrationService(storefront, keys, customers, writes),
        users=users,
        writes=writes,
        unstored=Unstored(),
    )

    async def aclose() -> None:
        await session.aclose()
        await client.aclose()

    return OpenStore(desk, aclose)


def _reach(store: Store) -> tuple[httpx.AsyncClient, str | None]:
    """Client and proxy for `store`; asks the system and reads files: not on the GUI thread."""
    proxy = proxy_of(store)
    return network_client(tls_context(), proxy), proxy


def tls_context() -> ssl.SSLContext:
    """TLS 1.2 or newer, trusting what the operating system trusts; reads files, so not on the GUI
    thread. Made by hand so that SSLKEYLOGFILE is ignored."""
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def proxy_of(store: Store) -> str | None:
    """The proxy that this computer's settings name for `store`; may ask the system, so not on the
    GUI thread. None for stores on this computer, which must never be handed to a proxy."""
    host = urlsplit(store.origin).hostname or ""
    if store.on_this_computer or urllib.request.proxy_bypass(host):
        return None
    proxies = urllib.request.getproxies()
    proxy = proxies.get("https") or proxies.get("all")
    return proxy if proxy is None or "://" in proxy else f"http://{proxy}"


def network_client(context: ssl.SSLContext, proxy: str | None) -> httpx.AsyncClient:
    """A client without cookies, redirects or proxies of its own choosing. With a proxy that cannot
    be used, one whose every request fails."""
    try:
        client = httpx.AsyncClient(
            verify=context,
            follow_redirects=False,
            limits=_LIMITS,
            timeout=_TIMEOUT,
            proxy=proxy,
            trust_env=False,
        )
    except (ImportError, ValueError, httpx.InvalidURL):
        log.warning("the proxy in this computer's settings is of a kind that cannot be used")
        return _client(_UnusableProxy())
    _keep_no_cookies(client)
    return client


class _UnusableProxy(httpx.AsyncBaseTransport):
    # Going around the proxy instead might break the rules of the network.
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        raise httpx.ProxyError("no usable proxy", request=request)


def _client(transport: httpx.AsyncBaseTransport) -> httpx.AsyncClient:
    client = httpx.AsyncClient(transport=transport, trust_env=False)
    _keep_no_cookies(client)
    return client


def _keep_no_cookies(client: httpx.AsyncClient) -> None:
    # Medusa looks at the session cookie before the bearer token: a stray one changes who we are.
    client.cookies.jar.set_policy(http.cookiejar.DefaultCookiePolicy(allowed_domains=[]))
