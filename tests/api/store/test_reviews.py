"""Reviews where shoppers and sellers see them: beside products, sellers and orders."""

import httpx

from mercato.domains.catalog.models import ProductSalesChannel, ProductVariant
from mercato.domains.customers.models import Customer
from mercato.domains.reviews.links import CustomerReview, ProductReview
from mercato.domains.reviews.models import Review, ReviewReference
from mercato.domains.sellers.links import SellerReview
from mercato.domains.sellers.models import Seller
from mercato.kernel.db import Db
from tests.api.store.conftest import Open
from tests.support.people import fine

NAMES = {"first_name": "Nora", "last_name": "Ibsen"}


async def reviewed(db: Db, shop: Open) -> str:
    """A product of a seller, each with a review; the seller's handle."""
    async with shop() as s:
        variant = await s.tx.get(ProductVariant, await s.goods(seller="Lamp Land"))
        s.tx.add(ProductSalesChannel(product_id=variant.product_id, sales_channel_id=s.channel_id))
        seller_id = s.places["Lamp Land"].seller_id
        assert seller_id is not None
    async with db.tx() as tx:
        author = Customer(email="nora@mail.example", phone="+49 1", has_account=True, **NAMES)
        of_product = Review(reference=ReviewReference.PRODUCT, rating=4, customer_note="bright")
        of_seller = Review(reference=ReviewReference.SELLER, rating=5)
        tx.add(author, of_product, of_seller)
        tx.add(CustomerReview(customer_id=author.id, review_id=of_product.id))
        tx.add(CustomerReview(customer_id=author.id, review_id=of_seller.id))
        tx.add(ProductReview(product_id=variant.product_id, review_id=of_product.id))
        tx.add(SellerReview(seller_id=seller_id, review_id=of_seller.id))
        return (await tx.get(Seller, seller_id)).handle


async def test_reviews_of_products_and_sellers_name_their_authors_and_no_more(
    store: httpx.AsyncClient, db: Db, shop: Open
) -> None:
    handle = await reviewed(db, shop)
    fields = "*reviews,*reviews.customer,*seller.reviews,*seller.reviews.customer,*seller.reviews.seller"
    [product] = fine(await store.get("/store/products", params={"fields": fields}))["products"]
    [of_product], [of_seller] = product["reviews"], product["seller"]["reviews"]
    assert (of_product["rating"], of_product["customer_note"], of_product["reference"]) == (4, "bright", "product")
    assert (of_seller["rating"], of_seller["seller"]["handle"]) == (5, handle)
    assert of_product["customer"] == of_seller["customer"] == {"id": of_product["customer"]["id"], **NAMES}

    asked = {"fields": "+email,+reviews.rating,+reviews.customer.first_name,+reviews.customer.email"}
    seller = fine(await store.get(f"/store/seller/{handle}", params=asked))["seller"]
    assert seller["reviews"][0]["customer"] == {"id": of_product["customer"]["id"], "first_name": "Nora"}


async def test_relations_of_authors_are_refused(store: httpx.AsyncClient, db: Db, shop: Open) -> None:
    handle = await reviewed(db, shop)
    for path in ("reviews.customer.addresses", "reviews.customer.orders"):
        r = await store.get(f"/store/seller/{handle}", params={"fields": f"*{path}"})
        assert (r.status_code, r.json()["message"]) == (400, f"Requested fields [{path}] are not valid")
    r = await store.get("/store/products", params={"order": "reviews.customer.email"})
    assert r.status_code == 400
