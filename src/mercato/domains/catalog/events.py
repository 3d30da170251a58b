"""What happens to products and their groups."""

from mercato.kernel.events.event import Event


class ProductCreated(Event, name="product.created"):
    """A product is there."""

    id: str


class ProductUpdated(Event, name="product.updated"):
    """A product has changed."""

    id: str


class ProductDeleted(Event, name="product.deleted"):
    """A product is gone."""

    id: str


class ProductVariantCreated(Event, name="product-variant.created"):
    """A variant is there."""

    id: str


class ProductVariantUpdated(Event, name="product-variant.updated"):
    """A variant has changed."""

    id: str


class ProductVariantDeleted(Event, name="product-variant.deleted"):
    """A variant is gone."""

    id: str


class ProductOptionCreated(Event, name="product-option.created"):
    """A product has one more option."""

    id: str


class ProductOptionUpdated(Event, name="product-option.updated"):
    """An option has changed."""

    id: str


class ProductOptionDeleted(Event, name="product-option.deleted"):
    """An option is gone."""

    id: str
