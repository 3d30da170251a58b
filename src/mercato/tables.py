"""Every module with tables, imported once, so that migrations and the reader know them all. One line each, sorted."""

import mercato.domains.carts.models as _carts
import mercato.domains.catalog.attribute_models as _catalog_attributes
import mercato.domains.catalog.models as _catalog
import mercato.domains.channels.models as _channels
import mercato.domains.commissions.models as _commissions
import mercato.domains.configuration.models as _configuration
import mercato.domains.customers.models as _customers
import mercato.domains.fulfillments.models as _fulfillments
import mercato.domains.identity.models as _identity
import mercato.domains.inventory.models as _inventory
import mercato.domains.notifications.models as _notifications
import mercato.domains.orders.change_models as _orders_changes
import mercato.domains.orders.links as _orders_links
import mercato.domains.orders.models as _orders
import mercato.domains.orders.return_models as _orders_returns
import mercato.domains.orders.set_models as _orders_sets
import mercato.domains.payments.models as _payments
import mercato.domains.payouts.models as _payouts
import mercato.domains.pricing.models as _pricing
import mercato.domains.promotions.models as _promotions
import mercato.domains.regions.models as _regions
import mercato.domains.requests.models as _requests
import mercato.domains.reviews.links as _reviews_links
import mercato.domains.reviews.models as _reviews
import mercato.domains.sellers.links as _sellers_links
import mercato.domains.sellers.models as _sellers
import mercato.domains.shipping.models as _shipping
import mercato.domains.stores.models as _stores
import mercato.domains.taxes.models as _taxes
import mercato.kernel.events.models as _events
import mercato.kernel.numbers as _numbers
from mercato.kernel.db import Base

TABLES = (
    _carts,
    _catalog,
    _catalog_attributes,
    _channels,
    _commissions,
    _configuration,
    _customers,
    _events,
    _fulfillments,
    _identity,
    _inventory,
    _notifications,
    _numbers,
    _orders,
    _orders_changes,
    _orders_links,
    _orders_returns,
    _orders_sets,
    _payments,
    _payouts,
    _pricing,
    _promotions,
    _regions,
    _requests,
    _reviews,
    _reviews_links,
    _sellers,
    _sellers_links,
    _shipping,
    _stores,
    _taxes,
)

# All tables, known because every module above is imported.
METADATA = Base.metadata
