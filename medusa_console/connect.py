"""Connects to a store: builds the api and its services."""

from __future__ import annotations

import asyncio
import logging
import ssl
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import truststore
from pydantic import SecretStr

from medusa_console.api import httpx
from medusa_console.api.accept_invite import AcceptInvite
from medusa_console.api.api_keys import ApiKeys
from medusa_console.api.auth import Auth
from medusa_console.api.client import AdminClient
from medusa_console.api.colleagues import Colleagues
from medusa_console.api.customers import Customers
from medusa_console.api.factors import Factors
from medusa_console.api.failures import set_location_aside, watch_proxy
from medusa_console.api.heads import CarefulTransport
from medusa_console.api.invites import Invites
from medusa_console.api.key_check import KeyCheck
from medusa_console.api.password_reset import PasswordReset
from medusa_console.api.probe import probe
from medusa_console.api.provider_login import ProviderLogin
from medusa_console.api.rbac import Rbac
from medusa_console.api.sales_channels import SalesChannels
from medusa_console.api.shop import Shop
from medusa_console.api.storefront import Storefront
from medusa_console.api.traces import Traces
from medusa_console.api.traffic import Traffic
from medusa_console.api.transport import Transport
from medusa_console.api.user_roles import UserRoles
from medusa_console.api.users import Users
from medusa_console.clock import Clock
from medusa_console.desktop.loopback import listen
from medusa_console.domain.clock import ServerClock
from medusa_console.domain.connection import ConnectionReport
from medusa_console.domain.errors import (
    Unreachable,
    UnusableCertificates,
    VaultUnavailable,
)
from medusa_console.domain.store import ProxyKind, Store
from medusa_console.ports import Journal, ProxyPasswords, SessionVault
from medusa_console.services.api_keys import ApiKeyService
from medusa_console.services.ca_file import read_certificates
from medusa_console.services.chosen_keys import ChosenKeys
from medusa_console.services.colleague_roles import ColleagueRoles
from medusa_console.services.colleagues import ColleagueService
from medusa_console.services.creators import Creators
from medusa_console.services.customers import CustomerService
from medusa_console.services.ending_keys import EndingKeys
from medusa_console.services.forgotten_password import ForgottenPassword
from medusa_console.services.invite_acceptance import InviteAcceptance
from medusa_console.services.key_bulk import KeyBulk
from medusa_console.services.key_doctor import KeyDoctor
from medusa_console.services.key_ends import KeyEnds
from medusa_console.services.key_notes import KeyNoteBook
from medusa_console.services.key_proof import KeyProof
from medusa_console.services.key_survey import KeySurvey
from medusa_console.services.key_trace import KeyTraces
from medusa_console.services.leak_evidence import EvidenceBook
from medusa_console.services.people import People
from medusa_console.services.permissions import PermissionsService
from medusa_console.services.provider_sign_in import ProviderSignIn
from medusa_console.services.registration import RegistrationService
from medusa_console.services.rotation import RotationService
from medusa_console.services.sales_channels import SalesChannelService
from medusa_console.services.session import SessionService
from medusa_console.services.shop_views import ShopViews
from medusa_console.services.single_flight import SingleFlight
from medusa_console.services.store_services import StoreServices
from medusa_console.services.system_proxy import system_proxy
from medusa_console.services.trace_looks import TraceLooks
from medusa_console.services.two_step import TwoStep
from medusa_console.services.unsaved_secrets import UnsavedSecrets

log = logging.getLogger(__name__)

Asgi = Callable[[Any, Any, Any], Awaitable[None]]

# Shorter than Node's 5 s, so that Node does not close a connection while it is used again.
_LIMITS = httpx.Limits(max_connections=8, keepalive_expiry=2.0)
_TIMEOUT = httpx.Timeout(connect=5, read=15, write=15, pool=5)


@dataclass(frozen=True)
class Connection:
    """The services of a store. `reconnect` applies an edited proxy or edited certificates;
    `aclose` closes the connections."""

    services: StoreServices
    reconnect: Callable[[], Awaitable[None]]
    aclose: Callable[[], Awaitable[None]]


@dataclass(frozen=True)
class _Network:
    """`proxy` names the proxy without credentials, "" for none; `kind` tells whose it is. `damaged`
    as in Certificates."""

    client: httpx.AsyncClient
    proxy: str = ""
    kind: ProxyKind = ProxyKind.NONE
    damaged: tuple[int, ...] = ()


