"""Questions about payouts."""

from sqlalchemy import select

from mercato.domains.payouts.models import PayoutAccount
from mercato.domains.sellers.links import SellerPayoutAccount
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotFound


async def get_account_of(tx: Tx, seller_id: str) -> PayoutAccount:
    """The payout account of a seller.

    Raises:
        NotFound: when the seller has none yet.
    """
    query = (
        select(PayoutAccount)
        .join(SellerPayoutAccount, SellerPayoutAccount.payout_account_id == PayoutAccount.id)
        .where(
            SellerPayoutAccount.seller_id == seller_id,
            SellerPayoutAccount.deleted_at.is_(None),
            PayoutAccount.deleted_at.is_(None),
        )
    )
    account = await tx.scalar(query)
    if account is None:
        raise NotFound("Payout account is not connected to the seller")
    return account
