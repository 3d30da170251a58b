"""Every router of the API by audience: one line each, in the order of the alphabet."""

from litestar import Router

import mercato.api.admin.api_keys as admin_api_keys
import mercato.api.admin.commission as admin_commission
import mercato.api.admin.configuration as admin_configuration
import mercato.api.admin.currencies as admin_currencies
import mercato.api.admin.feature_flags as admin_feature_flags
import mercato.api.admin.fulfillment_providers as admin_fulfillment_providers
import mercato.api.admin.fulfillment_sets as admin_fulfillment_sets
import mercato.api.admin.inventory_items as admin_inventory_items
import mercato.api.admin.invites as admin_invites
import mercato.api.admin.order_sets as admin_order_sets
import mercato.api.admin.orders as admin_orders
import mercato.api.admin.payment_providers as admin_payment_providers
import mercato.api.admin.plugins as admin_plugins
import mercato.api.admin.price_preferences as admin_price_preferences
import mercato.api.admin.product_variants as admin_product_variants
import mercato.api.admin.products.options as admin_products_options
import mercato.api.admin.products.products as admin_products
import mercato.api.admin.products.variants as admin_products_variants
import mercato.api.admin.regions as admin_regions
import mercato.api.admin.requests as admin_requests
import mercato.api.admin.reservations as admin_reservations
import mercato.api.admin.sales_channels as admin_sales_channels
import mercato.api.admin.sellers as admin_sellers
import mercato.api.admin.shipping_option_types as admin_shipping_option_types
import mercato.api.admin.shipping_options as admin_shipping_options
import mercato.api.admin.shipping_profiles as admin_shipping_profiles
import mercato.api.admin.stock_locations as admin_stock_locations
import mercato.api.admin.stores as admin_stores
import mercato.api.admin.tax_providers as admin_tax_providers
import mercato.api.admin.tax_rates as admin_tax_rates
import mercato.api.admin.tax_regions as admin_tax_regions
import mercato.api.admin.users as admin_users
import mercato.api.auth.providers as auth_providers
import mercato.api.auth.session as auth_session
import mercato.api.auth.token as auth_token
import mercato.api.store.carts.carts as store_carts
import mercato.api.store.carts.complete as store_carts_complete
import mercato.api.store.carts.line_items as store_carts_line_items
import mercato.api.store.carts.promotions as store_carts_promotions
import mercato.api.store.carts.shipping_methods as store_carts_shipping_methods
import mercato.api.store.currencies as store_currencies
import mercato.api.store.customers as store_customers
import mercato.api.store.order_set as store_order_set
import mercato.api.store.orders as store_orders
import mercato.api.store.payment_collections as store_payment_collections
import mercato.api.store.payment_providers as store_payment_providers
import mercato.api.store.product_variants as store_product_variants
import mercato.api.store.products as store_products
import mercato.api.store.regions as store_regions
import mercato.api.store.seller as store_seller
import mercato.api.store.shipping_options as store_shipping_options
import mercato.api.vendor.commission as vendor_commission
import mercato.api.vendor.configuration as vendor_configuration
import mercato.api.vendor.fulfillment_providers as vendor_fulfillment_providers
import mercato.api.vendor.fulfillment_sets as vendor_fulfillment_sets
import mercato.api.vendor.inventory_items as vendor_inventory_items
import mercato.api.vendor.me as vendor_me
import mercato.api.vendor.orders as vendor_orders
import mercato.api.vendor.payouts as vendor_payouts
import mercato.api.vendor.price_preferences as vendor_price_preferences
import mercato.api.vendor.products.options as vendor_products_options
import mercato.api.vendor.products.products as vendor_products
import mercato.api.vendor.products.variants as vendor_products_variants
import mercato.api.vendor.regions as vendor_regions
import mercato.api.vendor.requests as vendor_requests
import mercato.api.vendor.reservations as vendor_reservations
import mercato.api.vendor.sales_channels as vendor_sales_channels
import mercato.api.vendor.sellers as vendor_sellers
import mercato.api.vendor.shipping_options as vendor_shipping_options
import mercato.api.vendor.shipping_profiles as vendor_shipping_profiles
import mercato.api.vendor.stock_locations as vendor_stock_locations
import mercato.api.vendor.stores as vendor_stores

ADMIN: list[Router] = [
    admin_api_keys.router,
    admin_commission.router,
    admin_configuration.router,
    admin_currencies.router,
    admin_feature_flags.router,
    admin_fulfillment_providers.router,
    admin_fulfillment_sets.router,
    admin_inventory_items.router,
    admin_invites.router,
    admin_order_sets.router,
    admin_orders.router,
    admin_payment_providers.router,
    admin_plugins.router,
    admin_price_preferences.router,
    admin_product_variants.router,
    admin_products.router,
    admin_products_options.router,
    admin_products_variants.router,
    admin_regions.router,
    admin_requests.router,
    admin_reservations.router,
    admin_sales_channels.router,
    admin_sellers.router,
    admin_shipping_option_types.router,
    admin_shipping_options.router,
    admin_shipping_profiles.router,
    admin_stock_locations.router,
    admin_stores.router,
    admin_tax_providers.router,
    admin_tax_rates.router,
    admin_tax_regions.router,
    admin_users.router,
]

VENDOR: list[Router] = [
    vendor_commission.router,
    vendor_configuration.router,
    vendor_fulfillment_providers.router,
    vendor_fulfillment_sets.router,
    vendor_inventory_items.router,
    vendor_me.router,
    vendor_orders.router,
    vendor_payouts.router,
    vendor_price_preferences.router,
    vendor_products.router,
    vendor_products_options.router,
    vendor_products_variants.router,
    vendor_regions.router,
    vendor_requests.router,
    vendor_reservations.router,
    vendor_sales_channels.router,
    vendor_sellers.router,
    vendor_shipping_options.router,
    vendor_shipping_profiles.router,
    vendor_stock_locations.router,
    vendor_stores.router,
]

STORE: list[Router] = [
    store_carts.router,
    store_carts_complete.router,
    store_carts_line_items.router,
    store_carts_promotions.router,
    store_carts_shipping_methods.router,
    store_currencies.router,
    store_customers.router,
    store_order_set.router,
    store_orders.router,
    store_payment_collections.router,
    store_payment_providers.router,
    store_product_variants.router,
    store_products.router,
    store_regions.router,
    store_seller.router,
    store_shipping_options.router,
]

AUTH: list[Router] = [
    auth_providers.router,
    auth_session.router,
    auth_token.router,
]

HOOKS: list[Router] = []