async def open_store(
    store: Store,
    *,
    vault: SessionVault,
    journal: Journal,
    proxies: ProxyPasswords | None = None,
    asgi: Asgi | None = None,
    latest: Callable[[], Store] | None = None,
    clock: Clock = Clock(),
) -> Connection:
    """Build the services of `store`, over the network or over `asgi` in this process.

    `latest` returns the store as edited, if it may be edited while open. An unusable proxy or CA
    file does not fail here, but in every request, with the reason.
    """
    now = latest or (lambda: store)
    if asgi is not None:
        network = _Network(_client(transport=httpx.ASGITransport(asgi, raise_app_exceptions=False)))
    else:
        network = await _network(store, proxies)
    clients = [network.client]
    server_clock = ServerClock()
    transport = Transport(
        network.client, now, server_clock, proxy=network.kind, traffic=Traffic(clock)
    )
    session = SessionService(store, Auth(transport), vault, server_clock, sleep=clock.sleep)
    admin = AdminClient(transport, session)
    users, keys, customers = Users(admin), ApiKeys(admin), Customers(admin)
    invites, made = Invites(admin), Traces(admin)
    writes = SingleFlight(lambda: session.user_id)
    api_keys = ApiKeyService(store, keys, journal.keys, session, server_clock, writes)
    notes = KeyNoteBook(store, journal.notes, writes)
    api_keys.removed.subscribe(notes.forget)
    evidence = EvidenceBook(store, journal.evidence, writes)
    api_keys.removed.subscribe(evidence.forget)
    permissions = PermissionsService(Rbac(admin), session)
    proof = KeyProof(keys, KeyCheck(transport), users, session)
    creators = Creators(users, keys, lambda: session.user_id)
    survey = KeySurvey(keys, api_keys, creators, server_clock, session)
    chosen = ChosenKeys(keys, api_keys, survey, notes, lambda: now().key_age_days)
    people = People(users, invites, session, server_clock, writes)
    shop_views = ShopViews(Shop(transport), server_clock)
    rotations = RotationService(
        store,
        journal.rotations,
        api_keys,
        proof,
        permissions,
        session,
        server_clock,
        writes,
        made,
    )
    services = StoreServices(
        latest=now,
        clock=server_clock,
        session=session,
        providers=ProviderSignIn(ProviderLogin(transport), listen, writes, clock),
        forgotten=ForgottenPassword(PasswordReset(transport), writes),
        invited=InviteAcceptance(AcceptInvite(transport), writes),
        permissions=permissions,
        keys=api_keys,
        ending=EndingKeys(keys),
        ends=KeyEnds(keys, api_keys, server_clock, writes),
        bulk=KeyBulk(keys, chosen.order, journal.receipts),
        notes=notes,
        evidence=evidence,
        rotations=rotations,
        proof=proof,
        traces=KeyTraces(proof, made, keys, users, invites, permissions, session, server_clock),
        looks=TraceLooks(session),
        doctor=KeyDoctor(
            proof, api_keys, shop_views, permissions, rotations, evidence, server_clock
        ),
        survey=survey,
        chosen=chosen,
        channels=SalesChannelService(SalesChannels(admin)),
        shop_views=shop_views,
        creators=creators,
        customers=CustomerService(customers, writes),
        registration=RegistrationService(Storefront(transport), keys, customers, writes),
        users=users,
        people=people,
        colleagues=ColleagueService(
            Colleagues(admin), invites, users, people, server_clock, writes
        ),
        colleague_roles=ColleagueRoles(
            UserRoles(admin), permissions, session, server_clock, writes
        ),
        two_step=TwoStep(Factors(admin), writes),
        writes=writes,
        unsaved=UnsavedSecrets(clock),
    )

    async def reconnect() -> None:
        # Requests in flight keep their client: a write must not lose its answer.
        fresh = await _network(now(), proxies)
        clients.append(fresh.client)
        transport.use(fresh.client, proxy=fresh.kind)

    async def aclose() -> None:
        await services.session.aclose()
        for client in clients:
            await client.aclose()

    return Connection(services, reconnect, aclose)


async def _network(store: Store, proxies: ProxyPasswords | None) -> _Network:
    """Client and proxy for `store`; with an unusable CA file or proxy, a client whose every
    request fails."""
    password = await _kept_password(store, proxies)
    failing: Callable[[], Exception]
    try:
        return await asyncio.to_thread(_reach, store, password)
    except UnusableCertificates as error:
        failing = partial(UnusableCertificates, error.path, error.fault)
    except Unreachable as error:
        failing = partial(Unreachable, error.host, error.why, sent=False, detail=error.detail)
    return _Network(_client(transport=_Unusable(failing)))


async def test_connection(store: Store, proxy_password: SecretStr | None) -> ConnectionReport:
    """Test the connection to `store` without signing in; sends nothing secret to it.

    Raises UnusableCertificates, and whatever Transport raises: Unreachable, UntrustedCertificate,
    NotMedusa, ServerFault, Refused.
    """
    network = await asyncio.to_thread(_reach, store, proxy_password)
    async with network.client as client:
        transport = Transport(client, lambda: store, ServerClock(), proxy=network.kind)
        report = await probe(client, transport, network.proxy)
    return replace(report, damaged=network.damaged)


