"""Sets, zones and options: what goes with what."""

from itertools import count
from typing import Any

import pytest
from sqlalchemy import select

from mercato.domains.shipping.commands.options import change_rules, create_option, delete_option, update_option
from mercato.domains.shipping.commands.profiles import (
    create_profile,
    delete_profile,
    ensure_providers,
    set_product_profile,
    update_profile,
)
from mercato.domains.shipping.commands.zones import (
    create_fulfillment_set,
    create_service_zone,
    delete_fulfillment_set,
    delete_service_zone,
    set_providers,
    update_service_zone,
)
from mercato.domains.shipping.models import FulfillmentSet, GeoZone, ServiceZone, ShippingOption
from mercato.domains.shipping.queries import STORE_CONTEXT, locations_of, options_for, price_sets_of, rules_of
from mercato.domains.shipping.rules import Destination
from mercato.domains.shipping.schemas import (
    CreateFulfillmentSet,
    CreateOption,
    CreateProfile,
    CreateServiceZone,
    RuleBatch,
    UpdateOption,
    UpdateProfile,
    UpdateServiceZone,
)
from mercato.kernel.db import Db, Tx, count_rows
from mercato.kernel.errors import ApiError, NotAllowed, NotFound

FRANCE = {"type": "country", "country_code": "fr"}
GERMANY = {"type": "country", "country_code": "de"}
NUMBERS = count()
VISIBLE = [
    {"attribute": "enabled_in_store", "operator": "eq", "value": "true"},
    {"attribute": "is_return", "operator": "eq", "value": "false"},
]


async def a_set(tx: Tx, location: str = "sloc_x", name: str = "Berlin shipping") -> FulfillmentSet:
    await ensure_providers(tx, ["manual_manual"])
    await set_providers(tx, location, add=["manual_manual"], remove=[])
    return await create_fulfillment_set(tx, location, CreateFulfillmentSet(name=name, type="shipping"))


async def a_zone(tx: Tx, set_id: str, *parts: dict[str, Any], name: str = "Here") -> ServiceZone:
    return await create_service_zone(tx, set_id, CreateServiceZone.model_validate({"name": name, "geo_zones": parts}))


async def an_option(
    tx: Tx, zone: ServiceZone, rules: list[dict[str, Any]] | None = None, **values: Any
) -> ShippingOption:
    profile = await create_profile(tx, CreateProfile(name=f"Goods {next(NUMBERS)}", type="default"))
    body = {
        "name": "Standard",
        "service_zone_id": zone.id,
        "shipping_profile_id": profile.id,
        "price_type": "flat",
        "provider_id": "manual_manual",
        "type": {"label": "Standard", "code": "standard"},
        "prices": [],
        "rules": VISIBLE if rules is None else rules,
        **values,
    }
    return await create_option(tx, CreateOption.model_validate(body), price_set_id="pset_x")


async def living(tx: Tx, model: Any) -> int:
    return await count_rows(tx, select(model).where(model.deleted_at.is_(None)))


async def test_names_of_sets_and_zones_are_unique(db: Db) -> None:
    async with db.tx() as tx:
        fset = await a_set(tx)
        await a_zone(tx, fset.id)

    with pytest.raises(ApiError, match="Service zone with name: Here, already exists"):
        async with db.tx() as tx:
            await a_zone(tx, fset.id)
    with pytest.raises(ApiError, match="Fulfillment set with name: Berlin shipping, already exists"):
        async with db.tx() as tx:
            await a_set(tx)


async def test_a_zone_needs_its_set(tx: Tx) -> None:
    with pytest.raises(NotFound, match="set relationship fulfillment_set_id: fuset_none, but such entity"):
        await a_zone(tx, "fuset_none")


async def test_redrawing_a_zone_keeps_what_is_named(tx: Tx) -> None:
    fset = await a_set(tx)
    zone = await a_zone(tx, fset.id, GERMANY, {"type": "province", "country_code": "us", "province_code": "ny"})
    kept = (await tx.scalars(select(GeoZone).where(GeoZone.country_code == "us")))[0]
    parts = [{"id": kept.id, "type": "country", "country_code": "us"}, {"type": "country", "country_code": "mx"}]

    await update_service_zone(tx, fset.id, zone.id, UpdateServiceZone.model_validate({"geo_zones": parts}))

    rows = await tx.scalars(select(GeoZone).where(GeoZone.deleted_at.is_(None)).order_by(GeoZone.id))
    assert [(row.id == kept.id, row.type, row.country_code, row.province_code) for row in rows] == [
        (True, "country", "us", None),
        (False, "country", "mx", None),
    ]
    other = await a_set(tx, name="Other")
    with pytest.raises(NotFound, match="not found on fulfillment set"):
        await update_service_zone(tx, other.id, zone.id, UpdateServiceZone(name="x"))


