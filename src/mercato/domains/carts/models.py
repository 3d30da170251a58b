"""Tables of carts."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import HasMetadata, Record, index_live, unique_live
from mercato.kernel.errors import Invalid


class CartAddress(HasMetadata, Record, prefix="caaddr"):
    """An address of one cart. A change makes a new row."""

    __tablename__ = "cart_address"

    customer_id: Mapped[str | None]
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


class Cart(HasMetadata, Record, prefix="cart"):
    """A cart. `currency_code` in small letters; `completed_at` set once, with its orders."""

    __tablename__ = "cart"
    __table_args__ = (index_live("cart", "customer_id"),)

    region_id: Mapped[str | None]
    customer_id: Mapped[str | None]
    sales_channel_id: Mapped[str | None]
    email: Mapped[str | None]
    currency_code: Mapped[str]
    shipping_address_id: Mapped[str | None] = mapped_column(ForeignKey("cart_address.id"))
    billing_address_id: Mapped[str | None] = mapped_column(ForeignKey("cart_address.id"))
    completed_at: Mapped[datetime | None]

    def require_open(self) -> None:
        """Refuses to touch a cart that has become orders.

        Raises:
            Invalid: when the cart is completed.
        """
        if self.completed_at is not None:
            raise Invalid(f"Cart {self.id} is already completed.")


class CartLineItem(HasMetadata, Record, prefix="cali"):
    """A line of a cart: a variant with what was true of it when it was put in. Money per piece, main unit."""

    __tablename__ = "cart_line_item"
    __table_args__ = (index_live("cart_line_item", "cart_id"),)

    cart_id: Mapped[str] = mapped_column(ForeignKey("cart.id"))
    title: Mapped[str]
    subtitle: Mapped[str | None]
    thumbnail: Mapped[str | None]
    quantity: Mapped[int]
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


class CartShippingMethod(HasMetadata, Record, prefix="casm"):
    """A delivery that the shopper chose; one per seller. `amount` in the main unit."""

    __tablename__ = "cart_shipping_method"
    __table_args__ = (index_live("cart_shipping_method", "cart_id"),)

    cart_id: Mapped[str] = mapped_column(ForeignKey("cart.id"))
    name: Mapped[str]
    description: Mapped[str | None]
    amount: Mapped[Decimal]
    is_tax_inclusive: Mapped[bool] = mapped_column(default=False)
    shipping_option_id: Mapped[str | None]
    data: Mapped[dict[str, Any] | None]


class CartLineItemTaxLine(HasMetadata, Record, prefix="calitxl"):
    """A tax rate that holds for a line, in percent."""

    __tablename__ = "cart_line_item_tax_line"
    __table_args__ = (index_live("cart_line_item_tax_line", "item_id"),)

    description: Mapped[str | None]
    tax_rate_id: Mapped[str | None]
    code: Mapped[str]
    rate: Mapped[Decimal]
    provider_id: Mapped[str | None]
    item_id: Mapped[str] = mapped_column(ForeignKey("cart_line_item.id"))


class CartShippingMethodTaxLine(HasMetadata, Record, prefix="casmtxl"):
    """A tax rate that holds for a shipping method, in percent."""

    __tablename__ = "cart_shipping_method_tax_line"
    __table_args__ = (index_live("cart_shipping_method_tax_line", "shipping_method_id"),)

    description: Mapped[str | None]
    tax_rate_id: Mapped[str | None]
    code: Mapped[str]
    rate: Mapped[Decimal]
    provider_id: Mapped[str | None]
    shipping_method_id: Mapped[str] = mapped_column(ForeignKey("cart_shipping_method.id"))


class CartLineItemAdjustment(HasMetadata, Record, prefix="caliadj"):
    """A discount on a line. `amount` for the whole line, main unit."""

    __tablename__ = "cart_line_item_adjustment"
    __table_args__ = (index_live("cart_line_item_adjustment", "item_id"),)

    description: Mapped[str | None]
    promotion_id: Mapped[str | None]
    code: Mapped[str | None]
    amount: Mapped[Decimal]
    is_tax_inclusive: Mapped[bool] = mapped_column(default=False)
    provider_id: Mapped[str | None]
    item_id: Mapped[str] = mapped_column(ForeignKey("cart_line_item.id"))


class CartShippingMethodAdjustment(HasMetadata, Record, prefix="casmadj"):
    """A discount on a shipping method. `amount` net of tax, main unit."""

    __tablename__ = "cart_shipping_method_adjustment"
    __table_args__ = (index_live("cart_shipping_method_adjustment", "shipping_method_id"),)

    description: Mapped[str | None]
    promotion_id: Mapped[str | None]
    code: Mapped[str | None]
    amount: Mapped[Decimal]
    provider_id: Mapped[str | None]
    shipping_method_id: Mapped[str] = mapped_column(ForeignKey("cart_shipping_method.id"))


class CartCreditLine(HasMetadata, Record, prefix="cacl"):
    """Credit that pays a part of the cart (gift card, store credit). `amount` in the main unit."""

    __tablename__ = "credit_line"
    __table_args__ = (index_live("credit_line", "cart_id"),)

    cart_id: Mapped[str] = mapped_column(ForeignKey("cart.id"))
    reference: Mapped[str | None]
    reference_id: Mapped[str | None]
    amount: Mapped[Decimal]


class CartPaymentCollection(Record, prefix="capaycol"):
    """The payment of a cart."""

    __tablename__ = "cart_payment_collection"
    __table_args__ = (
        unique_live("cart_payment_collection", "cart_id"),
        unique_live("cart_payment_collection", "payment_collection_id"),
    )

    cart_id: Mapped[str]
    payment_collection_id: Mapped[str]


class CartPromotion(Record, prefix="cartpromo"):
    """A promotion that works on a cart."""

    __tablename__ = "cart_promotion"
    __table_args__ = (unique_live("cart_promotion", "cart_id", "promotion_id"),)

    cart_id: Mapped[str]
    promotion_id: Mapped[str]
