"""Tables of carts."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from mercato.domains.carts.columns import AppliedDiscount, AppliedRate, ChosenDelivery, LineSnapshot, PostalAddress
from mercato.kernel.db import HasMetadata, Record, index_live, unique_live
from mercato.kernel.errors import Invalid


class CartAddress(PostalAddress, HasMetadata, Record, prefix="caaddr"):
    """An address of one cart. A change makes a new row."""

    __tablename__ = "cart_address"

    customer_id: Mapped[str | None]


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


class CartLineItem(LineSnapshot, HasMetadata, Record, prefix="cali"):
    """A line of a cart: a variant with what was true of it when it was put in. Money per piece, main unit."""

    __tablename__ = "cart_line_item"
    __table_args__ = (index_live("cart_line_item", "cart_id"),)

    cart_id: Mapped[str] = mapped_column(ForeignKey("cart.id"))
    quantity: Mapped[int]


class CartShippingMethod(ChosenDelivery, HasMetadata, Record, prefix="casm"):
    """A delivery that the shopper chose; one per seller. `amount` in the main unit."""

    __tablename__ = "cart_shipping_method"
    __table_args__ = (index_live("cart_shipping_method", "cart_id"),)

    cart_id: Mapped[str] = mapped_column(ForeignKey("cart.id"))


class CartLineItemTaxLine(AppliedRate, HasMetadata, Record, prefix="calitxl"):
    """A tax rate that holds for a line, in percent."""

    __tablename__ = "cart_line_item_tax_line"
    __table_args__ = (index_live("cart_line_item_tax_line", "item_id"),)

    item_id: Mapped[str] = mapped_column(ForeignKey("cart_line_item.id"))


class CartShippingMethodTaxLine(AppliedRate, HasMetadata, Record, prefix="casmtxl"):
    """A tax rate that holds for a shipping method, in percent."""

    __tablename__ = "cart_shipping_method_tax_line"
    __table_args__ = (index_live("cart_shipping_method_tax_line", "shipping_method_id"),)

    shipping_method_id: Mapped[str] = mapped_column(ForeignKey("cart_shipping_method.id"))


class CartLineItemAdjustment(AppliedDiscount, HasMetadata, Record, prefix="caliadj"):
    """A discount on a line. `amount` for the whole line, main unit."""

    __tablename__ = "cart_line_item_adjustment"
    __table_args__ = (index_live("cart_line_item_adjustment", "item_id"),)

    is_tax_inclusive: Mapped[bool] = mapped_column(default=False)
    item_id: Mapped[str] = mapped_column(ForeignKey("cart_line_item.id"))


class CartShippingMethodAdjustment(AppliedDiscount, HasMetadata, Record, prefix="casmadj"):
    """A discount on a shipping method. `amount` net of tax, main unit."""

    __tablename__ = "cart_shipping_method_adjustment"
    __table_args__ = (index_live("cart_shipping_method_adjustment", "shipping_method_id"),)

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
