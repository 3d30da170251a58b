"""Every module with tables, imported once, so that migrations and the reader know them all. One line each, sorted."""

import mercato.domains.identity.models as _identity
import mercato.domains.inventory.models as _inventory
import mercato.domains.sellers.links as _sellers_links
import mercato.domains.sellers.models as _sellers
import mercato.domains.shipping.models as _shipping
import mercato.kernel.events.models as _events
from mercato.kernel.db import Base

TABLES = (
    _events,
    _identity,
    _inventory,
    _sellers,
    _sellers_links,
    _shipping,
)

# All tables, known because every module above is imported.
METADATA = Base.metadata
