"""Run by Alembic for every command. `mercato.migrate` and `tools/migration.py` hand over an open connection."""

from alembic import context

from mercato.migrations.portable import render_item
from mercato.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_item=render_item,
    # SQLite alters a table by copying it.
    render_as_batch=context.config.attributes.get("batch", True),
)
# Whoever opened the transaction ends it, so that several steps succeed or fail as one.
context.run_migrations()
