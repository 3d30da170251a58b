"""Items and their levels."""

import httpx

from tests.api.stock.conftest import FORBIDDEN, Shop, ok, refused
from tests.api.stock.make import a_location

NOT_OWN = {"type": "not_allowed", "message": "Some of the entities do not belong to the current seller!"}


async def test_an_item_and_the_sums_of_its_levels(admin: httpx.AsyncClient) -> None:
    berlin, lyon = await a_location(admin, "admin", "Berlin"), await a_location(admin, "admin", "Lyon")
    body = {"sku": "AMBER", "weight": 1.5, "location_levels": [{"location_id": berlin, "stocked_quantity": 12}]}
    item = ok(await admin.post("/admin/inventory-items", json=body))["inventory_item"]
    levels = f"/admin/inventory-items/{item['id']}/location-levels"
    assert (item["stocked_quantity"], item["weight"], item["requires_shipping"]) == (12, 1.5, True)

    shown = ok(await admin.post(levels, json={"location_id": lyon, "incoming_quantity": 7}))["inventory_item"]
    assert (shown["stocked_quantity"], shown["reserved_quantity"], len(shown["location_levels"])) == (12, 0, 2)
    r = await admin.post(f"{levels}/{berlin}", json={"stocked_quantity": 9})
    assert ok(r)["inventory_item"]["stocked_quantity"] == 9
    r = await admin.get(levels, params={"order": "-stocked_quantity", "fields": "available_quantity"})
    assert [row["available_quantity"] for row in ok(r)["inventory_levels"]] == [9, 0]
    r = await admin.get("/admin/inventory-items", params={"q": "amb", "location_levels[location_id]": lyon})
    assert [row["sku"] for row in ok(r)["inventory_items"]] == ["AMBER"]
    r = await admin.get("/admin/inventory-items", params={"weight[$gt]": 2})
    assert ok(r)["inventory_items"] == []


async def test_what_the_operator_cannot_do_to_levels(admin: httpx.AsyncClient) -> None:
    berlin = await a_location(admin, "admin")
    item = ok(await admin.post("/admin/inventory-items", json={"sku": "AMBER"}))["inventory_item"]["id"]
    levels = f"/admin/inventory-items/{item}/location-levels"
    not_there = {"type": "not_found", "message": f"Item {item} is not stocked at location {berlin}"}

    assert refused(await admin.delete(f"{levels}/{berlin}"), 404) == not_there
    assert refused(await admin.post(f"{levels}/{berlin}", json={}), 404) == not_there
    assert refused(await admin.post(levels, json={"location_id": "sloc_none"}), 404)["message"] == (
        "Stock locations with ids: sloc_none was not found"
    )
    ok(await admin.post(levels, json={"location_id": berlin}))
    assert refused(await admin.post(levels, json={"location_id": berlin}), 400)["message"] == (
        f"Inventory level with inventory_item_id: {item}, location_id: {berlin}, already exists."
    )
    r = await admin.post(f"{levels}/{berlin}", json={"stocked_quantity": -3})
    assert refused(r, 400)["message"] == (
        "Invalid request: Value for field 'stocked_quantity' too small, expected at least: '0'"
    )
    refused(await admin.post(f"{levels}/{berlin}", json={"stocked_quantity": 10**18}), 400)
    assert refused(await admin.post("/admin/inventory-items", json={"sku": "AMBER"}), 400)["message"] == (
        "Inventory item with sku: AMBER, already exists."
    )
    assert refused(await admin.post("/admin/inventory-items/iitem_none", json={}), 404)["message"] == (
        'InventoryItem with id "iitem_none" not found'
    )


async def test_batches_of_the_operator(admin: httpx.AsyncClient) -> None:
    berlin, lyon = await a_location(admin, "admin", "Berlin"), await a_location(admin, "admin", "Lyon")
    silk = ok(await admin.post("/admin/inventory-items", json={"sku": "SILK"}))["inventory_item"]["id"]
    batch = f"/admin/inventory-items/{silk}/location-levels/batch"
    create = [{"location_id": berlin, "stocked_quantity": 8}, {"location_id": lyon}]

    made = ok(await admin.post(batch, json={"create": create}))
    assert [row["stocked_quantity"] for row in made["created"]] == [8, 0]
    assert (made["updated"], made["deleted"]) == ([], [])
    first, second = (row["id"] for row in made["created"])
    r = await admin.post(batch, json={"delete": [first]})
    assert "Use force flag to delete anyway." in refused(r, 400)["message"]
    update = [{"inventory_item_id": silk, "location_id": lyon, "stocked_quantity": 4}]
    done = ok(await admin.post("/admin/inventory-items/location-levels/batch", json={"update": update}))
    assert [(row["id"], row["available_quantity"]) for row in done["updated"]] == [(second, 4)]
    # All or nothing: the second level is there already.
    refused(await admin.post(batch, json={"delete": [first], "force": True, "create": [{"location_id": lyon}]}), 400)
    assert ok(await admin.post(batch, json={"delete": [first], "force": True}))["deleted"] == [first]
    assert ok(await admin.post(batch, json={})) == {"created": [], "updated": [], "deleted": []}


