"""Bodies of the routes about delivery."""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from mercato.domains.shipping.models import PriceType, RuleOperator
from mercato.kernel.http.body import Body, Nested
from mercato.kernel.http.types import Amount, Metadata, Opt

NotNegative = Annotated[Amount, Field(ge=0)]


class CreateFulfillmentSet(Body):
    """The shipping or pickup of a location."""

    name: str
    type: str


class CountryZone(Nested):
    """A whole country."""

    id: Opt[str] = None
    country_code: str
    metadata: Metadata = None
    type: Literal["country"]


class ProvinceZone(Nested):
    """A province."""

    id: Opt[str] = None
    country_code: str
    metadata: Metadata = None
    type: Literal["province"]
    province_code: str


class CityZone(Nested):
    """A city."""

    id: Opt[str] = None
    country_code: str
    metadata: Metadata = None
    type: Literal["city"]
    province_code: str
    city: str


class ZipZone(Nested):
    """A range of postal codes of a city."""

    id: Opt[str] = None
    country_code: str
    metadata: Metadata = None
    type: Literal["zip"]
    province_code: str
    city: str
    postal_expression: dict[str, Any]


AnyZone = CountryZone | ProvinceZone | CityZone | ZipZone


class CreateServiceZone(Body):
    """A part of the world for a fulfilment set."""

    name: str
    geo_zones: Opt[list[AnyZone]] = None


class UpdateServiceZone(Body):
    """Changes of a zone; geo zones that are given are all that stay."""

    name: str | None = None
    geo_zones: Opt[list[AnyZone]] = None


class CreateProfile(Body):
    """A kind of goods."""

    name: str
    type: str
    metadata: Metadata = None


class UpdateProfile(Body):
    """Changes of a kind of goods."""

    name: Opt[str] = None
    type: Opt[str] = None
    metadata: Metadata = None


class OptionType(Nested):
    """The words for an option, given with it."""

    label: str
    description: Opt[str] = None
    code: str


class SellerOptionType(Nested):
    """The words for an option of a seller, in full."""

    label: str
    description: str
    code: str


class CreateOptionType(Body):
    """Words for options."""

    label: str
    description: Opt[str] = None
    code: str


class UpdateOptionType(Body):
    """Other words for options."""

    label: Opt[str] = None
    description: Opt[str] = None
    code: Opt[str] = None


class PriceRule(Nested):
    """For which totals of the goods a price holds."""

    attribute: Literal["item_total"]
    operator: Literal["gte", "lte", "gt", "lt", "eq"]
    value: Amount


class CurrencyPrice(Nested):
    """A price in a currency."""

    currency_code: str
    amount: NotNegative
    rules: Opt[list[PriceRule]] = None


class RegionPrice(Nested):
    """A price in the currency of a region, for that region alone."""

    region_id: str
    amount: NotNegative
    rules: Opt[list[PriceRule]] = None


class RuledCurrencyPrice(Nested):
    """A price in a currency; its rules must be said, even if there are none."""

    currency_code: str
    amount: NotNegative
    rules: list[PriceRule]


class RuledRegionPrice(Nested):
    """A price for a region; its rules must be said, even if there are none."""

    region_id: str
    amount: NotNegative
    rules: list[PriceRule]


class ChangedPrice(Nested):
    """A price of an option that changes: one that exists if an id is given, else a new one."""

    id: Opt[str] = None
    currency_code: Opt[str] = None
    region_id: Opt[str] = None
    amount: Opt[NotNegative] = None
    rules: Opt[list[PriceRule]] = None


class OptionRule(Nested):
    """A condition of an option."""

    operator: RuleOperator
    attribute: str
    value: str | list[str]


class ChangedRule(OptionRule):
    """A condition that exists if an id is given, else a new one."""

    id: Opt[str] = None


class UpdatedRule(OptionRule):
    """A condition that exists."""

    id: str


class RuleBatch(Body):
    """Conditions of an option, made, changed and removed together."""

    create: Opt[list[OptionRule]] = None
    update: Opt[list[UpdatedRule]] = None
    delete: Opt[list[str]] = None


class CreateOption(Body):
    """A delivery that customers may choose."""

    name: str
    service_zone_id: str
    shipping_profile_id: str
    data: Opt[dict[str, Any]] = None
    price_type: PriceType
    provider_id: str
    type: Opt[OptionType] = None
    type_id: Opt[str] = None
    prices: list[CurrencyPrice | RegionPrice]
    rules: Opt[list[OptionRule]] = None
    metadata: Opt[dict[str, Any]] = None

    @model_validator(mode="after")
    def one_type(self) -> "CreateOption":
        """Old words or new ones."""
        if (self.type is None) == (self.type_id is None):
            raise PydanticCustomError("one_type", "Exactly one of 'type' or 'type_id' must be provided, but not both")
        return self


class UpdateOption(Body):
    """Changes of a delivery; prices and rules that are given are all that stay."""

    name: Opt[str] = None
    data: Opt[dict[str, Any]] = None
    price_type: Opt[PriceType] = None
    provider_id: Opt[str] = None
    shipping_profile_id: Opt[str] = None
    type: Opt[OptionType] = None
    type_id: Opt[str] = None
    prices: Opt[list[ChangedPrice]] = None
    rules: Opt[list[ChangedRule]] = None
    metadata: Opt[dict[str, Any]] = None

    @model_validator(mode="after")
    def one_type(self) -> "UpdateOption":
        """Old words or new ones."""
        if self.type is not None and self.type_id is not None:
            raise PydanticCustomError("one_type", "Only one of 'type' or 'type_id' can be provided")
        return self


class CreateSellerOption(Body):
    """A delivery of a seller: always at a fixed price."""

    name: str
    service_zone_id: str
    shipping_profile_id: str
    data: Opt[dict[str, Any]] = None
    provider_id: str
    prices: list[RuledCurrencyPrice | RuledRegionPrice]
    type: SellerOptionType
    rules: Opt[list[OptionRule]] = None


class UpdateSellerOption(Body):
    """Changes of a seller's delivery."""

    data: Opt[dict[str, Any]] = None
    name: Opt[str] = None
    shipping_profile_id: Opt[str] = None
    provider_id: Opt[str] = None
    prices: Opt[list[RuledCurrencyPrice | RuledRegionPrice]] = None
    type: Opt[SellerOptionType] = None
    rules: Opt[list[OptionRule]] = None
