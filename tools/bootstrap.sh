#!/bin/sh
# Makes .venv with exactly what requirements.lock names. Needs Python 3.11 to 3.13 (PYTHON=… to choose one).
# pip is enough for that, and it looks where it is configured to look: at a mirror, or at the public index.
set -eu
cd "$(dirname "$0")/.."

fits='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))'

if ! .venv/bin/python -c "$fits" 2>/dev/null; then
    for python in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python; do
        # A name may exist and not work (version managers), or be too old: asking it is the only test.
        if "$python" -c "$fits" 2>/dev/null; then
            echo "making .venv with $("$python" --version)"
            rm -rf .venv
            "$python" -m venv .venv
            break
        fi
    done
fi
if ! .venv/bin/python -c "$fits" 2>/dev/null; then
    echo "Mercato needs Python 3.11, 3.12 or 3.13 with its venv module (Debian: apt install python3-venv)." >&2
    exit 1
fi

export PIP_DISABLE_PIP_VERSION_CHECK=1
.venv/bin/python -m pip install --quiet --require-hashes --requirement requirements.lock
.venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
