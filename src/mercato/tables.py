"""Every module with tables, imported once, so that migrations and the reader know them all. One line each, sorted."""

import mercato.domains.sellers.links as _sellers_links
import mercato.domains.sellers.models as _sellers

TABLES = (
    _sellers,
    _sellers_links,
)
