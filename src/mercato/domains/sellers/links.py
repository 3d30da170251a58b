"""What belongs to which seller: one link table per kind of thing. Every check of tenancy ends here.

The ids of the things are plain texts: sellers stand below most of what they own.
"""

from sqlalchemy.orm import Mapped

from mercato.kernel.db import Record, index_live, unique_live


class SellerProduct(Record, prefix="selprod"):
    """The product of a seller."""

    __tablename__ = "seller_seller_product_product"
    __table_args__ = (
        unique_live("seller_seller_product_product", "product_id"),
        index_live("seller_seller_product_product", "seller_id"),
    )

    seller_id: Mapped[str]
    product_id: Mapped[str]


class SellerOrder(Record, prefix="selord"):
    """The order of a seller."""

    __tablename__ = "seller_seller_order_order"
    __table_args__ = (
        unique_live("seller_seller_order_order", "order_id"),
        index_live("seller_seller_order_order", "seller_id"),
    )

    seller_id: Mapped[str]
    order_id: Mapped[str]


class SellerStockLocation(Record, prefix="selloc"):
    """The stock location of a seller."""

    __tablename__ = "seller_seller_stock_location_stock_location"
    __table_args__ = (
        unique_live("seller_seller_stock_location_stock_location", "stock_location_id"),
        index_live("seller_seller_stock_location_stock_location", "seller_id"),
    )

    seller_id: Mapped[str]
    stock_location_id: Mapped[str]


class SellerInventoryItem(Record, prefix="selitem"):
    """The inventory item of a seller."""

    __tablename__ = "seller_seller_inventory_inventory_item"
    __table_args__ = (
        unique_live("seller_seller_inventory_inventory_item", "inventory_item_id"),
        index_live("seller_seller_inventory_inventory_item", "seller_id"),
    )

    seller_id: Mapped[str]
    inventory_item_id: Mapped[str]


class SellerFulfillmentSet(Record, prefix="selfset"):
    """The fulfillment set of a seller."""

    __tablename__ = "seller_seller_fulfillment_fulfillment_set"
    __table_args__ = (
        unique_live("seller_seller_fulfillment_fulfillment_set", "fulfillment_set_id"),
        index_live("seller_seller_fulfillment_fulfillment_set", "seller_id"),
    )

    seller_id: Mapped[str]
    fulfillment_set_id: Mapped[str]


class SellerServiceZone(Record, prefix="selzone"):
    """The service zone of a seller."""

    __tablename__ = "seller_seller_fulfillment_service_zone"
    __table_args__ = (
        unique_live("seller_seller_fulfillment_service_zone", "service_zone_id"),
        index_live("seller_seller_fulfillment_service_zone", "seller_id"),
    )

    seller_id: Mapped[str]
    service_zone_id: Mapped[str]


class SellerShippingOption(Record, prefix="selopt"):
    """The shipping option of a seller."""

    __tablename__ = "seller_seller_fulfillment_shipping_option"
    __table_args__ = (
        unique_live("seller_seller_fulfillment_shipping_option", "shipping_option_id"),
        index_live("seller_seller_fulfillment_shipping_option", "seller_id"),
    )

    seller_id: Mapped[str]
    shipping_option_id: Mapped[str]


class SellerShippingProfile(Record, prefix="selprof"):
    """The shipping profile of a seller."""

    __tablename__ = "seller_seller_fulfillment_shipping_profile"
    __table_args__ = (
        unique_live("seller_seller_fulfillment_shipping_profile", "shipping_profile_id"),
        index_live("seller_seller_fulfillment_shipping_profile", "seller_id"),
    )

    seller_id: Mapped[str]
    shipping_profile_id: Mapped[str]


class SellerPromotion(Record, prefix="selpromo"):
    """The promotion of a seller."""

    __tablename__ = "seller_seller_promotion_promotion"
    __table_args__ = (
        unique_live("seller_seller_promotion_promotion", "promotion_id"),
        index_live("seller_seller_promotion_promotion", "seller_id"),
    )

    seller_id: Mapped[str]
    promotion_id: Mapped[str]


class SellerCampaign(Record, prefix="selcamp"):
    """The campaign of a seller."""

    __tablename__ = "seller_seller_promotion_campaign"
    __table_args__ = (
        unique_live("seller_seller_promotion_campaign", "campaign_id"),
        index_live("seller_seller_promotion_campaign", "seller_id"),
    )

    seller_id: Mapped[str]
    campaign_id: Mapped[str]


class SellerPriceList(Record, prefix="selplist"):
    """The price list of a seller."""

    __tablename__ = "seller_seller_pricing_price_list"
    __table_args__ = (
        unique_live("seller_seller_pricing_price_list", "price_list_id"),
        index_live("seller_seller_pricing_price_list", "seller_id"),
    )

    seller_id: Mapped[str]
    price_list_id: Mapped[str]


class SellerCustomerGroup(Record, prefix="selcgroup"):
    """The customer group of a seller."""

    __tablename__ = "seller_seller_customer_customer_group"
    __table_args__ = (
        unique_live("seller_seller_customer_customer_group", "customer_group_id"),
        index_live("seller_seller_customer_customer_group", "seller_id"),
    )

    seller_id: Mapped[str]
    customer_group_id: Mapped[str]


class SellerReturn(Record, prefix="selret"):
    """The return of a seller."""

    __tablename__ = "seller_seller_order_return"
    __table_args__ = (
        unique_live("seller_seller_order_return", "return_id"),
        index_live("seller_seller_order_return", "seller_id"),
    )

    seller_id: Mapped[str]
    return_id: Mapped[str]


class SellerRequest(Record, prefix="selreq"):
    """The request of a seller."""

    __tablename__ = "seller_seller_requests_request"
    __table_args__ = (
        unique_live("seller_seller_requests_request", "request_id"),
        index_live("seller_seller_requests_request", "seller_id"),
    )

    seller_id: Mapped[str]
    request_id: Mapped[str]


class SellerReturnRequest(Record, prefix="seloretreq"):
    """The order return request of a seller."""

    __tablename__ = "seller_seller_requests_order_return_request"
    __table_args__ = (
        unique_live("seller_seller_requests_order_return_request", "order_return_request_id"),
        index_live("seller_seller_requests_order_return_request", "seller_id"),
    )

    seller_id: Mapped[str]
    order_return_request_id: Mapped[str]


class SellerReview(Record, prefix="selrev"):
    """The review of a seller."""

    __tablename__ = "seller_seller_review_review"
    __table_args__ = (
        unique_live("seller_seller_review_review", "review_id"),
        index_live("seller_seller_review_review", "seller_id"),
    )

    seller_id: Mapped[str]
    review_id: Mapped[str]


class SellerPayoutAccount(Record, prefix="selpacc"):
    """The payout account of a seller."""

    __tablename__ = "seller_seller_payout_payout_account"
    __table_args__ = (
        unique_live("seller_seller_payout_payout_account", "payout_account_id"),
        index_live("seller_seller_payout_payout_account", "seller_id"),
    )

    seller_id: Mapped[str]
    payout_account_id: Mapped[str]


Owned = (
    SellerProduct,
    SellerOrder,
    SellerStockLocation,
    SellerInventoryItem,
    SellerFulfillmentSet,
    SellerServiceZone,
    SellerShippingOption,
    SellerShippingProfile,
    SellerPromotion,
    SellerCampaign,
    SellerPriceList,
    SellerCustomerGroup,
    SellerReturn,
    SellerRequest,
    SellerReturnRequest,
    SellerReview,
    SellerPayoutAccount,
)
"""Every kind of link, for the test that walks the vendor routes with another seller's ids."""
