"""`make migration`: writes the migration that brings the tables to the models.

Until the first release there is one migration, made anew from the models each time; nobody has data to keep.
"""

import subprocess
import sys
from pathlib import Path
from typing import Any

from alembic import command
from alembic.operations.ops import MigrationScript
from sqlalchemy import create_engine

from mercato.migrate import alembic_config

VERSIONS = Path(__file__).parent.parent / "src/mercato/migrations/versions"
REVISION = "0001"
SLUG = "initial"


def main() -> None:
    """Writes the initial migration."""
    target = VERSIONS / f"{REVISION}_{SLUG}.py"
    target.unlink(missing_ok=True)
    with create_engine("sqlite://").connect() as connection:
        config = alembic_config(connection, batch=False)
        config.set_main_option("file_template", f"%(rev)s_{SLUG}".replace("%", "%%"))
        command.revision(
            config,
            message="The tables of the first release",
            autogenerate=True,
            rev_id=REVISION,
            process_revision_directives=_without_downgrade,
        )
    kept = [line for line in target.read_text().splitlines() if "# ### " not in line]
    target.write_text("\n".join(kept) + "\n")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", "--no-force-exclude", str(target)], check=True)
    print(f"wrote {target.relative_to(Path.cwd()) if target.is_relative_to(Path.cwd()) else target}")


def _without_downgrade(_context: Any, _revision: Any, scripts: list[MigrationScript]) -> None:
    """Below the first migration there is nothing to go back to."""
    for script in scripts:
        if script.downgrade_ops is not None:
            script.downgrade_ops.ops = []


if __name__ == "__main__":
    main()
