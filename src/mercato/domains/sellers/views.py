"""What sellers and their members show."""

from mercato.domains.sellers.models import Member, Seller, SellerOnboarding, StoreStatus
from mercato.kernel.reader.view import Filters, View

_PROFILE = "id store_status name handle description photo address_line city postal_code country_code tax_id"

ADMIN_SELLER = View(
    Seller,
    one="seller",
    many="sellers",
    default="id name handle description photo",
    search="name handle email",
    missing="Seller id not found: {id}",
    filters=Filters(
        plain="id name handle", enum={"store_status": StoreStatus}, dates="created_at updated_at deleted_at", q=True
    ),
)
VENDOR_SELLER = View(Seller, one="seller", many="sellers", default=_PROFILE, missing="Seller id not found: {id}")
STORE_SELLER = View(
    Seller,
    one="seller",
    many="sellers",
    default=_PROFILE,
    # What only the operator and the seller itself may see of a seller.
    restricted="members invites onboarding payout_account orders payouts phone",
    missing="Seller with handle: {id} was not found",
)
MEMBER = View(
    Member,
    one="member",
    many="members",
    default="id email role name bio phone photo seller_id *seller",
    missing="Member with id: {id} was not found",
)
ONBOARDING = View(
    SellerOnboarding,
    one="onboarding",
    many="onboardings",
    default="id seller_id store_information stripe_connection locations_shipping products created_at updated_at",
    # A seller has one checklist, and names it by its own id.
    key="seller_id",
    missing="Onboarding of seller: {id} was not found",
)