async def test_stock_of_a_seller(a: Shop) -> None:
    depot = await a_location(a.client, "vendor")
    path = f"/vendor/inventory-items/{a.item}"

    level = ok(await a.client.post(f"{path}/location-levels", json={"location_id": depot, "stocked_quantity": 40}), 201)
    assert level["location_level"]["available_quantity"] == 40
    assert level["location_level"]["stock_locations"][0]["address"]["city"] == "Berlin"
    r = await a.client.post(f"{path}/location-levels/{depot}", json={"stocked_quantity": 35, "reserved_quantity": 30})
    shown = ok(r)["location_level"]
    assert (shown["stocked_quantity"], shown["reserved_quantity"]) == (35, 0)
    assert ok(await a.client.get(f"{path}/location-levels"))["location_levels"] == [shown]
    assert ok(await a.client.get(f"{path}/location-levels/{depot}"))["location_level"] == shown
    r = await a.client.post(path, json={"title": "Big mug", "metadata": {"a": 1}})
    assert ok(r)["inventory_item"]["title"] == "Big mug"
    r = await a.client.get("/vendor/inventory-items", params={"q": "big", "order": "sku"})
    assert [row["id"] for row in ok(r)["inventory_items"]] == [a.item]
    r = await a.client.delete(f"{path}/location-levels/{depot}")
    assert refused(r, 400)["message"].startswith(f"Cannot remove Inventory Levels for {depot} because")
    ok(await a.client.post(f"{path}/location-levels/{depot}", json={"stocked_quantity": 0}))
    gone = ok(await a.client.delete(f"{path}/location-levels/{depot}"))
    assert (gone["object"], gone["parent"]["stocked_quantity"], gone["parent"]["stock_locations"]) == (
        "inventory-level",
        0,
        [],
    )
    assert ok(await a.client.delete(path))["inventory_item"]["sku"] == "Anna-MUG"
    assert refused(await a.client.get(path), 403) == FORBIDDEN


async def test_nobody_reaches_for_the_stock_of_another(a: Shop, b: Shop) -> None:
    depot, other = await a_location(a.client, "vendor"), await a_location(b.client, "vendor")
    path = f"/vendor/inventory-items/{a.item}"
    level = ok(await a.client.post(f"{path}/location-levels", json={"location_id": depot, "stocked_quantity": 4}), 201)
    mine = ok(
        await b.client.post(f"/vendor/inventory-items/{b.item}/location-levels", json={"location_id": other}), 201
    )

    for r in (
        await b.client.get(path),
        await b.client.post(path, json={"title": "x"}),
        await b.client.delete(path),
        await b.client.get(f"{path}/location-levels"),
        await b.client.post(f"{path}/location-levels", json={"location_id": other}),
        await b.client.get(f"{path}/location-levels/{depot}"),
        await b.client.post(f"{path}/location-levels/{depot}", json={"stocked_quantity": 0}),
        await b.client.delete(f"{path}/location-levels/{depot}"),
        await b.client.post(f"{path}/location-levels/batch", json={}),
        await b.client.post(f"/vendor/inventory-items/{b.item}/location-levels/{depot}", json={}),
        await b.client.post(f"/vendor/inventory-items/{b.item}/location-levels", json={"location_id": depot}),
    ):
        assert refused(r, 403) == FORBIDDEN
    batches = (
        ("location-levels", {"update": [{"inventory_item_id": a.item, "location_id": depot, "stocked_quantity": 0}]}),
        ("location-levels", {"create": [{"inventory_item_id": b.item, "location_id": depot}]}),
        ("location-levels", {"delete": [level["location_level"]["id"]], "force": True}),
        (f"{b.item}/location-levels", {"create": [{"location_id": depot}]}),
        (f"{b.item}/location-levels", {"update": [{"inventory_item_id": a.item, "location_id": other}]}),
        (f"{b.item}/location-levels", {"delete": [depot], "force": True}),
        (f"{b.item}/location-levels", {"delete": [mine["location_level"]["id"], "ilev_none"]}),
    )
    for where, body in batches:
        assert refused(await b.client.post(f"/vendor/inventory-items/{where}/batch", json=body), 400) == NOT_OWN
    assert ok(await a.client.get(f"{path}/location-levels/{depot}"))["location_level"]["stocked_quantity"] == 4
    body = {"delete": [other], "force": True}
    done = ok(await b.client.post(f"/vendor/inventory-items/{b.item}/location-levels/batch", json=body))
    assert done["deleted"] == [other]