async def test_with_a_set_go_its_zones_and_options(tx: Tx) -> None:
    fset = await a_set(tx)
    option = await an_option(tx, await a_zone(tx, fset.id, GERMANY))
    assert await price_sets_of(tx, [option.id]) == {option.id: "pset_x"}

    assert await delete_fulfillment_set(tx, fset.id) == ["pset_x"]

    assert [await living(tx, model) for model in (FulfillmentSet, ServiceZone, GeoZone, ShippingOption)] == [0] * 4
    with pytest.raises(NotFound):
        await delete_service_zone(tx, fset.id, option.service_zone_id)


async def test_a_provider_must_collect_at_the_location(tx: Tx) -> None:
    zone = await a_zone(tx, (await a_set(tx)).id)
    await set_providers(tx, "sloc_x", add=[], remove=["manual_manual"])

    with pytest.raises(NotAllowed, match=r"Providers \(manual_manual\) are not enabled for the service location"):
        await an_option(tx, zone)
    with pytest.raises(NotFound):
        await set_providers(tx, "sloc_x", add=["nobody"], remove=[])


async def test_options_by_place_address_and_conditions(tx: Tx) -> None:
    here = await a_zone(tx, (await a_set(tx)).id, GERMANY)
    there = await a_zone(
        tx, (await a_set(tx, "sloc_y", "There")).id, {"type": "country", "country_code": "fr"}, name="There"
    )
    standard, french = await an_option(tx, here), await an_option(tx, there)
    hidden = await an_option(tx, here, [{"attribute": "enabled_in_store", "operator": "eq", "value": "false"}])

    async def offered(locations: list[str], country: str | None) -> list[str]:
        destination = Destination(country) if country else None
        return [option.id for option in await options_for(tx, locations, destination, context=STORE_CONTEXT)]

    assert await offered(["sloc_x", "sloc_y"], "de") == [standard.id]
    assert await offered(["sloc_x", "sloc_y"], None) == [standard.id, french.id]
    assert await offered(["sloc_y"], "de") == []
    assert await locations_of(tx, [standard.id, french.id, hidden.id]) == {
        standard.id: "sloc_x",
        french.id: "sloc_y",
        hidden.id: "sloc_x",
    }


async def test_changing_an_option(tx: Tx) -> None:
    option = await an_option(tx, await a_zone(tx, (await a_set(tx)).id))
    (visible, _) = (await rules_of(tx, [option.id]))[option.id]
    former = option.shipping_option_type_id
    body = {
        "name": "Next day",
        "type": {"label": "Next", "code": "next"},
        "rules": [{"id": visible.id, "attribute": "enabled_in_store", "operator": "eq", "value": "false"}],
    }

    await update_option(tx, option.id, UpdateOption.model_validate(body))

    assert option.name == "Next day"
    assert option.shipping_option_type_id != former
    rules = (await rules_of(tx, [option.id]))[option.id]
    assert [(row.id, row.value) for row in rules] == [(visible.id, "false")]
    assert await delete_option(tx, option.id) == ["pset_x"]
    with pytest.raises(NotFound, match=f"Shipping Option with id: {option.id} not found"):
        await update_option(tx, option.id, UpdateOption(name="x"))


async def test_conditions_in_batches_stay_with_their_option(tx: Tx) -> None:
    zone = await a_zone(tx, (await a_set(tx)).id)
    mine, other = await an_option(tx, zone), await an_option(tx, zone, data={"id": "x"})
    foreign = (await rules_of(tx, [other.id]))[other.id][0]
    change = {"attribute": "a", "operator": "ne", "value": ["b"]}

    with pytest.raises(NotFound):
        await change_rules(tx, mine.id, RuleBatch.model_validate({"update": [{"id": foreign.id, **change}]}))
    done = await change_rules(tx, mine.id, RuleBatch.model_validate({"create": [change], "delete": [foreign.id]}))

    assert len(done.created) == 1
    assert len((await rules_of(tx, [other.id]))[other.id]) == 2
    assert [row.attribute for row in (await rules_of(tx, [mine.id]))[mine.id]] == ["enabled_in_store", "is_return", "a"]


async def test_profiles_of_sellers_keep_their_prefix(tx: Tx) -> None:
    profile = await create_profile(tx, CreateProfile(name="Fragile", type="glass"), seller_id="sel_a")
    await create_profile(tx, CreateProfile(name="Fragile", type="glass"), seller_id="sel_b")
    assert profile.name == "sel_a:Fragile"

    await update_profile(tx, profile.id, UpdateProfile(name="Heavy"), seller_id="sel_a")
    assert profile.name == "sel_a:Heavy"
    await set_product_profile(tx, "prod_x", profile.id)
    await set_product_profile(tx, "prod_x", profile.id)
    await delete_profile(tx, profile.id)
    await set_product_profile(tx, "prod_x", None)


async def test_renaming_to_a_name_that_is_taken_tells_the_name(db: Db) -> None:
    async with db.tx() as tx:
        fset = await a_set(tx)
        await a_zone(tx, fset.id)
        other = await a_zone(tx, fset.id, name="There")

    with pytest.raises(ApiError, match="Service zone with name: Here, already exists"):
        async with db.tx() as tx:
            await update_service_zone(tx, fset.id, other.id, UpdateServiceZone(name="Here"))
