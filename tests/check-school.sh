#!/usr/bin/env bash
# Takes a sample school through try-school.sh once for each setting that its expected.json knows, and compares what
# comes out with what it expects, read with openpyxl: a program that shares nothing with ours. For developers; see
# docs/development.md.      tests/check-school.sh tests/samples/school-62 [--no-build]
set -euo pipefail
sample=$(cd "$1" && pwd)
shift
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

reader=
for python in python3 /usr/bin/python3; do
  if "$python" -c 'import openpyxl' 2>/dev/null; then reader=$python; break; fi
done
if [ -z "$reader" ]; then
  echo "check-school: no python3 with openpyxl (Debian: apt-get install python3-openpyxl)." >&2
  exit 2
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$sample"/{roster,past-grades,results}.xlsx "$work"
failed=0
try() {
  local setting=$1
  shift
  if "$here/try-school.sh" "$work" "$@" >"$work/log" 2>&1; then
    PYTHONUTF8=1 "$reader" "$here/check_school.py" "$sample" "$work/out" "$setting" || failed=1
  else
    cat "$work/log"
    echo "$setting: try-school failed"
    failed=1
  fi
}

try defaults "$@"
try capByType --no-build --scope type
try capByCommittee --no-build --scope committee
try cap35 --no-build --cap 0.35
try fairCounts --no-build --count-fair
try massLimit90 --no-build --mass-limit 90
try noSkipRule --no-build --no-skip-rule
try selfHalf --no-build --self-weight 0.5
exit $failed
