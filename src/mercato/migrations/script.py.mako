"""${message}."""

import sqlalchemy as sa
from alembic import op

from mercato.kernel import columns

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this state."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Back to the state before."""
    ${downgrades if downgrades else "pass"}
