"""Lists without pages: routes that know only `fields`."""

from mercato.kernel.reader.view import EVERYTHING, Listing, Selection, key_name


def whole(fields: Selection) -> Listing:
    """The first page of everything, in the order of the keys."""
    view = fields.view
    order = view.order or key_name(view.model)
    return Listing(
        view=view, plan=fields.plan, shape=EVERYTHING, values=(), order=order, limit=view.limit, owner=fields.owner
    )
