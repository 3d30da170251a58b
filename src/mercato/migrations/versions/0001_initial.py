"""The tables of the first release."""

import sqlalchemy as sa
from alembic import op

from mercato.kernel import columns

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this state."""
    op.create_table(
        "api_key",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("title", columns.TEXT, nullable=False),
        sa.Column("token", columns.TEXT, nullable=False),
        sa.Column("redacted", columns.TEXT, nullable=False),
        sa.Column("type", sa.String(length=64), nullable=False),
        sa.Column("last_used_at", columns.Instant(), nullable=True),
        sa.Column("created_by", columns.TEXT, nullable=False),
        sa.Column("revoked_at", columns.Instant(), nullable=True),
        sa.Column("revoked_by", columns.TEXT, nullable=True),
        sa.Column("token_hash", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_api_key_created_at_id",
        "api_key",
        ["created_at", "id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index("uq_api_key_token_hash", "api_key", ["token_hash"], unique=True)
    op.create_table(
        "auth_identity",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("app_metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "auth_session",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("token_hash", columns.TEXT, nullable=False),
        sa.Column("auth_identity_id", columns.TEXT, nullable=False),
        sa.Column("actor_type", sa.String(length=64), nullable=False),
        sa.Column("actor_id", columns.TEXT, nullable=False),
        sa.Column("expires_at", columns.Instant(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("uq_auth_session_token_hash", "auth_session", ["token_hash"], unique=True)
    op.create_table(
        "event",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("data", columns.JSON_VALUE, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_event_name_created_at", "event", ["name", "created_at"], unique=False)
    op.create_table(
        "fulfillment_provider",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("is_enabled", sa.Boolean(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "fulfillment_set",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("type", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_fulfillment_set_name",
        "fulfillment_set",
        ["name"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "inventory_item",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("sku", columns.TEXT, nullable=True),
        sa.Column("origin_country", columns.TEXT, nullable=True),
        sa.Column("hs_code", columns.TEXT, nullable=True),
        sa.Column("mid_code", columns.TEXT, nullable=True),
        sa.Column("material", columns.TEXT, nullable=True),
        sa.Column("weight", columns.Exact(), nullable=True),
        sa.Column("length", columns.Exact(), nullable=True),
        sa.Column("height", columns.Exact(), nullable=True),
        sa.Column("width", columns.Exact(), nullable=True),
        sa.Column("requires_shipping", sa.Boolean(), nullable=False),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("title", columns.TEXT, nullable=True),
        sa.Column("thumbnail", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_inventory_item_sku",
        "inventory_item",
        ["sku"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "invite",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("email", columns.TEXT, nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("token", columns.TEXT, nullable=False),
        sa.Column("expires_at", columns.Instant(), nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_invite_email",
        "invite",
        ["email"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "publishable_api_key_sales_channel",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("publishable_key_id", columns.TEXT, nullable=False),
        sa.Column("sales_channel_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_publishable_api_key_sales_channel_sales_channel_id",
        "publishable_api_key_sales_channel",
        ["sales_channel_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_publishable_api_key_sales_channel_publishable_key_id_sales_c",
        "publishable_api_key_sales_channel",
        ["publishable_key_id", "sales_channel_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "schedule_tick",
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("last_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "seller",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("store_status", sa.String(length=64), nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("handle", columns.TEXT, nullable=False),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("photo", columns.TEXT, nullable=True),
        sa.Column("email", columns.TEXT, nullable=True),
        sa.Column("phone", columns.TEXT, nullable=True),
        sa.Column("address_line", columns.TEXT, nullable=True),
        sa.Column("city", columns.TEXT, nullable=True),
        sa.Column("state", columns.TEXT, nullable=True),
        sa.Column("postal_code", columns.TEXT, nullable=True),
        sa.Column("country_code", columns.TEXT, nullable=True),
        sa.Column("tax_id", columns.TEXT, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_seller_handle",
        "seller",
        ["handle"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "seller_seller_customer_customer_group",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("customer_group_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_seller_seller_customer_customer_group_seller_id",
        "seller_seller_customer_customer_group",
        ["seller_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_seller_seller_customer_customer_group_customer_group_id",
        "seller_seller_customer_customer_group",
        ["customer_group_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "seller_seller_fulfillment_fulfillment_set",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("fulfillment_set_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_seller_seller_fulfillment_fulfillment_set_seller_id",
        "seller_seller_fulfillment_fulfillment_set",
        ["seller_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_seller_seller_fulfillment_fulfillment_set_fulfillment_set_id",
        "seller_seller_fulfillment_fulfillment_set",
        ["fulfillment_set_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "seller_seller_fulfillment_service_zone",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("service_zone_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_seller_seller_fulfillment_service_zone_seller_id",
        "seller_seller_fulfillment_service_zone",
        ["seller_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_seller_seller_fulfillment_service_zone_service_zone_id",
        "seller_seller_fulfillment_service_zone",
        ["service_zone_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "seller_seller_fulfillment_shipping_option",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("shipping_option_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_seller_seller_fulfillment_shipping_option_seller_id",
        "seller_seller_fulfillment_shipping_option",
        ["seller_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_seller_seller_fulfillment_shipping_option_shipping_option_id",
        "seller_seller_fulfillment_shipping_option",
        ["shipping_option_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "seller_seller_fulfillment_shipping_profile",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("shipping_profile_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_seller_seller_fulfillment_shipping_profile_seller_id",
        "seller_seller_fulfillment_shipping_profile",
        ["seller_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_seller_seller_fulfillment_shipping_profile_shipping_profile_",
        "seller_seller_fulfillment_shipping_profile",
        ["shipping_profile_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "seller_seller_inventory_inventory_item",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("inventory_item_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_seller_seller_inventory_inventory_item_seller_id",
        "seller_seller_inventory_inventory_item",
        ["seller_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_seller_seller_inventory_inventory_item_inventory_item_id",
        "seller_seller_inventory_inventory_item",
        ["inventory_item_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "seller_seller_order_order",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("order_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_seller_seller_order_order_seller_id",
        "seller_seller_order_order",
        ["seller_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_seller_seller_order_order_order_id",
        "seller_seller_order_order",
        ["order_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "seller_seller_order_return",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("return_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_seller_seller_order_return_seller_id",
        "seller_seller_order_return",
        ["seller_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_seller_seller_order_return_return_id",
        "seller_seller_order_return",
        ["return_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "seller_seller_payout_payout_account",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("payout_account_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_seller_seller_payout_payout_account_seller_id",
        "seller_seller_payout_payout_account",
        ["seller_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_seller_seller_payout_payout_account_payout_account_id",
        "seller_seller_payout_payout_account",
        ["payout_account_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "seller_seller_pricing_price_list",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("price_list_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_seller_seller_pricing_price_list_seller_id",
        "seller_seller_pricing_price_list",
        ["seller_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_seller_seller_pricing_price_list_price_list_id",
        "seller_seller_pricing_price_list",
        ["price_list_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "seller_seller_product_product",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("product_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_seller_seller_product_product_seller_id",
        "seller_seller_product_product",
        ["seller_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_seller_seller_product_product_product_id",
        "seller_seller_product_product",
        ["product_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "seller_seller_promotion_campaign",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("campaign_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_seller_seller_promotion_campaign_seller_id",
        "seller_seller_promotion_campaign",
        ["seller_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_seller_seller_promotion_campaign_campaign_id",
        "seller_seller_promotion_campaign",
        ["campaign_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "seller_seller_promotion_promotion",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("promotion_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_seller_seller_promotion_promotion_seller_id",
        "seller_seller_promotion_promotion",
        ["seller_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_seller_seller_promotion_promotion_promotion_id",
        "seller_seller_promotion_promotion",
        ["promotion_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "seller_seller_requests_order_return_request",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("order_return_request_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_seller_seller_requests_order_return_request_seller_id",
        "seller_seller_requests_order_return_request",
        ["seller_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_seller_seller_requests_order_return_request_order_return_req",
        "seller_seller_requests_order_return_request",
        ["order_return_request_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "seller_seller_requests_request",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("request_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_seller_seller_requests_request_seller_id",
        "seller_seller_requests_request",
        ["seller_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_seller_seller_requests_request_request_id",
        "seller_seller_requests_request",
        ["request_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "seller_seller_review_review",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("review_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_seller_seller_review_review_seller_id",
        "seller_seller_review_review",
        ["seller_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_seller_seller_review_review_review_id",
        "seller_seller_review_review",
        ["review_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "seller_seller_stock_location_stock_location",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("stock_location_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_seller_seller_stock_location_stock_location_seller_id",
        "seller_seller_stock_location_stock_location",
        ["seller_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_seller_seller_stock_location_stock_location_stock_location_i",
        "seller_seller_stock_location_stock_location",
        ["stock_location_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "shipping_option_type",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("label", columns.TEXT, nullable=False),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("code", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "shipping_profile",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("type", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_shipping_profile_name",
        "shipping_profile",
        ["name"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "stock_location_address",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("address_1", columns.TEXT, nullable=False),
        sa.Column("address_2", columns.TEXT, nullable=True),
        sa.Column("company", columns.TEXT, nullable=True),
        sa.Column("city", columns.TEXT, nullable=True),
        sa.Column("country_code", columns.TEXT, nullable=False),
        sa.Column("phone", columns.TEXT, nullable=True),
        sa.Column("province", columns.TEXT, nullable=True),
        sa.Column("postal_code", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "user",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("first_name", columns.TEXT, nullable=True),
        sa.Column("last_name", columns.TEXT, nullable=True),
        sa.Column("email", columns.TEXT, nullable=False),
        sa.Column("avatar_url", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_user_email",
        "user",
        ["email"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "job",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("event_id", columns.TEXT, nullable=False),
        sa.Column("handler", columns.TEXT, nullable=False),
        sa.Column("queue", columns.TEXT, nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("attempts", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("run_at", columns.Instant(), nullable=False),
        sa.Column("worker", columns.TEXT, nullable=True),
        sa.Column("lease_until", columns.Instant(), nullable=True),
        sa.Column("started_at", columns.Instant(), nullable=True),
        sa.Column("finished_at", columns.Instant(), nullable=True),
        sa.Column("error", columns.TEXT, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_job_created_at", "job", ["created_at", "id"], unique=False)
    op.create_index(
        "ix_job_running",
        "job",
        ["lease_until"],
        unique=False,
        sqlite_where=sa.text("state = 'running'"),
        postgresql_where=sa.text("state = 'running'"),
    )
    op.create_index(
        "ix_job_waiting",
        "job",
        ["queue", "run_at", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index("uq_job_event_id_handler", "job", ["event_id", "handler"], unique=True)
    op.create_table(
        "location_fulfillment_provider",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("stock_location_id", columns.TEXT, nullable=False),
        sa.Column("fulfillment_provider_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["fulfillment_provider_id"],
            ["fulfillment_provider.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_location_fulfillment_provider_fulfillment_provider_id",
        "location_fulfillment_provider",
        ["fulfillment_provider_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_location_fulfillment_provider_stock_location_id_fulfillment_",
        "location_fulfillment_provider",
        ["stock_location_id", "fulfillment_provider_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "location_fulfillment_set",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("stock_location_id", columns.TEXT, nullable=False),
        sa.Column("fulfillment_set_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["fulfillment_set_id"],
            ["fulfillment_set.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_location_fulfillment_set_stock_location_id",
        "location_fulfillment_set",
        ["stock_location_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_location_fulfillment_set_fulfillment_set_id",
        "location_fulfillment_set",
        ["fulfillment_set_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "member",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("role", sa.String(length=64), nullable=False),
        sa.Column("name", columns.TEXT, nullable=True),
        sa.Column("email", columns.TEXT, nullable=True),
        sa.Column("bio", columns.TEXT, nullable=True),
        sa.Column("phone", columns.TEXT, nullable=True),
        sa.Column("photo", columns.TEXT, nullable=True),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["seller_id"],
            ["seller.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_member_seller_id",
        "member",
        ["seller_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "member_invite",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("email", columns.TEXT, nullable=False),
        sa.Column("role", sa.String(length=64), nullable=False),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("token", columns.TEXT, nullable=False),
        sa.Column("expires_at", columns.Instant(), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["seller_id"],
            ["seller.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_member_invite_seller_id",
        "member_invite",
        ["seller_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "product_shipping_profile",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("product_id", columns.TEXT, nullable=False),
        sa.Column("shipping_profile_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["shipping_profile_id"],
            ["shipping_profile.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_product_shipping_profile_shipping_profile_id",
        "product_shipping_profile",
        ["shipping_profile_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_product_shipping_profile_product_id",
        "product_shipping_profile",
        ["product_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "product_variant_inventory_item",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("variant_id", columns.TEXT, nullable=False),
        sa.Column("inventory_item_id", columns.TEXT, nullable=False),
        sa.Column("required_quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["inventory_item_id"],
            ["inventory_item.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_product_variant_inventory_item_inventory_item_id",
        "product_variant_inventory_item",
        ["inventory_item_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_product_variant_inventory_item_variant_id_inventory_item_id",
        "product_variant_inventory_item",
        ["variant_id", "inventory_item_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "provider_identity",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("entity_id", columns.TEXT, nullable=False),
        sa.Column("provider", columns.TEXT, nullable=False),
        sa.Column("auth_identity_id", columns.TEXT, nullable=False),
        sa.Column("user_metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("provider_metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["auth_identity_id"],
            ["auth_identity.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_provider_identity_auth_identity_id",
        "provider_identity",
        ["auth_identity_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_provider_identity_entity_id_provider",
        "provider_identity",
        ["entity_id", "provider"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "seller_onboarding",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("store_information", sa.Boolean(), nullable=False),
        sa.Column("stripe_connection", sa.Boolean(), nullable=False),
        sa.Column("locations_shipping", sa.Boolean(), nullable=False),
        sa.Column("products", sa.Boolean(), nullable=False),
        sa.Column("seller_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["seller_id"],
            ["seller.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_seller_onboarding_seller_id",
        "seller_onboarding",
        ["seller_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "service_zone",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("fulfillment_set_id", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["fulfillment_set_id"],
            ["fulfillment_set.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_service_zone_fulfillment_set_id",
        "service_zone",
        ["fulfillment_set_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_service_zone_name",
        "service_zone",
        ["name"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "stock_location",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("address_id", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["address_id"],
            ["stock_location_address.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_stock_location_address_id",
        "stock_location",
        ["address_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "geo_zone",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("type", sa.String(length=64), nullable=False),
        sa.Column("country_code", columns.TEXT, nullable=False),
        sa.Column("province_code", columns.TEXT, nullable=True),
        sa.Column("city", columns.TEXT, nullable=True),
        sa.Column("postal_expression", columns.JSON_VALUE, nullable=True),
        sa.Column("service_zone_id", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["service_zone_id"],
            ["service_zone.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_geo_zone_country_code",
        "geo_zone",
        ["country_code"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_geo_zone_service_zone_id",
        "geo_zone",
        ["service_zone_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "inventory_level",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("inventory_item_id", columns.TEXT, nullable=False),
        sa.Column("location_id", columns.TEXT, nullable=False),
        sa.Column("stocked_quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("reserved_quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("incoming_quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["inventory_item_id"],
            ["inventory_item.id"],
        ),
        sa.ForeignKeyConstraint(
            ["location_id"],
            ["stock_location.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_inventory_level_location_id",
        "inventory_level",
        ["location_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_inventory_level_inventory_item_id_location_id",
        "inventory_level",
        ["inventory_item_id", "location_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "reservation_item",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("line_item_id", columns.TEXT, nullable=True),
        sa.Column("inventory_item_id", columns.TEXT, nullable=False),
        sa.Column("location_id", columns.TEXT, nullable=False),
        sa.Column("quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("allow_backorder", sa.Boolean(), nullable=False),
        sa.Column("external_id", columns.TEXT, nullable=True),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("created_by", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["inventory_item_id"],
            ["inventory_item.id"],
        ),
        sa.ForeignKeyConstraint(
            ["location_id"],
            ["stock_location.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_reservation_item_inventory_item_id",
        "reservation_item",
        ["inventory_item_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_reservation_item_line_item_id",
        "reservation_item",
        ["line_item_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_reservation_item_location_id",
        "reservation_item",
        ["location_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "sales_channel_stock_location",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("sales_channel_id", columns.TEXT, nullable=False),
        sa.Column("stock_location_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["stock_location_id"],
            ["stock_location.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_sales_channel_stock_location_stock_location_id",
        "sales_channel_stock_location",
        ["stock_location_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_sales_channel_stock_location_sales_channel_id_stock_location",
        "sales_channel_stock_location",
        ["sales_channel_id", "stock_location_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "shipping_option",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("price_type", sa.String(length=64), nullable=False),
        sa.Column("service_zone_id", columns.TEXT, nullable=False),
        sa.Column("shipping_profile_id", columns.TEXT, nullable=True),
        sa.Column("provider_id", columns.TEXT, nullable=True),
        sa.Column("data", columns.JSON_VALUE, nullable=True),
        sa.Column("shipping_option_type_id", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["fulfillment_provider.id"],
        ),
        sa.ForeignKeyConstraint(
            ["service_zone_id"],
            ["service_zone.id"],
        ),
        sa.ForeignKeyConstraint(
            ["shipping_option_type_id"],
            ["shipping_option_type.id"],
        ),
        sa.ForeignKeyConstraint(
            ["shipping_profile_id"],
            ["shipping_profile.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_shipping_option_provider_id",
        "shipping_option",
        ["provider_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_shipping_option_service_zone_id",
        "shipping_option",
        ["service_zone_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_shipping_option_shipping_option_type_id",
        "shipping_option",
        ["shipping_option_type_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_shipping_option_shipping_profile_id",
        "shipping_option",
        ["shipping_profile_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "step",
        sa.Column("job_id", columns.TEXT, nullable=False),
        sa.Column("n", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("result", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["job_id"],
            ["job.id"],
        ),
        sa.PrimaryKeyConstraint("job_id", "n"),
    )
    op.create_table(
        "shipping_option_price_set",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("shipping_option_id", columns.TEXT, nullable=False),
        sa.Column("price_set_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["shipping_option_id"],
            ["shipping_option.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_shipping_option_price_set_price_set_id",
        "shipping_option_price_set",
        ["price_set_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_shipping_option_price_set_shipping_option_id",
        "shipping_option_price_set",
        ["shipping_option_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "shipping_option_rule",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("attribute", columns.TEXT, nullable=False),
        sa.Column("operator", sa.String(length=64), nullable=False),
        sa.Column("value", columns.JSON_VALUE, nullable=True),
        sa.Column("shipping_option_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["shipping_option_id"],
            ["shipping_option.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_shipping_option_rule_shipping_option_id",
        "shipping_option_rule",
        ["shipping_option_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )


def downgrade() -> None:
    """Back to the state before."""
    pass
