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
        "attribute",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("is_required", sa.Boolean(), nullable=False),
        sa.Column("is_filterable", sa.Boolean(), nullable=False),
        sa.Column("handle", columns.TEXT, nullable=False),
        sa.Column("ui_component", sa.String(length=64), nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_attribute_handle",
        "attribute",
        ["handle"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
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
        "cart_address",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("customer_id", columns.TEXT, nullable=True),
        sa.Column("company", columns.TEXT, nullable=True),
        sa.Column("first_name", columns.TEXT, nullable=True),
        sa.Column("last_name", columns.TEXT, nullable=True),
        sa.Column("address_1", columns.TEXT, nullable=True),
        sa.Column("address_2", columns.TEXT, nullable=True),
        sa.Column("city", columns.TEXT, nullable=True),
        sa.Column("country_code", columns.TEXT, nullable=True),
        sa.Column("province", columns.TEXT, nullable=True),
        sa.Column("postal_code", columns.TEXT, nullable=True),
        sa.Column("phone", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "cart_payment_collection",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("cart_id", columns.TEXT, nullable=False),
        sa.Column("payment_collection_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_cart_payment_collection_cart_id",
        "cart_payment_collection",
        ["cart_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_cart_payment_collection_payment_collection_id",
        "cart_payment_collection",
        ["payment_collection_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "cart_promotion",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("cart_id", columns.TEXT, nullable=False),
        sa.Column("promotion_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_cart_promotion_cart_id_promotion_id",
        "cart_promotion",
        ["cart_id", "promotion_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "commission_line",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("item_line_id", columns.TEXT, nullable=False),
        sa.Column("rule_id", columns.TEXT, nullable=False),
        sa.Column("currency_code", columns.TEXT, nullable=False),
        sa.Column("value", columns.Exact(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_commission_line_rule_id",
        "commission_line",
        ["rule_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_commission_line_item_line_id",
        "commission_line",
        ["item_line_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "commission_rule",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=False),
        sa.Column("reference_id", columns.TEXT, nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_commission_rule_reference_reference_id",
        "commission_rule",
        ["reference", "reference_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "configuration_rule",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("rule_type", sa.String(length=64), nullable=False),
        sa.Column("is_enabled", sa.Boolean(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_configuration_rule_rule_type",
        "configuration_rule",
        ["rule_type"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "currency",
        sa.Column("code", columns.TEXT, nullable=False),
        sa.Column("symbol", columns.TEXT, nullable=False),
        sa.Column("symbol_native", columns.TEXT, nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("decimal_digits", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("rounding", columns.Exact(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "customer",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("company_name", columns.TEXT, nullable=True),
        sa.Column("first_name", columns.TEXT, nullable=True),
        sa.Column("last_name", columns.TEXT, nullable=True),
        sa.Column("email", columns.TEXT, nullable=True),
        sa.Column("phone", columns.TEXT, nullable=True),
        sa.Column("has_account", sa.Boolean(), nullable=False),
        sa.Column("created_by", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_customer_created_at_id",
        "customer",
        ["created_at", "id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_customer_email_has_account",
        "customer",
        ["email", "has_account"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "customer_customer_review_review",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("customer_id", columns.TEXT, nullable=False),
        sa.Column("review_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_customer_customer_review_review_customer_id",
        "customer_customer_review_review",
        ["customer_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_customer_customer_review_review_review_id",
        "customer_customer_review_review",
        ["review_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "customer_group",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("created_by", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_customer_group_name",
        "customer_group",
        ["name"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
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
        "fulfillment_address",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("company", columns.TEXT, nullable=True),
        sa.Column("first_name", columns.TEXT, nullable=True),
        sa.Column("last_name", columns.TEXT, nullable=True),
        sa.Column("address_1", columns.TEXT, nullable=True),
        sa.Column("address_2", columns.TEXT, nullable=True),
        sa.Column("city", columns.TEXT, nullable=True),
        sa.Column("country_code", columns.TEXT, nullable=True),
        sa.Column("province", columns.TEXT, nullable=True),
        sa.Column("postal_code", columns.TEXT, nullable=True),
        sa.Column("phone", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
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
        "marketplace_order_set_order_order",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("order_set_id", columns.TEXT, nullable=False),
        sa.Column("order_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_marketplace_order_set_order_order_order_set_id",
        "marketplace_order_set_order_order",
        ["order_set_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_marketplace_order_set_order_order_order_id",
        "marketplace_order_set_order_order",
        ["order_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "notification",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("to", columns.TEXT, nullable=False),
        sa.Column("from", columns.TEXT, nullable=True),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("template", columns.TEXT, nullable=False),
        sa.Column("data", columns.JSON_VALUE, nullable=True),
        sa.Column("content", columns.JSON_VALUE, nullable=True),
        sa.Column("provider_data", columns.JSON_VALUE, nullable=True),
        sa.Column("trigger_type", columns.TEXT, nullable=True),
        sa.Column("resource_id", columns.TEXT, nullable=True),
        sa.Column("resource_type", columns.TEXT, nullable=True),
        sa.Column("receiver_id", columns.TEXT, nullable=True),
        sa.Column("original_notification_id", columns.TEXT, nullable=True),
        sa.Column("idempotency_key", columns.TEXT, nullable=True),
        sa.Column("external_id", columns.TEXT, nullable=True),
        sa.Column("provider_id", columns.TEXT, nullable=True),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_notification_channel_to",
        "notification",
        ["channel", "to"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index("ix_notification_created_at_id", "notification", ["created_at", "id"], unique=False)
    op.create_index(
        "uq_notification_idempotency_key",
        "notification",
        ["idempotency_key"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "number_series",
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("value", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "order_address",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("customer_id", columns.TEXT, nullable=True),
        sa.Column("company", columns.TEXT, nullable=True),
        sa.Column("first_name", columns.TEXT, nullable=True),
        sa.Column("last_name", columns.TEXT, nullable=True),
        sa.Column("address_1", columns.TEXT, nullable=True),
        sa.Column("address_2", columns.TEXT, nullable=True),
        sa.Column("city", columns.TEXT, nullable=True),
        sa.Column("country_code", columns.TEXT, nullable=True),
        sa.Column("province", columns.TEXT, nullable=True),
        sa.Column("postal_code", columns.TEXT, nullable=True),
        sa.Column("phone", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "order_cancellation",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("order_id", columns.TEXT, nullable=False),
        sa.Column("payment_id", columns.TEXT, nullable=False),
        sa.Column("amount", columns.Exact(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_order_cancellation_state_created_at",
        "order_cancellation",
        ["state", "created_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_order_cancellation_order_id",
        "order_cancellation",
        ["order_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order_cart",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("order_id", columns.TEXT, nullable=False),
        sa.Column("cart_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_order_cart_cart_id",
        "order_cart",
        ["cart_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_order_cart_order_id",
        "order_cart",
        ["order_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order_fulfillment",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("order_id", columns.TEXT, nullable=False),
        sa.Column("fulfillment_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_order_fulfillment_order_id",
        "order_fulfillment",
        ["order_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_order_fulfillment_fulfillment_id",
        "order_fulfillment",
        ["fulfillment_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order_line_item",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("title", columns.TEXT, nullable=False),
        sa.Column("subtitle", columns.TEXT, nullable=True),
        sa.Column("thumbnail", columns.TEXT, nullable=True),
        sa.Column("variant_id", columns.TEXT, nullable=True),
        sa.Column("product_id", columns.TEXT, nullable=True),
        sa.Column("product_title", columns.TEXT, nullable=True),
        sa.Column("product_description", columns.TEXT, nullable=True),
        sa.Column("product_subtitle", columns.TEXT, nullable=True),
        sa.Column("product_type", columns.TEXT, nullable=True),
        sa.Column("product_type_id", columns.TEXT, nullable=True),
        sa.Column("product_collection", columns.TEXT, nullable=True),
        sa.Column("product_handle", columns.TEXT, nullable=True),
        sa.Column("variant_sku", columns.TEXT, nullable=True),
        sa.Column("variant_barcode", columns.TEXT, nullable=True),
        sa.Column("variant_title", columns.TEXT, nullable=True),
        sa.Column("variant_option_values", columns.JSON_VALUE, nullable=True),
        sa.Column("requires_shipping", sa.Boolean(), nullable=False),
        sa.Column("is_discountable", sa.Boolean(), nullable=False),
        sa.Column("is_giftcard", sa.Boolean(), nullable=False),
        sa.Column("is_tax_inclusive", sa.Boolean(), nullable=False),
        sa.Column("is_custom_price", sa.Boolean(), nullable=False),
        sa.Column("compare_at_unit_price", columns.Exact(), nullable=True),
        sa.Column("unit_price", columns.Exact(), nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "order_order_review_review",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("order_id", columns.TEXT, nullable=False),
        sa.Column("review_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_order_order_review_review_order_id",
        "order_order_review_review",
        ["order_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_order_order_review_review_review_id",
        "order_order_review_review",
        ["review_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order_order_split_order_payment_split_order_payment",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("order_id", columns.TEXT, nullable=False),
        sa.Column("split_order_payment_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_order_order_split_order_payment_split_order_payment_order_id",
        "order_order_split_order_payment_split_order_payment",
        ["order_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_order_order_split_order_payment_split_order_payment_split_or",
        "order_order_split_order_payment_split_order_payment",
        ["split_order_payment_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order_payment_collection",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("order_id", columns.TEXT, nullable=False),
        sa.Column("payment_collection_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_order_payment_collection_payment_collection_id",
        "order_payment_collection",
        ["payment_collection_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_order_payment_collection_order_id_payment_collection_id",
        "order_payment_collection",
        ["order_id", "payment_collection_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order_payout",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("order_id", columns.TEXT, nullable=False),
        sa.Column("payout_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_order_payout_order_id",
        "order_payout",
        ["order_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_order_payout_payout_id",
        "order_payout",
        ["payout_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order_promotion",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("order_id", columns.TEXT, nullable=False),
        sa.Column("promotion_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_order_promotion_promotion_id",
        "order_promotion",
        ["promotion_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_order_promotion_order_id_promotion_id",
        "order_promotion",
        ["order_id", "promotion_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order_set",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("display_id", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("sales_channel_id", columns.TEXT, nullable=False),
        sa.Column("cart_id", columns.TEXT, nullable=False),
        sa.Column("customer_id", columns.TEXT, nullable=True),
        sa.Column("payment_collection_id", columns.TEXT, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_order_set_created_at_id", "order_set", ["created_at", "id"], unique=False)
    op.create_index(
        "ix_order_set_customer_id",
        "order_set",
        ["customer_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_order_set_cart_id",
        "order_set",
        ["cart_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_order_set_display_id",
        "order_set",
        ["display_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order_shipping_method",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("is_custom_amount", sa.Boolean(), nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("amount", columns.Exact(), nullable=False),
        sa.Column("is_tax_inclusive", sa.Boolean(), nullable=False),
        sa.Column("shipping_option_id", columns.TEXT, nullable=True),
        sa.Column("data", columns.JSON_VALUE, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "payment_attempt",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("cart_id", columns.TEXT, nullable=False),
        sa.Column("payment_session_id", columns.TEXT, nullable=False),
        sa.Column("provider_id", columns.TEXT, nullable=False),
        sa.Column("amount", columns.Exact(), nullable=False),
        sa.Column("currency_code", columns.TEXT, nullable=False),
        sa.Column("data", columns.JSON_VALUE, nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_payment_attempt_state_created_at",
        "payment_attempt",
        ["state", "created_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "payment_collection",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("currency_code", columns.TEXT, nullable=False),
        sa.Column("amount", columns.Exact(), nullable=False),
        sa.Column("authorized_amount", columns.Exact(), nullable=True),
        sa.Column("captured_amount", columns.Exact(), nullable=True),
        sa.Column("refunded_amount", columns.Exact(), nullable=True),
        sa.Column("completed_at", columns.Instant(), nullable=True),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "payment_provider",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("is_enabled", sa.Boolean(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "payout_account",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("reference_id", columns.TEXT, nullable=False),
        sa.Column("data", columns.JSON_VALUE, nullable=False),
        sa.Column("context", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "price_list",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("starts_at", columns.Instant(), nullable=True),
        sa.Column("ends_at", columns.Instant(), nullable=True),
        sa.Column("rules_count", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("title", columns.TEXT, nullable=False),
        sa.Column("description", columns.TEXT, nullable=False),
        sa.Column("type", sa.String(length=64), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_price_list_status_starts_at_ends_at",
        "price_list",
        ["status", "starts_at", "ends_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "price_preference",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("attribute", columns.TEXT, nullable=False),
        sa.Column("value", columns.TEXT, nullable=False),
        sa.Column("is_tax_inclusive", sa.Boolean(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_price_preference_attribute_value",
        "price_preference",
        ["attribute", "value"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "price_set",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "product_category",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("description", columns.TEXT, nullable=False),
        sa.Column("handle", columns.TEXT, nullable=False),
        sa.Column("mpath", columns.TEXT, nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("is_internal", sa.Boolean(), nullable=False),
        sa.Column("rank", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("parent_category_id", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["parent_category_id"], ["product_category.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_product_category_mpath",
        "product_category",
        ["mpath"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_product_category_parent_category_id_rank",
        "product_category",
        ["parent_category_id", "rank"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_product_category_handle",
        "product_category",
        ["handle"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "product_collection",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("title", columns.TEXT, nullable=False),
        sa.Column("handle", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_product_collection_handle",
        "product_collection",
        ["handle"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "product_product_review_review",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("product_id", columns.TEXT, nullable=False),
        sa.Column("review_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_product_product_review_review_product_id",
        "product_product_review_review",
        ["product_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_product_product_review_review_review_id",
        "product_product_review_review",
        ["review_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "product_tag",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("value", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_product_tag_value",
        "product_tag",
        ["value"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "product_type",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("value", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_product_type_value",
        "product_type",
        ["value"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "promotion_campaign",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("campaign_identifier", columns.TEXT, nullable=False),
        sa.Column("starts_at", columns.Instant(), nullable=True),
        sa.Column("ends_at", columns.Instant(), nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_promotion_campaign_campaign_identifier",
        "promotion_campaign",
        ["campaign_identifier"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "promotion_rule",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("attribute", columns.TEXT, nullable=False),
        sa.Column("operator", sa.String(length=64), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_promotion_rule_attribute",
        "promotion_rule",
        ["attribute"],
        unique=False,
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
        "refund_reason",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("label", columns.TEXT, nullable=False),
        sa.Column("code", columns.TEXT, nullable=False),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "region",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("currency_code", columns.TEXT, nullable=False),
        sa.Column("automatic_taxes", sa.Boolean(), nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "request",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("type", columns.TEXT, nullable=False),
        sa.Column("data", columns.JSON_VALUE, nullable=False),
        sa.Column("submitter_id", columns.TEXT, nullable=False),
        sa.Column("reviewer_id", columns.TEXT, nullable=True),
        sa.Column("reviewer_note", columns.TEXT, nullable=True),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_request_created_at_id", "request", ["created_at", "id"], unique=False)
    op.create_index(
        "ix_request_type_submitter_id",
        "request",
        ["type", "submitter_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "review",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=False),
        sa.Column("rating", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("customer_note", columns.TEXT, nullable=True),
        sa.Column("seller_note", columns.TEXT, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "sales_channel",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("is_disabled", sa.Boolean(), nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
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
        "split_order_payment",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("currency_code", columns.TEXT, nullable=False),
        sa.Column("authorized_amount", columns.Exact(), nullable=False),
        sa.Column("captured_amount", columns.Exact(), nullable=False),
        sa.Column("refunded_amount", columns.Exact(), nullable=False),
        sa.Column("payment_collection_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_split_order_payment_payment_collection_id",
        "split_order_payment",
        ["payment_collection_id"],
        unique=False,
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
        "store",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("default_sales_channel_id", columns.TEXT, nullable=True),
        sa.Column("default_region_id", columns.TEXT, nullable=True),
        sa.Column("default_location_id", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "tax_provider",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("is_enabled", sa.Boolean(), nullable=False),
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
        "attribute_possible_value",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("value", columns.TEXT, nullable=False),
        sa.Column("rank", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("attribute_id", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["attribute_id"], ["attribute.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_attribute_possible_value_attribute_id_value",
        "attribute_possible_value",
        ["attribute_id", "value"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "attribute_value",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("value", columns.TEXT, nullable=False),
        sa.Column("rank", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("attribute_id", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["attribute_id"], ["attribute.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_attribute_value_attribute_id_value",
        "attribute_value",
        ["attribute_id", "value"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "cart",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("region_id", columns.TEXT, nullable=True),
        sa.Column("customer_id", columns.TEXT, nullable=True),
        sa.Column("sales_channel_id", columns.TEXT, nullable=True),
        sa.Column("email", columns.TEXT, nullable=True),
        sa.Column("currency_code", columns.TEXT, nullable=False),
        sa.Column("shipping_address_id", columns.TEXT, nullable=True),
        sa.Column("billing_address_id", columns.TEXT, nullable=True),
        sa.Column("completed_at", columns.Instant(), nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["billing_address_id"], ["cart_address.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["shipping_address_id"], ["cart_address.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_cart_customer_id",
        "cart",
        ["customer_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "category_detail",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("product_category_id", columns.TEXT, nullable=False),
        sa.Column("thumbnail_id", columns.TEXT, nullable=True),
        sa.Column("icon_id", columns.TEXT, nullable=True),
        sa.Column("banner_id", columns.TEXT, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["product_category_id"], ["product_category.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_category_detail_product_category_id",
        "category_detail",
        ["product_category_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "collection_detail",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("product_collection_id", columns.TEXT, nullable=False),
        sa.Column("thumbnail_id", columns.TEXT, nullable=True),
        sa.Column("icon_id", columns.TEXT, nullable=True),
        sa.Column("banner_id", columns.TEXT, nullable=True),
        sa.Column("rank", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["product_collection_id"], ["product_collection.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_collection_detail_rank",
        "collection_detail",
        ["rank"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_collection_detail_product_collection_id",
        "collection_detail",
        ["product_collection_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "commission_rate",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("type", sa.String(length=64), nullable=False),
        sa.Column("percentage_rate", columns.Exact(), nullable=True),
        sa.Column("include_tax", sa.Boolean(), nullable=False),
        sa.Column("price_set_id", columns.TEXT, nullable=True),
        sa.Column("min_price_set_id", columns.TEXT, nullable=True),
        sa.Column("max_price_set_id", columns.TEXT, nullable=True),
        sa.Column("rule_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["rule_id"], ["commission_rule.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_commission_rate_rule_id",
        "commission_rate",
        ["rule_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "customer_address",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("address_name", columns.TEXT, nullable=True),
        sa.Column("is_default_shipping", sa.Boolean(), nullable=False),
        sa.Column("is_default_billing", sa.Boolean(), nullable=False),
        sa.Column("company", columns.TEXT, nullable=True),
        sa.Column("first_name", columns.TEXT, nullable=True),
        sa.Column("last_name", columns.TEXT, nullable=True),
        sa.Column("address_1", columns.TEXT, nullable=True),
        sa.Column("address_2", columns.TEXT, nullable=True),
        sa.Column("city", columns.TEXT, nullable=True),
        sa.Column("country_code", columns.TEXT, nullable=True),
        sa.Column("province", columns.TEXT, nullable=True),
        sa.Column("postal_code", columns.TEXT, nullable=True),
        sa.Column("phone", columns.TEXT, nullable=True),
        sa.Column("customer_id", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_customer_address_customer_id",
        "customer_address",
        ["customer_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_customer_address_default_billing",
        "customer_address",
        ["customer_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL AND is_default_billing"),
        postgresql_where=sa.text("deleted_at IS NULL AND is_default_billing"),
    )
    op.create_index(
        "uq_customer_address_default_shipping",
        "customer_address",
        ["customer_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL AND is_default_shipping"),
        postgresql_where=sa.text("deleted_at IS NULL AND is_default_shipping"),
    )
    op.create_table(
        "customer_group_customer",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("created_by", columns.TEXT, nullable=True),
        sa.Column("customer_id", columns.TEXT, nullable=False),
        sa.Column("customer_group_id", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["customer_group_id"], ["customer_group.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_customer_group_customer_customer_group_id",
        "customer_group_customer",
        ["customer_group_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_customer_group_customer_customer_id_customer_group_id",
        "customer_group_customer",
        ["customer_id", "customer_group_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "fulfillment",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("location_id", columns.TEXT, nullable=False),
        sa.Column("packed_at", columns.Instant(), nullable=True),
        sa.Column("shipped_at", columns.Instant(), nullable=True),
        sa.Column("delivered_at", columns.Instant(), nullable=True),
        sa.Column("canceled_at", columns.Instant(), nullable=True),
        sa.Column("marked_shipped_by", columns.TEXT, nullable=True),
        sa.Column("created_by", columns.TEXT, nullable=True),
        sa.Column("data", columns.JSON_VALUE, nullable=True),
        sa.Column("requires_shipping", sa.Boolean(), nullable=False),
        sa.Column("provider_id", columns.TEXT, nullable=True),
        sa.Column("shipping_option_id", columns.TEXT, nullable=True),
        sa.Column("delivery_address_id", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["delivery_address_id"], ["fulfillment_address.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_fulfillment_location_id",
        "fulfillment",
        ["location_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_fulfillment_shipping_option_id",
        "fulfillment",
        ["shipping_option_id"],
        unique=False,
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
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_job_created_at", "job", ["created_at", "id"], unique=False)
    op.create_index(
        "ix_job_due",
        "job",
        ["run_at"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
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
            ["fulfillment_provider_id"], ["fulfillment_provider.id"], initially="DEFERRED", deferrable=True
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
        sa.ForeignKeyConstraint(["fulfillment_set_id"], ["fulfillment_set.id"], initially="DEFERRED", deferrable=True),
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
        sa.ForeignKeyConstraint(["seller_id"], ["seller.id"], initially="DEFERRED", deferrable=True),
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
        sa.ForeignKeyConstraint(["seller_id"], ["seller.id"], initially="DEFERRED", deferrable=True),
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
        "onboarding",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("data", columns.JSON_VALUE, nullable=True),
        sa.Column("context", columns.JSON_VALUE, nullable=True),
        sa.Column("payout_account_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["payout_account_id"], ["payout_account.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_onboarding_payout_account_id",
        "onboarding",
        ["payout_account_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("display_id", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("region_id", columns.TEXT, nullable=True),
        sa.Column("customer_id", columns.TEXT, nullable=True),
        sa.Column("version", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("sales_channel_id", columns.TEXT, nullable=True),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("is_draft_order", sa.Boolean(), nullable=False),
        sa.Column("email", columns.TEXT, nullable=True),
        sa.Column("currency_code", columns.TEXT, nullable=False),
        sa.Column("shipping_address_id", columns.TEXT, nullable=True),
        sa.Column("billing_address_id", columns.TEXT, nullable=True),
        sa.Column("no_notification", sa.Boolean(), nullable=True),
        sa.Column("canceled_at", columns.Instant(), nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["billing_address_id"], ["order_address.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["shipping_address_id"], ["order_address.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_order_created_at_id", "order", ["created_at", "id"], unique=False)
    op.create_index(
        "ix_order_customer_id",
        "order",
        ["customer_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_order_display_id",
        "order",
        ["display_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order_line_item_adjustment",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("is_tax_inclusive", sa.Boolean(), nullable=False),
        sa.Column("item_id", columns.TEXT, nullable=False),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("promotion_id", columns.TEXT, nullable=True),
        sa.Column("code", columns.TEXT, nullable=True),
        sa.Column("amount", columns.Exact(), nullable=False),
        sa.Column("provider_id", columns.TEXT, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["order_line_item.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_order_line_item_adjustment_item_id",
        "order_line_item_adjustment",
        ["item_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order_line_item_tax_line",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("item_id", columns.TEXT, nullable=False),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("tax_rate_id", columns.TEXT, nullable=True),
        sa.Column("code", columns.TEXT, nullable=False),
        sa.Column("rate", columns.Exact(), nullable=False),
        sa.Column("provider_id", columns.TEXT, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["order_line_item.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_order_line_item_tax_line_item_id",
        "order_line_item_tax_line",
        ["item_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order_shipping_method_adjustment",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("shipping_method_id", columns.TEXT, nullable=False),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("promotion_id", columns.TEXT, nullable=True),
        sa.Column("code", columns.TEXT, nullable=True),
        sa.Column("amount", columns.Exact(), nullable=False),
        sa.Column("provider_id", columns.TEXT, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["shipping_method_id"], ["order_shipping_method.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_order_shipping_method_adjustment_shipping_method_id",
        "order_shipping_method_adjustment",
        ["shipping_method_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order_shipping_method_tax_line",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("shipping_method_id", columns.TEXT, nullable=False),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("tax_rate_id", columns.TEXT, nullable=True),
        sa.Column("code", columns.TEXT, nullable=False),
        sa.Column("rate", columns.Exact(), nullable=False),
        sa.Column("provider_id", columns.TEXT, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["shipping_method_id"], ["order_shipping_method.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_order_shipping_method_tax_line_shipping_method_id",
        "order_shipping_method_tax_line",
        ["shipping_method_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "payment_session",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("currency_code", columns.TEXT, nullable=False),
        sa.Column("amount", columns.Exact(), nullable=False),
        sa.Column("provider_id", columns.TEXT, nullable=False),
        sa.Column("data", columns.JSON_VALUE, nullable=False),
        sa.Column("context", columns.JSON_VALUE, nullable=True),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("authorized_at", columns.Instant(), nullable=True),
        sa.Column("payment_collection_id", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["payment_collection_id"], ["payment_collection.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_payment_session_payment_collection_id",
        "payment_session",
        ["payment_collection_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "payout",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("currency_code", columns.TEXT, nullable=False),
        sa.Column("amount", columns.Exact(), nullable=False),
        sa.Column("data", columns.JSON_VALUE, nullable=True),
        sa.Column("payout_account_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["payout_account_id"], ["payout_account.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_payout_payout_account_id",
        "payout",
        ["payout_account_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "price",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("title", columns.TEXT, nullable=True),
        sa.Column("price_set_id", columns.TEXT, nullable=False),
        sa.Column("currency_code", columns.TEXT, nullable=False),
        sa.Column("amount", columns.Exact(), nullable=False),
        sa.Column("min_quantity", columns.Exact(), nullable=True),
        sa.Column("max_quantity", columns.Exact(), nullable=True),
        sa.Column("rules_count", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("price_list_id", columns.TEXT, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["price_list_id"], ["price_list.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["price_set_id"], ["price_set.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_price_price_list_id",
        "price",
        ["price_list_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_price_price_set_id_currency_code",
        "price",
        ["price_set_id", "currency_code"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "price_list_rule",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("attribute", columns.TEXT, nullable=False),
        sa.Column("value", columns.JSON_VALUE, nullable=False),
        sa.Column("price_list_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["price_list_id"], ["price_list.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_price_list_rule_attribute",
        "price_list_rule",
        ["attribute"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_price_list_rule_price_list_id_attribute",
        "price_list_rule",
        ["price_list_id", "attribute"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "product",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("title", columns.TEXT, nullable=False),
        sa.Column("handle", columns.TEXT, nullable=False),
        sa.Column("subtitle", columns.TEXT, nullable=True),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("is_giftcard", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("thumbnail", columns.TEXT, nullable=True),
        sa.Column("weight", columns.TEXT, nullable=True),
        sa.Column("length", columns.TEXT, nullable=True),
        sa.Column("height", columns.TEXT, nullable=True),
        sa.Column("width", columns.TEXT, nullable=True),
        sa.Column("origin_country", columns.TEXT, nullable=True),
        sa.Column("hs_code", columns.TEXT, nullable=True),
        sa.Column("mid_code", columns.TEXT, nullable=True),
        sa.Column("material", columns.TEXT, nullable=True),
        sa.Column("discountable", sa.Boolean(), nullable=False),
        sa.Column("external_id", columns.TEXT, nullable=True),
        sa.Column("type_id", columns.TEXT, nullable=True),
        sa.Column("collection_id", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["collection_id"], ["product_collection.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["type_id"], ["product_type.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_product_collection_id",
        "product",
        ["collection_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index("ix_product_created_at_id", "product", ["created_at", "id"], unique=False)
    op.create_index(
        "ix_product_status_id",
        "product",
        ["status", "id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_product_type_id",
        "product",
        ["type_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_product_handle",
        "product",
        ["handle"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "product_product_category_attribute_attribute",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("product_category_id", columns.TEXT, nullable=False),
        sa.Column("attribute_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["attribute_id"], ["attribute.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(
            ["product_category_id"], ["product_category.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_product_product_category_attribute_attribute_attribute_id",
        "product_product_category_attribute_attribute",
        ["attribute_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_product_product_category_attribute_attribute_product_categor",
        "product_product_category_attribute_attribute",
        ["product_category_id", "attribute_id"],
        unique=True,
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
            ["shipping_profile_id"], ["shipping_profile.id"], initially="DEFERRED", deferrable=True
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
        sa.ForeignKeyConstraint(["inventory_item_id"], ["inventory_item.id"], initially="DEFERRED", deferrable=True),
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
        "product_variant_price_set",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("variant_id", columns.TEXT, nullable=False),
        sa.Column("price_set_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["price_set_id"], ["price_set.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_product_variant_price_set_price_set_id",
        "product_variant_price_set",
        ["price_set_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_product_variant_price_set_variant_id",
        "product_variant_price_set",
        ["variant_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "promotion",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("code", columns.TEXT, nullable=False),
        sa.Column("type", sa.String(length=64), nullable=False),
        sa.Column("is_automatic", sa.Boolean(), nullable=False),
        sa.Column("is_tax_inclusive", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["campaign_id"], ["promotion_campaign.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_promotion_campaign_id",
        "promotion",
        ["campaign_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_promotion_is_automatic",
        "promotion",
        ["is_automatic"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_promotion_code",
        "promotion",
        ["code"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "promotion_campaign_budget",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("type", sa.String(length=64), nullable=False),
        sa.Column("currency_code", columns.TEXT, nullable=True),
        sa.Column("limit", columns.Exact(), nullable=True),
        sa.Column("used", columns.Exact(), nullable=False),
        sa.Column("attribute", columns.TEXT, nullable=True),
        sa.Column("campaign_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["campaign_id"], ["promotion_campaign.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_promotion_campaign_budget_campaign_id",
        "promotion_campaign_budget",
        ["campaign_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "promotion_rule_value",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("value", columns.TEXT, nullable=False),
        sa.Column("promotion_rule_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["promotion_rule_id"], ["promotion_rule.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_promotion_rule_value_promotion_rule_id",
        "promotion_rule_value",
        ["promotion_rule_id"],
        unique=False,
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
        sa.ForeignKeyConstraint(["auth_identity_id"], ["auth_identity.id"], initially="DEFERRED", deferrable=True),
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
        "region_country",
        sa.Column("iso_2", columns.TEXT, nullable=False),
        sa.Column("iso_3", columns.TEXT, nullable=False),
        sa.Column("num_code", columns.TEXT, nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("display_name", columns.TEXT, nullable=False),
        sa.Column("region_id", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["region_id"], ["region.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("iso_2"),
    )
    op.create_index(
        "ix_region_country_region_id",
        "region_country",
        ["region_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "region_payment_provider",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("region_id", columns.TEXT, nullable=False),
        sa.Column("payment_provider_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["region_id"], ["region.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_region_payment_provider_payment_provider_id",
        "region_payment_provider",
        ["payment_provider_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_region_payment_provider_region_id_payment_provider_id",
        "region_payment_provider",
        ["region_id", "payment_provider_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "secondary_category",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("category_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["category_id"], ["product_category.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_secondary_category_category_id",
        "secondary_category",
        ["category_id"],
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
        sa.ForeignKeyConstraint(["seller_id"], ["seller.id"], initially="DEFERRED", deferrable=True),
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
        sa.ForeignKeyConstraint(["fulfillment_set_id"], ["fulfillment_set.id"], initially="DEFERRED", deferrable=True),
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
        sa.ForeignKeyConstraint(["address_id"], ["stock_location_address.id"], initially="DEFERRED", deferrable=True),
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
        "store_currency",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("currency_code", columns.TEXT, nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("store_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["store_id"], ["store.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_store_currency_store_id_currency_code",
        "store_currency",
        ["store_id", "currency_code"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "tax_region",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("country_code", columns.TEXT, nullable=False),
        sa.Column("province_code", columns.TEXT, nullable=True),
        sa.Column("created_by", columns.TEXT, nullable=True),
        sa.Column("provider_id", columns.TEXT, nullable=True),
        sa.Column("parent_id", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["parent_id"], ["tax_region.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["provider_id"], ["tax_provider.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_tax_region_parent_id",
        "tax_region",
        ["parent_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_tax_region_country",
        "tax_region",
        ["country_code"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL AND province_code IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL AND province_code IS NULL"),
    )
    op.create_index(
        "uq_tax_region_country_code_province_code",
        "tax_region",
        ["country_code", "province_code"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "cart_line_item",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("cart_id", columns.TEXT, nullable=False),
        sa.Column("quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("title", columns.TEXT, nullable=False),
        sa.Column("subtitle", columns.TEXT, nullable=True),
        sa.Column("thumbnail", columns.TEXT, nullable=True),
        sa.Column("variant_id", columns.TEXT, nullable=True),
        sa.Column("product_id", columns.TEXT, nullable=True),
        sa.Column("product_title", columns.TEXT, nullable=True),
        sa.Column("product_description", columns.TEXT, nullable=True),
        sa.Column("product_subtitle", columns.TEXT, nullable=True),
        sa.Column("product_type", columns.TEXT, nullable=True),
        sa.Column("product_type_id", columns.TEXT, nullable=True),
        sa.Column("product_collection", columns.TEXT, nullable=True),
        sa.Column("product_handle", columns.TEXT, nullable=True),
        sa.Column("variant_sku", columns.TEXT, nullable=True),
        sa.Column("variant_barcode", columns.TEXT, nullable=True),
        sa.Column("variant_title", columns.TEXT, nullable=True),
        sa.Column("variant_option_values", columns.JSON_VALUE, nullable=True),
        sa.Column("requires_shipping", sa.Boolean(), nullable=False),
        sa.Column("is_discountable", sa.Boolean(), nullable=False),
        sa.Column("is_giftcard", sa.Boolean(), nullable=False),
        sa.Column("is_tax_inclusive", sa.Boolean(), nullable=False),
        sa.Column("is_custom_price", sa.Boolean(), nullable=False),
        sa.Column("compare_at_unit_price", columns.Exact(), nullable=True),
        sa.Column("unit_price", columns.Exact(), nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["cart_id"], ["cart.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_cart_line_item_cart_id",
        "cart_line_item",
        ["cart_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "cart_shipping_method",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("cart_id", columns.TEXT, nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("amount", columns.Exact(), nullable=False),
        sa.Column("is_tax_inclusive", sa.Boolean(), nullable=False),
        sa.Column("shipping_option_id", columns.TEXT, nullable=True),
        sa.Column("data", columns.JSON_VALUE, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["cart_id"], ["cart.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_cart_shipping_method_cart_id",
        "cart_shipping_method",
        ["cart_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "category_media",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("url", columns.TEXT, nullable=False),
        sa.Column("alt_text", columns.TEXT, nullable=True),
        sa.Column("category_detail_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["category_detail_id"], ["category_detail.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_category_media_category_detail_id",
        "category_media",
        ["category_detail_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "collection_media",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("url", columns.TEXT, nullable=False),
        sa.Column("alt_text", columns.TEXT, nullable=True),
        sa.Column("collection_detail_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["collection_detail_id"], ["collection_detail.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_collection_media_collection_detail_id",
        "collection_media",
        ["collection_detail_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "credit_line",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("cart_id", columns.TEXT, nullable=False),
        sa.Column("reference", columns.TEXT, nullable=True),
        sa.Column("reference_id", columns.TEXT, nullable=True),
        sa.Column("amount", columns.Exact(), nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["cart_id"], ["cart.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_credit_line_cart_id",
        "credit_line",
        ["cart_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "fulfillment_item",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("title", columns.TEXT, nullable=False),
        sa.Column("sku", columns.TEXT, nullable=False),
        sa.Column("barcode", columns.TEXT, nullable=False),
        sa.Column("quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("line_item_id", columns.TEXT, nullable=True),
        sa.Column("inventory_item_id", columns.TEXT, nullable=True),
        sa.Column("fulfillment_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["fulfillment_id"], ["fulfillment.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_fulfillment_item_fulfillment_id",
        "fulfillment_item",
        ["fulfillment_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "fulfillment_label",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("tracking_number", columns.TEXT, nullable=False),
        sa.Column("tracking_url", columns.TEXT, nullable=False),
        sa.Column("label_url", columns.TEXT, nullable=False),
        sa.Column("fulfillment_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["fulfillment_id"], ["fulfillment.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_fulfillment_label_fulfillment_id",
        "fulfillment_label",
        ["fulfillment_id"],
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
        sa.ForeignKeyConstraint(["service_zone_id"], ["service_zone.id"], initially="DEFERRED", deferrable=True),
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
        "image",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("url", columns.TEXT, nullable=False),
        sa.Column("rank", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("product_id", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_image_product_id_rank",
        "image",
        ["product_id", "rank"],
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
        sa.ForeignKeyConstraint(["inventory_item_id"], ["inventory_item.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["location_id"], ["stock_location.id"], initially="DEFERRED", deferrable=True),
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
        "order_change",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("order_id", columns.TEXT, nullable=False),
        sa.Column("return_id", columns.TEXT, nullable=True),
        sa.Column("claim_id", columns.TEXT, nullable=True),
        sa.Column("exchange_id", columns.TEXT, nullable=True),
        sa.Column("version", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("change_type", columns.TEXT, nullable=True),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("internal_note", columns.TEXT, nullable=True),
        sa.Column("created_by", columns.TEXT, nullable=True),
        sa.Column("requested_by", columns.TEXT, nullable=True),
        sa.Column("requested_at", columns.Instant(), nullable=True),
        sa.Column("confirmed_by", columns.TEXT, nullable=True),
        sa.Column("confirmed_at", columns.Instant(), nullable=True),
        sa.Column("declined_by", columns.TEXT, nullable=True),
        sa.Column("declined_reason", columns.TEXT, nullable=True),
        sa.Column("declined_at", columns.Instant(), nullable=True),
        sa.Column("canceled_by", columns.TEXT, nullable=True),
        sa.Column("canceled_at", columns.Instant(), nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["order_id"], ["order.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_order_change_order_id_status",
        "order_change",
        ["order_id", "status"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order_credit_line",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("order_id", columns.TEXT, nullable=False),
        sa.Column("reference", columns.TEXT, nullable=True),
        sa.Column("reference_id", columns.TEXT, nullable=True),
        sa.Column("amount", columns.Exact(), nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["order_id"], ["order.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_order_credit_line_order_id",
        "order_credit_line",
        ["order_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order_item",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("order_id", columns.TEXT, nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("first_version", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("item_id", columns.TEXT, nullable=False),
        sa.Column("unit_price", columns.Exact(), nullable=True),
        sa.Column("compare_at_unit_price", columns.Exact(), nullable=True),
        sa.Column("quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("fulfilled_quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("delivered_quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("shipped_quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("return_requested_quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("return_received_quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("return_dismissed_quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("written_off_quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["order_line_item.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["order_id"], ["order.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_order_item_order_id",
        "order_item",
        ["order_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_order_item_item_id",
        "order_item",
        ["item_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order_shipping",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("order_id", columns.TEXT, nullable=False),
        sa.Column("return_id", columns.TEXT, nullable=True),
        sa.Column("exchange_id", columns.TEXT, nullable=True),
        sa.Column("claim_id", columns.TEXT, nullable=True),
        sa.Column("version", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("shipping_method_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["order_id"], ["order.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(
            ["shipping_method_id"], ["order_shipping_method.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_order_shipping_order_id",
        "order_shipping",
        ["order_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_order_shipping_shipping_method_id",
        "order_shipping",
        ["shipping_method_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order_summary",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("order_id", columns.TEXT, nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("totals", columns.JSON_VALUE, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["order_id"], ["order.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_order_summary_order_id_version",
        "order_summary",
        ["order_id", "version"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order_transaction",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("order_id", columns.TEXT, nullable=False),
        sa.Column("return_id", columns.TEXT, nullable=True),
        sa.Column("exchange_id", columns.TEXT, nullable=True),
        sa.Column("claim_id", columns.TEXT, nullable=True),
        sa.Column("version", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("amount", columns.Exact(), nullable=False),
        sa.Column("currency_code", columns.TEXT, nullable=False),
        sa.Column("reference", columns.TEXT, nullable=True),
        sa.Column("reference_id", columns.TEXT, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["order_id"], ["order.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_order_transaction_order_id",
        "order_transaction",
        ["order_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "payment",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("amount", columns.Exact(), nullable=False),
        sa.Column("currency_code", columns.TEXT, nullable=False),
        sa.Column("provider_id", columns.TEXT, nullable=False),
        sa.Column("data", columns.JSON_VALUE, nullable=True),
        sa.Column("capturing_amount", columns.Exact(), nullable=True),
        sa.Column("captured_at", columns.Instant(), nullable=True),
        sa.Column("canceled_at", columns.Instant(), nullable=True),
        sa.Column("payment_collection_id", columns.TEXT, nullable=False),
        sa.Column("payment_session_id", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["payment_collection_id"], ["payment_collection.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["payment_session_id"], ["payment_session.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_payment_payment_collection_id",
        "payment",
        ["payment_collection_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_payment_payment_session_id",
        "payment",
        ["payment_session_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "payout_reversal",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("currency_code", columns.TEXT, nullable=False),
        sa.Column("amount", columns.Exact(), nullable=False),
        sa.Column("data", columns.JSON_VALUE, nullable=True),
        sa.Column("payout_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["payout_id"], ["payout.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_payout_reversal_payout_id",
        "payout_reversal",
        ["payout_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "price_rule",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("attribute", columns.TEXT, nullable=False),
        sa.Column("value", columns.TEXT, nullable=False),
        sa.Column("operator", sa.String(length=64), nullable=False),
        sa.Column("priority", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("price_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["price_id"], ["price.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_price_rule_price_id_attribute_operator",
        "price_rule",
        ["price_id", "attribute", "operator"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "product_category_product",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("product_id", columns.TEXT, nullable=False),
        sa.Column("product_category_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["product_category_id"], ["product_category.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_product_category_product_product_category_id",
        "product_category_product",
        ["product_category_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_product_category_product_product_id_product_category_id",
        "product_category_product",
        ["product_id", "product_category_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "product_option",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("title", columns.TEXT, nullable=False),
        sa.Column("product_id", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_product_option_product_id_title",
        "product_option",
        ["product_id", "title"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "product_product_attribute_attribute_value",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("product_id", columns.TEXT, nullable=False),
        sa.Column("attribute_value_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["attribute_value_id"], ["attribute_value.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_product_product_attribute_attribute_value_attribute_value_id",
        "product_product_attribute_attribute_value",
        ["attribute_value_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_product_product_attribute_attribute_value_product_id_attribu",
        "product_product_attribute_attribute_value",
        ["product_id", "attribute_value_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "product_product_secondary_category_secondary_category",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("product_id", columns.TEXT, nullable=False),
        sa.Column("secondary_category_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(
            ["secondary_category_id"], ["secondary_category.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_product_product_secondary_category_secondary_category_second",
        "product_product_secondary_category_secondary_category",
        ["secondary_category_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_product_product_secondary_category_secondary_category_produc",
        "product_product_secondary_category_secondary_category",
        ["product_id", "secondary_category_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "product_sales_channel",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("product_id", columns.TEXT, nullable=False),
        sa.Column("sales_channel_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_product_sales_channel_sales_channel_id_product_id",
        "product_sales_channel",
        ["sales_channel_id", "product_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_product_sales_channel_product_id_sales_channel_id",
        "product_sales_channel",
        ["product_id", "sales_channel_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "product_tags",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("product_id", columns.TEXT, nullable=False),
        sa.Column("product_tag_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["product_tag_id"], ["product_tag.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_product_tags_product_tag_id",
        "product_tags",
        ["product_tag_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_product_tags_product_id_product_tag_id",
        "product_tags",
        ["product_id", "product_tag_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "product_variant",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("title", columns.TEXT, nullable=False),
        sa.Column("sku", columns.TEXT, nullable=True),
        sa.Column("barcode", columns.TEXT, nullable=True),
        sa.Column("ean", columns.TEXT, nullable=True),
        sa.Column("upc", columns.TEXT, nullable=True),
        sa.Column("allow_backorder", sa.Boolean(), nullable=False),
        sa.Column("manage_inventory", sa.Boolean(), nullable=False),
        sa.Column("hs_code", columns.TEXT, nullable=True),
        sa.Column("origin_country", columns.TEXT, nullable=True),
        sa.Column("mid_code", columns.TEXT, nullable=True),
        sa.Column("material", columns.TEXT, nullable=True),
        sa.Column("weight", columns.Exact(), nullable=True),
        sa.Column("length", columns.Exact(), nullable=True),
        sa.Column("height", columns.Exact(), nullable=True),
        sa.Column("width", columns.Exact(), nullable=True),
        sa.Column("variant_rank", columns.Exact(), nullable=False),
        sa.Column("thumbnail", columns.TEXT, nullable=True),
        sa.Column("product_id", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_product_variant_product_id",
        "product_variant",
        ["product_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_product_variant_barcode",
        "product_variant",
        ["barcode"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_product_variant_ean",
        "product_variant",
        ["ean"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_product_variant_sku",
        "product_variant",
        ["sku"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_product_variant_upc",
        "product_variant",
        ["upc"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "promotion_application_method",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("value", columns.Exact(), nullable=True),
        sa.Column("currency_code", columns.TEXT, nullable=True),
        sa.Column("max_quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=True),
        sa.Column("apply_to_quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=True),
        sa.Column("buy_rules_min_quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=True),
        sa.Column("type", sa.String(length=64), nullable=False),
        sa.Column("target_type", sa.String(length=64), nullable=False),
        sa.Column("allocation", sa.String(length=64), nullable=True),
        sa.Column("promotion_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["promotion_id"], ["promotion.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_promotion_application_method_promotion_id",
        "promotion_application_method",
        ["promotion_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "promotion_campaign_budget_usage",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("attribute_value", columns.TEXT, nullable=False),
        sa.Column("used", columns.Exact(), nullable=False),
        sa.Column("budget_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["budget_id"], ["promotion_campaign_budget.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_promotion_campaign_budget_usage_attribute_value_budget_id",
        "promotion_campaign_budget_usage",
        ["attribute_value", "budget_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "promotion_promotion_rule",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("promotion_id", columns.TEXT, nullable=False),
        sa.Column("promotion_rule_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["promotion_id"], ["promotion.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["promotion_rule_id"], ["promotion_rule.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_promotion_promotion_rule_promotion_rule_id",
        "promotion_promotion_rule",
        ["promotion_rule_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_promotion_promotion_rule_promotion_id_promotion_rule_id",
        "promotion_promotion_rule",
        ["promotion_id", "promotion_rule_id"],
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
        sa.ForeignKeyConstraint(["inventory_item_id"], ["inventory_item.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["location_id"], ["stock_location.id"], initially="DEFERRED", deferrable=True),
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
        "return",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("display_id", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("order_id", columns.TEXT, nullable=False),
        sa.Column("claim_id", columns.TEXT, nullable=True),
        sa.Column("exchange_id", columns.TEXT, nullable=True),
        sa.Column("order_version", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("location_id", columns.TEXT, nullable=True),
        sa.Column("no_notification", sa.Boolean(), nullable=True),
        sa.Column("refund_amount", columns.Exact(), nullable=True),
        sa.Column("created_by", columns.TEXT, nullable=True),
        sa.Column("requested_at", columns.Instant(), nullable=True),
        sa.Column("received_at", columns.Instant(), nullable=True),
        sa.Column("canceled_at", columns.Instant(), nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["order_id"], ["order.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_return_order_id",
        "return",
        ["order_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_return_display_id",
        "return",
        ["display_id"],
        unique=True,
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
        sa.ForeignKeyConstraint(["stock_location_id"], ["stock_location.id"], initially="DEFERRED", deferrable=True),
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
        sa.Column("shipping_profile_id", columns.TEXT, nullable=False),
        sa.Column("provider_id", columns.TEXT, nullable=True),
        sa.Column("data", columns.JSON_VALUE, nullable=True),
        sa.Column("shipping_option_type_id", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["provider_id"], ["fulfillment_provider.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["service_zone_id"], ["service_zone.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(
            ["shipping_option_type_id"], ["shipping_option_type.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["shipping_profile_id"], ["shipping_profile.id"], initially="DEFERRED", deferrable=True
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
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("job_id", "n"),
    )
    op.create_table(
        "tax_rate",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("rate", columns.Exact(), nullable=True),
        sa.Column("code", columns.TEXT, nullable=False),
        sa.Column("name", columns.TEXT, nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("is_combinable", sa.Boolean(), nullable=False),
        sa.Column("created_by", columns.TEXT, nullable=True),
        sa.Column("tax_region_id", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["tax_region_id"], ["tax_region.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_tax_rate_tax_region_id",
        "tax_rate",
        ["tax_region_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_tax_rate_default",
        "tax_rate",
        ["tax_region_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL AND is_default"),
        postgresql_where=sa.text("deleted_at IS NULL AND is_default"),
    )
    op.create_table(
        "application_method_buy_rules",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("application_method_id", columns.TEXT, nullable=False),
        sa.Column("promotion_rule_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["application_method_id"], ["promotion_application_method.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["promotion_rule_id"], ["promotion_rule.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_application_method_buy_rules_promotion_rule_id",
        "application_method_buy_rules",
        ["promotion_rule_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_application_method_buy_rules_application_method_id_promotion",
        "application_method_buy_rules",
        ["application_method_id", "promotion_rule_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "application_method_target_rules",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("application_method_id", columns.TEXT, nullable=False),
        sa.Column("promotion_rule_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["application_method_id"], ["promotion_application_method.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["promotion_rule_id"], ["promotion_rule.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_application_method_target_rules_promotion_rule_id",
        "application_method_target_rules",
        ["promotion_rule_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_application_method_target_rules_application_method_id_promot",
        "application_method_target_rules",
        ["application_method_id", "promotion_rule_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "capture",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("amount", columns.Exact(), nullable=False),
        sa.Column("created_by", columns.TEXT, nullable=True),
        sa.Column("payment_id", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["payment_id"], ["payment.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_capture_payment_id",
        "capture",
        ["payment_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "cart_line_item_adjustment",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("is_tax_inclusive", sa.Boolean(), nullable=False),
        sa.Column("item_id", columns.TEXT, nullable=False),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("promotion_id", columns.TEXT, nullable=True),
        sa.Column("code", columns.TEXT, nullable=True),
        sa.Column("amount", columns.Exact(), nullable=False),
        sa.Column("provider_id", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["cart_line_item.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_cart_line_item_adjustment_item_id",
        "cart_line_item_adjustment",
        ["item_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "cart_line_item_tax_line",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("item_id", columns.TEXT, nullable=False),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("tax_rate_id", columns.TEXT, nullable=True),
        sa.Column("code", columns.TEXT, nullable=False),
        sa.Column("rate", columns.Exact(), nullable=False),
        sa.Column("provider_id", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["cart_line_item.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_cart_line_item_tax_line_item_id",
        "cart_line_item_tax_line",
        ["item_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "cart_shipping_method_adjustment",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("shipping_method_id", columns.TEXT, nullable=False),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("promotion_id", columns.TEXT, nullable=True),
        sa.Column("code", columns.TEXT, nullable=True),
        sa.Column("amount", columns.Exact(), nullable=False),
        sa.Column("provider_id", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["shipping_method_id"], ["cart_shipping_method.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_cart_shipping_method_adjustment_shipping_method_id",
        "cart_shipping_method_adjustment",
        ["shipping_method_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "cart_shipping_method_tax_line",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("shipping_method_id", columns.TEXT, nullable=False),
        sa.Column("description", columns.TEXT, nullable=True),
        sa.Column("tax_rate_id", columns.TEXT, nullable=True),
        sa.Column("code", columns.TEXT, nullable=False),
        sa.Column("rate", columns.Exact(), nullable=False),
        sa.Column("provider_id", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["shipping_method_id"], ["cart_shipping_method.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_cart_shipping_method_tax_line_shipping_method_id",
        "cart_shipping_method_tax_line",
        ["shipping_method_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "order_change_action",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("order_id", columns.TEXT, nullable=True),
        sa.Column("return_id", columns.TEXT, nullable=True),
        sa.Column("claim_id", columns.TEXT, nullable=True),
        sa.Column("exchange_id", columns.TEXT, nullable=True),
        sa.Column("ordering", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=True),
        sa.Column("order_change_id", columns.TEXT, nullable=True),
        sa.Column("reference", columns.TEXT, nullable=True),
        sa.Column("reference_id", columns.TEXT, nullable=True),
        sa.Column("action", columns.TEXT, nullable=False),
        sa.Column("details", columns.JSON_VALUE, nullable=True),
        sa.Column("amount", columns.Exact(), nullable=True),
        sa.Column("internal_note", columns.TEXT, nullable=True),
        sa.Column("applied", sa.Boolean(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["order_change_id"], ["order_change.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_order_change_action_order_change_id",
        "order_change_action",
        ["order_change_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_order_change_action_order_id",
        "order_change_action",
        ["order_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "product_option_value",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("value", columns.TEXT, nullable=False),
        sa.Column("option_id", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["option_id"], ["product_option.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_product_option_value_option_id_value",
        "product_option_value",
        ["option_id", "value"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "product_variant_product_image",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("variant_id", columns.TEXT, nullable=False),
        sa.Column("image_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["image_id"], ["image.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["variant_id"], ["product_variant.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_product_variant_product_image_image_id",
        "product_variant_product_image",
        ["image_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_product_variant_product_image_variant_id_image_id",
        "product_variant_product_image",
        ["variant_id", "image_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "refund",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("amount", columns.Exact(), nullable=False),
        sa.Column("note", columns.TEXT, nullable=True),
        sa.Column("refund_reason_id", columns.TEXT, nullable=True),
        sa.Column("created_by", columns.TEXT, nullable=True),
        sa.Column("payment_id", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["payment_id"], ["payment.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["refund_reason_id"], ["refund_reason.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_refund_payment_id",
        "refund",
        ["payment_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "return_item",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("return_id", columns.TEXT, nullable=False),
        sa.Column("item_id", columns.TEXT, nullable=False),
        sa.Column("reason_id", columns.TEXT, nullable=True),
        sa.Column("quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("received_quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("damaged_quantity", sa.BigInteger().with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("note", columns.TEXT, nullable=True),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["order_line_item.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["return_id"], ["return.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_return_item_item_id",
        "return_item",
        ["item_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_return_item_return_id",
        "return_item",
        ["return_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "shipping_option_price_set",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("shipping_option_id", columns.TEXT, nullable=False),
        sa.Column("price_set_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["shipping_option_id"], ["shipping_option.id"], initially="DEFERRED", deferrable=True),
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
        sa.ForeignKeyConstraint(["shipping_option_id"], ["shipping_option.id"], initially="DEFERRED", deferrable=True),
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
    op.create_table(
        "tax_rate_rule",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("reference", columns.TEXT, nullable=False),
        sa.Column("reference_id", columns.TEXT, nullable=False),
        sa.Column("created_by", columns.TEXT, nullable=True),
        sa.Column("tax_rate_id", columns.TEXT, nullable=False),
        sa.Column("metadata", columns.JSON_VALUE, nullable=True),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["tax_rate_id"], ["tax_rate.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "uq_tax_rate_rule_tax_rate_id_reference_id",
        "tax_rate_rule",
        ["tax_rate_id", "reference_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "product_variant_option",
        sa.Column("id", columns.TEXT, nullable=False),
        sa.Column("variant_id", columns.TEXT, nullable=False),
        sa.Column("option_value_id", columns.TEXT, nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.Column("deleted_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["option_value_id"], ["product_option_value.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["variant_id"], ["product_variant.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_product_variant_option_option_value_id",
        "product_variant_option",
        ["option_value_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "uq_product_variant_option_variant_id_option_value_id",
        "product_variant_option",
        ["variant_id", "option_value_id"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )


def downgrade() -> None:
    """Back to the state before."""
    pass
