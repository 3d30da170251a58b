"""What payouts show."""

from mercato.domains.payouts.models import Payout
from mercato.kernel.reader.view import View

VENDOR_PAYOUT = View(Payout, one="payout", many="payouts", default="id currency_code amount data")
