"""THE table: what happens after an event. Read it to learn what follows from what; nothing is subscribed elsewhere.

An entry is a function `async def on_x(tx: Tx, event: X) -> None` that writes only our database (exactly once), or
`outside(on_x)` / `workflow(on_x)`, see `kernel/events/subscriber.py`. One line per event, alphabetical.
"""

from typing import Final

from mercato.domains.notifications.events import MailWritten
from mercato.domains.orders.events import OrderSetPlaced
from mercato.flows.checkout.capture import capture_order_set
from mercato.flows.send_mail import send_mail
from mercato.kernel.events.subscriber import Subscribers, outside
from mercato.workers.cleanup import clean_up
from mercato.workers.events import CleanUpDue, RecoveryDue
from mercato.workers.recovery import recover_payments

SUBSCRIBERS: Final[Subscribers] = {
    CleanUpDue: [clean_up],
    MailWritten: [outside(send_mail)],
    OrderSetPlaced: [outside(capture_order_set)],
    RecoveryDue: [outside(recover_payments)],
}
