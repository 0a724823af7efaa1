"""Bundles the services of one open store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from medusa_console.domain.clock import ServerClock
from medusa_console.domain.store import Store
from medusa_console.services.api_keys import ApiKeyService
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
from medusa_console.services.trace_looks import TraceLooks
from medusa_console.services.two_step import TwoStep
from medusa_console.services.unsaved_secrets import UnsavedSecrets

if TYPE_CHECKING:
    from medusa_console.api.users import Users


@dataclass(frozen=True)
class StoreServices:
    """The services of one open store; constructs nothing.

    `latest` returns the store as edited: name, environment, group and the read-only switch may
    change while the store is open; address, certificates and proxy do not.
    """

    latest: Callable[[], Store]
    clock: ServerClock
    session: SessionService
    providers: ProviderSignIn
    forgotten: ForgottenPassword
    invited: InviteAcceptance
    permissions: PermissionsService
    keys: ApiKeyService
    ends: KeyEnds
    ending: EndingKeys
    bulk: KeyBulk
    notes: KeyNoteBook
    evidence: EvidenceBook
    rotations: RotationService
    survey: KeySurvey
    chosen: ChosenKeys
    proof: KeyProof
    traces: KeyTraces
    looks: TraceLooks
    doctor: KeyDoctor
    channels: SalesChannelService
    shop_views: ShopViews
    creators: Creators
    customers: CustomerService
    registration: RegistrationService
    users: Users
    people: People
    colleagues: ColleagueService
    colleague_roles: ColleagueRoles
    two_step: TwoStep
    writes: SingleFlight
    unsaved: UnsavedSecrets

    @property
    def store(self) -> Store:
        """The store as edited now."""
        return self.latest()
