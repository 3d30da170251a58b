"""Relations among payouts and accounts."""

from mercato.domains.payouts.models import Payout, PayoutAccount, PayoutOnboarding, PayoutReversal
from mercato.kernel.reader.view import Edge

EDGES = [
    Edge(
        PayoutAccount, "onboarding", PayoutOnboarding, many=False, hops=[("id", PayoutOnboarding, "payout_account_id")]
    ),
    Edge(PayoutAccount, "payouts", Payout, many=True, hops=[("id", Payout, "payout_account_id")]),
    Edge(
        PayoutOnboarding, "payout_account", PayoutAccount, many=False, hops=[("payout_account_id", PayoutAccount, "id")]
    ),
    Edge(Payout, "payout_account", PayoutAccount, many=False, hops=[("payout_account_id", PayoutAccount, "id")]),
    Edge(Payout, "reversals", PayoutReversal, many=True, hops=[("id", PayoutReversal, "payout_id")]),
    Edge(PayoutReversal, "payout", Payout, many=False, hops=[("payout_id", Payout, "id")]),
]
