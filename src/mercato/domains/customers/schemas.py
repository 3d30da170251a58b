"""Bodies of a customer's own routes."""

from mercato.kernel.http.body import Body
from mercato.kernel.http.types import Email, Metadata, Opt


class RegisterCustomer(Body):
    """The account of a new login. The e-mail is the login's; another one is refused."""

    email: Email | None = None
    company_name: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    phone: str | None = None
    metadata: Metadata = None


class UpdateProfile(Body):
    """What customers may change of themselves."""

    company_name: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    phone: str | None = None
    metadata: Metadata = None


class SaveAddress(Body):
    """An address, new or changed. Countries are stored as typed."""

    first_name: str | None = None
    last_name: str | None = None
    phone: str | None = None
    company: str | None = None
    address_1: str | None = None
    address_2: str | None = None
    city: str | None = None
    country_code: str | None = None
    province: str | None = None
    postal_code: str | None = None
    metadata: Metadata = None
    address_name: str | None = None
    is_default_shipping: Opt[bool] = None
    is_default_billing: Opt[bool] = None
