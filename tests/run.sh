#!/usr/bin/env bash
# The test command: everything but the benchmarks, the browser included. Its last line is
# "N passed, N failed, N skipped"; the exit code is 0 only when tests ran and none failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The browser and fonts for it, where they are missing and this machine lets us. Without them the browser tests skip.
if [ ! -x /usr/bin/chromium ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing chromium and Chinese fonts for the browser tests."
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk; } >/dev/null 2>&1 ||
    echo "Could not install them: the browser tests will be skipped."
fi

output=$(mktemp)
trap 'rm -f "$output"' EXIT
results=$(pwd)/TestResults

# One project after another, so that two cores are not shared by four test hosts with their time-outs.
dotnet build BranchGrading.sln --nologo --verbosity quiet || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }

passed=0 failed=0 skipped=0 broken=no
for project in Domain Web Browser; do
  folder=tests/BranchGrading.$project.Tests
  dotnet test --project "$folder" --no-build --no-progress --output Normal --results-directory "$results" "$@" 2>&1 | tee "$output"
  code=${PIPESTATUS[0]}
  number() { sed 's/\x1b\[[0-9;]*m//g' "$output" | sed -nE "s/^ *$1: *([0-9]+).*/\1/p" | tail -1; }
  ran=$(number total) p=$(number succeeded) f=$(number failed) s=$(number skipped)
  passed=$((passed + ${p:-0})) failed=$((failed + ${f:-0})) skipped=$((skipped + ${s:-0}))
  # Exit code 8: no test ran, which a filter may well mean for one of the projects.
  if [ "$code" != 0 ] && [ "$code" != 8 ] && [ "${f:-0}" = 0 ]; then
    echo "$folder ended with exit code $code."
    broken=yes
  fi
  : "${ran:=0}"
done

[ "$broken" = yes ] && failed=$((failed + 1))
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
