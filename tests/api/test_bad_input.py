"""Whatever is sent, the answer is no 5xx, tells nothing of the inside, and has the form the contract gives it.

The requests are the same in every run. For other ones, and more of them: MERCATO_FUZZ_SEED=7 MERCATO_FUZZ_ROUNDS=100.
"""

import os
from pathlib import Path
from typing import Any, Final

from mercato.kernel.db import Db
from tests.conftest import settings_for
from tests.fuzzing.siege import besieged
from tests.support.mounted import mounted

SEED: Final = int(os.environ.get("MERCATO_FUZZ_SEED", "1"))
ROUNDS: Final = int(os.environ.get("MERCATO_FUZZ_ROUNDS", "6"))
ROUTES: Final = list(mounted(settings_for("sqlite+aiosqlite:///nowhere", Path("nowhere"))))


async def test_no_request_breaks_anything(app: Any, db: Db) -> None:
    async with besieged(app, db) as siege:
        await siege.shoot(ROUTES, seed=SEED, rounds=ROUNDS)

    print(f"answers by status: {dict(sorted(siege.statuses.items()))}")
    assert not siege.found, "\n".join(siege.found)
