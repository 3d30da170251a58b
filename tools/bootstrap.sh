#!/bin/sh
# Makes .venv with everything that uv.lock names. Needs Python 3.11 to 3.13 (PYTHON=… to choose one).
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

export PIP_DISABLE_PIP_VERSION_CHECK=1 UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=.venv UV_NO_PROGRESS=1
.venv/bin/python -m pip install --quiet "uv>=0.9"

# --inexact keeps pip and uv themselves.
if [ -z "${MERCATO_WITH_PIP:-}" ] && .venv/bin/uv sync --frozen --inexact --quiet --python .venv/bin/python; then
    exit 0
fi
# The lock names files on the public index. Where only a mirror is reachable, which pip knows from its configuration,
# pip fetches the same versions with the same hashes from there.
echo "installing with pip from its configured index"
mkdir -p build
.venv/bin/uv export --frozen --quiet --no-emit-project --output-file build/requirements.txt
.venv/bin/python -m pip install --quiet --requirement build/requirements.txt
.venv/bin/python -m pip install --quiet --no-deps --editable .
