#!/usr/bin/env bash
# Takes a school through the application as its department would, over HTTP: an empty installation, roster and past
# grades in, a round of 2012, its results in, 附表4 out. See docs/development.md.
#   tests/try-school.sh FOLDER [--cap 0.35] [--scope school|type|committee] [--count-fair] [--mass-limit 90]
#                              [--self-weight 0.5] [--no-skip-rule] [--no-build]
# FOLDER holds roster.xlsx, past-grades.xlsx and results.xlsx; FOLDER/out gets 附表4.xlsx and roster.json.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

python=$(command -v python3 || true)
if [ -z "$python" ]; then
  echo "try-school: python3 is needed and not there." >&2
  exit 2
fi

arguments=() build=yes calledFrom=${OLDPWD:-$PWD}
for argument in "$@"; do
  if [ "$argument" = --no-build ]; then build=no; else arguments+=("$argument"); fi
done

if [ "$build" = yes ]; then
  log=$(mktemp)
  if ! dotnet build src/BranchGrading.Web --verbosity quiet --nologo >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    echo "try-school: the application does not build." >&2
    exit 2
  fi
  rm -f "$log"
fi

exec env PYTHONUTF8=1 "$python" tests/try_school.py --called-from "$calledFrom" --server src/BranchGrading.Web/bin/Debug/net10.0/BranchGrading.Web.dll "${arguments[@]}"
