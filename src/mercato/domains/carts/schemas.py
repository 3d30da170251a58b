"""Bodies of cart routes."""

from typing import Annotated, Any

from pydantic import Field

from mercato.kernel.http.body import Body, StrictNested
from mercato.kernel.http.types import Email, Metadata, Opt, Quantity


class AddressBody(StrictNested):
    """An address as a whole: what is not sent is empty afterwards."""

    first_name: str | None = None
    last_name: str | None = None
    phone: str | None = None
    company: str | None = None
    address_1: str | None = None
    address_2: str | None = None
    city: str | None = None
    country_code: str | None = None
    province: str | None = None
    postal_code: str | None = None
    metadata: Metadata = None


class NewLine(StrictNested):
    """A variant to start a cart with."""

    variant_id: str
    quantity: Annotated[Quantity, Field(gt=0)]
    metadata: Metadata = None


class CreateCart(Body):
    """A new cart."""

    region_id: str | None = None
    shipping_address: Opt[AddressBody | str] = None
    billing_address: Opt[AddressBody | str] = None
    email: Email | None = None
    currency_code: str | None = None
    items: Opt[list[NewLine]] = None
    sales_channel_id: str | None = None
    promo_codes: Opt[list[str]] = None
    metadata: Metadata = None
    additional_data: dict[str, Any] | None = None


class UpdateCart(Body):
    """A change of a cart's head."""

    region_id: Opt[str] = None
    email: Email | None = None
    billing_address: Opt[AddressBody | str] = None
    shipping_address: Opt[AddressBody | str] = None
    sales_channel_id: str | None = None
    metadata: Metadata = None
    promo_codes: Opt[list[str]] = None
    additional_data: dict[str, Any] | None = None


class AddLine(Body):
    """A variant to put into a cart."""

    variant_id: str
    quantity: Annotated[Quantity, Field(gt=0)]
    metadata: Metadata = None


class UpdateLine(Body):
    """A new quantity of a line; none takes it out."""

    quantity: Annotated[Quantity, Field(ge=0)]
    metadata: Metadata = None


class AddShippingMethod(Body):
    """An option that the shopper chooses."""

    option_id: str
    data: Opt[dict[str, Any]] = None


class RemoveShippingMethods(Body):
    """Methods to take out."""

    shipping_method_ids: list[str]


class AskCarrier(Body):
    """A cart for which a carrier shall name its price. `data` goes to the carrier."""

    cart_id: str
    data: Opt[dict[str, Any]] = None


class PromoCodes(Body):
    """Codes to put on or to take off."""

    promo_codes: list[str]


class Nothing(Body):
    """A body without fields."""
