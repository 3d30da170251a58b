"""Tables of delivery: who delivers (providers), from where to where (sets, zones), and at what choice (options)."""

from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import JSON_VALUE, HasMetadata, Record, Stamped, index_live, unique_live


class GeoZoneType(StrEnum):
    """How finely a geo zone is drawn."""

    COUNTRY = "country"
    PROVINCE = "province"
    CITY = "city"
    ZIP = "zip"


class PriceType(StrEnum):
    """Whether an option's price is written down or asked from its provider."""

    CALCULATED = "calculated"
    FLAT = "flat"


class RuleOperator(StrEnum):
    """How a rule of an option compares. The order is the contract's: messages list it."""

    IN = "in"
    EQ = "eq"
    NE = "ne"
    GT = "gt"
    GTE = "gte"
    LT = "lt"
    LTE = "lte"
    NIN = "nin"


class FulfillmentProvider(Stamped):
    """A way of delivering that the program knows (`manual_manual`). Rows follow the adapters."""

    __tablename__ = "fulfillment_provider"

    id: Mapped[str] = mapped_column(primary_key=True, sort_order=-1)
    is_enabled: Mapped[bool] = mapped_column(default=True)


class FulfillmentSet(HasMetadata, Record, prefix="fuset"):
    """The shipping, or the pickup, of one stock location."""

    __tablename__ = "fulfillment_set"
    __table_args__ = (unique_live("fulfillment_set", "name"),)

    name: Mapped[str]
    type: Mapped[str]


class ServiceZone(HasMetadata, Record, prefix="serzo"):
    """A part of the world that a fulfilment set serves."""

    __tablename__ = "service_zone"
    __table_args__ = (unique_live("service_zone", "name"), index_live("service_zone", "fulfillment_set_id"))

    name: Mapped[str]
    fulfillment_set_id: Mapped[str] = mapped_column(ForeignKey("fulfillment_set.id"))


class GeoZone(HasMetadata, Record, prefix="fgz"):
    """A country, province, city or range of postal codes of a service zone."""

    __tablename__ = "geo_zone"
    __table_args__ = (
        index_live("geo_zone", "service_zone_id"),
        index_live("geo_zone", "country_code"),
    )

    type: Mapped[GeoZoneType] = mapped_column(default=GeoZoneType.COUNTRY)
    country_code: Mapped[str]
    province_code: Mapped[str | None]
    city: Mapped[str | None]
    postal_expression: Mapped[dict[str, Any] | None]
    service_zone_id: Mapped[str] = mapped_column(ForeignKey("service_zone.id"))


class ShippingProfile(HasMetadata, Record, prefix="sp"):
    """What kind of goods an option carries."""

    __tablename__ = "shipping_profile"
    __table_args__ = (unique_live("shipping_profile", "name"),)

    name: Mapped[str]
    type: Mapped[str]


class ShippingOptionType(Record, prefix="sotype"):
    """The words for an option that customers read."""

    __tablename__ = "shipping_option_type"

    label: Mapped[str]
    description: Mapped[str | None]
    code: Mapped[str]


class ShippingOption(HasMetadata, Record, prefix="so"):
    """A delivery that a customer may choose: a zone, a profile, a provider and a price."""

    __tablename__ = "shipping_option"
    __table_args__ = (
        index_live("shipping_option", "service_zone_id"),
        index_live("shipping_option", "shipping_profile_id"),
        index_live("shipping_option", "provider_id"),
        index_live("shipping_option", "shipping_option_type_id"),
    )

    name: Mapped[str]
    price_type: Mapped[PriceType] = mapped_column(default=PriceType.FLAT)
    service_zone_id: Mapped[str] = mapped_column(ForeignKey("service_zone.id"))
    shipping_profile_id: Mapped[str] = mapped_column(ForeignKey("shipping_profile.id"))
    provider_id: Mapped[str | None] = mapped_column(ForeignKey("fulfillment_provider.id"))
    data: Mapped[dict[str, Any] | None]
    shipping_option_type_id: Mapped[str] = mapped_column(ForeignKey("shipping_option_type.id"))


class ShippingOptionRule(Record, prefix="sorul"):
    """A condition of an option: `enabled_in_store eq "true"`, `is_return eq "false"`, anything a cart knows."""

    __tablename__ = "shipping_option_rule"
    __table_args__ = (index_live("shipping_option_rule", "shipping_option_id"),)

    attribute: Mapped[str]
    operator: Mapped[RuleOperator]
    value: Mapped[Any] = mapped_column(JSON_VALUE, nullable=True)
    shipping_option_id: Mapped[str] = mapped_column(ForeignKey("shipping_option.id"))


class LocationFulfillmentSet(Record, prefix="locfs"):
    """The fulfilment sets of a stock location."""

    __tablename__ = "location_fulfillment_set"
    __table_args__ = (
        unique_live("location_fulfillment_set", "fulfillment_set_id"),
        index_live("location_fulfillment_set", "stock_location_id"),
    )

    stock_location_id: Mapped[str]
    fulfillment_set_id: Mapped[str] = mapped_column(ForeignKey("fulfillment_set.id"))


class LocationFulfillmentProvider(Record, prefix="locfp"):
    """The providers that collect at a stock location."""

    __tablename__ = "location_fulfillment_provider"
    __table_args__ = (
        unique_live("location_fulfillment_provider", "stock_location_id", "fulfillment_provider_id"),
        index_live("location_fulfillment_provider", "fulfillment_provider_id"),
    )

    stock_location_id: Mapped[str]
    fulfillment_provider_id: Mapped[str] = mapped_column(ForeignKey("fulfillment_provider.id"))


class ProductShippingProfile(Record, prefix="prodsp"):
    """The profile of a product."""

    __tablename__ = "product_shipping_profile"
    __table_args__ = (
        unique_live("product_shipping_profile", "product_id"),
        index_live("product_shipping_profile", "shipping_profile_id"),
    )

    product_id: Mapped[str]
    shipping_profile_id: Mapped[str] = mapped_column(ForeignKey("shipping_profile.id"))


class ShippingOptionPriceSet(Record, prefix="sops"):
    """The prices of an option."""

    __tablename__ = "shipping_option_price_set"
    __table_args__ = (
        unique_live("shipping_option_price_set", "shipping_option_id"),
        index_live("shipping_option_price_set", "price_set_id"),
    )

    shipping_option_id: Mapped[str] = mapped_column(ForeignKey("shipping_option.id"))
    price_set_id: Mapped[str]
