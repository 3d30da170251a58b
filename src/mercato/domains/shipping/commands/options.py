"""Shipping options and their conditions. Their prices are another domain's: the flow writes those."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from mercato.domains.sellers.links import SellerShippingOption
from mercato.domains.shipping.models import (
    PriceType,
    ServiceZone,
    ShippingOption,
    ShippingOptionPriceSet,
    ShippingOptionRule,
    ShippingOptionType,
    ShippingProfile,
)
from mercato.domains.shipping.queries import require_provider, rules_of
from mercato.domains.shipping.schemas import (
    ChangedRule,
    CreateOption,
    CreateSellerOption,
    OptionRule,
    OptionType,
    RuleBatch,
    SellerOptionType,
    UpdateOption,
    UpdateSellerOption,
)
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotFound
from mercato.kernel.text import merge_metadata


@dataclass(frozen=True, slots=True)
class RuleChanges:
    """What a batch did to the conditions of an option."""

    created: list[str]
    updated: list[str]
    deleted: list[str]


async def create_option(
    tx: Tx, data: CreateOption | CreateSellerOption, *, price_set_id: str, seller_id: str | None = None
) -> ShippingOption:
    """A delivery that may be chosen; with a seller it is the seller's.

    Raises:
        NotFound: an unknown zone, profile or type.
        NotAllowed: the provider does not collect at the zone's location.
    """
    await tx.require(ServiceZone, data.service_zone_id, "service_zone_id")
    await tx.require(ShippingProfile, data.shipping_profile_id, "shipping_profile_id")
    await require_provider(tx, await tx.get(ServiceZone, data.service_zone_id), data.provider_id)
    given = data.given()
    option = ShippingOption(
        name=data.name,
        service_zone_id=data.service_zone_id,
        shipping_profile_id=data.shipping_profile_id,
        provider_id=data.provider_id,
        price_type=given.get("price_type", PriceType.FLAT),
        data=data.data,
        metadata_=given.get("metadata"),
        shipping_option_type_id=await _words(tx, given),
    )
    tx.add(option)
    await tx.flush()
    tx.add(ShippingOptionPriceSet(shipping_option_id=option.id, price_set_id=price_set_id))
    tx.add(*(_condition(option.id, rule) for rule in data.rules or []))
    if seller_id is not None:
        tx.add(SellerShippingOption(seller_id=seller_id, shipping_option_id=option.id))
    await tx.flush()
    return option


async def update_option(tx: Tx, id: str, data: UpdateOption | UpdateSellerOption) -> ShippingOption:
    """Changes an option; rules that are given are all that stay.

    Raises:
        NotFound: no such option, or an unknown profile or type.
        NotAllowed: the provider does not collect at the zone's location.
    """
    option = await lock_option(tx, id)
    given = data.given()
    if "provider_id" in given:
        await require_provider(tx, await tx.get(ServiceZone, option.service_zone_id), given["provider_id"])
    if "shipping_profile_id" in given:
        await tx.require(ShippingProfile, given["shipping_profile_id"], "shipping_profile_id")
    if "type" in given or "type_id" in given:
        option.shipping_option_type_id = await _words(tx, given)
    if "metadata" in given:
        option.metadata_ = merge_metadata(option.metadata_, given["metadata"])
    for name in ("name", "data", "price_type", "provider_id", "shipping_profile_id"):
        if name in given:
            setattr(option, name, given[name])
    if data.rules is not None:
        await _replace_rules(tx, id, data.rules)
    await tx.flush()
    return option


async def delete_option(tx: Tx, id: str) -> list[str]:
    """Takes out an option. Answers the price sets that nobody needs any more."""
    return await remove_options(tx, [await lock_option(tx, id)])


async def remove_options(tx: Tx, options: Sequence[ShippingOption]) -> list[str]:
    """Takes out options with conditions and links. Answers the price sets that nobody needs any more."""
    ids = [option.id for option in options]
    prices = await tx.scalars(_of(ShippingOptionPriceSet, ids))
    rest = [*await tx.scalars(_of(ShippingOptionRule, ids)), *await tx.scalars(_of(SellerShippingOption, ids))]
    await tx.delete(*options, *prices, *rest)
    return [link.price_set_id for link in prices]


async def change_rules(tx: Tx, id: str, data: RuleBatch) -> RuleChanges:
    """Makes, changes and removes conditions of an option.

    Raises:
        NotFound: no such option, or a condition to change is not the option's.
    """
    await lock_option(tx, id)
    there = {rule.id: rule for rule in (await rules_of(tx, [id])).get(id, [])}
    for change in data.update or []:
        if change.id not in there:
            raise NotFound(f"Shipping option rule with id: {change.id} not found")
        _redefine(there[change.id], change)
    await tx.delete(*(there[rule] for rule in dict.fromkeys(data.delete or []) if rule in there))
    made = [_condition(id, rule) for rule in data.create or []]
    tx.add(*made)
    await tx.flush()
    return RuleChanges(
        created=[rule.id for rule in made],
        updated=[change.id for change in data.update or []],
        deleted=list(dict.fromkeys(data.delete or [])),
    )


async def lock_option(tx: Tx, id: str) -> ShippingOption:
    """The option, locked.

    Raises:
        NotFound: when there is none.
    """
    found = await tx.lock_all(ShippingOption, [id])
    if not found:
        raise NotFound(f"Shipping Option with id: {id} not found")
    return found[0]


async def _words(tx: Tx, given: dict[str, Any]) -> str:
    """The id of the type that a body names or brings. New words are a row of their own: old ones may be shared."""
    words: OptionType | SellerOptionType | None = given.get("type")
    if words is None:
        await tx.require(ShippingOptionType, given["type_id"], "shipping_option_type_id")
        return given["type_id"]
    made = ShippingOptionType(**words.model_dump())
    tx.add(made)
    await tx.flush()
    return made.id


async def _replace_rules(tx: Tx, option_id: str, rules: Sequence[OptionRule]) -> None:
    there = {rule.id: rule for rule in (await rules_of(tx, [option_id])).get(option_id, [])}
    named = {id: rule for rule in rules if isinstance(rule, ChangedRule) and (id := rule.id) is not None}
    await tx.delete(*(row for id, row in there.items() if id not in named))
    for rule in rules:
        row = there.get(rule.id or "") if isinstance(rule, ChangedRule) else None
        if row is None:
            tx.add(_condition(option_id, rule))
        else:
            _redefine(row, rule)


def _condition(option_id: str, rule: OptionRule) -> ShippingOptionRule:
    made = ShippingOptionRule(shipping_option_id=option_id, attribute=rule.attribute, operator=rule.operator)
    made.value = rule.value
    return made


def _redefine(row: ShippingOptionRule, rule: OptionRule) -> None:
    row.attribute, row.operator, row.value = rule.attribute, rule.operator, rule.value


def _of(model: Any, option_ids: Sequence[str]) -> Any:
    return select(model).where(model.shipping_option_id.in_(option_ids), model.deleted_at.is_(None)).order_by(model.id)