async def _kept_password(store: Store, proxies: ProxyPasswords | None) -> SecretStr | None:
    if proxies is None or store.proxy.kind is not ProxyKind.OWN or not store.proxy.user:
        return None
    try:
        return await proxies.load(store)
    except VaultUnavailable as error:
        # The proxy will require the password, and the user can enter it in the store's form.
        log.warning("the password of a proxy cannot be read: %s", error)
        return None


def _reach(store: Store, proxy_password: SecretStr | None) -> _Network:
    """Client and proxy for `store`; blocks on the system and files: not for the GUI thread."""
    found = read_certificates(store.ca_file) if store.ca_file else None
    proxy = proxy_of(store, proxy_password)
    client = network_client(tls_context(found.trusted if found else None), proxy)
    # httpx keeps the proxy's user and password apart from its address.
    named = "" if proxy is None else str(proxy.url)
    kind = ProxyKind.NONE if proxy is None else store.proxy.kind
    return _Network(client, named, kind, found.damaged if found else ())


def tls_context(certificates: str | bytes | None = None) -> ssl.SSLContext:
    """TLS 1.2 or newer, trusting the operating system's certificates and `certificates`; blocks
    on files: not for the GUI thread. Built by hand, so that SSLKEYLOGFILE is ignored."""
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if certificates is not None:
        context.load_verify_locations(cadata=certificates)
        # An issuing authority alone is enough: the user has chosen to trust it.
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    return context


def trusted_authorities() -> int | None:
    """How many certificate authorities this computer trusts; None where the system does not tell
    (macOS). Blocks on files."""
    if sys.platform == "darwin":
        return None
    if sys.platform == "win32":
        return len(ssl.enum_certificates("ROOT"))
    # Only for a connection does truststore look for the system's certificates.
    ends = ssl.MemoryBIO(), ssl.MemoryBIO()
    connection = tls_context().wrap_bio(*ends, server_hostname="store.example.com")
    loaded = connection.context.cert_store_stats()["x509_ca"]
    folder = ssl.get_default_verify_paths().capath
    # OpenSSL reads a folder of certificates, named by their hashes, only when it needs one.
    hashed = Path(folder).glob("????????.[0-9]") if folder else ()
    return loaded or len({file.resolve() for file in hashed})


def proxy_of(store: Store, password: SecretStr | None = None) -> httpx.Proxy | None:
    """The proxy for `store`: its own, or the one in the system's settings. None for stores on
    this computer, which must never use a proxy. May block on the system: not for the GUI thread.

    Raises Unreachable for a setting that cannot be used: connecting without the proxy might break
    the rules of the network.
    """
    if store.on_this_computer or store.proxy.kind is ProxyKind.NONE:
        return None
    if store.proxy.kind is ProxyKind.OWN:
        user, secret = store.proxy.user, password.get_secret_value() if password else ""
        return httpx.Proxy(store.proxy.address, auth=(user, secret) if user else None)
    found = system_proxy(store.origin)
    if found is None:
        return None
    return httpx.Proxy(found.address, auth=(found.user, found.password) if found.user else None)


def network_client(context: ssl.SSLContext, proxy: httpx.Proxy | None) -> httpx.AsyncClient:
    """A client for the network, which verifies `proxy` as it verifies the store."""
    if proxy is not None and proxy.url.scheme == "https":
        proxy.ssl_context = context
    transport = CarefulTransport(verify=context, trust_env=False, limits=_LIMITS, proxy=proxy)
    return _client(transport=transport, timeout=_TIMEOUT)


class _Unusable(httpx.AsyncBaseTransport):
    """Fails every request with an `error`, before anything is sent."""

    def __init__(self, error: Callable[[], Exception]) -> None:
        self._error = error

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        raise self._error()


def _client(**options: Any) -> httpx.AsyncClient:
    """A client without cookies, redirects or environment proxies."""
    hooks: dict[str, list[Callable[..., Any]]] = {
        "request": [watch_proxy],
        "response": [set_location_aside],
    }
    client = httpx.AsyncClient(
        follow_redirects=False, trust_env=False, event_hooks=hooks, **options
    )
    client._cookies = _NoCookies()  # httpx copies any that is handed over into its own kind
    return client


class _NoCookies(httpx.Cookies):
    """Keeps none. Medusa reads the session cookie before the bearer token: a stray cookie would
    change the account."""

    def extract_cookies(self, response: httpx.Response) -> None:
        """Leave the cookies of `response` unread: a stranger wrote them, and httpx would read
        them on the window's thread."""
