"""Columns that carts, orders and parcels have in common: what is copied from one to the next keeps its form."""

from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column


class PostalAddress:
    """Where somebody lives or gets parcels. Everything may be missing."""

    company: Mapped[str | None]
    first_name: Mapped[str | None]
    last_name: Mapped[str | None]
    address_1: Mapped[str | None]
    address_2: Mapped[str | None]
    city: Mapped[str | None]
    country_code: Mapped[str | None]
    province: Mapped[str | None]
    postal_code: Mapped[str | None]
    phone: Mapped[str | None]


class LineSnapshot:
    """What was true of a variant and its product when it was chosen. Money per piece, main unit."""

    title: Mapped[str]
    subtitle: Mapped[str | None]
    thumbnail: Mapped[str | None]
    variant_id: Mapped[str | None]
    product_id: Mapped[str | None]
    product_title: Mapped[str | None]
    product_description: Mapped[str | None]
    product_subtitle: Mapped[str | None]
    product_type: Mapped[str | None]
    product_type_id: Mapped[str | None]
    product_collection: Mapped[str | None]
    product_handle: Mapped[str | None]
    variant_sku: Mapped[str | None]
    variant_barcode: Mapped[str | None]
    variant_title: Mapped[str | None]
    variant_option_values: Mapped[dict[str, Any] | None]
    requires_shipping: Mapped[bool] = mapped_column(default=True)
    is_discountable: Mapped[bool] = mapped_column(default=True)
    is_giftcard: Mapped[bool] = mapped_column(default=False)
    is_tax_inclusive: Mapped[bool] = mapped_column(default=False)
    is_custom_price: Mapped[bool] = mapped_column(default=False)
    compare_at_unit_price: Mapped[Decimal | None]
    unit_price: Mapped[Decimal]


class ChosenDelivery:
    """A delivery with its price. `amount` in the main unit."""

    name: Mapped[str]
    description: Mapped[str | None]
    amount: Mapped[Decimal]
    is_tax_inclusive: Mapped[bool] = mapped_column(default=False)
    shipping_option_id: Mapped[str | None]
    data: Mapped[dict[str, Any] | None]


class AppliedRate:
    """A tax rate that holds for a row, in percent."""

    description: Mapped[str | None]
    tax_rate_id: Mapped[str | None]
    code: Mapped[str]
    rate: Mapped[Decimal]
    provider_id: Mapped[str | None]


class AppliedDiscount:
    """A discount on a whole row. `amount` in the main unit."""

    description: Mapped[str | None]
    promotion_id: Mapped[str | None]
    code: Mapped[str | None]
    amount: Mapped[Decimal]
    provider_id: Mapped[str | None]
