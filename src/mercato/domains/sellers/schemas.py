"""Bodies of seller routes."""

from typing import Annotated, Any

from pydantic import Field

from mercato.domains.sellers.models import StoreStatus
from mercato.kernel.http.body import Body, Nested
from mercato.kernel.http.types import Email, Opt, Trimmed


class ApplicantMember(Nested):
    """The person who applies; becomes the owner of the seller."""

    name: str
    email: Email
    bio: str | None = None
    phone: str | None = None
    photo: str | None = None


class ApplyAsSeller(Body):
    """An application to become a seller."""

    name: Annotated[Trimmed, Field(min_length=1)]
    description: str | None = None
    photo: str | None = None
    email: Email | None = None
    phone: str | None = None
    address_line: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    country_code: str | None = None
    tax_id: str | None = None
    member: ApplicantMember

    def application(self) -> dict[str, Any]:
        """What the operator reviews: the fields as sent, the shop's e-mail filled in from the member's."""
        seller, member = self.given(), self.member.given()
        seller.pop("member")
        seller["email"] = self.email or self.member.email
        return {"seller": seller, "member": member}


class InviteSeller(Body):
    """Whom the operator asks to open a shop, and where that is done."""

    email: Email
    registration_url: Opt[Annotated[str, Field(pattern="^https?://")]] = None


class UpdateOwnSeller(Body):
    """What a seller may change about itself."""

    name: Opt[Annotated[Trimmed, Field(min_length=4)]] = None
    description: Opt[str] = None
    photo: Opt[str] = None
    email: Opt[Email] = None
    phone: Opt[str] = None
    address_line: Opt[str] = None
    city: Opt[str] = None
    state: Opt[str] = None
    postal_code: Opt[str] = None
    country_code: Opt[str] = None
    tax_id: Opt[str] = None


class UpdateSeller(UpdateOwnSeller):
    """What the operator may change about a seller."""

    store_status: Opt[StoreStatus] = None
