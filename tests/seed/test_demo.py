"""The demo is made through the routes: it proves the whole sale, several times over, on both databases."""

from collections import Counter
from pathlib import Path
from typing import Any

import httpx
import pytest

from mercato.domains.sellers.commands import create_seller
from mercato.kernel.db import Db
from mercato.kernel.errors import NotAllowed
from mercato.seed.demo.pictures import SIDE, picture
from mercato.seed.demo.scene import ensure_demo
from mercato.seed.demo.shapes import SHAPES
from mercato.seed.demo.story import ADMIN, data
from mercato.settings import Settings
from tests.support import people


@pytest.mark.slow
async def test_the_marketplace_of_the_demo(settings: Settings, app: Any, tmp_path: Path) -> None:
    settings = settings.model_copy(update={"upload_dir": tmp_path / "files", "backend_url": "http://demo.test"})

    told = await ensure_demo(settings)

    key = next(word for word in told.split() if word.startswith("pk_"))
    async with people.admin(app, *ADMIN) as admin, people.shopper(app, key) as shopper:
        await check_orders(admin)
        await check_shelves(shopper, settings.upload_dir)
    assert await ensure_demo(settings) == told, "a second call finds it and changes nothing"


async def check_orders(admin: httpx.AsyncClient) -> None:
    """25 orders, in every state that a seller can bring one to."""
    fields = "id,status,fulfillment_status,seller.id"
    orders = people.fine(await admin.get("/admin/orders", params={"limit": 100, "fields": fields}))["orders"]
    states = Counter((order["status"], order["fulfillment_status"]) for order in orders)
    assert states.total() == 25
    assert states.keys() >= {
        ("pending", "not_fulfilled"),
        ("pending", "partially_fulfilled"),
        ("pending", "fulfilled"),
        ("pending", "shipped"),
        ("pending", "delivered"),
        ("completed", "delivered"),
        ("canceled", "not_fulfilled"),
    }
    assert len({order["seller"]["id"] for order in orders}) == 4


async def check_shelves(shopper: httpx.AsyncClient, uploads: Path) -> None:
    """60 products with a price in both regions and a picture that is there."""
    for region in people.fine(await shopper.get("/store/regions"))["regions"]:
        query = {"limit": 100, "region_id": region["id"], "fields": "thumbnail,*variants.calculated_price"}
        products = people.fine(await shopper.get("/store/products", params=query))["products"]
        assert len(products) == 60
        prices = [variant["calculated_price"] for product in products for variant in product["variants"]]
        assert {price["currency_code"] for price in prices} == {region["currency_code"]}
        for product in products:
            name = product["thumbnail"].removeprefix("http://demo.test/static/")
            assert (uploads / name).read_bytes().startswith(b"\x89PNG")


async def test_a_marketplace_of_somebody_is_left_alone(settings: Settings, db: Db) -> None:
    async with db.tx() as tx:
        await create_seller(tx, seller={"name": "Own Shop"}, member={"name": "Olga", "email": "olga@shop.example"})
    with pytest.raises(NotAllowed, match="holds a marketplace already"):
        await ensure_demo(settings)


def test_every_product_has_a_shape() -> None:
    used = {product["shape"] for seller in data()["sellers"] for product in seller["products"]}
    assert used <= SHAPES.keys()


def test_a_picture_is_a_square_of_the_same_bytes_each_time() -> None:
    drawn = picture("cup", 200, 0)
    assert drawn == picture("cup", 200, 0)
    assert drawn != picture("cup", 200, 1)
    assert int.from_bytes(drawn[16:20], "big") == int.from_bytes(drawn[20:24], "big") == SIDE
