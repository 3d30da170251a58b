"""Tables of sellers and their people."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import Record, index_live, unique_live


class StoreStatus(StrEnum):
    """Whether a seller sells. Upper case on the wire."""

    ACTIVE = "ACTIVE"
    INACTIVE = "INACTIVE"
    SUSPENDED = "SUSPENDED"


class MemberRole(StrEnum):
    """What a member of a seller may do."""

    OWNER = "owner"
    ADMIN = "admin"
    MEMBER = "member"


class Seller(Record, prefix="sel"):
    """A shop of the marketplace."""

    __tablename__ = "seller"
    __table_args__ = (unique_live("seller", "handle"),)

    store_status: Mapped[StoreStatus] = mapped_column(default=StoreStatus.ACTIVE)
    name: Mapped[str]
    handle: Mapped[str]
    description: Mapped[str | None]
    photo: Mapped[str | None]
    email: Mapped[str | None]
    phone: Mapped[str | None]
    address_line: Mapped[str | None]
    city: Mapped[str | None]
    state: Mapped[str | None]
    postal_code: Mapped[str | None]
    country_code: Mapped[str | None]
    tax_id: Mapped[str | None]

    @property
    def described(self) -> bool:
        """Whether shoppers can read who the seller is and where."""
        told = (self.name, self.handle, self.description, self.address_line, self.city, self.postal_code)
        return all((*told, self.country_code))


class Member(Record, prefix="mem"):
    """A person who works for a seller. The actor id of a seller's token is a member's id."""

    __tablename__ = "member"
    __table_args__ = (index_live("member", "seller_id"),)

    role: Mapped[MemberRole] = mapped_column(default=MemberRole.OWNER)
    name: Mapped[str | None]
    email: Mapped[str | None]
    bio: Mapped[str | None]
    phone: Mapped[str | None]
    photo: Mapped[str | None]
    seller_id: Mapped[str] = mapped_column(ForeignKey("seller.id"))


class MemberInvite(Record, prefix="meminv"):
    """An invitation to join a seller."""

    __tablename__ = "member_invite"
    __private__ = "token"
    __table_args__ = (index_live("member_invite", "seller_id"),)

    email: Mapped[str]
    role: Mapped[MemberRole] = mapped_column(default=MemberRole.OWNER)
    seller_id: Mapped[str] = mapped_column(ForeignKey("seller.id"))
    token: Mapped[str]
    expires_at: Mapped[datetime]
    accepted: Mapped[bool] = mapped_column(default=False)


class SellerOnboarding(Record, prefix="sel_onb"):
    """The checklist a new seller works off."""

    __tablename__ = "seller_onboarding"
    __table_args__ = (unique_live("seller_onboarding", "seller_id"),)

    store_information: Mapped[bool] = mapped_column(default=False)
    stripe_connection: Mapped[bool] = mapped_column(default=False)
    locations_shipping: Mapped[bool] = mapped_column(default=False)
    products: Mapped[bool] = mapped_column(default=False)
    seller_id: Mapped[str] = mapped_column(ForeignKey("seller.id"))
