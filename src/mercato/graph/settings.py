"""Relations of the marketplace's settings: store, regions, channels; and of customers to what they ordered."""

from mercato.domains.catalog.models import ProductSalesChannel
from mercato.domains.channels.models import SalesChannel
from mercato.domains.customers.models import Customer
from mercato.domains.identity.models import ApiKey, PublishableApiKeySalesChannel
from mercato.domains.orders.models import Order
from mercato.domains.payments.models import PaymentProvider
from mercato.domains.regions.models import Currency, Region, RegionPaymentProvider
from mercato.domains.stores.models import StoreCurrency
from mercato.kernel.reader.view import Edge

EDGES = [
    Edge(StoreCurrency, "currency", Currency, many=False, absent=True, hops=[("currency_code", Currency, "code")]),
    Edge(
        Region,
        "payment_providers",
        PaymentProvider,
        many=True,
        hops=[("id", RegionPaymentProvider, "region_id"), ("payment_provider_id", PaymentProvider, "id")],
    ),
    Edge(
        PaymentProvider,
        "regions",
        Region,
        many=True,
        hops=[("id", RegionPaymentProvider, "payment_provider_id"), ("region_id", Region, "id")],
    ),
    Edge(
        SalesChannel,
        "publishable_api_keys",
        ApiKey,
        many=True,
        hops=[("id", PublishableApiKeySalesChannel, "sales_channel_id"), ("publishable_key_id", ApiKey, "id")],
    ),
    Edge(
        SalesChannel,
        "products_link",
        ProductSalesChannel,
        many=True,
        hops=[("id", ProductSalesChannel, "sales_channel_id")],
    ),
    Edge(Customer, "orders", Order, many=True, hops=[("id", Order, "customer_id")]),
]
