"""Orders of a seller."""

from litestar import Router, get, post

from mercato.api.access import CurrentSeller
from mercato.domains.fulfillments.schemas import PackOrder, ShipParcel
from mercato.domains.fulfillments.views import FULFILLMENT
from mercato.domains.orders.views import ORDER_CHANGE, VENDOR_ORDER
from mercato.domains.sellers.links import SellerOrder, SellerStockLocation
from mercato.domains.sellers.queries import require_owned
from mercato.flows.fulfillment.move import deliver_parcel, ship_parcel, unpack_parcel
from mercato.flows.fulfillment.pack import Parcel, pack
from mercato.flows.orders.cancel_order import cancel_order as cancel
from mercato.flows.orders.commission_of_order import commission_of_order
from mercato.flows.orders.complete_order import complete_order as complete
from mercato.kernel.db import Db, Tx
from mercato.kernel.http.answers import Answer, answer, listing, show
from mercato.kernel.reader.run import rows_of
from mercato.kernel.reader.view import Listing, Selection

# A seller sees its own share of the payment where the operator sees the whole.
_SPLIT = {"payment_status_of": "split"}


@get("/", view=VENDOR_ORDER)
async def list_orders(tx: Tx, seller: CurrentSeller, query: Listing) -> Answer:
    """The seller's orders, newest first."""
    return await listing(tx, query, scope={"seller.id": seller.id, "is_draft_order": False}, context=_SPLIT)


@get("/{id:str}", view=VENDOR_ORDER)
async def get_order(tx: Tx, seller: CurrentSeller, id: str, fields: Selection) -> Answer:
    """One order."""
    await require_owned(tx, SellerOrder, seller.id, id)
    return await show(tx, fields, id, context=_SPLIT)


@get("/{id:str}/changes")
async def list_changes(tx: Tx, seller: CurrentSeller, id: str) -> Answer:
    """Every change of an order, oldest first."""
    await require_owned(tx, SellerOrder, seller.id, id)
    return answer(200, order_changes=await rows_of(tx, ORDER_CHANGE, ORDER_CHANGE.default, scope={"order_id": id}))


@get("/{id:str}/commission")
async def get_commission(tx: Tx, seller: CurrentSeller, id: str) -> Answer:
    """What the marketplace keeps of an order."""
    await require_owned(tx, SellerOrder, seller.id, id)
    return answer(200, commission=await commission_of_order(tx, id))


@post("/{id:str}/complete", view=VENDOR_ORDER)
async def complete_order(tx: Tx, seller: CurrentSeller, id: str, fields: Selection) -> Answer:
    """Declares an order done."""
    await require_owned(tx, SellerOrder, seller.id, id)
    await complete(tx, id)
    return await show(tx, fields, id, context=_SPLIT)


@post("/{id:str}/cancel", view=VENDOR_ORDER)
async def cancel_order(db: Db, seller: CurrentSeller, id: str, fields: Selection) -> Answer:
    """Calls an order off and gives the buyer the money back."""
    async with db.read() as tx:
        await require_owned(tx, SellerOrder, seller.id, id)
    await cancel(db, id)
    async with db.read() as tx:
        return await show(tx, fields, id, context=_SPLIT)


@post("/{id:str}/fulfillments")
async def create_fulfillment(tx: Tx, seller: CurrentSeller, id: str, data: PackOrder) -> Answer:
    """Packs a parcel."""
    await require_owned(tx, SellerOrder, seller.id, id)
    await require_owned(tx, SellerStockLocation, seller.id, data.location_id)
    parcel = await pack(tx, id, Parcel(data.items, data.location_id, created_by=seller.member_id))
    rows = await rows_of(tx, FULFILLMENT, FULFILLMENT.default, scope={"id": parcel.id})
    return answer(200, fulfillment=rows[0])


@post("/{id:str}/fulfillments/{fulfillment_id:str}/shipments", view=VENDOR_ORDER)
async def create_shipment(
    tx: Tx, seller: CurrentSeller, id: str, fulfillment_id: str, data: ShipParcel, *, fields: Selection
) -> Answer:
    """Hands a parcel over."""
    await require_owned(tx, SellerOrder, seller.id, id)
    await ship_parcel(tx, id, fulfillment_id, data.labels or [], by=None)
    return await show(tx, fields, id, context=_SPLIT)


@post("/{id:str}/fulfillments/{fulfillment_id:str}/mark-as-delivered", view=VENDOR_ORDER)
async def mark_as_delivered(tx: Tx, seller: CurrentSeller, id: str, fulfillment_id: str, fields: Selection) -> Answer:
    """A parcel arrived."""
    await require_owned(tx, SellerOrder, seller.id, id)
    await deliver_parcel(tx, id, fulfillment_id)
    return await show(tx, fields, id, context=_SPLIT)


@post("/{id:str}/fulfillments/{fulfillment_id:str}/cancel", view=VENDOR_ORDER)
async def cancel_fulfillment(tx: Tx, seller: CurrentSeller, id: str, fulfillment_id: str, fields: Selection) -> Answer:
    """Unpacks a parcel that has not left."""
    await require_owned(tx, SellerOrder, seller.id, id)
    await unpack_parcel(tx, id, fulfillment_id)
    return await show(tx, fields, id, context=_SPLIT)


router = Router(
    "/orders",
    route_handlers=[
        list_orders,
        get_order,
        list_changes,
        get_commission,
        complete_order,
        cancel_order,
        create_fulfillment,
        create_shipment,
        mark_as_delivered,
        cancel_fulfillment,
    ],
)
