"""Relations between keys and the rest. Who can log in, and how, is nobody's reading: identities have none."""

from mercato.domains.channels.models import SalesChannel
from mercato.domains.identity.models import ApiKey, PublishableApiKeySalesChannel
from mercato.kernel.reader.view import Edge

EDGES = [
    Edge(
        ApiKey,
        "sales_channels",
        SalesChannel,
        many=True,
        hops=[
            ("id", PublishableApiKeySalesChannel, "publishable_key_id"),
            ("sales_channel_id", SalesChannel, "id"),
        ],
    ),
]
