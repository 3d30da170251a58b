"""What customers and their addresses show."""

from mercato.domains.customers.models import Customer, CustomerAddress, CustomerGroup
from mercato.kernel.reader.view import Filters, View

_STORE_FIELDS = "id email company_name first_name last_name phone metadata has_account deleted_at created_at updated_at"
_ADDRESS_FIELDS = (
    "id company customer_id first_name last_name address_1 address_2 city province postal_code country_code phone "
    "metadata created_at updated_at"
)

STORE_CUSTOMER = View(
    Customer,
    one="customer",
    many="customers",
    default=f"{_STORE_FIELDS} *addresses",
    allowed=f"{_STORE_FIELDS} addresses orders",
    # Reached through the orders, and none of a shopper's business.
    restricted="members invites onboarding payout_account payouts created_by",
    missing="Customer with id: {id} was not found",
)
STORE_ADDRESS = View(
    CustomerAddress,
    one="address",
    many="addresses",
    default=f"{_ADDRESS_FIELDS} is_default_shipping is_default_billing",
    restricted="order orders customer",
    search="address_name company first_name last_name address_1 address_2 city province postal_code",
    missing="Address with id: {id} was not found",
    filters=Filters(plain="city country_code postal_code", q=True),
)
ADMIN_CUSTOMER_GROUP = View(
    CustomerGroup,
    one="customer_group",
    many="customer_groups",
    default="id name created_by created_at updated_at deleted_at metadata",
    search="name",
    missing="Customer group with id: {id} not found",
)
