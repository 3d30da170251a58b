"""Relations of parcels."""

from mercato.domains.fulfillments.models import Fulfillment, FulfillmentAddress, FulfillmentItem, FulfillmentLabel
from mercato.kernel.reader.view import Edge

EDGES = [
    Edge(Fulfillment, "items", FulfillmentItem, many=True, hops=[("id", FulfillmentItem, "fulfillment_id")]),
    Edge(Fulfillment, "labels", FulfillmentLabel, many=True, hops=[("id", FulfillmentLabel, "fulfillment_id")]),
    Edge(
        Fulfillment,
        "delivery_address",
        FulfillmentAddress,
        many=False,
        hops=[("delivery_address_id", FulfillmentAddress, "id")],
    ),
    Edge(FulfillmentItem, "fulfillment", Fulfillment, many=False, hops=[("fulfillment_id", Fulfillment, "id")]),
    Edge(FulfillmentLabel, "fulfillment", Fulfillment, many=False, hops=[("fulfillment_id", Fulfillment, "id")]),
]
