"""Bodies of commission routes."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from mercato.domains.commissions.models import RateType, RuleReference
from mercato.kernel.http.body import Body, StrictNested
from mercato.kernel.http.params import QueryBody
from mercato.kernel.http.types import Amount, Opt

_PREFIX = {"seller": "sel_", "product_category": "pcat_", "product_type": "ptyp_", "seller_group": ""}


class RatePrice(StrictNested):
    """An amount of a rate in one currency, main unit."""

    amount: Annotated[Amount, Field(ge=0)]
    currency_code: str


class RateBody(StrictNested):
    """The rate of a new rule."""

    type: RateType
    percentage_rate: Opt[Annotated[Amount, Field(ge=0, le=100)]] = None
    include_tax: bool
    price_set: Opt[list[RatePrice]] = None
    min_price_set: Opt[list[RatePrice]] = None
    max_price_set: Opt[list[RatePrice]] = None


class CreateRule(Body):
    """A rule for sellers, types or categories."""

    name: str
    reference: Literal[
        "product_type",
        "product_category",
        "seller_group",
        "seller+product_category",
        "seller+product_type",
        "seller",
    ]
    reference_id: str
    is_active: bool = True
    rate: RateBody

    def fits(self) -> bool:
        """Whether the reference id has the form that the reference asks for (`sel_…+ptyp_…`)."""
        kinds, ids = self.reference.split("+"), self.reference_id.split("+")
        return len(kinds) == len(ids) and all(
            id.startswith(_PREFIX[kind]) and id for kind, id in zip(kinds, ids, strict=True)
        )


class SetDefaultRule(Body):
    """The rule that holds where no other does."""

    name: str = "default"
    reference: Literal["site"] = RuleReference.SITE.value
    reference_id: Literal[""] = ""
    is_active: bool = True
    rate: RateBody


class UpdateRule(Body):
    """What may change about a rule: never its rate, so that what was agreed stays provable."""

    name: Opt[str] = None
    is_active: Opt[bool] = None


class Period(QueryBody):
    """From when and until when, both included, lines of commission are looked at."""

    start_date: Opt[datetime] = None
    end_date: Opt[datetime] = None

    def scope(self) -> dict[str, Any]:
        """The condition that lines have to meet."""
        bounds = {"$gte": self.start_date, "$lte": self.end_date}
        given = {operator: moment for operator, moment in bounds.items() if moment is not None}
        return {"created_at": given} if given else {}


class SellerPeriod(Period):
    """A period, and whose lines."""

    seller_id: Opt[str] = None

    def scope(self) -> dict[str, Any]:
        """The condition that lines have to meet."""
        return super().scope() | ({} if self.seller_id is None else {"order.seller.id": self.seller_id})
