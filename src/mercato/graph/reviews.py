"""Relations of reviews, and of what they are about."""

from mercato.domains.catalog.models import Product
from mercato.domains.customers.models import Customer
from mercato.domains.orders.links import OrderReview
from mercato.domains.orders.models import Order
from mercato.domains.reviews.links import CustomerReview, ProductReview
from mercato.domains.reviews.models import Review
from mercato.domains.sellers.links import SellerReview
from mercato.domains.sellers.models import Seller
from mercato.kernel.reader.view import Edge

EDGES = [
    Edge(
        Product, "reviews", Review, many=True, hops=[("id", ProductReview, "product_id"), ("review_id", Review, "id")]
    ),
    Edge(Seller, "reviews", Review, many=True, hops=[("id", SellerReview, "seller_id"), ("review_id", Review, "id")]),
    Edge(Order, "reviews", Review, many=True, hops=[("id", OrderReview, "order_id"), ("review_id", Review, "id")]),
    Edge(
        Review,
        "customer",
        Customer,
        many=False,
        absent=True,
        hops=[("id", CustomerReview, "review_id"), ("customer_id", Customer, "id")],
    ),
    Edge(
        Review,
        "product",
        Product,
        many=False,
        absent=True,
        hops=[("id", ProductReview, "review_id"), ("product_id", Product, "id")],
    ),
    Edge(
        Review,
        "seller",
        Seller,
        many=False,
        absent=True,
        hops=[("id", SellerReview, "review_id"), ("seller_id", Seller, "id")],
    ),
]
