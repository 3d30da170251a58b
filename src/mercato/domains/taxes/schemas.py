"""Bodies of tax settings."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, model_validator

from mercato.kernel.http.body import Body, StrictNested
from mercato.kernel.http.types import Metadata, Opt

Rate = Annotated[Decimal, Field(ge=0)]
"""Per cent."""


class DefaultRate(StrictNested):
    """The rate for everything that no other rate names."""

    rate: Opt[Rate] = None
    code: str
    name: str
    is_combinable: Opt[bool] = None
    metadata: Metadata = None


class CreateTaxRegion(Body):
    """A country, with a provider, or a province below one."""

    country_code: str
    provider_id: str | None = None
    province_code: str | None = None
    parent_id: str | None = None
    default_tax_rate: Opt[DefaultRate] = None
    metadata: Metadata = None
    additional_data: Metadata = None

    @model_validator(mode="after")
    def _somebody_computes(self) -> "CreateTaxRegion":
        if not self.parent_id and not self.provider_id:
            raise ValueError("Provider is required when creating a non-province tax region.")
        return self


class UpdateTaxRegion(Body):
    """Another province, another provider."""

    province_code: str | None = None
    provider_id: Opt[str] = None
    metadata: Metadata = None


class CreateRule(Body):
    """What a rate shall be for."""

    reference: str
    reference_id: str


class RateRule(StrictNested):
    """What a rate shall be for, inside its body."""

    reference: str
    reference_id: str


class CreateTaxRate(Body):
    """A rate of a region."""

    rate: Opt[Rate] = None
    code: str
    rules: Opt[list[RateRule]] = None
    name: str
    is_default: Opt[bool] = None
    is_combinable: Opt[bool] = None
    tax_region_id: str
    metadata: Metadata = None


class UpdateTaxRate(Body):
    """Changes of a rate. Rules that are given take the place of all former ones."""

    rate: Opt[Rate] = None
    code: Opt[str] = None
    rules: Opt[list[RateRule]] = None
    name: Opt[str] = None
    is_default: Opt[bool] = None
    is_combinable: Opt[bool] = None
    metadata: Metadata = None
